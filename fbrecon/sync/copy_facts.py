"""What is known about the copies on the platform, gathered for deciding what becomes of them.

Everything comes from the company file; nothing is asked of a service.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fbrecon.domain.documents import Invoice, PlatformInvoice, PlatformPayment
from fbrecon.domain.ids import InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.domain.rules import WritingRules
from fbrecon.domain.upkeep import CopyFacts, Decision, Step, decide, find_twice, is_under_way
from fbrecon.sync.composing import Composer
from fbrecon.sync.copies import find_copies
from fbrecon.sync.stores import Stores

_ASKED = (Step.MARK_PAID_THERE, Step.ARCHIVE_THERE, Step.ASKED_TWICE)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A copy with what was decided about it."""

    facts: CopyFacts
    invoice_id: InvoiceId
    decision: Decision


def review_copies(
    stores: Stores, rules: WritingRules, composer: Composer | None = None
) -> list[Reviewed]:
    """Decide about every copy, those of one invoice in view of each other."""
    copies = list(find_copies(stores, rules).values())
    if not copies:
        return []
    remote = {invoice.id: invoice for invoice in stores.platform.list_invoices()}
    known = _Known(
        remote, _payments_by_copy(stores), recorded_payments(stores), dismissed_payments(stores)
    )
    return _review(stores, copies, known, composer)


def review_copies_of(
    stores: Stores, invoice_id: InvoiceId, composer: Composer | None = None
) -> list[Reviewed]:
    """The same for the copies of one invoice, as the last sync recognised them.

    Nothing else is read, so that it takes no longer in a company with many invoices.
    """
    copies = stores.platform.list_copies(invoice_id)
    if not copies:
        return []
    ids = [copy.platform_invoice_id for copy in copies]
    remote = {i: there for i in ids if (there := stores.platform.find_invoice(i)) is not None}
    payments_on = {i: stores.platform.list_payments_on(i) for i in ids}
    payment_ids = [payment.id for payments in payments_on.values() for payment in payments]
    leg = str(invoice_id)
    known = _Known(
        remote,
        payments_on,
        recorded_payments(stores, payment_ids, leg),
        dismissed_payments(stores, leg),
    )
    return _review(stores, copies, known, composer, leg)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the copies under review are judged by."""

    remote: Mapping[PlatformInvoiceId, PlatformInvoice]
    payments_on: Mapping[PlatformInvoiceId, list[PlatformPayment]]
    recorded: set[PlatformPaymentId]
    dismissed: set[PlatformPaymentId]


def list_asked_about(stores: Stores, rules: WritingRules) -> set[PlatformInvoiceId]:
    """Copies that a person was asked to put right on the platform: they may be right by now."""
    return {r.facts.copy.id for r in review_copies(stores, rules) if r.decision.step in _ASKED}


def recorded_payments(
    stores: Stores,
    payment_ids: Sequence[PlatformPaymentId] | None = None,
    leg: str | None = None,
) -> set[PlatformPaymentId]:
    """Payments of the platform that are in the books, by us or by others: all, or of these few."""
    recorded = {match.payment_id for match in stores.decisions.matches(payment_ids)}
    for intent in stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED, leg=leg):
        recorded.add(PlatformPaymentId(intent.source_id))
    return recorded


def dismissed_payments(stores: Stores, leg: str | None = None) -> set[PlatformPaymentId]:
    """Payments that a person said no to: dropped ones, and those that could not be placed."""
    intents = stores.outbox.list_intents([WriteKind.PAYMENT], leg=leg)
    dropped = {i.source_id for i in intents if i.state is PostingState.DROPPED and not i.hold}
    quiet = {
        subject.removeprefix("pay_")
        for subject in stores.decisions.list_dismissed_subjects()
        if subject.startswith("pay_")
    }
    unplaced = quiet - {intent.source_id for intent in intents}
    others = {i.source_id for i in intents if i.state is not PostingState.DROPPED}
    return {PlatformPaymentId(i) for i in (dropped - others) | unplaced}


def list_busy(stores: Stores, rules: WritingRules) -> set[InvoiceId]:
    """Invoices with a payment on any of their copies that the books do not show.

    One that a person dismissed counts, too: what was collected is not asked for again by itself.
    """
    payments_on = _payments_by_copy(stores)
    recorded = recorded_payments(stores)
    return {
        copy.invoice_id
        for copy in find_copies(stores, rules).values()
        if is_under_way(payments_on.get(copy.platform_invoice_id, []), recorded)
    }


def is_busy(copies: Iterable[CopyFacts]) -> bool:
    """Whether a payment on one of these copies keeps a new one from being put there."""
    return any(is_under_way(facts.payments, facts.recorded) for facts in copies)


def _review(
    stores: Stores,
    copies: Iterable[Copy],
    known: _Known,
    composer: Composer | None,
    leg: str | None = None,
) -> list[Reviewed]:
    made_by = {
        intent.remote_id: intent
        for intent in stores.outbox.list_intents([WriteKind.PLATFORM_INVOICE], leg=leg)
        if intent.remote_id
    }
    archived = stores.outbox.list_intents(
        [WriteKind.ARCHIVE_COPY], [PostingState.VERIFIED], leg=leg
    )
    put_away = {intent.target for intent in archived}
    invoices: dict[InvoiceId, Invoice | None] = {}
    facts_of: dict[InvoiceId, list[CopyFacts]] = defaultdict(list)
    for copy in copies:
        there = known.remote.get(copy.platform_invoice_id)
        if there is None:
            continue
        if copy.invoice_id not in invoices:
            invoices[copy.invoice_id] = stores.books.find_invoice(copy.invoice_id)
        invoice = invoices[copy.invoice_id]
        payments = known.payments_on.get(copy.platform_invoice_id, [])
        facts_of[copy.invoice_id].append(
            CopyFacts(
                there,
                invoice,
                copy.ours,
                payments,
                known.recorded,
                _is_current(composer, made_by.get(there.id), invoice, payments),
                known.dismissed,
                there.id in put_away,
            )
        )
    return [
        Reviewed(facts, invoice_id, twice.get(facts.copy.id) or decide(facts))
        for invoice_id, group in facts_of.items()
        for twice in [find_twice(group)]
        for facts in group
    ]


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
