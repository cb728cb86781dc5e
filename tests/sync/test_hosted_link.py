"""What the platform's own link did is adopted: nothing is pushed, posted or asked a second time."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from fbrecon.domain.money import Money
from fbrecon.domain.posting import WriteKind
from tests.conftest import scaled
from tests.sync.bench import Bench

WEEKS_AGO = timedelta(days=40)


class HostedLink:
    """The platform's own integration: it pushes invoices with their numbers and posts payments."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.customer = bench.platform.add_customer("hosted-1", "Kestrel Freight")

    def push(self, invoice: int) -> str:
        """Put an invoice there as the hosted link does: under its number, with no marker."""
        made = self.bench.books.invoices[invoice]
        return self.bench.platform.add_invoice(
            made.total.minor, customer=self.customer, number=made.number, descriptions=["Work"]
        )

    def collect(self, copy: str, amount: str | None = None) -> str:
        """A customer pays."""
        return self.bench.platform.pay(copy, amount=amount)

    def post(self, invoice: int, payment: str) -> None:
        """Record the payment in the books, with a note of its own."""
        minor = int(self.bench.platform.payments[payment].sub_total * Decimal(100))
        self.bench.books.pay_by_hand(invoice, minor, note=f"AP {payment}")


def everything_written(bench: Bench) -> list[object]:
    return [*bench.intents(), *bench.intents(WriteKind.PLATFORM_INVOICE), *bench.intents(
        WriteKind.PLATFORM_CUSTOMER
    ), *bench.intents(WriteKind.ARCHIVE_COPY)]  # fmt: skip


def test_a_year_of_the_hosted_link_is_adopted_and_nothing_is_done_twice(bench: Bench) -> None:
    bench.books.page_size = bench.platform.page_size = 100
    hosted = HostedLink(bench)
    bench.world.advance(-WEEKS_AGO.total_seconds())
    count = scaled(500)
    for place in range(count):
        # The same sums come again and again, as they do for a firm with fixed prices.
        invoice = bench.books.add_invoice(10_000 + 500 * (place % 7))
        hosted.post(invoice, hosted.collect(hosted.push(invoice)))
    bench.world.advance(WEEKS_AGO.total_seconds())
    paid = dict(bench.books.payments)
    for _ in range(2):
        report = bench.sync()
        assert report.outcome == "ok"
        assert report.postings["posted"] == 0
        assert report.pushed == {"customers": 0, "invoices": 0, "replaced": 0}
    assert bench.books.payments == paid
    assert len(bench.stores.decisions.matches()) == count
    assert everything_written(bench) == []


def test_while_the_hosted_link_runs_nothing_is_written_and_switching_doubles_nothing(
    bench: Bench,
) -> None:
    bench.change_rules(writes=False)
    hosted = HostedLink(bench)
    bench.sync()
    invoices = [bench.books.add_invoice(10_000 + 100 * place) for place in range(6)]
    copies = [hosted.push(invoice) for invoice in invoices]
    bench.sync()
    for invoice, copy in list(zip(invoices, copies, strict=True))[:4]:
        payment = hosted.collect(copy)
        bench.sync()
        hosted.post(invoice, payment)
        bench.advance(minutes=5)
        bench.sync()
    assert everything_written(bench) == []
    assert len(bench.platform.customers) == 1
    before = dict(bench.books.payments)

    bench.change_rules(writes=True)
    for _ in range(3):
        report = bench.sync()
        assert report.postings["posted"] == 0
        assert report.pushed["invoices"] == 0, "the hosted link's copies are there already"
    assert bench.books.payments == before
    # From now on what is collected on its copies is recorded by us, once.
    hosted.collect(copies[4])
    assert bench.sync().postings["posted"] == 1
    assert bench.sync().postings["posted"] == 0
    assert [p.amount for p in bench.recorded(invoices[4])] == [Money(10_400, "USD")]


@pytest.mark.parametrize("minutes", [0, 60])
def test_what_the_hosted_link_recorded_just_before_it_was_switched_off_is_not_doubled(
    bench: Bench, minutes: int
) -> None:
    bench.change_rules(writes=False)
    hosted = HostedLink(bench)
    invoice = bench.books.add_invoice(10_000)
    copy = hosted.push(invoice)
    bench.sync()
    hosted.post(invoice, hosted.collect(copy, "40.00"))
    bench.advance(minutes=minutes)
    bench.change_rules(writes=True)  # before the next reading
    bench.sync()
    assert len(bench.recorded(invoice)) == 1
    assert bench.sync().postings["posted"] == 0
