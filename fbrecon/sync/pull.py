"""The books into the company file: the last 12 months first, then all history, then changes.

Each resource walks through the same phases and remembers after every page where it is, so that a
run which was cut off goes on where it stopped, after taking what changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from fbrecon.clock import EASTERN, Clock, eastern_day
from fbrecon.domain.documents import Visibility
from fbrecon.domain.pages import BooksQuery, Page
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.domain.runs import Cursor, Phase
from fbrecon.errors import Unreadable
from fbrecon.sync.mirroring import BOOKS_RESOURCES as BOOKS_RESOURCES
from fbrecon.sync.mirroring import Mirroring, Resource
from fbrecon.sync.pages_ahead import PagesAhead
from fbrecon.sync.ports import Books
from fbrecon.sync.preflights import Inline, Readers
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.recheck import PLENTY, Recheck
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

RECENT_DAYS = 366  # "the last 12 months", a leap year included
_DEEP_EVERY = timedelta(hours=20)
_BETWEEN_CHECKS = timedelta(hours=1)  # at the least, whatever calls for one
_AFTER_A_WRONG_CLOCK = timedelta(days=30)  # a clock that was ahead asked for too little
_LIVE = (Visibility.ACTIVE, Visibility.ARCHIVED)
# Whose days the filter for changes means is inferred: rows of its first hours may not be shown.
_UNSURE_OF_THE_DAY = timedelta(hours=12)
_MOST_LOOKS = 20  # rows asked for one by one before everything is compared instead


def _nothing() -> bool:
    """What is done between two pages where nothing else waits."""
    return False


class BooksPull:
    """Mirrors the books of one company."""

    def __init__(
        self, books: Books, stores: Stores, clock: Clock, readers: Readers = Inline
    ) -> None:
        """`readers` makes the threads that ask for pages; all is stored by who calls."""
        self._books = books
        self._readers = readers
        self._stores = stores
        self._clock = clock
        self._mirroring = Mirroring(books, stores, clock)
        self._resources = self._mirroring.resources
        self._recheck = Recheck(books, stores, self._mirroring)

    def pull_accounts(self, tally: Tally) -> None:
        """The chart of accounts, whole."""
        page = self._books.read_ledger_accounts()
        if not page.records and len(self._stores.books.list_ledger_accounts()) >= PLENTY:
            raise _suddenly_empty("the chart of accounts")
        with self._stores.write():
            tally.resources["accounts"].add(self._stores.books.save_ledger_accounts(page.records))
        self._mirroring.set_aside("accounts", page, tally)

    def pull_recent(self, name: str, cancel: CancelToken, report: ProgressFn, tally: Tally) -> None:
        """What makes the company usable: the last 12 months at first, later what changed.

        A walk that was begun in an earlier run waits until what changed since then is here: the
        program may have been away for a week.
        """
        cursor = self._stores.journal.cursor(name)
        resource = self._resources[name]
        today = eastern_day(self._clock.now())
        if cursor.began_on is not None:
            cursor = self._pull_changes(resource, cursor, today, cancel, report, tally)
        if cursor.phase is Phase.RECENT:
            if cursor.began_on is None:
                boundary = today - timedelta(days=RECENT_DAYS)
                cursor = replace(cursor, began_on=today, boundary_on=boundary, next_page=1)
            query = BooksQuery(from_on=cursor.boundary_on if resource.by_date else None)
            following = Phase.HISTORY if resource.by_date else Phase.DELETED
            self._walk(resource, query, cursor, following, cancel, report, tally)

    def pull_history(
        self,
        name: str,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        between: Callable[[], bool] = _nothing,
    ) -> None:
        """The rest of the first mirror: all older rows, deleted rows, then what changed since.

        It may take hours: `between` is called between pages, for what must not wait so long, and
        says whether it did anything.
        """
        resource = self._resources[name]
        cursor = self._stores.journal.cursor(name)
        if cursor.phase is Phase.HISTORY:
            query = BooksQuery(before_on=cursor.boundary_on)
            cursor = self._walk(
                resource, query, cursor, Phase.DELETED, cancel, report, tally, between
            )
        if cursor.phase is Phase.DELETED:
            query = BooksQuery(deleted=True)
            cursor = self._walk(resource, query, cursor, Phase.LIVE, cancel, report, tally, between)
            now = self._clock.now()
            cursor = replace(cursor, last_deep_at=now, complete_at=cursor.complete_at or now)
            self._stores.journal.keep_cursor(cursor)
            # Pages shift while rows change: what changed since the walk began is read once more.
            self._pull_changes(resource, cursor, eastern_day(now), cancel, report, tally)
            self._check_if_short(resource, cancel, report, tally)

    def is_check_due(self, name: str, *, asked: bool) -> bool:
        """Whether all rows of a resource are to be compared: once a day, or where asked for."""
        cursor = self._stores.journal.cursor(name)
        now = self._clock.now()
        due = cursor.check_after is not None and cursor.check_after <= now
        due = due or asked or is_due(cursor.last_deep_at, now)
        return due and cursor.phase is Phase.LIVE

    def check(self, name: str, cancel: CancelToken, report: ProgressFn, tally: Tally) -> None:
        """The daily check: every row that the books list, deleted ones too, against the copy.

        One that failed is tried again after an hour, not with every run.
        """
        resource = self._resources[name]
        now = self._clock.now()
        again_at: datetime | None = now + _BETWEEN_CHECKS
        try:
            tally.checked[resource.tally_name] = self._recheck.run(resource, cancel, report, tally)
            again_at = None
        finally:
            cursor = self._stores.journal.cursor(name)
            cursor = replace(cursor, last_deep_at=now, check_after=again_at)
            self._stores.journal.keep_cursor(cursor)

    def is_live(self) -> bool:
        """Whether all history of every resource has been mirrored."""
        return all(
            self._stores.journal.cursor(name).phase is Phase.LIVE for name in self._resources
        )

    def restart(self) -> None:
        """Walk everything again from the first page; what is stored stays until it is replaced."""
        for name in self._resources:
            cursor = self._stores.journal.cursor(name)
            self._stores.journal.keep_cursor(
                Cursor(name, last_success_at=cursor.last_success_at, complete_at=cursor.complete_at)
            )

    # ---- walking

    def _pull_changes(
        self,
        resource: Resource,
        cursor: Cursor,
        today: date,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
    ) -> Cursor:
        """What changed since the mark. Where nothing did, that is one request."""
        # The filter has day granularity and the clocks may differ: ask from the day before.
        mark_on = cursor.mark_on or cursor.began_on or today
        since = mark_on - timedelta(days=1)
        if mark_on > today:
            since = today - _AFTER_A_WRONG_CLOCK
        came: set[int] = set()
        for page in self._pages(resource, BooksQuery(updated_since=since), cancel):
            came |= self._mirroring.keep(resource, page, tally)
            report(Progress(f"{resource.title}: what changed", len(came), page.total))
            cancel.raise_if_cancelled()
        lost = self._lost(resource, since, came)
        suspected = self._stores.journal.cursor(resource.name).deleted_since
        if lost or suspected is not None:
            deleted_since = min(since, suspected or since)
            query = BooksQuery(deleted=True, updated_since=deleted_since)
            for page in self._pages(resource, query, cancel):
                lost -= self._mirroring.keep(resource, page, tally)
                cancel.raise_if_cancelled()
        if lost:
            self._look_for(resource, lost, cancel, tally)
        cursor = replace(
            self._stores.journal.cursor(resource.name), mark_on=today, deleted_since=None
        )
        self._stores.journal.keep_cursor(cursor)
        return cursor

    def _lost(self, resource: Resource, since: date, came: set[int]) -> set[int]:
        """Live rows that should have been among what changed since, and were not.

        The list shows no deleted rows, so this is how a deletion shows without asking for those.
        """
        begins = datetime.combine(since, time(), EASTERN) + _UNSURE_OF_THE_DAY
        held = self._stores.census.stamps(resource.name, begins)
        lost = {row.id for row in held.values() if row.visibility in _LIVE}
        if resource.name == "payments":
            lost |= self._recorded_and_never_seen()
        return lost - came

    def _recorded_and_never_seen(self) -> set[int]:
        """Payments that we recorded since the last reading: they may be deleted by now."""
        there = (*SETTLED, PostingState.DISCREPANCY)
        intents = self._stores.outbox.list_intents([WriteKind.PAYMENT], there)
        ours = {int(intent.remote_id) for intent in intents if intent.remote_id}
        return ours - self._stores.census.held("payments", ours)

    def _look_for(
        self,
        resource: Resource,
        lost: set[int],
        cancel: CancelToken,
        tally: Tally,
    ) -> None:
        """Rows that no list of changes shows: read by id, and if that does not tell, by all ids."""
        held = self._stores.census.held(resource.name, lost)
        unknown = len(lost) > _MOST_LOOKS or resource.find is None
        if resource.find is not None and not unknown:
            for number in sorted(lost):
                cancel.raise_if_cancelled()
                found = resource.find(number)
                unknown = unknown or (found is None and number in held)
                if found is not None:
                    self._mirroring.keep(resource, Page((found,)), tally)
        if unknown:
            self._call_for_check(resource)

    def _check_if_short(
        self, resource: Resource, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        """A row that moved to a page already read was missed, though it never changed.

        One request tells: does the service count as many rows as were read?
        """
        here = self._stores.census.count_live(resource.name)
        here += len(self._stores.journal.list_odd(resource.name))
        page = next(iter(self._books.iter_stamps(resource.name, BooksQuery(), cancel)))
        if page.total not in (None, here):
            self.check(resource.name, cancel, report, tally)

    def _call_for_check(self, resource: Resource) -> None:
        """Something is missing that only the daily check can tell of: have it come soon."""
        cursor = self._stores.journal.cursor(resource.name)
        if cursor.check_after is None and cursor.last_deep_at is not None:
            soon = cursor.last_deep_at + _BETWEEN_CHECKS
            self._stores.journal.keep_cursor(replace(cursor, check_after=soon))

    def _walk(
        self,
        resource: Resource,
        query: BooksQuery,
        cursor: Cursor,
        following: Phase,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        between: Callable[[], bool] = _nothing,
    ) -> Cursor:
        """Walk a filter from the page the cursor names on, then move it to the next phase."""
        query = replace(query, first_page=cursor.next_page)
        done: int | None = None
        pages = self._pages(resource, query, cancel)
        for page in pages:
            cursor = self._moved(cursor, cursor.phase, page.number + 1)
            self._mirroring.keep(resource, page, tally, cursor)
            rows = len(page.records) + len(page.odd)
            done = _rows_before(page, rows) + rows if done is None else done + rows
            report(Progress(_stage(resource, query), done, page.total))
            cancel.raise_if_cancelled()
            if between():
                pages.drop()
        cursor = self._moved(cursor, following, 1)
        self._stores.journal.keep_cursor(cursor)
        return cursor

    def _pages(self, resource: Resource, query: BooksQuery, cancel: CancelToken) -> PagesAhead:
        return PagesAhead(resource.fetch, query, cancel, self._books.room_to_read, self._readers)

    def _moved(self, cursor: Cursor, phase: Phase, next_page: int) -> Cursor:
        """The cursor at another place of its walk; what else is known of the resource may have
        moved on meanwhile.
        """
        return replace(
            self._stores.journal.cursor(cursor.resource),
            phase=phase,
            next_page=next_page,
            boundary_on=cursor.boundary_on,
            began_on=cursor.began_on,
        )


def is_due(last_deep_at: datetime | None, now: datetime) -> bool:
    """Whether the daily reading is due; a time in the future is one of a clock that was wrong."""
    return last_deep_at is None or not timedelta(0) <= now - last_deep_at < _DEEP_EVERY


def _rows_before(page: Page[Any], rows: int) -> int:
    """How many rows stand on the pages before: they were read by an earlier run."""
    if page.pages is not None and page.number >= page.pages and page.total is not None:
        return max(0, page.total - rows)  # the last page may be short
    return (page.number - 1) * rows


def _stage(resource: Resource, query: BooksQuery) -> str:
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
