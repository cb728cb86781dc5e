"""A company file on disk, both services in memory, and the engine between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

from fbrecon.domain.documents import BookPayment, Invoice, Visibility
from fbrecon.domain.ids import InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.proposing import NotProposed, payment_key
from fbrecon.domain.rules import WritingRules
from fbrecon.store.company import CompanyStores
from fbrecon.sync.crash_points import POINTS, CrashPoint, no_crash
from fbrecon.sync.engine import ALL_PARTS, Services, SyncEngine, SyncRequest
from fbrecon.sync.preflights import Inline, Readers
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport
from fbrecon.sync.settling import SettleRules
from tests.fakes.fake_books import BUSINESS, FakeBooks
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_platform import FakePlatform
from tests.fakes.send_counts import MemorySendCounts

SETTLE_AFTER = 900.0
CRASH_POINTS = ("looked", "intent durable", "counted", "answered", "answer kept")  # of one send
ALL_POINTS = POINTS
WRITES = frozenset({"payments"})


class Crash(BaseException):
    """The program ends here."""


def crash_at(name: str, nth: int = 1) -> CrashPoint:
    """Ends the program when it comes to that point for the n-th time."""
    left = [nth]

    def point(here: str) -> None:
        if here == name:
            left[0] -= 1
            if left[0] == 0:
                raise Crash(here)

    return point


class Bench:
    """One company. `post_since` is the day it began, unless the test says otherwise."""

    def __init__(self, folder: Path, *, writes: bool = True, page_size: int = 4) -> None:
        self.clock = FakeClock()  # this computer's
        self.world = FakeClock()  # everybody else's
        self.books = FakeBooks(self.world, page_size=page_size)
        self.platform = FakePlatform(self.world, page_size=page_size)
        self.file = folder / "company.db"
        self.rules = WritingRules(
            account=BUSINESS.account_id,
            platform=self.platform.name,
            writes=writes,
            auto_post=True,
            post_since=self.clock.now().date(),
            timezone="UTC",
        )
        self.settle_after = SETTLE_AFTER
        self.counts = MemorySendCounts()
        self.readers: Readers = Inline
        self.lives = 1  # of the program; the monotonic clock means something within one only
        self.not_proposed: list[NotProposed] = []
        self.last_engine: SyncEngine | None = None
        self.with_books = self.with_platform = True
        self.stores = self._open()

    def _open(self) -> CompanyStores:
        stores = CompanyStores(self.file, self.clock)
        # What is tested here ends with an exception, not with the power: no need to wait for disks.
        stores.file.sql("PRAGMA synchronous = OFF")
        return stores

    # ---- running

    def engine(self, crash: CrashPoint = no_crash) -> SyncEngine:
        services = Services(
            self.books if self.with_books else None, self.platform if self.with_platform else None
        )
        self.last_engine = SyncEngine(
            services,
            self.stores,
            self.rules,
            self.clock,
            SettleRules(self.settle_after),
            self._attention,
            crash,
            counts=self.counts,
            readers=self.readers,
            session=f"life {self.lives}",
        )
        return self.last_engine

    def sync(
        self,
        parts: Iterable[str] = ALL_PARTS,
        *,
        cancel: CancelToken | None = None,
        crash: CrashPoint = no_crash,
        deep: bool = False,
        full: bool = False,
        reason: str = "test",
    ) -> SyncReport:
        request = SyncRequest(frozenset(parts), reason, deep=deep, full=full)
        return self.engine(crash).run(request, cancel or CancelToken(), silent)

    def _attention(self, not_proposed: list[NotProposed] | None) -> int:
        if not_proposed is not None:
            self.not_proposed = list(not_proposed)
        return len(self.not_proposed)

    def restart(self) -> None:
        """The program ends and begins again on the same file."""
        self.stores.close()
        self.lives += 1
        self.stores = self._open()

    def lose_file(self) -> None:
        """The company file is gone, a fresh one takes its place."""
        self.stores.close()
        self.lives += 1
        for path in self.file.parent.glob("company.db*"):
            path.unlink()
        self.stores = self._open()

    def change_rules(self, **changes: object) -> None:
        self.rules = replace(self.rules, **changes)  # type: ignore[arg-type]

    def advance(self, *, seconds: float = 0, minutes: float = 0, days: float = 0) -> None:
        for clock in (self.clock, self.world):
            clock.advance(seconds + 60 * minutes + 86_400 * days)

    def settle(self, runs: int = 4) -> None:
        """Sync on until nothing that was lost is still uncertain."""
        for _ in range(runs):
            self.advance(seconds=self.settle_after)
            self.sync(WRITES)

    # ---- what happens in the world

    def open_invoice(self, *amounts: int, currency: str = "USD", sync: bool = True) -> InvoiceId:
        """An open invoice, and its copy on the platform put there by a sync."""
        invoice_id = self.books.add_invoice(*amounts, currency=currency)
        if sync:
            self.sync()
        return invoice_id

    def copy_of(self, invoice_id: int) -> PlatformInvoiceId:
        """The platform's invoice for that invoice in the books."""
        number = self.books.invoices[invoice_id].number
        (found,) = [
            copy.id
            for copy in self.platform.invoices.values()
            if any(f"Invoice {number}" in text for text in copy.descriptions)
        ]
        return found

    def paid(self, *amounts: int, **how: str) -> tuple[InvoiceId, PlatformPaymentId]:
        """An invoice that its customer has just paid through the platform."""
        invoice_id = self.open_invoice(*amounts)
        return invoice_id, self.platform.pay(self.copy_of(invoice_id), **how)  # type: ignore[arg-type]

    # ---- what there is to see

    def intents(self, kind: WriteKind = WriteKind.PAYMENT) -> list[Intent]:
        return self.stores.outbox.list_intents([kind])

    def intent(self, kind: WriteKind = WriteKind.PAYMENT) -> Intent:
        (found,) = self.intents(kind)
        return found

    def states(self, kind: WriteKind = WriteKind.PAYMENT) -> list[PostingState]:
        return [intent.state for intent in self.intents(kind)]

    def recorded(self, invoice_id: int) -> list[BookPayment]:
        """The live payments of that invoice in the books."""
        return [
            p
            for p in self.books.payments.values()
            if p.invoice_id == invoice_id and p.visibility is not Visibility.DELETED
        ]

    def marker(self, payment: PlatformPaymentId, invoice: InvoiceId, generation: int = 1) -> str:
        return payment_key(self.rules, payment, invoice, generation).marker

    def mirrored(self, invoice_id: int) -> Invoice | None:
        return self.stores.books.find_invoice(InvoiceId(invoice_id))

    def ask_file(self, statement: str) -> list[tuple[object, ...]]:
        """What another program sees in the file right now."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as other:
            found = other.execute(statement).fetchall()
        other.close()
        return found

    def rows_of_file(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything in the file, by table; a search index lies in tables of its own."""
        names = self.ask_file(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1"
        )
        return {
            str(name): sorted(self.ask_file(f'SELECT * FROM "{name}"'), key=repr)
            for (name,) in names
        }


def day_of(bench: Bench) -> date:
    """Today, as the bench's business has it."""
    return bench.clock.now().astimezone(UTC).date()
