"""Payments that were recorded and on which the two services no longer agree.

The books are never changed by themselves: each is named, and goes away once both sides say the
same again.
"""

from __future__ import annotations

from collections.abc import Iterator

from fbrecon.app.company import Company
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import PlatformPayment, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind

_PUT_IT_RIGHT = "Delete or correct that payment in FreshBooks; this item then closes by itself."
_NO_LONGER_COLLECTED = {
    PlatformState.FAILED: _PUT_IT_RIGHT,
    PlatformState.RETURNED: _PUT_IT_RIGHT,
    PlatformState.DISPUTED: _PUT_IT_RIGHT,
    PlatformState.REFUNDED: _PUT_IT_RIGHT,
    PlatformState.REFUNDED_PART: _PUT_IT_RIGHT,
    PlatformState.CANCELLED: _PUT_IT_RIGHT,
    PlatformState.PENDING: (
        "Wait for the platform to say that it is collected, or delete the payment in FreshBooks; "
        "this item then closes by itself."
    ),
}


def money_findings(company: Company) -> Iterator[Finding]:
    """Recorded money that went back, and collected money that was deleted in the books."""
    payments = {payment.id: payment for payment in company.stores.platform.list_payments()}
    matched = {m.payment_id: m.book_payment_id for m in company.stores.decisions.matches()}
    intents = company.stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED)
    settled = {intent.source_id: intent for intent in intents}
    for payment in payments.values():
        if payment.state not in _NO_LONGER_COLLECTED:
            continue
        intent = settled.get(payment.id)
        if intent is not None:
            yield _gone_back(company, payment, intent)
        elif payment.id in matched:
            yield from _lost_match(company, payment, matched[payment.id])
    there = {(intent.source_id, intent.key.leg) for intent in intents}
    for intent in company.stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.UNDONE]):
        payment_id = PlatformPaymentId(intent.source_id)
        collected = payment_id in payments and payments[payment_id].state in _COLLECTED
        again = (intent.source_id, intent.key.leg) in there or payment_id in matched
        if collected and not again:
            yield _deleted(company, intent)


_COLLECTED = (PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART)


def _gone_back(company: Company, payment: PlatformPayment, intent: Intent) -> Finding:
    return Finding(
        f"money back {payment.id} {payment.state.value}",
        AttentionKind.PAYMENT_FAILED_AFTER_POSTING,
        "A recorded payment did not last",
        f"{intent.subject}: the platform now calls it {_word(payment)}. FreshBooks still has it as "
        f"payment {intent.remote_id}; nothing was changed there.",
        _NO_LONGER_COLLECTED[payment.state],
        f"pay_{payment.id}",
        link_of(company, intent),
        ("open_link", "dismiss"),
    )


def _lost_match(
    company: Company, payment: PlatformPayment, book_payment_id: BookPaymentId
) -> Iterator[Finding]:
    """Money that went back, of a payment that somebody else recorded."""
    recorded = company.stores.books.find_payment(book_payment_id)
    if recorded is None or recorded.visibility is Visibility.DELETED:
        return
    books = company.find_books()
    link = ""
    if books is not None and recorded.invoice_id is not None:
        link = books.invoice_link(recorded.invoice_id)
    yield Finding(
        f"money back {payment.id} {payment.state.value}",
        AttentionKind.PAYMENT_FAILED_AFTER_POSTING,
        "A recorded payment did not last",
        f"Payment {recorded.id} of {recorded.amount} in FreshBooks: the platform now calls it "
        f"{_word(payment)}. Nothing was changed in FreshBooks.",
        _NO_LONGER_COLLECTED[payment.state],
        f"pay_{payment.id}",
        link,
        ("open_link", "dismiss"),
    )


def _deleted(company: Company, intent: Intent) -> Finding:
    return Finding(
        f"deleted {intent.key.text}",
        AttentionKind.PAYMENT_DELETED,
        "A recorded payment was deleted in FreshBooks",
        f"{intent.subject}: payment {intent.remote_id} was deleted in FreshBooks, and the platform "
        "still has the money as collected. It is not recorded again by itself.",
        "Restore it in FreshBooks if the customer's money is to count there, or dismiss this.",
        f"pay_{intent.source_id}",
        link_of(company, intent),
        ("open_link", "dismiss"),
    )


def _word(payment: PlatformPayment) -> str:
    return payment.state.value.replace("_", " ")


def link_of(company: Company, intent: Intent) -> str:
    """Where a person opens the invoice in FreshBooks; "" while it is not connected."""
    books = company.find_books()
    return books.invoice_link(InvoiceId(int(intent.key.leg))) if books is not None else ""
