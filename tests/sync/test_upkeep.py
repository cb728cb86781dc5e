"""Copies on the platform follow the books: replaced, archived or asked about, never doubled."""

from __future__ import annotations

import pytest

from fbrecon.domain.documents import CopyState, InvoiceStatus, PlatformState, Visibility
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.upkeep import Step
from fbrecon.sync.copy_facts import review_copies
from tests.fakes.send_script import Fault
from tests.sync.bench import CRASH_POINTS, Bench, Crash, crash_at

ARCHIVE = WriteKind.ARCHIVE_COPY


def live_copies(bench: Bench) -> list[Money]:
    """What the platform asks for now."""
    return [c.total for c in bench.platform.invoices.values() if c.state is not CopyState.ARCHIVED]


def asked(bench: Bench) -> list[Step]:
    """What a person is asked about."""
    steps = [r.decision.step for r in review_copies(bench.stores, bench.rules)]
    return [step for step in steps if step not in (Step.LEAVE, Step.ARCHIVE)]


def test_a_changed_sum_replaces_the_copy_and_only_once(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.edit_invoice(invoice, 12_500)
    report = bench.sync()
    assert report.pushed == {"customers": 0, "invoices": 0, "replaced": 1}
    assert live_copies(bench) == [Money(12_500, "USD")]
    for _ in range(2):
        assert bench.sync().pushed["replaced"] == 0
    bench.books.edit_invoice(invoice, 9_900)
    assert bench.sync().pushed["replaced"] == 1
    assert live_copies(bench) == [Money(9_900, "USD")]


def test_a_payment_by_hand_lowers_what_the_platform_asks_for(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.pay_by_hand(invoice, 2_500)
    bench.sync()
    assert live_copies(bench) == [Money(7_500, "USD")]


def test_our_own_posting_replaces_nothing(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.platform.pay(bench.copy_of(invoice), amount="40.00")
    for _ in range(3):
        assert bench.sync().pushed["replaced"] == 0
    assert len(bench.recorded(invoice)) == 1
    assert len(bench.platform.invoices) == 1


def test_nothing_is_replaced_while_a_payment_is_under_way(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    payment = bench.platform.pay(bench.copy_of(invoice), state=PlatformState.PENDING)
    bench.books.edit_invoice(invoice, 12_000)
    assert bench.sync().pushed["replaced"] == 0
    assert live_copies(bench) == [Money(10_000, "USD")]
    bench.platform.set_state(payment, PlatformState.FAILED)
    assert bench.sync().pushed["replaced"] == 1
    assert live_copies(bench) == [Money(12_000, "USD")]


def test_settled_in_the_books_archives_our_copy_and_reopening_makes_it_anew(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    by_hand = bench.books.pay_by_hand(invoice, 10_000)
    bench.sync()
    assert live_copies(bench) == []
    bench.books.delete_payment(by_hand)
    report = bench.sync()
    assert report.pushed["replaced"] == 1
    assert live_copies(bench) == [Money(10_000, "USD")]


@pytest.mark.parametrize("status", [InvoiceStatus.DRAFT, InvoiceStatus.DISPUTED])
def test_draft_or_disputed_archives_our_copy(bench: Bench, status: InvoiceStatus) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.edit_invoice(invoice, status=status)
    bench.sync()
    assert live_copies(bench) == []


def test_deleting_in_the_books_archives_nothing_and_asks(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.delete_invoice(invoice)
    bench.sync(deep=True)
    assert live_copies(bench) == [Money(10_000, "USD")]
    assert asked(bench) == [Step.ARCHIVE_THERE]
    bench.platform.archive(bench.copy_of(invoice))
    bench.sync()
    assert asked(bench) == []


def test_archiving_in_the_books_does_not_reach_the_platform(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.edit_invoice(invoice, visibility=Visibility.ARCHIVED)
    bench.sync()
    assert live_copies(bench) == [Money(10_000, "USD")]


def test_paid_in_full_through_the_platform_is_frozen_and_the_difference_is_shown(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid(10_000)
    bench.sync()
    bench.books.edit_invoice(invoice, 11_000)
    report = bench.sync()
    assert report.pushed == {"customers": 0, "invoices": 0, "replaced": 0}
    assert asked(bench) == [Step.FROZEN_DIFFERS]


@pytest.mark.parametrize("fault", ["lost_before", "lost_after"])
def test_a_lost_answer_while_archiving_never_leaves_two_copies_asking(
    bench: Bench, fault: str
) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.edit_invoice(invoice, 12_000)
    bench.platform.archive_sends.plan(Fault(fault))
    for _ in range(5):
        bench.advance(seconds=bench.settle_after)
        bench.sync()
        assert len(live_copies(bench)) <= 1
    assert live_copies(bench) == [Money(12_000, "USD")]


@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("point", CRASH_POINTS)
def test_a_crash_while_replacing_is_finished_by_the_next_sync(
    bench: Bench, point: str, nth: int
) -> None:
    invoice = bench.open_invoice(10_000)
    bench.books.edit_invoice(invoice, 12_000)
    with pytest.raises(Crash):
        bench.sync(crash=crash_at(point, nth))
    bench.restart()
    for _ in range(5):
        bench.advance(seconds=bench.settle_after)
        bench.sync()
        assert len(live_copies(bench)) <= 1
    assert live_copies(bench) == [Money(12_000, "USD")]


def test_a_payment_that_comes_in_while_the_copy_is_archived_is_recorded_first(
    bench: Bench,
) -> None:
    invoice = bench.open_invoice(10_000)
    old = bench.copy_of(invoice)
    bench.books.edit_invoice(invoice, 12_000)
    archive = bench.platform.archive_invoice

    def pay_then_archive(invoice_id: object) -> object:
        bench.platform.pay(old)
        return archive(invoice_id)  # type: ignore[arg-type]

    bench.platform.archive_invoice = pay_then_archive  # type: ignore[method-assign,assignment]
    bench.sync()
    assert live_copies(bench) == [], "the money that came in is not asked for again"
    bench.sync()
    assert [p.amount for p in bench.recorded(invoice)] == [Money(10_000, "USD")]
    assert live_copies(bench) == [Money(2_000, "USD")]
    assert bench.states(ARCHIVE) == [PostingState.VERIFIED]
