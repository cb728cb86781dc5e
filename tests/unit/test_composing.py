"""What an invoice looks like on the platform: exactly what is outstanding, line by line."""

from __future__ import annotations

from dataclasses import fields

import pytest

from fbrecon.domain.composing import CopyLine, compose_copy
from fbrecon.domain.documents import Invoice
from fbrecon.domain.money import Money
from fbrecon.domain.posting import find_marker
from tests.fakes.samples import MARKER, a_line, an_invoice, usd


def _sums(lines: tuple[CopyLine, ...]) -> list[int]:
    return [line.amount.minor for line in lines]


def test_a_plain_invoice_is_its_lines() -> None:
    invoice = an_invoice(
        12, usd(15000), lines=[a_line(usd(10000)), a_line(usd(5000), 2, "Hosting")]
    )
    assert compose_copy(invoice, MARKER) == (
        CopyLine(f"Invoice INV-12: Work – In March ({MARKER})", usd(10000)),
        CopyLine("Hosting – In March", usd(5000)),
    )


def test_tax_discount_and_what_was_paid_follow_the_lines_in_that_order() -> None:
    invoice = an_invoice(
        total=usd(10800),  # 100.00 + 20 % tax on it, less 12.00
        outstanding=usd(8000),
        discount=usd(1200),
        lines=[a_line(usd(10000), tax_percent="20")],
    )
    lines = compose_copy(invoice, MARKER)
    assert [(line.description, line.amount.minor) for line in lines[1:]] == [
        ("Tax", 2000),
        ("Discount", -1200),
        ("Already paid", -2800),
    ]
    assert sum(_sums(lines)) == 8000


def test_extras_of_zero_are_left_out() -> None:
    invoice = an_invoice(total=usd(10000), lines=[a_line(usd(10000), tax_percent="0.00")])
    assert _sums(compose_copy(invoice, MARKER)) == [10000]


def test_a_copy_line_has_no_quantity_that_could_multiply_its_sum() -> None:
    assert [f.name for f in fields(CopyLine)] == ["description", "amount"]


def test_the_sum_is_the_books_own_and_not_a_hundred_times_it() -> None:
    yen = Money(12000, "JPY")
    invoice = an_invoice(total=yen, lines=[a_line(yen)])
    assert compose_copy(invoice, MARKER)[0].amount == yen
    assert _sums(compose_copy(an_invoice(total=usd(1)), MARKER)) == [1]


def _single(invoice: Invoice) -> tuple[CopyLine, ...]:
    text = f"Invoice {invoice.number}, outstanding ({MARKER})"
    return (CopyLine(text, invoice.outstanding),)


@pytest.mark.parametrize(
    "invoice",
    [
        an_invoice(lines=[]),
        # 20.00 more than the lines, and no line is taxed
        an_invoice(total=usd(12000), lines=[a_line(usd(10000))]),
        # less than the lines, without a discount
        an_invoice(total=usd(9000), lines=[a_line(usd(10000), tax_percent="20")]),
        # more is owed than was billed
        an_invoice(total=usd(10000), outstanding=usd(10001), lines=[a_line(usd(10000))]),
        # a line in another currency
        an_invoice(total=usd(10000), lines=[a_line(Money(10000, "EUR"))]),
    ],
    ids=["no lines", "untaxed gap", "too little", "owed beyond the total", "foreign line"],
)
def test_an_invoice_whose_parts_do_not_make_up_its_sum_is_one_line(invoice: Invoice) -> None:
    assert compose_copy(invoice, MARKER) == _single(invoice)


def test_an_invoice_is_one_line_where_the_platform_refused_the_items() -> None:
    invoice = an_invoice(lines=[a_line(usd(13000)), a_line(usd(-1000), 2)])
    assert len(compose_copy(invoice, MARKER)) == 2
    assert compose_copy(invoice, MARKER, itemised=False) == _single(invoice)


def test_number_and_marker_stand_in_the_first_line_only() -> None:
    invoice = an_invoice(12, usd(15000), lines=[a_line(usd(10000)), a_line(usd(5000), 2)])
    for lines in (compose_copy(invoice, MARKER), compose_copy(invoice, MARKER, itemised=False)):
        assert find_marker(lines[0].description) == MARKER
        assert "INV-12" in lines[0].description
        assert not [line for line in lines[1:] if find_marker(line.description)]


def test_a_line_without_words_is_an_item() -> None:
    invoice = an_invoice(lines=[a_line(usd(12000), name="  ", description="")])
    assert compose_copy(invoice, MARKER)[0].description == f"Invoice INV-100: Item ({MARKER})"


def test_line_breaks_become_spaces_and_long_texts_are_cut_before_the_marker() -> None:
    long = an_invoice(lines=[a_line(usd(12000), name="a\n\tb", description="word " * 100)])
    text = compose_copy(long, MARKER)[0].description
    assert "\n" not in text
    assert "a b – word" in text
    assert "…" in text
    assert len(text) < 260
    assert find_marker(text) == MARKER


def test_the_same_invoice_always_makes_the_same_copy() -> None:
    assert compose_copy(an_invoice(), MARKER) == compose_copy(an_invoice(), MARKER)
