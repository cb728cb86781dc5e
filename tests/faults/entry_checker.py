"""What must hold of payout entries after every step, whatever went wrong.

As with payments: at most one entry for each marker, what is called entered is there as the payout
says, and no payout is forgotten. More strictly than with payments, no entry is ever sent twice by
itself, since nothing can take one back.
"""

from __future__ import annotations

from decimal import Decimal

from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.payout_entries import EntryRules, WaitingPayout
from fbrecon.domain.posting import PostingState
from fbrecon.sync.entries import entry_key, review_payouts
from tests.fakes.fake_platform import FakePlatform
from tests.faults.figures import Figures
from tests.faults.ledger_world import BANK, CLEARING, FEES, Entered, LedgerWorld
from tests.faults.machine import Machine

S = PostingState
_THERE = frozenset({S.POSTED, S.ADOPTED, S.VERIFIED})
_STATES = "SELECT marker, state, remote_id FROM intent WHERE kind = 'journal_entry'"
# Before the last one of an entry's sends there may be only such as certainly did nothing.
_SENT_AGAIN = """SELECT DISTINCT marker FROM intent JOIN attempt a USING (key)
    WHERE kind = 'journal_entry' AND a.phase = 'begin' AND a.number < attempts AND NOT EXISTS (
        SELECT 1 FROM attempt e WHERE e.key = a.key AND e.number = a.number
        AND e.phase = 'end' AND e.outcome = 'not_applied')"""


class EntryChecker:
    """Looks at the ledger, at the platform's payouts and at the company file."""

    def __init__(self, ledger: LedgerWorld, platform: FakePlatform, rules: EntryRules) -> None:
        self._ledger = ledger
        self._platform = platform
        self._rules = rules

    def list_broken(self, machine: Machine) -> list[str]:
        """What does not hold now."""
        markers = {_marker(machine, payout): payout for payout in self._platform.payouts.values()}
        broken = []
        for entry in self._ledger.entries.values():
            payout = markers.get(entry.made_of)
            if payout is None:
                broken.append(f"S5: entry {entry.id} belongs to no payout")
            elif _by_account(entry) != _wanted(payout):
                broken.append(f"S6: entry {entry.id} is {entry.legs}, the payout says {payout}")
        for marker in markers:
            if (count := len(self._ledger.live_of(marker))) > 1:
                broken.append(f"S1: {marker} is in the ledger {count} times")
        for marker, state, remote_id in machine.stores.file.sql(_STATES):
            there = [str(entry.id) for entry in self._ledger.live_of(str(marker))]
            if S(state) in _THERE and remote_id not in there:
                broken.append(f"S2: {marker} is called {state} as {remote_id}, and is not there")
        for (marker,) in machine.stores.file.sql(_SENT_AGAIN):
            broken.append(f"S7: {marker} was sent again by itself, and nothing takes one back")
        return broken

    def has_more(self, machine: Machine) -> bool:
        """Whether an entry is still to be made, sent, settled or read back."""
        states = {m: S(state) for m, state, _ in machine.stores.file.sql(_STATES)}
        called_for = [
            _marker(machine, payout)
            for payout, found in review_payouts(machine.stores, self._rules)
            if not isinstance(found, WaitingPayout)
        ]
        return machine.has_open() or any(marker not in states for marker in called_for)

    def end(self, machine: Machine, figures: Figures) -> list[str]:
        """What does not hold in the end; counts what became of each payout."""
        broken = self.list_broken(machine)
        states = {m: S(state) for m, state, _ in machine.stores.file.sql(_STATES)}
        waiting = {
            payout.id
            for payout, found in review_payouts(machine.stores, self._rules)
            if isinstance(found, WaitingPayout)
        }
        for payout in self._platform.payouts.values():
            marker = _marker(machine, payout)
            state, there = states.get(marker), len(self._ledger.live_of(marker))
            figures.counts["payouts"] += 1
            if there > 1:
                figures.counts["entered twice"] += 1
            elif there and state in _THERE:
                figures.counts["entered"] += 1
            elif state in (S.APPROVED, S.SENDING, S.UNCERTAIN):
                broken.append(f"L1: {marker} is still {state}")
            elif state is not None or payout.id in waiting:
                figures.counts["not entered, with the reason"] += 1
            else:
                figures.counts["lost"] += 1
                broken.append(f"payout {payout.id} is lost")
        return broken


def _marker(machine: Machine, payout: Payout) -> str:
    return entry_key(machine.rules, payout, "payout").marker


def _by_account(entry: Entered) -> dict[str, int]:
    found: dict[str, int] = {}
    for account, minor in entry.legs:
        found[account] = found.get(account, 0) + minor
    return {account: minor for account, minor in found.items() if minor}


def _wanted(payout: Payout) -> dict[str, int]:
    """Bank and fees against what its payments left in clearing."""
    lines = payout.lines or ()
    fees = -sum((x.amount for x in lines if x.kind is PayoutLineKind.FEE), Decimal(0))
    sums = {BANK: payout.net, FEES: fees, CLEARING: -payout.net - fees}
    return {account: int(amount * 100) for account, amount in sums.items() if amount}
