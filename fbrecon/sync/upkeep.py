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
from fbrecon.platforms.port import Platform
from fbrecon.sync.composing import Composer
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.record import find_copies
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
    """Proposes what is to be archived, and reads payments once more afterwards."""

    def __init__(
        self, platform: Platform, stores: Stores, rules: WritingRules, composer: Composer
    ) -> None:
        self._platform = platform
        self._stores = stores
        self._rules = rules
        self._composer = composer

    def propose(self) -> None:
        """Intents for the copies that are to be archived."""
        for reviewed in review_copies(self._stores, self._rules, self._composer):
            if reviewed.decision.step is not Step.ARCHIVE:
                continue
            copy = reviewed.facts.copy
            key = IntentKey(
                self._rules.account,
                WriteKind.ARCHIVE_COPY,
                f"{self._rules.platform}:{copy.id}",
                str(reviewed.invoice_id),
            )
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

    def read_once_more(self, archived: list[Intent], cancel: CancelToken) -> None:
        """A payment may have come in while the copy was being archived."""
        for intent in archived:
            if intent.state not in SETTLED:
                continue
            copy_id = PlatformInvoiceId(intent.target)
            found = self._platform.list_payments_of_invoice(copy_id, cancel)
            with self._stores.write():
                self._stores.platform.save_payments(found)
                self._stores.platform.link_payments(copy_id, [payment.id for payment in found])


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
