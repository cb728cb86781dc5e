"""A person decides while a sync is under way, and the platform changes its mind before a send."""

from __future__ import annotations

import pytest

from fbrecon.domain.documents import PlatformState
from fbrecon.domain.posting import PostingState
from fbrecon.errors import NotFound, Refused
from tests.fakes.send_script import Fault
from tests.sync.bench import WRITES, Bench

S = PostingState


def test_a_payment_dismissed_in_the_middle_of_a_sync_is_not_sent_and_the_sync_goes_on(
    bench: Bench,
) -> None:
    dismissed, good = bench.open_invoice(10_000), bench.open_invoice(20_000)
    bench.platform.pay(bench.copy_of(dismissed))
    bench.platform.pay(bench.copy_of(good))

    def dismiss(what: str, number: int) -> None:
        if (what, number) == ("scan", int(dismissed)):
            for intent in bench.intents():
                if intent.state is S.APPROVED and intent.key.leg == str(dismissed):
                    bench.stores.outbox.move(intent, S.DROPPED, "A person dismissed it.")

    bench.books.on_read = dismiss
    report = bench.sync(WRITES)
    assert report.outcome == "ok"
    assert bench.recorded(dismissed) == []
    assert len(bench.recorded(good)) == 1


@pytest.mark.loud
@pytest.mark.parametrize("fault", [Fault.WAIT, Fault.SIGN_IN, Fault.LOST_BEFORE])
def test_what_was_put_off_is_not_sent_once_the_money_went_back(bench: Bench, fault: Fault) -> None:
    invoice, payment = bench.paid(10_000)
    bench.books.payment_sends.plan(fault)
    bench.sync(WRITES)
    assert bench.recorded(invoice) == []
    bench.platform.set_state(payment, PlatformState.RETURNED)
    bench.settle()
    assert bench.recorded(invoice) == []
    assert len(bench.books.payment_sends.bodies) == 1
    assert bench.states() == [S.HELD]


@pytest.mark.loud
@pytest.mark.parametrize("error", [NotFound, Refused])
def test_one_invoice_that_cannot_be_asked_for_does_not_keep_the_others_waiting(
    bench: Bench, error: type[Refused]
) -> None:
    odd, good = bench.open_invoice(10_000), bench.open_invoice(20_000)
    bench.platform.pay(bench.copy_of(odd))
    bench.platform.pay(bench.copy_of(good))

    def refuse(what: str, number: int) -> None:
        if (what, number) == ("scan", int(odd)):
            raise error("It may not be read", "Nobody knows why.")

    bench.books.on_read = refuse
    assert bench.sync(WRITES).outcome == "partial"
    assert len(bench.recorded(good)) == 1
    assert bench.recorded(odd) == []


def test_a_record_with_another_date_stays_a_discrepancy_until_its_date_is_right(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid(10_000)
    bench.sync(WRITES)
    (made,) = bench.recorded(invoice)
    intent = bench.intent()
    bench.stores.outbox.move(intent, S.DISCREPANCY, "It is dated otherwise.")
    right = made.paid_on
    bench.books.edit_payment(made.id, paid_on=right.replace(year=right.year - 1))
    bench.sync(WRITES)
    assert bench.states() == [S.DISCREPANCY]
    bench.books.edit_payment(made.id, paid_on=right)
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED]
