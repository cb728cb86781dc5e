"""Payments of ours that stand in the books more than once, and which of them is one too many.

Two computers in the same minute, or an answer later than any delay, can do that; nothing sent once
can prevent it without the service's help. So it is looked for in what every sync has read anyway.
"""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import WriteKind, list_markers
from fbrecon.sync.recording_again import generations_of
from fbrecon.sync.stores import Stores


@dataclass(frozen=True, slots=True)
class Doubled:
    """One payment's records: `kept` is the one that we know, or the oldest; `extra` the others."""

    intent: Intent
    kept: BookPayment
    extra: tuple[BookPayment, ...]


def list_doubled(stores: Stores) -> list[Doubled]:
    """All payments of ours of which more than one record is live, also under an older marker."""
    suspects = [stores.outbox.find_by_marker(m) for m in stores.books.list_doubled_markers()]
    again = [i for i in stores.outbox.list_intents([WriteKind.PAYMENT]) if i.key.generation > 1]
    found: dict[tuple[str, str], Doubled] = {}
    for intent in (*suspects, *again):
        if intent is None or intent.kind is not WriteKind.PAYMENT:
            continue
        doubled = _find(stores, intent)
        if doubled is not None:
            found.setdefault((intent.key.source, intent.key.leg), doubled)
    return list(found.values())


def _find(stores: Stores, intent: Intent) -> Doubled | None:
    markers = {key.marker for key in generations_of(intent.key)}
    live = sorted(
        (
            payment
            for payment in stores.books.list_payments_of([InvoiceId(int(intent.key.leg))])
            if payment.visibility in (Visibility.ACTIVE, Visibility.ARCHIVED)
            and not markers.isdisjoint(list_markers(payment.note))
        ),
        key=lambda payment: payment.id,
    )
    if len(live) < 2:
        return None
    kept = next((p for p in live if str(p.id) == intent.remote_id), live[0])
    return Doubled(intent, kept, tuple(payment for payment in live if payment.id != kept.id))
