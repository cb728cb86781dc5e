"""What should become of an invoice's copy on the platform, now that the books have moved on.

The platform shows no way to change an invoice, so a copy is replaced: archived, and put there
anew. That happens to copies we made only, and never while a payment on one is under way or not yet
in the books. Everything else is a question for a person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money, MoneyError

_UNDER_WAY = (PlatformState.PENDING, PlatformState.UNKNOWN, PlatformState.REFUNDED_PART)


class Step(StrEnum):
    """What is to be done with a copy."""

    LEAVE = "leave"
    ARCHIVE = "archive"
    MARK_PAID_THERE = "mark_paid_there"
    ARCHIVE_THERE = "archive_there"
    FROZEN_DIFFERS = "frozen_differs"


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """A copy, its invoice in the books (None if it is not there), and the payments on it.

    `recorded` are the payments that are in the books; `is_current` says whether the copy is what
    would be put there today (None where that is not known).
    """

    copy: PlatformInvoice
    invoice: Invoice | None
    ours: bool
    payments: Sequence[PlatformPayment]
    recorded: Collection[PlatformPaymentId]
    is_current: bool | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A step and the reason for it, as a sentence."""

    step: Step
    reason: str = ""


def is_under_way(
    payments: Sequence[PlatformPayment], recorded: Collection[PlatformPaymentId]
) -> bool:
    """Whether money may be moving that the books do not show yet."""
    return any(
        payment.state in _UNDER_WAY
        or (
            payment.state is PlatformState.SUCCEEDED
            and payment.method is not Method.NONE  # marked as paid by hand: never to be recorded
            and payment.id not in recorded
        )
        for payment in payments
    )


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
    invoice, due = facts.invoice, find_due(facts)
    if facts.copy.state is CopyState.ARCHIVED or due is None:
        return Decision(Step.LEAVE)
    if is_under_way(facts.payments, facts.recorded):
        return Decision(Step.LEAVE, "A payment on it is under way.")
    if invoice is None or invoice.visibility is Visibility.DELETED:
        if due.minor <= 0:
            return Decision(Step.LEAVE, "It was paid on the platform.")
        return Decision(
            Step.ARCHIVE_THERE, "The invoice was deleted in FreshBooks; the platform still asks."
        )
    if due.minor <= 0:
        return _frozen(invoice)
    if invoice.outstanding.minor <= 0 or invoice.status is InvoiceStatus.PAID:
        if facts.ours:
            return Decision(Step.ARCHIVE, "It was settled in the books.")
        if facts.copy.state is CopyState.PAID:
            return Decision(Step.LEAVE, "The platform has it as paid, too.")
        return Decision(
            Step.MARK_PAID_THERE, "It was settled in the books; the platform still asks for it."
        )
    if invoice.status in (InvoiceStatus.DRAFT, InvoiceStatus.DISPUTED):
        if facts.ours:
            return Decision(Step.ARCHIVE, f"It is {invoice.status.value} in the books.")
        return Decision(
            Step.ARCHIVE_THERE, f"It is {invoice.status.value} in FreshBooks; the platform asks."
        )
    return _changed(facts, invoice, due)


def _frozen(invoice: Invoice) -> Decision:
    """Paid in full through the platform: later edits in the books change nothing there."""
    if invoice.outstanding.minor == 0:
        return Decision(Step.LEAVE)
    return Decision(
        Step.FROZEN_DIFFERS,
        f"It was paid in full through the platform, and FreshBooks now shows "
        f"{invoice.outstanding} outstanding.",
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
