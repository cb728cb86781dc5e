"""Walking the pages of a list with several of them under way at once.

Pages are handed on in their order, each once and only when those before it were, so that whoever
stores them can go on from any page. How many are under way is what the service's own limits have
room for; where it states none, one page is read after the other. The first page is read alone: it
tells how many there are.

Rows move between pages while they are read. What proves a walk complete does not rest on the order
of reading (`pull` takes what changed meanwhile and counts). But a row that moved may come on two
pages that were under way at the same time, and then the later page may hold the older state of it:
such a page is read again, alone. What was read ahead of other work (`drop`) is read again, too.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from fbrecon.cancelling import cancellable
from fbrecon.domain.pages import BooksQuery, Page
from fbrecon.errors import Unreadable
from fbrecon.sync.preflights import Readers
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.until_over import UntilOver

CONNECTIONS = 8
MOST_CONNECTIONS = 16
MOST_PAGES = 50_000  # five million rows; a service whose last page moves on has no end
_LOOK_UP = 0.1  # seconds after which a waiting walk looks whether it was cancelled

Fetch = Callable[[BooksQuery, CancelToken], Iterator[Page[Any]]]


@dataclass(frozen=True, slots=True)
class _Read:
    """A page, and between which ticks it was read."""

    page: Page[Any]
    began: int
    ended: int

    @property
    def ids(self) -> set[str]:
        """Of all its rows, also those that cannot be read."""
        rows = {str(record.id) for record in self.page.records}
        return rows.union(row.id for row in self.page.odd)


class PagesAhead:
    """One walk. `room` tells how many more reads the service allows now, 0 if it does not say."""

    def __init__(
        self,
        fetch: Fetch,
        query: BooksQuery,
        cancel: CancelToken,
        room: Callable[[], int],
        readers: Readers,
    ) -> None:
        self._fetch = fetch
        self._query = query
        self._room = room
        self._readers = readers
        self._cancel = cancel
        self._over = UntilOver(cancel)
        self._ticks = count()
        self._under_way: dict[int, Future[_Read]] = {}
        self._handed_on: deque[_Read] = deque(maxlen=2 * MOST_CONNECTIONS)
        self._executor: Executor | None = None
        self._connections = 0
        self._rest: Iterator[Page[Any]] = iter(())

    def __iter__(self) -> Iterator[Page[Any]]:
        """Page after page to the last one; what reading raises comes when its page's turn does."""
        first = self._query.first_page
        try:
            for number in range(first, first + MOST_PAGES):
                self._cancel.raise_if_cancelled()
                page = self._take(number)
                if page.pages is None:  # only who asks can tell where such a list ends
                    yield page
                    yield from self._rest
                    return
                if number < page.pages and (page.records or page.odd):
                    self._fill(number, page.pages)
                    yield page
                else:
                    yield page
                    return
        finally:
            self._end()
        raise Unreadable(
            "FreshBooks' list does not end",
            f"It did not come to an end within {MOST_PAGES:,} pages.",
            "Nothing was changed in FreshBooks. Sync again later.",
        )

    def drop(self) -> None:
        """Something else was read or written: what was read ahead of it is out of date."""
        for future in self._under_way.values():
            future.cancel()
        self._under_way.clear()

    # ---- reading

    def _take(self, number: int) -> Page[Any]:
        future = self._under_way.pop(number, None)
        read = self._read(number, self._cancel) if future is None else self._wait_for(future)
        if self._may_be_older(read):
            read = self._read(number, self._cancel)
        self._handed_on.append(read)
        return read.page

    def _wait_for(self, future: Future[_Read]) -> _Read:
        while True:
            try:
                return future.result(_LOOK_UP)
            except NotYet:
                if future.done():  # it is what the reading raised
                    raise
                self._cancel.raise_if_cancelled()

    def _may_be_older(self, read: _Read) -> bool:
        """Whether a row of it came on a page before that was still being read when this one was."""
        beside = [other for other in self._handed_on if other.ended > read.began]
        ids = read.ids if beside else set()
        return any(ids & other.ids for other in beside)

    def _fill(self, number: int, pages: int) -> None:
        """Have the next pages read: eight at once, or twice that if the rest fits in the limit.

        A few more wait in line, so that no connection waits for what is being stored.
        """
        room, rest = self._room(), pages - number
        if self._executor is None and room > 0:
            self._connections = MOST_CONNECTIONS if room >= rest else CONNECTIONS
            self._executor = self._readers(self._connections)
        wanted = min(rest, room, self._connections * 3 // 2)
        for following in range(number + 1, number + 1 + wanted):
            if self._executor is not None and following not in self._under_way:
                work = self._executor.submit(self._read, following, self._over)
                self._under_way[following] = work

    def _read(self, number: int, cancel: CancelToken) -> _Read:
        with cancellable(cancel):  # a thread knows nothing of the work that it helps
            began = next(self._ticks)
            pages = iter(self._fetch(replace(self._query, first_page=number), cancel))
            page = next(pages)
            if page.pages is None:
                self._rest = pages
            return _Read(page, began, next(self._ticks))

    def _end(self) -> None:
        self._over.end()
        self._under_way.clear()
        if self._executor is not None:
            # What is still being read is of no use to anybody.
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None
