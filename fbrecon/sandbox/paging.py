"""FreshBooks' accounting lists: page numbers, `search[...]` filters and their oddities.

Filters nobody knows and sorts nobody supports are ignored without a word, as in reality.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from fbrecon.sandbox.freshbooks_errors import accounting_error

_T = TypeVar("_T")

DEFAULT_PER_PAGE = 15
MOST_PER_PAGE = 100

Predicate = Callable[[Any], bool]
# Takes the texts sent for a filter, answers whether a row passes.
Filter = Callable[[list[str]], Predicate]
# Query arguments, each with all of its values.
Arguments = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Page:
    """Which page was asked for."""

    number: int
    size: int


def page_from(arguments: Arguments) -> Page:
    """Page 0 is page 1, more than 100 rows are 100; what is no number is an error."""
    number = _whole(arguments, "page", 1, errno=1014)
    size = _whole(arguments, "per_page", DEFAULT_PER_PAGE, errno=1013)
    return Page(max(number, 1), min(size, MOST_PER_PAGE) if size > 0 else DEFAULT_PER_PAGE)


def page_of(rows: Sequence[_T], page: Page) -> tuple[Sequence[_T], dict[str, int]]:
    """The rows of that page and the four numbers that stand beside them."""
    start = (page.number - 1) * page.size
    numbers = {
        "page": page.number,
        "pages": -(-len(rows) // page.size),
        "per_page": page.size,
        "total": len(rows),
    }
    return rows[start : start + page.size], numbers


def searches(arguments: Arguments) -> list[tuple[str, list[str]]]:
    """The `search[name]=` and `search[names][]=` of a request, by name."""
    found: dict[str, list[str]] = {}
    for key, values in arguments.items():
        if key.startswith("search[") and key.endswith("]"):
            name = key.removesuffix("[]")[len("search[") : -1]
            found.setdefault(name, []).extend(values)
    return sorted(found.items())


def matching(
    rows: Iterable[_T], filters: Mapping[str, Filter], asked: list[tuple[str, list[str]]]
) -> list[_T]:
    """The rows that pass every known filter; without a vis_state asked, deleted ones do not."""
    checks = [filters[name](values) for name, values in asked if name in filters]
    if not any(name == "vis_state" for name, _ in asked):
        checks.append(lambda row: row.vis_state != 1)
    return [row for row in rows if all(check(row) for check in checks)]


def ordered(
    rows: list[_T], arguments: Arguments, keys: Mapping[str, Callable[[_T], Any]]
) -> list[_T]:
    """Newest id first; a known ``<field>_asc|_desc`` sorts, a malformed ``...asc`` is by id."""
    rows.sort(key=lambda row: row.id, reverse=True)  # type: ignore[attr-defined]
    asked = (arguments.get("sort") or [""])[-1]
    name, _, way = asked.rpartition("_")
    if name in keys and way in ("asc", "desc"):
        rows.sort(key=keys[name], reverse=way == "desc")
    elif asked.endswith("asc"):
        rows.reverse()
    return rows


def one_of(read: Callable[[Any], Any]) -> Filter:
    """Equal to any of the values sent, compared as text without regard to case."""

    def make(values: list[str]) -> Predicate:
        wanted = {value.lower() for value in values}
        return lambda row: str(read(row)).lower() in wanted

    return make


def like(read: Callable[[Any], str]) -> Filter:
    """Contains the text, without regard to case."""

    def make(values: list[str]) -> Predicate:
        wanted = values[-1].lower()
        return lambda row: wanted in (read(row) or "").lower()

    return make


def from_day(read: Callable[[Any], date]) -> Filter:
    """That day or later."""

    def make(values: list[str]) -> Predicate:
        day = _day(values[-1])
        return lambda row: read(row) >= day

    return make


def to_day(read: Callable[[Any], date], *, exclusive: bool = False) -> Filter:
    """Up to that day; ``exclusive`` where FreshBooks means "less than"."""

    def make(values: list[str]) -> Predicate:
        day = _day(values[-1])
        if exclusive:
            return lambda row: read(row) < day
        return lambda row: read(row) <= day

    return make


def at_least(read: Callable[[Any], Decimal]) -> Filter:
    """That number or more."""

    def make(values: list[str]) -> Predicate:
        number = _number(values[-1])
        return lambda row: read(row) >= number

    return make


def at_most(read: Callable[[Any], Decimal]) -> Filter:
    """That number or less."""

    def make(values: list[str]) -> Predicate:
        number = _number(values[-1])
        return lambda row: read(row) <= number

    return make


def _whole(arguments: Arguments, name: str, default: int, *, errno: int) -> int:
    text = (arguments.get(name) or [""])[-1]
    if not text:
        return default
    try:
        return int(text)
    except ValueError:
        message = f"{name} must be a number."
        raise accounting_error(400, errno, message, field=name, value=text) from None


def _day(text: str) -> date:
    """Filters know days only, never times."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else _bad_day(text)
    except ValueError:
        return _bad_day(text)


def _bad_day(text: str) -> date:
    raise accounting_error(422, 1023, "Filter must be a date, YYYY-MM-DD.", value=text) from None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise accounting_error(422, 1024, "Filter must be a number.", value=text) from None
