from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.documents import CopyState, Method, PlatformState
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Page
from fbrecon.platforms.alternative_payments import parse
from fbrecon.platforms.alternative_payments.wire import WirePage

PAYMENT: dict[str, Any] = {
    "id": "pay_1",
    "customer_id": "cus_1",
    "created_at": "2026-03-02T23:30:00-05:00",
    "due_date": "2026-03-10",
    "payment_method": "card",
    "status": "succeeded",
    "sub_total": 100,
    "total": 103.2,
    "fees": [
        {"amount": 3.2, "name": "Card", "type": "FT_METHOD", "covered_by_customer": True},
        {"amount": "0.30", "name": "Fix", "type": "FT_PRODUCT", "covered_by_customer": False},
    ],
}
INVOICE: dict[str, Any] = {
    "id": "inv_1",
    "invoice_number": None,
    "customer_id": "cus_1",
    "currency": "USD",
    "due_date": "2026-03-10",
    "status": "open",
    "total": 12.34,
    "line_items": [{"description": "Invoice 7 (FBR-X)", "amount": 12.34, "quantity": 1}],
    "created_at": "2026-03-01T00:00:00Z",
}


def _raw(row: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps({**row, **changes}).encode()


def _without(row: dict[str, Any], name: str) -> bytes:
    return json.dumps({key: value for key, value in row.items() if key != name}).encode()


def _page(*rows: Any) -> Page[Any]:
    wire = msgspec.json.decode(json.dumps({"data": rows}).encode(), type=WirePage)
    return parse.read_page(wire, 1, "platform_payments", lambda raw: parse.read_payment(raw, {}))


def test_a_payment_is_read_field_by_field() -> None:
    payment = parse.read_payment(_raw(PAYMENT), {})
    assert payment.created_at == datetime(2026, 3, 3, 4, 30, tzinfo=UTC)
    assert payment.created_at.tzinfo is UTC
    assert (payment.method, payment.state) == (Method.CARD, PlatformState.SUCCEEDED)
    assert (payment.total, payment.sub_total) == (Decimal("103.2"), Decimal(100))
    assert [fee.kind for fee in payment.fees] == ["method", "product"]
    assert payment.customer_fees == Decimal("3.2")
    assert payment.merchant_fees == Decimal("0.30")
    assert payment.adds_up
    assert payment.taken_off("USD") == Money(10000, "USD")


def test_the_raw_word_of_a_state_is_kept_as_it_came() -> None:
    payment = parse.read_payment(_raw(PAYMENT, status="PS_On-Hold"), {})
    assert (payment.state, payment.raw_state) == (PlatformState.UNKNOWN, "PS_On-Hold")


def test_a_payment_without_a_method_does_not_say_how_it_was_made() -> None:
    assert parse.read_payment(_without(PAYMENT, "payment_method"), {}).method is Method.UNKNOWN
    assert parse.read_payment(_raw(PAYMENT, payment_method=None), {}).method is Method.UNKNOWN
    marked = _raw(PAYMENT, payment_method="PM_MARKED_AS_PAID")
    assert parse.read_payment(marked, {}).method is Method.NONE
    assert (
        parse.read_payment(_raw(PAYMENT, payment_method={"type": "ach"}), {}).method is Method.ACH
    )
    assert parse.read_payment(_raw(PAYMENT, payment_method={"x": 1}), {}).method is Method.OTHER


@given(st.integers(min_value=-(10**11), max_value=10**11))
def test_amounts_are_exact_as_numbers_and_as_texts(cents: int) -> None:
    literal = f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
    for written in (literal, f'"{literal}"'):
        raw = json.dumps({**PAYMENT, "total": "HERE"}).replace('"HERE"', written).encode()
        assert parse.read_payment(raw, {}).total * 100 == cents


@pytest.mark.parametrize(
    "amount", ["NaN", "Infinity", "1e40", "12.345", "abc", None, True, {}, "1e-30", ""]
)
def test_a_row_with_an_amount_that_is_none_is_set_aside_and_the_page_goes_on(amount: Any) -> None:
    page = _page(PAYMENT, {**PAYMENT, "id": "pay_2", "total": amount}, {**PAYMENT, "id": "pay_3"})
    assert [payment.id for payment in page.records] == ["pay_1", "pay_3"]
    assert [(odd.resource, odd.id) for odd in page.odd] == [("platform_payments", "pay_2")]
    assert "total" in page.odd[0].problem


@pytest.mark.parametrize("name", ["id", "created_at", "status", "total", "sub_total"])
def test_a_payment_lacking_what_decides_is_set_aside(name: str) -> None:
    lacking = {key: value for key, value in PAYMENT.items() if key != name}
    page = _page(lacking, PAYMENT)
    assert len(page.records) == len(page.odd) == 1
    assert name in page.odd[0].problem


@pytest.mark.parametrize("row", [None, 3, "text", [], {}, {"id": None}, {"id": " "}])
def test_a_row_that_is_no_record_is_set_aside(row: Any) -> None:
    page = _page(row)
    assert page.records == ()
    assert len(page.odd) == 1


@pytest.mark.parametrize("moment", ["yesterday", "2026-13-01T00:00:00Z", ""])
def test_a_time_that_is_none_is_odd(moment: str) -> None:
    with pytest.raises(parse.OddRowError):
        parse.read_payment(_raw(PAYMENT, created_at=moment), {})


def test_an_invoice_is_read_with_its_descriptions() -> None:
    invoice = parse.read_invoice(_raw(INVOICE))
    assert invoice.total == Money(1234, "USD")
    assert invoice.descriptions == ("Invoice 7 (FBR-X)",)
    assert (invoice.number, invoice.due_on) == ("", date(2026, 3, 10))
    assert invoice.state is CopyState.OPEN


def test_an_invoice_without_a_currency_is_never_guessed() -> None:
    for raw in (_without(INVOICE, "currency"), _raw(INVOICE, currency=None)):
        with pytest.raises(msgspec.ValidationError):
            parse.read_invoice(raw)


def test_an_archived_invoice_is_known_by_its_word_or_its_flag() -> None:
    for changes in ({"status": "IS_ARCHIVED"}, {"archived": True}, {"archived_at": "2026-03-01"}):
        assert parse.read_invoice(_raw(INVOICE, **changes)).state is CopyState.ARCHIVED


def test_a_date_with_a_time_beside_it_keeps_its_day() -> None:
    invoice = parse.read_invoice(_raw(INVOICE, due_date="2026-03-10T00:00:00-08:00"))
    assert invoice.due_on == date(2026, 3, 10)


@pytest.mark.parametrize("day", ["2026-02-30", "10/03/2026", "2026-03-1", "2026-03-101"])
def test_a_date_that_is_none_is_odd(day: str) -> None:
    with pytest.raises(parse.OddRowError):
        parse.read_invoice(_raw(INVOICE, due_date=day))


def test_a_payout_states_net_and_gross() -> None:
    row = {
        "id": "po_1",
        "status": "succeeded",
        "created_at": "2026-03-01T00:00:00Z",
        "arrival_date": "2026-03-03",
        "sub_total": 100,
        "total": 97,
        "fees": [{"amount": 3, "type": "method", "covered_by_customer": False}],
    }
    payout = parse.read_payout(json.dumps(row).encode())
    assert (payout.gross, payout.net) == (Decimal(100), Decimal(97))
    assert payout.arrival_on == date(2026, 3, 3)
    assert payout.lines is None


def test_a_customer_falls_back_to_the_legal_name() -> None:
    raw = b'{"id": 12, "name": null, "legal_name": "Acme LLC", "email": null, "external_id": 5}'
    customer = parse.read_customer(raw)
    assert (customer.id, customer.name, customer.email) == ("12", "Acme LLC", "")
    assert customer.external_id == "5"
