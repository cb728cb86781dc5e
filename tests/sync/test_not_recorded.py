"""What was not collected, came too early, or is only read, is not recorded in the books."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from fbrecon.domain.documents import Method, PlatformState
from fbrecon.domain.posting import PostingState
from fbrecon.errors import Unreachable
from tests.sync.bench import Bench

S = PostingState


def test_what_was_marked_as_paid_by_hand_is_never_recorded(bench: Bench) -> None:
    invoice = bench.open_invoice()
    bench.platform.pay(bench.copy_of(invoice), method=Method.NONE)
    bench.sync()
    assert bench.intents() == []
    assert "no money moved" in bench.not_proposed[0].reason


@pytest.mark.parametrize(
    "state", [s for s in PlatformState if s not in (PlatformState.SUCCEEDED, PlatformState.UNKNOWN)]
)
def test_only_what_succeeded_is_recorded(bench: Bench, state: PlatformState) -> None:
    invoice = bench.open_invoice()
    bench.platform.pay(bench.copy_of(invoice), state=state)
    bench.sync()
    assert bench.intents() == []
    assert bench.recorded(invoice) == []


def test_a_word_that_nobody_knows_is_not_a_success(bench: Bench) -> None:
    invoice = bench.open_invoice()
    bench.platform.pay(bench.copy_of(invoice), word="settling")
    bench.sync()
    assert bench.recorded(invoice) == []
    bench.platform.words = {"settling": "succeeded"}
    bench.sync()
    assert len(bench.recorded(invoice)) == 1


def test_reading_only_writes_nothing_anywhere(reader: Bench) -> None:
    invoice = reader.open_invoice(10_000)
    customer = reader.platform.add_customer()
    number = reader.books.invoices[invoice].number
    copy = reader.platform.add_invoice(10_000, customer=customer, number=number)
    reader.platform.pay(copy)
    reader.sync()
    reader.sync(full=True)
    assert reader.books.payment_sends.bodies == []
    assert reader.platform.sent == 0
    assert reader.stores.outbox.list_intents() == []
    assert "only reads" in reader.not_proposed[0].reason


def test_while_reading_what_the_hosted_link_recorded_is_matched(reader: Bench) -> None:
    invoice = reader.open_invoice(10_000)
    customer = reader.platform.add_customer()
    number = reader.books.invoices[invoice].number
    copy = reader.platform.add_invoice(10_000, customer=customer, number=number)
    payment = reader.platform.pay(copy)
    theirs = reader.books.pay_by_hand(invoice, 10_000)
    report = reader.sync()
    (match,) = reader.stores.decisions.matches()
    assert (match.payment_id, match.book_payment_id, match.made_by) == (payment, theirs, "rule")
    assert report.postings["adopted"] == 1
    assert reader.sync().postings["adopted"] == 0


def test_payments_from_before_the_connection_wait_for_a_person(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.change_rules(post_since=bench.clock.now().date() + timedelta(days=1))
    bench.sync()
    assert bench.states() == [S.PROPOSED]
    assert bench.recorded(invoice) == []
    bench.stores.outbox.move(bench.intent(), S.APPROVED, "A person approved it.")
    bench.sync()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


def test_with_posting_switched_off_each_payment_waits(bench: Bench) -> None:
    bench.change_rules(auto_post=False)
    bench.paid()
    bench.sync()
    assert bench.states() == [S.PROPOSED]
    bench.change_rules(auto_post=True)
    bench.sync()
    assert bench.states() == [S.VERIFIED]


def test_what_is_no_longer_succeeded_is_withdrawn(bench: Bench) -> None:
    bench.change_rules(auto_post=False)
    invoice, payment = bench.paid()
    bench.sync()
    bench.platform.set_state(payment, PlatformState.RETURNED)
    bench.change_rules(auto_post=True)
    bench.sync()
    assert bench.intent().state is S.DROPPED
    assert "returned" in bench.intent().reason
    assert bench.recorded(invoice) == []
    bench.platform.set_state(payment, PlatformState.SUCCEEDED)
    bench.sync(deep=True)
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.loud
def test_a_read_that_fails_before_sending_sends_nothing_and_loses_nothing(bench: Bench) -> None:
    invoice, _ = bench.paid()

    def broken(what: str, which: int) -> None:
        if what == "scan":
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    bench.books.on_read = broken
    report = bench.sync()
    assert (report.outcome, report.exit_code) == ("partial", 4)
    assert bench.states() == [S.APPROVED]
    assert bench.books.payment_sends.bodies == []
    bench.books.on_read = None
    bench.sync()
    assert json.loads(bench.books.payment_sends.bodies[0])["invoice"] == invoice
    assert bench.states() == [S.VERIFIED]
