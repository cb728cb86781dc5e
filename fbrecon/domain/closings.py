"""Periods that a person closed: what was agreed, row by row, and what changed since.

A closing holds the figures of undeposited funds at its last day and every row that they were made
of. Afterwards the same rows are read again, and whatever differs is named with its sum. Pure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fbrecon.domain.money import Money


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """One fact of a period: a payment in the books, a payout, an entry of ours, a posting.

    `id` is its public id. `amount` is what it counts for, zero where it was taken back; `digest`
    tells everything about it that matters.
    """

    id: str
    on: date
    amount: Money
    text: str

    @property
    def digest(self) -> str:
        """Equal for equal facts, whoever reads them."""
        facts = f"{self.id}|{self.on.isoformat()}|{self.amount.currency}|{self.amount.minor}"
        return hashlib.sha256(facts.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class AgreedFigures:
    """What undeposited funds came to in one currency; `proven` is None without the ledger."""

    expected: Money
    proven: Money | None

    @property
    def difference(self) -> Money | None:
        """What the ledger showed beyond what was expected."""
        return None if self.proven is None else self.proven - self.expected


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """The days from `since_on` (None: from the beginning) to `until_on`, both included."""

    since_on: date | None
    until_on: date
    closed_at: datetime
    figures: tuple[AgreedFigures, ...]

    def holds(self, on: date) -> bool:
        """Whether that day lies within."""
        return on <= self.until_on and (self.since_on is None or on >= self.since_on)


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """What became of a row that was agreed, or came into the period afterwards.

    `by` is by how much the row's sum is other than agreed. `key` is the same as long as the change
    is.
    """

    until_on: date
    id: str
    on: date
    by: Money
    text: str
    key: str


def find_changes(
    period: ClosedPeriod, agreed: Mapping[str, tuple[AgreedRow, str]], now: Iterable[AgreedRow]
) -> list[PeriodChange]:
    """How the rows of the period differ from what was agreed, by day.

    `agreed` has each row with the digest that was kept; `now` are all rows as they stand, of any
    day.
    """
    rows = {row.id: row for row in now}
    found = [*_of_agreed(period, agreed, rows), *_added(period, agreed, rows)]
    return sorted(found, key=lambda change: (change.on, change.id))


def _of_agreed(
    period: ClosedPeriod,
    agreed: Mapping[str, tuple[AgreedRow, str]],
    rows: Mapping[str, AgreedRow],
) -> Iterator[PeriodChange]:
    for was, digest in agreed.values():
        row = rows.get(was.id)
        if row is not None and row.digest == digest:
            continue
        if row is None:
            yield _change(period, was, -was.amount, f"{was.text} is no longer there", "gone")
        elif row.amount.currency != was.amount.currency:
            text = f"{was.text} over {was.amount} is now {row.amount}"
            yield _change(period, was, -was.amount, text, row.digest)
        elif not period.holds(row.on):
            text = f"{was.text} is now dated {row.on.isoformat()}, outside of the period"
            yield _change(period, was, -was.amount, text, row.digest)
        elif row.on != was.on:
            text = f"{was.text} is now dated {row.on.isoformat()}, and over {row.amount}"
            yield _change(period, was, row.amount - was.amount, text, row.digest)
        elif row.amount.is_zero:
            text = f"{was.text} over {was.amount} was taken back"
            yield _change(period, was, -was.amount, text, row.digest)
        else:
            text = f"{was.text} over {was.amount} is now {row.amount}"
            yield _change(period, was, row.amount - was.amount, text, row.digest)


def _added(
    period: ClosedPeriod,
    agreed: Mapping[str, tuple[AgreedRow, str]],
    rows: Mapping[str, AgreedRow],
) -> Iterator[PeriodChange]:
    for row in rows.values():
        if row.id not in agreed and period.holds(row.on) and row.amount.minor:
            text = f"{row.text} over {row.amount} was added"
            yield _change(period, row, row.amount, text, row.digest)


def _change(period: ClosedPeriod, row: AgreedRow, by: Money, text: str, mark: str) -> PeriodChange:
    key = f"{period.until_on.isoformat()} {row.id} {mark}"
    return PeriodChange(period.until_on, row.id, row.on, by, text, key)
