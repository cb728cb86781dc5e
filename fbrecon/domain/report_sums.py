"""What reports have in common: rows by month, sums by currency, one sum's share of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from fbrecon.domain.money import Money, total
from fbrecon.domain.reports import Cell, Row, RowKind


def by_month(rows: Iterable[Row], day: str = "date") -> Iterator[tuple[str, str, list[Row]]]:
    """Rows by month (`YYYY-MM`) and currency, in that order; a row without a day is in none."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        on = row.cells.get(day)
        if isinstance(on, date):
            found.setdefault((f"{on:%Y-%m}", row.currency), []).append(row)
    for month, currency in sorted(found):
        yield month, currency, found[month, currency]


def with_totals(
    rows: Iterable[Row],
    sums: Sequence[str],
    *,
    label: str,
    ids: str = "id",
    share: tuple[str, str, str] | None = None,
) -> tuple[Row, ...]:
    """The rows of each currency, in their order, with what these columns come to.

    `label` is the column that says *Total*; counts are summed as well. `share` names a column, and
    the two sums of which it tells the share. A total is made of the rows' `ids` where they have
    any, else of what stands in the column of that name.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.currency, []).append(row)
    made: list[Row] = []
    for currency in sorted(found):
        own = found[currency]
        made += own
        if not currency:
            continue
        cells: dict[str, Cell] = {label: "Total"}
        for name in sums:
            parts = (row.cells.get(name) for row in own)
            cells[name] = total((part for part in parts if isinstance(part, Money)), currency)
        counts = [row.cells["count"] for row in own if isinstance(row.cells.get("count"), int)]
        if counts:
            cells["count"] = sum(count for count in counts if isinstance(count, int))
        if share is not None:
            column, part_of, whole_of = share
            part, whole = cells[part_of], cells[whole_of]
            assert isinstance(part, Money)
            assert isinstance(whole, Money)
            cells[column] = share_of(part, whole)
        made.append(Row(cells, RowKind.TOTAL, currency, "total", _ids(own, ids)))
    return tuple(made)


def share_of(part: Money, whole: Money) -> str:
    """How much of a sum another is, as a person reads it: `2.91 %`; "" of nothing.

    For reading only: a hundredth of a percent is rounded half up, away from zero.
    """
    if not whole.minor:
        return ""
    negative = (part.minor < 0) != (whole.minor < 0)
    hundredths = (abs(part.minor) * 20_000 + abs(whole.minor)) // (2 * abs(whole.minor))
    sign = "\u2212" if negative and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02} %"


def _ids(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    named = [str(row.cells[column]) for row in rows if row.cells.get(column)]
    if not named:
        named = [id_ for row in rows for id_ in row.ids]
    return tuple(dict.fromkeys(named))
