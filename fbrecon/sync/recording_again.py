"""Recording once more what was recorded and then deleted in the books, when a person orders it.

It is another generation of the same write, with a marker of its own, so that what stands there
deleted never passes for what is recorded now. It is allowed only while every record with an earlier
marker is deleted, and looked at again before it is sent.
"""

from __future__ import annotations

from dataclasses import replace

from fbrecon.domain.documents import Method, PlatformState, Visibility
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import IntentKey, PostingState, list_markers
from fbrecon.errors import Refused
from fbrecon.sync.copies import GENERATIONS
from fbrecon.sync.notes import note_of
from fbrecon.sync.ports import Books
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import DELETED_RECORD

_OVER = (PostingState.UNDONE, PostingState.DROPPED)


def may_be_recorded_again(intent: Intent) -> bool:
    """Whether its record was deleted in the books, as far as the outbox knows."""
    return intent.state is PostingState.UNDONE or (
        intent.state is PostingState.HELD and intent.hold == DELETED_RECORD
    )


def generations_of(key: IntentKey) -> list[IntentKey]:
    """The keys of all times that the same payment may have been recorded, this one among them."""
    return [replace(key, generation=number) for number in GENERATIONS]


def order_again(books: Books, stores: Stores, intent: Intent) -> Intent:
    """Keep a person's order to record it once more; it is sent with the next sync, after a look.

    The order that is there already is the answer to a second one. Raises `Refused` where a record
    of it is live, where the platform no longer has the money, or where it was deleted too often.
    """
    keys = generations_of(intent.key)
    known = [stores.outbox.find(key) for key in keys]
    for other in known:
        if other is not None and other.key != intent.key and other.state not in _OVER:
            return other
    _require_deleted(stores, keys)
    payment = stores.platform.find_payment(PlatformPaymentId(intent.source_id))
    if payment is None or payment.state is not PlatformState.SUCCEEDED:
        raise Refused(
            "The platform does not have that money",
            "It is recorded again only while the platform calls the payment collected.",
            "Look at the payment on the platform.",
        )
    used = {marker for note in _notes(stores, intent) for marker in list_markers(note)}
    free = [
        key
        for key, other in zip(keys, known, strict=True)
        if other is None and key.marker not in used
    ]
    if not free:
        raise Refused(
            "It was recorded and deleted too often",
            f"It was recorded {len(keys)} times, and deleted in FreshBooks each time.",
            "Record it in FreshBooks by hand; fbrecon will match it.",
        )
    assert intent.amount is not None
    assert intent.on_date is not None
    method = Method.OTHER if payment.method is Method.NONE else payment.method
    draft = PaymentDraft(
        InvoiceId(int(intent.key.leg)),
        intent.amount,
        intent.on_date,
        method,
        note_of(payment.id, free[0]),
    )
    why = "A person ordered it to be recorded again, after its record was deleted."
    new = NewIntent(
        free[0],
        intent.subject,
        intent.target,
        books.render_payment(draft),
        PostingState.APPROVED,
        why,
        intent.amount,
        intent.on_date,
    )
    with stores.write():
        if intent.state is PostingState.HELD:
            stores.outbox.move(intent, PostingState.DROPPED, why, hold=DELETED_RECORD)
        return stores.outbox.add(new)


def _require_deleted(stores: Stores, keys: list[IntentKey]) -> None:
    markers = {key.marker for key in keys}
    for payment in stores.books.list_payments_of([InvoiceId(int(keys[0].leg))]):
        live = payment.visibility is not Visibility.DELETED
        if live and not markers.isdisjoint(list_markers(payment.note)):
            raise Refused(
                "It is recorded already",
                f"FreshBooks has it as payment {payment.id}.",
                "Look at the invoice in FreshBooks.",
            )


def _notes(stores: Stores, intent: Intent) -> list[str]:
    payments = stores.books.list_payments_of([InvoiceId(int(intent.key.leg))])
    return [payment.note for payment in payments]
