"""A table as a workbook: sums as numbers, days as days, text as text whatever it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from fbrecon.domain.money import Money, exponent

from .. import texts
from ..theme import LIGHT
from .columns import Cell, Column, Kind

_MOST_ROWS: Final = 1_000_000  # a sheet holds 1,048,576
_MOST_TEXT: Final = 32_000  # a cell holds 32,767 characters
_EXACT: Final = 10**15  # a spreadsheet reckons with 15 digits; larger sums stand as text
_PIXELS_A_LETTER: Final = 7
# Row by row to the disk; text is never a formula, a number or a link by its looks.
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class XlsxTable:
    """Writes rows as they come; `close` makes the file."""

    def __init__(self, path: Path, columns: Sequence[Column[Any]]) -> None:
        self._columns = columns
        self._book: Any = xlsxwriter.Workbook(str(path), _OPTIONS)
        self._head = self._book.add_format({"bold": True, "bottom": 1, "bg_color": LIGHT.sunken})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._money: dict[int, Any] = {}
        self._row = _MOST_ROWS  # the first row begins a sheet
        self._sheet: Any = None
        self._begin_sheet()

    def add(self, rows: Sequence[Any]) -> None:
        """A line for each row."""
        for row in rows:
            if self._row >= _MOST_ROWS:
                self._begin_sheet()
            place = 0
            for column in self._columns:
                place += self._write(place, column.kind, column.cell(row))
            self._row += 1

    def close(self) -> None:
        """Make the file of what was written."""
        self._book.close()

    def _begin_sheet(self) -> None:
        self._sheet = self._book.add_worksheet()
        place = 0
        for column in self._columns:
            titles = [column.title]
            if column.kind is Kind.MONEY:
                titles.append(f"{column.title} currency")
            for title in titles:
                self._sheet.set_column(place, place, max(column.width / _PIXELS_A_LETTER, 9))
                self._sheet.write_string(0, place, title, self._head)
                place += 1
        self._sheet.freeze_panes(1, 0)
        self._row = 1

    def _write(self, place: int, kind: Kind, cell: Cell) -> int:
        """Write one cell; returns how many columns it took."""
        if kind is Kind.MONEY:
            if cell.money is None:
                self._write_text(place, cell.plain)
            else:
                self._write_money(place, cell.money)
            return 2
        text = texts.one_line(cell.plain or cell.text)
        if cell.mark:
            text = f"{text} ({cell.mark})"
        if kind is Kind.NUMBER and text.isascii() and text.isdigit():
            self._sheet.write_number(self._row, place, int(text))
        elif kind is Kind.DATE and (on := _day(text)) is not None:
            self._sheet.write_datetime(self._row, place, on, self._day)
        else:
            self._write_text(place, text)
        return 1

    def _write_text(self, place: int, text: str) -> None:
        if text:
            self._sheet.write_string(self._row, place, texts.one_line(text)[:_MOST_TEXT])

    def _write_money(self, place: int, money: Money) -> None:
        if abs(money.minor) < _EXACT:
            digits = exponent(money.currency)
            if digits not in self._money:
                shown = "#,##0" + ("." + "0" * digits if digits else "")
                self._money[digits] = self._book.add_format({"num_format": shown})
            number = Decimal(money.to_decimal_string())
            self._sheet.write_number(self._row, place, number, self._money[digits])
        else:
            self._write_text(place, money.to_decimal_string())
        self._sheet.write_string(self._row, place + 1, money.currency)


def _day(text: str) -> datetime | None:
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return None
    # Spreadsheets know no zone, and no day before 1900.
    return datetime(on.year, on.month, on.day) if on.year >= 1900 else None  # noqa: DTZ001
