"""Placing payments that only files tell of: what is known about them, and what is kept of it.

The rules are the domain's (`matching/placing`). Nothing found here is recorded by itself: it
becomes a question, and a person's yes goes the way of every write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fbrecon.domain.documents import Invoice, PlatformPayment, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.matching.placing import (
    MOVED,
    Placing,
    Surroundings,
    list_number_words,
    list_sums,
    place_payments,
    plain_number,
)
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.proposing import paid_on
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.notes import find_payment_id
from fbrecon.sync.stores import Stores

MOVED_STATES = (
    PlatformState.SUCCEEDED,
    PlatformState.RETURNED,
    PlatformState.DISPUTED,
    PlatformState.REFUNDED_PART,
    PlatformState.REFUNDED,
)
_UNSENT = (PostingState.PROPOSED, PostingState.APPROVED, PostingState.HELD)


@dataclass(frozen=True, slots=True)
class FilePayments:
    """All payments that only files tell of, and where those belong that are still open."""

    payments: list[PlatformPayment] = field(default_factory=list)
    placings: dict[PlatformPaymentId, Placing] = field(default_factory=dict)
    invoices: dict[InvoiceId, Invoice] = field(default_factory=dict)


def place_file_payments(
    stores: Stores, rules: WritingRules, all_payments: Iterable[PlatformPayment]
) -> FilePayments:
    """Look at the payments that only files tell of, among these."""
    told = [payment for payment in all_payments if payment.only_in_file]
    if not told:
        return FilePayments()
    matches = stores.decisions.matches()
    intents: dict[str, list[Intent]] = defaultdict(list)
    for intent in stores.outbox.list_intents([WriteKind.PAYMENT]):
        intents[intent.source_id].append(intent)
    matched = {match.payment_id for match in matches}
    waiting = [
        payment
        for payment in told
        if payment.state in MOVED_STATES
        and payment.id not in matched
        and all(map(_is_open, intents[payment.id]))
    ]
    if not waiting:
        return FilePayments(told)
    named = dict(stores.files.places())
    for payment in waiting:
        approved = [i for i in intents[payment.id] if i.state is PostingState.APPROVED]
        if len(approved) == 1 and payment.id not in named:
            named[payment.id] = InvoiceId(int(approved[0].key.leg))
    taken = {match.book_payment_id for match in matches}
    by = _surroundings(stores, waiting, named, taken)
    days = {payment.id: paid_on(payment, rules) for payment in waiting}
    placings = place_payments(waiting, days, by)
    return FilePayments(told, placings, {invoice.id: invoice for invoice in by.invoices})


def is_placed_otherwise(intent: Intent, placing: Placing) -> bool:
    """Whether an unsent intent is about an invoice that its payment is not for, as is known now.

    What a person said yes to stays, unless a person says otherwise.
    """
    if intent.state not in _UNSENT or intent.attempts:
        return False
    if InvoiceId(int(intent.key.leg)) in placing.invoice_ids:
        return False
    return intent.state is not PostingState.APPROVED or placing.by_person


def _is_open(intent: Intent) -> bool:
    moved = intent.state is PostingState.DROPPED and intent.hold == MOVED
    return moved or (intent.state in _UNSENT and not intent.attempts)


def _surroundings(
    stores: Stores,
    payments: Sequence[PlatformPayment],
    named: Mapping[PlatformPaymentId, InvoiceId],
    taken: Collection[BookPaymentId],
) -> Surroundings:
    """What can have to do with these payments; the rest of the books is not read."""
    marks = stores.books.list_invoice_marks()
    currencies = stores.files.book_currencies()
    words: set[str] = set()
    sums: set[int] = set()
    for payment in payments:
        number = "" if payment.told is None else payment.told.invoice_number
        words.update(list_number_words(number))
        sums |= list_sums(payment, currencies)
    plain = {plain_number(word) for word in words} - {""}
    equal = [p for p in stores.books.list_payments_of_sums(sums) if p.id not in taken]
    recorded: dict[PlatformPaymentId, InvoiceId] = {}
    wanted = {payment.id for payment in payments}
    for found in stores.books.list_marked_payments():
        payment_id = find_payment_id(found.note)
        gone = found.visibility in (Visibility.DELETED, Visibility.GONE)
        if payment_id in wanted and found.invoice_id is not None and not gone:
            recorded[PlatformPaymentId(payment_id)] = found.invoice_id
    ids = {
        id_
        for id_, number, outstanding in marks
        if outstanding in sums
        or number.strip().casefold() in words
        or plain_number(number) in plain
    }
    ids |= {payment.invoice_id for payment in equal if payment.invoice_id is not None}
    ids |= {named[id_] for id_ in wanted if id_ in named} | set(recorded.values())
    live = (Visibility.ACTIVE, Visibility.ARCHIVED)
    invoices = [i for i in stores.books.list_invoices(ids) if i.visibility in live]
    customers = (stores.books.find_customer(id_) for id_ in {i.customer_id for i in invoices})
    emails = {customer.id: customer.email for customer in customers if customer is not None}
    return Surroundings(invoices, emails, equal, named, recorded)
