"""What long sequences of changes brought to light, each told in its shortest form."""

from __future__ import annotations

from fbrecon.sandbox.freshbooks_rows import ACTIVE, InvoiceRow
from fbrecon.sandbox.platform_book import InvoiceRow as Copy
from tests.faults.model import list_disagreements
from tests.faults.world import World


def billed(world: World, amount: str = "100.00", currency: str = "USD") -> InvoiceRow:
    """An invoice that a sync has put on the platform."""
    client = world.control("create", kind="client", organization="Kestrel", currency_code=currency)
    made = world.control("create", kind="invoice", customerid=client["id"], amount=amount)
    world.sync()
    return world.books.invoices[int(made["id"])]


def copy_of(world: World, invoice: InvoiceRow) -> Copy:
    """The copy that asks for it."""
    (copy,) = [copy for copy in world.copies_of(invoice) if not copy.archived]
    return copy


def paid(world: World, **how: object) -> tuple[InvoiceRow, str]:
    """An invoice and the payment that its customer has just made."""
    invoice = billed(world)
    return invoice, world.control("pay", invoice=copy_of(world, invoice).id, **how)["payment_id"]


def recorded(world: World, invoice: InvoiceRow) -> list[int]:
    """Its live payments in the books."""
    return [p.id for p in world.books.list_payments_of(invoice.id) if p.vis_state == ACTIVE]


def kinds(world: World) -> list[str]:
    """What needs a person; and whatever it is, all sides agree or are named."""
    assert list_disagreements(world) == []
    return sorted(item["kind"] for item in world.attention())


def test_an_open_invoice_whose_copy_somebody_archived_is_asked_about_and_put_there_again(
    world: World,
) -> None:
    invoice = billed(world)
    world.control("archive", kind="platform_invoice", id=copy_of(world, invoice).id)
    for _ in range(2):
        world.sync()
    assert len(world.copies_of(invoice)) == 1
    assert kinds(world) == ["write_held"]
    world.desk.approve(world.items()[0].id)
    world.control("edit", kind="invoice", id=invoice.id, amount="80.00")
    for _ in range(2):
        world.sync()
    assert copy_of(world, invoice).total_cents == 8_000
    assert kinds(world) == []


def test_nobody_is_asked_about_an_archived_copy_once_the_invoice_is_settled(world: World) -> None:
    invoice = billed(world)
    world.control("archive", kind="platform_invoice", id=copy_of(world, invoice).id)
    world.sync()
    cheque = world.control("book_payment", invoice=invoice.id, amount="100.00")
    world.sync()
    assert kinds(world) == []
    world.control("delete", kind="payment", id=cheque["id"])
    world.sync()
    assert kinds(world) == ["write_held"]
    assert len(world.copies_of(invoice)) == 1


def test_a_recorded_payment_that_was_deleted_in_the_books_is_named_until_it_is_there_again(
    world: World,
) -> None:
    invoice, _ = paid(world)
    world.sync()
    (number,) = recorded(world, invoice)
    world.control("delete", kind="payment", id=number)
    world.sync(full=True)
    assert "payment_deleted" in kinds(world)
    assert recorded(world, invoice) == []
    world.control("restore", kind="payment", id=number)
    world.sync()
    assert kinds(world) == []


def test_a_payment_refunded_in_part_before_it_was_recorded_is_for_a_person(world: World) -> None:
    invoice, payment = paid(world)
    world.control("refund", payment_id=payment, amount="40.00")
    world.sync()
    assert recorded(world, invoice) == []
    assert kinds(world) == ["payment_held"]


def test_a_waiting_payment_that_goes_back_needs_nobody(world: World) -> None:
    world.desk.change_setting("auto_post", "off")
    invoice, payment = paid(world)
    world.sync()
    assert kinds(world) == ["payment_waits"]
    world.control("return", payment_id=payment)
    world.sync(full=True)
    assert kinds(world) == []
    assert recorded(world, invoice) == []


def test_a_payment_held_for_a_word_goes_on_once_the_word_is_explained(world: World) -> None:
    world.desk.change_setting("auto_post", "off")
    invoice, payment = paid(world)
    world.sync()
    world.control("edit", kind="platform_payment", id=payment, status="ps_mystery")
    world.sync()
    assert kinds(world) == ["payment_held", "unknown_word"]
    (word,) = [item for item in world.items() if item.kind == "unknown_word"]
    world.desk.answer_word(word.id, "succeeded")
    world.desk.change_setting("auto_post", "certain")
    world.sync()
    assert len(recorded(world, invoice)) == 1
    assert kinds(world) == []


def test_a_recorded_payment_that_the_platform_calls_pending_again_is_named(world: World) -> None:
    _, payment = paid(world)
    world.sync()
    world.control("edit", kind="platform_payment", id=payment, status="processing")
    world.sync()
    assert [item["kind"] for item in world.attention()] == ["payment_failed_after_posting"]


