"""Days as people write them: day or month first is decided by the whole column, or asked.

Day to day, never through a time: a date that stands in the file is the date that is kept. Only a
time with a zone is a moment, and stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Final

from fbrecon.errors import AskAboutFile
from fbrecon.table_files.problems import FieldError, shown

_TIME = (
    r"(?:[T ,]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(
    r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})" + _TIME, re.ASCII
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})", re.ASCII)
_NUMBERS = re.compile(
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})" + _TIME, re.ASCII
)
_DAY_NAME = re.compile(
    r"(?P<d>\d{1,2})[ -](?P<n>[A-Za-z]{3,9})\.?,?[ -](?P<y>\d{4}|\d{2})" + _TIME, re.ASCII
)
_NAME_DAY = re.compile(r"(?P<n>[A-Za-z]{3,9})\.? (?P<d>\d{1,2}),? (?P<y>\d{4})" + _TIME, re.ASCII)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_YEARS: Final = range(1970, 2101)


class DayOrder(StrEnum):
    """Which of two numbers before the year is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as it stands in the file; `at` is the moment (UTC) where a time with a zone stood."""

    on: date
    at: datetime | None = None


def decide_order(column: str, cells: Iterable[tuple[int, str]]) -> DayOrder:
    """The order of a column, given row numbers and texts. Raises `AskAboutFile`."""
    certain: dict[DayOrder, int] = {}
    unclear: int | None = None
    for row, text in cells:
        found = _NUMBERS.fullmatch(text.strip())
        if found is None:
            continue
        first, second = int(found["a"]), int(found["b"])
        if first == second or max(first, second) > 31 or min(first, second) > 12:
            continue
        if first > 12:
            certain.setdefault(DayOrder.DAY_FIRST, row)
        elif second > 12:
            certain.setdefault(DayOrder.MONTH_FIRST, row)
        elif unclear is None:
            unclear = row
    if len(certain) == 1:
        return next(iter(certain))
    if certain:
        raise _ask(
            column,
            f"Row {certain[DayOrder.DAY_FIRST]} can only be day first, row "
            f"{certain[DayOrder.MONTH_FIRST]} only month first.",
        )
    if unclear is not None:
        raise _ask(column, f"Row {unclear}, for example, is a date either way.")
    return DayOrder.DAY_FIRST  # nothing in the column depends on it


def read_day(column: str, text: str, order: DayOrder, zone: str = "") -> Stamp:
    """The day of a cell; a time without a zone is in `zone` ("" for nobody knows, or "UTC").

    Raises `FieldError`.
    """
    value = " ".join(text.split())
    for pattern in (_ISO, _COMPACT, _DAY_NAME, _NAME_DAY, _NUMBERS):
        found = pattern.fullmatch(value)
        if found is not None:
            return _stamp(column, text, found.groupdict(), order, zone)
    raise FieldError(column, f"{shown(text)} is not a date.")


def _stamp(
    column: str, text: str, parts: dict[str, str | None], order: DayOrder, zone: str
) -> Stamp:
    year = int(parts["y"] or 0)
    if len(parts["y"] or "") == 2:
        year += 2000 if year < 80 else 1900
    if parts.get("a"):
        numbers = int(parts["a"] or 0), int(parts["b"] or 0)
        day, month = numbers if order is DayOrder.DAY_FIRST else numbers[::-1]
    else:
        day = int(parts["d"] or 0)
        month = int(parts["m"] or 0) if parts.get("m") else _month(parts.get("n") or "")
    if year not in _YEARS:
        raise FieldError(column, f"{shown(text)} is a date that no statement has.")
    try:
        on = date(year, month, day)
        return Stamp(on, _moment(on, parts, zone))
    except ValueError:
        raise FieldError(column, f"{shown(text)} is not a date, {order.value} read.") from None


def _month(name: str) -> int:
    """The number of a month's English name, whole or of three letters; 0 for any other word."""
    wanted = name.lower()
    for place, month in enumerate(_MONTHS, 1):
        if wanted in (month, month[:3]) or (wanted == "sept" and place == 9):
            return place
    return 0


def _moment(on: date, parts: dict[str, str | None], zone: str) -> datetime | None:
    if parts.get("hour") is None:
        return None
    hour = int(parts["hour"] or 0)
    half = (parts.get("half") or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "pm" else 0)
    clock = time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    stated = parts.get("zone") or zone
    if not stated:
        return None
    offset = timedelta(0)
    if stated[0] in "+-":
        offset = timedelta(hours=int(stated[1:3]), minutes=int(stated[-2:]))
        offset = -offset if stated[0] == "-" else offset
    return datetime.combine(on, clock, timezone(offset)).astimezone(UTC)


def _ask(column: str, why: str) -> AskAboutFile:
    return AskAboutFile(
        "The file's dates can be read in two ways",
        f"Column “{column}” does not tell whether the day or the month comes first. {why}",
        "Say which one with --dates day-first or --dates month-first.",
        asks="dates",
    )
