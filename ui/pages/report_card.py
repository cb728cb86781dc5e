"""One table of a report at a glance: its first rows and its sums. The rest stands in the file."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from fbrecon.domain.money import Money
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, RowKind, Table

from .. import formats, metrics
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.grid import RIGHT
from ..widgets.page import line
from ..widgets.plain_label import PlainLabel

MOST_ROWS = 12
_ICONS = {"statement": "empty", "buckets": "counts", "payouts": "platform", "counts": "counts"}
_SUMS = (RowKind.TOTAL, RowKind.SUBTOTAL)
_TOP = Qt.AlignmentFlag.AlignTop
_NUMBERS = (ColumnKind.MONEY, ColumnKind.COUNT)


class ReportCard(Card):
    """A table in the person's language, with the columns that a glance needs.

    Long ones show their sums and say the rest.
    """

    def __init__(self, theme: Theme, table: Table, *, one_currency: bool) -> None:
        super().__init__(theme, _ICONS.get(table.key, "report"), table.title)
        self.table = table
        self._write = formats.amount if one_currency else formats.money
        if not table.rows:
            words = table.note if table.note else table.empty
            self.body.addWidget(PlainLabel(words, role="muted", wrap=True))
            return
        columns, shown = table.brief, _shown(table)
        grid = _titled(columns)
        for place, row in enumerate(shown, 2):
            self._add_row(grid, place, columns, row)
        self.body.addLayout(grid)
        hidden = sum(row.kind is RowKind.ROW for row in table.rows) - sum(
            row.kind is RowKind.ROW for row in shown
        )
        if hidden:
            more = formats.counted(
                hidden,
                self.tr("{n} more row stands in the file."),
                self.tr("{n} more rows stand in the file."),
            )
            self.body.addWidget(PlainLabel(more, role="small", wrap=True))
        if table.note and table.key.startswith("open"):
            self.body.addWidget(PlainLabel(table.note, role="small", wrap=True))

    def _add_row(
        self, grid: QGridLayout, place: int, columns: tuple[Column, ...], row: Row
    ) -> None:
        role = "problem" if row.is_off else "strong" if row.kind in _SUMS else ""
        for number, column in enumerate(columns):
            text = self._words(row.cell(column.key))
            if not number and not text and row.kind in _SUMS:
                text = self.tr("Total")
            label = PlainLabel(text, role=role, wrap=column.kind is ColumnKind.TEXT)
            if column.kind in _NUMBERS:
                grid.addWidget(label, place, number, RIGHT)
            else:
                grid.addWidget(label, place, number, _TOP)

    def _words(self, cell: Cell) -> str:
        """A cell as the window writes it, in the person's own way."""
        if cell is None:
            return ""
        if isinstance(cell, Money):
            return self._write(cell)
        if isinstance(cell, datetime):
            return formats.moment(cell)
        if isinstance(cell, date):
            return formats.day(cell)
        return formats.number(cell) if isinstance(cell, int) else cell


def _titled(columns: tuple[Column, ...]) -> QGridLayout:
    """A grid with its head; text stands at the left and shares the room."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(metrics.SPACE_4)
    grid.setVerticalSpacing(metrics.SPACE_1 + 2)
    for number, column in enumerate(columns):
        title = PlainLabel(column.title, role="small")
        if column.kind in _NUMBERS:
            grid.addWidget(title, 0, number, RIGHT)
        else:
            grid.addWidget(title, 0, number)
        if column.kind is ColumnKind.TEXT:
            grid.setColumnStretch(number, 1)
    if all(column.kind is not ColumnKind.TEXT for column in columns):
        grid.setColumnStretch(0, 1)
    grid.addWidget(line(), 1, 0, 1, len(columns))
    return grid


def _shown(table: Table) -> list[Row]:
    """The first rows and all sums; a statement whole."""
    if table.rows[0].kind in _SUMS:
        return list(table.rows)
    shown, room = [], MOST_ROWS
    for row in table.rows:
        if row.kind is not RowKind.ROW:
            shown.append(row)
        elif room:
            shown.append(row)
            room -= 1
    return shown
