"""The daily check: ids of both sides are compared, and only what differs is read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fbrecon.domain.documents import Visibility
from fbrecon.domain.posting import PostingState
from fbrecon.sync.tally import Checked
from tests.sync.bench import Bench
from tests.sync.scenes import assert_mirrored, years_of_books


@pytest.fixture
def live(tmp_path: Path) -> Bench:
    """A company whose first mirror is complete, two months later."""
    bench = Bench(tmp_path, writes=False, page_size=3)
    years_of_books(bench)
    bench.sync()
    bench.advance(days=60)
    bench.sync()
    bench.books.asked.clear()
    return bench


def _full_pages(bench: Bench, resource: str) -> list[tuple[int, bool]]:
    """Pages of a resource that were read in full and not for what changed: number, deleted ones."""
    return [
        (number, query.deleted)
        for name, number, query in bench.books.asked
        if name == resource and query.updated_since is None
    ]


def _live_ids(bench: Bench) -> list[int]:
    rows = bench.books.invoices.values()
    return sorted(row.id for row in rows if row.visibility is not Visibility.DELETED)


def test_where_nothing_differs_no_page_is_read_again(live: Bench) -> None:
    live.advance(days=1)
    live.sync()
    assert [_full_pages(live, name) for name in ("customers", "invoices", "payments")] == [[]] * 3
    listed = [name for name, _, _ in live.books.asked if name == "invoices:stamps"]
    assert len(listed) == 4  # three pages of live ones, one of deleted ones


def test_only_the_page_on_which_a_row_differs_is_read_again(live: Bench) -> None:
    oldest = _live_ids(live)[0]
    row = live.books.invoices[oldest]
    # It changed while its time of change was of no use: long ago by the filter's days.
    moved = row.updated_at + timedelta(seconds=1)
    live.books.invoices[oldest] = replace(row, number="changed", updated_at=moved)
    live.advance(days=1)
    report = live.sync()
    assert _full_pages(live, "invoices") == [(3, False)]
    assert_mirrored(live)
    assert report.checked["invoices"] == Checked(listed=11, read_again=1)


def test_a_row_that_was_never_read_is_found(live: Bench) -> None:
    missed = _live_ids(live)[2]
    live.stores.file.sql(f"DELETE FROM invoice WHERE id = {missed}")
    live.advance(days=1)
    live.sync()
    assert_mirrored(live)


def test_a_row_more_and_a_row_less_of_which_a_count_tells_nothing_are_found(live: Bench) -> None:
    """As many rows as before, and not the same ones."""
    ids = _live_ids(live)
    live.stores.file.sql(f"DELETE FROM invoice WHERE id = {ids[2]}")
    live.books.lose(ids[4])
    live.advance(days=1)
    live.sync()
    assert live.mirrored(ids[2]) == live.books.invoices[ids[2]]
    gone = live.mirrored(ids[4])
    assert gone is not None
    assert gone.visibility is Visibility.GONE


def test_a_deletion_that_moved_no_time_is_found_by_the_list_of_deleted_rows(live: Bench) -> None:
    live.books.delete_invoice(_live_ids(live)[0])
    live.advance(days=1)
    report = live.sync()
    assert_mirrored(live)
    assert report.checked["invoices"].gone == 0


def test_archived_rows_and_such_as_came_back_are_as_the_books_have_them(live: Bench) -> None:
    first, second = _live_ids(live)[:2]
    rows = live.books.invoices
    deleted = next(i for i, row in rows.items() if row.visibility is Visibility.DELETED)
    for number, state in (
        (first, Visibility.ARCHIVED),
        (second, Visibility.DELETED),
        (deleted, Visibility.ACTIVE),
    ):
        rows[number] = replace(rows[number], visibility=state)
    live.advance(days=1)
    live.sync()
    assert_mirrored(live)


# ---- what is nowhere any more


@pytest.mark.parametrize("resource", ["customers", "invoices", "payments"])
def test_absence_is_believed_after_two_equal_listings_and_named(live: Bench, resource: str) -> None:
    lost = {
        "customers": max(live.books.customers),
        "invoices": _live_ids(live)[0],
        "payments": min(live.books.payments),
    }[resource]
    live.books.lose(lost)
    live.advance(days=1)
    report = live.sync()
    name = "freshbooks_payments" if resource == "payments" else resource
    assert list(live.stores.census.list_gone(resource)) == [lost]
    assert report.checked[name].gone == 1
    assert [(p.resource, p.id) for p in report.problems] == [(name, str(lost))]
    assert "no longer shows it" in report.problems[0].problem
    firsts = [
        number
        for asked, number, query in live.books.asked
        if asked == f"{resource}:stamps" and number == 1 and not query.deleted
    ]
    assert len(firsts) == 2
    # It is named once, and stays as it was last known.
    live.advance(days=1)
    assert live.sync().problems == ()
    assert live.stores.books.row_counts()["invoices"] == 11


def test_one_listing_that_misses_a_row_is_not_believed(live: Bench) -> None:
    """Rows may move between two pages while they are read."""
    lost = _live_ids(live)[0]

    def hide_once(what: str, number: int) -> None:
        live.books.hidden = {lost} if what == "invoices:stamps" and not listings else set()
        listings.extend([number] if what == "invoices:stamps" and number == 3 else [])

    listings: list[int] = []
    live.books.on_read = hide_once
    live.advance(days=1)
    report = live.sync()
    assert live.stores.census.list_gone("invoices") == []
    assert report.checked["invoices"].gone == 0
    assert len(listings) > 1
    assert_mirrored(live)


def test_a_row_that_no_list_shows_and_that_is_there_is_not_gone(live: Bench) -> None:
    hidden = _live_ids(live)[0]
    live.books.hidden = {hidden}
    live.advance(days=1)
    report = live.sync()
    assert live.stores.census.list_gone("invoices") == []
    assert report.problems == ()
    assert_mirrored(live)


def test_what_was_gone_and_shows_again_is_as_before(live: Bench) -> None:
    lost = _live_ids(live)[0]
    row = live.books.invoices[lost]
    live.books.lose(lost)
    live.advance(days=1)
    live.sync()
    live.books.invoices[lost] = row
    live.advance(days=1)
    live.sync()
    assert_mirrored(live)


def test_rows_that_are_counted_and_not_shown_are_told_and_nothing_is_gone(live: Bench) -> None:
    """A sign-in may be shown a total with rows that it may not see."""
    live.books.claims_more = 5
    live.advance(days=1)
    report = live.sync()
    assert report.checked["invoices"].hidden == 10  # five in either list
    assert report.checked["invoices"].gone == 0
    assert report.problems == ()


@pytest.mark.loud
def test_a_list_that_lost_most_of_its_rows_is_not_believed(tmp_path: Path) -> None:
    bench = Bench(tmp_path, writes=False, page_size=50)
    invoices = [bench.open_invoice(sync=False) for _ in range(60)]
    bench.sync()
    bench.advance(days=30)
    bench.books.hidden = set(invoices[:40])
    report = bench.sync()
    assert report.outcome == "partial"
    assert "40 of 60 invoices" in next(p.problem for p in report.problems)
    assert bench.stores.census.list_gone("invoices") == []
    # What changes meanwhile still comes, and the comparison is not tried with each run.
    bench.books.edit_invoice(invoices[50], 7_700)
    bench.books.asked.clear()
    bench.advance(minutes=5)
    assert bench.sync().problems == ()
    assert bench.mirrored(invoices[50]) == bench.books.invoices[invoices[50]]
    assert not [name for name, _, _ in bench.books.asked if name.endswith(":stamps")]


def test_a_full_sync_compares_all_ids_too(live: Bench) -> None:
    lost = _live_ids(live)[0]
    live.books.lose(lost)
    live.sync(full=True)
    assert live.stores.census.list_gone("invoices") == [lost]


def test_a_payment_of_ours_that_is_nowhere_is_neither_undone_nor_sent_again(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.sync()
    bench.advance(days=5)
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    bench.books.lose(recorded.id)
    bench.advance(days=1)
    for _ in range(3):
        bench.sync()
        bench.advance(days=1)
    assert list(bench.stores.census.list_gone("payments")) == [recorded.id]
    assert bench.states() == [PostingState.VERIFIED]
    assert len(bench.books.payment_sends.bodies) == 1


# ---- deletions between two daily checks


def _asked_for(bench: Bench, name: str) -> list[bool]:
    return [query.deleted for asked, _, query in bench.books.asked if asked == name]


def test_a_payment_that_is_deleted_soon_after_is_missed_by_the_next_run(bench: Bench) -> None:
    """The list of changes shows no deleted rows: a row that is missing among them tells."""
    invoice = bench.open_invoice()
    payment = bench.books.pay_by_hand(invoice, 10_000)
    bench.sync({"payments"})
    bench.books.delete_payment(payment)
    bench.advance(minutes=5)
    bench.books.asked.clear()
    bench.sync({"payments"})
    kept = bench.stores.books.find_payment(payment)
    assert kept is not None
    assert kept.visibility is Visibility.DELETED
    assert _asked_for(bench, "payments") == [False, True]


def test_an_old_payment_that_is_deleted_is_missed_by_what_its_invoice_is_paid(
    bench: Bench,
) -> None:
    invoice = bench.open_invoice()
    payment = bench.books.pay_by_hand(invoice, 10_000)
    bench.sync()
    bench.advance(days=30)
    bench.sync()
    bench.advance(minutes=60)
    bench.books.delete_payment(payment)
    bench.sync({"invoices"})
    bench.books.asked.clear()
    bench.sync({"payments"})
    kept = bench.stores.books.find_payment(payment)
    assert kept is not None
    assert kept.visibility is Visibility.DELETED
    bench.books.asked.clear()
    bench.sync({"payments"})
    assert _asked_for(bench, "payments") == [False]


def test_a_payment_of_ours_deleted_before_it_was_ever_read_is_noticed(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    bench.books.delete_payment(recorded.id)
    bench.advance(minutes=5)
    bench.sync({"payments"})
    assert bench.states() == [PostingState.UNDONE]


# ---- walks that take long


@pytest.mark.parametrize("page", range(1, 7))
@pytest.mark.parametrize("what", ["edit", "add", "pay"])
def test_a_week_offline_in_the_first_mirror_begins_with_what_changed_since(
    tmp_path: Path, what: str, page: int
) -> None:
    bench = Bench(tmp_path, writes=False, page_size=2)
    books = years_of_books(bench)
    left = [page]

    def away(resource: str, number: int) -> None:
        if resource == "invoices":
            left[0] -= 1
            if left[0] == 0:
                raise _Away

    books.on_read = away
    with pytest.raises(_Away):
        bench.sync()
    bench.restart()
    bench.advance(days=7)
    newest = _live_ids(bench)[-1]
    acts: dict[str, Callable[[], object]] = {
        "edit": lambda: books.edit_invoice(newest, 4_321),
        "add": lambda: books.add_invoice(777),
        "pay": lambda: books.pay_by_hand(newest, 100),
    }
    acts[what]()
    books.asked.clear()
    changed = max(books.invoices.values(), key=lambda row: row.updated_at)
    first_walk: list[bool] = []

    def look(resource: str, number: int) -> None:
        if resource == "invoices" and books.asked[-1][2].updated_since is None and not first_walk:
            first_walk.append(bench.mirrored(changed.id) == changed)

    books.on_read = look
    bench.sync()
    assert first_walk == [page > 1]  # a walk that never began has nothing to catch up with
    books.on_read = None
    assert_mirrored(bench)


class _Away(BaseException):
    """The program ends here."""
