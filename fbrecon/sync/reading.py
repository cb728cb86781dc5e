"""The reading half of a run: what is new, once a day everything, and the rest of the first copy.

A run that nobody waits for makes one request a resource where nothing is new. What belongs to the
day (ids of all rows, deleted rows, 75 days of payments, all copies) is counted apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from fbrecon.clock import Clock
from fbrecon.domain.ids import PlatformInvoiceId
from fbrecon.sync.parts import Parts
from fbrecon.sync.preflights import Inline, Readers
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.pull import BOOKS_RESOURCES, BooksPull
from fbrecon.sync.pull_platform import PlatformPull
from fbrecon.sync.request import JOBS, WITH_INVOICES, Services, SyncRequest
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

_PAUSE_AFTER_TRY = timedelta(minutes=1)
_PARTS_OF = {
    "customers": frozenset({"customers"}),
    "invoices": frozenset({"invoices", "lines"}),
    "payments": frozenset({"payments"}),
}


class Reading:
    """Reads both services for one run. `list_asked` names copies that a question is open about."""

    def __init__(
        self,
        services: Services,
        stores: Stores,
        clock: Clock,
        parts: Parts,
        tally: Tally,
        request: SyncRequest,
        list_asked: Callable[[], Collection[PlatformInvoiceId]],
        readers: Readers = Inline,
    ) -> None:
        books, platform = services.books, services.platform
        self._services = services
        self._stores = stores
        self._clock = clock
        self._parts = parts
        self._tally = tally
        self._request = request
        self._list_asked = list_asked
        self._books = None if books is None else BooksPull(books, stores, clock, readers)
        self._platform = None if platform is None else PlatformPull(platform, stores, clock)
        self._deep = request.deep or request.full
        self._tried_at: dict[str, datetime] = {}
        if self._books is not None and request.full:
            self._books.restart()

    def read(self, wanted: frozenset[str], cancel: CancelToken, report: ProgressFn) -> None:
        """Bring these parts up to date; `payments` succeed only if both services were read."""
        if self._books is not None:
            self._read_books(self._books, wanted, cancel, report)
        if self._platform is not None:
            self._read_platform(self._platform, wanted, cancel, report)
        if "payments" in wanted and not {"payments", "platform_payments"} & self._parts.failed:
            self._parts.succeeded("payments")

    def read_history(
        self, cancel: CancelToken, report: ProgressFn, between: Callable[[], bool]
    ) -> bool:
        """The rest of the first copy; `between` is called between its pages.

        Whether there was anything to be read: what came last may change what was decided.
        """
        pull = self._books
        if pull is None or pull.is_live():
            return False
        for name in BOOKS_RESOURCES:
            with self._parts.part(name, reads=False):
                pull.pull_history(name, cancel, report, self._tally, between)
                if self._request.full and pull.is_check_due(name, asked=True):
                    with self._daily():
                        pull.check(name, cancel, report, self._tally)
        return True

    def is_whole(self) -> bool:
        """Whether all of the books was read since reading began, or began anew."""
        return self._books is not None and self._books.is_live()

    def list_due(self) -> frozenset[str]:
        """The parts that became due while the run went on; each counts as tried with that."""
        now = self._clock.now()
        due: frozenset[str] = frozenset()
        for job, parts in JOBS.items():
            tried_at = self._tried_at.get(job)
            if tried_at is not None and timedelta(0) <= now - tried_at < _PAUSE_AFTER_TRY:
                continue
            last = self._stores.journal.cursor(f"schedule:{job}").last_success_at
            if last is None or not timedelta(0) <= now - last < self._request.every[job]:
                self._tried_at[job] = now
                due |= parts
        return due

    def note_tried(self) -> None:
        """The run has just tried all that it was asked for: nothing of it is due at once."""
        self._tried_at = dict.fromkeys(JOBS, self._clock.now())

    # ---- the services

    def _read_books(
        self, pull: BooksPull, wanted: frozenset[str], cancel: CancelToken, report: ProgressFn
    ) -> None:
        # A copy that was never complete is read whole, whatever was asked for.
        if not self._tried_at and not pull.is_live():
            wanted = wanted.union(*JOBS.values())
        if "accounts" in wanted:
            with self._parts.part("accounts"):
                pull.pull_accounts(self._tally)
        for name, parts in _PARTS_OF.items():
            if not parts & wanted:
                continue
            with self._parts.part(name):
                pull.pull_recent(name, cancel, report, self._tally)
                if name != "payments":
                    self._parts.succeeded(*parts)
            if name not in self._parts.failed and pull.is_check_due(name, asked=self._deep):
                with self._parts.part("daily_check", reads=False), self._daily():
                    pull.check(name, cancel, report, self._tally)

    def _read_platform(
        self, pull: PlatformPull, wanted: frozenset[str], cancel: CancelToken, report: ProgressFn
    ) -> None:
        if wanted & WITH_INVOICES:
            with self._parts.part("platform_invoices"):
                if self._deep or pull.is_directory_due():
                    with self._daily():
                        pull.pull_directory(cancel, report, self._tally)
                elif not self._request.is_scheduled:
                    pull.pull_directory(cancel, report, self._tally)  # somebody waits to see it
                else:
                    pull.pull_new_entries(self._list_asked(), cancel, report, self._tally)
        if "payments" in wanted:
            daily = self._deep or pull.is_long_window_due()
            again = daily or bool(wanted & WITH_INVOICES)
            with self._parts.part("platform_payments"), self._daily(really=daily):
                pull.pull_payments(cancel, report, self._tally, daily=daily, again=again)
            with self._parts.part("payouts"), self._daily(really=daily):
                pull.pull_payouts(cancel, report, self._tally, daily=daily)

    @contextmanager
    def _daily(self, *, really: bool = True) -> Iterator[None]:
        """What is asked in here belongs to the day and is counted apart."""
        before = self._services.requests_made()
        try:
            yield
        finally:
            if really:
                for name, made in self._services.requests_made().items():
                    self._tally.daily_requests[name] += made - before[name]
