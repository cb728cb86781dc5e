"""The real program between two services on loopback, and a clock that only the test moves.

Nothing here is a stand-in: requests travel over HTTP to the sandbox, through the real adaptors
into a company file on disk, and the desk is the one that the window and the command line use.
Only the clock is the test's: its monotonic hand runs ahead, so that nobody waits for a rate limit.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.views import AttentionRow, Mode, SyncReport
from fbrecon.bootstrap import Environment, FolderShelf, OutsideDoors
from fbrecon.sandbox.clock import SandboxClock
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_rows import ACTIVE, InvoiceRow
from fbrecon.sandbox.options import Dialect, SandboxOptions
from fbrecon.sandbox.platform_book import InvoiceRow as Copy
from fbrecon.sandbox.platform_book import PaymentRow, PlatformBook
from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in
from fbrecon.store.company import CompanyStores
from fbrecon.sync.progress import CancelToken, silent

# Two weeks before New York's clocks change, in spring and in autumn.
BEGINNINGS = (datetime(2026, 2, 24, 15, 30, tzinfo=UTC), datetime(2026, 10, 18, 3, 30, tzinfo=UTC))
NO_LIMIT = 1_000_000
TICK_SECONDS = 7
COLLECTED_IN = ("USD", "CAD")


def may_be_collected(invoice: InvoiceRow) -> bool:
    """Open, active and owed, in a currency that the platform takes."""
    return (
        invoice.vis_state == ACTIVE
        and invoice.sent
        and not invoice.disputed
        and invoice.outstanding_minor > 0
        and invoice.currency in COLLECTED_IN
    )


class WorldClock:
    """The sandbox's wall clock; each look at the monotonic one is a second later."""

    def __init__(self, wall: SandboxClock) -> None:
        self._wall = wall
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._wall.now()

    def monotonic(self) -> float:
        self._seconds += 1.0
        return self._seconds


class World:
    """Both services, one company connected to them, and what people said at its desk."""

    def __init__(
        self,
        *,
        in_autumn: bool = False,
        keep_numbers: bool = False,
        refuse_negative_lines: bool = False,
        dialect: Dialect = "a",
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fbrecon-world-"))
        self.sandbox = Sandbox(
            SandboxOptions(
                scenario="empty",
                now=BEGINNINGS[in_autumn],
                frozen_clock=True,
                rate_limit=NO_LIMIT,
                platform_rate_limit=NO_LIMIT,
                keep_numbers=keep_numbers,
                refuse_negative_lines=refuse_negative_lines,
                dialect=dialect,
            )
        ).start()
        self.clock = WorldClock(self.sandbox.state.clock)
        self.refused_by_person: set[str] = set()  # what somebody said no to: subjects and ids
        self.approved_by_person: set[str] = set()
        self.made_there: set[str] = set()  # invoices that people made on the platform
        self.former_numbers: dict[str, int] = {}
        self.hosted: dict[str, int] = {}  # copies of the platform's own link, and their invoices
        self.desk = self._connect()

    def _connect(self) -> CompanyDesk:
        told = self.sandbox.announcement
        environment = Environment(
            self.folder,
            told["freshbooks_api"],
            told["freshbooks_auth"],
            told["platform_api"],
            secrets="session",
        )
        shelf = FolderShelf(self.folder, self.clock, environment)
        doors = OutsideDoors(environment, shelf, self.clock)
        desk = CompanyDesk(shelf, doors, self.clock, None)
        app = told["freshbooks"]
        desk.save_app_keys(app["client_id"], app["client_secret"], app["redirect_uri"])
        attempt = desk.begin_sign_in()
        url = sign_in(attempt.authorize_url, app["email"], app["password"])
        business = self.sandbox.state.memberships[0].business_id
        desk.finish_sign_in(attempt, url, str(business))
        # What is tested here ends with an exception, not with the power: no waiting for disks.
        self._file(desk).file.sql("PRAGMA synchronous = OFF")
        desk.connect_platform(**told["platform"])
        desk.set_mode(Mode.WRITE)
        return desk

    @staticmethod
    def _file(desk: CompanyDesk) -> CompanyStores:
        stores = desk.company.stores
        assert isinstance(stores, CompanyStores)
        return stores

    def close(self) -> None:
        self.desk.company.close()
        self.sandbox.close()
        shutil.rmtree(self.folder)

    # ---- what there is

    @property
    def books(self) -> Books:
        return self.sandbox.state.main_books

    @property
    def platform(self) -> PlatformBook:
        return self.sandbox.state.platform

    @property
    def stores(self) -> CompanyStores:
        return self._file(self.desk)

    def invoice_of(self, copy: Copy) -> InvoiceRow | None:
        """The invoice in the books that this copy says it is, by its first line."""
        if copy.id in self.made_there:
            return None
        if copy.id in self.hosted:
            return self.books.invoices[self.hosted[copy.id]]
        first = copy.items[0].description
        numbers = {invoice.number: invoice.id for invoice in self.books.invoices.values()}
        for number, invoice_id in (*numbers.items(), *self.former_numbers.items()):
            if first.startswith((f"Invoice {number}: ", f"Invoice {number}, ")):
                return self.books.invoices[invoice_id]
        raise AssertionError(f"a copy of no invoice: {first}")

    def copies_of(self, invoice: InvoiceRow) -> list[Copy]:
        """All copies of that invoice, archived ones too, oldest first."""
        return [
            copy
            for copy in self.platform.invoices.values()
            if copy.id not in self.made_there and self.invoice_of(copy) is invoice
        ]

    def asks(self, copy: Copy) -> int:
        """What a copy still asks its customer for, in cents, by the words as people explained them.

        A word that is no word of the platform hides what the sandbox itself thinks of the payment.
        """
        words = self.stores.decisions.words()
        due = copy.total_cents - self.platform.paid_cents(copy.id)
        for payment in self.platform.payments_of(copy.id):
            if payment.raw_status is not None:
                told = words.get(payment.raw_status) == "succeeded"
                due += self.platform.taken_off_cents(payment) - told * payment.sub_total_cents
        return 0 if copy.archived else due

    def paid_for(self, payment: PaymentRow) -> InvoiceRow | None:
        """The invoice in the books that a payment of the platform is for."""
        return self.invoice_of(self.platform.invoices[payment.invoice_id])

    def attention(self, *, dismissed: bool = False) -> list[dict[str, Any]]:
        """What is open for a person; with `dismissed` also what somebody put out of sight."""
        seen = "" if dismissed else "AND dismissed = 0"
        names = ("id", "key", "kind", "title", "message", "subject")
        return [
            dict(zip(names, row, strict=True))
            for row in self.stores.file.sql(
                f"SELECT {', '.join(names)} FROM attention WHERE closed_at IS NULL {seen}"
            )
        ]

    # ---- what happens

    def control(self, name: str, /, **body: Any) -> dict[str, Any]:
        """Something happens in one of the services."""
        return self.sandbox.control(name, **body)

    def advance(self, seconds: float) -> None:
        """Time passes."""
        self.sandbox.state.clock.advance(seconds)

    def sync(self, *only: str, full: bool = False) -> SyncReport:
        """One sync, as the window's button or the timetable would ask for it."""
        return self.desk.sync(CancelToken(), silent, only=only, full=full)

    def items(self) -> list[AttentionRow]:
        """What needs a person, as every front end shows it."""
        return self.desk.list_attention()
