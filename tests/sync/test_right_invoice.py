"""A payment goes to the invoices that it is for, in the currency in which it was collected."""

from __future__ import annotations

from dataclasses import replace

from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState
from tests.sync.bench import WRITES, Bench

S = PostingState


def test_a_payment_also_over_an_invoice_not_mirrored_yet_is_no_payment_for_the_first_alone(
    bench: Bench,
) -> None:
    invoice = bench.open_invoice(50_000)
    copy = bench.copy_of(invoice)
    customer = bench.platform.invoices[copy].customer_id
    made_there = bench.platform.add_invoice(5_000, customer=customer, descriptions=["Chairs"])
    bench.platform.pay(copy, made_there, amount="150.00")
    bench.sync(WRITES)
    assert bench.recorded(invoice) == []


def test_a_payment_is_never_recorded_in_another_currency_than_it_was_collected_in(
    bench: Bench,
) -> None:
    invoice, payment = bench.paid(10_000)
    row = bench.books.invoices[invoice]
    bench.books.invoices[invoice] = replace(
        row,
        total=Money(10_000, "CAD"),
        outstanding=Money(10_000, "CAD"),
        paid=Money(0, "CAD"),
        discount=Money(0, "CAD"),
        lines=tuple(replace(line, amount=Money(line.amount.minor, "CAD")) for line in row.lines),
        updated_at=bench.clock.now(),
    )
    for _ in range(2):
        bench.sync()
    assert bench.recorded(invoice) == []
    assert [x.payment_id for x in bench.not_proposed if x.needs_person] == [payment]


def test_an_invoice_linked_later_gets_nothing_of_a_payment_that_was_recorded_whole(
    bench: Bench,
) -> None:
    first = bench.open_invoice(16_000)
    copy = bench.copy_of(first)
    payment = bench.platform.pay(copy, amount="100.00")
    bench.sync()
    assert [p.amount for p in bench.recorded(first)] == [Money(10_000, "USD")]
    second = bench.open_invoice(4_000)
    bench.platform.invoices_of[payment] = (copy, bench.copy_of(second))
    bench.stores.platform.link_payments(bench.copy_of(second), [payment])
    bench.sync(WRITES)
    assert bench.recorded(second) == []


def test_what_was_paid_while_the_program_was_away_for_months_is_recorded(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    bench.sync()
    bench.advance(days=5)
    bench.platform.pay(bench.copy_of(invoice))
    bench.advance(days=100)
    bench.sync(WRITES)
    assert len(bench.recorded(invoice)) == 1


def test_a_payment_for_no_invoice_is_not_asked_about_with_every_sync(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    stray = bench.platform.pay(bench.copy_of(invoice), amount="5.00")
    bench.platform.invoices_of[stray] = ()
    bench.sync(WRITES)
    bench.advance(days=4)
    bench.sync(WRITES)
    bench.advance(minutes=5)
    read: list[str] = []
    bench.platform.on_read = lambda what, which: read.append(what)
    bench.sync(WRITES)
    assert "payments_of" not in read
    bench.platform.invoices_of[stray] = (bench.copy_of(invoice),)
    bench.advance(days=1)
    bench.sync(WRITES)
    assert "payments_of" in read
    assert len(bench.recorded(invoice)) == 1
