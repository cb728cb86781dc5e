"""The proof of the clearing account: what it should hold, what the ledger shows, and why not so.

What is *expected* follows from facts: payments recorded, less entries written. What is *proven* is
read from the ledger's own postings, never from our rows. Sums of different currencies never meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId
from fbrecon.domain.money import Money, total
from fbrecon.domain.postings import Posting


class Bucket(StrEnum):
    """Where a sum on the clearing account belongs."""

    NOT_PAID_OUT = "not_paid_out"
    NOT_ENTERED = "not_entered"
    OTHER_POSTINGS = "other_postings"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class ClearedPayment:
    """A platform payment in the books; `amount` is what stands of it, `paid_on` its day there.

    `payout_id` is the payout that holds it, None while there is none.
    """

    id: str
    book_payment_id: BookPaymentId
    amount: Money
    paid_on: date
    payout_id: PayoutId | None


@dataclass(frozen=True, slots=True)
class ClearedEntry:
    """An entry of ours; `amount` is what it leaves on clearing accounts, negative for a credit."""

    payout_id: PayoutId
    marker: str
    amount: Money
    on: date


@dataclass(frozen=True, slots=True)
class ClearingItem:
    """One sum of the proof, traceable to its row, with its age in days on the day of the proof."""

    bucket: Bucket
    id: str
    text: str
    amount: Money
    on: date
    age_days: int


@dataclass(frozen=True, slots=True)
class ClearingProof:
    """One currency's proof. `proven` and `difference` are None where the ledger was not read.

    `balance` is all that the accounts hold, other people's postings included.
    """

    currency: str
    expected: Money
    proven: Money | None
    balance: Money | None
    items: tuple[ClearingItem, ...]

    @property
    def difference(self) -> Money | None:
        """What the ledger shows beyond what is expected: zero is the proof."""
        return None if self.proven is None else self.proven - self.expected

    def sum_of(self, bucket: Bucket) -> Money:
        """The sum of one bucket."""
        return total((i.amount for i in self.items if i.bucket is bucket), self.currency)


def prove_clearing(
    payments: Sequence[ClearedPayment],
    entries: Sequence[ClearedEntry],
    postings: Iterable[Posting] | None,
    accounts: Collection[LedgerAccountId],
    today: date,
) -> list[ClearingProof]:
    """A proof for each currency, by its code.

    `postings` are those of the clearing accounts; None where the ledger was not read. Where it was,
    the four buckets add up to the balance.
    """
    own = None if postings is None else [p for p in postings if p.account_id in accounts]
    moneys = [*(p.amount for p in payments), *(e.amount for e in entries)]
    currencies = {money.currency for money in moneys} | {p.amount.currency for p in own or ()}
    return [
        _prove(
            currency,
            [p for p in payments if p.amount.currency == currency],
            [e for e in entries if e.amount.currency == currency],
            None if own is None else [p for p in own if p.amount.currency == currency],
            today,
        )
        for currency in sorted(currencies)
    ]


def _prove(
    currency: str,
    payments: Sequence[ClearedPayment],
    entries: Sequence[ClearedEntry],
    postings: Sequence[Posting] | None,
    today: date,
) -> ClearingProof:
    items: list[ClearingItem] = []

    def add(bucket: Bucket, row_id: str, text: str, amount: Money, on: date) -> None:
        if amount.minor:
            age = (today - on).days
            items.append(ClearingItem(bucket, row_id, text, amount, on, age))

    moved: dict[PayoutId, Money] = {}
    for entry in entries:
        moved[entry.payout_id] = moved.get(entry.payout_id, Money.zero(currency)) + entry.amount
    # One that was entered and reversed again is not entered.
    entered = {payout_id for payout_id, amount in moved.items() if amount.minor}
    for payment in sorted(payments, key=lambda p: (p.paid_on, p.id)):
        if payment.payout_id is None:
            add(
                Bucket.NOT_PAID_OUT, payment.id, "Not paid out yet", payment.amount, payment.paid_on
            )
        elif payment.payout_id not in entered:
            text = f"Payout {payment.payout_id} has no entry yet"
            add(Bucket.NOT_ENTERED, payment.id, text, payment.amount, payment.paid_on)
    expected = total([*(p.amount for p in payments), *(e.amount for e in entries)], currency)
    if postings is None:
        return ClearingProof(currency, expected, None, None, tuple(items))
    ours = {payment.book_payment_id for payment in payments}
    markers = {entry.marker for entry in entries}
    proven = Money.zero(currency)
    for row in sorted(postings, key=lambda p: (p.on, p.id)):
        if row.payment_id in ours or row.marker in markers:
            proven = proven + row.amount
        else:
            add(Bucket.OTHER_POSTINGS, str(row.id), _tell(row), row.amount, row.on)
    named = total(
        (i.amount for i in items if i.bucket in (Bucket.NOT_PAID_OUT, Bucket.NOT_ENTERED)), currency
    )
    add(
        Bucket.UNEXPLAINED,
        "",
        "No payment and no entry of fbrecon's explains it",
        proven - named,
        today,
    )
    balance = total((row.amount for row in postings), currency)
    return ClearingProof(currency, expected, proven, balance, tuple(items))


def _tell(row: Posting) -> str:
    name = row.name or row.description or row.kind or "Posting"
    return f"{name} ({row.kind})" if row.kind and row.kind != name else name
