"""A report as data: tables with typed columns, made once and written in any form.

A cell is text, a sum, a day, a moment or a count, never a formatted string of one of these. Rows
that are sums name the ids of the rows that they are made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from fbrecon.domain.money import Money

Cell = str | Money | date | datetime | int | None


class Words(str):
    """Words of ours in a column of others': they are read in the reader's language."""

    __slots__ = ()


class ReportKind(StrEnum):
    """Which report."""

    RECONCILIATION = "reconciliation"
    ACTIVITY = "activity"
    COLLECTED = "collected"
    FEES = "fees"
    AGEING = "ageing"


class ColumnKind(StrEnum):
    """What a column's cells are. `moment` is a time in UTC, `day` a calendar day."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    COUNT = "count"


class RowKind(StrEnum):
    """What a row is: `total` and `subtotal` sum up others, `difference` is what they leave."""

    ROW = "row"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `on_paper` is false for what a printed page has no room for, `in_brief` true for
    what a glance at the table needs, `once` where a text is not printed again beneath itself,
    `worded` where the cells are words of ours, which are read in the reader's language.
    """

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    on_paper: bool = True
    once: bool = False
    in_brief: bool = False
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a column without a cell is empty. All sums of a row are in its `currency`.

    `key` names the row for scripts, "" where its id does. `ids` are the public ids of the rows
    that a sum is made of.
    """

    cells: Mapping[str, Cell]
    kind: RowKind = RowKind.ROW
    currency: str = ""
    key: str = ""
    ids: tuple[str, ...] = ()

    @property
    def is_off(self) -> bool:
        """Whether this is a difference, and there is one."""
        sums = (cell for cell in self.cells.values() if isinstance(cell, Money))
        return self.kind is RowKind.DIFFERENCE and any(money.minor for money in sums)

    def cell(self, column: str) -> Cell:
        """What stands in that column; a column `currency` tells the row's."""
        return self.currency if column == "currency" else self.cells.get(column)


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `note` explains it, `empty` is said where it has no rows."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = "None."

    @property
    def brief(self) -> tuple[Column, ...]:
        """The columns that a glance needs; none where the table is for looking things up."""
        return tuple(column for column in self.columns if column.in_brief)

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies of its sums, sorted."""
        return tuple(sorted({row.currency for row in self.rows if row.currency}))


@dataclass(frozen=True, slots=True)
class Report:
    """A report of one business over a period, both days included, in the business's time zone.

    `read_at` is when the services were last read, None if never; `notes` say what the report
    cannot tell and why.
    """

    kind: ReportKind
    title: str
    business: str
    timezone: str
    from_on: date
    until_on: date
    made_at: datetime
    read_at: datetime | None
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = field(default=())

    def table(self, key: str) -> Table:
        """The table with that key. Raises `KeyError`."""
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies of all its sums, sorted."""
        return tuple(sorted({c for table in self.tables for c in table.currencies}))
