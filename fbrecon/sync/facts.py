"""What matching and proposing look at: the platform's payments and the invoices they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fbrecon.domain.documents import Invoice, PlatformCustomer, PlatformInvoice, PlatformPayment
from fbrecon.domain.ids import (
    InvoiceId,
    PlatformCustomerId,
    PlatformInvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.matching.customers import agree
from fbrecon.domain.matching.placing import Placing
from fbrecon.domain.posting import WriteKind
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.copies import find_copies
from fbrecon.sync.placing import place_file_payments
from fbrecon.sync.stores import BooksStore, Stores


@dataclass(frozen=True, slots=True)
class Facts:
    """What matching and proposing look at, read once.

    `allocated` are payments that the platform names an invoice for, whatever invoice;
    `doubtful` are those that cannot be placed by themselves, with the reason. `placings` tell where
    the open ones belong that only files tell of; `payments` has those, too.
    """

    copies: dict[PlatformInvoiceId, Copy]
    payments: list[PlatformPayment]
    invoices_of: dict[PlatformPaymentId, list[Invoice]]
    doubtful: dict[PlatformPaymentId, str]
    allocated: frozenset[PlatformPaymentId] = frozenset()
    placings: Mapping[PlatformPaymentId, Placing] = field(default_factory=dict)


def gather_facts(stores: Stores, rules: WritingRules) -> Facts:
    """Payments of the platform and the invoices in the books that they are for."""
    copies = find_copies(stores, rules)
    stores.platform.keep_copies(copies.values())
    invoices: dict[InvoiceId, Invoice | None] = {}
    invoices_of: dict[PlatformPaymentId, list[Invoice]] = {}
    there = {i.id: i for i in stores.platform.list_invoices()}
    who = _customers_there(stores)
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
            reason = _doubt(there[remote_id], copy, invoice, who.get(there[remote_id].customer_id))
            if reason:
                doubtful[payment_id] = reason
    for payment_id in others.intersection(invoices_of):
        doubtful[payment_id] = "It is also for an invoice that is not in the books."
    payments = stores.platform.list_payments(from_files=True)
    files = place_file_payments(stores, rules, payments)
    for payment_id, placing in files.placings.items():
        invoices_of[payment_id] = [files.invoices[id_] for id_ in placing.invoice_ids]
        if placing.doubt:
            doubtful[payment_id] = placing.doubt
    return Facts(copies, payments, invoices_of, doubtful, frozenset(allocations), files.placings)


def _customers_there(stores: Stores) -> dict[PlatformCustomerId, _CustomerThere]:
    """The platform's customers, with the customers of the books that they are known to be."""
    ours: dict[str, set[str]] = {}
    for intent in stores.outbox.list_intents([WriteKind.PLATFORM_CUSTOMER]):
        if intent.remote_id is not None:
            ours.setdefault(intent.remote_id, set()).add(intent.key.leg)
    return {
        customer.id: _CustomerThere(customer, ours.get(customer.id, set()), stores.books)
        for customer in stores.platform.list_customers()
    }


class _CustomerThere:
    """A customer of the platform, compared with those of the books when that is asked for."""

    def __init__(self, customer: PlatformCustomer, ours: set[str], books: BooksStore) -> None:
        self.name = customer.name
        self._customer = customer
        self._ours = ours
        self._books = books

    def may_be_of(self, invoice: Invoice) -> bool:
        """Whether the invoice can be this customer's."""
        if str(invoice.customer_id) in self._ours:
            return True
        known = self._books.find_customer(invoice.customer_id)
        return agree(self._customer, invoice.customer_name, known)


def _doubt(
    there: PlatformInvoice, copy: Copy, invoice: Invoice, customer: _CustomerThere | None
) -> str:
    """Why a payment on that copy is not recorded by itself; "" where nothing speaks against it."""
    if there.total.currency != invoice.total.currency:
        return (
            f"It was collected in {there.total.currency}; invoice {invoice.number} is in "
            f"{invoice.total.currency}."
        )
    if not copy.ours and customer is not None and not customer.may_be_of(invoice):
        return (
            f"By number and sum it is for invoice {invoice.number} of {invoice.customer_name}, but "
            f"the platform has it from {customer.name}."
        )
    return ""
