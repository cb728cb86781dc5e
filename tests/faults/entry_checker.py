"""What must hold of payout entries: as of all that is written for payouts, and one thing more.

No entry is ever sent twice by itself, since nothing can take one back.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.payout_entries import EntryRules
from fbrecon.domain.posting import IntentKey, WriteKind
from fbrecon.sync.entries import entry_key, review_payouts
from tests.fakes.fake_platform import FakePlatform
from tests.faults.ledger_world import BANK, CLEARING, FEES, Entered, LedgerWorld
from tests.faults.machine import Machine
from tests.faults.payout_checker import PayoutChecker, Written

# Before the last one of an entry's sends there may be only such as certainly did nothing.
_SENT_AGAIN = """SELECT DISTINCT marker FROM intent JOIN attempt a USING (key)
    WHERE kind = 'journal_entry' AND a.phase = 'begin' AND a.number < attempts AND NOT EXISTS (
        SELECT 1 FROM attempt e WHERE e.key = a.key AND e.number = a.number
        AND e.phase = 'end' AND e.outcome = 'not_applied')"""


class EntryChecker(PayoutChecker):
    """Looks at the journal entries."""

    kind = WriteKind.JOURNAL_ENTRY
    counted = ("payouts", "entered", "entered twice", "not entered, with the reason")

    def __init__(self, ledger: LedgerWorld, platform: FakePlatform, rules: EntryRules) -> None:
        super().__init__(platform, rules)
        self._ledger = ledger

    def key(self, machine: Machine, payout: Payout) -> IntentKey:
        """The entry of the whole payout."""
        return entry_key(machine.rules, payout, "payout")

    def review(self, machine: Machine) -> Iterable[tuple[Payout, object]]:
        """As the stage of the sync sees them."""
        return review_payouts(machine.stores, self.rules)

    def list_written(self) -> list[Entered]:
        """Entries are never deleted."""
        return list(self._ledger.entries.values())

    def find_fault(self, record: Written, payout: Payout) -> str:
        """Its lines against the payout's."""
        assert isinstance(record, Entered)
        if _by_account(record) == _wanted(payout):
            return ""
        return f"{record.legs}, the payout says {payout}"

    def list_broken(self, machine: Machine) -> list[str]:
        """What does not hold now."""
        broken = super().list_broken(machine)
        for (marker,) in machine.stores.file.sql(_SENT_AGAIN):
            broken.append(f"S7: {marker} was sent again by itself, and nothing takes one back")
        return broken


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
