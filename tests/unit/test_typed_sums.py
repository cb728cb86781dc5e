"""What is typed to look for a sum, in any country's way of writing it."""

from __future__ import annotations

import pytest

from fbrecon.domain.money import Money
from fbrecon.domain.typed_sums import list_ranges


@pytest.mark.parametrize(
    ("text", "currency", "ranges"),
    [
        ("1234.50", "USD", [(123450, 123450)]),
        ("1,234.50", "USD", [(123450, 123450)]),
        ("1.234,50", "EUR", [(123450, 123450)]),
        ("1\u202f234,50 EUR", "EUR", [(123450, 123450)]),
        ("usd 12,34,567.80", "USD", [(123456780, 123456780)]),
        ("1'234.5", "CHF", [(123450, 123459)]),
        ("1234", "USD", [(123400, 123499)]),
        ("1234.", "USD", [(123400, 123499)]),
        ("1,234", "USD", [(123400, 123499)]),
        ("1,234", "KWD", [(1234, 1234), (1234000, 1234999)]),
        ("1,234", "JPY", [(1234, 1234)]),
        ("\u0661\u0662\u066b\u0665\u0660", "USD", [(1250, 1250)]),
        ("12.5", "JPY", []),
        ("1.23,45", "USD", []),
        ("1.234.567", "USD", [(123456700, 123456799)]),
        ("INV-100", "USD", []),
        ("-5", "USD", []),
        ("EUR 5", "USD", []),
        ("", "USD", []),
        ("1" * 40, "USD", []),
    ],
)
def test_a_typed_sum_finds_all_that_it_may_be_the_beginning_of(
    text: str, currency: str, ranges: list[tuple[int, int]]
) -> None:
    assert list_ranges(text, currency) == ranges


@pytest.mark.parametrize("minor", [0, 5, 100, 99_999, 123_456_789])
@pytest.mark.parametrize("currency", ["USD", "JPY", "KWD"])
def test_a_sum_as_it_is_written_finds_itself(minor: int, currency: str) -> None:
    assert (minor, minor) in list_ranges(str(Money(minor, currency)), currency)
