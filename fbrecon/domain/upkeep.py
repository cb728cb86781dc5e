"""What should become of an invoice's copy on the platform, now that the books have moved on.

The platform shows no way to change an invoice, so a copy is replaced: archived, and put there
anew. That happens to copies we made only, once, and never while a payment on one is under way or
not yet in the books. Everything else is a question for a person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from fbrecon.domain.documents import (
    CopyState,
    Invoice,
    InvoiceStatus,
    Method,
    PlatformInvoice,
    PlatformPayment,
    PlatformState,
    Visibility,
)
from fbrecon.domain.ids import PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.money import Money, MoneyError

_UNDER_WAY = (PlatformState.PENDING, PlatformState.UNKNOWN)
_COLLECTED = (PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART)
# Money that was taken back, not given: the customer still owes it once the books say so.
_TAKEN_BACK = (PlatformState.FAILED, PlatformState.RETURNED, PlatformState.DISPUTED)


class Step(StrEnum):
    """What is to be done with a copy."""

    LEAVE = "leave"
    ARCHIVE = "archive"
    MARK_PAID_THERE = "mark_paid_there"
    ARCHIVE_THERE = "archive_there"
    FROZEN_DIFFERS = "frozen_differs"
    ASKED_TWICE = "asked_twice"
    DISMISSED_DIFFERS = "dismissed_differs"


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """A copy, its invoice in the books (None if it is not there), and the payments on it.

    `recorded` are the payments that are in the books, `dismissed` those that a person said no to
    and that are not; `is_current` says whether the copy is what would be put there today (None
    where that is not known), `brought_back` whether we archived it before.
    """

    copy: PlatformInvoice
    invoice: Invoice | None
    ours: bool
    payments: Sequence[PlatformPayment]
    recorded: Collection[PlatformPaymentId]
    is_current: bool | None
    dismissed: Collection[PlatformPaymentId] = field(default_factory=tuple)
    brought_back: bool = False

    @property
    def is_asking(self) -> bool:
        """Whether it stands on the platform and asks for money, as far as is known."""
        due = find_due(self)
        return self.copy.state is not CopyState.ARCHIVED and (due is None or due.minor > 0)


@dataclass(frozen=True, slots=True)
class Decision:
    """A step, the reason for it as a sentence, and the payment that it is about, if any."""

    step: Step
    reason: str = ""
    payment_id: PlatformPaymentId | None = None


def is_under_way(
    payments: Sequence[PlatformPayment],
    recorded: Collection[PlatformPaymentId],
    dismissed: Collection[PlatformPaymentId] = (),
) -> bool:
    """Whether money may be moving that the books do not show yet."""
    return any(
        payment.state in _UNDER_WAY
        or (_is_missing(payment, recorded) and payment.id not in dismissed)
        for payment in payments
    )


def _is_missing(payment: PlatformPayment, recorded: Collection[PlatformPaymentId]) -> bool:
    """Whether it was collected and is not in the books."""
    return (
        payment.state in _COLLECTED
        and payment.method is not Method.NONE  # marked as paid by hand: never to be recorded
        and payment.id not in recorded
    )


def _was_given_back_in_part(facts: CopyFacts) -> bool:
    return any(payment.state is PlatformState.REFUNDED_PART for payment in facts.payments)


def find_due(facts: CopyFacts) -> Money | None:
    """What a copy still asks for: its total less its own collected payments; None if unclear."""
    currency = facts.copy.total.currency
    due = facts.copy.total
    try:
        for payment in facts.payments:
            if payment.state is PlatformState.SUCCEEDED:
                due = due - payment.taken_off(currency)
    except MoneyError:
        return None
    return due


def decide(facts: CopyFacts) -> Decision:
    """What to do with the copy; the same facts always give the same step."""
    decision = _decide(facts)
    if decision.step is Step.ARCHIVE and facts.brought_back:
        reason = f"It was archived, and somebody brought it back on the platform. {decision.reason}"
        return Decision(Step.ARCHIVE_THERE, reason)
    return decision


def find_twice(copies: Sequence[CopyFacts]) -> dict[PlatformInvoiceId, Decision]:
    """Among the copies of one invoice, those that ask for its money beside a better one.

    The better one is ours, asks for what is outstanding, and is the newest, in this order. What
    we are about to archive ourselves is not counted.
    """
    asking = [c for c in copies if c.is_asking and decide(c).step is not Step.ARCHIVE]
    if len(asking) < 2:
        return {}
    best = max(asking, key=_merit)
    texts = "; ".join(f"{c.copy.id} asks for {find_due(c) or c.copy.total}" for c in asking)
    reason = f"The platform asks for it {len(asking)} times: {texts}. Keep {best.copy.id}."
    return {c.copy.id: Decision(Step.ASKED_TWICE, reason) for c in asking if c is not best}


def _merit(facts: CopyFacts) -> tuple[bool, bool, bool, str, str]:
    right = facts.invoice is not None and find_due(facts) == facts.invoice.outstanding
    created = facts.copy.created_at.isoformat() if facts.copy.created_at else ""
    moving = is_under_way(facts.payments, facts.recorded, facts.dismissed)
    moving = moving or _was_given_back_in_part(facts)
    return moving, facts.ours, right, created, facts.copy.id


def _decide(facts: CopyFacts) -> Decision:
    invoice, due = facts.invoice, find_due(facts)
    if due is None:
        return Decision(Step.LEAVE, "The sum of a payment on it cannot be read exactly.")
    if facts.copy.state is CopyState.ARCHIVED:
        return _archived(facts, invoice)
    if is_under_way(facts.payments, facts.recorded, facts.dismissed):
        return Decision(Step.LEAVE, "A payment on it is under way.")
    if _was_given_back_in_part(facts):
        # Nothing tells how much of it: neither what the copy asks for now, nor whether it should.
        return Decision(Step.LEAVE, "A part of a payment on it was given back.")
    if invoice is None or invoice.visibility in (Visibility.DELETED, Visibility.GONE):
        if due.minor <= 0:
            return Decision(Step.LEAVE, "It was paid on the platform.")
        if invoice is not None and invoice.visibility is Visibility.GONE:
            return Decision(
                Step.ARCHIVE_THERE,
                "FreshBooks no longer shows the invoice; the platform still asks for it.",
            )
        return Decision(
            Step.ARCHIVE_THERE, "The invoice was deleted in FreshBooks; the platform still asks."
        )
    if any(p.state in _TAKEN_BACK and p.id in facts.recorded for p in facts.payments):
        return Decision(
            Step.LEAVE, "A payment on it did not last, and FreshBooks still has that payment."
        )
    if due.minor <= 0:
        return _not_dismissed(facts, invoice, due, _frozen(facts, invoice))
    return _asking(facts, invoice, due)


def _asking(facts: CopyFacts, invoice: Invoice, due: Money) -> Decision:
    if invoice.outstanding.minor <= 0 or invoice.status is InvoiceStatus.PAID:
        if facts.ours:
            return Decision(Step.ARCHIVE, "It was settled in the books.")
        if facts.copy.state is CopyState.PAID:
            return Decision(Step.LEAVE, "The platform has it as paid, too.")
        return Decision(
            Step.MARK_PAID_THERE, "It was settled in the books; the platform still asks for it."
        )
    if invoice.status in (InvoiceStatus.DRAFT, InvoiceStatus.DISPUTED):
        draft = invoice.status is InvoiceStatus.DRAFT
        if facts.ours:
            reason = "It is a draft in the books." if draft else "It is disputed in the books."
            return Decision(Step.ARCHIVE, reason)
        return Decision(
            Step.ARCHIVE_THERE,
            "It is a draft in FreshBooks; the platform still asks for it."
            if draft
            else "It is disputed in FreshBooks; the platform still asks for it.",
        )
    return _not_dismissed(facts, invoice, due, _changed(facts, invoice, due))


def _archived(facts: CopyFacts, invoice: Invoice | None) -> Decision:
    missing = [p for p in facts.payments if _is_missing(p, facts.recorded)]
    if any(payment.state in _UNDER_WAY for payment in facts.payments):
        return Decision(Step.LEAVE, "A payment on the archived copy is under way.")
    if invoice is None or not invoice.is_collectable or not missing:
        return Decision(Step.LEAVE, "It is archived on the platform.")
    if any(payment.id not in facts.dismissed for payment in missing):
        return Decision(Step.LEAVE, "A payment on the archived copy is not in FreshBooks yet.")
    return Decision(
        Step.DISMISSED_DIFFERS,
        f"Payment {missing[0].id} was collected on it and dismissed here, and FreshBooks shows "
        f"{invoice.outstanding} outstanding. It is not put on the platform again.",
        missing[0].id,
    )


def _not_dismissed(facts: CopyFacts, invoice: Invoice, due: Money, decision: Decision) -> Decision:
    """The decision, unless a payment that a person dismissed is what makes the difference."""
    missing = [p for p in facts.payments if _is_missing(p, facts.recorded)]
    if decision.step is Step.LEAVE or not missing:
        return decision
    return Decision(
        Step.DISMISSED_DIFFERS,
        f"Payment {missing[0].id} was collected on it and dismissed here. The platform asks for "
        f"{max(due, due - due)}; FreshBooks shows {invoice.outstanding} outstanding.",
        missing[0].id,
    )


def _frozen(facts: CopyFacts, invoice: Invoice) -> Decision:
    """Paid in full through the platform: later edits in the books change nothing there."""
    by_hand = any(p.method is Method.NONE for p in facts.payments)
    how = "It was paid in full through the platform"
    if by_hand:
        how = "It was marked as paid on the platform"
    if invoice.outstanding.minor == 0:
        return Decision(Step.LEAVE, f"{how}.")
    return Decision(
        Step.FROZEN_DIFFERS,
        f"{how}, and FreshBooks now shows {invoice.outstanding} outstanding.",
    )


def _changed(facts: CopyFacts, invoice: Invoice, due: Money) -> Decision:
    if invoice.visibility is not Visibility.ACTIVE:
        return Decision(Step.LEAVE, "Archiving in FreshBooks does not reach the platform.")
    if due != invoice.outstanding:
        reason = f"The platform asks for {due}; {invoice.outstanding} is outstanding."
        return Decision(Step.ARCHIVE if facts.ours else Step.ARCHIVE_THERE, reason)
    if facts.ours and facts.is_current is False:
        return Decision(Step.ARCHIVE, "Its lines or its due date changed in the books.")
    return Decision(Step.LEAVE)
