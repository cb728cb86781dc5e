"""Money is exact: it is refused rather than rounded, and currencies never mix."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fbrecon.domain.money import (
    FOUR_DECIMALS,
    NO_DECIMALS,
    THREE_DECIMALS,
    Money,
    MoneyError,
    decimal_string,
    exponent,
    parse_minor,
    total,
)


@pytest.mark.parametrize(
    ("currency", "digits"), [("USD", 2), ("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)]
)
def test_a_currency_has_the_decimals_of_iso_4217(currency: str, digits: int) -> None:
    assert exponent(currency) == digits


def test_a_code_that_the_standard_does_not_list_has_two_decimals() -> None:
    assert exponent("ZZZ") == 2


def test_no_currency_has_two_numbers_of_decimals() -> None:
    groups = (NO_DECIMALS, THREE_DECIMALS, FOUR_DECIMALS)
    assert len(frozenset().union(*groups)) == sum(map(len, groups))


@pytest.mark.parametrize("code", ["", "usd", "US", "USDX", "US1", " USD", "USD\n", "ÜSD"])
def test_what_is_not_a_currency_code_is_refused(code: str) -> None:
    with pytest.raises(MoneyError, match="not a currency code"):
        Money(1, code)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("0", "USD", 0),
        ("12.34", "USD", 1234),
        ("12", "USD", 1200),
        ("12.", "USD", 1200),
        ("12.3", "USD", 1230),
        ("12.3000", "USD", 1230),
        ("0.01", "USD", 1),
        ("-0.01", "USD", -1),
        ("-0.00", "USD", 0),
        ("007.50", "USD", 750),
        ("500", "JPY", 500),
        ("500.00", "JPY", 500),
        ("1.234", "KWD", 1234),
        ("1.5", "KWD", 1500),
        ("1.2345", "CLF", 12345),
        ("999999999999999.99", "USD", 99999999999999999),
    ],
)
def test_a_decimal_string_is_read_exactly(text: str, currency: str, minor: int) -> None:
    assert parse_minor(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "currency"),
    [("12.345", "USD"), ("0.001", "USD"), ("1.5", "JPY"), ("1.2345", "KWD"), ("1.23456", "CLF")],
)
def test_more_decimals_than_the_currency_has_are_refused_never_rounded(
    text: str, currency: str
) -> None:
    with pytest.raises(MoneyError, match="more decimals"):
        Money.parse(text, currency)


@pytest.mark.parametrize(
    "text",
    ["", "-", ".5", "+1", "1,000.00", "1 000", "1e3", "NaN", "12.3.4", " 1", "1\n", "١٢", "0x1"],
)
def test_what_is_not_a_plain_decimal_is_refused(text: str) -> None:
    with pytest.raises(MoneyError, match="not an amount"):
        Money.parse(text, "USD")


def test_a_sum_beyond_all_reason_is_refused() -> None:
    with pytest.raises(MoneyError, match="not an amount"):
        Money.parse("1" * 16, "USD")


@pytest.mark.parametrize("minor", [1.0, 12.5, "12", Decimal(12), None, True, False])
def test_only_an_integer_can_be_minor_units(minor: Any) -> None:
    with pytest.raises(MoneyError, match="must be an integer"):
        Money(minor, "USD")


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (0, "USD", "0.00"),
        (5, "USD", "0.05"),
        (-5, "USD", "-0.05"),
        (-1234, "USD", "-12.34"),
        (100, "USD", "1.00"),
        (0, "JPY", "0"),
        (500, "JPY", "500"),
        (-500, "JPY", "-500"),
        (5, "KWD", "0.005"),
        (5, "CLF", "0.0005"),
    ],
)
def test_minor_units_are_written_with_the_currencys_own_digits(
    minor: int, currency: str, text: str
) -> None:
    assert decimal_string(minor, currency) == text
    assert Money(minor, currency).to_decimal_string() == text
    assert str(Money(minor, currency)) == f"{text} {currency}"


@pytest.mark.parametrize("amount", ["1E+2", "100", "100.00", "1.0000E2"])
def test_an_exact_decimal_is_taken_however_it_is_written(amount: str) -> None:
    assert Money.from_decimal(Decimal(amount), "USD") == Money(10000, "USD")


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_a_decimal_that_is_no_number_is_refused(amount: str) -> None:
    with pytest.raises(MoneyError):
        Money.from_decimal(Decimal(amount), "USD")


def test_a_decimal_made_from_a_float_betrays_itself() -> None:
    with pytest.raises(MoneyError, match="more decimals"):
        Money.from_decimal(Decimal.from_float(0.1), "USD")


def test_arithmetic_stays_in_one_currency() -> None:
    a, b = Money(1000, "USD"), Money(250, "USD")
    assert a + b == Money(1250, "USD")
    assert a - b == Money(750, "USD")
    assert b - a == Money(-750, "USD")
    assert -a == Money(-1000, "USD")


def test_mixing_currencies_is_refused_in_every_operation() -> None:
    dollars, euros = Money(1, "USD"), Money(1, "EUR")
    for mix in (
        lambda: dollars + euros,
        lambda: dollars - euros,
        lambda: dollars < euros,
        lambda: dollars <= euros,
        lambda: dollars > euros,
        lambda: dollars >= euros,
        lambda: total([dollars, euros], "USD"),
        lambda: total([euros], "USD"),
    ):
        with pytest.raises(MoneyError, match="cannot mix"):
            mix()


def test_equal_numbers_of_two_currencies_are_not_the_same_money() -> None:
    assert Money(1, "USD") != Money(1, "EUR")
    assert len({Money(1, "USD"), Money(1, "EUR"), Money(1, "USD")}) == 2


def test_sums_are_ordered_by_what_they_are_worth() -> None:
    small, big = Money(-1, "USD"), Money(2, "USD")
    assert small < big
    assert big > small
    assert small <= Money(-1, "USD")
    assert small >= Money(-1, "USD")
    assert not small > Money(-1, "USD")
    assert not small >= big


def test_the_sum_of_nothing_is_zero_of_that_currency() -> None:
    assert total([], "JPY") == Money.zero("JPY")
    assert Money.zero("JPY").is_zero
    assert not Money(1, "JPY").is_zero
    assert not Money(-1, "JPY").is_zero


def test_money_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Money(1, "USD").minor = 2  # type: ignore[misc]
