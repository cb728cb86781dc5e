"""What becomes of a copy on the platform when its invoice changes in the books."""

from __future__ import annotations

from typing import Any

import pytest

from fbrecon.sandbox.platform_book import Item
from tests.rules.conftest import SetStage
from tests.rules.stage import Stage


def hosted_copy(stage: Stage, invoice: int, amount: int | None = None) -> str:
    """What the platform's own link puts there: the number, the customer, the sum, no marker."""
    book, row = stage.sandbox.state.platform, stage.books.invoices[invoice]
    client = stage.books.clients[row.customer_id]
    known = [
        c for c in book.customers.values() if c.fields.get("external_id") == f"hosted-{client.id}"
    ]
    customer = (
        known[0]
        if known
        else book.add_customer(
            {
                "name": client.display_name,
                "email": client.fields.get("email"),
                "external_id": f"hosted-{client.id}",
            }
        )
    )
    cents = row.total_minor if amount is None else amount
    made = book.add_invoice(customer.id, row.currency, row.due_on, [Item("Work", cents, 1)])
    made.number = row.number
    return made.id


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"amount": "125.00"}, "125.00"),
        ({"due_date": "2026-05-01"}, "100.00"),
        (
            {
                "lines": [
                    {"name": "Other", "unit_cost": {"amount": "70.00"}},
                    {"name": "Work", "unit_cost": {"amount": "30.00"}},
                ]
            },
            "100.00",
        ),
    ],
    ids=["sum", "due date", "lines"],
)
def test_a_change_of_an_unpaid_invoice_in_the_books_reaches_the_platform(
    stage: Stage, change: dict[str, Any], asked: str
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    old = stage.copy(invoice)
    stage.edit(invoice, **change)
    assert stage.hourly().pushed == {"customers": 0, "invoices": 0, "replaced": 1}
    new = stage.copy(invoice)
    assert new["id"] != old["id"]
    assert str(new["total"]) == asked
    assert new["due_date"] == change.get("due_date", old["due_date"])
    assert len(new["line_items"]) == len(change.get("lines", [1]))
    assert stage.hourly().pushed["replaced"] == 0
    assert stage.kinds() == []
    assert stage.row(invoice).platform_invoice_id == new["id"]


def test_our_own_posting_replaces_nothing(stage: Stage) -> None:
    invoice = stage.invoice("60.00", "40.00")
    stage.sync()
    copy = stage.copy(invoice)
    stage.pay(invoice, "40.00")
    for _ in range(3):
        assert stage.hourly().pushed["replaced"] == 0
    assert stage.recorded(invoice) == ["40.00"]
    assert stage.copy(invoice)["id"] == copy["id"]


@pytest.mark.parametrize("ending", ["fail", "succeed"])
def test_nothing_is_replaced_while_a_payment_is_under_way(stage: Stage, ending: str) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    old = stage.copy(invoice)
    payment = stage.pay(invoice, "30.00", status="processing", method="ach")
    stage.edit(invoice, amount="150.00")
    for _ in range(2):
        assert stage.hourly().pushed["replaced"] == 0
    assert stage.copy(invoice)["id"] == old["id"]
    assert "under way" in stage.desk.invoice_detail(invoice).on_platform
    stage.control(ending, payment_id=payment)
    stage.hourly()
    stage.hourly()
    assert stage.asked(invoice) == ["150.00" if ending == "fail" else "120.00"]
    assert stage.recorded(invoice) == ([] if ending == "fail" else ["30.00"])
    assert stage.kinds() == []


def test_partial_payments_and_credits_in_the_books_lower_what_the_platform_asks_for(
    stage: Stage,
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.cheque(invoice, "25.00")
    stage.hourly()
    assert stage.asked(invoice) == ["75.00"]
    stage.cheque(invoice, "15.00", type="Credit")
    stage.hourly()
    assert stage.asked(invoice) == ["60.00"]
    stage.pay(invoice)
    stage.hourly()
    assert sorted(stage.recorded(invoice)) == ["15.00", "25.00", "60.00"]
    assert stage.row(invoice).status == "paid"


def test_settled_in_full_by_a_cheque_our_copy_is_archived_and_made_anew_if_it_reopens(
    stage: Stage,
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    cheque = stage.cheque(invoice, "100.00")
    stage.hourly()
    assert stage.copies(invoice) == []
    assert stage.kinds() == []
    stage.delete_payment(cheque)
    stage.hourly()
    assert stage.asked(invoice) == ["100.00"]


@pytest.mark.parametrize(
    ("there", "back"),
    [({"sent": False}, {"sent": True}), ({"disputed": True}, {"disputed": False})],
)
def test_a_draft_or_disputed_invoice_loses_our_copy_and_gets_it_back(
    stage: Stage, there: dict[str, bool], back: dict[str, bool]
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.edit(invoice, **there)
    stage.hourly()
    assert stage.copies(invoice) == []
    stage.edit(invoice, **back)
    stage.hourly()
    assert stage.asked(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_anothers_copy_of_a_settled_invoice_is_marked_paid_there_and_the_question_closes(
    stage: Stage,
) -> None:
    invoice = stage.invoice("100.00")
    theirs = hosted_copy(stage, invoice)
    stage.sync()
    stage.cheque(invoice, "100.00")
    stage.hourly()
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("mark_paid_there", f"inv_{invoice}")
    assert stage.copy(invoice)["id"] == theirs, "fbrecon leaves the copies of others alone"
    # Days later somebody marks it in the dashboard.
    stage.advance(days=6)
    stage.pay_copy(theirs, dashboard=True)
    stage.hourly()
    assert stage.kinds() == []
    assert stage.recorded(invoice) == ["100.00"]


@pytest.mark.parametrize("change", [{"disputed": True}, {"sent": False}, {"amount": "90.00"}])
def test_anothers_copy_that_the_books_overtook_is_asked_about(
    stage: Stage, change: dict[str, Any]
) -> None:
    invoice = stage.invoice("100.00")
    theirs = hosted_copy(stage, invoice)
    stage.sync()
    stage.edit(invoice, **change)
    stage.hourly()
    (item,) = stage.attention()
    assert item.kind == "archive_there"
    assert stage.copies(invoice)[0]["id"] == theirs
    stage.control("archive", kind="platform_invoice", id=theirs)
    stage.hourly()
    assert stage.kinds() == []
    # What is open is collected again, now by a copy of ours.
    assert stage.asked(invoice) == (["90.00"] if "amount" in change else [])


def test_deleted_in_the_books_archives_nothing_and_an_item_says_archive_it_there(
    stage: Stage,
) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    copy = stage.copy(invoice)
    stage.control("delete", kind="invoice", id=str(invoice))
    stage.sync(full=True)
    assert stage.copy(invoice)["id"] == copy["id"]
    (item,) = stage.attention()
    assert item.kind == "archive_there"
    assert "deleted" in item.message
    assert item.link
    stage.control("archive", kind="platform_invoice", id=copy["id"])
    stage.hourly()
    assert stage.kinds() == []


def test_archiving_invoices_and_customers_does_not_sync(stage: Stage) -> None:
    customer = stage.customer()
    invoice = stage.invoice("100.00", customer=customer)
    stage.sync()
    before = stage.writes()
    stage.advance(60)
    stage.control("archive", kind="invoice", id=str(invoice))
    stage.control("archive", kind="client", id=str(customer))
    stage.hourly()
    assert stage.asked(invoice) == ["100.00"]
    assert stage.writes() == before
    assert stage.row(invoice).visibility == "archived"
    assert "archiv" in stage.desk.invoice_detail(invoice).on_platform.casefold()


def test_a_change_on_the_platform_never_reaches_the_books(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    before = stage.state()["freshbooks"]
    row = stage.sandbox.state.platform.invoices[stage.copy(invoice)["id"]]
    row.items = [Item(row.items[0].description, 4_000, 1)]
    customer = stage.sandbox.state.platform.customers[row.customer_id]
    customer.fields["name"] = "Somebody else"
    stage.hourly()
    after = stage.state()["freshbooks"]
    assert after == before
    # The copy asks for something else than the books: it is put right, there.
    assert stage.asked(invoice) == ["100.00"]


def test_a_copy_archived_by_hand_stays_archived_and_the_invoice_says_so(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.control("archive", kind="platform_invoice", id=stage.copy(invoice)["id"])
    for _ in range(2):
        stage.hourly()
    assert stage.copies(invoice) == []
    assert stage.row(invoice).platform == "archived"
    assert "by hand" in stage.desk.invoice_detail(invoice).on_platform


def test_a_copy_brought_back_beside_its_replacement_becomes_an_item(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    old = stage.copy(invoice)["id"]
    stage.edit(invoice, amount="120.00")
    stage.hourly()
    new = stage.copy(invoice)["id"]
    stage.control("restore", kind="platform_invoice", id=old)
    before = stage.writes()
    for _ in range(2):
        stage.hourly()
    assert stage.writes() == before, "what a person brought back is theirs to put away"
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("asked_twice", f"inv_{invoice}")
    assert "100.00 USD" in item.message
    assert "120.00 USD" in item.message
    stage.control("archive", kind="platform_invoice", id=old)
    stage.hourly()
    assert stage.kinds() == []
    assert stage.copy(invoice)["id"] == new


def test_a_copy_of_the_hosted_link_beside_ours_becomes_an_item(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    theirs = hosted_copy(stage, invoice)
    stage.hourly()
    (item,) = stage.attention()
    assert item.kind == "asked_twice"
    stage.control("archive", kind="platform_invoice", id=theirs)
    stage.hourly()
    assert stage.kinds() == []


def test_a_copy_brought_back_alone_that_is_wrong_by_now_becomes_an_item(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    old = stage.copy(invoice)["id"]
    cheque = stage.cheque(invoice, "100.00")
    stage.hourly()
    stage.control("restore", kind="platform_invoice", id=old)
    for _ in range(2):
        stage.hourly()
    (item,) = stage.attention()
    assert item.kind == "archive_there"
    assert "brought it back" in item.message
    stage.delete_payment(cheque)
    stage.hourly()
    assert stage.kinds() == [], "it asks for what is outstanding again"
    assert stage.copy(invoice)["id"] == old


def test_while_reading_only_nothing_is_replaced(set_stage: SetStage) -> None:
    stage = set_stage()
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.desk.change_setting("mode", "read")
    before = stage.writes()
    stage.edit(invoice, amount="120.00")
    stage.hourly()
    assert stage.writes() == before
    assert "only reads" in stage.desk.invoice_detail(invoice).on_platform
