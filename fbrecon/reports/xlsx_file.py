"""A report as a workbook: a sheet a table, sums as numbers, days as days, and no formulas."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from fbrecon.domain.money import Money, exponent
from fbrecon.domain.reports import Cell, Column, ColumnKind, Report, Row, RowKind, Table
from fbrecon.reports.cells import one_line, plain
from fbrecon.reports.in_language import in_language
from fbrecon.wording import ENGLISH, Speech

_MOST_TEXT: Final = 32_000  # a cell holds 32,767 characters
_MOST_ROWS: Final = 1_000_000  # a sheet holds 1,048,576
_EXACT: Final = 10**15  # a spreadsheet reckons with 15 digits; larger sums stand as text
_WIDTHS: Final = {ColumnKind.DAY: 11, ColumnKind.MOMENT: 19, ColumnKind.COUNT: 8}
_DAYS: Final = {"en": "yyyy-mm-dd", "fr": "dd/mm/yyyy"}
_WIDEST, _NARROWEST = 60, 8
# Text is text, whatever it begins with.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def render(report: Report, speech: Speech = ENGLISH) -> bytes:
    """The file, in that language."""
    report = in_language(report, speech)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {
                "title": report.title,
                "company": one_line(report.business),
                "created": report.made_at.replace(tzinfo=None),
            }
        )
        writer = _Writer(book, speech)
        writer.add_head(report)
        for table in report.tables:
            writer.add_table(table)
    return out.getvalue()


class _Writer:
    """One workbook. Formats are made once for each look."""

    def __init__(self, book: Any, speech: Speech) -> None:
        self._book = book
        self._say = speech.say
        self._day = _DAYS[speech.code]
        self._formats: dict[tuple[Any, ...], Any] = {}
        self._names: set[str] = set()

    def add_head(self, report: Report) -> None:
        """The first sheet: whose it is, which period, and what it cannot tell."""
        sheet = self._add_sheet(report.title)
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 100)
        sheet.write_string(0, 0, report.title, self._format(bold=True, font_size=14))
        rows: list[tuple[str, Cell]] = [
            ("Business", report.business),
            ("From", report.from_on),
            ("To", report.until_on),
            ("Time zone", report.timezone),
            ("Made at (UTC)", report.made_at),
            ("Read at (UTC)", report.read_at),
            *(("Note", note) for note in report.notes),
        ]
        for place, (label, value) in enumerate(rows, 2):
            sheet.write_string(place, 0, self._say(label), self._format(bold=True, valign="top"))
            self._write(sheet, place, 1, value, {"align": "left", "text_wrap": True})

    def add_table(self, table: Table) -> None:
        """One sheet, or more where one cannot hold it."""
        for start in range(0, max(len(table.rows), 1), _MOST_ROWS):
            rows = table.rows[start : start + _MOST_ROWS]
            sheet = self._add_sheet(self._say(table.key.replace("_", " ").capitalize()))
            self._add_rows(sheet, table, rows)

    def _add_rows(self, sheet: Any, table: Table, rows: tuple[Row, ...]) -> None:
        has_ids = any(row.ids for row in table.rows)
        head = self._format(bold=True, bottom=1, bg_color="#E8ECEF", text_wrap=True, valign="top")
        numbers = self._format(
            bold=True, bottom=1, bg_color="#E8ECEF", text_wrap=True, valign="top", align="right"
        )
        for place, column in enumerate(table.columns):
            at_right = column.kind in (ColumnKind.MONEY, ColumnKind.COUNT)
            sheet.write_string(0, place, column.title, numbers if at_right else head)
            sheet.set_column(place, place, _width(column, table.rows))
        if has_ids:
            sheet.write_string(0, len(table.columns), self._say("Ids of its rows"), head)
            sheet.set_column(len(table.columns), len(table.columns), 30)
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows, 1):
            look = _look(RowKind.SUBTOTAL if row.is_off else row.kind)
            for place, column in enumerate(table.columns):
                self._write(sheet, line, place, row.cell(column.key), look)
            if has_ids:
                self._write(sheet, line, len(table.columns), " ".join(row.ids), look)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
        below = len(rows) + 2
        for text in (table.note, "" if rows else table.empty):
            if text:
                sheet.write_string(below, 0, text, self._format(italic=True))
                below += 1
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Any, row: int, column: int, cell: Cell, look: dict[str, Any]) -> None:
        if isinstance(cell, Money) and abs(cell.minor) < _EXACT:
            places = exponent(cell.currency)
            shown = "#,##0" + ("." + "0" * places if places else "")
            money = self._format(num_format=f"{shown};[Red]-{shown}", **look)
            sheet.write_number(row, column, Decimal(cell.to_decimal_string()), money)
        elif isinstance(cell, datetime):
            moment = cell.astimezone(UTC).replace(tzinfo=None, microsecond=0)
            shown = self._format(num_format=f"{self._day} hh:mm:ss", align="left", **_left(look))
            sheet.write_datetime(row, column, moment, shown)
        elif isinstance(cell, date):
            shown = self._format(num_format=self._day, align="left", **_left(look))
            sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), shown)  # noqa: DTZ001
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self._format(num_format="#,##0", **look))
        elif cell is None or cell == "":
            sheet.write_blank(row, column, None, self._format(**look))
        else:
            text = plain(cell)
            if len(text) > _MOST_TEXT:
                text = (
                    f"{text[:_MOST_TEXT]}… {self._say('(cut here; the JSON form has all of it)')}"
                )
            sheet.write_string(row, column, text, self._format(**look))

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def _add_sheet(self, title: str) -> Any:
        name, number = title[:31], 1
        while name.casefold() in self._names:
            number += 1
            ending = f" ({number})"
            name = title[: 31 - len(ending)] + ending
        self._names.add(name.casefold())
        return self._book.add_worksheet(name)


def _left(look: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in look.items() if key != "align"}


def _look(kind: RowKind) -> dict[str, Any]:
    if kind in (RowKind.TOTAL, RowKind.SUBTOTAL):
        return {"bold": True, "top": 1}
    return {"italic": True} if kind is RowKind.DIFFERENCE else {}


def _width(column: Column, rows: tuple[Row, ...]) -> float:
    """As wide as its longest cell among the first rows, within bounds."""
    fixed = _WIDTHS.get(column.kind)
    longest = max((len(plain(row.cell(column.key))) for row in rows[:500]), default=0)
    if column.kind is ColumnKind.MONEY:
        return max(12, longest + 3)
    return fixed or max(_NARROWEST, min(_WIDEST, max(longest, len(column.title)) + 2))
