"""Everything of a company as open files: for leaving, for keeping, for other programs.

The shapes are those of `list … --json`, so that a script reads either.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from fbrecon.app import as_json
from fbrecon.app.desk import Desk
from fbrecon.app.settings import SETTINGS
from fbrecon.app.views import TableQuery
from fbrecon.errors import FileError
from fbrecon.reports.open_tables import VIEWS, render_csv, render_lines, write_sqlite

Rows = list[dict[str, Any]]

DATABASE: Final = "fbrecon.sqlite"
# What an empty table has: columns that the views ask for, and where reading begins.
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "invoices": (
        *("id", "number", "customer", "customer_id", "currency", "total", "outstanding", "paid"),
        *("create_date", "due_date", "status", "vis_state"),
    ),
    "customers": ("id", "name", "email", "currency"),
    "payments": ("id", "platform_payment_id", "date", "amount", "currency", "state"),
    "payouts": (
        *("id", "arrival_date", "gross", "fees", "net", "currency", "state", "payments"),
        *("difference", "bank_line_ids"),
    ),
    "deposits": ("id", "date", "amount", "currency", "description", "state"),
    "accounts": ("id", "name", "number", "type", "sub_type", "parent_id"),
    "attention": ("id", "kind", "title", "message"),
    "activity": ("id", "at", "who", "kind", "subject", "before", "after", "why"),
}
_README: Final = """\
Everything that fbrecon held of one company when this folder was made.

*.csv, *.jsonl   the same tables twice; the columns are those of “fbrecon list … --json”
{database}   the same tables once more, and these views over them:
                 {views}
                 Each sum is there as a decimal text beside its currency, and in NAME_minor as
                 whole minor units (cents), which can be added up exactly.
status.json, settings.json
                 where everything stood, and what was set

No keys, no sign-ins: they stay in the vault. The files hold names and sums of customers and are not
encrypted.
"""


def export_everything(desk: Desk, folder: Path) -> dict[str, int]:
    """Write all tables into a folder that is not there yet, or empty; how many rows each has.

    Nothing stands there before everything does. Raises `FileError`.
    """
    target = folder.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise _failed(folder, "It is not empty.")
    if not target.parent.is_dir():
        raise _failed(folder, "The folder around it does not exist.")
    tables = {name: (_columns(name, rows), rows) for name, rows in _read(desk).items()}
    partial = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}")
    try:
        partial.mkdir(mode=0o700)
        _write(desk, partial, tables)
        if target.exists():
            target.rmdir()
        partial.rename(target)
    except OSError as error:
        raise _failed(folder, f"{error.strerror}.") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return {name: len(rows) for name, (_, rows) in tables.items()}


def _read(desk: Desk) -> dict[str, Rows]:
    invoices = desk.invoice_ids(TableQuery("create_date"))
    payments = desk.payment_keys(TableQuery("date"))
    log = desk.log_keys(TableQuery("at"))
    return {
        "invoices": [as_json.invoice(row) for row in desk.invoice_rows(invoices)],
        "customers": [as_json.customer(row) for row in desk.list_customers()],
        "payments": [as_json.payment(row) for row in desk.payment_rows(payments)],
        "payouts": [as_json.payout(row) for row in desk.list_payouts()],
        "deposits": [
            as_json.deposit(row) for row in desk.bank_rows(desk.bank_keys(TableQuery("date")))
        ],
        "accounts": as_json.accounts(desk.accounts())["accounts"],
        "attention": [as_json.attention(row) for row in desk.list_attention()],
        "activity": [as_json.log_entry(row) for row in desk.log_rows(log)],
    }


def _columns(name: str, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(rows[0] if rows else ()), *_COLUMNS[name]]))


def _write(desk: Desk, folder: Path, tables: dict[str, tuple[tuple[str, ...], Rows]]) -> None:
    for name, (columns, rows) in tables.items():
        (folder / f"{name}.csv").write_bytes(render_csv(columns, rows))
        (folder / f"{name}.jsonl").write_bytes(render_lines(rows))
    write_sqlite(folder / DATABASE, tables)
    settings = {name: desk.setting(name) for name in SETTINGS}
    for name, value in (("status", as_json.status(desk.status())), ("settings", settings)):
        text = json.dumps(value, ensure_ascii=False, indent=2)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    told = _README.format(database=DATABASE, views=", ".join(VIEWS))
    (folder / "README.txt").write_text(told, encoding="utf-8")


def _failed(folder: Path, why: str) -> FileError:
    return FileError(
        "Everything cannot be written there",
        f"{folder}: {why}",
        "Name a folder that is not there yet, on a disk with room.",
    )
