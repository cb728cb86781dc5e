"""A table as fields: what stands in a row under our names, with sums and days read.

A sheet decides once, over the whole column, how sums and days are written, and then reads row by
row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as ReadOnly
from decimal import Decimal
from typing import Final, TypeVar

from fbrecon.domain.imports import Read as Read
from fbrecon.domain.money import MoneyError, exponent
from fbrecon.errors import BadFile
from fbrecon.table_files.amounts import Cell, Mark, decide_mark, read_amount
from fbrecon.table_files.days import DayOrder, Stamp, decide_order, read_day
from fbrecon.table_files.mapping import Mapping, normal
from fbrecon.table_files.problems import FieldError, RowProblem, shown
from fbrecon.table_files.records import Table, read_table
from fbrecon.table_files.text import decode

T = TypeVar("T")

AMOUNTS: Final = ("gross", "fee", "fees", "net", "refunded", "amount", "amount_in", "amount_out")
"""The fields that hold sums; one file writes all of them alike."""


class Row:
    """One row of a sheet."""

    def __init__(self, sheet: Sheet, number: int, cells: Sequence[str]) -> None:
        self.number = number
        self._sheet = sheet
        self._cells = cells

    def text(self, name: str) -> str:
        """A field's text without spaces around it; "" where there is none."""
        place = self._sheet.places.get(name)
        text = "" if place is None else self._cells[place].strip()
        return text or self._sheet.mapping.values.get(name, "")

    def required(self, name: str) -> str:
        """A field's text. Raises `FieldError` where it is empty."""
        text = self.text(name)
        if not text:
            raise FieldError(name, "It is empty.")
        return text

    def word(self, name: str) -> str:
        """A field's word in our language where the mapping knows it, else as it stands."""
        return self._sheet.mapping.word(name, self.text(name))

    def currency(self, fallback: str = "") -> str:
        """The row's currency code, or the fallback. Raises `FieldError` for anything else."""
        code = self.text("currency").upper() or fallback
        if not code:
            return ""
        try:
            exponent(code)
        except MoneyError:
            raise FieldError("currency", f"{shown(code)} is not a currency code.") from None
        return code

    def find_amount(self, name: str, currency: str) -> Decimal | None:
        """A sum; None where the field is empty. Raises `FieldError`."""
        text = self.text(name)
        return None if not text else read_amount(name, text, self._sheet.mark(name), currency)

    def amount(self, name: str, currency: str) -> Decimal:
        """A sum. Raises `FieldError`, also where the field is empty."""
        return read_amount(name, self.required(name), self._sheet.mark(name), currency)

    def day(self, name: str) -> Stamp:
        """A day. Raises `FieldError`."""
        sheet = self._sheet
        return read_day(name, self.required(name), sheet.order(name), sheet.zone(name))


class Sheet:
    """A table seen through a mapping. Raises `BadFile`, `AskAboutFile`."""

    def __init__(self, table: Table, mapping: Mapping, currency: str = "") -> None:
        self.table = table
        self.mapping = mapping
        self.places = mapping.find_columns(table.header.cells)
        _refuse_doubles(table.header.cells, self.places)
        self._currency = currency
        self._marks: dict[str, Mark] = {}
        self._orders: dict[str, DayOrder] = {}

    @classmethod
    def open(cls, data: bytes, mapping: Mapping, currency: str = "") -> Sheet:
        """The sheet in a file's bytes. `currency` is that of rows that name none."""
        return cls(read_table(decode(data), mapping.fits, mapping.wanted()), mapping, currency)

    def rows(self) -> Iterable[Row]:
        """The rows in their order."""
        for record in self.table.rows:
            yield Row(self, record.number, record.cells)

    def read(self, read_row: Callable[[Row], T | RowProblem]) -> Read[T]:
        """Read each row; what raises `FieldError` becomes a problem and the others go on."""
        found: list[tuple[int, T]] = []
        problems = list(self.table.broken)
        for row in self.rows():
            try:
                result = read_row(row)
            except FieldError as error:
                result = RowProblem(row.number, error.field, error.problem)
            if isinstance(result, RowProblem):
                problems.append(result)
            else:
                found.append((row.number, result))
        return Read(tuple(found), tuple(sorted(problems, key=lambda p: p.row)))

    def is_meant(self, row: Row) -> bool:
        """Whether the mapping takes rows of this kind."""
        take = self.mapping.take
        return not take or normal(row.text("kind")) in take

    def mark(self, name: str) -> Mark:
        """The decimal mark of a column."""
        if self.mapping.mark is not None:
            return self.mapping.mark
        if name not in self._marks:
            others = (cell for other in AMOUNTS if other != name for cell in self._cells(other))
            self._marks[name] = decide_mark(self._column(name), self._cells(name), others)
        return self._marks[name]

    def order(self, name: str) -> DayOrder:
        """Whether day or month comes first in a column."""
        if self.mapping.order is not None:
            return self.mapping.order
        if name not in self._orders:
            texts = ((row.number, row.text(name)) for row in self.rows())
            self._orders[name] = decide_order(self._column(name), texts)
        return self._orders[name]

    def zone(self, name: str) -> str:
        """The zone of times in a column without one of their own: "UTC" where its name says so."""
        return "UTC" if "utc" in re.split(r"[^a-z]+", normal(self._column(name))) else ""

    def _column(self, name: str) -> str:
        place = self.places.get(name)
        return name if place is None else self.table.header.cells[place].strip()

    def _cells(self, name: str) -> Iterable[Cell]:
        if name not in self.places:
            return
        for row in self.rows():
            text = row.text(name)
            if text:
                try:
                    currency = row.currency(self._currency)
                except FieldError:
                    continue
                yield Cell(row.number, text, currency)


def _refuse_doubles(header: Sequence[str], places: ReadOnly[str, int]) -> None:
    """Nobody can tell which of two columns of one name is meant."""
    names = [normal(name) for name in header]
    for place in places.values():
        if names.count(names[place]) > 1:
            raise BadFile(
                "The file has two columns of one name",
                f"“{header[place].strip()}” stands there more than once.",
                "Rename one of them, or leave one out.",
            )
