"""Which records state the same fact. Pure, deterministic, each result with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.domain.ids import BookPaymentId, PlatformPaymentId


@dataclass(frozen=True, slots=True)
class Match:
    """A payment of the platform and the payment in the books that states the same fact.

    `made_by` is marker (ours, certain), rule (evidence), or person.
    """

    payment_id: PlatformPaymentId
    book_payment_id: BookPaymentId
    reason: str
    made_by: str
