"""Rows as CSV text for the clipboard: every field quoted, and none of them a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fbrecon.domain.spreadsheet_text import harmless as harmless

from .. import texts
from .columns import Column, Kind


def csv_text(columns: Sequence[Column[Any]], rows: Iterable[Any], *, head: bool = True) -> str:
    """A header line and one line a row; sums as decimal strings beside their currency."""
    header: list[str] = []
    for column in columns:
        header.append(column.title)
        if column.kind is Kind.MONEY:
            header.append(f"{column.title} currency")
    lines = [_line(header)] if head else []
    for row in rows:
        fields: list[str] = []
        for column in columns:
            cell = column.cell(row)
            if column.kind is Kind.MONEY:
                # From the integer, never from text: a negative sum stays a number.
                several = harmless(texts.one_line(cell.plain))
                fields.append(cell.money.to_decimal_string() if cell.money else several)
                fields.append(cell.money.currency if cell.money else "")
                continue
            text = cell.plain or cell.text
            if cell.mark:
                text = f"{text} ({cell.mark})"
            fields.append(harmless(texts.one_line(text)))
        lines.append(_line(fields))
    return "".join(lines)


def _line(fields: Iterable[str]) -> str:
    return ",".join('"' + field.replace('"', '""') + '"' for field in fields) + "\r\n"
