"""Taking a payment of ours back: only when ordered, only as it was written, and proven."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fbrecon.domain.documents import PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import NotFound, Refused
from fbrecon.sync.removing import order_removal
from tests.fakes.send_script import Fault
from tests.sync.bench import CRASH_POINTS, WRITES, Bench, Crash, crash_at

S = PostingState
REMOVAL = WriteKind.PAYMENT_REMOVAL


def _recorded(bench: Bench, minor: int = 10_000) -> tuple[int, BookPaymentId]:
    """An invoice, and the payment that we recorded on it."""
    invoice, _ = bench.paid(minor)
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    return invoice, recorded.id


def _order(bench: Bench, payment: int) -> Intent:
    return order_removal(
        bench.books, bench.stores, bench.rules.account, BookPaymentId(payment), "A person said so."
    )


def test_an_ordered_removal_deletes_it_opens_the_invoice_and_undoes_what_wrote_it(
    bench: Bench,
) -> None:
    invoice, payment = _recorded(bench)
    _order(bench, payment)
    report = bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.VERIFIED]
    assert bench.states() == [S.UNDONE]
    assert "taken back" in bench.intent().reason
    assert bench.recorded(invoice) == []
    assert bench.books.invoices[invoice].outstanding.minor == 10_000
    mirrored = bench.mirrored(invoice)
    assert mirrored is not None
    assert mirrored.outstanding.minor == 10_000
    assert bench.stores.decisions.matches() == []
    assert report.postings["posted"] == 0  # it is no payment that was recorded


def test_what_was_taken_back_is_never_recorded_again_by_itself(bench: Bench) -> None:
    invoice, payment = _recorded(bench)
    _order(bench, payment)
    for _ in range(4):
        bench.sync()
        bench.advance(days=1)
    assert bench.recorded(invoice) == []
    assert len(bench.books.payment_sends.bodies) == 1
    assert len(bench.books.removal_sends.bodies) == 1


def test_nothing_is_taken_back_without_an_order(bench: Bench) -> None:
    invoice, payment = bench.paid()
    bench.sync()
    bench.platform.set_state(payment, PlatformState.RETURNED)
    for _ in range(3):
        bench.sync(deep=True)
        bench.advance(days=1)
    assert bench.intents(REMOVAL) == []
    assert bench.books.removal_sends.bodies == []
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.parametrize("what", ["amount", "paid_on", "note", "method", "invoice_id"])
def test_what_is_not_as_it_was_written_is_left_alone_and_said(bench: Bench, what: str) -> None:
    _, payment = _recorded(bench)
    other = bench.books.add_invoice(20_000)
    there = bench.books.payments[payment]
    changed = {
        "amount": Money(9_900, "USD"),
        "paid_on": there.paid_on - timedelta(days=1),
        "note": f"{there.note} (checked)",
        "method": "Check",
        "invoice_id": other,
    }
    _order(bench, payment)
    bench.books.edit_payment(payment, **{what: changed[what]})
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.HELD]
    assert "not as it was written" in bench.intent(REMOVAL).reason
    assert bench.books.removal_sends.bodies == []
    assert bench.books.payments[payment].visibility is Visibility.ACTIVE
    assert S.UNDONE not in bench.states()


def test_one_that_lost_our_marker_is_left_alone(bench: Bench) -> None:
    invoice, payment = bench.paid(10_000, amount="40.00")
    bench.sync()
    note = bench.marker(payment, invoice)
    second = bench.books.pay_by_hand(invoice, 4_000, note=note)
    bench.sync()
    _order(bench, second)
    bench.books.edit_payment(second, note="Kestrel Freight, second half")
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.HELD]
    assert len(bench.recorded(invoice)) == 2


def test_what_is_deleted_already_needs_no_deletion(bench: Bench) -> None:
    _, payment = _recorded(bench)
    _order(bench, payment)
    bench.books.delete_payment(payment)
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.VERIFIED]
    assert bench.states() == [S.UNDONE]
    assert bench.books.removal_sends.bodies == []


@pytest.mark.parametrize("fault", [Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.LATE])
def test_a_lost_answer_is_settled_by_reading(bench: Bench, fault: Fault) -> None:
    invoice, payment = _recorded(bench)
    _order(bench, payment)
    bench.books.removal_sends.plan(fault)
    bench.sync(WRITES)
    bench.settle()
    assert bench.states(REMOVAL) == [S.VERIFIED]
    assert bench.states() == [S.UNDONE]
    assert bench.recorded(invoice) == []
    assert len(bench.books.removal_sends.bodies) == (2 if fault is Fault.LOST_BEFORE else 1)


@pytest.mark.parametrize("point", [*CRASH_POINTS, "reading back", "read back"])
def test_a_crash_anywhere_ends_in_one_deletion(bench: Bench, point: str) -> None:
    invoice, payment = _recorded(bench)
    _order(bench, payment)
    with pytest.raises(Crash):
        bench.sync(WRITES, crash=crash_at(point))
    bench.restart()
    bench.sync(WRITES)
    bench.settle()
    assert bench.states(REMOVAL) == [S.VERIFIED]
    assert bench.states() == [S.UNDONE]
    assert bench.recorded(invoice) == []


def test_while_a_removal_is_uncertain_nothing_else_goes_to_that_invoice(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.platform.pay(bench.copy_of(invoice), amount="40.00")
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    _order(bench, recorded.id)
    bench.books.removal_sends.plan(Fault.LATE)
    bench.platform.pay(bench.copy_of(invoice), amount="60.00")
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.UNCERTAIN]
    assert bench.states() == [S.VERIFIED, S.APPROVED]
    bench.settle()
    assert bench.states() == [S.UNDONE, S.VERIFIED]


def test_an_invoice_that_does_not_open_again_is_waited_for_then_shown(bench: Bench) -> None:
    invoice, payment = _recorded(bench)
    _order(bench, payment)
    paid = bench.books.invoices[invoice]

    def stays_paid(what: str, which: int) -> None:
        if what == "invoice":
            bench.books.invoices[which] = replace(paid)

    bench.books.on_read = stays_paid
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.POSTED]
    assert "still says" in bench.intent(REMOVAL).evidence[-1].text
    bench.settle(5)
    assert bench.states(REMOVAL) == [S.DISCREPANCY]


# ---- orders


def test_an_order_of_what_is_under_way_is_the_one_that_is_there(bench: Bench) -> None:
    _, payment = _recorded(bench)
    first = _order(bench, payment)
    assert _order(bench, payment) == first
    bench.sync(WRITES)
    assert _order(bench, payment).state is S.VERIFIED
    assert len(bench.intents(REMOVAL)) == 1


@pytest.mark.parametrize("answer", [S.HELD, S.DROPPED])
def test_one_that_was_refused_may_be_ordered_again_once_it_is_put_right(
    bench: Bench, answer: PostingState
) -> None:
    invoice, payment = _recorded(bench)
    there = bench.books.payments[payment]
    _order(bench, payment)
    bench.books.edit_payment(payment, note="something else")
    bench.sync(WRITES)
    if answer is S.DROPPED:
        bench.stores.outbox.move(bench.intent(REMOVAL), S.DROPPED, "It was told.")
    bench.books.edit_payment(payment, note=there.note)
    _order(bench, payment)
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.VERIFIED]
    assert bench.recorded(invoice) == []


def test_one_that_was_restored_there_is_another_order(bench: Bench) -> None:
    invoice, payment = _recorded(bench)
    _order(bench, payment)
    bench.sync(WRITES)
    bench.books.edit_payment(payment, visibility=Visibility.ACTIVE)
    bench.sync(WRITES)
    assert _order(bench, payment).key.generation == 2
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.VERIFIED, S.VERIFIED]
    assert bench.recorded(invoice) == []


def test_a_payment_that_we_did_not_write_is_never_deleted(bench: Bench) -> None:
    invoice = bench.open_invoice()
    by_hand = bench.books.pay_by_hand(invoice, 5_000)
    bench.sync()
    with pytest.raises(Refused):
        _order(bench, by_hand)
    with pytest.raises(NotFound):
        _order(bench, 999_999)
    assert bench.intents(REMOVAL) == []


# ---- recorded twice


def test_of_two_with_one_marker_the_second_goes_and_the_first_stays(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.sync()
    (first,) = bench.recorded(invoice)
    second = bench.books.pay_by_hand(invoice, 4_000, note=first.note)
    bench.books.edit_payment(second, method=first.method)
    bench.sync()
    _order(bench, second)
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.VERIFIED]
    assert bench.states() == [S.VERIFIED]
    assert [p.id for p in bench.recorded(invoice)] == [first.id]


def test_of_two_with_one_marker_neither_goes_before_the_order_is_clear(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.sync()
    (first,) = bench.recorded(invoice)
    second = bench.books.pay_by_hand(invoice, 4_000, note=first.note)
    bench.books.edit_payment(second, method=first.method)
    bench.sync()
    _order(bench, first.id)
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.HELD]
    assert str(second) in bench.intent(REMOVAL).reason
    # And the second is not deleted once it is the only one.
    _order(bench, second)
    bench.books.delete_payment(first.id)
    bench.sync(WRITES)
    assert bench.states(REMOVAL) == [S.HELD, S.HELD]
    assert [p.id for p in bench.recorded(invoice)] == [second]
