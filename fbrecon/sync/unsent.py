"""Recorded payments that were not sent yet: withdrawn, or let go, by what both services say now.

What a payment was held for may settle itself: a draft is sent, an equal payment deleted, an invoice
restored. The same guards speak as before a send, here over the company file; before anything
leaves, the books are read all the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from fbrecon.domain.documents import PlatformPayment, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.sync.ports import Books
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import ALIKE, SETTLED_BY_ITSELF, STATE, PaymentWriter, Sight

UNSENT = (PostingState.PROPOSED, PostingState.APPROVED, PostingState.HELD)
_NO_RECORD = (Visibility.DELETED, Visibility.GONE)
# Money that is not the merchant's, whatever it was before.
_TAKEN_BACK = (
    PlatformState.FAILED,
    PlatformState.RETURNED,
    PlatformState.DISPUTED,
    PlatformState.REFUNDED,
    PlatformState.CANCELLED,
)


class UnsentPayments:
    """Looks after the intents of one company that nothing was sent for."""

    def __init__(self, books: Books, stores: Stores) -> None:
        self._books = books
        self._stores = stores

    def review(self, payments: Iterable[PlatformPayment]) -> None:
        """Bring each in line with what both services say."""
        self._withdraw(payments)
        self._release()

    def _release(self) -> None:
        """Propose again what nothing speaks against any more."""
        writer = PaymentWriter(self._books, self._stores)
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.HELD]):
            may_pass = intent.hold in SETTLED_BY_ITSELF or intent.hold.startswith(ALIKE)
            if intent.attempts or not may_pass:
                continue
            invoice_id = InvoiceId(int(intent.key.leg))
            invoice = self._stores.books.find_invoice(invoice_id, lines=False)
            if invoice is None:
                continue
            payments = tuple(self._stores.books.list_payments_of([invoice_id]))
            if writer.guard(intent, invoice, payments).sight is Sight.CLEAR:
                text = "What it was held for is settled."
                self._stores.outbox.move(intent, PostingState.PROPOSED, text)

    def _recorded_by_others(self, source_ids: set[str]) -> dict[tuple[str, str], BookPaymentId]:
        """Which of these are matched with a payment that we did not make, by invoice."""
        found: dict[tuple[str, str], BookPaymentId] = {}
        for match in self._stores.decisions.matches():
            if match.made_by != "marker" and match.payment_id in source_ids:
                recorded = self._stores.books.find_payment(match.book_payment_id)
                if recorded is not None and recorded.visibility not in _NO_RECORD:
                    found[(match.payment_id, str(recorded.invoice_id))] = recorded.id
        return found

    def _withdraw(self, payments: Iterable[PlatformPayment]) -> None:
        """What the platform no longer calls succeeded, or a person recorded, is not sent."""
        state_of = {payment.id: payment for payment in payments}
        states = (*UNSENT, PostingState.REFUSED)
        waiting = self._stores.outbox.list_intents([WriteKind.PAYMENT], states)
        by_others = self._recorded_by_others({intent.source_id for intent in waiting})
        for intent in waiting:
            there = by_others.get((intent.source_id, intent.key.leg))
            if there is not None and f"{ALIKE}{there}" not in intent.waived:
                reason = f"FreshBooks has it already as payment {there}."
                self._stores.outbox.move(intent, PostingState.DROPPED, reason)
                continue
            payment = state_of.get(PlatformPaymentId(intent.source_id))
            if payment is not None and not intent.attempts:
                self._follow(intent, payment)
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.DROPPED]):
            payment = state_of.get(PlatformPaymentId(intent.source_id))
            if payment is not None and payment.state is PlatformState.SUCCEEDED:
                self._follow(intent, payment)

    def _follow(self, intent: Intent, payment: PlatformPayment) -> None:
        """What was not sent yet goes along with what the platform now says of the payment."""
        outbox, state = self._stores.outbox, intent.state
        word = payment.state.value.replace("_", " ")
        if payment.state is PlatformState.SUCCEEDED:
            if intent.hold == STATE and state in (PostingState.HELD, PostingState.DROPPED):
                outbox.move(intent, PostingState.PROPOSED, "The platform has it as collected now.")
        elif payment.state in _TAKEN_BACK:
            if state in UNSENT:
                text = f"The platform now calls it {word}; there is nothing to record."
                outbox.move(intent, PostingState.DROPPED, text, hold=STATE)
        elif state in (PostingState.PROPOSED, PostingState.APPROVED):
            text = f"The platform now calls it {word}."
            outbox.move(intent, PostingState.HELD, text, hold=STATE)
