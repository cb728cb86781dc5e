"""Sums of money as the sandbox keeps them: whole minor units and a currency code.

Owns the way from and to the text and the numbers of the wire, without a float in between.
It is the sandbox's own on purpose: a service that counts with the code it is there to test
would repeat its mistakes.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import msgspec

_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3}

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def digits_of(currency: str) -> int:
    """How many digits the currency has after the point."""
    return _DIGITS.get(currency, 2)


def to_decimal(minor: int, currency: str) -> Decimal:
    """1230 minor units of USD are exactly 12.30, with both digits kept."""
    return Decimal(minor).scaleb(-digits_of(currency))


def to_text(minor: int, currency: str) -> str:
    """The decimal text of a sum of minor units, such as ``-12.30``."""
    return f"{to_decimal(minor, currency):f}"


def to_minor(value: Any, currency: str) -> int:
    """Minor units of a decimal text or number; raises ValueError where that is not exact."""
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise ValueError(f"not a decimal amount: {value!r}")
    try:
        scaled = Decimal(value).scaleb(digits_of(currency))
    except InvalidOperation as problem:
        raise ValueError(f"not a decimal amount: {value!r}") from problem
    if not scaled.is_finite() or scaled != scaled.to_integral_value():
        raise ValueError(f"{value} has more digits than {currency} allows")
    return int(scaled)


def rounded(value: Decimal) -> int:
    """The whole number nearest to ``value``, halves away from zero."""
    return int(value.to_integral_value(ROUND_HALF_UP))


def wire_money(minor: int, currency: str) -> dict[str, str]:
    """The shape in which FreshBooks sends every sum."""
    return {"amount": to_text(minor, currency), "code": currency}


def json_bytes(body: Any) -> bytes:
    """JSON text; a Decimal becomes a number with exactly its digits, never a float."""
    return _ENCODER.encode(body)
