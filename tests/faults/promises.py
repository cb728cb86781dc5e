"""What fbrecon promises never to do, looked for after every sync in both services' own rows.

1. In FreshBooks it only adds payments. Nothing is edited, deleted, restored or sent; no customer,
   invoice or account appears; nobody is notified.
2. A payment that it adds was collected by the platform, with money, for that invoice, in that sum
   and currency, and there is no other for the same money.
3. On the platform it only adds customers and invoices and archives its own copies. Payments,
   payouts and what people made there stay as they are.
4. A copy is put there only for an invoice that is open, active and owed, in a currency that the
   platform takes, over exactly what is outstanding: never drafts, disputed, deleted, zero, settled.
5. Two copies never ask for the money of one invoice.
6. A copy is not archived while a payment on it is under way or not in the books yet, not when it
   was paid in full, not because its invoice was deleted, and not because of our own posting.
7. While it only reads, nothing is written anywhere.
8. The tally ties, and every row that was left out is named.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from fbrecon.app import as_json
from fbrecon.app.views import Mode, SyncReport
from fbrecon.sandbox.freshbooks_rows import ACTIVE, ARCHIVED, InvoiceRow
from fbrecon.sandbox.freshbooks_rows import PaymentRow as BookPayment
from fbrecon.sandbox.platform_book import InvoiceRow as Copy
from tests.faults.world import World, may_be_collected

_TYPES = {"card": "Credit Card", "ach": "ACH"}
OURS = "recorded by fbrecon"


@dataclass(frozen=True)
class Rows:
    """The rows of both services, as texts that can be compared."""

    clients: dict[int, str]
    invoices: dict[int, str]
    book_payments: dict[int, str]
    ledger: frozenset[str]
    customers: frozenset[str]
    copies: dict[str, str]
    archived: frozenset[str]
    asks: dict[str, int]
    payments: dict[str, str]
    payouts: dict[str, str]

    @staticmethod
    def of(world: World) -> Rows:
        """As they stand now."""
        books, platform = world.books, world.platform
        return Rows(
            {
                row.id: repr((row.fields, row.currency, row.vis_state))
                for row in books.clients.values()
            },
            {row.id: _as_billed(row) for row in books.invoices.values()},
            {row.id: repr(row) for row in books.payments.values()},
            frozenset(books.ledger),
            frozenset(platform.customers),
            {
                row.id: repr((row.items, row.due_on, row.raw_status))
                for row in platform.invoices.values()
            },
            frozenset(row.id for row in platform.invoices.values() if row.archived),
            {row.id: world.asks(row) for row in platform.invoices.values()},
            {row.id: repr(row) for row in platform.payments.values()},
            {row.id: repr(row) for row in platform.payouts.values()},
        )


def _as_billed(row: InvoiceRow) -> str:
    """The invoice without what its payments move."""
    kept = (row.number, row.currency, row.total_minor, row.due_on, row.lines)
    return repr((*kept, row.sent, row.viewed, row.disputed, row.vis_state, row.customer_id))


def check_promises(world: World, before: Rows, report: SyncReport) -> None:
    """Compare what was there before a sync with what is there now."""
    now = Rows.of(world)
    _ties(report)
    assert report.outcome == "ok", f"{report.outcome}: {report.problems}"
    assert now.clients == before.clients
    assert now.invoices == before.invoices
    assert now.ledger == before.ledger
    assert now.payments == before.payments
    assert now.payouts == before.payouts
    for id_, row in before.book_payments.items():
        assert now.book_payments[id_] == row, f"payment {id_} in the books was changed"
    for copy_id, copy in before.copies.items():
        assert now.copies[copy_id] == copy
    assert before.customers <= now.customers
    assert before.archived <= now.archived
    added = [
        world.books.payments[i] for i in now.book_payments.keys() - before.book_payments.keys()
    ]
    if world.desk.setting("mode") == Mode.READ:
        assert now == before, "something was written while fbrecon only reads"
    for payment in added:
        _was_collected(world, payment)
        assert payment.send_client_notification is not True
    _once(world)
    for copy_id in now.copies.keys() - before.copies.keys():
        _rightly_put_there(world, world.platform.invoices[copy_id])
    for copy_id in now.archived - before.archived:
        _rightly_archived(world, world.platform.invoices[copy_id], before)
    for invoice in world.books.invoices.values():
        ours = [copy for copy in world.copies_of(invoice) if copy.id not in world.hosted]
        asking = [copy.id for copy in ours if world.asks(copy) > 0]
        assert len(asking) <= 1, f"invoice {invoice.number} is asked for by {asking}"


def _ties(report: SyncReport) -> None:
    told: dict[str, Any] = json.loads(json.dumps(as_json.sync(report)))
    named = [problem["resource"] for problem in told["problems"] if problem["id"]]
    for name, counts in told["resources"].items():
        parts = ("new", "changed", "unchanged", "skipped", "failed")
        assert counts["seen"] == sum(counts[part] for part in parts), (name, counts)
        assert counts["skipped"] + counts["failed"] == named.count(name), (name, told["problems"])


def _was_collected(world: World, row: BookPayment) -> None:
    assert OURS in row.note, f"a payment that is not ours was added: {row.note}"
    payment = world.platform.payments[row.note.split()[2]]
    invoice = world.paid_for(payment)
    marked = payment.method is None and f"pay_{payment.id}" not in world.approved_by_person
    assert not marked, "a payment marked as paid by hand was recorded"
    said = world.stores.decisions.words().get(payment.raw_status or "")
    assert payment.raw_status is None or said == "succeeded", payment
    assert said == "succeeded" or payment.state == "succeeded", f"{payment.state} was recorded"
    assert invoice is not None
    assert invoice.id == row.invoice_id, "on another invoice"
    zone = ZoneInfo(world.sandbox.state.memberships[0].timezone)
    day = payment.created_at.astimezone(zone).date()
    kind = _TYPES.get(payment.method or "", "Other")
    wanted = (payment.sub_total_cents, payment.currency, day, kind)
    assert (row.amount_minor, row.currency, row.paid_on, row.type) == wanted, (row, payment)


def _once(world: World) -> None:
    """No collected payment stands in the books twice."""
    seen: dict[tuple[str, int | None], int] = {}
    for row in world.books.payments.values():
        if row.vis_state == ACTIVE and OURS in row.note:
            key = (row.note.split()[2], row.invoice_id)
            assert key not in seen, f"{key} is recorded as {seen[key]} and {row.id}"
            seen[key] = row.id


def _rightly_put_there(world: World, copy: Copy) -> None:
    invoice = world.invoice_of(copy)
    assert invoice is not None
    assert may_be_collected(invoice), f"{invoice} was put on the platform"
    assert copy.currency == invoice.currency
    assert copy.total_cents == invoice.outstanding_minor, (copy, invoice)
    assert copy.due_on == invoice.due_on
    assert all(item.quantity == 1 for item in copy.items)
    assert "FBR-" in copy.items[0].description


def _rightly_archived(world: World, copy: Copy, before: Rows) -> None:
    invoice = world.invoice_of(copy)
    assert copy.id not in world.made_there
    assert copy.id not in world.hosted
    assert invoice is not None
    owed = invoice.sent and not invoice.disputed and invoice.outstanding_minor > 0
    assert invoice.vis_state == ACTIVE or (invoice.vis_state == ARCHIVED and not owed), invoice
    payments = world.platform.payments_of(copy.id)
    assert all(p.state != "processing" for p in payments), "archived under a payment"
    assert before.asks[copy.id] > 0, "archived though it was paid in full"
    for payment in payments:
        if payment.state == "succeeded" and payment.method is not None and not payment.raw_status:
            known = is_recorded(world, payment.id) or f"pay_{payment.id}" in world.refused_by_person
            assert known, f"archived, and {payment.id} is not in the books"
    if payments and may_be_collected(invoice):
        same = before.asks[copy.id] == invoice.outstanding_minor and copy.due_on == invoice.due_on
        assert not same, f"invoice {invoice.number}: archived though nothing differs"


def list_records(world: World, payment_id: str) -> list[int]:
    """Live payments in the books that state this payment of the platform: ours, or matched."""
    books = world.books.payments
    noted = {p.id for p in books.values() if OURS in p.note and p.note.split()[2] == payment_id}
    matched = {
        int(match.book_payment_id)
        for match in world.stores.decisions.matches()
        if match.payment_id == payment_id
    }
    return sorted(i for i in noted | matched if books[i].vis_state == ACTIVE)


def is_recorded(world: World, payment_id: str) -> bool:
    """Whether the books have it."""
    return bool(list_records(world, payment_id))
