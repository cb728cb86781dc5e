"""How French writes sums, counts and days: 1 234,50 USD, 4 mars 2026.

For sentences, reports and receipts that are made without the window, whose own form is Qt's.
Standard library only; knows nobody.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
_SUM = re.compile(r"([-\u2212]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ([A-Z]{3})")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def written(value: str) -> str:
    """A sum, a count with its thousands parted, or a day, in French; any other text as it is."""
    found = _SUM.fullmatch(value)
    if found is not None:
        sum_ = number(found[2].replace(",", "") + (found[3] or ""))
        return f"{found[1]}{sum_}{_NO_BREAK}{found[4]}"
    if _COUNT.fullmatch(value):
        return number(value.replace(",", ""))
    if _DAY.fullmatch(value):
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value  # what only looks like a day
    return value


def number(digits: str) -> str:
    """Plain digits, with a point before decimals, in French: 1 234,50."""
    whole, point, part = digits.partition(".")
    return f"{int(whole):,}".replace(",", NARROW) + ("," + part if point else "")


def day(on: date) -> str:
    """A day in a sentence: 4 mars 2026."""
    first = "1er" if on.day == 1 else str(on.day)
    return f"{first}{_NO_BREAK}{_MONTHS[on.month - 1]} {on.year}"


def short_day(on: date) -> str:
    """A day in a table: 04/03/2026."""
    return f"{on:%d/%m/%Y}"
