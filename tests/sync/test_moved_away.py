"""A record of ours that somebody put on another invoice is known there by its marker."""

from __future__ import annotations

from fbrecon.domain.ids import BookPaymentId, InvoiceId
from fbrecon.domain.posting import PostingState
from tests.fakes.send_script import Fault
from tests.sync.bench import WRITES, Bench

S = PostingState


def _move(bench: Bench, invoice: InvoiceId) -> tuple[BookPaymentId, InvoiceId]:
    """Somebody takes the payment for another invoice of the customer."""
    (recorded,) = bench.recorded(invoice)
    other = bench.books.add_invoice(10_000)
    bench.books.edit_payment(recorded.id, invoice_id=other)
    bench.books.edit_invoice(invoice)
    return recorded.id, other


def test_after_a_lost_file_it_is_found_on_the_other_invoice_and_not_recorded_again(
    bench: Bench,
) -> None:
    first, _ = bench.paid()
    bench.sync()
    number, other = _move(bench, first)
    bench.lose_file()
    bench.sync()
    bench.settle()
    assert (bench.states(), bench.intent().remote_id) == ([S.DISCREPANCY], str(number))
    assert f"It stands on invoice {other}, not on {first}." == bench.intent().reason
    assert len(bench.books.payment_sends.bodies) == 1


def test_one_whose_answer_was_lost_is_found_on_the_other_invoice(bench: Bench) -> None:
    """The program was closed right after it was sent, and somebody moved it over night."""
    first, _ = bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.books.list_lag = 60.0
    bench.sync()
    assert bench.states() == [S.UNCERTAIN]
    number, _ = _move(bench, first)
    bench.restart()
    bench.advance(days=1)
    bench.settle()
    assert (bench.states(), bench.intent().remote_id) == ([S.DISCREPANCY], str(number))
    assert len(bench.books.payment_sends.bodies) == 1


def test_one_that_was_deleted_on_the_other_invoice_is_asked_about(bench: Bench) -> None:
    first, _ = bench.paid()
    bench.sync()
    number, _ = _move(bench, first)
    bench.books.delete_payment(number)
    bench.lose_file()
    bench.sync()
    bench.settle()
    assert bench.states() == [S.HELD]
    assert f"It was recorded as payment {number} and deleted" in bench.intent().reason
    assert bench.recorded(first) == []


def test_what_is_known_of_it_here_is_read_again_before_it_counts(bench: Bench) -> None:
    """Since the last reading its marker was taken out: then it is another payment."""
    first, _ = bench.paid()
    bench.sync()
    number, _ = _move(bench, first)
    bench.lose_file()

    def meanwhile(what: str, which: int) -> None:
        if (what, which) == ("payment", int(number)):
            bench.books.on_read = None
            bench.books.edit_payment(number, note="for the other one")

    bench.books.on_read = meanwhile
    bench.sync()
    bench.settle()
    bench.sync(WRITES)
    assert (bench.states(), len(bench.recorded(first))) == ([S.VERIFIED], 1)
