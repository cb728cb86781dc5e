"""Payouts beside bank lines: what may be chosen for them, and which suggestions leave no doubt."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping, Sequence

from fbrecon.app import public_ids
from fbrecon.app.bank_decisions import find_line
from fbrecon.app.bank_sums import Gap, find_gap
from fbrecon.app.company import Company
from fbrecon.app.payout_table import list_parts
from fbrecon.app.payouts import payout_row
from fbrecon.app.reconcile import BankView, look_at_bank, row_of
from fbrecon.app.views import CertainLines, PayoutCandidate, PayoutLineRow
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.matching.reasons import say_days
from fbrecon.domain.money import Money
from fbrecon.errors import NotFound


class CandidateFinder:
    """Looks through one view of the bank lines; None for how everything stands now."""

    def __init__(self, company: Company, view: BankView | None) -> None:
        self._company = company
        self._view = view or look_at_bank(company)

    def list_for(self, line_ids: Sequence[str], text: str, limit: int) -> list[PayoutCandidate]:
        """Payouts for these lines together: what came near first, then the nearest in sum and day.

        A text narrows them to those that say it: an id, a sum, a day. Raises `NotFound`.
        """
        view = self._view
        lines = [find_line(view, public_id) for public_id in line_ids]
        if not lines:
            return []
        minor = sum(line.amount.minor for line in lines)
        on = max(line.on for line in lines)
        near: dict[str, int] = {}
        for line in lines:
            found = view.finding(line.id)
            for name in () if found is None else (*found.expected_ids, *found.alternatives):
                near.setdefault(name, len(near))
        wanted = text.strip().casefold()
        taken = self._taken(lines)

        def rank(entry: Entry) -> tuple[int, int, int, int, str]:
            away = abs(minor - entry.minor)
            apart = abs((on - entry.on).days)
            first = near.get(entry.id, len(near))
            return (entry.id in taken, first, away, apart, entry.id)

        fitting = (
            entry
            for entry in view.expected.values()
            if entry.currency == lines[0].amount.currency
            and (not wanted or wanted in _words(entry))
        )
        chosen = heapq.nsmallest(limit, fitting, key=rank)
        return [self._candidate(entry, lines, taken) for entry in chosen]

    def find(self, ids: Sequence[str], line_ids: Sequence[str]) -> list[PayoutCandidate]:
        """These payouts, each compared with all of those lines; unknown ones are left out."""
        lines = [find_line(self._view, public_id) for public_id in line_ids]
        names = (public_ids.split(public_id)[1] for public_id in ids)
        known = [self._view.expected[name] for name in names if name in self._view.expected]
        taken = self._taken(lines, {entry.id for entry in known})
        return [self._candidate(entry, lines, taken) for entry in known]

    def compare(self, line_ids: Sequence[str], payout_ids: Sequence[str]) -> Gap | None:
        """What is left between the sums of these; None where they cannot be compared."""
        lines = [find_line(self._view, public_id).id for public_id in line_ids]
        return self._view.gap(lines, [public_ids.split(name)[1] for name in payout_ids])

    def list_parts(self, payout_id: str) -> list[PayoutLineRow]:
        """The signed lines of a payout. Raises `NotFound`."""
        _, name = public_ids.split(payout_id)
        payout = self._view.payouts.get(name)
        if payout is None:
            raise NotFound(
                "That payout is not here", f"Nothing is mirrored as {payout_id}.", "Sync."
            )
        entry = self._view.expected.get(name)
        return list_parts(self._company, payout, None if entry is None else entry.currency)

    def list_certain(self) -> CertainLines:
        """The suggestions that leave no doubt: no other fits, and every cent is explained."""
        matches: dict[tuple[tuple[str, ...], tuple[str, ...]], None] = {}
        sums: dict[str, Money] = {}
        count = doubtful = 0
        for line in self._view.deposits.values():
            found = self._view.finding(line.id)
            if found is None or found.state is not MatchState.SUGGESTED:
                continue
            if not row_of(self._view, line).is_certain:
                doubtful += 1
                continue
            count += 1
            currency = line.amount.currency
            sums[currency] = sums.get(currency, Money.zero(currency)) + line.amount
            lines = tuple(f"line_{x}" for x in found.line_ids)
            matches[lines, tuple(f"out_{x}" for x in found.expected_ids)] = None
        return CertainLines(tuple(matches), count, tuple(sums[c] for c in sorted(sums)), doubtful)

    def _taken(
        self, lines: Sequence[Deposit], among: Collection[str] | None = None
    ) -> Mapping[str, tuple[str, ...]]:
        """The payouts, of all or `among` these, that other lines are matched with, and by which."""
        ours = {line.id for line in lines}
        findings, shown_by = self._view.findings, self._view.shown_by
        taken: dict[str, tuple[str, ...]] = {}
        for name in shown_by if among is None else among:
            others = [
                line_id
                for line_id in shown_by.get(name, ())
                if line_id not in ours and findings[line_id].state is MatchState.MATCHED
            ]
            if others:
                taken[name] = tuple(sorted(others))
        return taken

    def _candidate(
        self, entry: Entry, lines: Sequence[Deposit], taken: Mapping[str, tuple[str, ...]]
    ) -> PayoutCandidate:
        row = payout_row(self._view.payouts[entry.id], entry.currency)
        gap = find_gap((line.amount for line in lines), [entry], entry.currency)
        on = max(line.on for line in lines)
        return PayoutCandidate(
            row.id,
            row.platform_payout_id,
            row.arrival_on,
            Money(entry.minor, entry.currency),
            row.gross,
            row.fees,
            len(row.payments),
            row.state,
            _how(gap, (on - entry.on).days),
            gap.unexplained,
            gap.named,
            taken.get(entry.id, ()),
        )


def _how(gap: Gap, days: int) -> str:
    if gap.unexplained.minor:
        more = "more" if gap.unexplained.minor > 0 else "less"
        sum_ = f"{Money(abs(gap.unexplained.minor), gap.unexplained.currency)} {more}"
    elif gap.named:
        sum_ = f"Same sum but for its {' and '.join(label for label, _ in gap.named)}"
    else:
        sum_ = "Same sum"
    return f"{sum_}, {say_days(days)}."


def _words(entry: Entry) -> str:
    money = Money(entry.minor, entry.currency)
    return " ".join((entry.id, *entry.references, str(money), entry.on.isoformat())).casefold()
