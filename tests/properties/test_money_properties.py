"""Whatever the sum and the currency: nothing is lost, nothing is rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.money import Money, MoneyError, decimal_string, exponent, parse_minor, total

from .kinds import currencies, minors, monies


@given(minors, currencies)
def test_a_written_sum_is_read_back_as_it_was(minor: int, currency: str) -> None:
    text = decimal_string(minor, currency)
    assert parse_minor(text, currency) == minor
    assert Money.parse(text, currency).to_decimal_string() == text


@given(monies)
def test_a_written_sum_has_exactly_the_currencys_decimals(money: Money) -> None:
    _, _, part = money.to_decimal_string().partition(".")
    assert len(part) == exponent(money.currency)


@given(minors, currencies, st.integers(0, 5))
def test_more_zeros_change_nothing(minor: int, currency: str, zeros: int) -> None:
    text = decimal_string(minor, currency)
    text = text if "." in text else text + "."
    assert parse_minor(text + "0" * zeros, currency) == minor


@given(minors, currencies, st.text("0123456789", max_size=3), st.sampled_from("123456789"))
def test_a_further_decimal_that_is_not_zero_is_refused(
    minor: int, currency: str, zeros: str, digit: str
) -> None:
    text = decimal_string(minor, currency)
    text = text if "." in text else text + "."
    with pytest.raises(MoneyError, match="more decimals"):
        parse_minor(text + zeros + digit, currency)


@given(st.decimals(allow_nan=True, allow_infinity=True), currencies)
def test_a_decimal_becomes_money_exactly_or_not_at_all(amount: Decimal, currency: str) -> None:
    try:
        money = Money.from_decimal(amount, currency)
    except MoneyError:
        return
    assert Decimal(money.to_decimal_string()) == amount


@given(st.text(max_size=20), currencies)
def test_any_text_is_read_exactly_or_refused(text: str, currency: str) -> None:
    try:
        minor = parse_minor(text, currency)
    except MoneyError:
        return
    assert Decimal(text) == Decimal(minor).scaleb(-exponent(currency))


@given(st.lists(minors, max_size=20), currencies)
def test_a_total_is_the_same_in_every_order(amounts: list[int], currency: str) -> None:
    monies = [Money(minor, currency) for minor in amounts]
    assert total(monies, currency) == total(reversed(monies), currency)
    assert total(monies, currency).minor == sum(amounts)


@given(minors, minors, currencies)
def test_what_is_added_can_be_taken_away_again(a: int, b: int, currency: str) -> None:
    x, y = Money(a, currency), Money(b, currency)
    assert x + y - y == x
    assert x - y == -(y - x)
    assert (x < y) == (a < b)
    assert (x >= y) == (a >= b)
