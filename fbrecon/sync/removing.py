"""Taking a payment of ours back: the order, the look before it, the deletion, the proof.

Only a person orders it. It happens only while the record in the books still equals what was
written; otherwise it says what changed and leaves everything as it is. A removal carries no
marker of its own: the id of the record that it deletes is its key.
"""

from __future__ import annotations

import itertools
from datetime import datetime

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import (
    SETTLED,
    IntentKey,
    PostingState,
    WriteKind,
    WriteOutcome,
    find_marker,
    may_move,
)
from fbrecon.errors import NotFound, Refused
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import Confirmation, Look, Sight, is_witnessed

_UNDER_WAY = (PostingState.APPROVED, PostingState.SENDING, PostingState.UNCERTAIN)
_WAITING = (PostingState.HELD, PostingState.REFUSED, PostingState.PROPOSED, PostingState.DROPPED)


def order_removal(
    books: Books, stores: Stores, account: str, payment_id: BookPaymentId, why: str
) -> Intent:
    """Keep a person's order to delete that payment of ours; it is sent by the next posting run.

    The order of a payment that is being removed, or was, is the one that is there. Raises
    `NotFound` for a payment that is not mirrored, `Refused` for one that we did not write.
    """
    payment = stores.books.find_payment(payment_id)
    if payment is None or payment.invoice_id is None:
        raise NotFound(
            "That payment is not here", f"Nothing is mirrored as payment {payment_id}.", "Sync."
        )
    if find_written(stores, payment) is None:
        raise Refused(
            "That payment is not ours",
            f"Payment {payment_id} was not recorded by fbrecon, so fbrecon does not delete it.",
            "Delete it in FreshBooks.",
        )
    for generation in itertools.count(1):
        key = removal_key(account, payment_id, payment.invoice_id, generation)
        known = stores.outbox.find(key)
        if known is None:
            return _add(books, stores, key, payment, why)
        if known.state in _UNDER_WAY:
            return known
        if known.state in _WAITING:
            return _order_again(stores, known, why)
        if payment.visibility is Visibility.DELETED:
            return known
        # It was deleted by us and restored there since: this is another order.
    raise AssertionError("generations never end")


def removal_key(
    account: str, payment_id: BookPaymentId, invoice_id: InvoiceId, generation: int = 1
) -> IntentKey:
    """The key of deleting that payment."""
    source = f"freshbooks:{payment_id}"
    return IntentKey(account, WriteKind.PAYMENT_REMOVAL, source, str(invoice_id), generation)


def find_written(stores: Stores, payment: BookPayment) -> Intent | None:
    """What we wrote as that payment: by its id, else by the marker that it carries."""
    written = stores.outbox.find_by_remote(WriteKind.PAYMENT, str(payment.id))
    if written is None and (marker := find_marker(payment.note)) is not None:
        written = stores.outbox.find_by_marker(marker)
    return written if written is not None and written.kind is WriteKind.PAYMENT else None


def _add(books: Books, stores: Stores, key: IntentKey, payment: BookPayment, why: str) -> Intent:
    assert payment.invoice_id is not None
    invoice = stores.books.find_invoice(payment.invoice_id, lines=False)
    number = invoice.number if invoice is not None else str(payment.invoice_id)
    return stores.outbox.add(
        NewIntent(
            key=key,
            subject=f"Taking back the payment of {payment.amount} on invoice {number}",
            target=str(payment.id),
            body=books.render_payment_removal(),
            state=PostingState.APPROVED,
            reason=why,
            amount=payment.amount,
            on_date=payment.paid_on,
        )
    )


def _order_again(stores: Stores, intent: Intent, why: str) -> Intent:
    with stores.write():
        if not may_move(intent.state, PostingState.APPROVED):
            intent = stores.outbox.move(intent, PostingState.PROPOSED, why)
        return stores.outbox.move(intent, PostingState.APPROVED, why)


