"""The first copy of the books under latency and limits, beside the least that it could take.

A small server hands out pages made beforehand (`tests/bench/paged_server.py`); transport, adaptor,
sync and company file (with real syncs to disk) are the real ones. The clock counts: FreshBooks' own
SDK in a loop, reading only, and bare sockets over as many connections. Full size is 20,000 invoices
of three lines, and 100,000 within the limit, which takes two minutes.
"""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from freshbooks.builders.includes import IncludesBuilder
from freshbooks.builders.paginator import PaginateBuilder
from freshbooks.client import Client

from fbrecon.clock import SystemClock
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.store.company import CompanyStores
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.pull import BooksPull
from fbrecon.sync.tally import Tally
from tests.bench.part import Figure, Part
from tests.fakes.freshbooks_bench import BUSINESS, FixedTokens

LATENCY_MS = 150
ROUNDS = 3
PATH = "/accounting/account/A/invoices/invoices"


class Server:
    """A running one. `get` asks it for something of its own."""

    def __init__(self, port: int, invoices: int) -> None:
        self.port = port
        self.base = f"http://127.0.0.1:{port}"
        self.pages = -(-invoices // 100)

    def get(self, target: str) -> dict[str, int]:
        """JSON under `target`."""
        with urllib.request.urlopen(self.base + target, timeout=60) as answer:
            found: dict[str, int] = json.loads(answer.read())
        return found


def hundreds(rows: float) -> int:
    """So many rows as whole pages, three at the least."""
    return max(3, round(rows / 100)) * 100


@contextmanager
def serving(invoices: int, latency_ms: float = 0.0, limit: int = 0) -> Iterator[Server]:
    """A server in a process of its own; `limit` requests a minute, 0 for none."""
    words = ["--invoices", str(invoices), "--latency-ms", str(latency_ms), "--limit", str(limit)]
    command = [sys.executable, "-m", "tests.bench.paged_server", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            yield Server(json.loads(process.stdout.readline())["port"], invoices)
        finally:
            process.terminate()


@contextmanager
def company(server: Server, connections: int) -> Iterator[tuple[BooksPull, CompanyStores]]:
    """A new company file before that server's books."""
    clock = SystemClock()
    endpoints = Endpoints(server.base, server.base)
    transport = FreshBooksTransport(endpoints, "client", FixedTokens(), clock)
    with tempfile.TemporaryDirectory() as folder:
        stores = CompanyStores(Path(folder) / "company.db", clock)
        books = FreshBooksBooks(transport, BUSINESS, "")

        def readers(count: int) -> ThreadPoolExecutor:
            return ThreadPoolExecutor(min(count, connections))

        yield BooksPull(books, stores, clock, readers), stores
        stores.close()
        transport.close()


def walk(pull: BooksPull, rows: int) -> None:
    """The walk over all invoices; the server knows no dates, so the first one is all of it."""
    tally = Tally()
    pull.pull_recent("invoices", CancelToken(), silent, tally)
    if tally.resources["invoices"].new != rows or tally.resources["lines"].new != 3 * rows:
        raise SystemExit(f"not all were stored: {tally.resources}")


def _mirror(server: Server, rows: int, connections: int) -> float:
    with company(server, connections) as (pull, _):
        began = time.monotonic()
        walk(pull, rows)
        return time.monotonic() - began


def _sdk(server: Server) -> float:
    """As its documentation shows it: `client.invoices.list` page by page, attributes read."""
    os.environ["FRESHBOOKS_API_URL"] = server.base
    try:
        client = Client("client", access_token="token")
    finally:
        del os.environ["FRESHBOOKS_API_URL"]
    began = time.monotonic()
    page, seen = 1, 0
    while True:
        wanted = [PaginateBuilder(page, 100), IncludesBuilder().include("lines")]
        found = client.invoices.list("A", wanted)
        seen += sum(len(row.data["lines"]) for row in found)
        if page >= found.pages.pages:
            break
        page += 1
    if seen < 200 * server.pages:
        raise SystemExit("the SDK did not see all lines")
    return time.monotonic() - began


def _sockets(server: Server, connections: int) -> float:
    """The bytes of all pages over bare sockets."""

    def fetch(place: int) -> None:
        with socket.create_connection(("127.0.0.1", server.port)) as link:
            reader = link.makefile("rb")
            for page in range(place + 1, server.pages + 1, connections):
                target = f"{PATH}?page={page}&per_page=100"
                link.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                length = 0
                while (line := reader.readline()) != b"\r\n":
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
                while length > 0:
                    length -= len(reader.read(min(length, 1 << 16)))

    began = time.monotonic()
    with ThreadPoolExecutor(connections) as pool:
        list(pool.map(fetch, range(connections)))
    return time.monotonic() - began


def median(measure: Callable[[], float], scale: float) -> float:
    """Of several rounds; small sizes only look whether it runs."""
    return statistics.median(measure() for _ in range(ROUNDS if scale >= 0.1 else 1))


def _under_latency(scale: float) -> list[Figure]:
    rows = hundreds(20_000 * scale)
    with serving(rows, LATENCY_MS if scale >= 0.1 else 1) as server:
        sdk = median(lambda: _sdk(server), scale)
        figures = []
        for connections, times in ((8, 7.5), (16, 14.0)):
            bare = median(partial(_sockets, server, connections), scale)
            ours = median(partial(_mirror, server, rows, connections), scale)
            name = f"{rows:,} invoices mirrored over {connections} connections at {LATENCY_MS} ms"
            loop = "FreshBooks' SDK in a loop, reading only"
            figures += [
                Figure(name, ours, loop, sdk, most_ratio=1 / times),
                Figure(name, ours, f"the bytes over {connections} sockets", bare, most_ratio=1.10),
            ]
    return figures


def _within_limits(scale: float) -> list[Figure]:
    rows = hundreds(100_000 * scale)
    limit = 600 if scale >= 0.5 else 10_000  # small sizes wait for no window
    with serving(rows, LATENCY_MS if scale >= 0.1 else 1, limit) as server:
        ours = _mirror(server, rows, 8)
        told = server.get("/told")
    if told["refused"] or told["too_soon"]:
        raise SystemExit(f"the limit was not kept: {told}")
    name = f"{rows:,} invoices mirrored at {limit} requests a minute, {told['requests']} made"
    least = 60.0 * told["requests"] / limit
    return [Figure(name, ours, "its requests at that rate", least, most_ratio=1.05)]


PARTS = (Part("mirror latency", _under_latency), Part("mirror limits", _within_limits))
