"""FreshBooks' lists with as little work as can be: pages made beforehand, a latency, a limit.

A process of its own: `python -m tests.bench.paged_server --invoices N --latency-ms N --limit N`.
Its rows are the recorded invoice with three lines. It prints its port and tells under `/told` how
many requests came since, how many of all were over the limit and how many inside a `Retry-After`.
`/set` takes `rows` (what a list of changes names), `anew` (1: they change once more), `latency`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

_SAMPLE = Path(__file__).parent.parent / "wire_samples" / "invoice_with_lines.json"
_WINDOW = 60.0
_ROWS = 100  # a page


def _template() -> str:
    row: dict[str, Any] = json.loads(_SAMPLE.read_text())["response"]["result"]["invoice"]
    third = row["lines"][1] | {"lineid": 3, "name": "Plates"}
    row = row | {"lines": [*row["lines"], third], "discount_total": {"amount": "0", "code": "CAD"}}
    text = json.dumps(row, separators=(",", ":"))
    for said, place in _PLACES.items():
        text = text.replace(said, place)
    return text


_PLACES = {
    "987654": "@ID@",
    "ACM0002": "N@ID@",
    '"41.94"': '"@ID@.94"',
    '"20.00"': '"@ID@.01"',
    '"24.00"': '"@ID@.02"',
}


class Lists:
    """Bodies by page; all invoices are alike but for their ids and sums."""

    def __init__(self, invoices: int) -> None:
        template = _template()
        numbers = range(invoices, 0, -1)
        self._rows = [template.replace("@ID@", str(number)) for number in numbers]
        self.pages = math.ceil(invoices / _ROWS)
        self._made = [
            self._page("invoices", self._rows[_ROWS * n : _ROWS * (n + 1)], n + 1, invoices)
            for n in range(self.pages)
        ]
        self.changed = 0
        self.round = 0

    def body(self, key: str, query: dict[str, list[str]]) -> bytes:
        """The page that was asked for; deleted rows and other lists are empty."""
        number = int(query.get("page", ["1"])[0])
        if key != "invoices" or "search[vis_state]" in query:
            return self._page(key, [], number, 0, pages=0)
        if "search[updated_min]" in query:
            rows = self._rows[: self.changed]
            if self.round:  # they were changed once more
                rows = [row.replace('"21.94"', f'"{self.round}.94"') for row in rows]
            return self._page(key, rows, number, len(rows), pages=min(len(rows), 1))
        if number <= self.pages:
            return self._made[number - 1]
        return self._page(key, [], number, self.pages * _ROWS)

    def _page(
        self, key: str, rows: list[str], number: int, total: int, pages: int | None = None
    ) -> bytes:
        pages = self.pages if pages is None else pages
        about = f'"page":{number},"pages":{pages},"per_page":{_ROWS},"total":{total}'
        return f'{{"response":{{"result":{{"{key}":[{",".join(rows)}],{about}}}}}}}'.encode()


class Limit:
    """Fixed windows of a minute; `limit` 0 is none that anybody reaches."""

    def __init__(self, limit: int) -> None:
        self._limit = limit or 10**9
        self._began = 0.0
        self._count = 0
        self._no_sooner = 0.0
        self.requests = self.refused = self.too_soon = 0

    def take(self) -> tuple[bool, str]:
        """Whether it is allowed, and the headers that say so."""
        now = time.time()
        self.requests += 1
        self.too_soon += now < self._no_sooner
        if now - self._began >= _WINDOW:
            self._began, self._count = now, 0
        allowed = self._count < self._limit
        self._count += allowed
        ends = self._began + _WINDOW
        if not allowed:
            self.refused += 1
            self._no_sooner = ends
        headers = {
            "Date": formatdate(now, usegmt=True),
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(self._limit - self._count),
            "X-RateLimit-Reset": str(math.ceil(ends)),
            "Retry-After": str(max(1, math.ceil(ends - now))),
            "Content-Type": "application/json",
        }
        return allowed, "".join(f"{name}: {value}\r\n" for name, value in headers.items())


class Speaker(asyncio.Protocol):
    """One connection, kept alive; one request after the other."""

    def __init__(self, lists: Lists, limit: Limit, pace: dict[str, float]) -> None:
        self._lists, self._limit, self._pace = lists, limit, pace
        self._waiting = b""
        self._out: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        assert isinstance(transport, asyncio.Transport)
        self._out = transport

    def data_received(self, data: bytes) -> None:
        """Answer each whole request after the latency."""
        self._waiting += data
        while (end := self._waiting.find(b"\r\n\r\n")) >= 0:
            line = self._waiting[: self._waiting.find(b"\r\n")].decode()
            self._waiting = self._waiting[end + 4 :]
            loop = asyncio.get_running_loop()
            loop.call_later(self._pace["latency"], self._answer, line.split(" ")[1])

    def _answer(self, target: str) -> None:
        parts = urlsplit(target)
        query = parse_qs(parts.query)
        if parts.path == "/told":
            told = self._limit
            counts = {
                "requests": told.requests,
                "refused": told.refused,
                "too_soon": told.too_soon,
            }
            told.requests = 0
            self._send(200, "Content-Type: application/json\r\n", json.dumps(counts).encode())
        elif parts.path == "/set":
            self._set({name: float(values[0]) for name, values in query.items()})
            self._send(200, "Content-Type: application/json\r\n", b"{}")
        else:
            allowed, headers = self._limit.take()
            key = parts.path.rpartition("/")[2]
            body = self._lists.body(key, query) if allowed else b'{"message":"slow down"}'
            self._send(200 if allowed else 429, headers, body)

    def _set(self, given: dict[str, float]) -> None:
        self._lists.changed = int(given.get("rows", self._lists.changed))
        self._lists.round += int(given.get("anew", 0))
        self._pace["latency"] = given.get("latency", self._pace["latency"] * 1000) / 1000

    def _send(self, status: int, headers: str, body: bytes) -> None:
        head = f"HTTP/1.1 {status} OK\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
        if self._out is not None and not self._out.is_closing():
            self._out.write(head.encode() + body)


async def _serve(make: Callable[[], Speaker]) -> None:
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    async with server:
        await server.serve_forever()


def main(words: list[str]) -> None:
    """Serve until the process is ended."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.paged_server")
    options.add_argument("--invoices", type=int, default=1000)
    options.add_argument("--latency-ms", type=float, default=0.0)
    options.add_argument("--limit", type=int, default=0)
    given = options.parse_args(words)
    lists, limit = Lists(given.invoices), Limit(given.limit)
    pace = {"latency": given.latency_ms / 1000}  # of all connections
    asyncio.run(_serve(lambda: Speaker(lists, limit, pace)))


if __name__ == "__main__":
    main(sys.argv[1:])
