"""The keys of all rows of a table that a query lets through, in its order, as packed integers.

SQLite sorts, filters and even strings the keys together; Python only unpacks them, in pieces small
enough that the window's thread comes in between. A million keys take 8 MB.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fbrecon.domain.overview import TableQuery
from fbrecon.store.database import CompanyFile

ESCAPE: Final = "ESCAPE '\\'"  # stands after each LIKE whose pattern `like` made
UNUSED: Final = "('deleted', 'gone')"  # rows that are kept, and no longer count
_PIECE: Final = 80_000  # characters that are unpacked at once
_SHORTEST: Final = 3  # letters on end that a trigram index can find


@dataclass(frozen=True, slots=True)
class TextSearch:
    """Where a text is looked for: an index of trigrams by key, and the columns it is made of."""

    index: str
    columns: tuple[str, ...]


class Filters:
    """Conditions of one query. `day` and `currency` name the columns of the table for these.

    `covered` is the column by which an index is sorted that has all that is filtered by, and
    `index` its name, where SQLite would rather take another one.
    """

    def __init__(
        self, day: str = "", currency: str = "", covered: str = "", index: str = ""
    ) -> None:
        self._day = day
        self._covered = covered or day
        self._index = index
        self._currency = currency
        self._where: list[str] = []
        self._values: list[Any] = []
        self._searches = False

    def add(self, condition: str, *values: Any) -> None:
        """One more condition that must hold."""
        self._where.append(condition)
        self._values += values

    def search(
        self,
        of: TextSearch,
        key: str,
        text: str,
        *,
        indexed: bool = True,
        others: Sequence[tuple[str, Sequence[Any]]] = (),
    ) -> None:
        """The text must be found in one of the columns, as it is written but for capitals.

        Without `indexed` every row is looked at, which also finds what the index does not have yet.
        A row for which one of the `others` holds (condition and values) is found as well.
        """
        if not text:
            return
        self._searches = True
        if indexed and len(text) >= _SHORTEST and "\0" not in text:
            # The column named like its table stands for all of them.
            ways = [f"{key} IN (SELECT rowid FROM {of.index} WHERE {of.index} MATCH ?)"]  # noqa: S608
            values: list[Any] = ['"' + text.replace('"', '""') + '"']
        else:
            ways = [f"{name} LIKE ? {ESCAPE}" for name in of.columns]
            values = [like(text)] * len(of.columns)
        for condition, its_values in others:
            ways.append(condition)
            values += its_values
        self.add(f"({' OR '.join(ways)})", *values)

    def add_period_and_currency(self, query: TableQuery) -> None:
        """What the query says of days (both included) and currency, where there are such."""
        if query.from_on is not None and self._day:
            self.add(f"{self._day} >= ?", query.from_on.isoformat())
        if query.until_on is not None and self._day:
            self.add(f"{self._day} <= ?", query.until_on.isoformat())
        if query.currency:
            self.add(f"{self._currency} = ?", query.currency)

    def keys(
        self, file: CompanyFile, key: str, table: str, order: str, limit: int | None = None
    ) -> array[int]:
        """The keys of the rows that fit, in that order; the first of them where that is enough."""
        where = " AND ".join(self._where) or "1"
        # Rows are found first and sorted then. Walking an index in the order of the table would
        # visit each of a million rows in another place to ask whether it fits; only the index by
        # day has all that it is asked for.
        covered = not self._where or (order.startswith(f"{self._covered} ") and not self._searches)
        ordered = order if covered else f"+{order}"
        if covered and self._where and self._index:
            table += f" INDEXED BY {self._index}"
        statement = f"SELECT {key} AS key FROM {table} WHERE {where} ORDER BY {ordered}"  # noqa: S608
        if limit is not None:
            statement += f" LIMIT {limit:d}"
        [(text,)] = file.sql(f"SELECT group_concat(key) FROM ({statement})", self._values)  # noqa: S608
        return _unpacked(text or "")


def _unpacked(text: str) -> array[int]:
    keys = array("q")
    start = 0
    while start < len(text):
        end = text.find(",", start + _PIECE)
        end = len(text) if end < 0 else end
        keys.extend(json.loads(f"[{text[start:end]}]"))
        start = end + 1
    return keys


def ordering(sorts: Mapping[str, str], query: TableQuery, tie: str = "id") -> str:
    """The ORDER BY of a query; ties are broken by id, so that the order is always the same.

    Raises `ValueError` for a column that cannot be sorted by: sorting by another one in silence
    would show a person something else than they asked for.
    """
    if query.sort not in sorts:
        raise ValueError(f"there is no sorting by {query.sort!r}")
    way = "DESC" if query.descending else "ASC"
    if sorts[query.sort] == tie:
        return f"{tie} {way}"
    return f"{sorts[query.sort]} {way}, {tie} {way}"


def like(text: str) -> str:
    """A LIKE pattern that finds the text anywhere, its own wildcards taken literally."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
