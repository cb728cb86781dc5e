"""Rows of FreshBooks: by field, exactly, and one odd row at a time."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw

from fbrecon.domain.documents import InvoiceStatus
from fbrecon.domain.money import Money
from fbrecon.freshbooks.moments import UNSAID, read_day, read_moment
from fbrecon.freshbooks.parse import (
    read_customer,
    read_invoice,
    read_ledger_account,
    read_payment,
    read_rows,
)


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "code": "USD"}


INVOICE: dict[str, Any] = {
    "id": 7,
    "invoiceid": 7,
    "invoice_number": "0007",
    "customerid": 3,
    "organization": "Harbor Light",
    "amount": usd("100.00"),
    "outstanding": usd("100.00"),
    "paid": usd("0.00"),
    "discount_total": usd("0.00"),
    "create_date": "2026-01-31",
    "due_date": None,
    "status": 2,
    "v3_status": "sent",
    "display_status": "sent",
    "dispute_status": None,
    "updated": "2026-06-29 12:52:44",
    "vis_state": 0,
    "net_paid_amount": usd("7.60133524082021936099189318"),
}
PAYMENT: dict[str, Any] = {
    "id": 9,
    "logid": 9,
    "invoiceid": 7,
    "clientid": 3,
    "creditid": None,
    "overpaymentid": None,
    "amount": usd("10.00"),
    "date": "2026-01-31",
    "type": "Cash",
    "note": "",
    "gateway": None,
    "from_credit": False,
    "updated": "2026-06-29 12:52:44",
    "vis_state": 0,
}


def raw(row: Any, **changes: Any) -> Raw:
    return Raw(json.dumps({**row, **changes}).encode())


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-06-29 12:52:44", "2026-06-29T16:52:44+00:00"),
        ("2026-01-15 12:00:00", "2026-01-15T17:00:00+00:00"),
        # the hour that autumn repeats: the first of the two
        ("2024-11-03 01:30:00", "2024-11-03T05:30:00+00:00"),
        # the hour that spring leaves out
        ("2024-03-10 02:30:00", "2024-03-10T07:30:00+00:00"),
        ("2021-04-16 10:31:58.480684", "2021-04-16T14:31:58.480684+00:00"),
        ("2026-08-22T04:31:10.449944Z", "2026-08-22T04:31:10.449944+00:00"),
        ("2026-08-22T04:31:10+02:00", "2026-08-22T02:31:10+00:00"),
    ],
)
def test_a_time_without_a_zone_is_eastern_and_one_with_a_zone_is_not(text: str, utc: str) -> None:
    assert read_moment(text) == datetime.fromisoformat(utc)
    assert read_moment(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "2026-06-29", "yesterday", "20260629 12:52:44", "0000-00-00 00:00:00"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_moment(text)


@pytest.mark.parametrize(
    "text", ["20260131", "2026-W05-6", "2026-1-31", "31/01/2026", "0000-00-00"]
)
def test_a_date_has_one_form_only(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text)


def test_an_invoice_is_read_field_by_field() -> None:
    invoice = read_invoice(raw(INVOICE))
    assert (invoice.id, invoice.number, invoice.customer_id) == (7, "0007", 3)
    assert invoice.total == Money(10000, "USD")
    assert invoice.create_on == date(2026, 1, 31)
    assert invoice.due_on is None
    assert invoice.lines == ()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "open"),
        ({"v3_status": "viewed"}, "open"),
        ({"v3_status": "overdue", "status": 3}, "open"),
        ({"v3_status": "retry", "status": 6}, "open"),
        ({"v3_status": "declined"}, "open"),
        ({"v3_status": "resolved", "dispute_status": "resolved"}, "open"),
        ({"v3_status": "draft", "status": 1}, "draft"),
        ({"v3_status": "created"}, "draft"),
        ({"v3_status": None, "display_status": "draft"}, "draft"),
        ({"v3_status": None, "status": 1}, "draft"),
        ({"v3_status": "disputed"}, "disputed"),
        ({"v3_status": "sent", "status": 0}, "disputed"),
        ({"dispute_status": "disputed"}, "disputed"),
        ({"v3_status": "paid", "outstanding": usd("0.00"), "paid": usd("100.00")}, "paid"),
        ({"v3_status": "sent", "outstanding": usd("0.00"), "paid": usd("100.00")}, "paid"),
        ({"v3_status": "autopaid"}, "paid"),
        ({"v3_status": "sent", "outstanding": usd("40.00"), "paid": usd("60.00")}, "partial"),
        ({"v3_status": "overdue", "outstanding": usd("40.00"), "paid": usd("60.00")}, "partial"),
        ({"amount": usd("0.00"), "outstanding": usd("0.00")}, "open"),
    ],
)
def test_where_an_invoice_stands_follows_its_sums_before_its_words(
    changes: dict[str, Any], status: str
) -> None:
    assert read_invoice(raw(INVOICE, **changes)).status is InvoiceStatus(status)


@pytest.mark.parametrize("amount", ["-4.40", "4.40"])
def test_a_discount_is_positive_whatever_its_sign_on_the_wire(amount: str) -> None:
    assert read_invoice(raw(INVOICE, discount_total=usd(amount))).discount == Money(440, "USD")


def test_a_currency_without_decimals_is_read_by_its_own_exponent() -> None:
    sums = {
        name: {"amount": amount, "code": "JPY"}
        for name, amount in (("amount", "500.00"), ("outstanding", "500"), ("paid", "0.00"))
    }
    invoice = read_invoice(raw(INVOICE, **sums, discount_total=None))
    assert invoice.total == Money(500, "JPY")


def test_zero_means_no_other_record() -> None:
    payment = read_payment(raw(PAYMENT, invoiceid=0, clientid=0, creditid=0, overpaymentid=0))
    assert payment.invoice_id is None
    assert payment.customer_id is None
    assert payment.credit_id is None
    assert payment.overpayment_id is None


def test_a_record_may_carry_its_number_under_either_name() -> None:
    row = {name: value for name, value in PAYMENT.items() if name != "id"}
    assert read_payment(raw(row)).id == 9


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "Acme"),
        ({"organization": " "}, "Ada Byron"),
        ({"organization": None, "fname": None}, "Byron"),
        ({"organization": None, "fname": "", "lname": ""}, "ada@acme.example"),
        ({"organization": None, "fname": "", "lname": "", "email": None}, "Customer 5"),
    ],
)
def test_a_customer_is_named_by_organization_then_person_then_email(
    changes: dict[str, Any], name: str
) -> None:
    row = {
        "id": 5,
        "organization": "Acme",
        "fname": "Ada",
        "lname": "Byron",
        "email": "ada@acme.example",
        "currency_code": "USD",
        "vis_state": 0,
    }
    customer = read_customer(raw(row, **changes))
    assert customer.name == name
    assert customer.updated_at == UNSAID


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"amount": usd("10.005")}, "amount"),
        ({"amount": {"amount": 10.0, "code": "USD"}}, "amount.amount"),
        ({"amount": {"amount": "ten", "code": "USD"}}, "amount"),
        ({"amount": {"amount": "10.00", "code": None}}, "currency"),
        ({"amount": {"amount": "10.00", "code": "dollars"}}, "amount"),
        ({"amount": None}, "amount"),
        ({"date": None}, "date"),
        ({"date": "31.01.2026"}, "date"),
        ({"updated": "soon"}, "updated"),
        ({"vis_state": None}, "vis_state"),
        ({"vis_state": 5}, "vis_state"),
        ({"invoiceid": -1}, "invoiceid"),
        ({"invoiceid": 2**63}, "invoiceid"),
        ({"note": 5}, "note"),
    ],
)
def test_an_odd_row_is_set_aside_with_its_id_and_the_field(
    changes: dict[str, Any], problem: str
) -> None:
    rows = [raw(PAYMENT, id=1), raw(PAYMENT, **changes), raw(PAYMENT, id=2)]
    records, odd = read_rows("payments", rows, read_payment)
    assert [record.id for record in records] == [1, 2]
    assert [(row.resource, row.id) for row in odd] == [("payments", "9")]
    assert problem in odd[0].problem
    assert "`" not in odd[0].problem


@pytest.mark.parametrize("row", [b"null", b"7", b"[]", b'"text"', b"{}", b'{"id": {}}'])
def test_a_row_that_is_no_record_is_set_aside_without_an_id(row: bytes) -> None:
    for read in (read_payment, read_invoice, read_customer, read_ledger_account):
        records, odd = read_rows("rows", [Raw(row)], read)
        assert records == ()
        assert [(one.id, bool(one.problem)) for one in odd] == [("", True)]


def test_an_invoice_in_two_currencies_is_odd() -> None:
    _, odd = read_rows(
        "invoices",
        [raw(INVOICE, outstanding={"amount": "100.00", "code": "CAD"})],
        read_invoice,
    )
    assert "outstanding" in odd[0].problem
    assert "CAD" in odd[0].problem


def test_a_line_with_a_sum_that_cannot_be_exact_makes_its_invoice_odd() -> None:
    lines = [{"lineid": 1, "amount": usd("1.001"), "unit_cost": usd("1.00"), "qty": "1"}]
    _, odd = read_rows("invoices", [raw(INVOICE, lines=lines)], read_invoice)
    assert "lines.1.amount" in odd[0].problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([INVOICE, PAYMENT]),
    st.dictionaries(st.sampled_from(sorted({*INVOICE, *PAYMENT, "lines"})), JSON, max_size=4),
)
def test_whatever_a_field_holds_the_row_is_read_or_set_aside(
    row: dict[str, Any], changes: dict[str, Any]
) -> None:
    one = Raw(json.dumps({**row, **changes}).encode())
    for read in (read_invoice, read_payment, read_customer, read_ledger_account):
        records, odd = read_rows("rows", [one], read)
        assert len(records) + len(odd) == 1
