"""What the first copy of the books takes of processor and memory, and what a sync takes after it.

Beside the first: the bytes, their typed decoding and plain `executemany` into a company file with
the same indexes, triggers and commits, and nothing else of ours. This process's time on the
processor counts. Beside a later sync stand its round trips, by the clock. Full size is 100,000
invoices of three lines.
"""

from __future__ import annotations

import json
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import apsw
import msgspec

from fbrecon.clock import SystemClock
from fbrecon.domain.documents import Invoice
from fbrecon.domain.ids import InvoiceId
from fbrecon.freshbooks.parse import read_invoice
from fbrecon.freshbooks.wire import WireInvoice, WireMoney
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.books import invoice_row, line_row
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.pull import BOOKS_RESOURCES, BooksPull
from fbrecon.sync.tally import Tally
from tests.bench.mirror import LATENCY_MS, PATH, Server, company, hundreds, median, serving, walk
from tests.bench.part import Figure, Part, measured


class _Result(msgspec.Struct):
    invoices: list[WireInvoice]


class _Response(msgspec.Struct):
    result: _Result


class _Envelope(msgspec.Struct):
    response: _Response


def _bodies(server: Server) -> Iterator[bytes]:
    with socket.create_connection(("127.0.0.1", server.port)) as link:
        reader = link.makefile("rb")
        for page in range(1, server.pages + 1):
            target = f"{PATH}?page={page}&per_page=100"
            link.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            length = 0
            while (line := reader.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            yield reader.read(length)


_INVOICE = (
    "INSERT INTO invoice (id, number, customer_id, customer_name, currency, total_minor, "
    "outstanding_minor, paid_minor, discount_minor, create_on, due_on, status, visibility, "
    "updated_at, line_count, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINE = (
    "INSERT INTO line (invoice_id, position, line_id, name, description, quantity, currency, "
    "unit_cost, amount_minor, tax1_name, tax1_percent, tax2_name, tax2_percent) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _minor(money: WireMoney | None) -> int:
    return int(money.amount.replace(".", "")) if money and money.amount else 0


def _values(row: WireInvoice) -> tuple[object, ...]:
    """A row as it would be stored, with nothing checked."""
    sums = map(_minor, (row.amount, row.outstanding, row.paid, row.discount_total))
    days = (row.create_date, row.due_date, row.v3_status, "active")
    head = (row.id, row.invoice_number, row.customerid, row.organization, "CAD")
    return (*head, *sums, *days, 1_700_000_000_000_000, len(row.lines or ()), row.id)


def _line_values(row: WireInvoice) -> Iterator[tuple[object, ...]]:
    for place, line in enumerate(row.lines or ()):
        cost = line.unit_cost.amount if line.unit_cost else "0"
        head = (row.id, place, line.lineid, line.name, line.description, line.qty, "CAD", cost)
        taxes = (line.tax_name1 or "", line.tax_amount1, line.tax_name2 or "", line.tax_amount2)
        yield (*head, _minor(line.amount), *taxes)


@contextmanager
def _plain_file() -> Iterator[apsw.Connection]:
    """A company file with all its indexes and triggers, and nothing of ours around it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "company.db"
        CompanyStores(path, SystemClock()).close()
        target = apsw.Connection(str(path))
        target.pragma("synchronous", "full")
        target.pragma("foreign_keys", True)
        target.pragma("cache_size", -8192)
        yield target
        target.close()


def _plainly(server: Server) -> float:
    """Bytes, typed decoding, `executemany` a page: this process's seconds."""
    decoder = msgspec.json.Decoder(_Envelope)
    with _plain_file() as target, measured() as watch:
        for body in _bodies(server):
            page = decoder.decode(body).response.result.invoices
            invoices = [_values(row) for row in page]
            lines = [values for row in page for values in _line_values(row)]
            with target:
                target.executemany(_INVOICE, invoices)
                target.executemany(_LINE, lines)
    return watch.seconds


def _work(scale: float) -> list[Figure]:
    rows = hundreds(100_000 * scale)
    with serving(rows) as server:

        def ours() -> float:
            with company(server, 8) as (pull, _), measured() as watch:
                walk(pull, rows)
            return watch.seconds

        plain, own = median(lambda: _plainly(server), scale), median(ours, scale)
    name = f"{rows:,} invoices with {3 * rows:,} lines fetched, decoded and stored"
    reference = "bytes, typed decoding and executemany, a page a commit"
    return [Figure(name, own, reference, plain, most_ratio=1.5), _store_alone(rows, scale)]


def _store_alone(rows: int, scale: float) -> Figure:
    """The store's bulk path beside plain `executemany` of the same rows."""
    with serving(300) as server:
        body = next(iter(_bodies(server)))
    result = msgspec.json.decode(body)["response"]["result"]
    page = [read_invoice(msgspec.json.encode(row)) for row in result["invoices"]]

    def pages() -> Iterator[list[Invoice]]:
        for start in range(0, rows, 100):
            yield [replace(row, id=InvoiceId(start + n)) for n, row in enumerate(page, 1)]

    def plain() -> float:
        seconds = 0.0
        with _plain_file() as target:
            for some in pages():
                of_each = [[line_row(r.id, n, x) for n, x in enumerate(r.lines)] for r in some]
                invoices = [invoice_row(*both) for both in zip(some, of_each, strict=True)]
                lines = [line for group in of_each for line in group]
                with measured() as watch, target:
                    target.executemany(_INVOICE, invoices)
                    target.executemany(_LINE, lines)
                seconds += watch.seconds
        return seconds

    def ours() -> float:
        seconds = 0.0
        with tempfile.TemporaryDirectory() as folder:
            stores = CompanyStores(Path(folder) / "company.db", SystemClock())
            for some in pages():
                with measured() as watch:
                    stores.books.save_invoices(some)
                seconds += watch.seconds
            stores.close()
        return seconds

    raw, own = median(plain, scale), median(ours, scale)
    name = f"{rows:,} invoices stored from records, a page a commit"
    return Figure(name, own, "plain executemany of the same rows", raw, most_ratio=1.15)


# ---- afterwards


def _afterwards(scale: float) -> list[Figure]:
    rows = hundreds(100_000 * scale)
    latency = LATENCY_MS if scale >= 0.1 else 1
    with serving(rows) as server, company(server, 8) as (pull, stores):
        for name in BOOKS_RESOURCES:
            pull.pull_recent(name, CancelToken(), silent, Tally())
            pull.pull_history(name, CancelToken(), silent, Tally())
        server.get(f"/set?rows=50&latency={latency}")
        pull.pull_recent("invoices", CancelToken(), silent, Tally())
        return [_again(server, pull, stores, latency, anew) for anew in (0, 1)]


def _again(
    server: Server, pull: BooksPull, stores: CompanyStores, latency: float, anew: int
) -> Figure:
    """A sync of all three resources; the day filter sends 50 rows again, changed anew or not."""
    times = []
    for _ in range(5):
        server.get(f"/set?anew={anew}")
        server.get("/told")
        tally = Tally()
        before = _writes(stores)
        began = time.monotonic()
        for name in BOOKS_RESOURCES:
            pull.pull_recent(name, CancelToken(), silent, tally)
        times.append(time.monotonic() - began)
        written = _writes(stores) - before
        asked, changed = server.get("/told")["requests"], tally.resources["invoices"].changed
        # Each resource keeps where it stands; nothing else is written where nothing changed.
        if (asked, changed) != (3, 50 * anew) or (not anew and written > 2 * 3):
            raise SystemExit(f"{asked} requests, {changed} rows changed, {written} written")
    what = "50 changes" if anew else "nothing new, 50 rows sent again"
    name = f"a sync of {stores.books.row_counts()['invoices']:,} invoices' books with {what}"
    trips = 3 * latency / 1000
    return Figure(name, statistics.median(times), "its 3 round trips", trips, most_ratio=1.2)


def _writes(stores: CompanyStores) -> int:
    [(count,)] = stores.file.sql("SELECT total_changes()")
    return int(count)


# ---- memory


def _memory(scale: float) -> list[Figure]:
    """Each size in a process of its own."""
    figures, peaks = [], []
    for rows in (hundreds(100_000 * scale), 3 * hundreds(100_000 * scale)):
        with serving(rows) as server:
            code = f"from tests.bench.mirror_work import grown; grown({server.port}, {rows})"
            told = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
        before, peak, seconds = json.loads(told.stdout)
        peaks.append(peak)
        name = f"memory to mirror {rows:,} invoices, beyond the imports"
        much = Figure(name, seconds, "itself", seconds, megabytes=peak - before, most_megabytes=25)
        figures.append(much)
    name = "all of that memory (in MB) at three times as many invoices"
    figures.append(
        Figure(name, peaks[1], "the smaller", peaks[0], most_ratio=1.1, megabytes=peaks[1])
    )
    return figures


def grown(port: int, rows: int) -> None:
    """Mirror from a server that runs, and print the most memory before and after, in MB."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    began = time.monotonic()
    with company(Server(port, rows), 8) as (pull, _):
        walk(pull, rows)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps([before, after, time.monotonic() - began]))


PARTS = (
    Part("mirror work", _work),
    Part("mirror memory", _memory),
    Part("nothing new", _afterwards),
)
