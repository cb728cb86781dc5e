"""A company file with as many rows as wanted, for measuring its tables: made by plain SQL.

Half of the payments were collected on the platform, recorded in the books and matched; the other
half stands in the books alone. Each thing happened at a time of its own, in no order.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from fbrecon.clock import SystemClock
from fbrecon.store.company import CompanyStores
from tests.bench.matching_records import make_name

PLATFORM: Final = "bench"
_FIRST = date(2016, 1, 1)
_DAYS = 3650
_STATUSES = ("open", "partial", "paid", "paid", "paid", "paid", "draft", "paid")
_WROTE = ("verified", "verified", "verified", "verified", "held", "uncertain")
_MICROS = 1_000_000


def make_file(path: Path, invoices: int, payments: int = 0, entries: int = 0) -> CompanyStores:
    """A new company file at `path`, open. One customer for twenty invoices."""
    stores = CompanyStores(path, SystemClock())
    rows = _Rows(invoices)
    with stores.write():
        _put(stores, "customer", rows.customers())
        _put(stores, "invoice", rows.invoices())
        _put(stores, "platform_payment", rows.platform_payments(payments // 2))
        _put(stores, "platform_invoice", rows.platform_invoices(payments // 2))
        _put(stores, "allocation", ((f"p{n}", f"i{n}") for n in range(payments // 2)))
        _put(stores, "copy", ((f"i{n}", n % invoices + 1, 1, "") for n in range(payments // 2)))
        _put(stores, "book_payment", rows.book_payments(payments))
        _put(
            stores,
            "match",
            ((f"p{n}", n + 1, "by marker", "marker", n) for n in range(payments // 2)),
        )
        _put(stores, "intent", rows.intents(payments // 2))
        _put(stores, "activity", rows.entries(entries))
    stores.file.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return stores


def _put(stores: CompanyStores, table: str, rows: Iterator[tuple[Any, ...]]) -> None:
    columns = [row[1] for row in stores.file.sql(f"PRAGMA table_info({table})")]
    first = next(rows, None)
    if first is None:
        return
    names, marks = ", ".join(columns[: len(first)]), ", ".join("?" * len(first))
    cursor = stores.file._db.connection().cursor()
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    cursor.execute(statement, first)
    cursor.executemany(statement, rows)


class _Rows:
    """The rows of each table, in the order of its columns."""

    def __init__(self, invoices: int) -> None:
        self._random = Random("tables")
        self._invoices = invoices
        self._customers = max(1, invoices // 20)
        self._names = [f"{make_name(self._random)} {n}" for n in range(self._customers)]

    def _day(self) -> str:
        return (_FIRST + timedelta(self._random.randrange(_DAYS))).isoformat()

    def _time(self) -> int:
        began = int(datetime(2016, 1, 1, tzinfo=UTC).timestamp())
        return (began + self._random.randrange(_DAYS * 86_400)) * _MICROS

    def customers(self) -> Iterator[tuple[Any, ...]]:
        for number, name in enumerate(self._names, 1):
            email = f"office@{name.lower().replace(' ', '')}.example"
            yield number, name, email, "USD", "active", number, number

    def invoices(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, self._invoices + 1):
            customer = self._random.randrange(self._customers)
            total = self._random.randrange(1_000, 900_000)
            status = _STATUSES[number % len(_STATUSES)]
            open_ = {"paid": 0, "partial": total // 2}.get(status, total)
            visibility = "active" if number % 50 else "archived"
            yield (
                number, f"INV-{number:07d}", customer + 1, self._names[customer],
                "CAD" if number % 10 == 0 else "USD", total, open_, total - open_, 0,
                self._day(), self._day(), status, visibility, number, 3, number,
            )  # fmt: skip

    def platform_payments(self, count: int) -> Iterator[tuple[Any, ...]]:
        for number in range(count):
            amount = self._random.randrange(10, 9_000)
            text = f"{amount}.00"
            yield (
                f"p{number}", f"c{number % 1000}", self._time(), ("card", "ach")[number % 2],
                "succeeded", "succeeded", text, text, "0.00", text, amount * 10_000, number,
            )  # fmt: skip

    def platform_invoices(self, count: int) -> Iterator[tuple[Any, ...]]:
        for number in range(count):
            yield (
                f"i{number}", f"INV-{number:07d}", f"c{number % 1000}", "USD", 1_000, None, "open",
                "open", None, "[]", number, number,
            )  # fmt: skip

    def book_payments(self, count: int) -> Iterator[tuple[Any, ...]]:
        for number in range(1, count + 1):
            invoice = self._random.randrange(self._invoices) + 1
            yield (
                number, invoice, 1, None, "USD", self._random.randrange(1_000, 900_000),
                self._day(), "Check", "", None, "", None, 0, "active", number, number,
            )  # fmt: skip

    def intents(self, count: int) -> Iterator[tuple[Any, ...]]:
        for number in range(count):
            state = _WROTE[number % len(_WROTE)]
            yield (
                f"k{number}", number + 1, f"FBR-{number}", "bench", "payment",
                f"{PLATFORM}:p{number}", str(number % self._invoices + 1), 1, "Payment", "1", "USD",
                1_000, None, b"{}", "0", state, "", None, 1, number, number, None, 0, None, None,
                "", "[]", "{}",
            )  # fmt: skip

    def entries(self, count: int) -> Iterator[tuple[Any, ...]]:
        for number in range(1, count + 1):
            name = self._names[self._random.randrange(self._customers)]
            yield (
                number, number * _MICROS, ("person", "fbrecon", "schedule")[number % 3], None,
                ("payment", "platform_invoice", "setting")[number % 3],
                f"Payment of {number}.00 USD on invoice INV-{number:07d}, {name}", "",
                f"act_{number}", "sending", ("posted", "verified", "held", "sending")[number % 4],
                f"r{number}", b"", b"", "",
            )  # fmt: skip
