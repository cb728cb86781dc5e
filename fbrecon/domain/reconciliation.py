"""What moved undeposited funds in a period, and whether that explains the balance at its end.

Where the ledger was read, the movements are its postings; else they are the facts that are booked:
payments, what was taken back, entries written. The balance at either end is the clearing proof's,
reckoned by itself, so that what the movements do not explain shows as the difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fbrecon.domain.clearing import ClearedEntry, ClearedPayment, ClearingProof, prove_clearing
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.money import Money, total
from fbrecon.domain.postings import Posting


class MovementLine(StrEnum):
    """Which line of the statement a movement belongs to, in the order of the statement."""

    PAYMENTS = "payments_in"
    PAYOUTS = "payouts_out"
    FEES = "fees"
    RETURNS = "refunds_and_returns"
    OTHER = "other_postings"
    DIFFERS = "entries_not_as_written"


@dataclass(frozen=True, slots=True)
class FundsPayment:
    """A payment in the books that states one of the platform's.

    `amount` is what the books have of it, or had before it was taken back; `removed_on` is the day
    of that, None while it stands. `payouts` are those that hold it, each with its day, in order.
    """

    payment_id: PlatformPaymentId
    book_payment_id: BookPaymentId
    amount: Money
    paid_on: date
    removed_on: date | None = None
    payouts: tuple[tuple[PayoutId, date], ...] = ()
    state: str = "verified"

    @property
    def id(self) -> str:
        """Its public id."""
        return f"pay_{self.payment_id}"

    def cleared_by(self, day: date) -> ClearedPayment:
        """How it stood at the end of that day."""
        is_there = self.paid_on <= day and (self.removed_on is None or self.removed_on > day)
        held = [payout_id for payout_id, on in self.payouts if on <= day]
        return ClearedPayment(
            self.id,
            self.book_payment_id,
            self.amount if is_there else Money.zero(self.amount.currency),
            self.paid_on,
            held[-1] if held else None,
        )


@dataclass(frozen=True, slots=True)
class FundsEntry:
    """A journal entry of ours. `parts` tell its effect on undeposited funds by line; their sum is
    the whole effect.
    """

    id: str
    payout_id: PayoutId
    marker: str
    remote_id: str
    on: date
    state: str
    text: str
    parts: tuple[tuple[MovementLine, Money], ...]

    def effect(self, currency: str) -> Money:
        """What it leaves on undeposited funds, negative for a credit."""
        return total((amount for _, amount in self.parts), currency)


@dataclass(frozen=True, slots=True)
class Movement:
    """One sum that moved undeposited funds. `about` is the payout's or payment's public id,
    `remote_id` the books' own.
    """

    line: MovementLine
    on: date
    id: str
    about: str
    remote_id: str
    text: str
    state: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Funds:
    """Everything known of undeposited funds. `postings` is None where no ledger was read."""

    payments: tuple[FundsPayment, ...]
    entries: tuple[FundsEntry, ...]
    postings: tuple[Posting, ...] | None
    accounts: frozenset[LedgerAccountId]

    def prove(self, day: date) -> dict[str, ClearingProof]:
        """The clearing proof of each currency at the end of a day."""
        entries = [
            ClearedEntry(e.payout_id, e.marker, e.effect(e.parts[0][1].currency), e.on)
            for e in self.entries
            if e.parts and e.on <= day
        ]
        postings = None if self.postings is None else [p for p in self.postings if p.on <= day]
        payments = [payment.cleared_by(day) for payment in self.payments]
        proofs = prove_clearing(payments, entries, postings, self.accounts, day)
        return {proof.currency: proof for proof in proofs}


@dataclass(frozen=True, slots=True)
class Statement:
    """One currency's way from the opening to the closing balance."""

    currency: str
    opening: Money
    movements: tuple[Movement, ...]
    closing: Money
    before: ClearingProof
    after: ClearingProof

    def sum_of(self, line: MovementLine) -> Money:
        """The sum of one line."""
        return total((m.amount for m in self.movements if m.line is line), self.currency)

    @property
    def difference(self) -> Money:
        """What the movements leave unexplained of the way to the closing balance."""
        moved = total((movement.amount for movement in self.movements), self.currency)
        return self.closing - self.opening - moved


