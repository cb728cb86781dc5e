"""Invoices, lines and customers go from the books to the platform; what must not go does not."""

from __future__ import annotations

import json

import pytest

from fbrecon.app.views import Mode
from fbrecon.domain.posting import WriteKind, list_markers
from fbrecon.sandbox.platform_book import Item
from tests.rules.conftest import SetStage
from tests.rules.stage import Stage


def described(copy: dict[str, object]) -> list[str]:
    return [line["description"] for line in copy["line_items"]]  # type: ignore[attr-defined]


def summed(copy: dict[str, object]) -> list[str]:
    return [str(line["amount"]) for line in copy["line_items"]]  # type: ignore[attr-defined]


def test_invoice_details_lines_and_customers_reach_the_platform_hourly(stage: Stage) -> None:
    stage.sync()
    customer = stage.customer("Blue Heron Dental", "desk@heron.example")
    invoice = stage.invoice("60.00", "40.00", customer=customer, due_days=14)
    report = stage.hourly()
    assert report.pushed == {"customers": 1, "invoices": 1, "replaced": 0}
    copy = stage.copy(invoice)
    (there,) = stage.state()["platform"]["customers"]
    assert (there["name"], there["email"]) == ("Blue Heron Dental", "desk@heron.example")
    assert there["external_id"] == f"freshbooks-{stage.books.account_id}-{customer}"
    assert copy["customer_id"] == there["id"]
    assert (str(copy["total"]), copy["currency"]) == ("100.00", "USD")
    assert copy["due_date"] == "2026-03-16"
    assert stage.row(invoice).platform_invoice_id == copy["id"]
    assert stage.hourly().pushed == {"customers": 0, "invoices": 0, "replaced": 0}


def test_what_is_put_there_is_lines_of_quantity_1_then_tax_discount_and_already_paid(
    stage: Stage,
) -> None:
    invoice = stage.invoice("80.00", "120.00", tax="13", discount="10")
    stage.cheque(invoice, "3.40")
    stage.sync()
    copy = stage.copy(invoice)
    assert summed(copy) == ["80.00", "120.00", "23.40", "-20.00", "-3.40"]
    assert described(copy)[1:] == ["Work 2", "Tax", "Discount", "Already paid"]
    assert {line["quantity"] for line in copy["line_items"]} == {1}
    assert str(copy["total"]) == "200.00"


