"""Which invoices on the platform are copies of invoices in the books, and the keys of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fbrecon.domain.documents import Invoice, PlatformCustomer, PlatformInvoice
from fbrecon.domain.ids import CustomerId, InvoiceId, PlatformCustomerId, PlatformInvoiceId
from fbrecon.domain.matching.copies import Copy, match_copies
from fbrecon.domain.posting import IntentKey, WriteKind, find_marker
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.stores import Stores

GENERATIONS = (1, 2, 3)
_MOST_GENERATIONS = 200  # of one invoice's copies, where its number tells which invoice
_NUMBERED = re.compile(r"Invoice (?P<number>.+?)(?:: |, outstanding)")


def copy_key(rules: WritingRules, invoice_id: InvoiceId, generation: int = 1) -> IntentKey:
    """The key of putting that invoice on the platform."""
    return IntentKey(
        rules.account,
        WriteKind.PLATFORM_INVOICE,
        f"freshbooks:{invoice_id}",
        str(invoice_id),
        generation,
    )


def find_copies(stores: Stores, rules: WritingRules) -> dict[PlatformInvoiceId, Copy]:
    """Which of the platform's invoices are copies of invoices in the books."""
    invoices = stores.platform.list_invoices()
    remembered = {
        PlatformInvoiceId(intent.remote_id): InvoiceId(int(intent.key.leg))
        for intent in stores.outbox.list_intents([WriteKind.PLATFORM_INVOICE])
        if intent.remote_id
    }
    strange = [invoice for invoice in invoices if invoice.id not in remembered]
    by_marker: dict[str, InvoiceId] = {}
    if any(find_marker(text) for invoice in strange for text in invoice.descriptions):
        for invoice_id in stores.books.list_invoice_ids():
            for generation in GENERATIONS:
                by_marker[copy_key(rules, invoice_id, generation).marker] = invoice_id
        by_marker |= _often_replaced(stores, rules, strange)
    numbered = stores.books.list_invoices_by_number({i.number for i in strange if i.number})
    recognised = {
        copy.platform_invoice_id: copy for copy in stores.platform.list_copies() if not copy.ours
    }
    return match_copies(
        invoices, remembered, by_marker, numbered, recognised, _same_customer(stores, rules)
    )


def external_id(rules: WritingRules, customer_id: CustomerId) -> str:
    """What a customer that we put on the platform is called there."""
    return f"freshbooks-{rules.account}-{customer_id}"


def _same_customer(
    stores: Stores, rules: WritingRules
) -> Callable[[PlatformInvoice, Invoice], bool]:
    """Whether an invoice on the platform and one in the books are for the same customer."""
    theirs: dict[PlatformCustomerId, PlatformCustomer] = {}

    def same(remote: PlatformInvoice, invoice: Invoice) -> bool:
        if not theirs:
            theirs.update({customer.id: customer for customer in stores.platform.list_customers()})
        there, here = (
            theirs.get(remote.customer_id),
            stores.books.find_customer(invoice.customer_id),
        )
        if there is None or here is None:
            return False
        if there.external_id == external_id(rules, here.id):
            return True
        pairs = ((there.name, here.name), (there.email, here.email))
        return any(a.strip() and a.split() == b.split() for a, b in _folded(pairs))

    return same


def _folded(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(a.casefold(), b.casefold()) for a, b in pairs]


def _often_replaced(
    stores: Stores, rules: WritingRules, strange: Iterable[PlatformInvoice]
) -> dict[str, InvoiceId]:
    """Markers of later generations, for the invoices whose number stands in a copy's first line."""
    named = (_NUMBERED.match(text) for copy in strange for text in copy.descriptions)
    numbers = {found["number"] for found in named if found is not None}
    return {
        copy_key(rules, invoice.id, generation).marker: invoice.id
        for invoice in stores.books.list_invoices_by_number(numbers)
        for generation in range(len(GENERATIONS) + 1, _MOST_GENERATIONS + 1)
    }
