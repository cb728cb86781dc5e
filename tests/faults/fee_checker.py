"""What must hold of the expenses that fees are recorded as: as of all that is written for payouts.

Unlike entries they can be deleted in FreshBooks, by people, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.payout_entries import EntryRules
from fbrecon.domain.posting import IntentKey, WriteKind
from fbrecon.sync.fee_stage import fee_key, review_fees
from tests.fakes.fake_platform import FakePlatform
from tests.faults.expense_world import CATEGORY, ExpenseWorld, Spent
from tests.faults.machine import Machine
from tests.faults.payout_checker import PayoutChecker, Written


class FeeChecker(PayoutChecker):
    """Looks at the expenses."""

    kind = WriteKind.EXPENSE
    counted = ("fees", "fees once", "fees twice", "fees not recorded, with the reason")

    def __init__(self, expenses: ExpenseWorld, platform: FakePlatform, rules: EntryRules) -> None:
        super().__init__(platform, rules)
        self._expenses = expenses

    def key(self, machine: Machine, payout: Payout) -> IntentKey:
        """The one expense of the payout's fees."""
        return fee_key(machine.rules, payout.id)

    def review(self, machine: Machine) -> Iterable[tuple[Payout, object]]:
        """As the stage of the sync sees them."""
        return review_fees(machine.stores, self.rules)

    def list_written(self) -> list[Spent]:
        """Live ones that came with a marker; what people enter themselves has none."""
        return [row for row in self._expenses.rows.values() if row.made_of and not row.deleted]

    def is_known_as(self, marker: str, remote_id: str) -> bool:
        """What a person deleted is noticed with the next whole sync only."""
        row = self._expenses.rows.get(int(remote_id))
        return row is not None and row.made_of == marker and (row.touched or not row.deleted)

    def find_fault(self, record: Written, payout: Payout) -> str:
        """Its sum and its category against the payout's fees."""
        assert isinstance(record, Spent)
        lines = payout.lines or ()
        fees = -sum((x.amount for x in lines if x.kind is PayoutLineKind.FEE), Decimal(0))
        if (record.minor, record.category) == (int(fees * 100), CATEGORY):
            return ""
        return f"{record.minor} in {record.category}, the payout says {fees}"
