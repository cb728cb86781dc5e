"""The periods that a bookkeeper reports on, told from a day of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included. `key` is this_month, last_month, this_quarter,
    last_quarter, this_year or last_year.
    """

    key: str
    from_on: date
    until_on: date


def list_periods(today: date) -> tuple[Period, ...]:
    """The usual periods; one that has begun ends with its own last day, not with today."""
    return tuple(_iter_periods(today))


def _iter_periods(today: date) -> Iterator[Period]:
    for name, months in (("month", 1), ("quarter", 3), ("year", 12)):
        first = date(today.year, (today.month - 1) // months * months + 1, 1)
        before = _first_before(first, months)
        yield Period(f"this_{name}", first, _last(first, months))
        yield Period(f"last_{name}", before, first - timedelta(days=1))


def _first_before(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)


def _last(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 + months
    return date(place // 12, place % 12 + 1, 1) - timedelta(days=1)
