"""The bank's side of a report: which lines show which payout, on what day, and by how much off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fbrecon.app.company import Company
from fbrecon.app.reconcile import deposit_rows, look_at_bank
from fbrecon.app.views import DepositRow
from fbrecon.domain.money import Money, total


@dataclass(frozen=True, slots=True)
class SeenPayout:
    """What the bank shows of one payout. Of several payouts in one line each shows its own net,
    and the last one what the line leaves.
    """

    lines: tuple[str, ...]
    days: tuple[date, ...]
    amount: Money


@dataclass(frozen=True, slots=True)
class BankFacts:
    """All lines, what is matched, and the public ids of payouts that should show at the bank.

    `nets` are those payouts' sums; `not_ours` counts lines that a person left out.
    """

    lines: Mapping[str, DepositRow]
    expected: Mapping[str, Money]
    seen: Mapping[str, SeenPayout]
    not_compared: tuple[str, ...]
    not_ours: int

    @property
    def has_lines(self) -> bool:
        """Whether a bank statement was imported at all."""
        return bool(self.lines)

    def seen_on(self, payout_id: str) -> tuple[date, ...]:
        """The days on which the bank shows the payout."""
        found = self.seen.get(payout_id)
        return () if found is None else found.days

    def lines_of(self, payout_id: str) -> tuple[str, ...]:
        """The public ids of the lines that show it."""
        found = self.seen.get(payout_id)
        return () if found is None else found.lines

    def unmatched(self, until_on: date) -> Iterator[DepositRow]:
        """Lines up to that day that show no payout, oldest first."""
        rows = [row for row in self.lines.values() if row.state != "matched" and not row.not_ours]
        yield from sorted(
            (row for row in rows if row.on <= until_on), key=lambda row: (row.on, row.id)
        )


def read_bank(company: Company) -> BankFacts:
    """Match as everything stands now, and tell it by payout."""
    view = look_at_bank(company)
    rows = {row.id: row for row in deposit_rows(company)}
    nets = {f"out_{key}": Money(e.minor, e.currency) for key, e in view.expected.items()}
    seen: dict[str, SeenPayout] = {}
    for row in rows.values():
        if row.state != "matched" or any(payout in seen for payout in row.payouts):
            continue
        lines = tuple(f"line_{line}" for line in row.lines)
        there = [rows[line] for line in lines if line in rows]
        left = total((line.amount for line in there), row.amount.currency)
        days = tuple(sorted(line.on for line in there))
        for place, payout in enumerate(row.payouts, 1):
            net = nets.get(payout)
            is_last = place == len(row.payouts)
            share = left if is_last or net is None or net.currency != left.currency else net
            seen[payout] = SeenPayout(lines, days, share)
            left = left - share
    not_compared = tuple(f"out_{payout_id}" for payout_id in view.not_compared)
    return BankFacts(rows, nets, seen, not_compared, len(view.not_ours))
