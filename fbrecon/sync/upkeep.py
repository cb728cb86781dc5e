"""Looking after the copies on the platform: which are to be replaced or archived, and which asked.

What is to be archived goes through the outbox like every write. A new copy is put there only once
the old one is archived and its payments were read once more, so that two copies never ask for the
same money; the next sync finishes what a crash cut off.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fbrecon.domain.documents import Invoice, PlatformPayment
from fbrecon.domain.ids import InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import SETTLED, IntentKey, PostingState, WriteKind
from fbrecon.domain.rules import WritingRules
from fbrecon.domain.upkeep import CopyFacts, Decision, Step, decide, is_under_way
from fbrecon.sync.composing import Composer
from fbrecon.sync.copies import find_copies
from fbrecon.sync.stores import Stores


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A copy with what was decided about it."""

    facts: CopyFacts
    invoice_id: InvoiceId
    decision: Decision


def review_copies(
    stores: Stores, rules: WritingRules, composer: Composer | None = None
) -> list[Reviewed]:
    """Decide about every copy, from the company file alone."""
    copies = find_copies(stores, rules)
    if not copies:
        return []
    payments_on = _payments_by_copy(stores)
    recorded = recorded_payments(stores)
    remote = {invoice.id: invoice for invoice in stores.platform.list_invoices()}
    made_by = {
        intent.remote_id: intent
        for intent in stores.outbox.list_intents([WriteKind.PLATFORM_INVOICE])
        if intent.remote_id
    }
    reviewed = []
    for copy in copies.values():
        invoice = stores.books.find_invoice(copy.invoice_id)
        payments = payments_on.get(copy.platform_invoice_id, [])
        intent = made_by.get(copy.platform_invoice_id)
        facts = CopyFacts(
            remote[copy.platform_invoice_id],
            invoice,
            copy.ours,
            payments,
            recorded,
            _is_current(composer, intent, invoice, payments),
        )
        reviewed.append(Reviewed(facts, copy.invoice_id, decide(facts)))
    return reviewed


def recorded_payments(stores: Stores) -> set[PlatformPaymentId]:
    """Payments of the platform that are in the books, by us or by others."""
    recorded = {match.payment_id for match in stores.decisions.matches()}
    for intent in stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED):
        recorded.add(PlatformPaymentId(intent.source_id))
    return recorded


def list_busy(stores: Stores, rules: WritingRules) -> set[InvoiceId]:
    """Invoices with a payment on any of their copies that the books do not show yet."""
    payments_on = _payments_by_copy(stores)
    recorded = recorded_payments(stores)
    return {
        copy.invoice_id
        for copy in find_copies(stores, rules).values()
        if is_under_way(payments_on.get(copy.platform_invoice_id, []), recorded)
    }


class Upkeep:
    """Proposes what is to be archived."""

    def __init__(self, stores: Stores, rules: WritingRules, composer: Composer) -> None:
        self._stores = stores
        self._rules = rules
        self._composer = composer

    def propose(self) -> None:
        """Intents for the copies that are to be archived; others wait, as long as they are right.

        What waits to be archived may be right again, or paid, before it comes to that.
        """
        for reviewed in review_copies(self._stores, self._rules, self._composer):
            copy = reviewed.facts.copy
            key = IntentKey(
                self._rules.account,
                WriteKind.ARCHIVE_COPY,
                f"{self._rules.platform}:{copy.id}",
                str(reviewed.invoice_id),
            )
            known = self._stores.outbox.find(key)
            if reviewed.decision.step is not Step.ARCHIVE:
                if known is not None and known.state is PostingState.APPROVED:
                    text = reviewed.decision.reason or "It is right again."
                    self._stores.outbox.move(known, PostingState.PROPOSED, text)
                continue
            if known is not None and known.state is PostingState.PROPOSED:
                reason = reviewed.decision.reason
                self._stores.outbox.move(known, PostingState.APPROVED, reason)
                continue
            invoice = reviewed.facts.invoice
            number = invoice.number if invoice is not None else copy.number
            self._stores.outbox.add(
                NewIntent(
                    key=key,
                    subject=f"Invoice {number}",
                    target=copy.id,
                    body=copy.id.encode(),
                    state=PostingState.APPROVED,
                    reason=reviewed.decision.reason,
                )
            )


def _payments_by_copy(stores: Stores) -> dict[PlatformInvoiceId, list[PlatformPayment]]:
    payments = {payment.id: payment for payment in stores.platform.list_payments()}
    found: dict[PlatformInvoiceId, list[PlatformPayment]] = defaultdict(list)
    for payment_id, invoice_ids in stores.platform.allocations().items():
        for invoice_id in invoice_ids:
            if payment_id in payments:
                found[invoice_id].append(payments[payment_id])
    return found


def _is_current(
    composer: Composer | None,
    intent: Intent | None,
    invoice: Invoice | None,
    payments: list[PlatformPayment],
) -> bool | None:
    """Whether what we sent is what we would send today.

    The platform may keep texts differently, so it is compared with what was sent, not with what
    came back. Once something was paid on the copy its lines can no longer be compared.
    """
    if composer is None or intent is None or invoice is None:
        return None
    if payments or not invoice.is_collectable:
        return intent.on_date == composer.due_on(invoice)
    return intent.body in composer.both_forms(intent.key, invoice, intent.target)
