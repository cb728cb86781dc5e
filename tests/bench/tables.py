"""Tables of 1,000,000 rows: sorted, filtered, searched, painted; and what they hold in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from fbrecon.clock import SystemClock
from fbrecon.domain.overview import TableQuery
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.customer_listing import CUSTOMER_SORTS
from fbrecon.store.repositories.payment_listing import PAYMENT_SORTS
from tests.bench.part import Figure, Part, measured
from tests.bench.table_rows import PLATFORM, make_file

_INVOICE_SORTS = ("number", "customer", "total", "outstanding", "create_date", "due_date", "status")
_LOG_SORTS = ("at", "who", "kind", "subject", "after")
_FULL = 1_000_000
_ROUNDS = 3

Ask = Callable[[TableQuery], Sequence[int]]


def measure(scale: float) -> list[Figure]:
    """Everything about tables, over one file that is made for it."""
    count = max(500, int(_FULL * scale))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "company.db"
        stores = make_file(path, count, count, count)
        with measured() as invoices:
            stores.listing.refresh()
        with measured() as payments:
            stores.payments.refresh(PLATFORM)
        stores.close()
        view = _view(path) | _view(path, "--empty")
        stores = CompanyStores(path, SystemClock())
        figures = _in_sql(stores, count, view)
        stores.close()
    return [*figures, *_on_screen(view, count), _once(count, invoices.seconds + payments.seconds)]


def _view(path: Path, *words: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.table_views", str(path), *words],
        stdout=subprocess.PIPE, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _in_sql(stores: CompanyStores, count: int, view: dict[str, float]) -> list[Figure]:
    tables: dict[str, tuple[Ask, Sequence[str]]] = {
        "invoices": (stores.listing.invoice_ids, _INVOICE_SORTS),
        "payments": (lambda q: stores.payments.keys(PLATFORM, q), tuple(PAYMENT_SORTS)),
        "activity entries": (stores.activity.keys, _LOG_SORTS),
        "customers": (stores.customers.keys, tuple(CUSTOMER_SORTS)),
    }
    proxy = "a C++ proxy over a tenth of the rows"
    figures = []
    for name, (ask, sorts) in tables.items():
        times = {sort: _best(partial(ask, TableQuery(sort, descending=True))) for sort in sorts}
        slowest = max(times, key=lambda sort: times[sort])
        rows = count if name != "customers" else count // 20
        figures.append(
            Figure(
                f"{rows:,} {name} sorted, by {slowest}, the slowest of {len(sorts)}",
                times[slowest], proxy, view["proxy_sort"], most_seconds=0.5, most_ratio=0.4,
            )
        )  # fmt: skip
    number = f"INV-{count // 2:07d}"
    text = stores.file.sql("SELECT name FROM customer LIMIT 1")[0][0][:3]
    first = TableQuery("create_date", descending=True)
    asked: dict[str, Callable[[], Sequence[int]]] = {
        f"text {text}": lambda: stores.listing.invoice_ids(_with(first, text=text)),
        "an eighth by state": lambda: stores.listing.invoice_ids(_with(first, status="open")),
        "a tenth by currency": lambda: stores.listing.invoice_ids(_with(first, currency="CAD")),
        "a year": lambda: stores.listing.invoice_ids(
            _with(first, from_on=date(2020, 1, 1), until_on=date(2020, 12, 31))
        ),
    }
    for name, ask_ids in asked.items():
        hits = len(ask_ids())
        figures.append(
            Figure(
                f"{count:,} invoices filtered, {name}, {hits:,} found",
                _best(ask_ids), proxy, view["proxy_filter"], most_seconds=0.25,
            )
        )  # fmt: skip
    looked = _best(
        lambda: stores.file.sql(
            "SELECT id FROM invoice WHERE number LIKE ? OR customer_name LIKE ?",
            (f"%{number}%", f"%{number}%"),
        )
    )
    for name, found in {
        "invoice": lambda: stores.listing.invoice_ids(_with(first, text=number)),
        "payments": lambda: stores.payments.keys(PLATFORM, TableQuery("date", text=number)),
    }.items():
        figures.append(
            Figure(
                f"{name} of one number found among {count:,}",
                _best(found), "a look at every invoice", looked, most_seconds=0.005,
            )
        )  # fmt: skip
    return figures


def _on_screen(view: dict[str, float], count: int) -> list[Figure]:
    return [
        Figure(
            f"first paint of {count:,} rows, by the clock on the wall",
            view["first"], "the same table empty", view["empty"],
            most_ratio=3,
        ),
        Figure(
            "full repaint", view["repaint"], "QTableView over a C++ model", view["cpp_repaint"],
            most_ratio=1.5,
        ),
        Figure(
            "a sort, the longest the window's thread took at once",
            max(view["sort_in_window"], 1e-6), "a full repaint", view["repaint"],
        ),
        Figure(
            f"{count:,} rows shown, scrolled 600 times, sorted 3 times",
            view["all"], "the same table empty", view["empty"],
            megabytes=view["megabytes"] - view["empty_megabytes"], most_megabytes=40,
        ),
    ]  # fmt: skip


def _once(count: int, seconds: float) -> Figure:
    """After the first copy, once: the search and the faces of everything."""
    return Figure(
        f"search and faces of {count:,} invoices and {count:,} payments made",
        seconds, "5 requests a second for as many, a hundred in each", count / 50 / 5,
        most_ratio=0.1,
    )  # fmt: skip


def _with(query: TableQuery, **changed: object) -> TableQuery:
    return replace(query, **changed)  # type: ignore[arg-type]


def _best(act: Callable[[], object]) -> float:
    """Seconds of the processor, the least of some rounds: the rest is what others did."""
    times = []
    for _ in range(_ROUNDS):
        with measured() as watch:
            act()
        times.append(watch.seconds)
    return max(min(times), 1e-6)


PARTS = (Part("tables", measure),)
