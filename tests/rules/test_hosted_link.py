"""What the platform's own link did, or still does, is recognised and never done a second time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fbrecon.app.views import Mode
from fbrecon.domain.posting import WriteKind
from fbrecon.sandbox.platform_book import Item
from tests.conftest import scaled
from tests.rules.conftest import SetStage
from tests.rules.hosted_link import HostedLink
from tests.rules.stage import NOW, Stage

DAY = 86_400


def test_a_year_of_the_hosted_link_is_adopted_by_number_customer_sum_and_date(
    set_stage: SetStage,
) -> None:
    stage = set_stage(mode=Mode.READ, now=NOW - timedelta(days=370))
    hosted = HostedLink(stage)
    customers = [stage.customer(f"Customer {n}", f"ap@c{n}.example") for n in range(20)]
    count = scaled(80)
    for place in range(count):
        stage.advance(365 * DAY // count)
        amount = f"{100 + place % 7}.00"  # the same sums come again and again
        invoice = stage.invoice(amount, customer=customers[place % 20])
        hosted.push(invoice)
        stage.control("pay", invoice=hosted.copies[invoice], method="ach")
        hosted.run()
    open_still = [stage.invoice("55.00", customer=customers[n]) for n in range(3)]
    hosted.run()
    stage.advance(5 * DAY)
    # Everything was there before fbrecon came.
    today = stage.clock.now().date().isoformat()
    stage.desk.change_setting("post_since", today)
    before = stage.state()["freshbooks"]["payments"]
    stage.sync(full=True)
    stage.desk.set_mode(Mode.WRITE)
    for _ in range(2):
        report = stage.hourly()
        assert report.postings["posted"] == 0
        assert report.pushed == {"customers": 0, "invoices": 0, "replaced": 0}
    assert stage.writes() == []
    assert stage.state()["freshbooks"]["payments"] == before
    # Of the platform the last 75 days are read; what is older is in FreshBooks alone.
    since = stage.clock.now().date() - timedelta(days=74)
    states = [row.state for row in stage.payments() if row.paid_on > since]
    assert len(states) > count // 10
    assert set(states) == {"matched"}
    assert {row.state for row in stage.payments()} <= {"matched", "only_in_freshbooks"}
    assert len(stage.payments()) == count
    assert stage.kinds() == []
    assert [stage.row(i).platform_invoice_id for i in open_still] == [
        hosted.copies[i] for i in open_still
    ]
    # From now on what is collected on its copies is recorded, once.
    stage.pay(open_still[0])
    stage.hourly()
    stage.hourly()
    assert stage.recorded(open_still[0]) == ["55.00"]
    # And a new invoice goes to the customer that the hosted link made.
    new = stage.invoice("80.00", customer=customers[1])
    stage.hourly()
    assert stage.copy(new)["customer_id"] == hosted.customers[customers[1]]
    assert len(stage.state()["platform"]["customers"]) == 20


def test_while_the_hosted_link_runs_beside_fbrecon_it_writes_nothing_and_says_why(
    set_stage: SetStage,
) -> None:
    stage = set_stage(mode=Mode.READ)
    hosted = HostedLink(stage)
    invoices = [stage.invoice(f"{100 + place}.00") for place in range(6)]
    for place in range(4):
        stage.hourly()
        hosted.run()
        payment = stage.pay_copy(hosted.copies[invoices[place]])
        stage.hourly()
        row = stage.payment(payment)
        assert row.state == "held"
        assert "only reads" in row.reason
        hosted.run()
    stage.hourly()
    assert stage.writes() == []
    assert {row.state for row in stage.payments()} == {"matched"}
    assert stage.kinds() == ["mode_question"]
    assert "switched off" in stage.attention()[0].title
    before = stage.state()["freshbooks"]["payments"]

    stage.desk.set_mode(Mode.WRITE)
    for _ in range(3):
        report = stage.hourly()
        assert report.postings["posted"] == 0
        assert report.pushed["invoices"] == report.pushed["replaced"] == 0
    assert stage.state()["freshbooks"]["payments"] == before
    assert stage.kinds() == []
    stage.pay_copy(hosted.copies[invoices[4]])
    stage.hourly()
    assert stage.recorded(invoices[4]) == ["104.00"]


def test_a_payment_the_hosted_link_recorded_just_before_it_was_switched_off_is_asked_not_doubled(
    set_stage: SetStage,
) -> None:
    stage = set_stage(mode=Mode.READ)
    hosted = HostedLink(stage)
    invoice = stage.invoice("100.00")
    hosted.run()
    stage.hourly()
    stage.pay_copy(hosted.copies[invoice], "40.00")
    hosted.run()
    stage.desk.set_mode(Mode.WRITE)  # before the next reading
    for _ in range(2):
        stage.hourly()
    assert stage.recorded(invoice) == ["40.00"]
    (item,) = stage.attention()
    assert item.kind == "payment_held"
    (theirs,) = hosted.posted.values()
    stage.desk.approve(item.subject, f"pay_book_{theirs}")
    stage.hourly()
    assert stage.kinds() == []
    assert stage.recorded(invoice) == ["40.00"]


def test_a_customer_of_the_hosted_link_is_adopted_with_its_invoices(stage: Stage) -> None:
    hosted = HostedLink(stage)
    customer = stage.customer("Blue Heron Dental")
    first = stage.invoice("100.00", customer=customer)
    hosted.push(first)
    second = stage.invoice("70.00", customer=customer)
    report = stage.sync()
    assert report.pushed == {"customers": 0, "invoices": 1, "replaced": 0}
    assert stage.copy(second)["customer_id"] == hosted.customers[customer]
    (intent,) = stage.intents(WriteKind.PLATFORM_CUSTOMER)
    assert intent.attempts == 0


def test_a_customer_shared_by_two_of_the_books_is_adopted_by_neither(stage: Stage) -> None:
    hosted = HostedLink(stage)
    one, other = stage.customer("Heron"), stage.customer("Heron")
    hosted.push(stage.invoice("100.00", customer=one))
    hosted.customers[other] = hosted.customers[one]
    hosted.push(stage.invoice("60.00", customer=other))
    stage.invoice("70.00", customer=one)
    assert stage.sync().pushed["customers"] == 1


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_number_and_sum_of_an_invoice_under_anothers_name_are_asked_about(
    stage: Stage, by_hand: bool
) -> None:
    customer = stage.customer("Blue Heron Dental", "desk@heron.example")
    invoice = stage.invoice("100.00", customer=customer)
    book, row = stage.sandbox.state.platform, stage.books.invoices[invoice]
    stranger = book.add_customer({"name": "Granite Gym", "email": "gym@granite.example"})
    made = book.add_invoice(stranger.id, "USD", row.due_on, [Item("Work", 10_000, 1)])
    made.number = row.number
    stage.sync()
    payment = stage.pay_copy(made.id)
    for _ in range(2):
        stage.hourly()
    assert stage.recorded(invoice) == []
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("payment_held", f"pay_{payment}")
    assert "Blue Heron Dental" in item.message
    assert "Granite Gym" in item.message
    if by_hand:
        stage.cheque(invoice, "100.00")
    else:
        stage.books.clients[customer].fields["organization"] = "Granite Gym"
        stage.edit(invoice, notes="their new name")
        stage.control("edit", kind="client", id=str(customer), bus_phone="555")
    stage.sync(full=True)
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []
