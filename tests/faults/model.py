"""The small model: when both services and the company file agree, and which items say why not.

It is written from the rules and knows nothing of how the program decides. It reads both services'
own rows, the company file's rows, and the items that a person would see. Every disagreement must
have a name: an open item about that payment or that invoice. One that somebody dismissed counts,
since the person knows; so does a payment that somebody refused to have recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from fbrecon.sandbox.amounts import to_text
from fbrecon.sandbox.freshbooks_rows import ACTIVE, ARCHIVED, DELETED, InvoiceRow
from fbrecon.sandbox.platform_book import PaymentRow
from tests.faults.promises import OURS, list_records
from tests.faults.world import World, may_be_collected

_VISIBILITY = {ACTIVE: "active", DELETED: "deleted", ARCHIVED: "archived"}
_COPY_STATES = {"open": "open", "partially_paid": "open", "paid": "paid", "archived": "archived"}
_PAYMENT_STATES = {
    "processing": "pending",
    "succeeded": "succeeded",
    "failed": "failed",
    "returned": "returned",
    "disputed": "disputed",
    "refunded": "refunded",
    "partially_refunded": "refunded_part",
    "canceled": "cancelled",
}


def list_disagreements(world: World) -> list[str]:
    """Everything on which the three sides differ without an item that says so."""
    return [*_mirror(world), *_payments(world), *_invoices(world), *_stale_items(world)]


# ---- the company file is what the services have


def _mirror(world: World) -> Iterator[str]:
    for what, here, there in (
        ("customers", _file(world, _CUSTOMERS), _customers(world)),
        ("invoices", _file(world, _INVOICES), _book_invoices(world)),
        ("lines", _file(world, _LINES), _lines(world)),
        ("payments in the books", _file(world, _BOOK_PAYMENTS), _book_payments(world)),
        ("copies", _file(world, _COPIES), _copies(world)),
        ("payments of the platform", _file(world, _PAYMENTS), _platform_payments(world)),
        ("payouts", _file(world, _PAYOUTS), _payouts(world)),
    ):
        for row in sorted(there - here, key=repr):
            yield f"{what}: the company file does not have {row}"
        for row in sorted(here - there, key=repr):
            yield f"{what}: only the company file has {row}"


_CUSTOMERS = "SELECT id, name, email, currency, visibility FROM customer"
_INVOICES = """SELECT id, number, customer_id, currency, total_minor, outstanding_minor, paid_minor,
    create_on, due_on, visibility, line_count FROM invoice"""
_LINES = "SELECT invoice_id, position, name, description, quantity, amount_minor FROM line"
_BOOK_PAYMENTS = """SELECT id, invoice_id, customer_id, currency, amount_minor, paid_on, method,
    note, visibility FROM book_payment"""
_COPIES = "SELECT id, customer_id, currency, total_minor, due_on, state FROM platform_invoice"
_PAYMENTS = "SELECT id, customer_id, state, total, sub_total FROM platform_payment"
_PAYOUTS = """SELECT id, net, (SELECT group_concat(amount, ' ') FROM
    (SELECT amount FROM payout_line WHERE payout_id = payout.id ORDER BY position)) FROM payout"""


def _file(world: World, statement: str) -> set[tuple[Any, ...]]:
    rows = [tuple(row) for row in world.stores.file.sql(statement)]
    assert len(set(rows)) == len(rows)
    return set(rows)


def _customers(world: World) -> set[tuple[Any, ...]]:
    return {
        (row.id, row.display_name, row.fields.get("email", ""), row.currency, _seen(row.vis_state))
        for row in world.books.clients.values()
    }


def _book_invoices(world: World) -> set[tuple[Any, ...]]:
    return {
        (
            row.id,
            row.number,
            row.customer_id,
            row.currency,
            row.total_minor,
            row.outstanding_minor,
            row.paid_minor,
            row.create_on.isoformat(),
            row.due_on.isoformat(),
            _seen(row.vis_state),
            len(row.lines),
        )
        for row in world.books.invoices.values()
    }


def _lines(world: World) -> set[tuple[Any, ...]]:
    return {
        (row.id, place, line.name, line.description, f"{line.qty.normalize():f}", line.amount_minor)
        for row in world.books.invoices.values()
        for place, line in enumerate(row.lines)
    }


def _book_payments(world: World) -> set[tuple[Any, ...]]:
    return {
        (
            row.id,
            row.invoice_id,
            row.client_id,
            row.currency,
            row.amount_minor,
            row.paid_on.isoformat(),
            row.type,
            row.note,
            _seen(row.vis_state),
        )
        for row in world.books.payments.values()
    }


def _copies(world: World) -> set[tuple[Any, ...]]:
    return {
        (
            row.id,
            row.customer_id,
            row.currency,
            row.total_cents,
            row.due_on.isoformat(),
            _COPY_STATES[world.platform.invoice_state(row)],
        )
        for row in world.platform.invoices.values()
    }


def _platform_payments(world: World) -> set[tuple[Any, ...]]:
    words = world.stores.decisions.words()
    return {
        (
            row.id,
            row.customer_id,
            _PAYMENT_STATES[row.state]
            if row.raw_status is None
            else words.get(row.raw_status, "unknown"),
            _plain(row.total_cents),
            _plain(row.sub_total_cents),
        )
        for row in world.platform.payments.values()
    }


def _payouts(world: World) -> set[tuple[Any, ...]]:
    return {
        (row.id, _plain(row.net_cents), " ".join(_plain(line.cents) for line in row.lines))
        for row in world.platform.payouts.values()
    }


def _plain(cents: int) -> str:
    return to_text(cents, "USD")


def _seen(vis_state: int) -> str:
    return _VISIBILITY[vis_state]


# ---- items


def _items_about(world: World, *subjects: str, number: str = "") -> list[dict[str, Any]]:
    """Open items about these, those out of sight too; `number` is an invoice's."""
    word = re.compile(rf"\b[Ii]nvoice {re.escape(number)}\b") if number else None
    return [
        item
        for item in world.attention(dismissed=True)
        if item["subject"] in subjects or (word is not None and word.search(item["message"]))
    ]


def _named_payment(world: World, payment: PaymentRow) -> bool:
    subject = f"pay_{payment.id}"
    words = {payment.raw_status} if payment.raw_status else set()
    return subject in world.refused_by_person or bool(_items_about(world, subject, *words))


def _named_invoice(world: World, invoice: InvoiceRow) -> bool:
    subject = f"inv_{invoice.id}"
    if subject in world.refused_by_person:
        return True
    if _items_about(world, subject, number=invoice.number):
        return True
    return any(
        _named_payment(world, payment)
        for copy in world.copies_of(invoice)
        for payment in world.platform.payments_of(copy.id)
    )


# ---- what was collected is in the books once, or somebody is told


def state_of(world: World, payment: PaymentRow) -> str:
    """What the platform says of the payment, in the words of the rules."""
    if payment.raw_status is None:
        return _PAYMENT_STATES[payment.state]
    return world.stores.decisions.words().get(payment.raw_status, "unknown")


def _payments(world: World) -> Iterator[str]:
    for payment in world.platform.payments.values():
        invoice = world.paid_for(payment)
        records = list_records(world, payment.id)
        ours = [i for i in records if OURS in world.books.payments[i].note]
        state = state_of(world, payment)
        what = f"payment {payment.id} ({state}, {payment.sub_total_cents}, {payment.method})"
        if len(records) > 1 and not _named_payment(world, payment):
            yield f"{what} is in the books as {records}"
        if payment.method is None or invoice is None:
            if ours and f"pay_{payment.id}" not in world.approved_by_person:
                yield f"{what} should never have been recorded"
            continue
        named = _named_payment(world, payment)
        if state in ("succeeded", "refunded_part") and not records and not named:
            yield f"{what} on invoice {invoice.number} is not in the books, and nobody is told"
        left = [i for i in records if not _was_put_right(world, payment, state, i)]
        if state not in ("succeeded", "pending") and left and not named:
            yield f"{what} stands in the books as {left}, and nobody is told"
        if state in ("pending", "unknown") and ours and not named:
            yield f"{what} was recorded before it was collected"
        for number in set(ours) & set(left):
            yield from _as_written(world, payment, invoice, number, what, named=named)


def _was_put_right(world: World, payment: PaymentRow, state: str, number: int) -> bool:
    """Whether a person edited the record as the refund asks: to nothing, or to less."""
    minor = world.books.payments[number].amount_minor
    if state == "refunded_part":
        return minor < payment.sub_total_cents
    return state not in ("succeeded", "pending", "unknown") and minor <= 0


def _as_written(
    world: World, payment: PaymentRow, invoice: InvoiceRow, number: int, what: str, *, named: bool
) -> Iterator[str]:
    """Sum and invoice; a person may date a payment as they like."""
    row = world.books.payments[number]
    written = (row.invoice_id, row.amount_minor, row.currency)
    wanted = (invoice.id, payment.sub_total_cents, payment.currency)
    if written != wanted and not named:
        yield f"{what} stands in the books as {written}, not {wanted}, and nobody is told"


# ---- what is owed is asked for once


def _invoices(world: World) -> Iterator[str]:
    for invoice in world.books.invoices.values():
        live = [copy for copy in world.copies_of(invoice) if not copy.archived]
        asked = [world.asks(copy) for copy in live]
        owed = invoice.outstanding_minor if may_be_collected(invoice) else 0
        what = (
            f"invoice {invoice.number} ({_seen(invoice.vis_state)}, sent {invoice.sent}, disputed "
            f"{invoice.disputed}, {invoice.outstanding_minor} {invoice.currency} outstanding)"
        )
        if _named_invoice(world, invoice):
            continue
        if owed and asked != [owed]:
            yield f"{what}: the platform asks for {asked}, and nobody is told"
        if not owed and any(asked) and not _may_stay(invoice):
            yield f"{what}: the platform still asks for {asked}, and nobody is told"


def _may_stay(invoice: InvoiceRow) -> bool:
    """Archiving in FreshBooks does not sync: an archived invoice is still owed."""
    return invoice.vis_state == ARCHIVED and invoice.sent and not invoice.disputed


# ---- an item goes away with what it is about


def _stale_items(world: World) -> Iterator[str]:
    for item in world.attention():
        problem = _why_stale(world, item["kind"], item["subject"])
        if problem:
            yield f"an item stays open ({item['kind']}, {item['message']}): {problem}"


def _why_stale(world: World, kind: str, subject: str) -> str:
    if subject.startswith("pay_"):
        payment = world.platform.payments.get(subject.removeprefix("pay_"))
        if payment is None:
            return "there is no such payment"
        records, state = list_records(world, payment.id), state_of(world, payment)
        if kind in ("payment_held", "payment_waits") and records and state == "succeeded":
            return "it is in the books"
        if kind == "payment_failed_after_posting" and (state == "succeeded" or not records):
            return f"it is {state}, in the books as {records}"
        if kind in ("payment_uncertain", "payment_refused"):
            return "nothing was refused or lost here"
    if kind in ("archive_there", "mark_paid_there", "frozen_differs"):
        invoice = world.books.invoices[int(subject.removeprefix("inv_"))]
        live = [copy for copy in world.copies_of(invoice) if not copy.archived]
        asked = sum(world.asks(copy) for copy in live)
        if kind == "archive_there" and not asked:
            return "the platform does not ask for it"
        if kind == "mark_paid_there" and not any(copy.id in world.hosted for copy in live):
            return "every copy here is ours"
        owed = invoice.outstanding_minor
        if kind == "frozen_differs" and owed == asked and len(live) == 1:
            return "both sides agree"
    if kind == "unknown_word":
        words = {p.raw_status for p in world.platform.payments.values()}
        if subject not in words:
            return "nothing is called that"
    return ""
