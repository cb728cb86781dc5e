"""Records of ours that FreshBooks shows no more: a person is asked what became of them.

Whether they were removed or this sign-in may no longer see them cannot be told from outside, so
nothing that was recorded counts as undone by it. An item closes once the record shows again.
"""

from __future__ import annotations

from collections.abc import Iterator

from fbrecon.app.company import Company
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import CopyState
from fbrecon.domain.ids import BookPaymentId, InvoiceId
from fbrecon.domain.posting import SETTLED, WriteKind

_HINT = (
    "Look for it in FreshBooks. If it is there, check that this sign-in may see it; if it is not, "
    "record it there again by hand, then dismiss this item."
)


def find_no_longer_shown(company: Company) -> Iterator[Finding]:
    """One item for each such record that something of ours hangs on."""
    recorded = company.stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED)
    payments = set(company.stores.census.list_gone("payments"))
    if payments:
        ours = {int(intent.remote_id): intent.source_id for intent in recorded if intent.remote_id}
        ours |= {int(m.book_payment_id): m.payment_id for m in company.stores.decisions.matches()}
        for number in sorted(payments & ours.keys()):
            yield _payment(company, BookPaymentId(number), ours[number])
    invoices = set(company.stores.census.list_gone("invoices"))
    if invoices:
        paid = {int(intent.key.leg) for intent in recorded}
        for number in sorted(invoices & (paid | _copied(company))):
            yield _invoice(company, InvoiceId(number))


def _copied(company: Company) -> set[int]:
    """Invoices whose copy on the platform still asks, where no other item says so."""
    if company.rules().writes:
        return set()
    states = {copy.id: copy.state for copy in company.stores.platform.list_invoices()}
    return {
        int(copy.invoice_id)
        for copy in company.stores.platform.list_copies()
        if states.get(copy.platform_invoice_id) is CopyState.OPEN
    }


def _payment(company: Company, number: BookPaymentId, source_id: str) -> Finding:
    payment = company.stores.books.find_payment(number)
    assert payment is not None
    return Finding(
        f"no longer shown payment {number}",
        AttentionKind.NO_LONGER_SHOWN,
        "FreshBooks no longer shows a recorded payment",
        f"Payment {number} of {payment.amount} is neither among the live payments nor among the "
        f"deleted ones. It states payment {source_id} of the platform, which is not recorded "
        "again by itself.",
        _HINT,
        f"pay_{source_id}",
        _link(company, payment.invoice_id),
        ("open_link", "dismiss"),
    )


def _invoice(company: Company, number: InvoiceId) -> Finding:
    invoice = company.stores.books.find_invoice(number, lines=False)
    assert invoice is not None
    return Finding(
        f"no longer shown invoice {number}",
        AttentionKind.NO_LONGER_SHOWN,
        "FreshBooks no longer shows an invoice",
        f"Invoice {invoice.number} of {invoice.total} is neither among the live invoices nor "
        "among the deleted ones, and a payment or a copy on the platform belongs to it.",
        _HINT,
        f"inv_{number}",
        _link(company, number),
        ("open_link", "dismiss"),
    )


def _link(company: Company, invoice_id: InvoiceId | None) -> str:
    books = company.find_books()
    return "" if books is None or invoice_id is None else books.invoice_link(invoice_id)
