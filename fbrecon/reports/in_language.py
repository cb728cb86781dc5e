"""A report in its reader's language: titles, notes and cells that are words of ours.

Names, descriptions, ids and figures stay as they are. JSON is for scripts and never comes here.
"""

from __future__ import annotations

from dataclasses import replace

from fbrecon.domain.reports import Cell, Column, Report, Row, RowKind, Table, Words
from fbrecon.wording import ENGLISH, Speech


def in_language(report: Report, speech: Speech) -> Report:
    """The same report, its words in that language."""
    if speech == ENGLISH:
        return report
    return replace(
        report,
        title=speech.say(report.title),
        notes=tuple(speech.say(note) for note in report.notes),
        tables=tuple(_table(table, speech) for table in report.tables),
    )


def _table(table: Table, speech: Speech) -> Table:
    columns = {column.key: column for column in table.columns}
    return replace(
        table,
        title=speech.say(table.title),
        note=speech.say(table.note),
        empty=speech.say(table.empty),
        columns=tuple(replace(c, title=speech.say(c.title)) for c in table.columns),
        rows=tuple(_row(row, columns, speech) for row in table.rows),
    )


def _row(row: Row, columns: dict[str, Column], speech: Speech) -> Row:
    def cell(key: str, value: Cell) -> Cell:
        column = columns.get(key)
        # A sum says "Total" wherever it has room.
        ours = column is not None and (column.worded or row.kind is not RowKind.ROW)
        if isinstance(value, Words) or (ours and isinstance(value, str) and value):
            return speech.say(value)
        return value

    return replace(row, cells={key: cell(key, value) for key, value in row.cells.items()})
