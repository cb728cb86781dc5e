"""One run: its stages fail one by one, its outcome is told, its report is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from fbrecon.domain.documents import Method, PlatformState
from fbrecon.errors import FbreconError, SignInAgain, Unreachable, Unreadable
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.report import SyncReport
from tests.fakes.send_script import Fault
from tests.sync.bench import WRITES, Bench
from tests.sync.scenes import years_of_books

AWAY = Unreachable("Out of reach", "It does not answer.")
ODD = Unreadable("It cannot be read", "The answer has another shape.")
SIGNED_OUT = SignInAgain("Sign in again", "The sign-in ended.")


def _raising(error: FbreconError, *names: str) -> Callable[[str, object], None]:
    def point(what: str, which: object) -> None:
        if not names or what in names:
            raise error

    return point


def _scheduled(bench: Bench) -> set[str]:
    """The parts that have succeeded so far."""
    names = ("accounts", "customers", "invoices", "lines", "payments")
    cursors = {name: bench.stores.journal.cursor(f"schedule:{name}") for name in names}
    return {name for name, cursor in cursors.items() if cursor.last_success_at is not None}


@pytest.mark.loud
@pytest.mark.parametrize(
    ("service", "part", "rest"),
    [
        ("books", "accounts", {"customers", "invoices", "lines", "payments"}),
        ("books", "customers", {"invoices", "lines", "payments"}),
        ("books", "invoices", {"customers", "payments"}),
        ("books", "payments", {"customers", "invoices", "lines"}),
        ("platform", "platform_customers", {"customers", "invoices", "lines", "payments"}),
        ("platform", "platform_payments", {"customers", "invoices", "lines"}),
        ("platform", "payouts", {"customers", "invoices", "lines", "payments"}),
    ],
)
def test_one_part_that_fails_does_not_stop_the_others(
    bench: Bench, service: str, part: str, rest: set[str]
) -> None:
    years_of_books(bench)
    (bench.books if service == "books" else bench.platform).on_read = _raising(AWAY, part)
    report = bench.sync()
    assert (report.outcome, report.exit_code) == ("partial", 4)
    assert "It does not answer" in report.problems[0].problem
    assert _scheduled(bench) - {"accounts"} == rest
    counts = bench.stores.books.row_counts()
    for name, rows in (("customers", "customers"), ("invoices", "invoices")):
        assert bool(counts[rows]) is (part != name)


@pytest.mark.loud
@pytest.mark.parametrize(
    ("books", "platform", "outcome", "code"),
    [
        (None, None, "ok", 0),
        (AWAY, None, "partial", 4),
        (None, AWAY, "partial", 4),
        (AWAY, AWAY, "failed", 4),
        (ODD, None, "partial", 0),
        (ODD, ODD, "failed", 1),
        (SIGNED_OUT, None, "failed", 3),
        (None, SIGNED_OUT, "partial", 0),
        (SIGNED_OUT, SIGNED_OUT, "failed", 3),
        (SIGNED_OUT, AWAY, "failed", 4),
    ],
)
def test_the_outcome_and_the_exit_code(
    bench: Bench,
    books: FbreconError | None,
    platform: FbreconError | None,
    outcome: str,
    code: int,
) -> None:
    bench.sync()
    if books:
        bench.books.on_read = _raising(books)
    if platform:
        bench.platform.on_read = _raising(platform)
    report = bench.sync()
    assert (report.outcome, report.exit_code) == (outcome, code)


@pytest.mark.loud
def test_a_sign_in_that_ended_is_told_by_service(bench: Bench) -> None:
    bench.platform.on_read = _raising(SIGNED_OUT)
    bench.sync()
    assert bench.last_engine is not None
    assert set(bench.last_engine.sign_in_problems) == {"platform"}


@pytest.mark.loud
def test_what_was_recorded_before_it_broke_off_is_counted(bench: Bench) -> None:
    for invoice in [bench.open_invoice() for _ in range(3)]:
        bench.platform.pay(bench.copy_of(invoice))
    bench.books.payment_sends.plan(None, Fault.WAIT)
    report = bench.sync()
    assert report.postings["posted"] == 1
    assert report.exit_code == 4


def test_the_report_is_kept_with_the_run(bench: Bench) -> None:
    years_of_books(bench)
    report = bench.sync()
    run = bench.stores.journal.find_run()
    assert run is not None
    assert (f"run_{run.number}", run.outcome, run.sentence) == (
        report.run_id,
        report.outcome,
        report.sentence,
    )
    assert SyncReport.load(run.report) == report
    assert run.finished_at == report.finished_at


def test_requests_are_those_of_this_run(bench: Bench) -> None:
    bench.sync()
    before = (bench.books.requests_made, bench.platform.requests_made)
    report = bench.sync()
    assert report.requests == {
        "freshbooks": bench.books.requests_made - before[0],
        "platform": bench.platform.requests_made - before[1],
    }
    assert min(report.requests.values()) > 0


def test_a_cancelled_run_says_so_and_keeps_what_was_done(bench: Bench) -> None:
    years_of_books(bench)
    cancel = CancelToken()

    def stop(what: str, number: int) -> None:
        if what == "invoices":
            cancel.cancel()

    bench.books.on_read = stop
    report = bench.sync(cancel=cancel)
    assert (report.outcome, report.exit_code) == ("cancelled", 1)
    counts = bench.stores.books.row_counts()
    assert counts["customers"] == 5
    assert counts["invoices"] == 4  # the page that was under way is whole
    assert bench.platform.requests_made == 0


def test_a_cancel_between_two_sends_leaves_the_second_for_later(bench: Bench) -> None:
    for invoice in [bench.open_invoice() for _ in range(3)]:
        bench.platform.pay(bench.copy_of(invoice))
    cancel = CancelToken()
    bench.books.payment_sends.on_send = lambda body: cancel.cancel()
    report = bench.sync(cancel=cancel)
    assert report.outcome == "cancelled"
    assert report.postings["posted"] == 1
    assert len(bench.books.payment_sends.bodies) == 1
    bench.books.payment_sends.on_send = None
    bench.sync()
    assert len(bench.books.payment_sends.bodies) == 3


@pytest.mark.parametrize(
    ("parts", "asked", "not_asked"),
    [
        ({"payments"}, {"payments"}, {"customers", "invoices"}),
        ({"customers"}, {"customers"}, {"invoices", "payments"}),
        ({"invoices"}, {"invoices"}, {"customers", "payments"}),
        ({"lines"}, {"invoices"}, {"customers", "payments"}),
    ],
)
def test_only_the_named_parts_are_read(
    bench: Bench, parts: set[str], asked: set[str], not_asked: set[str]
) -> None:
    bench.sync()
    bench.books.asked.clear()
    bench.sync(parts)
    names = {name for name, _, _ in bench.books.asked}
    assert asked <= names
    assert not not_asked & names


def test_without_the_platform_the_books_are_mirrored(bench: Bench) -> None:
    years_of_books(bench)
    bench.with_platform = False
    report = bench.sync()
    assert report.outcome == "ok"
    assert report.resources["invoices"].new
    assert "payments" in _scheduled(bench)


def test_without_the_books_the_platform_is_mirrored(bench: Bench) -> None:
    bench.with_books = False
    bench.platform.pay(bench.platform.add_invoice(100, customer=bench.platform.add_customer()))
    report = bench.sync()
    assert report.resources["platform_payments"].new == 1
    assert bench.intents() == []


# ---- the platform's side


def test_the_invoice_of_a_payment_is_asked_for_once(bench: Bench) -> None:
    bench.paid()
    asked: list[str] = []
    bench.platform.on_read = lambda what, which: asked.append(what)
    bench.sync()
    assert asked.count("payments_of") == 1
    asked.clear()
    bench.sync()
    assert asked.count("payments_of") == 0


def test_a_payment_that_is_under_way_for_days_is_read_each_time(bench: Bench) -> None:
    invoice = bench.open_invoice()
    payment = bench.platform.pay(
        bench.copy_of(invoice), method=Method.ACH, state=PlatformState.PENDING
    )
    for _ in range(5):
        bench.advance(days=1)
        bench.sync()
    bench.advance(minutes=5)
    bench.platform.set_state(payment, PlatformState.SUCCEEDED)
    bench.sync(WRITES)
    assert len(bench.recorded(invoice)) == 1


def test_a_return_sixty_days_later_is_seen_within_a_day(bench: Bench) -> None:
    _, payment = bench.paid()
    bench.sync()
    bench.advance(days=60)
    bench.platform.set_state(payment, PlatformState.RETURNED)
    bench.sync()
    kept = bench.stores.platform.find_payment(payment)
    assert kept is not None
    assert kept.state is PlatformState.RETURNED


def test_a_payout_is_composed_once_and_stays_so(bench: Bench) -> None:
    _, payment = bench.paid(merchant_fee="2.90")
    bench.sync()
    bench.platform.pay_out(payment)
    asked: list[str] = []
    bench.platform.on_read = lambda what, which: asked.append(what)
    for _ in range(3):
        bench.sync()
    assert asked.count("payout_lines") == 1
    (payout,) = bench.stores.platform.list_payouts()
    assert payout.gap == 0
    assert [line.payment_id for line in payout.lines or ()] == [payment, None]


def test_a_payout_whose_lines_cannot_be_read_says_so(bench: Bench) -> None:
    _, payment = bench.paid()
    bench.platform.capabilities = replace(bench.platform.capabilities, composes_payouts=False)
    bench.platform.pay_out(payment)
    bench.sync()
    assert [payout.lines for payout in bench.stores.platform.list_payouts()] == [None]


def test_an_odd_row_of_the_platform_is_set_aside_and_forgotten_once_readable(
    bench: Bench,
) -> None:
    invoice, payment = bench.paid()
    for resource, row in (
        ("platform_payments", payment),
        ("platform_invoices", bench.copy_of(invoice)),
        ("platform_customers", min(bench.platform.customers)),
    ):
        bench.platform.odd[resource, row] = "a field is missing"
    report = bench.sync()
    assert report.resources["platform_payments"].failed == 1
    assert {row.resource for row in bench.stores.journal.list_odd()} == {
        "platform_payments",
        "platform_invoices",
        "platform_customers",
    }
    assert bench.intents() == []
    bench.platform.odd.clear()
    bench.sync()
    assert bench.stores.journal.list_odd() == []
    assert len(bench.recorded(invoice)) == 1
