"""The books into the company file: the last 12 months first, then all history, then changes.

Each resource walks through the same phases and remembers after every page where it is, so that a
run which was cut off goes on where it stopped. One page is one write transaction; no request is
made inside one. Rows that cannot be read are set aside and named; the page goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from fbrecon.clock import Clock, eastern_day
from fbrecon.domain.pages import BooksQuery, Page, Saved
from fbrecon.domain.runs import Cursor, Phase
from fbrecon.errors import Unreadable
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

BOOKS_RESOURCES = ("customers", "invoices", "payments")
RECENT_DAYS = 366  # "the last 12 months", a leap year included
_DEEP_EVERY = timedelta(hours=20)  # deleted rows may not move `updated`: a pass of their own daily
_AFTER_A_WRONG_CLOCK = timedelta(days=30)  # a clock that was ahead asked for too little
_PLENTY = 20  # rows below which an empty answer is no news


@dataclass(frozen=True, slots=True)
class _Resource:
    """How one resource is fetched and stored."""

    name: str
    title: str
    fetch: Callable[[BooksQuery, CancelToken], Iterator[Page[Any]]]
    store: Callable[[Sequence[Any], Tally], None]
    by_date: bool = False


class BooksPull:
    """Mirrors the books of one company."""

    def __init__(self, books: Books, stores: Stores, clock: Clock) -> None:
        self._books = books
        self._stores = stores
        self._clock = clock
        self._resources = {
            resource.name: resource
            for resource in (
                _Resource("customers", "Customers", books.iter_customers, self._customers),
                _Resource(
                    "invoices", "Invoices", books.iter_invoices, self._invoices, by_date=True
                ),
                _Resource(
                    "payments", "Payments", books.iter_payments, self._payments, by_date=True
                ),
            )
        }

    def pull_accounts(self, tally: Tally) -> None:
        """The chart of accounts, whole."""
        page = self._books.read_ledger_accounts()
        if not page.records and len(self._stores.books.list_ledger_accounts()) >= _PLENTY:
            raise _suddenly_empty("the chart of accounts")
        with self._stores.write():
            tally.resources["accounts"].add(self._stores.books.save_ledger_accounts(page.records))
        self._set_aside("accounts", page, tally)

    def pull_recent(
        self, name: str, cancel: CancelToken, report: ProgressFn, tally: Tally, *, deep: bool
    ) -> None:
        """What makes the company usable: the last 12 months at first, later what changed.

        `deep` also reads deleted rows again, whatever their `updated` says; that happens by
        itself once a day.
        """
        cursor = self._stores.journal.cursor(name)
        resource = self._resources[name]
        today = eastern_day(self._clock.now())
        if cursor.phase is Phase.RECENT:
            if cursor.began_on is None:
                boundary = today - timedelta(days=RECENT_DAYS)
                cursor = replace(cursor, began_on=today, boundary_on=boundary, next_page=1)
            query = BooksQuery(from_on=cursor.boundary_on if resource.by_date else None)
            following = Phase.HISTORY if resource.by_date else Phase.DELETED
            self._walk(resource, query, cursor, following, cancel, report, tally)
        elif cursor.phase is Phase.LIVE:
            self._pull_changes(resource, cursor, today, cancel, report, tally, deep=deep)

    def pull_history(
        self, name: str, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        """The rest of the first mirror: all older rows, deleted rows, then what changed since."""
        resource = self._resources[name]
        cursor = self._stores.journal.cursor(name)
        if cursor.phase is Phase.HISTORY:
            query = BooksQuery(before_on=cursor.boundary_on)
            cursor = self._walk(resource, query, cursor, Phase.DELETED, cancel, report, tally)
        if cursor.phase is Phase.DELETED:
            query = BooksQuery(deleted=True)
            cursor = self._walk(resource, query, cursor, Phase.LIVE, cancel, report, tally)
            cursor = replace(cursor, mark_on=cursor.began_on, last_deep_at=self._clock.now())
            self._stores.journal.keep_cursor(cursor)
            # Pages shift while rows change: what changed since the walk began is read once more.
            today = eastern_day(self._clock.now())
            self._pull_changes(resource, cursor, today, cancel, report, tally, deep=False)
            self._walk_again_if_short(resource, cancel, report, tally)

    def is_live(self) -> bool:
        """Whether all history of every resource has been mirrored."""
        return all(
            self._stores.journal.cursor(name).phase is Phase.LIVE for name in self._resources
        )

    def restart(self) -> None:
        """Walk everything again from the first page; what is stored stays until it is replaced."""
        for name in self._resources:
            cursor = self._stores.journal.cursor(name)
            self._stores.journal.keep_cursor(Cursor(name, last_success_at=cursor.last_success_at))

    # ---- walking

    def _pull_changes(
        self,
        resource: _Resource,
        cursor: Cursor,
        today: date,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        *,
        deep: bool,
    ) -> None:
        # The filter has day granularity and the clocks may differ: ask from the day before.
        since = (cursor.mark_on or today) - timedelta(days=1)
        if cursor.mark_on is not None and cursor.mark_on > today:
            since = today - _AFTER_A_WRONG_CLOCK
        for page in resource.fetch(BooksQuery(updated_since=since), cancel):
            self._keep(resource, page, tally, None)
            report(Progress(f"{resource.title}: what changed", page.number, page.pages))
            cancel.raise_if_cancelled()
        now = self._clock.now()
        due = is_due(cursor.last_deep_at, now)
        deleted = BooksQuery(deleted=True, updated_since=None if deep or due else since)
        for page in resource.fetch(deleted, cancel):
            self._keep(resource, page, tally, None)
            cancel.raise_if_cancelled()
        if deep or due:
            self._walk_again_if_short(resource, cancel, report, tally)
        self._stores.journal.keep_cursor(
            replace(
                self._stores.journal.cursor(resource.name),
                mark_on=today,
                last_deep_at=now if deep or due else cursor.last_deep_at,
            )
        )

    def _walk_again_if_short(
        self, resource: _Resource, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        """A row that moved to a page already read was missed, though it never changed.

        One request tells: does the service count as many rows as were read?
        """
        here = self._stores.books.count_live(resource.name)
        here += len(self._stores.journal.list_odd(resource.name))
        done = 0
        for page in resource.fetch(BooksQuery(), cancel):
            if page.total in (None, here) and not done:
                return
            self._keep(resource, page, tally, None)
            done += len(page.records) + len(page.odd)
            report(Progress(f"{resource.title}: read again", done, page.total))
            cancel.raise_if_cancelled()

    def _walk(
        self,
        resource: _Resource,
        query: BooksQuery,
        cursor: Cursor,
        following: Phase,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
    ) -> Cursor:
        """Walk a filter from the page the cursor names on, then move it to the next phase."""
        query = replace(query, first_page=cursor.next_page)
        done = 0
        for page in resource.fetch(query, cancel):
            cursor = replace(cursor, next_page=page.number + 1)
            self._keep(resource, page, tally, cursor)
            done += len(page.records) + len(page.odd)
            report(Progress(_stage(resource, query), done, page.total))
            cancel.raise_if_cancelled()
        cursor = replace(cursor, phase=following, next_page=1)
        self._stores.journal.keep_cursor(cursor)
        return cursor

    def _keep(
        self, resource: _Resource, page: Page[Any], tally: Tally, cursor: Cursor | None
    ) -> None:
        with self._stores.write():
            resource.store(page.records, tally)
            self._set_aside(resource.name, page, tally)
            if cursor is not None:
                self._stores.journal.keep_cursor(cursor)

    def _set_aside(self, name: str, page: Page[Any], tally: Tally) -> None:
        journal = self._stores.journal
        journal.set_aside(name, page.odd, self._clock.now())
        journal.readable_again(name, [str(record.id) for record in page.records])
        tally.odd(_TALLY_NAMES.get(name, name), page.odd)

    # ---- storing

    def _customers(self, records: Sequence[Any], tally: Tally) -> None:
        tally.resources["customers"].add(self._stores.books.save_customers(records))

    def _invoices(self, records: Sequence[Any], tally: Tally) -> None:
        invoices, lines = self._stores.books.save_invoices(records)
        tally.resources["invoices"].add(invoices)
        tally.resources["lines"].add(lines)

    def _payments(self, records: Sequence[Any], tally: Tally) -> None:
        saved: Saved = self._stores.books.save_payments(records)
        tally.resources["freshbooks_payments"].add(saved)


def is_due(last_deep_at: datetime | None, now: datetime) -> bool:
    """Whether the daily reading is due; a time in the future is one of a clock that was wrong."""
    return last_deep_at is None or not timedelta(0) <= now - last_deep_at < _DEEP_EVERY


_TALLY_NAMES = {"payments": "freshbooks_payments"}


def _stage(resource: _Resource, query: BooksQuery) -> str:
    if query.deleted:
        return f"{resource.title}: deleted rows"
    if query.from_on is not None:
        return f"{resource.title}: the last 12 months"
    if query.before_on is not None:
        return f"{resource.title}: earlier years"
    return resource.title


def _suddenly_empty(what: str) -> Unreadable:
    return Unreadable(
        "FreshBooks suddenly shows nothing",
        f"It lists no rows for {what}, where it had plenty.",
        "Nothing was changed. Check in FreshBooks that the sign-in still has access, then sync.",
    )
