"""What people and banks do on the platform, one small act at a time; as in `acts`."""

from __future__ import annotations

from datetime import timedelta

from fbrecon.sandbox.amounts import to_text
from fbrecon.sandbox.platform_book import InvoiceRow as Copy
from fbrecon.sandbox.platform_book import PaymentRow
from tests.faults.acts import Act, one_of, sum_of
from tests.faults.world import World, may_be_collected

LATE_RETURN = timedelta(days=60)  # banks return no later than that


def _open_copy(world: World, pick: int) -> tuple[Copy, int] | None:
    """A copy that can be paid, and what it still takes."""
    due = [
        (copy, copy.total_cents - world.platform.paid_cents(copy.id, pending=True))
        for copy in world.platform.invoices.values()
        if not copy.archived
    ]
    return one_of([(copy, cents) for copy, cents in due if cents > 0], pick)


def pay(world: World, pick: int, much: int) -> None:
    """All or a part, by card or from a bank account, at once or still under way."""
    found = _open_copy(world, pick)
    if found is None:
        return
    copy, cents = found
    part = max(1, cents // (1, 2, 1, 3)[much % 4])
    how = {
        0: {"method": "card"},
        1: {"method": "ach", "status": "processing"},
        2: {"method": "card", "fee_paid_by": "customer"},
        3: {"method": "ach"},
        4: {"method": "card", "fee": "1.00", "fee_paid_by": "merchant"},
        5: {"method": "card", "status": "processing"},
        6: {"method": "ach", "fee": "0.50", "fee_paid_by": "customer"},
        7: {"method": "wallet"},
    }[much % 8]
    world.control("pay", invoice=copy.id, amount=to_text(part, "USD"), **how)


def mark_paid_there(world: World, pick: int, much: int) -> None:
    found = _open_copy(world, pick + much)
    if found is not None:
        world.control("pay", invoice=found[0].id, dashboard=True)


def _payment(world: World, pick: int, *states: str) -> PaymentRow | None:
    young = world.clock.now() - LATE_RETURN
    rows = [
        row
        for row in world.platform.payments.values()
        if row.state in states and row.created_at >= young and row.method is not None
    ]
    return one_of(rows, pick)


def arrive(world: World, pick: int, much: int) -> None:
    row = _payment(world, pick + much, "processing")
    if row is not None:
        world.control("succeed", payment_id=row.id)


def fail(world: World, pick: int, much: int) -> None:
    row = _payment(world, pick, *(("processing",) if much % 2 else ("succeeded", "processing")))
    if row is not None and row.payout_id is None:
        world.control("fail", payment_id=row.id)


def send_back(world: World, pick: int, much: int) -> None:
    row = _payment(world, pick, "succeeded")
    if row is not None:
        kind = ("return", "chargeback")[much % 2]
        world.control("return", payment_id=row.id, kind=kind)


def refund(world: World, pick: int, much: int) -> None:
    row = _payment(world, pick, "succeeded", "partially_refunded")
    if row is not None:
        left = row.sub_total_cents - row.refunded_cents
        cents = left if much % 2 else max(1, left // 2)
        world.control("refund", payment_id=row.id, amount=to_text(cents, "USD"))


def archive_there(world: World, pick: int, much: int) -> None:
    """Somebody archives an invoice in the dashboard, where no payment is under way."""
    rows = [
        row
        for row in world.platform.invoices.values()
        if not row.archived
        and all(p.state != "processing" for p in world.platform.payments_of(row.id))
    ]
    row = one_of(rows, pick + much)
    if row is not None:
        world.control("archive", kind="platform_invoice", id=row.id)


def make_there(world: World, pick: int, much: int) -> None:
    """An invoice that is in no books, and sometimes its payment at once."""
    customers = list(world.platform.customers.values())
    customer = one_of(customers, pick)
    if customer is None:
        customer_id = world.control("create", kind="platform_customer", name="Walk-in")["id"]
    else:
        customer_id = customer.id
    amount = sum_of("USD", much)
    made = world.control("create", kind="platform_invoice", customer_id=customer_id, amount=amount)
    world.made_there.add(made["id"])
    if much % 2:
        world.control("pay", invoice=made["id"])


def hosted_copy(world: World, pick: int, much: int) -> None:
    """The platform's own FreshBooks link, still on, is quicker with a new invoice than we are."""
    missing = [
        row
        for row in world.books.invoices.values()
        if may_be_collected(row) and row.paid_minor == 0 and not world.copies_of(row)
    ]
    invoice = one_of(missing, pick + much)
    if invoice is None:
        return
    name = world.books.clients[invoice.customer_id].display_name
    customer = world.control("create", kind="platform_customer", name=name)
    made = world.control(
        "create",
        kind="platform_invoice",
        customer_id=customer["id"],
        amount=to_text(invoice.total_minor, invoice.currency),
        currency=invoice.currency,
        due_date=invoice.due_on.isoformat(),
        invoice_number=invoice.number,
    )
    world.hosted[made["id"]] = invoice.id


def pay_out(world: World, pick: int, much: int) -> None:
    if world.platform.unpaid_out() or world.platform.pending_lines:
        status = ("succeeded", "processing", "succeeded", "scheduled")[(pick + much) % 4]
        world.control("payout", status=status)


def change_payout(world: World, pick: int, much: int) -> None:
    payout = one_of(list(world.platform.payouts.values()), pick)
    if payout is not None:
        status = ("succeeded", "failed", "analyzing")[much % 3]
        world.control("edit", kind="platform_payout", id=payout.id, status=status)


def unknown_word(world: World, pick: int, much: int) -> None:
    """The platform begins, or ceases, to call a payment something new."""
    row = _payment(world, pick, "succeeded", "processing", "failed")
    if row is not None:
        word = ("settling_soon", None, "ps_mystery")[much % 3]
        world.control("edit", kind="platform_payment", id=row.id, status=word)


ON_THE_PLATFORM: dict[str, Act] = {
    act.__name__: act
    for act in (
        pay,
        mark_paid_there,
        arrive,
        fail,
        send_back,
        refund,
        archive_there,
        make_there,
        hosted_copy,
        pay_out,
        change_payout,
        unknown_word,
    )
}
