"""Where FreshBooks' adaptor meets the made-up world: `exchange`, with everything that breaks it.

The adaptor is the real one down to its transport; only the two functions that open a session and
move bytes are replaced. Nothing here waits: a timeout moves the world's clock.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.utils import format_datetime
from typing import Any, Self
from unittest.mock import patch
from urllib.parse import urlsplit

import msgspec
import requests

from fbrecon.cancelling import cancellable
from fbrecon.clock import Clock
from fbrecon.freshbooks import transport
from fbrecon.freshbooks.exchange import READ_SECONDS, Answer, Witness
from tests.faults import expense_world, ledger_world
from tests.faults.books_world import BooksWorld, Recorded, marker_of
from tests.faults.expense_world import Spent
from tests.faults.ledger_world import Entered, chart
from tests.faults.menu import (
    CALM,
    Hostility,
    ReadFault,
    SendFault,
    draw_read,
    draw_send,
)
from tests.faults.remembered import remembered_columns

HTML = b"<!doctype html><html><body><h1>We'll be right back</h1></body></html>"
_JSON, _PAGE = "application/json", "text/html"
Event = Callable[[str], None]
# A list that grows as fast as it is read is never read to its end; people stop before that.
ACTS_A_SYNC = 40


class Wire:
    """One world, its weather, and everything that was asked of it."""

    def __init__(self, world: BooksWorld, seed: str) -> None:
        self.world = world
        self.hostility: Hostility = CALM
        self.sends: Counter[str] = Counter()  # by marker: bodies that reached FreshBooks or could
        self.outcomes: Counter[str] = Counter()
        self.event: Event = lambda _: None
        self.before_send: Event = lambda _: None  # is given the body's marker
        self.on_send: Callable[[bytes], None] = lambda _: None
        self.people: Callable[[], None] = lambda: None
        self.acts_left = ACTS_A_SYNC
        self.good_token = 1
        self._send_chance = random.Random(f"{seed}:sends")
        self._read_chance = random.Random(f"{seed}:reads")
        self._row_chance = random.Random(f"{seed}:rows")
        self._busy = random.Random(f"{seed}:busy")
        self._pace = random.Random(f"{seed}:pace")
        self._last_answer: bytes | None = None

    # ---- the seam

    def exchange(
        self,
        session: _Session,
        clock: Clock,
        method: str,
        url: str,
        *,
        params: list[tuple[str, str]] | None = None,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        auth: Any = None,
    ) -> Answer:
        """As `fbrecon.freshbooks.exchange.exchange`."""
        del clock, headers
        self._pass(self._pace.uniform(0.05, 0.6))
        path = urlsplit(url).path
        if method == "POST":
            assert body is not None
            assert session.witness is not None
            return self._send(session.witness, path, body, auth)
        self.event("wire: read")
        answer = self._read(path, dict(params or ()), auth)
        self.event("wire: has read")
        return answer

    def _pass(self, seconds: float) -> None:
        """Time goes by, and the world does not stand still."""
        self.world.clock.seconds += seconds
        self.world.arrive(self._row_chance)
        if self.hostility.people and self._pace.random() < self.hostility.people:
            self._somebody_acts()
            while self._busy.random() < self.hostility.busy:
                self._somebody_acts()

    def _somebody_acts(self) -> None:
        if self.acts_left > 0:
            self.acts_left -= 1
            self.people()

    # ---- sends

    def _send(self, witness: Witness, path: str, body: bytes, auth: Any) -> Answer:
        marker = marker_of(body)
        self.before_send(marker)
        fault = draw_send(self.hostility, self._send_chance)
        self.outcomes[fault] += 1
        if fault is SendFault.NO_CONNECTION:
            raise requests.ConnectTimeout("no route")
        self.event("wire: send")
        witness.bytes_left = True
        self.on_send(body)
        self.sends[marker] += 1
        stale = int(auth._access_token) != self.good_token
        if fault is SendFault.SIGNED_OUT or stale:
            if not stale:
                self.good_token += 1
            return _answer(401, _error("unauthenticated", "1003"), self._headers())
        answer = self._act(fault, body)
        self.event("wire: has sent")
        return answer

    def _act(self, fault: SendFault, body: bytes) -> Answer:
        """What FreshBooks does with it, and what comes back."""
        chance, world = self._send_chance, self.world
        taken_later = fault in (SendFault.LATE, SendFault.LATE_502)
        if taken_later:
            delay = chance.uniform(1.0, world.manners.latest)
            world.take_later(body, world.clock.seconds + delay)
        row = world.take(body, self._row_chance) if fault in _TAKEN else None
        previous, answer = self._last_answer, _answer_of(row)
        if row is not None:
            self._last_answer = answer
        if fault in _RESETS:
            raise requests.ConnectionError("reset")
        if fault in _TIMEOUTS:
            self._pass(READ_SECONDS)
            raise requests.ReadTimeout("timeout")
        if fault is SendFault.CUT_SHORT:
            if chance.random() < 0.5:
                raise requests.exceptions.ChunkedEncodingError("IncompleteRead")
            return _answer(200, answer[: chance.randrange(len(answer))], self._headers())
        if fault is SendFault.ANOTHER_ANSWER:
            return _answer(200, previous or answer, self._headers())
        without = self._without_record(fault)
        if without is not None:
            return without
        if row is None:
            return _answer(404, _error("no such invoice", "1012"), self._headers())
        return _answer(200, answer, self._headers())

    def _without_record(self, fault: SendFault) -> Answer | None:
        """An answer that says nothing of a record; None where there is one to be told."""
        if fault in _PAGES:
            return _answer(_PAGES[fault], HTML, self._headers(), _PAGE)
        if fault is SendFault.WAIT:
            return _answer(429, b"{}", self._headers(retry=self._retry_after()))
        if fault in (SendFault.STATUS_BEFORE, SendFault.STATUS_AFTER):
            status = self._send_chance.choice([500, 503, 504, 408])
            return _answer(status, b'{"message": "Error."}', self._headers(retry="1"))
        if fault in _ERRORS:
            status, message, errno = _ERRORS[fault]
            return _answer(status, _error(message, errno), self._headers())
        if fault is SendFault.DETOUR:
            return _answer(307, b"", {**self._headers(), "location": "https://elsewhere"})
        return None

    def _retry_after(self) -> str:
        """In all the forms that services send, and some that make no sense."""
        at = self.world.clock.now() + timedelta(seconds=90)
        return self._send_chance.choice(
            ["5", "120", format_datetime(at, usegmt=True), "", "-3", "1000000000", "soon"]
        )

    # ---- reads

    def _read(self, path: str, asked: dict[str, str], auth: Any) -> Answer:
        chance = self._read_chance
        fault = draw_read(self.hostility, chance)
        if int(auth._access_token) != self.good_token:
            return _answer(401, _error("unauthenticated", "1003"), self._headers())
        match fault:
            case ReadFault.RESET:
                raise requests.ConnectionError("reset")
            case ReadFault.TIMEOUT:
                self._pass(READ_SECONDS)
                raise requests.ReadTimeout("timeout")
            case ReadFault.STATUS:
                return _answer(chance.choice([500, 503]), b"{}", self._headers())
            case ReadFault.HTML:
                return _answer(502, HTML, self._headers(), _PAGE)
            case ReadFault.WAIT:
                return _answer(429, b"{}", self._headers(retry="3"))
            case ReadFault.PORTAL:
                return _answer(200, HTML, self._headers(), _PAGE)
            case ReadFault.SIGNED_OUT:
                self.good_token += 1
                return _answer(401, _error("unauthenticated", "1003"), self._headers())
        result = self._result(path, asked)
        if result is None:
            return _answer(404, _error("Unknown resource.", "1012"), self._headers())
        self._spoil(fault, result)
        body = msgspec.json.encode(result)
        if fault is ReadFault.CUT_SHORT:
            body = body[: chance.randrange(len(body))]
        return _answer(200, body, self._headers())

    def _spoil(self, fault: ReadFault, result: dict[str, Any]) -> None:
        inside = result.get("response", {}).get("result", {})
        rows = next((inside[name] for name in _SPOILT if name in inside), None)
        if rows and fault is ReadFault.ROW_TWICE:
            rows.append(rows[0])
        elif rows is not None and fault is ReadFault.COUNTS_MORE:
            inside["total"] += 1
        elif rows and fault is ReadFault.ROW_ODD:
            rows[-1] = {**rows[-1], "amount": None, "debit": None, "credit": None}

    def _result(self, path: str, asked: dict[str, str]) -> dict[str, Any] | None:
        """What is at that address; None where nothing is."""
        world = self.world
        if path.endswith("/ledger_accounts/accounts"):
            return {"data": [] if world.ledger is None else chart()}
        _, _, resource = path.partition("/accounting/account/")
        _, _, resource = resource.partition("/")
        kind, _, number = resource.removeprefix("users/").partition("/")
        _, _, number = number.partition("/") if kind != "clients" else ("", "", number)
        if kind == "journal_entries":
            number = ""
        if number and kind == "payments":
            row = world.rows.get(int(number))
            return None if row is None else _wrapped({"payment": row.to_wire()})
        if number and kind != "expenses":
            invoice = world.invoices.get(int(number))
            return None if invoice is None else _wrapped({"invoice": world.show_invoice(invoice)})
        if kind == "payments":
            rows = [row.to_wire() for row in world.list_rows(asked)]
            return self._paged("payments", rows, asked)
        if kind == "journal_entries" and world.ledger is not None:
            postings = world.ledger.list_postings(asked)
            return self._paged(
                "journal_entry_details", postings, asked, size=ledger_world.PAGE_SIZE
            )
        if kind == "expenses":
            return self._expenses(number, asked)
        deleted = asked.get("search[vis_state]") == "1"
        if kind == "invoices":
            old = "search[date_max]" in asked
            shown = (
                [] if deleted or old else [world.show_invoice(i) for i in world.invoices.values()]
            )
            return self._paged("invoices", shown, asked)
        clients = [] if deleted else [_CLIENT]
        return self._paged("clients", clients, asked)

    def _expenses(self, number: str, asked: dict[str, str]) -> dict[str, Any] | None:
        """One expense, or a list of them."""
        world = self.world.expenses
        if world is None:
            return None
        if number:
            row = world.rows.get(int(number))
            return None if row is None else _wrapped({"expense": row.to_wire()})
        return self._paged("expenses", world.list_rows(asked), asked, size=expense_world.PAGE_SIZE)

    def _paged(
        self, key: str, rows: list[dict[str, Any]], asked: dict[str, str], *, size: int = 0
    ) -> dict[str, Any]:
        size = size or self.world.manners.page_size
        page = int(asked.get("page", "1"))
        shown = rows[(page - 1) * size : page * size]
        pages = -(-len(rows) // size)
        return _wrapped(
            {key: shown, "page": page, "pages": pages, "per_page": size, "total": len(rows)}
        )

    def _headers(self, *, retry: str = "60") -> dict[str, str]:
        now = format_datetime(self.world.clock.now(), usegmt=True)
        return {"date": now, "retry-after": retry}


_TAKEN = frozenset(
    {
        SendFault.FINE, SendFault.RESET_AFTER, SendFault.TIMEOUT_AFTER, SendFault.STATUS_AFTER,
        SendFault.HTML_AFTER, SendFault.ERRORS_INSIDE_AFTER, SendFault.CUT_SHORT,
        SendFault.ANOTHER_ANSWER,
    }
)  # fmt: skip
_RESETS = (SendFault.RESET_BEFORE, SendFault.RESET_AFTER)
_TIMEOUTS = (SendFault.TIMEOUT_BEFORE, SendFault.TIMEOUT_AFTER, SendFault.LATE)
_PAGES = {
    SendFault.HTML_BEFORE: 502, SendFault.HTML_AFTER: 502, SendFault.LATE_502: 502,
    SendFault.PORTAL: 200, SendFault.PROXY_DENIES: 403,
}  # fmt: skip
_ERRORS = {
    SendFault.REFUSED: (422, "amount is wrong", "1012"),
    SendFault.ERRORS_INSIDE: (200, "amount is wrong", "1012"),
    SendFault.ERRORS_INSIDE_AFTER: (200, "An unexpected error.", "1100"),
}
_SPOILT = ("payments", "journal_entry_details", "expenses")
_CLIENT = {
    "id": 7, "organization": "Kestrel Freight", "email": "k@example.com", "currency_code": "USD",
    "updated": "2026-01-05 10:00:00", "vis_state": 0,
}  # fmt: skip


class _Session:
    """Stands for a session of requests; remembers whose bytes it carries."""

    def __init__(self, witness: Witness | None = None) -> None:
        self.witness = witness

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        pass


class _Waits:
    """Where nobody can cancel, a wait is time that goes by in the world."""

    def __init__(self, world: BooksWorld) -> None:
        self._world = world

    def raise_if_cancelled(self) -> None:
        pass

    def wait(self, seconds: float) -> None:
        self._world.clock.seconds += seconds


@contextmanager
def plugged_in(wire: Wire, seed: str) -> Iterator[None]:
    """FreshBooks' adaptor talks to that wire as long as this lasts."""
    with (
        patch.object(transport, "exchange", wire.exchange),
        patch.object(transport, "open_session", _Session),
        patch.object(transport, "_chance", random.Random(f"{seed}:back off")),
        cancellable(_Waits(wire.world)),
        remembered_columns(),
    ):
        yield


def _answer(status: int, body: bytes, headers: dict[str, str], kind: str = _JSON) -> Answer:
    return Answer(status, {**headers, "content-type": kind}, body)


def _error(message: str, errno: str) -> bytes:
    return msgspec.json.encode(
        {"response": {"errors": [{"errno": int(errno), "message": message, "field": "x"}]}}
    )


def _wrapped(result: dict[str, Any]) -> dict[str, Any]:
    return {"response": {"result": result}}


def _answer_of(row: Recorded | Entered | Spent | None) -> bytes:
    if row is None:
        return b"{}"
    made = row.to_wire()
    if not isinstance(row, Entered):
        made = {"expense" if isinstance(row, Spent) else "payment": made}
    return msgspec.json.encode(_wrapped(made))
