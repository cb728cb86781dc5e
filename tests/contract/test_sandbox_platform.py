"""The sandbox's payments platform: key, pages, customers, invoices, payments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import requests

from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import TIMEOUT, Caller, new_platform_invoice, platform
from tests.contract.conftest import StartSandbox


def paid(sandbox: Sandbox, invoice: dict[str, Any], **how: Any) -> str:
    return str(sandbox.control("pay", invoice=invoice["id"], **how)["payment_id"])


def test_a_wrong_key_is_forbidden_at_the_token_call(sandbox: Sandbox) -> None:
    url = f"{sandbox.announcement['platform_api']}/oauth/token"
    body = {"grant_type": "client_credentials"}
    answer = requests.post(url, data=body, auth=("me", "guess"), timeout=TIMEOUT)
    assert answer.status_code == 403
    assert set(answer.json()) == {"code", "message", "validation_errors"}


def test_a_token_lives_an_hour(sandbox: Sandbox, payments_platform: Caller) -> None:
    assert payments_platform("GET", "/payouts").status_code == 200
    sandbox.control("advance", seconds=3601)
    assert payments_platform("GET", "/payouts").status_code == 401


def test_five_requests_a_second_and_no_more(start_sandbox: StartSandbox) -> None:
    caller = platform(start_sandbox(platform_rate_limit=5))
    answers = [caller("GET", "/payouts") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["Retry-After"] == "1"
    caller.close()


def test_an_external_id_is_taken_only_once(payments_platform: Caller) -> None:
    body = {"name": "Kestrel Freight", "external_id": "fb-560001", "email": "ap@kestrel.example"}
    first = payments_platform("POST", "/customers", body)
    assert first.status_code == 201
    assert first.json()["external_id"] == "fb-560001"
    second = payments_platform("POST", "/customers", body)
    assert second.status_code == 400
    assert "already used" in second.json()["message"]


def test_customers_are_found_by_name_but_never_by_external_id(payments_platform: Caller) -> None:
    for number in range(3):
        payments_platform("POST", "/customers", {"name": f"Firm {number}", "external_id": number})
    found = payments_platform.get("/customers", company_name="firm 1")["data"]
    assert [row["name"] for row in found] == ["Firm 1"]
    # One more was there from the beginning, typed in by hand.
    assert len(payments_platform.get("/customers", external_id="1")["data"]) == 4


def test_an_archived_customer_leaves_the_list_and_can_still_be_read(
    payments_platform: Caller,
) -> None:
    made = payments_platform("POST", "/customers", {"name": "Firm"}).json()
    assert payments_platform("DELETE", f"/customers/{made['id']}").status_code == 204
    assert payments_platform.get(f"/customers/{made['id']}") == made
    assert made["id"] not in {row["id"] for row in payments_platform.get("/customers")["data"]}


def test_pages_go_forward_and_back_without_a_gap(payments_platform: Caller) -> None:
    for number in range(6):
        payments_platform("POST", "/customers", {"name": f"Firm {number}"})
    whole = [row["id"] for row in payments_platform.get("/customers")["data"]]
    walked: list[str] = []
    page = payments_platform.get("/customers", limit=3)
    assert page["has_previous_page"] is False
    while True:
        walked += [row["id"] for row in page["data"]]
        if not page["has_next_page"]:
            break
        page = payments_platform.get("/customers", limit=3, after=page["end_cursor"])
    assert walked == whole
    assert len(whole) == 7
    back = payments_platform.get("/customers", limit=3, before=page["start_cursor"])
    assert [row["id"] for row in back["data"]] == whole[3:6]
    assert (back["has_next_page"], back["has_previous_page"]) == (True, True)


@pytest.mark.parametrize("query", [{"limit": "many"}, {"limit": 0}, {"after": "nonsense"}])
def test_a_page_that_makes_no_sense_is_refused(
    payments_platform: Caller, query: dict[str, Any]
) -> None:
    assert payments_platform("GET", "/customers", params=query).status_code == 400


def test_an_empty_page_has_no_cursors(payments_platform: Caller) -> None:
    page = payments_platform.get("/payouts")
    assert page == {
        "data": [],
        "start_cursor": None,
        "end_cursor": None,
        "has_next_page": False,
        "has_previous_page": False,
    }


def test_money_is_decimal_dollars_as_a_json_number(payments_platform: Caller) -> None:
    made = new_platform_invoice(payments_platform, "100.10", "-0.80")
    assert (made["total"], made["status"]) == (Decimal("99.30"), "open")
    text = payments_platform("GET", f"/invoices/{made['id']}").text
    assert '"total":99.30' in text
    assert '"amount":-0.80' in text


def test_number_and_memo_are_dropped_unless_told_to_keep_them(start_sandbox: StartSandbox) -> None:
    for keep in (False, True):
        caller = platform(start_sandbox(keep_numbers=keep))
        customer = caller("POST", "/customers", {"name": "Firm"}).json()["id"]
        body = {
            "customer_id": customer,
            "currency": "CAD",
            "due_date": "2026-12-01",
            "invoice_number": "0000123",
            "memo": "Thanks",
            "line_items": [{"description": "Line", "amount": 5, "quantity": 2}],
        }
        made = caller("POST", "/invoices", body).json()
        kept = ("0000123", "Thanks") if keep else (None, None)
        assert (made["invoice_number"], made["memo"]) == kept
        assert made["total"] == 10
        caller.close()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"currency": "EUR"}, "currency"),
        ({"customer_id": "nobody"}, "customer_id"),
        ({"due_date": "soon"}, "due_date"),
        ({"line_items": []}, "line_items"),
        (
            {"line_items": [{"description": "x", "amount": "5.00", "quantity": 1}]},
            "line_items[0].amount",
        ),
        (
            {"line_items": [{"description": "x", "amount": 5, "quantity": 1.5}]},
            "line_items[0].quantity",
        ),
    ],
)
def test_an_invoice_that_makes_no_sense_is_refused(
    payments_platform: Caller, change: dict[str, Any], field: str
) -> None:
    customer = payments_platform("POST", "/customers", {"name": "Firm"}).json()["id"]
    line = {"description": "Line", "amount": 5, "quantity": 1}
    body = {"customer_id": customer, "currency": "USD", "due_date": "2026-12-01"}
    answer = payments_platform("POST", "/invoices", {**body, "line_items": [line], **change})
    assert answer.status_code == 400
    assert list(answer.json()["validation_errors"]) == [field]


def test_negative_lines_can_be_refused(start_sandbox: StartSandbox) -> None:
    caller = platform(start_sandbox(refuse_negative_lines=True))
    customer = caller("POST", "/customers", {"name": "Firm"}).json()["id"]
    lines = [{"description": "x", "amount": amount, "quantity": 1} for amount in (5, -1)]
    body = {"customer_id": customer, "currency": "USD", "due_date": "2026-12-01"}
    assert caller("POST", "/invoices", {**body, "line_items": lines}).status_code == 422
    caller.close()


def test_a_payment_names_neither_its_invoice_nor_its_currency(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    other = new_platform_invoice(payments_platform, "7.00")
    payment_id, _ = paid(sandbox, invoice), paid(sandbox, other, method="ach")
    [row] = payments_platform.get("/payments", invoice_id=invoice["id"])["data"]
    assert row["id"] == payment_id
    assert set(row) == {
        "id", "customer_id", "created_at", "due_date", "payment_method", "status", "sub_total",
        "total", "fees",
    }  # fmt: skip
    assert (row["status"], row["payment_method"], row["total"]) == ("succeeded", "card", 100)
    assert row["fees"] == [
        {
            "amount": Decimal("3.20"),
            "name": "Processing fee",
            "type": "FT_METHOD",
            "covered_by_customer": False,
        }
    ]
    assert payments_platform.get(f"/invoices/{invoice['id']}")["status"] == "paid"
    assert len(payments_platform.get("/payments")["data"]) == 2
    assert len(payments_platform.get("/payments", payment_method="ach")["data"]) == 1


def test_a_fee_that_the_customer_covers_is_charged_on_top(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    paid(sandbox, invoice, fee="3.00", fee_paid_by="customer")
    [row] = payments_platform.get("/payments")["data"]
    assert (row["sub_total"], row["total"]) == (Decimal("100.00"), Decimal("103.00"))
    assert row["fees"][0]["covered_by_customer"] is True


def test_a_part_payment_leaves_the_rest_due(sandbox: Sandbox, payments_platform: Caller) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    paid(sandbox, invoice, amount="40.00")
    assert payments_platform.get(f"/invoices/{invoice['id']}")["status"] == "partially_paid"
    with pytest.raises(ValueError, match="6000 are due"):
        paid(sandbox, invoice, amount="60.01")
    paid(sandbox, invoice)
    assert payments_platform.get(f"/invoices/{invoice['id']}")["status"] == "paid"


def test_an_invoice_with_a_payment_under_way_cannot_be_archived(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    payment_id = paid(sandbox, invoice, method="ach", status="processing")
    path = f"/invoices/{invoice['id']}"
    assert payments_platform("DELETE", path).status_code == 422
    sandbox.control("fail", payment_id=payment_id)
    assert payments_platform.get("/payments")["data"][0]["status"] == "failed"
    assert payments_platform("DELETE", path).status_code == 204
    assert payments_platform.get(path)["status"] == "archived"


def test_marked_as_paid_in_the_dashboard_has_no_method(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    paid(sandbox, invoice, dashboard=True)
    [row] = payments_platform.get("/payments")["data"]
    assert (row["payment_method"], row["fees"]) == (None, [])
    assert payments_platform.get(f"/invoices/{invoice['id']}")["status"] == "paid"


def test_a_payment_link_comes_without_a_scheme(payments_platform: Caller) -> None:
    invoice = new_platform_invoice(payments_platform, "5.00")
    link = payments_platform.get(f"/invoices/{invoice['id']}/payment-link")["url"]
    assert not link.startswith("http")
    assert invoice["id"] in link


def test_payments_are_listed_by_when_they_were_made(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    paid(sandbox, invoice, amount="1.00")
    sandbox.control("advance", seconds=1800)
    late = paid(sandbox, invoice, amount="2.00")
    since = {"created_at_start": "2026-11-20T15:45:00Z"}
    assert [row["id"] for row in payments_platform.get("/payments", params=since)["data"]] == [late]
    until = {"created_at_end": "2026-11-20T15:45:00Z"}
    assert len(payments_platform.get("/payments", params=until)["data"]) == 1
    day = {"created_at_start": "2026-11-20", "created_at_end": "2026-11-20"}
    assert len(payments_platform.get("/payments", params=day)["data"]) == 2


def test_dialect_b_has_other_words_and_nested_flags(start_sandbox: StartSandbox) -> None:
    sandbox = start_sandbox(dialect="b")
    caller = platform(sandbox)
    invoice = new_platform_invoice(caller, "100.00")
    assert invoice["status"] == "IS_OUTSTANDING"
    paid(sandbox, invoice, amount="40.00")
    pending = paid(sandbox, invoice, method="ach", status="processing")
    page = caller.get("/payments")
    assert page["pagination"] == {"has_next_page": False, "has_previous_page": False}
    assert "has_next_page" not in page
    seen = [(row["status"], row["payment_method"]) for row in page["data"]]
    assert seen == [("PS_PENDING", "PM_ACH"), ("PS_PAID", "PM_CARD")]
    assert caller.get(f"/invoices/{invoice['id']}")["status"] == "IS_PARTIAL"
    sandbox.control("succeed", payment_id=pending)
    assert caller.get("/invoices", status="IS_PAID")["data"][0]["id"] == invoice["id"]
    caller.close()


def test_a_status_word_of_no_dialect_can_be_scripted(
    sandbox: Sandbox, payments_platform: Caller
) -> None:
    invoice = new_platform_invoice(payments_platform, "100.00")
    payment_id = paid(sandbox, invoice)
    sandbox.control("edit", kind="platform_payment", id=payment_id, status="in_review")
    assert payments_platform.get("/payments")["data"][0]["status"] == "in_review"
