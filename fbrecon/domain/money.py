"""Money: an integer of minor units with its currency. No float ever comes near it.

The number of decimals a currency has is the exponent of ISO 4217. Codes that the standard does not
list have two, as almost all do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

_AMOUNT = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{1,15})(?:\.(?P<part>[0-9]*))?\Z")
_MOST_DIGITS = 15
_CURRENCY = re.compile(r"[A-Z]{3}\Z")

# ISO 4217 exponents other than 2, active codes (list one of the standard).
NO_DECIMALS = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND"}
    | {"VUV", "XAF", "XOF", "XPF"}
)
THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
FOUR_DECIMALS = frozenset({"CLF", "UYW"})
_EXPONENTS = {
    **dict.fromkeys(NO_DECIMALS, 0),
    **dict.fromkeys(THREE_DECIMALS, 3),
    **dict.fromkeys(FOUR_DECIMALS, 4),
}


class MoneyError(ValueError):
    """An amount or currency that cannot be understood exactly."""


@cache
def exponent(currency: str) -> int:
    """How many decimals the currency has by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD."""
    if not _CURRENCY.match(currency):
        raise MoneyError(f"{currency!r} is not a currency code")
    return _EXPONENTS.get(currency, 2)


def parse_minor(amount: str, currency: str) -> int:
    """Minor units of a decimal string; more decimals than the currency has must be zeros.

    Raises `MoneyError` rather than rounding: a third decimal in dollars is a question for a
    person, never ours to drop.
    """
    digits = exponent(currency)
    if digits == 2 and amount[-3:-2] == ".":  # almost all are of this form
        text = amount[:-3] + amount[-2:]
        if 2 < len(text) <= _MOST_DIGITS + 2 and text.isascii() and text.isdigit():
            return int(text)
    found = _AMOUNT.match(amount)
    if found is None:
        raise MoneyError(f"{amount!r} is not an amount")
    part = found["part"] or ""
    if part[digits:].strip("0"):
        raise MoneyError(f"{amount!r} has more decimals than {currency}")
    minor = int(found["whole"] + part[:digits].ljust(digits, "0"))
    return -minor if found["sign"] else minor


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """`Money(1234, "USD")` is 12.34 US dollars. Arithmetic never mixes currencies."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.minor, bool) or not isinstance(self.minor, int):
            raise MoneyError(f"minor units must be an integer, not {self.minor!r}")
        exponent(self.currency)

    @classmethod
    def parse(cls, amount: str, currency: str) -> Money:
        """From a decimal string, exactly; raises `MoneyError`."""
        return _parse(amount, currency)

    @classmethod
    def from_decimal(cls, amount: Decimal, currency: str) -> Money:
        """From an exact decimal (never from a float); raises `MoneyError`."""
        if not amount.is_finite() or abs(amount.adjusted()) > _MOST_DIGITS:
            # Not written out: the digits of `1e9999999` would fill the memory.
            raise MoneyError(f"{amount} is not an amount")
        return cls.parse(format(amount, "f"), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, in that currency."""
        return cls(0, currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise MoneyError(f"cannot mix {self.currency} and {other.currency}")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.minor <= other.minor

    def __gt__(self, other: Money) -> bool:
        return not self <= other

    def __ge__(self, other: Money) -> bool:
        return not self < other

    @property
    def is_zero(self) -> bool:
        """Exactly nothing."""
        return self.minor == 0

    def to_decimal_string(self) -> str:
        """`"12.34"`, with the currency's own number of digits; what is sent and printed."""
        return decimal_string(self.minor, self.currency)

    def __str__(self) -> str:
        return f"{self.to_decimal_string()} {self.currency}"


@lru_cache(maxsize=4096)
def _parse(amount: str, currency: str) -> Money:
    """Most sums of a page stand there more than once; what was made of one cannot change."""
    return Money(parse_minor(amount, currency), currency)


def decimal_string(minor: int, currency: str) -> str:
    """Minor units as a decimal string: `(-5, "USD")` → `"-0.05"`, `(500, "JPY")` → `"500"`."""
    digits = exponent(currency)
    sign = "-" if minor < 0 else ""
    text = str(abs(minor)).rjust(digits + 1, "0")
    return f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else f"{sign}{text}"


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum, zero of that currency when there is nothing to add."""
    result = Money.zero(currency)
    for amount in amounts:
        result = result + amount
    return result
