"""Which payment in the books is which payment of the platform.

A marker of ours is proof. Without one, an equal payment on the same invoice is evidence: it is
accepted only where it is the only one both ways, and only where nothing would be posted anyway
(before `post_since`, while reading only, or for money that never moved). Else a person is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.money import Money

NEAR_DAYS = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A platform payment's part for one invoice, as it would stand in the books."""

    payment_id: PlatformPaymentId
    invoice_id: InvoiceId
    amount: Money
    paid_on: date
    markers: tuple[str, ...]
    adoptable: bool


def find_lookalikes(
    claim: Claim, payments: Iterable[BookPayment], taken: Iterable[BookPaymentId] = ()
) -> list[BookPayment]:
    """Live payments without our marker that could state the same fact: invoice, sum, near date."""
    excluded = set(taken)
    return [
        payment
        for payment in payments
        if payment.invoice_id == claim.invoice_id
        and payment.visibility is not Visibility.DELETED
        and payment.amount == claim.amount
        and payment.id not in excluded
        and "FBR-" not in payment.note
        and abs((payment.paid_on - claim.paid_on).days) <= NEAR_DAYS
    ]


def match_payments(
    claims: Sequence[Claim],
    payments_of: Mapping[InvoiceId, Sequence[BookPayment]],
    known: Iterable[Match],
) -> list[Match]:
    """New matches beside the known ones, in the claims' order."""
    known = list(known)
    taken = {match.book_payment_id for match in known}
    settled = {(match.payment_id, _invoice_of(match, payments_of)) for match in known}
    found: list[Match] = []
    open_claims = [c for c in claims if (c.payment_id, c.invoice_id) not in settled]
    for claim in open_claims:
        marked = [
            payment
            for payment in payments_of.get(claim.invoice_id, ())
            if payment.visibility is not Visibility.DELETED
            and payment.id not in taken
            and any(marker in payment.note for marker in claim.markers)
        ]
        if len(marked) == 1:
            taken.add(marked[0].id)
            reason = "It carries the marker of this payment."
            found.append(Match(claim.payment_id, marked[0].id, reason, "marker"))
    done = {match.payment_id for match in found}
    suitors: dict[BookPaymentId, list[Claim]] = defaultdict(list)
    offers: dict[tuple[PlatformPaymentId, InvoiceId], list[BookPayment]] = {}
    for claim in open_claims:
        if claim.payment_id in done:
            continue
        alike = find_lookalikes(claim, payments_of.get(claim.invoice_id, ()), taken)
        offers[(claim.payment_id, claim.invoice_id)] = alike
        for payment in alike:
            suitors[payment.id].append(claim)
    for claim in open_claims:
        alike = offers.get((claim.payment_id, claim.invoice_id), [])
        if claim.adoptable and len(alike) == 1 and len(suitors[alike[0].id]) == 1:
            days = abs((alike[0].paid_on - claim.paid_on).days)
            apart = "on the same day" if days == 0 else f"{days} days apart"
            reason = f"Same invoice and sum, {apart}, and the only one of its kind."
            found.append(Match(claim.payment_id, alike[0].id, reason, "rule"))
    return found


def _invoice_of(
    match: Match, payments_of: Mapping[InvoiceId, Sequence[BookPayment]]
) -> InvoiceId | None:
    for invoice_id, payments in payments_of.items():
        if any(payment.id == match.book_payment_id for payment in payments):
            return invoice_id
    return None
