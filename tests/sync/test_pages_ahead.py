"""Pages that are read several at a time: in order, within the limits, and never an old row."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from fbrecon.domain.pages import BooksQuery, OddRow, Page
from fbrecon.domain.runs import Phase
from fbrecon.errors import Unreachable
from fbrecon.sync.pages_ahead import CONNECTIONS, MOST_CONNECTIONS, PagesAhead
from fbrecon.sync.preflights import Inline, Readers
from fbrecon.sync.progress import Cancelled, CancelToken, silent
from fbrecon.sync.pull import BOOKS_RESOURCES, BooksPull
from fbrecon.sync.tally import Tally
from tests.conftest import scaled
from tests.sync.bench import Bench, Crash
from tests.sync.scenes import assert_mirrored, years_of_books

BOTH = pytest.mark.parametrize("readers", [Inline, ThreadPoolExecutor], ids=["one", "threads"])


@dataclass(frozen=True)
class Row:
    id: int
    said: str = ""


class Shelf:
    """A list of one row a page; `before_page` may change it as a page is asked for."""

    def __init__(self, pages: int, room: int = 100) -> None:
        self.rows = [Row(number) for number in range(1, pages + 1)]
        self.asked: list[int] = []
        self.room = room
        self.told: int | None = pages
        self.before_page: Callable[[int], None] = lambda number: None
        self.cancel = CancelToken()

    def fetch(self, query: BooksQuery, cancel: CancelToken) -> Iterator[Page[Row]]:
        number = query.first_page
        while True:
            cancel.raise_if_cancelled()
            self.asked.append(number)
            self.before_page(number)
            row = self.rows[number - 1] if number <= len(self.rows) else None
            records = () if row is None else (row,)
            yield Page(records, number=number, pages=self.told, total=len(self.rows))
            if row is None or number == self.told:
                return
            number += 1

    def walk(self, readers: Readers = Inline, first: int = 1) -> PagesAhead:
        query = BooksQuery(first_page=first)
        return PagesAhead(self.fetch, query, self.cancel, lambda: self.room, readers)


@BOTH
def test_pages_come_in_their_order_each_asked_for_once(readers: Readers) -> None:
    shelf = Shelf(40)
    assert [page.number for page in shelf.walk(readers)] == list(range(1, 41))
    assert sorted(shelf.asked) == list(range(1, 41))


def test_a_walk_goes_on_from_any_page() -> None:
    assert [page.number for page in Shelf(9).walk(first=7)] == [7, 8, 9]


def test_one_page_alone_is_one_request() -> None:
    for pages in (0, 1):
        shelf = Shelf(pages)
        list(shelf.walk())
        assert shelf.asked == [1]


@pytest.mark.parametrize(
    ("pages", "room", "connections"),
    [(100, 0, None), (100, 1, 8), (100, 50, 8), (40, 39, 16), (40, 400, 16), (3, 400, 16)],
)
def test_so_many_are_under_way_as_the_limits_have_room_for(
    pages: int, room: int, connections: int | None
) -> None:
    shelf = Shelf(pages, room)
    made: list[int] = []

    def readers(count: int) -> Inline:
        made.append(count)
        return Inline(count)

    walk = iter(shelf.walk(readers))
    next(walk)
    assert made == ([] if connections is None else [connections])
    ahead = min(pages - 1, room, (connections or 0) * 3 // 2)
    assert shelf.asked == list(range(1, 2 + ahead))
    shelf.room = 0
    assert [page.number for page in walk] == list(range(2, pages + 1))
    assert (CONNECTIONS, MOST_CONNECTIONS) == (8, 16)


def test_a_list_that_does_not_tell_its_pages_is_read_one_by_one() -> None:
    shelf = Shelf(5)
    shelf.told = None
    assert [page.number for page in shelf.walk()] == [1, 2, 3, 4, 5, 6]
    assert shelf.asked == [1, 2, 3, 4, 5, 6]


def test_a_page_that_may_hold_an_older_state_of_a_row_is_read_again() -> None:
    """Page 5 is read first, then its row changes and moves up to page 4, which is read late."""
    shelf = Shelf(6)
    late = threading.Event()
    read = threading.Event()

    def point(number: int) -> None:
        if number == 4 and not late.is_set():
            read.wait(10)
            shelf.rows[3] = Row(5, "newer")
            late.set()
        if number == 6 and not read.is_set():
            read.set()

    shelf.before_page = point
    # The row of page 5 stays there as it was, for whoever read it before.
    shelf.rows[4] = Row(5, "older")
    rows = [page.records[0] for page in shelf.walk(ThreadPoolExecutor)]
    assert [row.id for row in rows] == [1, 2, 3, 5, 5, 6]
    assert shelf.asked.count(5) == 2
    assert shelf.asked.count(6) == 1


def test_odd_rows_move_like_others() -> None:
    shelf = Shelf(3)

    def fetch(query: BooksQuery, cancel: CancelToken) -> Iterator[Page[Row]]:
        for page in shelf.fetch(query, cancel):
            odd = OddRow("invoices", "7", "odd")
            yield Page((), (odd,), page.number, 3, 3)

    both = threading.Barrier(2, timeout=10)

    def point(number: int) -> None:
        if number > 1 and shelf.asked.count(3) < 2:
            both.wait()

    shelf.before_page = point
    walk = PagesAhead(fetch, BooksQuery(), shelf.cancel, lambda: 9, ThreadPoolExecutor)
    assert len(list(walk)) == 3
    assert shelf.asked.count(3) == 2  # it came beside page 2, with the same row


def test_what_was_read_ahead_of_other_work_is_read_again() -> None:
    shelf = Shelf(4)
    walk = shelf.walk()
    numbers: list[int] = []
    for page in walk:
        numbers.append(page.number)
        if page.number == 2:
            walk.drop()
    assert numbers == [1, 2, 3, 4]
    assert shelf.asked == [1, 2, 3, 4, 3, 4]


@BOTH
def test_an_error_comes_when_its_page_has_its_turn(readers: Readers) -> None:
    shelf = Shelf(9)

    def point(number: int) -> None:
        if number == 5:
            raise Unreachable("Out of reach", "It does not answer.")

    shelf.before_page = point
    walk = iter(shelf.walk(readers))
    assert [next(walk).number for _ in range(4)] == [1, 2, 3, 4]
    with pytest.raises(Unreachable):
        next(walk)


def test_a_cancel_does_not_wait_for_what_is_under_way() -> None:
    shelf = Shelf(9)
    answer = threading.Event()
    stuck = threading.Event()

    def point(number: int) -> None:
        if number == 2:
            stuck.set()
            answer.wait(60)

    shelf.before_page = point
    walk = iter(shelf.walk(ThreadPoolExecutor))
    next(walk)
    assert stuck.wait(10)
    shelf.cancel.cancel()
    with pytest.raises(Cancelled):
        next(walk)
    answer.set()


def test_whoever_rests_ahead_of_a_walk_stops_with_it_and_asks_nothing_more() -> None:
    shelf = Shelf(9)
    stopped: list[int] = []
    resting = threading.Barrier(9, timeout=10)

    def fetch(query: BooksQuery, cancel: CancelToken) -> Iterator[Page[Row]]:
        if query.first_page > 1:
            resting.wait()
            try:
                cancel.wait(3600)
            except Cancelled:
                stopped.append(query.first_page)
                raise
        yield from shelf.fetch(query, cancel)

    pools: list[ThreadPoolExecutor] = []

    def readers(count: int) -> ThreadPoolExecutor:
        pools.append(ThreadPoolExecutor(count))
        return pools[0]

    walk = iter(PagesAhead(fetch, BooksQuery(), shelf.cancel, lambda: 9, readers))
    next(walk)
    resting.wait()
    walk.close()  # type: ignore[attr-defined]
    pools[0].shutdown(wait=True)
    assert len(stopped) == 8
    assert shelf.asked == [1]


# ---- the first mirror


@pytest.fixture
def old(tmp_path: Path) -> Bench:
    """A company with years of books, whose service states wide limits."""
    bench = Bench(tmp_path, writes=False, page_size=3)
    bench.books.room = 100
    years_of_books(bench)
    return bench


@BOTH
def test_the_first_mirror_is_whole_with_as_many_requests(old: Bench, readers: Readers) -> None:
    old.readers = readers
    old.sync()
    assert_mirrored(old)
    assert [old.stores.journal.cursor(name).phase for name in BOOKS_RESOURCES] == [Phase.LIVE] * 3
    assert len(old.books.asked) == 17


@pytest.mark.loud
@pytest.mark.parametrize("how", ["crash", "cancel", "unreachable"])
@pytest.mark.parametrize("nth", [2, 4, 5, 7, 9, 11])
def test_interrupted_at_any_page_nothing_is_skipped(old: Bench, nth: int, how: str) -> None:
    cancel = CancelToken()
    left = [nth]

    def point(what: str, number: int) -> None:
        left[0] -= what in BOOKS_RESOURCES
        if left[0] == 0:
            left[0] = -1
            if how == "crash":
                raise Crash(what)
            if how == "unreachable":
                raise Unreachable("Out of reach", "FreshBooks does not answer.")
            cancel.cancel()

    old.books.on_read = point
    if how == "crash":
        with pytest.raises(Crash):
            old.sync()
        old.restart()
    else:
        old.sync(cancel=cancel)
    old.books.on_read = None
    old.sync()
    assert_mirrored(old)


def test_what_a_run_in_between_brought_is_not_put_back(old: Bench) -> None:
    pull = BooksPull(old.books, old.stores, old.clock)
    cancel, tally = CancelToken(), Tally()
    pull.pull_recent("invoices", cancel, silent, tally)
    oldest = min(old.books.invoices)
    sums: list[int] = []

    def between() -> bool:
        row = old.mirrored(oldest)
        sums.append(0 if row is None else row.total.minor)
        if len(sums) > 1:
            return False
        old.books.edit_invoice(oldest, 4_321)  # it was read ahead, and comes later in the walk
        pull.pull_recent("invoices", cancel, silent, tally)
        return True

    pull.pull_history("invoices", cancel, silent, tally, between)
    assert len(sums) > 2
    assert set(sums[1:]) == {4_321}


@pytest.mark.parametrize("seed", range(scaled(6)))
def test_rows_that_move_while_several_pages_are_under_way_end_up_right(
    old: Bench, seed: int
) -> None:
    chance = random.Random(seed)
    books = old.books

    def point(what: str, number: int) -> None:
        del number
        if what not in BOOKS_RESOURCES or chance.random() < 0.5:
            return
        live = sorted(i for i, row in books.invoices.items() if row.visibility == "active")
        match chance.randrange(4):
            case 0:
                books.add_invoice(777)
            case 1:
                books.edit_invoice(chance.choice(live), 4_321)
            case 2:
                books.delete_invoice(chance.choice(live))
            case _:
                books.pay_by_hand(chance.choice(live), 100)

    books.on_read = point
    old.sync()
    books.on_read = None
    old.advance(days=1)
    old.sync()
    assert_mirrored(old)
