"""What matching and proposing look at: the platform's payments and the invoices they are for."""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.domain.documents import Invoice, PlatformPayment
from fbrecon.domain.ids import InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.copies import find_copies
from fbrecon.sync.stores import Stores


@dataclass(frozen=True, slots=True)
class Facts:
    """What matching and proposing look at, read once.

    `allocated` are payments that the platform names an invoice for, whatever invoice;
    `doubtful` are those that cannot be placed by themselves, with the reason.
    """

    copies: dict[PlatformInvoiceId, Copy]
    payments: list[PlatformPayment]
    invoices_of: dict[PlatformPaymentId, list[Invoice]]
    doubtful: dict[PlatformPaymentId, str]
    allocated: frozenset[PlatformPaymentId] = frozenset()


def gather_facts(stores: Stores, rules: WritingRules) -> Facts:
    """Payments of the platform and the invoices in the books that they are for."""
    copies = find_copies(stores, rules)
    stores.platform.keep_copies(copies.values())
    invoices: dict[InvoiceId, Invoice | None] = {}
    invoices_of: dict[PlatformPaymentId, list[Invoice]] = {}
    collected_in = {i.id: i.total.currency for i in stores.platform.list_invoices()}
    others: set[PlatformPaymentId] = set()
    doubtful: dict[PlatformPaymentId, str] = {}
    allocations = stores.platform.allocations()
    for payment_id, remote_ids in allocations.items():
        for remote_id in remote_ids:
            copy = copies.get(remote_id)
            if copy is None:
                others.add(payment_id)
                continue
            if copy.invoice_id not in invoices:
                invoices[copy.invoice_id] = stores.books.find_invoice(copy.invoice_id)
            invoice = invoices[copy.invoice_id]
            if invoice is None:
                others.add(payment_id)
                continue
            invoices_of.setdefault(payment_id, []).append(invoice)
            if collected_in[remote_id] != invoice.total.currency:
                doubtful[payment_id] = (
                    f"It was collected in {collected_in[remote_id]}; invoice {invoice.number} "
                    f"is in {invoice.total.currency}."
                )
    for payment_id in others.intersection(invoices_of):
        doubtful[payment_id] = "It is also for an invoice that is not in the books."
    payments = stores.platform.list_payments()
    return Facts(copies, payments, invoices_of, doubtful, frozenset(allocations))
