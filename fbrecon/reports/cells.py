"""What all forms share: text that stays on its line, numbers as people write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

from fbrecon import french
from fbrecon.domain.moments import rfc3339
from fbrecon.domain.money import Money
from fbrecon.domain.reports import Cell

MINUS: Final = "\u2212"
# Marks that turn the direction of what follows, and halves of characters that no file can hold.
_TAKEN_OUT = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# A no-break space stays: French writes it before a colon and between a sum and its currency.
_BLANKS = re.compile(r"(?:(?![\xa0\u202f])[\s\x00-\x1f\x7f-\x9f])+")


def one_line(text: str) -> str:
    """The text on one line, without control characters: names come from other people."""
    return _BLANKS.sub(" ", _TAKEN_OUT.sub("", text)).strip()


def plain(cell: Cell) -> str:
    """A cell for scripts: sums as decimal strings, days and times as in ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return cell.to_decimal_string()
    if isinstance(cell, datetime):
        return rfc3339(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int) else one_line(cell)


def for_people(cell: Cell, language: str = "en") -> str:
    """A cell for the eye: 1,234.50 with a true minus sign, times without their T and Z.

    French writes 1 234,50 and 04/03/2026.
    """
    if language == "fr":
        return _french(cell)
    if isinstance(cell, Money):
        return amount(cell)
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, int):
        return f"{cell:,}"
    return plain(cell)


def _french(cell: Cell) -> str:
    if isinstance(cell, Money):
        sign = MINUS if cell.minor < 0 else ""
        return sign + french.number(cell.to_decimal_string().lstrip("-"))
    if isinstance(cell, datetime):
        moment = cell.astimezone(UTC)
        return f"{french.short_day(moment.date())} {moment:%H:%M:%S}"
    if isinstance(cell, date):
        return french.short_day(cell)
    return french.number(str(cell)) if isinstance(cell, int) else plain(cell)


def amount(money: Money) -> str:
    """The sum without its currency, thousands parted."""
    whole, dot, part = money.to_decimal_string().lstrip("-").partition(".")
    return f"{MINUS if money.minor < 0 else ''}{int(whole):,}{dot}{part}"
