"""A report as one CSV table: a column `section` tells the tables apart.

All lines have the same columns, so that a spreadsheet's filter and a script's reader take it as it
is. Sums are numbers beside their currency; no text is a formula.
"""

from __future__ import annotations

import csv
import io

from fbrecon.domain.reports import Cell, Column, Report, Row, Table
from fbrecon.domain.spreadsheet_text import harmless
from fbrecon.reports.cells import one_line, plain
from fbrecon.reports.in_language import in_language
from fbrecon.wording import ENGLISH, Speech

_BEFORE = ("section", "row", "key", "currency")
_MOST_IDS = 200  # a field that is too long is refused by readers


def render(report: Report, speech: Speech = ENGLISH) -> bytes:
    """The file: UTF-8 with a mark that tells spreadsheets so.

    Texts are in that language; keys, sums and days are as scripts read them.
    """
    report = in_language(report, speech)
    keys = _keys(report)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*_BEFORE, *keys, "ids"])
    for key, value in _head(report):
        writer.writerow(_line(keys, "report", key, value))
    for note in report.notes:
        writer.writerow(_line(keys, "report", "note", note))
    for table in report.tables:
        for row in table.rows:
            writer.writerow(_fields(keys, table, row))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _keys(report: Report) -> list[str]:
    columns = (column for table in report.tables for column in table.columns)
    keys = [column.key for column in columns if column.key not in _BEFORE]
    return list(dict.fromkeys(["text", *keys]))


def _head(report: Report) -> list[tuple[str, str]]:
    return [
        ("title", report.title),
        ("business", report.business),
        ("timezone", report.timezone),
        ("from", plain(report.from_on)),
        ("to", plain(report.until_on)),
        ("made_at", plain(report.made_at)),
        ("read_at", plain(report.read_at)),
    ]


def _line(keys: list[str], section: str, key: str, text: str) -> list[str]:
    told = {"text": harmless(one_line(text))}
    return [section, "row", key, "", *(told.get(name, "") for name in keys), ""]


def _fields(keys: list[str], table: Table, row: Row) -> list[str]:
    known = {column.key: column for column in table.columns}
    cells = [_field(known.get(key), row) for key in keys]
    ids = " ".join(row.ids[:_MOST_IDS])
    if len(row.ids) > _MOST_IDS:
        ids += f" and {len(row.ids) - _MOST_IDS} more"
    return [table.key, row.kind.value, harmless(row.key), row.currency, *cells, harmless(ids)]


def _field(column: Column | None, row: Row) -> str:
    if column is None:
        return ""
    cell: Cell = row.cell(column.key)
    # Only text can be taken for a formula: a negative sum stays a number.
    return harmless(one_line(cell)) if isinstance(cell, str) else plain(cell)
