"""What people make by hand in either service, through the sandbox's controls."""

from __future__ import annotations

import pytest

from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import Caller
from tests.contract.test_sandbox_writes import get


def test_a_person_makes_a_client_and_an_invoice_in_any_currency(
    sandbox: Sandbox, books: Caller
) -> None:
    client = sandbox.control("create", kind="client", organization="Tide", currency_code="JPY")
    lines = [{"name": "Work", "qty": 3, "unit_cost": {"amount": "1500"}}]
    made = sandbox.control("create", kind="invoice", customerid=client["id"], lines=lines)
    invoice = get(books, int(made["id"]))
    assert invoice["amount"] == {"amount": "4500", "code": "JPY"}
    assert invoice["invoice_number"] == made["number"]
    assert invoice["v3_status"] == "sent"


def test_an_invoice_can_be_left_a_draft(sandbox: Sandbox, books: Caller) -> None:
    client = sandbox.control("create", kind="client", organization="Tide")
    made = sandbox.control(
        "create", kind="invoice", customerid=client["id"], amount="5.00", sent=False
    )
    assert get(books, int(made["id"]))["v3_status"] == "draft"


def test_a_credit_takes_a_sum_off_an_invoice_and_says_where_it_came_from(
    sandbox: Sandbox, books: Caller
) -> None:
    client = sandbox.control("create", kind="client", organization="Tide")
    made = sandbox.control("create", kind="invoice", customerid=client["id"], amount="100.00")
    row = sandbox.control("credit", invoice=made["id"], amount="30.00")
    assert get(books, int(made["id"]))["outstanding"]["amount"] == "70.00"
    payment = books.get(f"/payments/payments/{row['id']}")["response"]["result"]["payment"]
    assert (payment["type"], payment["from_credit"]) == ("Credit", True)
    with pytest.raises(ValueError, match="outstanding"):
        sandbox.control("credit", invoice=made["id"], amount="70.01")


def test_people_make_customers_and_invoices_in_the_dashboard(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    customer = sandbox.control("create", kind="platform_customer", name="Walk-in")["id"]
    made = sandbox.control(
        "create",
        kind="platform_invoice",
        customer_id=customer,
        amount="12.34",
        invoice_number="W-1",
    )
    invoice = payments_platform.get(f"/invoices/{made['id']}")
    assert (str(invoice["total"]), invoice["invoice_number"]) == ("12.34", "W-1")
    with pytest.raises(ValueError, match="no customer"):
        sandbox.control("create", kind="platform_invoice", customer_id="x", amount="1.00")
    with pytest.raises(ValueError, match="cannot create"):
        sandbox.control("create", kind="payment")
