"""What cannot be settled by reading comes before a person in the end, and a yes then counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fbrecon.domain.documents import Invoice, Visibility
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState
from tests.fakes.send_script import Fault
from tests.sync.bench import WRITES, Bench

S = PostingState


def _misstate_what_is_paid(bench: Bench, invoice: int) -> None:
    """The books say that something is paid for which they list no payment."""
    row: Invoice = bench.books.invoices[invoice]
    bench.books.invoices[invoice] = replace(row, paid=Money(100, row.total.currency))


@pytest.mark.loud
def test_a_send_put_off_on_an_invoice_that_never_adds_up_comes_before_a_person(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid(10_000)
    bench.books.payment_sends.plan(Fault.WAIT)
    bench.sync(WRITES)
    _misstate_what_is_paid(bench, invoice)
    bench.settle(runs=8)
    assert bench.states() == [S.HELD]
    bench.stores.outbox.move(
        bench.intent(), S.APPROVED, "A person approved it.", waive=bench.intent().hold
    )
    bench.sync(WRITES)
    assert len(bench.recorded(invoice)) == 1


def test_what_is_uncertain_under_a_restricted_view_comes_before_a_person(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000)
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync(WRITES)
    bench.books.claims_more = 1
    bench.settle(runs=8)
    assert bench.states() == [S.HELD]
    assert bench.recorded(invoice) == []


def test_a_list_that_lags_for_a_while_asks_nobody(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000)
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.books.list_lag = 600.0
    bench.sync(WRITES)
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


def test_a_matched_payment_that_is_deleted_in_the_books_comes_before_a_person(
    bench: Bench,
) -> None:
    bench.change_rules(writes=False)
    invoice = bench.books.add_invoice(10_000)
    copy = bench.platform.add_invoice(
        10_000, customer=bench.platform.add_customer(), number=bench.books.invoices[invoice].number
    )
    bench.platform.pay(copy)
    by_hosted_link = bench.books.pay_by_hand(invoice, 10_000)
    bench.sync()
    assert len(bench.stores.decisions.matches()) == 1
    bench.change_rules(writes=True)
    bench.books.delete_payment(by_hosted_link)
    for _ in range(2):
        bench.sync()
    assert bench.stores.decisions.matches() == []
    assert bench.states() == [S.HELD], "never recorded again by itself, and never forgotten"
    assert [p.visibility for p in bench.books.payments.values()] == [Visibility.DELETED]
