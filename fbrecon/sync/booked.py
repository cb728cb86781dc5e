"""The platform's payments as the books have them: what was recorded, what stands, on which account.

What was recorded comes from the outbox and the matches, what stands of it from the ledger's own
postings. Nothing is asked of a service.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fbrecon.domain.documents import PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.money import Money, total
from fbrecon.domain.payout_entries import BookedPayment
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind
from fbrecon.domain.postings import Posting
from fbrecon.sync.stores import Stores

_WENT_BACK = (
    PlatformState.FAILED,
    PlatformState.RETURNED,
    PlatformState.DISPUTED,
    PlatformState.REFUNDED,
    PlatformState.REFUNDED_PART,
)


@dataclass(frozen=True, slots=True)
class BookedPart:
    """One payment in the books that states a payment of the platform, or a part of it.

    `live` says whether it is there today; `verified` whether it was read back as written.
    """

    payment_id: PlatformPaymentId
    book_payment_id: BookPaymentId
    written: Money
    live: bool
    verified: bool


def list_booked_parts(stores: Stores) -> list[BookedPart]:
    """Every payment in the books that was recorded for the platform's, by us or by others."""
    parts = [*_from_outbox(stores)]
    known = {part.book_payment_id for part in parts}
    matches = [m for m in stores.decisions.matches() if m.book_payment_id not in known]
    there = {p.id: p for p in stores.books.list_payments(m.book_payment_id for m in matches)}
    for match in matches:
        payment = there.get(match.book_payment_id)
        if payment is not None:
            live = payment.visibility is not Visibility.DELETED
            part = BookedPart(match.payment_id, payment.id, payment.amount, live, verified=True)
            parts.append(part)
    return parts


def _from_outbox(stores: Stores) -> Iterator[BookedPart]:
    over = (*SETTLED, PostingState.DISCREPANCY, PostingState.UNDONE)
    for intent in stores.outbox.list_intents([WriteKind.PAYMENT], over):
        if intent.remote_id is None or intent.amount is None:
            continue
        yield BookedPart(
            PlatformPaymentId(intent.source_id),
            BookPaymentId(int(intent.remote_id)),
            intent.amount,
            live=intent.state is not PostingState.UNDONE,
            verified=intent.state in (PostingState.VERIFIED, PostingState.UNDONE)
            or _was_lowered(stores, intent),
        )


def _was_lowered(stores: Stores, intent: Intent) -> bool:
    """Whether a person took a refund off the payment: then it is known, though not as written."""
    if intent.state is not PostingState.DISCREPANCY or intent.amount is None:
        return False
    there = stores.books.find_payment(BookPaymentId(int(intent.remote_id or 0)))
    of = stores.platform.find_payment(PlatformPaymentId(intent.source_id))
    return (
        there is not None
        and there.visibility is not Visibility.DELETED
        and there.amount.currency == intent.amount.currency
        and there.amount < intent.amount
        and of is not None
        and of.state is PlatformState.REFUNDED_PART
    )


def booked_payments(
    stores: Stores, parts: Iterable[BookedPart]
) -> dict[PlatformPaymentId, BookedPayment]:
    """What the ledger says of each of these payments; those over two currencies are left out."""
    of_payment: dict[PlatformPaymentId, list[BookedPart]] = defaultdict(list)
    for part in parts:
        of_payment[part.payment_id].append(part)
    ids = [part.book_payment_id for group in of_payment.values() for part in group]
    legs: dict[BookPaymentId, list[Posting]] = defaultdict(list)
    for posting in stores.ledger.list_postings_of_payments(ids):
        if posting.payment_id is not None:
            legs[posting.payment_id].append(posting)
    debited = {key: account for key, rows in legs.items() if (account := _debited(rows))}
    usual = _usual(debited.values())
    states = stores.platform.states(of_payment)
    booked: dict[PlatformPaymentId, BookedPayment] = {}
    for payment_id, group in of_payment.items():
        went_back = states.get(payment_id) in _WENT_BACK
        found = _booked(payment_id, group, legs, debited, usual, went_back=went_back)
        if found is not None:
            booked[payment_id] = found
    return booked


def _booked(
    payment_id: PlatformPaymentId,
    group: list[BookedPart],
    legs: dict[BookPaymentId, list[Posting]],
    debited: dict[BookPaymentId, LedgerAccountId],
    usual: LedgerAccountId | None,
    *,
    went_back: bool,
) -> BookedPayment | None:
    # One that was taken back and posted again stands there once: the live ones count, if any is.
    if any(part.live for part in group):
        group = [part for part in group if part.live]
    currencies = {part.written.currency for part in group}
    if len(currencies) != 1:
        return None
    currency = currencies.pop()
    accounts = {debited.get(part.book_payment_id) for part in group}
    if accounts == {None} and not any(part.live for part in group):
        accounts = {usual}  # a deleted payment's postings may be gone with it
    account = accounts.pop() if len(accounts) == 1 else None
    standing = total(
        (
            leg.amount
            for part in group
            for leg in legs.get(part.book_payment_id, ())
            if leg.account_id == account and leg.amount.currency == currency
        ),
        currency,
    )
    return BookedPayment(
        payment_id,
        total((part.written for part in group), currency),
        standing,
        account,
        verified=all(part.verified and (part.live or went_back) for part in group),
    )


def _debited(rows: list[Posting]) -> LedgerAccountId | None:
    """The account that the payment's first entry debited, which is where its money lies."""
    first = min(rows, key=lambda row: row.id).entry_id
    accounts = {r.account_id for r in rows if r.entry_id == first and r.amount.minor > 0}
    return accounts.pop() if len(accounts) == 1 else None


def _usual(accounts: Iterable[LedgerAccountId]) -> LedgerAccountId | None:
    """The one account that all others were debited to; None where they differ."""
    seen = set(accounts)
    return seen.pop() if len(seen) == 1 else None
