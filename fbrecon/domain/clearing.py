"""The proof of the clearing account: what it should hold, what the ledger shows, and why not so.

What is *expected* follows from facts: payments recorded, less entries written. What is *proven* is
read from the ledger's own postings, never from our rows. Sums of different currencies never meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
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
    """One sum of the proof, with its age in days on the day of the proof.

    `id` is the public id of the row that it comes from: a payment, a payout, or a posting of the
    ledger (`post_…`).
    """

    bucket: Bucket
    id: str
    text: str
    amount: Money
    on: date
    age_days: int


@dataclass(frozen=True, slots=True)
class AgeBand:
    """So many days old, both included; `until` is None where there is no end."""

    since: int
    until: int | None

    @property
    def name(self) -> str:
        """As in `8-30`, or `91+` for the last one."""
        return f"{self.since}+" if self.until is None else f"{self.since}-{self.until}"

    def holds(self, days: int) -> bool:
        """Whether that age belongs here; what is dated ahead is as good as new."""
        days = max(days, 0)
        return days >= self.since and (self.until is None or days <= self.until)


AGE_BANDS = (AgeBand(0, 7), AgeBand(8, 30), AgeBand(31, 90), AgeBand(91, None))


@dataclass(frozen=True, slots=True)
class AgeSum:
    """What of a bucket is of an age."""

    band: AgeBand
    amount: Money
    count: int


@dataclass(frozen=True, slots=True)
class BucketSum:
    """One bucket of a proof: its sum, how many rows it has, the day of the oldest, and by age."""

    bucket: Bucket
    amount: Money
    count: int
    oldest_on: date | None
    ages: tuple[AgeSum, ...]


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

    @property
    def buckets(self) -> tuple[BucketSum, ...]:
        """The four buckets in their order, empty ones too."""
        return tuple(self._bucket(bucket) for bucket in Bucket)

    def _bucket(self, bucket: Bucket) -> BucketSum:
        items = [item for item in self.items if item.bucket is bucket]
        by_age = []
        for band in AGE_BANDS:
            inside = [item for item in items if band.holds(item.age_days)]
            sum_ = total((item.amount for item in inside), self.currency)
            by_age.append(AgeSum(band, sum_, len(inside)))
        oldest = min((item.on for item in items), default=None)
        return BucketSum(bucket, self.sum_of(bucket), len(items), oldest, tuple(by_age))

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
    items = [*_of_payments(payments, entries, currency, today)]

    def add(bucket: Bucket, row_id: str, text: str, amount: Money, on: date) -> None:
        if amount.minor:
            items.append(ClearingItem(bucket, row_id, text, amount, on, (today - on).days))

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
            add(Bucket.OTHER_POSTINGS, f"post_{row.id}", _tell(row), row.amount, row.on)
    named = total(
        (i.amount for i in items if i.bucket in (Bucket.NOT_PAID_OUT, Bucket.NOT_ENTERED)), currency
    )
    add(
        Bucket.UNEXPLAINED,
        f"unexplained_{currency}",
        "No payment and no entry of fbrecon's explains it",
        proven - named,
        today,
    )
    balance = total((row.amount for row in postings), currency)
    return ClearingProof(currency, expected, proven, balance, tuple(items))


def _of_payments(
    payments: Sequence[ClearedPayment],
    entries: Sequence[ClearedEntry],
    currency: str,
    today: date,
) -> Iterator[ClearingItem]:
    """What payments and entries leave on the account: their sum is what is expected."""
    moved: dict[PayoutId, Money] = defaultdict(lambda: Money.zero(currency))
    entered_on: dict[PayoutId, date] = {}
    for entry in entries:
        moved[entry.payout_id] = moved[entry.payout_id] + entry.amount
        entered_on[entry.payout_id] = min(entry.on, entered_on.get(entry.payout_id, entry.on))
    held: dict[PayoutId, list[ClearedPayment]] = defaultdict(list)
    for payment in sorted(payments, key=lambda p: (p.paid_on, p.id)):
        if payment.payout_id is not None:
            held[payment.payout_id].append(payment)
        elif payment.amount.minor:
            age = (today - payment.paid_on).days
            text = "Not paid out yet"
            yield ClearingItem(
                Bucket.NOT_PAID_OUT, payment.id, text, payment.amount, payment.paid_on, age
            )
    left: dict[PayoutId, Money] = {}
    for payout_id in sorted({*held, *moved}, key=lambda key: (entered_on.get(key, today), key)):
        inside = total((p.amount for p in held[payout_id]), currency)
        if moved[payout_id].minor:
            left[payout_id] = moved[payout_id] + inside
        elif inside.minor:  # no entry, or one that was reversed again
            on = min(p.paid_on for p in held[payout_id])
            many = len(held[payout_id])
            text = f"Payout {payout_id} ({many} payments) has no entry"
            if many == 1:
                text = f"Payout {payout_id} (1 payment) has no entry"
            yield ClearingItem(
                Bucket.NOT_ENTERED, f"out_{payout_id}", text, inside, on, (today - on).days
            )
    for payout_id, amount in _unsettled(left):
        on = entered_on[payout_id]
        back = amount.minor < 0
        bucket = Bucket.NOT_PAID_OUT if back else Bucket.NOT_ENTERED
        text = (
            f"Taken back since payout {payout_id} was entered; it comes off a later payout"
            if back
            else f"Payout {payout_id} is not entered as a whole"
        )
        yield ClearingItem(bucket, f"out_{payout_id}", text, amount, on, (today - on).days)


def _unsettled(left: dict[PayoutId, Money]) -> list[tuple[PayoutId, Money]]:
    """What entered payouts leave, where a later one does not make up for an earlier one."""
    waiting: list[tuple[PayoutId, Money]] = []
    for payout_id, amount in left.items():
        rest = amount
        while rest.minor and waiting and waiting[0][1].minor * rest.minor < 0:
            earlier, open_ = waiting.pop(0)
            if abs(open_.minor) > abs(rest.minor):
                waiting.insert(0, (earlier, open_ + rest))
                rest = Money.zero(rest.currency)
            else:
                rest = rest + open_
        if rest.minor:
            waiting.append((payout_id, rest))
    return waiting


def _tell(row: Posting) -> str:
    name = row.name or row.description or row.kind or "Posting"
    return f"{name} ({row.kind})" if row.kind and row.kind != name else name
