"""A report as JSON: the same data gives the same bytes, the time it was made apart."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from fbrecon.domain.moments import rfc3339
from fbrecon.domain.money import Money
from fbrecon.domain.reports import Cell, Report, Row, Table


def as_json(report: Report) -> dict[str, Any]:
    """The report for scripts; texts as they are."""
    return {
        "kind": report.kind.value,
        "title": report.title,
        "business": report.business,
        "timezone": report.timezone,
        "from": report.from_on.isoformat(),
        "to": report.until_on.isoformat(),
        "made_at": rfc3339(report.made_at),
        "read_at": None if report.read_at is None else rfc3339(report.read_at),
        "notes": list(report.notes),
        "tables": [_table(table) for table in report.tables],
    }


def render(report: Report) -> bytes:
    """The file."""
    text = json.dumps(as_json(report), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _table(table: Table) -> dict[str, Any]:
    return {
        "key": table.key,
        "title": table.title,
        "note": table.note,
        "columns": [
            {"key": column.key, "title": column.title, "kind": column.kind.value}
            for column in table.columns
        ],
        "rows": [_row(table, row) for row in table.rows],
    }


def _row(table: Table, row: Row) -> dict[str, Any]:
    return {
        "row": row.kind.value,
        "key": row.key,
        "currency": row.currency or None,
        "ids": list(row.ids),
        "cells": {column.key: _cell(row.cell(column.key)) for column in table.columns},
    }


def _cell(cell: Cell) -> Any:
    if isinstance(cell, Money):
        return cell.to_decimal_string()
    if isinstance(cell, datetime):
        return rfc3339(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
