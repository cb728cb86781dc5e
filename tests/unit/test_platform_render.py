from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.ids import PlatformCustomerId
from fbrecon.domain.money import Money, MoneyError
from fbrecon.platforms.alternative_payments.render import render_customer, render_invoice
from fbrecon.platforms.port import CopyDraft, CopyLine, CustomerDraft


def _draft(*amounts: Money, number: str = "") -> CopyDraft:
    lines = tuple(CopyLine(f"Line {n}", amount) for n, amount in enumerate(amounts))
    return CopyDraft(PlatformCustomerId("cus_1"), number, date(2026, 3, 10), lines)


def test_the_body_of_an_invoice_byte_for_byte() -> None:
    body = render_invoice(_draft(Money(10000, "USD"), Money(-5, "USD")))
    assert body == (
        b'{"customer_id":"cus_1","currency":"USD","due_date":"2026-03-10","line_items":['
        b'{"description":"Line 0","amount":100.00,"quantity":1},'
        b'{"description":"Line 1","amount":-0.05,"quantity":1}]}'
    )


@given(st.lists(st.integers(-(10**14), 10**14), min_size=1, max_size=5))
def test_amounts_are_dollars_and_never_a_hundred_times_that(cents: list[int]) -> None:
    body = render_invoice(_draft(*(Money(minor, "USD") for minor in cents)))
    sent = json.loads(body, parse_float=Decimal, parse_int=Decimal)
    for minor, line in zip(cents, sent["line_items"], strict=True):
        assert line["amount"] == Decimal(minor) / 100
        assert line["amount"].as_tuple().exponent == -2
        assert line["quantity"] == 1


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Money(500, "JPY"), b"500"),
        (Money(500, "USD"), b"5.00"),
        (Money(500, "KWD"), b"0.500"),
        (Money(12_345, "KWD"), b"12.345"),
    ],
)
def test_each_currency_is_written_with_its_own_digits(amount: Money, written: bytes) -> None:
    assert b'"amount":' + written + b"," in render_invoice(_draft(amount))


def test_the_number_is_sent_where_there_is_one() -> None:
    assert json.loads(render_invoice(_draft(Money(1, "CAD"), number="INV-7")))[
        "invoice_number"
    ] == ("INV-7")
    assert b"invoice_number" not in render_invoice(_draft(Money(1, "CAD")))


def test_lines_of_two_currencies_are_no_invoice() -> None:
    with pytest.raises(MoneyError):
        render_invoice(_draft(Money(1, "USD"), Money(1, "CAD")))


def test_no_lines_are_no_invoice() -> None:
    with pytest.raises(ValueError, match="at least one line"):
        render_invoice(_draft())


def test_text_survives_as_it_is() -> None:
    draft = CustomerDraft("fb-7", 'Zoë "Z" \\ Søn\n', "z@example.com")
    assert json.loads(render_customer(draft)) == {
        "name": draft.name,
        "external_id": "fb-7",
        "email": "z@example.com",
    }
    assert b"email" not in render_customer(CustomerDraft("fb-7", "Zoë", ""))


def test_the_same_draft_gives_the_same_bytes() -> None:
    draft = _draft(Money(10000, "USD"), number="7")
    assert render_invoice(draft) == render_invoice(draft)
