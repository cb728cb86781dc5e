"""What people do in the books, one small act at a time.

Each act takes the world and two small numbers: `pick` chooses what it happens to, `much` how. An
act that cannot happen now (nothing to pay, nothing to delete) does nothing: any list of acts can
be replayed, also with some of them left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from fbrecon.sandbox.amounts import digits_of, to_text
from fbrecon.sandbox.freshbooks_rows import ACTIVE, DELETED, ClientRow, InvoiceRow
from fbrecon.sandbox.freshbooks_rows import PaymentRow as BookPayment
from tests.faults.world import World

T = TypeVar("T")
Act = Callable[[World, int, int], None]

CURRENCIES = ("USD", "CAD", "JPY", "KWD", "USD")  # of the customers, in their order
COST = (125, 1, 4_000, 33, 99_999, 250, 10, 7_019)  # whole units or cents of the currency


def begin(world: World) -> None:
    """Customers in currencies of 0, 2 and 3 digits, and an invoice for each."""
    for number, currency in enumerate(CURRENCIES):
        world.control(
            "create",
            kind="client",
            organization=f"Customer {number}",
            email=f"c{number}@customer.example",
            currency_code=currency,
        )
    for number in range(len(CURRENCIES)):
        bill(world, number, 2)
    world.sync()


def one_of(rows: Sequence[T], pick: int) -> T | None:
    """One of the newest rows: what happened lately is where things go wrong."""
    return rows[-1 - pick % len(rows)] if rows else None


def sum_of(currency: str, much: int) -> str:
    return to_text(COST[much % len(COST)] * (100 if much % 3 else 1), currency)


def lines_of(currency: str, much: int) -> list[dict[str, object]]:
    """One to three lines; some with tax, of two kinds, some with a negative line."""
    count = 1 + much % 3
    lines: list[dict[str, object]] = []
    for place in range(count):
        cost = {"amount": to_text(COST[(much + place) % len(COST)] * 100, currency)}
        line: dict[str, object] = {"name": f"Work {place}", "unit_cost": cost, "qty": 1 + place}
        if much % 2 and place == 0:
            line |= {"taxName1": "Tax", "taxAmount1": "5.5"}
        if much % 5 == 4 and place:
            line |= {"unit_cost": {"amount": to_text(-100, currency)}, "name": "Allowance"}
        lines.append(line)
    return lines


def _client(world: World, pick: int) -> ClientRow:
    clients = list(world.books.clients.values())
    return clients[pick % len(clients)]


def _invoice(world: World, pick: int) -> InvoiceRow | None:
    return one_of(list(world.books.invoices.values()), pick)


def bill(world: World, pick: int, much: int) -> None:
    client = _client(world, pick)
    world.control(
        "create",
        kind="invoice",
        customerid=client.id,
        lines=lines_of(client.currency, much),
        discount_value=10 if much == 6 else 0,
        due_offset_days=much * 7,
        sent=much != 7,
    )


def new_customer(world: World, pick: int, much: int) -> None:
    number = len(world.books.clients)
    currency = CURRENCIES[much % len(CURRENCIES)]
    world.control(
        "create", kind="client", organization=f"Customer {number}", currency_code=currency
    )
    bill(world, number, pick)


def edit_sum(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick)
    if invoice is not None:
        amount = sum_of(invoice.currency, much)
        world.control("edit", kind="invoice", id=invoice.id, amount=amount)


def edit_lines(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick)
    if invoice is not None:
        lines = lines_of(invoice.currency, much)
        world.control("edit", kind="invoice", id=invoice.id, lines=lines)


def edit_due(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick)
    if invoice is not None:
        world.control("edit", kind="invoice", id=invoice.id, due_offset_days=much * 5)


def edit_currency(world: World, pick: int, much: int) -> None:
    """Only while nothing was ever paid: FreshBooks allows no other."""
    invoice = _invoice(world, pick)
    if invoice is not None and not world.books.list_payments_of(invoice.id):
        code = CURRENCIES[much % len(CURRENCIES)]
        lines = lines_of(code, much)
        world.control("edit", kind="invoice", id=invoice.id, currency_code=code, lines=lines)


def renumber(world: World, pick: int, much: int) -> None:
    """Another number, one that no invoice ever had.

    Never before we saw the hosted link's copy: nothing could tell then whose it is.
    """
    invoice = _invoice(world, pick)
    if invoice is not None and invoice.id not in world.hosted.values():
        world.former_numbers[invoice.number] = invoice.id
        number = f"R{len(world.former_numbers)}-{much}"
        world.control("edit", kind="invoice", id=invoice.id, invoice_number=number)


def edit_customer(world: World, pick: int, much: int) -> None:
    client = _client(world, pick)
    world.control("edit", kind="client", id=client.id, organization=f"Renamed {much}")


def put_away_customer(world: World, pick: int, much: int) -> None:
    client = _client(world, pick)
    world.control(("archive", "restore", "delete")[much % 3], kind="client", id=client.id)


def book_by_hand(world: World, pick: int, much: int) -> None:
    """A cheque over all of it, a part of it, or more than is owed."""
    invoice = _invoice(world, pick)
    if invoice is None or invoice.outstanding_minor <= 0:
        return
    minor = max(1, (invoice.outstanding_minor * (1, 1, 2, 3)[much % 4]) // (1, 2, 3, 2)[much % 4])
    amount = to_text(minor, invoice.currency)
    world.control("book_payment", invoice=invoice.id, amount=amount, type="Check")


def book_what_was_collected(world: World, pick: int, much: int) -> None:
    """The bookkeeper types in a payment of the platform before the program records it."""
    payment = one_of(list(world.platform.payments.values()), pick)
    invoice = None if payment is None else world.paid_for(payment)
    if payment is None or invoice is None or payment.sub_total_cents > invoice.outstanding_minor:
        return
    day = (world.clock.now() - timedelta(days=much % 3)).date().isoformat()
    amount = to_text(payment.sub_total_cents, invoice.currency)
    world.control("book_payment", invoice=invoice.id, amount=amount, type="Other", date=day)


def give_credit(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick)
    if invoice is not None and invoice.outstanding_minor > 0:
        minor = max(1, invoice.outstanding_minor // (1 + much % 3))
        world.control("credit", invoice=invoice.id, amount=to_text(minor, invoice.currency))


def delete_invoice(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick + much)
    if invoice is not None:
        world.control("delete", kind="invoice", id=invoice.id)


def archive_invoice(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick + much)
    if invoice is not None:
        world.control("archive", kind="invoice", id=invoice.id)


def restore_invoice(world: World, pick: int, much: int) -> None:
    away = [row for row in world.books.invoices.values() if row.vis_state != ACTIVE]
    invoice = one_of(away, pick + much)
    if invoice is not None:
        world.control("restore", kind="invoice", id=invoice.id)


def dispute(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick)
    if invoice is not None:
        world.control("edit", kind="invoice", id=invoice.id, disputed=much % 2 == 0)


def draft_or_send(world: World, pick: int, much: int) -> None:
    invoice = _invoice(world, pick)
    if invoice is not None:
        world.control("edit", kind="invoice", id=invoice.id, sent=much % 2 == 1)


def _book_payment(world: World, pick: int, *, deleted: bool) -> BookPayment | None:
    rows = [p for p in world.books.payments.values() if (p.vis_state == DELETED) is deleted]
    return one_of([p for p in rows if p.invoice_id is not None], pick)


def delete_book_payment(world: World, pick: int, much: int) -> None:
    row = _book_payment(world, pick + much, deleted=False)
    if row is not None:
        world.control("delete", kind="payment", id=row.id)


def restore_book_payment(world: World, pick: int, much: int) -> None:
    row = _book_payment(world, pick + much, deleted=True)
    invoice = None if row is None else world.books.invoices.get(row.invoice_id or 0)
    if row is not None and invoice is not None and row.amount_minor <= invoice.outstanding_minor:
        world.control("restore", kind="payment", id=row.id)


def edit_book_payment(world: World, pick: int, much: int) -> None:
    row = _book_payment(world, pick, deleted=False)
    if row is None or row.amount_minor < 2:
        return
    if much % 2:
        day = (row.paid_on + timedelta(days=much)).isoformat()
        world.control("edit", kind="payment", id=row.id, date=day)
    else:
        amount = to_text(row.amount_minor // 2, row.currency)
        world.control("edit", kind="payment", id=row.id, amount=amount)


IN_THE_BOOKS: dict[str, Act] = {
    act.__name__: act
    for act in (
        bill,
        new_customer,
        edit_sum,
        edit_lines,
        edit_due,
        edit_currency,
        renumber,
        edit_customer,
        put_away_customer,
        book_by_hand,
        book_what_was_collected,
        give_credit,
        delete_invoice,
        archive_invoice,
        restore_invoice,
        dispute,
        draft_or_send,
        delete_book_payment,
        restore_book_payment,
        edit_book_payment,
    )
}
assert {digits_of(currency) for currency in CURRENCIES} == {0, 2, 3}
