"""What only a person can put right about invoices on the platform, found anew after each sync."""

from __future__ import annotations

from collections.abc import Iterator

from fbrecon.app.company import Company
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.runs import Phase
from fbrecon.domain.upkeep import Step
from fbrecon.sync.copy_facts import Reviewed, review_copies

_QUESTIONS = {
    Step.MARK_PAID_THERE: (
        AttentionKind.MARK_PAID_THERE,
        "Mark an invoice as paid on the platform",
        "Mark it as paid in the platform's dashboard; this item then closes by itself.",
    ),
    Step.ARCHIVE_THERE: (
        AttentionKind.ARCHIVE_THERE,
        "Archive an invoice on the platform",
        "Archive it in the platform's dashboard; this item then closes by itself.",
    ),
    Step.FROZEN_DIFFERS: (
        AttentionKind.FROZEN_DIFFERS,
        "An invoice changed after it was paid through the platform",
        "Collect or credit the difference in FreshBooks; the platform is left as it is.",
    ),
    Step.ASKED_TWICE: (
        AttentionKind.ASKED_TWICE,
        "The platform asks for the same invoice more than once",
        "Archive all but one in the platform's dashboard; this item then closes by itself.",
    ),
    Step.DISMISSED_DIFFERS: (
        AttentionKind.DISMISSED_DIFFERS,
        "A dismissed payment keeps an invoice out of step",
        (
            "Record the payment in FreshBooks, or approve it here to have it recorded after all. "
            "If it was given back, say so in the platform's dashboard."
        ),
    ),
}


def copy_findings(company: Company) -> Iterator[Finding]:
    """Copies that only the dashboard can put right, and invoices that cannot be put there."""
    rules = company.rules()
    if not rules.writes:
        return  # the platform's own link looks after them
    reviewed = review_copies(company.stores, rules)
    told: set[InvoiceId | PlatformPaymentId] = set()
    for found in reviewed:
        about: InvoiceId | PlatformPaymentId | None = found.decision.payment_id
        if found.decision.step is Step.ASKED_TWICE:
            about = found.invoice_id  # one item names all copies of an invoice
        if about is None or about not in told:
            yield from _about(company, found)
        if about is not None:
            told.add(about)
    yield from _without_customer(company, {found.invoice_id for found in reviewed})


def _about(company: Company, found: Reviewed) -> Iterator[Finding]:
    question = _QUESTIONS.get(found.decision.step)
    if question is None:
        return
    kind, title, hint = question
    invoice, copy, decision = found.facts.invoice, found.facts.copy, found.decision
    number = invoice.number if invoice is not None else copy.number
    payment_id = decision.payment_id
    actions: tuple[str, ...] = ("open_link", "dismiss")
    if payment_id is not None and _can_be_approved(company, payment_id):
        actions = ("approve", *actions)
    yield Finding(
        f"copy {copy.id} {decision.step.value}",
        kind,
        title,
        f"Invoice {number}: {decision.reason}",
        hint,
        f"inv_{found.invoice_id}" if payment_id is None else f"pay_{payment_id}",
        _link(company, found.invoice_id),
        actions,
    )


def _can_be_approved(company: Company, payment_id: PlatformPaymentId) -> bool:
    """Whether there is something to be recorded after all; what could not be placed has nothing."""
    intents = company.stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.DROPPED])
    return any(intent.source_id == payment_id for intent in intents)


def _without_customer(company: Company, copied: set[InvoiceId]) -> Iterator[Finding]:
    """Invoices to be collected whose customer the books do not show."""
    if company.stores.decisions.fact("platform_since") is None:
        return
    if company.stores.journal.cursor("customers").phase is not Phase.LIVE:
        return  # the older customers are still to come
    currencies = company.doors.platform_currencies()
    for invoice in company.stores.books.list_collectable():
        if invoice.id in copied or invoice.total.currency not in currencies:
            continue
        if company.stores.books.find_customer(invoice.customer_id) is None:
            yield Finding(
                f"customer of {invoice.id}",
                AttentionKind.CUSTOMER_MISSING,
                "An invoice has no customer",
                f"Invoice {invoice.number} is for customer {invoice.customer_id}, whom FreshBooks "
                "does not show. It cannot be put on the platform.",
                "Open the invoice in FreshBooks and choose its customer.",
                f"inv_{invoice.id}",
                _link(company, invoice.id),
                ("open_link", "dismiss"),
            )


def _link(company: Company, invoice_id: InvoiceId) -> str:
    books = company.find_books()
    return "" if books is None else books.invoice_link(invoice_id)
