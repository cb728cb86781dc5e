"""Open invoices and their customers onto the platform: each once, adopted where they are there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fbrecon.domain.documents import InvoiceStatus, Visibility
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState, WriteKind
from tests.fakes.send_script import Fault
from tests.sync.bench import CRASH_POINTS, Bench, Crash, crash_at

S = PostingState
COPY, CUSTOMER = WriteKind.PLATFORM_INVOICE, WriteKind.PLATFORM_CUSTOMER


def test_an_open_invoice_and_its_customer_are_put_there_once(bench: Bench) -> None:
    invoice = bench.books.add_invoice(6_000, 4_000)
    report = bench.sync()
    assert report.pushed == {"customers": 1, "invoices": 1, "replaced": 0}
    copy = bench.platform.invoices[bench.copy_of(invoice)]
    assert copy.total == Money(10_000, "USD")
    assert len(copy.descriptions) == 2
    for _ in range(3):
        bench.advance(minutes=60)
        assert bench.sync().pushed == {"customers": 0, "invoices": 0, "replaced": 0}
    assert len(bench.platform.invoices) == len(bench.platform.customers) == 1


def test_two_invoices_of_a_customer_share_the_customer(bench: Bench) -> None:
    bench.books.add_invoice(100)
    bench.books.add_invoice(200)
    assert bench.sync().pushed == {"customers": 1, "invoices": 2, "replaced": 0}


def test_what_is_partly_paid_is_put_there_with_what_is_outstanding(bench: Bench) -> None:
    invoice = bench.books.add_invoice(6_000, 4_000)
    bench.books.pay_by_hand(invoice, 2_500)
    bench.sync()
    copy = bench.platform.invoices[bench.copy_of(invoice)]
    assert copy.total == Money(7_500, "USD")
    assert copy.descriptions[-1] == "Already paid"


@pytest.mark.parametrize(
    "changes",
    [
        {"status": InvoiceStatus.DRAFT},
        {"status": InvoiceStatus.DISPUTED},
        {"visibility": Visibility.ARCHIVED},
        {"visibility": Visibility.DELETED},
    ],
)
def test_what_may_not_be_collected_is_not_put_there(
    bench: Bench, changes: dict[str, object]
) -> None:
    invoice = bench.books.add_invoice(100)
    bench.books.edit_invoice(invoice, **changes)  # type: ignore[arg-type]
    bench.sync()
    assert bench.platform.sent == 0


def test_nothing_owed_nothing_put_there(bench: Bench) -> None:
    bench.books.add_invoice(0)
    settled = bench.books.add_invoice(500)
    bench.books.pay_by_hand(settled, 500)
    bench.sync()
    assert bench.platform.sent == 0


def test_a_currency_that_the_platform_does_not_take_is_not_put_there(bench: Bench) -> None:
    bench.books.add_invoice(100, currency="EUR")
    cad = bench.books.add_invoice(200, currency="CAD")
    bench.sync()
    assert [i.total for i in bench.platform.invoices.values()] == [Money(200, "CAD")]
    assert bench.copy_of(cad)


def test_while_reading_nothing_is_put_there(reader: Bench) -> None:
    reader.books.add_invoice(100)
    reader.sync()
    assert reader.platform.sent == 0
    assert reader.stores.outbox.list_intents() == []


def test_a_platform_that_holds_no_invoices_gets_none(bench: Bench) -> None:
    bench.platform.capabilities = replace(bench.platform.capabilities, holds_invoices=False)
    bench.books.add_invoice(100)
    bench.sync()
    assert bench.platform.sent == 0


def test_a_customer_who_is_there_already_is_adopted(bench: Bench) -> None:
    invoice = bench.books.add_invoice(100)
    customer = bench.books.invoices[invoice].customer_id
    there = bench.platform.add_customer(f"freshbooks-{bench.rules.account}-{customer}")
    report = bench.sync()
    assert report.pushed == {"customers": 0, "invoices": 1, "replaced": 0}
    assert bench.intent(CUSTOMER).remote_id == there
    assert bench.platform.invoices[bench.copy_of(invoice)].customer_id == there


def test_a_copy_that_carries_our_marker_is_adopted_after_a_lost_file(bench: Bench) -> None:
    invoices = [bench.books.add_invoice(100 + n) for n in range(3)]
    bench.sync()
    bench.lose_file()
    report = bench.sync()
    assert report.pushed["invoices"] == 0
    assert len(bench.platform.invoices) == 3
    bench.platform.pay(bench.copy_of(invoices[1]))
    bench.settle()  # a new file waits before it sends: the one before may have sent just now
    assert len(bench.recorded(invoices[1])) == 1


def test_an_invoice_that_the_hosted_link_put_there_is_recognised(bench: Bench) -> None:
    invoice = bench.books.add_invoice(10_000)
    number = bench.books.invoices[invoice].number
    theirs = bench.platform.add_invoice(
        10_000, customer=bench.platform.add_customer(), number=number
    )
    bench.sync()
    assert list(bench.platform.invoices) == [theirs]
    bench.platform.pay(theirs)
    bench.sync()
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.parametrize("kind", [CUSTOMER, COPY])
@pytest.mark.parametrize("point", CRASH_POINTS)
@pytest.mark.parametrize("fault", [None, Fault.LOST_AFTER, Fault.LOST_BEFORE])
def test_an_interrupted_push_makes_no_second_copy(
    bench: Bench, kind: WriteKind, point: str, fault: Fault | None
) -> None:
    invoice = bench.books.add_invoice(100)
    script = bench.platform.customer_sends if kind is CUSTOMER else bench.platform.invoice_sends
    script.plan(fault)
    with pytest.raises(Crash):
        bench.sync(crash=crash_at(point, 1 if kind is CUSTOMER else 2))
    bench.restart()
    for _ in range(6):
        bench.sync()
        bench.advance(seconds=bench.settle_after)
    assert len(bench.platform.customers) == len(bench.platform.invoices) == 1
    assert bench.copy_of(invoice)
    assert bench.states(CUSTOMER) == bench.states(COPY) == [S.VERIFIED]


def test_a_refused_negative_line_becomes_one_line(bench: Bench) -> None:
    bench.platform.refuses_negative_lines = True
    invoice = bench.books.add_invoice(10_000)
    bench.books.pay_by_hand(invoice, 2_500)
    bench.sync()
    bench.sync()
    copy = bench.platform.invoices[bench.copy_of(invoice)]
    assert copy.total == Money(7_500, "USD")
    assert len(copy.descriptions) == 1
    assert "outstanding" in copy.descriptions[0]
    assert len(bench.platform.invoice_sends.bodies) == 2
    for _ in range(2):
        bench.sync()
    assert len(bench.platform.invoice_sends.bodies) == 2


def test_what_is_refused_twice_is_left_to_a_person(bench: Bench) -> None:
    bench.books.add_invoice(100)
    bench.platform.invoice_sends.plan(*[Fault.REFUSED] * 5)
    for _ in range(5):
        bench.sync()
    assert len(bench.platform.invoice_sends.bodies) == 2
    assert bench.states(COPY) == [S.REFUSED, S.REFUSED]


def test_a_copy_that_somebody_archived_is_not_made_anew(bench: Bench) -> None:
    invoice = bench.open_invoice()
    bench.platform.archive(bench.copy_of(invoice))
    bench.sync()
    bench.sync()
    assert len(bench.platform.invoices) == 1


def test_our_own_recording_does_not_put_the_invoice_there_again(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    for _ in range(3):
        bench.sync()
    assert len(bench.recorded(invoice)) == 1
    assert len(bench.platform.invoices) == 1


@pytest.mark.loud
def test_what_waits_unsent_follows_the_books_and_what_was_sent_stays_frozen(bench: Bench) -> None:
    sent, unsent = bench.books.add_invoice(10_000), bench.books.add_invoice(20_000)
    bench.platform.invoice_sends.plan(Fault.WAIT)
    bench.sync()
    bench.books.edit_invoice(sent, 11_000)
    bench.books.edit_invoice(unsent, 22_000)
    bench.advance(minutes=5)
    bench.sync()
    assert bench.platform.invoices[bench.copy_of(unsent)].total == Money(22_000, "USD")
    assert bench.platform.invoices[bench.copy_of(sent)].total == Money(10_000, "USD")
    assert len(set(bench.platform.invoice_sends.bodies)) == 2
