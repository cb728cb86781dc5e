"""Payments that were recorded and on which the two services no longer agree.

The books are never changed by themselves: each is named, and goes away once both sides say the
same again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from fbrecon.app.company import Company
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import (
    BookPayment,
    PayoutLineKind,
    PlatformPayment,
    PlatformState,
    Visibility,
)
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.sync.doubles import Doubled, list_doubled

_PUT_IT_RIGHT = "Delete or correct that payment in FreshBooks; this item then closes by itself."
_NO_LONGER_COLLECTED = {
    PlatformState.FAILED: _PUT_IT_RIGHT,
    PlatformState.RETURNED: _PUT_IT_RIGHT,
    PlatformState.DISPUTED: _PUT_IT_RIGHT,
    PlatformState.REFUNDED: _PUT_IT_RIGHT,
    PlatformState.REFUNDED_PART: (
        "Lower that payment in FreshBooks by what was given back; this item then closes by itself."
    ),
    PlatformState.CANCELLED: _PUT_IT_RIGHT,
    PlatformState.PENDING: (
        "Wait for the platform to say that it is collected, or delete the payment in FreshBooks; "
        "this item then closes by itself."
    ),
}


def money_findings(company: Company) -> Iterator[Finding]:
    """Recorded money that went back, was deleted in the books, or stands there twice."""
    payments = {
        payment.id: payment for payment in company.stores.platform.list_payments(from_files=True)
    }
    matched = {m.payment_id: m.book_payment_id for m in company.stores.decisions.matches()}
    recorded = [*SETTLED, PostingState.DISCREPANCY]
    intents = company.stores.outbox.list_intents([WriteKind.PAYMENT], recorded)
    parts: dict[str, list[Intent]] = {}
    restored = [i for i in _list_undone(company) if _stands_again(company, i)]
    for intent in (*intents, *restored):
        parts.setdefault(intent.source_id, []).append(intent)
    yield from _restored_differently(company, payments, restored)
    yield from _told_otherwise(company, payments, intents)
    refunds = _refunds(company)
    for payment in payments.values():
        if payment.state not in _NO_LONGER_COLLECTED:
            continue
        given_back = refunds.get(payment.id)
        for place, intent in enumerate(parts.get(payment.id, ())):
            if not _is_put_right(company, payment, intent, given_back):
                yield _gone_back(company, payment, intent, given_back, place)
        if payment.id not in parts and payment.id in matched:
            yield from _lost_match(company, payment, matched[payment.id], given_back)
    yield from _gone_from_the_books(company, payments, matched, intents)


def _gone_from_the_books(
    company: Company,
    payments: Mapping[PlatformPaymentId, PlatformPayment],
    matched: Mapping[PlatformPaymentId, BookPaymentId],
    intents: Sequence[Intent],
) -> Iterator[Finding]:
    """Records that somebody deleted there, and those that came back beside another."""
    there = {(intent.source_id, intent.key.leg) for intent in intents}
    there |= {
        (intent.source_id, intent.key.leg)
        for intent in company.stores.outbox.list_intents([WriteKind.PAYMENT])
        if intent.key.generation > 1 and intent.state is not PostingState.UNDONE
    }
    removed = {
        removal.target
        for removal in company.stores.outbox.list_intents([WriteKind.PAYMENT_REMOVAL], SETTLED)
    }
    doubles = {(d.intent.source_id, d.intent.key.leg): d for d in list_doubled(company.stores)}
    for intent in _list_undone(company):
        if intent.remote_id in removed:
            continue  # the person who took it back knows
        if (intent.source_id, intent.key.leg) in doubles:
            continue  # said below, with more to do about it
        payment_id = PlatformPaymentId(intent.source_id)
        collected = payment_id in payments and payments[payment_id].state in _COLLECTED
        again = (intent.source_id, intent.key.leg) in there or payment_id in matched
        if collected and not again:
            yield _deleted(company, intent)
        elif payment_id in matched:
            yield from _twice(company, intent, matched[payment_id])
    for doubled in doubles.values():
        yield _doubled(company, doubled)


def _list_undone(company: Company) -> list[Intent]:
    return company.stores.outbox.list_intents([WriteKind.PAYMENT], [PostingState.UNDONE])


def _stands_again(company: Company, intent: Intent) -> bool:
    """Whether somebody restored the record in FreshBooks after it had been deleted."""
    record = company.stores.books.find_payment(BookPaymentId(int(intent.remote_id or 0)))
    return record is not None and record.visibility not in _NOT_THERE


_NOT_THERE = (Visibility.DELETED, Visibility.GONE)
_COLLECTED = (PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART)


def says_more(payment: PlatformPayment | None) -> bool:
    """Whether what is said here about a payment says all about its record, too."""
    return payment is not None and payment.state in _NO_LONGER_COLLECTED


def _refunds(company: Company) -> dict[PlatformPaymentId, Decimal]:
    """What the payouts say was given back of each payment."""
    found: dict[PlatformPaymentId, Decimal] = {}
    for payout in company.stores.platform.list_payouts(from_files=True):
        for line in payout.lines or ():
            if line.kind is PayoutLineKind.REFUND and line.payment_id is not None:
                found[line.payment_id] = found.get(line.payment_id, Decimal(0)) - line.amount
    return found


def _is_put_right(
    company: Company, payment: PlatformPayment, intent: Intent, given_back: Decimal | None
) -> bool:
    """Whether the record was corrected: nothing is left of it, or as much less as was given back.

    The platform itself does not say how much that is; where no payout tells either, any lower sum
    is taken as the person's answer.
    """
    recorded = company.stores.books.find_payment(BookPaymentId(int(intent.remote_id or 0)))
    if recorded is None or intent.amount is None:
        return False
    return _is_lowered(payment, intent.amount, recorded, given_back)


def _is_lowered(
    payment: PlatformPayment, written: Money, recorded: BookPayment, given_back: Decimal | None
) -> bool:
    if recorded.visibility is Visibility.DELETED or recorded.amount.minor <= 0:
        return True
    if payment.state is not PlatformState.REFUNDED_PART:
        return False
    if recorded.amount.currency != written.currency or recorded.amount >= written:
        return False
    lowered = Decimal((written - recorded.amount).to_decimal_string())
    return given_back is None or lowered == given_back


def _gone_back(
    company: Company,
    payment: PlatformPayment,
    intent: Intent,
    given_back: Decimal | None,
    place: int,
) -> Finding:
    """One finding for each part of a payment over several invoices."""
    key = f"money back {payment.id} {payment.state.value}"
    told = ""
    if given_back is not None and payment.state is PlatformState.REFUNDED_PART and intent.amount:
        told = f" A payout shows {Money.from_decimal(given_back, intent.amount.currency)} of it."
    return Finding(
        f"{key} {intent.key.leg}" if place else key,
        AttentionKind.PAYMENT_FAILED_AFTER_POSTING,
        "A recorded payment did not last",
        f"{intent.subject}: the platform now calls it {_word(payment)}.{told} FreshBooks still has "
        f"it as payment {intent.remote_id}; nothing was changed there.",
        _NO_LONGER_COLLECTED[payment.state],
        f"pay_{payment.id}",
        link_of(company, intent),
        (*_can_be_put_right(payment, intent), "open_link", "dismiss"),
    )


def _can_be_put_right(payment: PlatformPayment, intent: Intent) -> tuple[str, ...]:
    """A click deletes what is as we wrote it, where nothing of the money is left."""
    whole = payment.state not in (PlatformState.REFUNDED_PART, PlatformState.PENDING)
    return ("put_right",) if whole and intent.state is PostingState.VERIFIED else ()


def _lost_match(
    company: Company,
    payment: PlatformPayment,
    book_payment_id: BookPaymentId,
    given_back: Decimal | None,
) -> Iterator[Finding]:
    """Money that went back, of a payment that somebody else recorded."""
    recorded = company.stores.books.find_payment(book_payment_id)
    if recorded is None:
        return
    try:
        written = payment.taken_off(recorded.amount.currency)
    except MoneyError:
        written = recorded.amount
    if _is_lowered(payment, written, recorded, given_back):
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


def _restored_differently(
    company: Company,
    payments: Mapping[PlatformPaymentId, PlatformPayment],
    restored: Sequence[Intent],
) -> Iterator[Finding]:
    """Records of ours that were deleted, came back, and are not what was written any more."""
    for intent in restored:
        payment = payments.get(PlatformPaymentId(intent.source_id))
        record = company.stores.books.find_payment(BookPaymentId(int(intent.remote_id or 0)))
        if record is None or payment is None or payment.state is not PlatformState.SUCCEEDED:
            continue  # what went back is told above
        if record.amount == intent.amount and str(record.invoice_id) == intent.key.leg:
            continue
        yield Finding(
            f"restored {intent.key.text}",
            AttentionKind.PAYMENT_DIFFERS,
            "A recorded payment is not as it was written",
            f"{intent.subject}: payment {record.id} was deleted and restored in FreshBooks, and "
            f"shows {record.amount} on invoice {record.invoice_id or 'none'} there now.",
            "Compare it in FreshBooks and put it right there.",
            f"pay_{intent.source_id}",
            link_of(company, intent),
            ("open_link", "dismiss"),
        )


def _told_otherwise(
    company: Company,
    payments: Mapping[PlatformPaymentId, PlatformPayment],
    recorded: Sequence[Intent],
) -> Iterator[Finding]:
    """Payments of which another sum is stated by now than was recorded: by a later file, mostly."""
    parts = Counter(i.source_id for i in company.stores.outbox.list_intents([WriteKind.PAYMENT]))
    for intent in recorded:
        payment = payments.get(PlatformPaymentId(intent.source_id))
        if payment is None or intent.amount is None or intent.state not in SETTLED:
            continue
        if payment.state is not PlatformState.SUCCEEDED or parts[intent.source_id] > 1:
            continue  # a part of a payment has a sum of its own
        try:
            stated = payment.taken_off(intent.amount.currency)
        except MoneyError:
            continue
        if stated != intent.amount:
            yield Finding(
                f"stated {payment.id} {stated}",
                AttentionKind.PAYMENT_DIFFERS,
                "A recorded payment is stated with another sum now",
                f"{intent.subject}: by now {stated} is stated for it. FreshBooks still has it as "
                f"payment {intent.remote_id}; nothing was changed there.",
                "Find out which sum is right. Correct the payment in FreshBooks, or dismiss this.",
                f"pay_{payment.id}",
                link_of(company, intent),
                ("open_link", "dismiss"),
            )


def _deleted(company: Company, intent: Intent) -> Finding:
    return Finding(
        f"deleted {intent.key.text}",
        AttentionKind.PAYMENT_DELETED,
        "A recorded payment was deleted in FreshBooks",
        f"{intent.subject}: payment {intent.remote_id} was deleted in FreshBooks, and the platform "
        "still has the money as collected. It is not recorded again by itself.",
        "Restore it in FreshBooks or have it recorded again if the customer's money is to count "
        "there, or dismiss this.",
        f"pay_{intent.source_id}",
        link_of(company, intent),
        ("record_again", "open_link", "dismiss"),
    )


def _doubled(company: Company, doubled: Doubled) -> Finding:
    ids = ", ".join(str(payment.id) for payment in doubled.extra)
    return Finding(
        f"doubled {doubled.intent.key.source} {doubled.intent.key.leg}",
        AttentionKind.PAYMENT_DOUBLED,
        "A payment stands in FreshBooks more than once",
        f"{doubled.intent.subject}: payments {doubled.kept.id} and {ids} are the same money.",
        "Have the second one deleted, or delete it in FreshBooks; this item then closes by itself.",
        f"pay_{doubled.intent.source_id}",
        link_of(company, doubled.intent),
        ("remove_second", "open_link", "dismiss"),
    )


def _twice(company: Company, intent: Intent, other: BookPaymentId) -> Iterator[Finding]:
    """Deleted, matched with another payment, and then restored: it lowers the invoice twice."""
    restored = company.stores.books.find_payment(BookPaymentId(int(intent.remote_id or 0)))
    if restored is None or restored.id == other or restored.visibility in _NOT_THERE:
        return
    yield Finding(
        f"twice {intent.key.text}",
        AttentionKind.PAYMENT_DOUBLED,
        "A payment stands in FreshBooks twice",
        f"{intent.subject}: payment {restored.id} was restored in FreshBooks, and payment {other} "
        "there is the same money.",
        "Delete one of them in FreshBooks; this item then closes by itself.",
        f"pay_{intent.source_id}",
        link_of(company, intent),
        ("open_link", "dismiss"),
    )


def _word(payment: PlatformPayment) -> str:
    if payment.state is PlatformState.REFUNDED_PART:
        return "refunded in part"
    return payment.state.value.replace("_", " ")


def link_of(company: Company, intent: Intent) -> str:
    """Where a person opens the invoice in FreshBooks; "" while it is not connected."""
    books = company.find_books()
    return books.invoice_link(InvoiceId(int(intent.key.leg))) if books is not None else ""
