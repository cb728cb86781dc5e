"""Every run accounts for every row that it saw, however it ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fbrecon.errors import Unreachable
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.report import SyncReport
from fbrecon.sync.request import SCHEDULED
from fbrecon.sync.tally import RESOURCES
from tests.sync.bench import WRITES, Bench
from tests.sync.scenes import years_of_books


def _ties(report: SyncReport) -> None:
    assert set(report.resources) == set(RESOURCES)
    for name, c in report.resources.items():
        assert c.seen == c.new + c.changed + c.unchanged + c.skipped + c.failed, name
    named = [p for p in report.problems if p.id and p.problem == "odd"]
    assert len(named) == sum(c.failed + c.skipped for c in report.resources.values())


def _came(bench: Bench) -> dict[str, int]:
    """Counts the rows that come in, on the other side of the port."""
    came = dict.fromkeys(RESOURCES, 0)
    for name, counted in (
        ("iter_customers", "customers"),
        ("iter_invoices", "invoices"),
        ("iter_payments", "freshbooks_payments"),
    ):
        _count(bench.books, name, counted, came)
    for name, counted in (
        ("iter_customers", "platform_customers"),
        ("iter_invoices", "platform_invoices"),
        ("iter_payments", "platform_payments"),
        ("iter_payouts", "payouts"),
    ):
        _count(bench.platform, name, counted, came)
    return came


def _count(service: object, method: str, counted: str, came: dict[str, int]) -> None:
    walk: Callable[..., object] = getattr(service, method)

    def counting(*args: object, **more: object) -> object:
        for page in walk(*args, **more):  # type: ignore[attr-defined]
            came[counted] += len(page.records) + len(page.odd)
            yield page

    setattr(service, method, counting)


@pytest.fixture
def world(tmp_path: Path) -> Bench:
    """Years of books with odd rows on both sides."""
    bench = Bench(tmp_path, page_size=3)
    years_of_books(bench)
    bench.books.odd["invoices", min(bench.books.invoices)] = "odd"
    bench.books.odd["payments", min(bench.books.payments)] = "odd"
    customer = bench.platform.add_customer()
    bench.platform.odd["platform_customers", customer] = "odd"
    stray = bench.platform.add_invoice(500, customer=bench.platform.add_customer())
    bench.platform.odd["platform_invoices", stray] = "odd"
    return bench


@pytest.mark.parametrize("kind", ["first", "later", "scheduled", "daily", "full"])
def test_what_came_in_is_what_is_accounted_for(world: Bench, kind: str) -> None:
    if kind != "first":
        world.sync()
        world.sync()
        world.platform.pay(sorted(world.platform.invoices)[-1])
        world.books.add_invoice(900)
        world.advance(minutes=30)
    if kind == "daily":
        world.advance(days=1)
    came = _came(world)
    reason = SCHEDULED if kind in ("scheduled", "daily") else "test"
    report = world.sync(full=kind == "full", reason=reason)
    assert report.outcome == "ok"
    _ties(report)
    for name, rows in came.items():
        if name not in ("lines", "accounts"):
            assert report.resources[name].seen == rows, name
    lines = report.resources["lines"].seen
    assert bool(lines) is bool(came["invoices"])


@pytest.mark.parametrize("page", range(1, 12, 2))
def test_a_cancelled_run_accounts_for_what_it_saw(world: Bench, page: int) -> None:
    cancel, left = CancelToken(), [page]
    came = _came(world)

    def stop(what: str, number: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            cancel.cancel()

    world.books.on_read = stop
    report = world.sync(cancel=cancel)
    assert report.outcome == "cancelled"
    _ties(report)
    for name in ("customers", "invoices", "freshbooks_payments"):
        assert report.resources[name].seen == came[name]


@pytest.mark.loud
@pytest.mark.parametrize("what", ["customers", "invoices", "payments", "platform_payments"])
def test_a_failed_part_leaves_the_tally_right(world: Bench, what: str) -> None:
    def away(asked: str, which: object) -> None:
        if asked == what:
            raise Unreachable("Out of reach", "It does not answer.")

    world.books.on_read = world.platform.on_read = away
    report = world.sync()
    assert report.outcome == "partial"
    _ties(report)


def test_a_run_that_an_error_of_our_own_ended_keeps_its_tally(world: Bench) -> None:
    class OurError(Exception):
        pass

    def broken(what: str, number: int) -> None:
        if what == "payments":
            raise OurError

    world.books.on_read = broken
    with pytest.raises(OurError):
        world.sync()
    run = world.stores.journal.find_run()
    assert run is not None
    assert run.outcome == "failed"
    report = SyncReport.load(run.report)
    _ties(report)
    assert report.resources["invoices"].new > 0


def test_the_tally_of_a_run_of_payments_alone_holds_nothing_else(world: Bench) -> None:
    world.sync()
    report = world.sync(WRITES)
    seen = {name for name, c in report.resources.items() if c.seen}
    assert seen <= {"freshbooks_payments", "platform_payments", "payouts"}
