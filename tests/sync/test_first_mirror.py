"""The first mirror: the last 12 months, all history, deleted rows, then what changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import groupby
from pathlib import Path

import pytest

from fbrecon.clock import eastern_day
from fbrecon.domain.runs import Phase
from fbrecon.errors import Unreachable
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.pull import BOOKS_RESOURCES
from fbrecon.sync.tally import RESOURCES
from tests.sync.bench import Bench, Crash
from tests.sync.scenes import assert_mirrored, years_of_books

PAGES = 17  # what the first mirror of these books takes, at three rows a page


@pytest.fixture
def old(tmp_path: Path) -> Bench:
    """A company with years of books, nothing of it mirrored yet."""
    bench = Bench(tmp_path, writes=False, page_size=3)
    years_of_books(bench)
    return bench


def _phases(bench: Bench) -> list[Phase]:
    return [bench.stores.journal.cursor(name).phase for name in BOOKS_RESOURCES]


def test_everything_is_mirrored_as_it_is(old: Bench) -> None:
    report = old.sync()
    assert_mirrored(old)
    assert report.outcome == "ok"
    assert _phases(old) == [Phase.LIVE] * 3
    assert len(old.books.asked) == PAGES


def test_what_is_recent_comes_first_for_every_resource(old: Bench) -> None:
    old.sync()
    steps = []
    for name, _, query in old.books.asked:
        step = (
            "count" if name.endswith(":stamps")
            else "changes" if query.updated_since is not None
            else "deleted" if query.deleted
            else "history" if query.before_on is not None
            else "recent"
        )  # fmt: skip
        steps.append((step, name.removesuffix(":stamps")))
    # After its own history each resource takes its deleted rows, what changed since, and counts.
    assert [step for step, _ in groupby(steps)] == [
        ("recent", "customers"),
        ("recent", "invoices"),
        ("recent", "payments"),
        ("deleted", "customers"),
        ("changes", "customers"),
        ("count", "customers"),
        ("history", "invoices"),
        ("deleted", "invoices"),
        ("changes", "invoices"),
        ("count", "invoices"),
        ("history", "payments"),
        ("deleted", "payments"),
        ("changes", "payments"),
        ("count", "payments"),
    ]


def test_the_last_twelve_months_include_a_leap_year(old: Bench) -> None:
    old.sync()
    (boundary,) = {q.from_on for _, _, q in old.books.asked if q.from_on is not None}
    assert boundary == eastern_day(old.clock.now()) - timedelta(days=366)
    assert {q.before_on for _, _, q in old.books.asked if q.before_on is not None} == {boundary}


def _ends(how: str, bench: Bench, nth: int) -> tuple[Callable[[str, int], None], CancelToken]:
    """Something that happens at the n-th page."""
    cancel = CancelToken()
    left = [nth]

    def point(what: str, number: int) -> None:
        if what.removesuffix(":stamps") in BOOKS_RESOURCES:
            left[0] -= 1
            if left[0] == 0:
                if how == "crash":
                    raise Crash(what)
                if how == "cancel":
                    cancel.cancel()
                else:
                    raise Unreachable("Out of reach", "FreshBooks does not answer.")

    return point, cancel


@pytest.mark.loud
@pytest.mark.parametrize(
    ("how", "nth"),
    [
        *(("crash", nth) for nth in range(1, PAGES + 1)),
        *(("cancel", nth) for nth in range(1, PAGES + 1)),
        *(("unreachable", nth) for nth in range(1, PAGES + 1, 3)),
    ],
)
def test_interrupted_at_any_page_it_goes_on_where_it_stopped(
    old: Bench, nth: int, how: str
) -> None:
    old.books.on_read, cancel = _ends(how, old, nth)
    if how == "crash":
        with pytest.raises(Crash):
            old.sync()
        old.restart()
    else:
        report = old.sync(cancel=cancel)
        # The last page only counts: asked to stop then, there is nothing left to stop.
        stopped = ("cancelled", "ok") if nth == PAGES else ("cancelled",)
        assert report.outcome in (stopped if how == "cancel" else ("partial", "failed"))
    walked = {
        (name, number, query.from_on, query.before_on, query.deleted)
        for name, number, query in old.books.asked[:-1]
        if query.updated_since is None
    }
    old.books.on_read = None
    old.books.asked.clear()
    old.sync()
    assert_mirrored(old)
    assert _phases(old) == [Phase.LIVE] * 3
    again = {
        (name, number, query.from_on, query.before_on, query.deleted)
        for name, number, query in old.books.asked
        if query.updated_since is None
    }
    # The page that was cut off may come again, and deleted rows are read once a day anyway.
    assert len({page for page in walked & again if not page[4] and page[0] in BOOKS_RESOURCES}) <= 1


def test_a_sync_that_finds_nothing_new_writes_no_rows(bench: Bench) -> None:
    years_of_books(bench)
    bench.sync()
    for copy in list(bench.platform.invoices)[:2]:
        bench.platform.pay(copy)
    for _ in range(2):
        bench.advance(minutes=5)
        bench.sync()
    before = bench.rows_of_file()
    written = bench.stores.file._db.connection().totalchanges()
    bench.advance(minutes=5)
    report = bench.sync()
    written = bench.stores.file._db.connection().totalchanges() - written
    after = bench.rows_of_file()
    for name in ("cursor", "run"):
        before.pop(name)
        after.pop(name)
    assert after == before
    # The run's row twice, and where each of the cursors stands.
    assert written <= 2 + len(bench.ask_file("SELECT 1 FROM cursor")) * 2
    for counts in report.resources.values():
        assert (counts.new, counts.changed, counts.failed) == (0, 0, 0)


def test_a_full_sync_reads_all_again_and_finds_it_unchanged(old: Bench) -> None:
    first = old.sync()
    again = old.sync(full=True)
    assert_mirrored(old)
    for name in ("customers", "invoices", "lines", "freshbooks_payments"):
        assert again.resources[name].new == again.resources[name].changed == 0
        assert again.resources[name].unchanged >= first.resources[name].new


# ---- while pages are walked


def _when(bench: Bench, name: str, page: int, act: Callable[[], None]) -> None:
    """Do something in the books just before that page is asked for, once."""
    done: list[bool] = []

    def point(what: str, number: int) -> None:
        if (what, number) == (name, page) and not done:
            done.append(True)
            act()

    bench.books.on_read = point


@pytest.mark.parametrize("page", [1, 2, 3])
@pytest.mark.parametrize("what", ["edit", "add", "pay", "unpay", "remove", "remove_newest"])
def test_rows_that_change_while_pages_are_walked_end_up_right(
    old: Bench, what: str, page: int
) -> None:
    books = old.books
    open_ones = sorted(i for i, row in books.invoices.items() if not row.outstanding.is_zero)
    paid = sorted(books.payments)
    acts: dict[str, Callable[[], object]] = {
        "edit": lambda: books.edit_invoice(open_ones[0], 4_321),
        "add": lambda: books.add_invoice(777),
        "pay": lambda: books.pay_by_hand(open_ones[0], 100),
        "unpay": lambda: books.delete_payment(paid[0]),
        "remove": lambda: books.delete_invoice(open_ones[0]),
        "remove_newest": lambda: books.delete_invoice(
            max(i for i, row in books.invoices.items() if row.visibility == "active")
        ),
    }

    def act() -> None:
        acts[what]()

    _when(old, "invoices", page, act)
    old.sync()
    old.books.on_read = None
    old.advance(days=1)
    old.sync()
    assert_mirrored(old)


# ---- odd rows


def test_an_odd_row_is_set_aside_named_and_forgotten_once_readable(old: Bench) -> None:
    odd = sorted(old.books.invoices)[6]
    old.books.odd["invoices", odd] = "amount is not a sum"
    report = old.sync()
    assert report.outcome == "ok"
    assert old.mirrored(odd) is None
    assert [(p.resource, p.id, p.problem) for p in report.problems] == [
        ("invoices", str(odd), "amount is not a sum")
    ] * report.resources["invoices"].failed
    assert [row.id for row in old.stores.journal.list_odd()] == [str(odd)]
    old.books.odd.clear()
    old.books.edit_invoice(odd, 5_000)
    old.sync()
    assert_mirrored(old)
    assert old.stores.journal.list_odd() == []


def test_every_row_that_was_seen_is_accounted_for(old: Bench) -> None:
    for resource, rows in (("invoices", old.books.invoices), ("payments", old.books.payments)):
        old.books.odd[resource, min(rows)] = "odd"
    for _ in range(2):
        report = old.sync()
        assert set(report.resources) == set(RESOURCES)
        for c in report.resources.values():
            assert c.seen == c.new + c.changed + c.unchanged + c.skipped + c.failed
        failed = sum(c.failed for c in report.resources.values())
        assert failed == len(report.problems)
    assert report.resources["invoices"].failed == 0  # it did not change since


# ---- changes


def test_a_change_late_in_the_eastern_day_is_not_missed(old: Bench) -> None:
    old.sync()
    # 23:50 in New York on the first, which is the second in UTC and in Tokyo.
    old.advance(seconds=old_midnight(old) - 600)
    old.sync()
    old.advance(minutes=5)
    newest = max(i for i, row in old.books.invoices.items() if row.visibility == "active")
    old.books.edit_invoice(newest, 1_234)
    old.advance(minutes=10)
    old.sync()
    assert_mirrored(old)


def test_a_computer_whose_clock_is_ahead_over_midnight_misses_nothing(old: Bench) -> None:
    old.sync()
    old.advance(seconds=old_midnight(old) - 600)  # 23:50 in New York, by both clocks
    old.clock.advance(900)  # and 0:05 of the next day by this computer's
    old.sync()
    old.advance(minutes=5)
    newest = max(i for i, row in old.books.invoices.items() if row.visibility == "active")
    old.books.edit_invoice(newest, 1_234)  # still on the day before by FreshBooks' own
    old.advance(minutes=5)
    old.sync()
    assert_mirrored(old)


def old_midnight(bench: Bench) -> float:
    """Seconds to the next midnight in New York (no clock change that day)."""
    from fbrecon.clock import EASTERN

    here = bench.clock.now().astimezone(EASTERN)
    return 86_400.0 - (here.hour * 3600 + here.minute * 60 + here.second)


def test_a_deletion_that_moves_no_time_is_found_within_a_day(old: Bench) -> None:
    old.sync()
    gone = max(i for i, row in old.books.invoices.items() if row.visibility == "active")
    old.books.delete_invoice(gone)
    old.advance(days=1)
    old.sync()
    assert_mirrored(old)


@pytest.mark.loud
def test_a_chart_of_accounts_that_is_suddenly_empty_is_not_believed(old: Bench) -> None:
    for number in range(20):
        old.books.add_account(f"Account {number}")
    old.sync()
    kept = dict(old.books.accounts)
    old.books.accounts.clear()
    report = old.sync()
    assert report.outcome == "partial"
    assert "chart of accounts" in report.problems[0].problem
    assert {a.id for a in old.stores.books.list_ledger_accounts()} == set(kept)