def make_statements(funds: Funds, from_on: date, until_on: date) -> list[Statement]:
    """A statement for each currency, by its code; days are those of the books."""
    before, after = funds.prove(from_on - timedelta(days=1)), funds.prove(until_on)
    moved: dict[str, list[Movement]] = defaultdict(list)
    for movement in _movements(funds):
        if from_on <= movement.on <= until_on and movement.amount.minor:
            moved[movement.amount.currency].append(movement)
    order = list(MovementLine)
    made = []
    for currency in sorted({*before, *after, *moved}):
        movements = sorted(moved[currency], key=lambda m: (order.index(m.line), m.on, m.id))
        start = before.get(currency) or _nothing(currency, funds)
        end = after.get(currency) or _nothing(currency, funds)
        made.append(
            Statement(currency, _balance(start), tuple(movements), _balance(end), start, end)
        )
    return made


def _balance(proof: ClearingProof) -> Money:
    return proof.expected if proof.balance is None else proof.balance


def _nothing(currency: str, funds: Funds) -> ClearingProof:
    zero = Money.zero(currency)
    read = None if funds.postings is None else zero
    return ClearingProof(currency, zero, read, read, ())


def _movements(funds: Funds) -> Iterator[Movement]:
    if funds.postings is None:
        yield from _from_facts(funds)
    else:
        own = [p for p in funds.postings if p.account_id in funds.accounts]
        yield from _from_ledger(funds, own)


def _from_facts(funds: Funds) -> Iterator[Movement]:
    for payment in funds.payments:
        yield _of_payment(payment, MovementLine.PAYMENTS, payment.paid_on, payment.amount)
        if payment.removed_on is not None:
            # One that was taken back before the day it bears never was there.
            on = max(payment.removed_on, payment.paid_on)
            yield _of_payment(payment, MovementLine.RETURNS, on, -payment.amount)
    for entry in funds.entries:
        for line, amount in entry.parts:
            yield _of_entry(entry, line, entry.on, amount)


def _from_ledger(funds: Funds, postings: Sequence[Posting]) -> Iterator[Movement]:
    payments = {payment.book_payment_id: payment for payment in funds.payments}
    entries = {entry.marker: entry for entry in funds.entries}
    of_payment: dict[BookPaymentId, list[Posting]] = defaultdict(list)
    of_entry: dict[str, list[Posting]] = defaultdict(list)
    for row in postings:
        if row.payment_id in payments:
            of_payment[row.payment_id].append(row)
        elif row.marker in entries:
            of_entry[row.marker].append(row)
        else:
            text = row.name or row.description or row.kind or "Posting"
            yield Movement(
                MovementLine.OTHER,
                row.on,
                f"post_{row.id}",
                "",
                row.entry_id,
                text,
                row.kind,
                row.amount,
            )
    for key, rows in of_payment.items():
        first = min(rows, key=lambda row: row.id).entry_id
        for row in rows:
            # What follows the first entry of a payment changes it or takes it back.
            line = MovementLine.PAYMENTS if row.entry_id == first else MovementLine.RETURNS
            yield _of_payment(payments[key], line, row.on, row.amount)
    for marker, rows in of_entry.items():
        yield from _of_written(entries[marker], rows)


def _of_written(entry: FundsEntry, rows: Iterable[Posting]) -> Iterator[Movement]:
    """An entry of ours as the ledger has it, by its parts on its first day; what the ledger has
    otherwise, or on another day, stands apart.
    """
    there: dict[str, dict[date, Money]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: row.on):
        days, currency = there[row.amount.currency], row.amount.currency
        days[row.on] = days.get(row.on, Money.zero(currency)) + row.amount
    for currency, days in sorted(there.items()):
        parts = [(line, amount) for line, amount in entry.parts if amount.currency == currency]
        for on, left in days.items():
            for line, amount in parts:
                yield _of_entry(entry, line, on, amount)
            differs = left - total((amount for _, amount in parts), currency)
            yield _of_entry(entry, MovementLine.DIFFERS, on, differs)
            parts = []


def _of_payment(payment: FundsPayment, line: MovementLine, on: date, amount: Money) -> Movement:
    text = "Payment" if line is MovementLine.PAYMENTS else "Payment changed or taken back"
    remote = str(payment.book_payment_id)
    return Movement(line, on, payment.id, payment.id, remote, text, payment.state, amount)


def _of_entry(entry: FundsEntry, line: MovementLine, on: date, amount: Money) -> Movement:
    about = f"out_{entry.payout_id}"
    return Movement(line, on, entry.id, about, entry.remote_id, entry.text, entry.state, amount)