class RemovalWriter:
    """Deletes payments that we wrote."""

    def __init__(self, books: Books, stores: Stores) -> None:
        self._books = books
        self._stores = stores

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """The payment as it stands now, and all others of its invoice."""
        cancel.raise_if_cancelled()
        payment = self._books.find_payment(intent.target)
        if payment is None:
            text = f"FreshBooks does not know payment {intent.target} any more."
            return Look(Sight.FOUND, text, intent.target)
        with self._stores.write():
            self._stores.books.save_payments([payment])
        if payment.visibility is Visibility.DELETED:
            return Look(Sight.FOUND, f"Payment {payment.id} is deleted.", intent.target)
        written = find_written(self._stores, payment)
        if written is None:
            return _changed(payment, ["its note no longer carries our marker"])
        changed = list(self._books.payment_differences(written.body, payment))
        if payment.visibility is not Visibility.ACTIVE:
            changed.append(f"it is {payment.visibility.value}")
        if changed:
            return _changed(payment, changed)
        return self._beside_twins(payment, written, cancel)

    def _beside_twins(self, payment: BookPayment, written: Intent, cancel: CancelToken) -> Look:
        """Of a payment that stands there twice, the one that we know comes last."""
        assert payment.invoice_id is not None
        scan = self._books.scan_payments(payment.invoice_id, cancel)
        twins = [
            other
            for other in scan.payments
            if other.id != payment.id
            and other.visibility is not Visibility.DELETED
            and written.marker in other.note
        ]
        known = written.remote_id == str(payment.id)
        if known and twins:
            ids = ", ".join(str(twin.id) for twin in twins)
            return Look(Sight.ASK, f"FreshBooks has it more than once: remove payment {ids} first.")
        if not known and not twins:
            return Look(Sight.ASK, f"Payment {payment.id} is the only one left of its kind.")
        text = f"Read before deleting: payment {payment.id}, {payment.amount}, as written."
        return Look(Sight.CLEAR, text)

    def send(self, intent: Intent) -> WriteOutcome:
        """Delete it once."""
        return self._books.send_payment_removal(intent.target, intent.body)

    def service_time(self) -> datetime | None:
        """FreshBooks' time by its last answer."""
        return self._books.service_time()

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read back that it is deleted and that its invoice is open again."""
        payment_id = BookPaymentId(int(intent.target))
        invoice_id = InvoiceId(int(intent.key.leg))
        payment = self._books.find_payment(intent.target)
        if payment is not None and payment.visibility is not Visibility.DELETED:
            with self._stores.write():
                self._stores.books.save_payments([payment])
            return Confirmation(False, f"Payment {payment_id} is not deleted in FreshBooks.")
        invoice = self._books.find_invoice(invoice_id)
        scan = self._books.scan_payments(invoice_id, cancel)
        reopened = invoice is None or invoice.visibility is Visibility.DELETED
        if invoice is not None and not reopened:
            live = [p for p in scan.payments if p.visibility is not Visibility.DELETED]
            reopened = is_witnessed(invoice, live)
        with self._stores.write():
            self._stores.books.save_payments([*scan.payments, *([payment] if payment else [])])
            if invoice is not None:
                self._stores.books.save_invoices([invoice])
            if reopened:
                self._undo(payment_id)
        if not reopened:
            assert invoice is not None
            still = f"invoice {invoice.number} still says that {invoice.paid} is paid"
            return Confirmation(None, f"It is deleted; {still}.")
        return Confirmation(True, f"Read back: payment {payment_id} is deleted.")

    def _undo(self, payment_id: BookPaymentId) -> None:
        """What had written it is undone now; a match with it no longer holds."""
        written = self._stores.outbox.find_by_remote(WriteKind.PAYMENT, str(payment_id))
        if written is not None and written.state in (*SETTLED, PostingState.DISCREPANCY):
            text = f"Payment {payment_id} was taken back."
            self._stores.outbox.move(written, PostingState.UNDONE, text)
        self._stores.decisions.forget_matches([payment_id])


def _changed(payment: BookPayment, changed: list[str]) -> Look:
    return Look(
        Sight.ASK,
        f"Payment {payment.id} is not as it was written: {'; '.join(changed)}. It was left alone.",
    )