def test_number_and_marker_stand_in_the_first_line(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    first = described(stage.copy(invoice))[0]
    (intent,) = stage.intents(WriteKind.PLATFORM_INVOICE)
    assert first.startswith(f"Invoice {stage.books.invoices[invoice].number}: ")
    assert list_markers(first) == [intent.marker]


def test_where_a_negative_line_is_refused_there_is_one_line_of_what_is_outstanding(
    set_stage: SetStage,
) -> None:
    stage = set_stage(refuse_negative_lines=True)
    invoice = stage.invoice("100.00", "50.00")
    stage.cheque(invoice, "25.00")
    stage.sync()
    stage.sync()
    copy = stage.copy(invoice)
    assert summed(copy) == ["125.00"]
    assert ", outstanding" in described(copy)[0]
    assert stage.kinds() == []


@pytest.mark.parametrize("dialect", ["a", "b"])
def test_sums_go_as_dollars_and_come_back_as_the_same_sum(
    set_stage: SetStage, dialect: str
) -> None:
    stage = set_stage(dialect=dialect)
    sums = ["0.01", "1.00", "12.34", "100.00", "1234.50", "99999.99"]
    invoices = [stage.invoice(amount) for amount in sums]
    stage.sync()
    assert [stage.asked(invoice) for invoice in invoices] == [[amount] for amount in sums]
    for invoice in invoices:
        stage.pay(invoice, method="ach")
    stage.sync()
    assert [stage.recorded(invoice) for invoice in invoices] == [[amount] for amount in sums]


@pytest.mark.parametrize(
    ("currency", "amount"), [("EUR", "100.00"), ("JPY", "12000"), ("KWD", "12.345")]
)
def test_a_currency_that_the_platform_does_not_list_is_mirrored_and_shown_as_not_collected_here(
    stage: Stage, currency: str, amount: str
) -> None:
    invoice = stage.invoice(amount, currency=currency)
    stage.sync()
    assert stage.copies(invoice) == []
    assert stage.writes() == []
    row = stage.row(invoice)
    assert (row.outstanding.to_decimal_string(), row.outstanding.currency) == (amount, currency)
    assert row.platform == "currency"
    assert currency in stage.desk.invoice_detail(invoice).on_platform


def test_both_of_the_platforms_currencies_are_put_there(stage: Stage) -> None:
    invoice = stage.invoice("75.10", currency="CAD")
    stage.sync()
    copy = stage.copy(invoice)
    assert (str(copy["total"]), copy["currency"]) == ("75.10", "CAD")


def test_drafts_disputed_deleted_and_zero_invoices_are_mirrored_and_not_put_there(
    stage: Stage,
) -> None:
    draft = stage.invoice("100.00", sent=False)
    disputed = stage.invoice("100.00")
    stage.edit(disputed, disputed=True)
    deleted = stage.invoice("100.00")
    stage.control("delete", kind="invoice", id=str(deleted))
    zero = stage.invoice("0.00")
    settled = stage.invoice("100.00")
    stage.cheque(settled, "100.00")
    stage.sync()
    stage.sync(full=True)
    assert stage.state()["platform"]["invoices"] == []
    assert stage.writes() == []
    shown = [stage.row(i) for i in (draft, disputed, deleted, zero, settled)]
    assert [row.status for row in shown] == ["draft", "disputed", "open", "paid", "paid"]
    assert [row.visibility for row in shown] == ["active", "active", "deleted", "active", "active"]
    assert [row.platform for row in shown] == [""] * 5
    assert "draft" in stage.desk.invoice_detail(draft).on_platform.casefold()
    assert "disputed" in stage.desk.invoice_detail(disputed).on_platform.casefold()


def test_a_customer_is_known_by_its_external_id_and_adopted_when_already_there(
    stage: Stage,
) -> None:
    customer = stage.customer("Kestrel Freight")
    external_id = f"freshbooks-{stage.books.account_id}-{customer}"
    there = stage.sandbox.state.platform.add_customer(
        {"name": "Kestrel Freight", "external_id": external_id}
    )
    invoice = stage.invoice("100.00", customer=customer)
    assert stage.sync().pushed == {"customers": 0, "invoices": 1, "replaced": 0}
    assert stage.copy(invoice)["customer_id"] == there.id
    assert len(stage.state()["platform"]["customers"]) == 1


def test_a_customer_that_changes_in_the_books_cannot_be_changed_there_and_the_difference_shows(
    stage: Stage,
) -> None:
    customer = stage.customer("Kestrel Freight", "ap@kestrel.example")
    invoice = stage.invoice("100.00", customer=customer)
    stage.sync()
    stage.advance(60)
    stage.control("edit", kind="client", id=str(customer), organization="Kestrel Lines")
    before = stage.writes()
    stage.hourly()
    assert stage.writes() == before, "the platform has no call that changes a customer"
    assert stage.kinds() == [], "and nobody can do anything about it that a sync would notice"
    (row,) = stage.desk.list_customers()
    assert (row.name, row.platform_name) == ("Kestrel Lines", "Kestrel Freight")
    assert row.differs
    told = stage.desk.invoice_detail(invoice).on_platform
    assert "Kestrel Freight" in told
    # A further invoice goes to the same customer, whatever it is called there.
    second = stage.invoice("50.00", customer=customer)
    stage.hourly()
    assert stage.copy(second)["customer_id"] == stage.copy(invoice)["customer_id"]


def test_an_invoice_without_its_customer_waits_and_blocks_no_other(stage: Stage) -> None:
    orphan, other = stage.invoice("100.00"), stage.invoice("70.00")
    del stage.books.clients[stage.books.invoices[orphan].customer_id]
    stage.books.changed()
    stage.sync()
    assert stage.copies(orphan) == []
    assert stage.asked(other) == ["70.00"]
    (item,) = stage.attention("customer_missing")
    assert item.subject == f"inv_{orphan}"
    assert stage.books.invoices[orphan].number in item.message
    found = stage.customer("Found again")
    stage.edit(orphan, customerid=found)
    stage.hourly()
    assert stage.asked(orphan) == ["100.00"]
    assert stage.kinds() == []


def test_customers_and_invoices_made_on_the_platform_never_reach_the_books(stage: Stage) -> None:
    stage.sync()
    book = stage.sandbox.state.platform
    customer = book.add_customer({"name": "Walk-in", "email": "walk@in.example"})
    made = book.add_invoice(
        customer.id, "USD", stage.sandbox.state.clock.today(), [Item("Chairs", 4200, 1)]
    )
    payment = stage.pay_copy(made.id)
    for _ in range(2):
        stage.hourly()
    books = stage.state()["freshbooks"]
    assert (books["clients"], books["invoices"], books["payments"]) == ([], [], [])
    row = stage.payment(payment)
    assert row.amount is not None
    assert row.amount.minor == 4200
    assert "made on the platform" in row.reason
    counts = stage.desk.status().counts
    assert (counts["platform_only_invoices"], counts["platform_only_customers"]) == (1, 1)
    assert stage.kinds() == []


def test_money_on_the_wire_is_never_a_hundred_times_too_much(stage: Stage) -> None:
    """What leaves and what comes back is compared digit by digit at the service itself."""
    invoice = stage.invoice("1234.56", "0.44", currency="CAD", tax="13")
    stage.sync()
    row = stage.sandbox.state.platform.invoices[stage.copy(invoice)["id"]]
    assert [item.cents for item in row.items] == [123_456, 44, 16_055]
    (intent,) = stage.intents(WriteKind.PLATFORM_INVOICE)
    sent = json.loads(intent.body, parse_float=str, parse_int=str)
    assert [line["amount"] for line in sent["line_items"]] == ["1234.56", "0.44", "160.55"]
    assert {line["quantity"] for line in sent["line_items"]} == {"1"}
    stage.pay(invoice)
    stage.hourly()
    (payment,) = stage.intents()
    assert json.loads(payment.body)["payment"]["amount"] == {"amount": "1395.55", "code": "CAD"}
    assert stage.recorded(invoice) == ["1395.55"]


def test_an_invoice_that_was_deleted_since_it_was_read_is_not_put_there(
    set_stage: SetStage,
) -> None:
    stage = set_stage(Mode.READ)
    kept, deleted, changed = (stage.invoice(amount) for amount in ("100.00", "200.00", "300.00"))
    stage.sync()
    stage.advance(days=3)
    stage.sync()
    # A deletion does not count as a change in FreshBooks, so the next reading does not show it.
    stage.control("delete", kind="invoice", id=str(deleted))
    stage.desk.set_mode(Mode.WRITE)
    stage.hourly()
    assert (stage.asked(kept), stage.asked(deleted)) == (["100.00"], [])
    assert stage.asked(changed) == ["300.00"]
    stage.hourly()
    assert stage.copies(deleted, live=False) == []
    assert not any("put on the platform" in row.title for row in stage.attention())
