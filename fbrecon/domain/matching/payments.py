"""Which payment in the books is which payment of the platform.

A marker of ours is proof. Without one, an equal payment on the same invoice is evidence: it is
accepted only where it is the only one both ways, and only where nothing would be posted anyway
(before `post_since`, while reading only, or for money that never moved). Else a person is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.money import Money
from fbrecon.domain.posting import find_marker, list_markers

NEAR_DAYS = 3
SETTLED_WITHIN_DAYS = 10


@dataclass(frozen=True, slots=True)
class Claim:
    """A platform payment's part for one invoice, as it would stand in the books.

    `near_days` is how far apart the dates of the same money may lie; None is any time. `others`
    are payments of which a person said that they are other money.
    """

    payment_id: PlatformPaymentId
    invoice_id: InvoiceId
    amount: Money
    paid_on: date
    markers: tuple[str, ...]
    adoptable: bool
    near_days: int | None = NEAR_DAYS
    others: AbstractSet[BookPaymentId] = frozenset()


def find_lookalikes(
    claim: Claim, payments: Iterable[BookPayment], taken: Iterable[BookPaymentId] = ()
) -> list[BookPayment]:
    """Live payments without our marker that could state the same fact: invoice, sum, near date."""
    return [p for p in _near(claim, payments, taken) if p.amount == claim.amount]


def find_cut(claim: Claim, payments: Iterable[BookPayment]) -> list[BookPayment]:
    """Live payments without our marker that could be this one, cut by FreshBooks.

    Of what is more than outstanding only the rest stays a payment; the other part becomes a credit.
    """
    return [
        payment
        for payment in _near(claim, payments, ())
        if payment.overpayment_id is not None
        and payment.amount.currency == claim.amount.currency
        and payment.amount < claim.amount
    ]


def _near(
    claim: Claim, payments: Iterable[BookPayment], taken: Iterable[BookPaymentId]
) -> list[BookPayment]:
    excluded = set(taken)
    return [
        payment
        for payment in payments
        if payment.invoice_id == claim.invoice_id
        and payment.visibility not in (Visibility.DELETED, Visibility.GONE)
        and payment.id not in excluded
        and payment.id not in claim.others
        and find_marker(payment.note) is None
        and (
            claim.near_days is None
            or abs((payment.paid_on - claim.paid_on).days) <= claim.near_days
        )
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
    # One invoice may stand on the platform twice, and its payment then claims it twice.
    once = {(claim.payment_id, claim.invoice_id): claim for claim in claims}
    open_claims = [claim for key, claim in once.items() if key not in settled]
    marked = [_list_marked(c, payments_of.get(c.invoice_id, ()), taken) for c in open_claims]
    found = {
        number: Match(
            claim.payment_id, payment.id, "It carries the marker of this payment.", "marker"
        )
        for number, claim, payment in _only_pairs(open_claims, marked)
    }
    # Where a marker is there and yet leaves a doubt, evidence must not speak over it.
    alike = [
        [] if carriers else find_lookalikes(c, payments_of.get(c.invoice_id, ()), taken)
        for c, carriers in zip(open_claims, marked, strict=True)
    ]
    for number, claim, payment in _only_pairs(open_claims, alike):
        if claim.adoptable:
            days = abs((payment.paid_on - claim.paid_on).days)
            apart = {0: "on the same day", 1: "1 day apart"}.get(days, f"{days} days apart")
            reason = f"Same invoice and sum, {apart}, and the only one of its kind."
            found[number] = Match(claim.payment_id, payment.id, reason, "rule")
    return [found[number] for number in sorted(found)]


def _list_marked(
    claim: Claim, payments: Iterable[BookPayment], taken: AbstractSet[BookPaymentId]
) -> list[BookPayment]:
    """Live payments that carry one of the claim's markers."""
    return [
        payment
        for payment in payments
        if payment.visibility not in (Visibility.DELETED, Visibility.GONE)
        and payment.id not in taken
        and not set(claim.markers).isdisjoint(list_markers(payment.note))
    ]


def _only_pairs(
    claims: Sequence[Claim], offers: Sequence[Sequence[BookPayment]]
) -> Iterator[tuple[int, Claim, BookPayment]]:
    """Claims with one payment on offer that is on offer to nobody else, with their place."""
    suitors = Counter(payment.id for offer in offers for payment in offer)
    for number, (claim, offer) in enumerate(zip(claims, offers, strict=True)):
        if len(offer) == 1 and suitors[offer[0].id] == 1:
            yield number, claim, offer[0]


def _invoice_of(
    match: Match, payments_of: Mapping[InvoiceId, Sequence[BookPayment]]
) -> InvoiceId | None:
    for invoice_id, payments in payments_of.items():
        if any(payment.id == match.book_payment_id for payment in payments):
            return invoice_id
    return None
