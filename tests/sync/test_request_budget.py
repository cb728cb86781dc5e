"""How many requests a run makes: one a resource where nothing is new, the daily ones apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fbrecon.domain.documents import CopyState, Method, PlatformState
from fbrecon.domain.posting import WriteKind
from fbrecon.sync.pull_platform import NOT_LISTED
from fbrecon.sync.request import SCHEDULED, WITH_INVOICES
from tests.sync.bench import WRITES, Bench
from tests.sync.scenes import years_of_books

NONE = {"freshbooks": 0, "platform": 0}


@pytest.fixture
def settled(tmp_path: Path) -> Bench:
    """A company with years of books, copies, payments and payouts, with nothing left to do."""
    bench = Bench(tmp_path, page_size=100)
    years_of_books(bench)
    bench.sync()
    copies = sorted(bench.platform.invoices)
    paid = [bench.platform.pay(copy) for copy in copies[:2]]
    bench.platform.pay_out(paid[0])
    bench.sync()
    bench.advance(minutes=30)
    bench.sync()
    bench.advance(minutes=5)
    return bench


def _asked(bench: Bench) -> list[str]:
    """What both services are asked for from now on."""
    asked: list[str] = []

    def hear(what: str, which: object) -> None:
        asked.append(what)

    bench.books.on_read = bench.platform.on_read = hear
    return asked


def test_a_five_minute_run_that_finds_nothing_new_makes_one_request_a_resource(
    settled: Bench,
) -> None:
    for _ in range(3):
        asked = _asked(settled)
        report = settled.sync(WRITES, reason=SCHEDULED)
        assert sorted(asked) == ["payments", "payouts", "platform_payments"]
        assert report.requests == {"freshbooks": 1, "platform": 2}
        assert report.daily_requests == NONE
        settled.advance(minutes=5)


def test_an_hourly_run_that_finds_nothing_new_makes_one_request_a_resource(
    settled: Bench,
) -> None:
    for _ in range(3):
        asked = _asked(settled)
        report = settled.sync(WITH_INVOICES, reason=SCHEDULED)
        assert sorted(asked) == [
            "accounts",
            "customers",
            "invoices",
            "platform_customers",
            "platform_invoices",
        ]
        assert report.requests == {"freshbooks": 3, "platform": 2}
        assert report.daily_requests == NONE
        settled.advance(minutes=60)


def test_the_daily_reading_is_counted_apart(settled: Bench) -> None:
    settled.advance(days=1)
    report = settled.sync(reason=SCHEDULED)
    # Live ids and deleted ids of three resources; 75 days of payments, payouts, both directories.
    assert report.daily_requests == {"freshbooks": 6, "platform": 4}
    rest = {name: made - report.daily_requests[name] for name, made in report.requests.items()}
    assert rest == {"freshbooks": 4, "platform": 0}
    assert set(report.checked) == {"customers", "invoices", "freshbooks_payments"}
    assert settled.sync(reason=SCHEDULED).daily_requests == NONE


def test_a_payment_for_no_invoice_does_not_make_every_run_ask_again(settled: Bench) -> None:
    customer = sorted(settled.platform.customers)[0]
    stray = settled.platform.add_invoice(500, customer=customer)
    payment = settled.platform.pay(stray)
    settled.platform.invoices_of[payment] = ()  # nobody knows what it is for
    settled.sync(WRITES, reason=SCHEDULED)
    settled.advance(minutes=5)
    asked = _asked(settled)
    settled.sync(WRITES, reason=SCHEDULED)
    assert "payments_of" not in asked
    # The hourly run of payments together with invoices asks once more, and finds it.
    settled.platform.invoices_of[payment] = (stray,)
    settled.sync(reason=SCHEDULED)
    assert payment in settled.stores.platform.allocations()


def test_a_payout_without_lines_is_asked_about_once_a_day_and_when_it_changes(
    bench: Bench,
) -> None:
    _, payment = bench.paid(merchant_fee="2.90")
    bench.sync()
    payout = bench.platform.pay_out(payment)
    lines = bench.platform.payouts[payout].lines
    bench.platform.payouts[payout] = replace(bench.platform.payouts[payout], lines=None)
    bench.sync(WRITES)
    asked = _asked(bench)
    bench.sync(WRITES)
    assert "payout_lines" not in asked
    bench.platform.payouts[payout] = replace(bench.platform.payouts[payout], lines=lines)
    bench.advance(days=1)
    bench.sync(WRITES)
    (kept,) = bench.stores.platform.list_payouts()
    assert kept.lines == lines


def test_a_payment_that_is_under_way_is_read_by_the_one_request(settled: Bench) -> None:
    copy = sorted(settled.platform.invoices)[2]
    payment = settled.platform.pay(copy, method=Method.ACH, state=PlatformState.PENDING)
    settled.sync(WRITES, reason=SCHEDULED)
    settled.advance(days=4)
    settled.sync(reason=SCHEDULED)
    settled.advance(minutes=5)
    settled.platform.set_state(payment, PlatformState.FAILED)
    asked = _asked(settled)
    settled.sync(WRITES, reason=SCHEDULED)
    assert asked.count("platform_payments") == 1
    kept = settled.stores.platform.find_payment(payment)
    assert kept is not None
    assert kept.state is PlatformState.FAILED


# ---- the platform's invoices


def _adopted(bench: Bench) -> tuple[int, str]:
    """An invoice whose copy somebody else made, settled in the books meanwhile."""
    invoice = bench.books.add_invoice(10_000)
    customer = bench.platform.add_customer()
    number = bench.books.invoices[invoice].number
    copy = bench.platform.add_invoice(10_000, customer=customer, number=number)
    bench.sync()
    bench.books.pay_by_hand(invoice, 10_000)
    bench.advance(minutes=60)
    bench.sync()
    return invoice, copy


def _state(bench: Bench, copy: str) -> tuple[CopyState, str]:
    (found,) = [i for i in bench.stores.platform.list_invoices() if i.id == copy]
    return found.state, found.raw_state


def test_a_copy_that_somebody_was_asked_about_is_looked_at_with_each_hourly_run(
    bench: Bench,
) -> None:
    _, copy = _adopted(bench)
    bench.advance(days=3)
    bench.sync()
    bench.advance(minutes=60)
    bench.platform.archive(copy)
    asked = _asked(bench)
    bench.sync(WITH_INVOICES, reason=SCHEDULED)
    assert _state(bench, copy) == (CopyState.ARCHIVED, "archived")
    assert asked.count("invoice") == 1


@pytest.mark.parametrize("run", ["hourly", "daily", "asked for"])
def test_a_copy_that_is_listed_no_more_counts_as_archived(bench: Bench, run: str) -> None:
    _, copy = _adopted(bench)
    bench.platform.unlisted.add(copy)
    bench.platform.forgotten.add(copy)
    bench.advance(**{"hourly": {"minutes": 60.0}, "daily": {"days": 1.0}}.get(run, {}))
    asked = _asked(bench)
    bench.sync(WITH_INVOICES, reason="test" if run == "asked for" else SCHEDULED)
    assert _state(bench, copy) == (CopyState.ARCHIVED, NOT_LISTED)
    assert asked.count("platform_invoices") >= 2  # absent twice in a row
    # Should it be listed again, it counts again.
    bench.platform.unlisted.clear()
    bench.platform.forgotten.clear()
    bench.sync()
    assert _state(bench, copy)[0] is CopyState.OPEN


def test_a_copy_that_is_not_listed_and_still_answered_for_is_as_it_is_answered(
    bench: Bench,
) -> None:
    invoice = bench.open_invoice()
    copy = bench.copy_of(invoice)
    bench.sync()
    bench.platform.unlisted.add(copy)
    bench.sync()
    assert _state(bench, copy)[0] is CopyState.OPEN
    assert bench.intents(WriteKind.PLATFORM_INVOICE)[0].attempts == 1


def test_a_copy_that_one_listing_misses_is_not_believed_to_be_archived(bench: Bench) -> None:
    copy = bench.copy_of(bench.open_invoice())
    bench.sync()
    bench.platform.unlisted.add(copy)
    listings: list[str] = []

    def look(what: str, which: str) -> None:
        if what == "platform_invoices":
            listings.append(what)
            if len(listings) == 2:
                bench.platform.unlisted.clear()

    bench.platform.on_read = look
    bench.sync()
    assert len(listings) == 2
    assert _state(bench, copy)[0] is CopyState.OPEN


@pytest.mark.loud
def test_a_platform_that_lists_far_less_is_not_believed(tmp_path: Path) -> None:
    bench = Bench(tmp_path, page_size=100)
    for _ in range(40):
        bench.open_invoice(sync=False)
    bench.sync()
    bench.sync()
    copies = sorted(bench.platform.invoices)
    bench.platform.unlisted.update(copies[:30])
    bench.platform.forgotten.update(copies[:30])
    report = bench.sync()
    assert "30 of 40 invoices" in report.problems[0].problem
    assert all(_state(bench, copy)[0] is CopyState.OPEN for copy in copies)
    assert len(bench.platform.invoice_sends.bodies) == 40


# ---- while the first copy takes hours


def test_payments_are_not_kept_waiting_by_a_first_copy_that_takes_hours(tmp_path: Path) -> None:
    bench = Bench(tmp_path, page_size=1)
    years_of_books(bench)
    paid: list[str] = []
    recorded: list[int] = []

    def page(what: str, number: int) -> None:
        if what == "invoices":
            bench.advance(minutes=2)
            if bench.platform.invoices and not paid:
                paid.append(bench.platform.pay(sorted(bench.platform.invoices)[0]))
            if paid and bench.books.payment_sends.bodies:
                recorded.append(number)

    bench.books.on_read = page
    report = bench.sync()
    assert report.outcome == "ok"
    assert report.postings["posted"] == 1
    assert len(recorded) > 1  # pages of history came after it
