"""What should be recorded in the books for what the platform collected, and why, or why not.

Pure: facts in, proposals out, the same for the same facts. What is posted is what the payment
takes off the invoice: what was charged less fees that the customer covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fbrecon.domain.documents import Invoice, Method, PlatformPayment, PlatformState
from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.moments import day_in
from fbrecon.domain.money import Money, MoneyError, total
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.domain.rules import LATE_FEES, WritingRules


@dataclass(frozen=True, slots=True)
class Proposal:
    """A payment to be recorded: approved where it is certain, proposed or held where not."""

    key: IntentKey
    payment: PlatformPayment
    invoice: Invoice
    amount: Money
    paid_on: date
    state: PostingState
    reason: str


@dataclass(frozen=True, slots=True)
class NotProposed:
    """A payment for which nothing is to be recorded now, and why.

    `needs_person` says whether somebody should look at it, `hint` what they can do; `in_file` that
    only a file tells of it.
    """

    payment_id: PlatformPaymentId
    reason: str
    needs_person: bool = False
    hint: str = "Record it in FreshBooks by hand; fbrecon will match it."
    in_file: bool = False


def payment_key(
    rules: WritingRules,
    payment_id: PlatformPaymentId,
    invoice_id: InvoiceId,
    generation: int = 1,
    platform: str = "",
) -> IntentKey:
    """The key of recording that payment on that invoice; `platform` where it is not the usual."""
    source = f"{platform or rules.platform}:{payment_id}"
    return IntentKey(rules.account, WriteKind.PAYMENT, source, str(invoice_id), generation)


def paid_on(payment: PlatformPayment, rules: WritingRules) -> date:
    """The day of the payment in the business's time zone."""
    return day_in(payment.created_at, rules.timezone)


def split_over(
    payment: PlatformPayment, invoices: Sequence[Invoice]
) -> dict[InvoiceId, Money] | None:
    """How much of the payment each invoice gets; None where that is not beyond doubt.

    One invoice takes it all. Several are split only where their outstanding sums make up the
    payment exactly. Raises `MoneyError` where the sum does not fit the currency.
    """
    currency = invoices[0].outstanding.currency
    taken_off = payment.taken_off(currency)
    if len(invoices) == 1:
        return {invoices[0].id: taken_off}
    if any(invoice.outstanding.currency != currency for invoice in invoices):
        return None
    if total((invoice.outstanding for invoice in invoices), currency) != taken_off:
        return None
    return {invoice.id: invoice.outstanding for invoice in invoices}


def propose_payments(
    payments: Iterable[PlatformPayment],
    invoices_of: Mapping[PlatformPaymentId, Sequence[Invoice]],
    settled: Iterable[PlatformPaymentId],
    rules: WritingRules,
) -> tuple[list[Proposal], list[NotProposed]]:
    """Proposals for all succeeded payments that are not settled yet, and reasons for the rest.

    `settled` are payments already matched or with an intent of their own.
    """
    done = set(settled)
    proposals: list[Proposal] = []
    others: list[NotProposed] = []
    for payment in payments:
        if payment.id in done:
            continue
        if payment.state is PlatformState.REFUNDED_PART:
            others.append(_refunded_early(payment, invoices_of.get(payment.id, ()), rules))
        if payment.state is not PlatformState.SUCCEEDED:
            continue
        found = _propose(payment, invoices_of.get(payment.id, ()), rules)
        if isinstance(found, NotProposed):
            others.append(found)
        else:
            proposals.extend(found)
    return proposals, others


def _refunded_early(
    payment: PlatformPayment, invoices: Sequence[Invoice], rules: WritingRules
) -> NotProposed:
    """How much of it still stands the platform does not say, so a person has to."""
    waits = rules.writes and bool(invoices) and payment.method is not Method.NONE
    reason = "A part of it was refunded before it was recorded in FreshBooks."
    return NotProposed(payment.id, reason, needs_person=waits)


def _propose(
    payment: PlatformPayment, invoices: Sequence[Invoice], rules: WritingRules
) -> list[Proposal] | NotProposed:
    if payment.method is Method.NONE:
        return NotProposed(
            payment.id, "It was marked as paid by hand on the platform; no money moved."
        )
    if not rules.writes:
        return NotProposed(
            payment.id, "fbrecon only reads while the platform's own FreshBooks link may be on."
        )
    if not invoices:
        return NotProposed(
            payment.id, "The platform does not say for which invoice in the books it is."
        )
    # One invoice may stand on the platform twice, as a copy and its replacement.
    invoices = list({invoice.id: invoice for invoice in invoices}.values())
    try:
        parts = split_over(payment, invoices)
    except MoneyError as error:
        return NotProposed(
            payment.id, f"Its sum cannot be read exactly: {error}.", needs_person=True
        )
    if parts is None:
        return NotProposed(
            payment.id,
            "It is for several invoices, and their outstanding sums do not make it up exactly.",
            needs_person=True,
        )
    if payment.method is Method.UNKNOWN and _is_settled_without(payment, invoices):
        return NotProposed(
            payment.id,
            "The platform does not say how it was made, and its invoice is settled in FreshBooks: "
            "taken for a mark by hand.",
        )
    state, reason = _certainty(payment, parts, rules)
    return [
        Proposal(
            payment_key(rules, payment.id, invoice.id, platform=payment.source),
            payment,
            invoice,
            parts[invoice.id],
            paid_on(payment, rules),
            state,
            reason,
        )
        for invoice in invoices
    ]


def _is_settled_without(payment: PlatformPayment, invoices: Sequence[Invoice]) -> bool:
    """Whether the books have no room for it, and nothing was kept of it either."""
    return not payment.fees and all(invoice.outstanding.minor <= 0 for invoice in invoices)


def _certainty(
    payment: PlatformPayment, parts: Mapping[InvoiceId, Money], rules: WritingRules
) -> tuple[PostingState, str]:
    if not payment.adds_up:
        return PostingState.HELD, (
            f"The platform's figures do not add up: charged {payment.total}, sub-total "
            f"{payment.sub_total}, fees on top {payment.customer_fees}."
        )
    if any(fee.kind in LATE_FEES for fee in payment.fees):
        return (
            PostingState.HELD,
            "It has a fee for paying late or interest; check where it belongs.",
        )
    if payment.method is Method.UNKNOWN:
        return PostingState.HELD, (
            "The platform does not say how it was made: approve it if money was collected, dismiss "
            "it if it was marked as paid by hand."
        )
    if any(part.minor <= 0 for part in parts.values()):
        return PostingState.HELD, "It takes nothing off the invoice."
    if payment.only_in_file:
        return PostingState.PROPOSED, "It came from a file, so it waits for your approval."
    if paid_on(payment, rules) < rules.post_since:
        return PostingState.PROPOSED, (
            f"It was paid before {rules.post_since.isoformat()}, when posting began."
        )
    if not rules.auto_post:
        return PostingState.PROPOSED, "Posting by itself is switched off; approve it."
    return PostingState.APPROVED, "The platform says which invoice it is for, and the sums agree."