def hosted(world: World, invoice: InvoiceRow, amount: str) -> Copy:
    """The platform's own link puts an invoice there, for a customer of the same name."""
    name = world.books.clients[invoice.customer_id].display_name
    customer = world.control("create", kind="platform_customer", name=name)["id"]
    made = world.control(
        "create",
        kind="platform_invoice",
        customer_id=customer,
        amount=amount,
        invoice_number=invoice.number,
    )
    world.hosted[made["id"]] = invoice.id
    return world.platform.invoices[made["id"]]


def test_a_copy_of_the_hosted_link_that_was_overtaken_before_we_saw_it_gets_no_second_beside_it(
    world: World,
) -> None:
    client = world.control("create", kind="client", organization="Kestrel")
    made = world.control("create", kind="invoice", customerid=client["id"], amount="60.00")
    invoice = world.books.invoices[int(made["id"])]
    copy = hosted(world, invoice, "50.00")
    world.sync()
    assert world.copies_of(invoice) == [copy]
    assert kinds(world) == ["archive_there"]
    world.control("pay", invoice=copy.id)
    world.sync()
    assert len(recorded(world, invoice)) == 1
    assert kinds(world) == ["frozen_differs"]


def test_an_invoice_that_is_disputed_after_the_yes_is_not_put_there(world: World) -> None:
    invoice = billed(world)
    world.control("archive", kind="platform_invoice", id=copy_of(world, invoice).id)
    world.sync()
    world.desk.approve(world.items()[0].id)
    world.control("edit", kind="invoice", id=invoice.id, disputed=True)
    world.sync()
    assert len(world.copies_of(invoice)) == 1
    world.control("edit", kind="invoice", id=invoice.id, disputed=False)
    world.sync()
    assert kinds(world) == ["write_held"]


def test_a_payment_that_was_charged_back_while_it_waited_for_approval_is_not_recorded(
    world: World,
) -> None:
    world.desk.change_setting("auto_post", "off")
    invoice, payment = paid(world)
    world.sync()
    world.advance(5 * 86_400)
    world.sync()  # the daily reading of older payments is done for today
    world.control("return", payment_id=payment, kind="chargeback")
    world.desk.approve(f"pay_{payment}")
    world.sync("payments")
    assert recorded(world, invoice) == []
    world.sync("payments")
    assert [item["kind"] for item in world.attention()] == []


def test_what_was_approved_a_moment_ago_is_asked_about_also_where_only_the_books_are_read(
    world: World,
) -> None:
    world.desk.change_setting("auto_post", "off")
    invoice, payment = paid(world)
    world.sync()
    world.control("return", payment_id=payment)
    world.desk.approve(f"pay_{payment}")
    world.sync("invoices", "customers", "lines", "accounts")
    assert recorded(world, invoice) == []


def test_an_equal_cheque_that_a_person_told_apart_is_never_taken_for_the_payment(
    world: World,
) -> None:
    invoice, payment = paid(world, amount="40.00")
    world.control("book_payment", invoice=invoice.id, amount="40.00")
    world.sync()
    assert kinds(world) == ["payment_held"]
    world.desk.approve(f"pay_{payment}")
    world.sync()
    _, ours = recorded(world, invoice)
    world.control("delete", kind="payment", id=ours)
    world.sync()
    assert world.stores.decisions.matches() == []
    assert "payment_deleted" in kinds(world)


def test_a_payment_that_is_restored_beside_the_one_typed_in_for_it_is_named(world: World) -> None:
    invoice, _ = paid(world, amount="40.00")
    world.sync()
    (ours,) = recorded(world, invoice)
    world.control("delete", kind="payment", id=ours)
    world.sync()
    world.control("book_payment", invoice=invoice.id, amount="40.00")
    world.sync()
    assert kinds(world) == []
    world.control("restore", kind="payment", id=ours)
    world.sync()
    assert "payment_doubled" in kinds(world)


def test_a_copy_is_not_replaced_for_a_payment_deleted_since_the_payments_were_read(
    world: World,
) -> None:
    invoice, _ = paid(world, amount="40.00")
    world.sync()
    (ours,) = recorded(world, invoice)
    world.control("delete", kind="payment", id=ours)
    world.sync("invoices", "customers", "lines", "accounts")
    assert len(world.copies_of(invoice)) == 1
    world.sync()
    assert len(world.copies_of(invoice)) == 1
    assert "payment_deleted" in kinds(world)


def test_what_is_owed_again_after_a_refund_in_part_is_asked_about_once_its_copy_is_archived(
    world: World,
) -> None:
    invoice, payment = paid(world)
    world.sync()
    (ours,) = recorded(world, invoice)
    world.control("refund", payment_id=payment, amount="40.00")
    world.sync()
    assert kinds(world) == ["payment_failed_after_posting"]
    world.control("edit", kind="payment", id=ours, amount="60.00")
    world.sync()
    assert kinds(world) == []  # the platform asks for the other 40.00 itself
    world.control("archive", kind="platform_invoice", id=copy_of(world, invoice).id)
    world.sync()
    assert kinds(world) == ["write_held"]
    world.desk.approve(world.items()[0].id)
    world.sync()
    assert copy_of(world, invoice).total_cents == 4_000
    assert kinds(world) == []
