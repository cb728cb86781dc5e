"""Plain tables as files that every program reads: CSV, and one SQLite file with views.

The SQLite file is made for reading by others: a spreadsheet, DuckDB, a script. It is a copy on
purpose. The company file itself is written to at any time, and an older SQLite in another program
can damage it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import apsw

from fbrecon.domain.spreadsheet_text import harmless

Rows = Sequence[Mapping[str, Any]]

SUMS: Final = frozenset(
    {"total", "outstanding", "paid", "amount", "gross", "fees", "net", "difference"}
)
"""Columns with a sum as a decimal text; the SQLite file has each as whole minor units, too."""

VIEWS: Final[dict[str, str]] = {
    "open_by_customer": """
        SELECT customer_id, customer, currency, count(*) AS invoices,
               sum(outstanding_minor) AS outstanding_minor, min(due_date) AS first_due_date
        FROM invoices WHERE outstanding_minor > 0 AND vis_state = 'active' AND status <> 'draft'
        GROUP BY customer_id, customer, currency""",
    "collected_by_month": """
        SELECT substr(date, 1, 7) AS month, currency, state, count(*) AS payments,
               sum(amount_minor) AS amount_minor
        FROM payments WHERE platform_payment_id IS NOT NULL GROUP BY month, currency, state""",
    "payments_in_payouts": """
        SELECT payouts.id AS payout_id, payouts.arrival_date, payments.*
        FROM payouts, json_each(payouts.payments) AS one
        JOIN payments ON payments.id = one.value""",
    "payouts_at_the_bank": """
        SELECT payouts.id AS payout_id, payouts.arrival_date, payouts.net, payouts.net_minor,
               payouts.currency, deposits.id AS line_id, deposits.date AS seen_on,
               deposits.description
        FROM payouts LEFT JOIN json_each(payouts.bank_line_ids) AS one
        LEFT JOIN deposits ON deposits.id = one.value""",
}
"""Ready-made questions, by name; sums in whole minor units, never across currencies."""


def render_csv(columns: Sequence[str], rows: Rows) -> bytes:
    """One table: UTF-8 with a mark that tells spreadsheets so; no text is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_field(row.get(name)) for name in columns])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def render_lines(rows: Rows) -> bytes:
    """One table as JSON, a row a line, as `list … --json` prints it."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")


def write_sqlite(path: Path, tables: Mapping[str, tuple[Sequence[str], Rows]]) -> None:
    """All tables in a new file, with `VIEWS` over them. Raises `apsw.Error` or `OSError`."""
    connection = apsw.Connection(str(path))
    try:
        with connection:
            for name, (columns, rows) in tables.items():
                _fill(connection, name, columns, rows)
            for name, query in VIEWS.items():
                connection.execute(f'CREATE VIEW "{name}" AS {query}')
    finally:
        connection.close()


def _fill(connection: apsw.Connection, name: str, columns: Sequence[str], rows: Rows) -> None:
    sums = [column for column in columns if column in SUMS]
    typed = [f'"{column}"' for column in columns] + [f'"{column}_minor" INTEGER' for column in sums]
    connection.execute(f'CREATE TABLE "{name}" ({", ".join(typed)})')
    places = ", ".join("?" * len(typed))
    connection.executemany(
        f'INSERT INTO "{name}" VALUES ({places})',  # noqa: S608 - names of our own
        (
            (
                *(_stored(row.get(column)) for column in columns),
                *(_minor(row.get(column)) for column in sums),
            )
            for row in rows
        ),
    )


def _stored(value: object) -> object:
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def _minor(text: object) -> int | None:
    """A sum has all the digits of its currency, so without the point it is whole minor units."""
    return int(text.replace(".", "")) if isinstance(text, str) else None


def _field(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return text if text.lstrip("-").replace(".", "", 1).isdigit() else harmless(text)
