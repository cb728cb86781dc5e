"""The part of a schedule in which payouts arrive and are entered, or their fees recorded.

Draws from a stream of its own: a schedule without it is the schedule it was.
"""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from fbrecon.domain.documents import PayoutLine, PayoutLineKind
from fbrecon.domain.postings import EntryWay
from fbrecon.sync.entry_stage import EntryPlan
from fbrecon.sync.fee_stage import FeePlan
from tests.fakes.fake_platform import FakePlatform
from tests.faults.books_world import BooksWorld
from tests.faults.entry_checker import EntryChecker
from tests.faults.expense_world import ExpenseWorld, plan_fees
from tests.faults.fee_checker import FeeChecker
from tests.faults.ledger_world import LedgerWorld, plan_entries
from tests.faults.payout_checker import PayoutChecker


class PayoutPlay:
    """The platform's payouts, and what must hold of what is written for them."""

    checker: PayoutChecker
    entries: EntryPlan | None = None
    fees: FeePlan | None = None

    def __init__(self, platform: FakePlatform, seed: str) -> None:
        self._platform = platform
        self.chance = random.Random(f"{seed}:payouts")
        self._paid_out: set[str] = set()

    def step(self) -> bool:
        """Before a run: maybe a payout; True where the run is a whole one, as these need."""
        if self.chance.random() < 0.7:
            self._pay_out()
        return self.chance.random() < 0.8

    def rest(self) -> None:
        """All that was collected is paid out."""
        while self._pay_out():
            pass

    def _pay_out(self) -> bool:
        waiting = [payment for payment in self._platform.payments if payment not in self._paid_out]
        if not waiting:
            return False
        chosen = waiting[: self.chance.randint(1, 2)]
        self._paid_out.update(chosen)
        payout_id = self._platform.pay_out(*chosen)
        payout = self._platform.payouts[payout_id]
        fee = Decimal(self.chance.choice([0, 35, 129])) / 100
        if fee and payout.lines is not None:
            line = PayoutLine(
                f"f-{payout_id}", PayoutLineKind.FEE, -fee, payout.lines[0].payment_id, "Fee"
            )
            self._platform.payouts[payout_id] = replace(
                payout, net=payout.net - fee, lines=(*payout.lines, line)
            )
        return True


class EntryPlay(PayoutPlay):
    """Payouts are entered in the ledger."""

    def __init__(self, world: BooksWorld, platform: FakePlatform, seed: str) -> None:
        super().__init__(platform, seed)
        world.ledger = LedgerWorld(world)
        self.entries = plan_entries(self.chance.choice([EntryWay.NEWER, EntryWay.CLASSIC]))
        self.checker = EntryChecker(world.ledger, platform, self.entries.rules)


class FeePlay(PayoutPlay):
    """Their fees are recorded as expenses; people enter the same ones, and delete some."""

    def __init__(self, world: BooksWorld, platform: FakePlatform, seed: str) -> None:
        super().__init__(platform, seed)
        self._expenses = world.expenses = ExpenseWorld(world)
        self.fees = plan_fees(plan_entries(EntryWay.NEWER).rules)
        self.checker = FeeChecker(world.expenses, platform, self.fees.rules)

    def step(self) -> bool:
        """People first."""
        rows = [row for row in self._expenses.rows.values() if not row.deleted]
        if rows and self.chance.random() < 0.15:
            self._expenses.enter_by_hand(self.chance.choice(rows))
        elif rows and self.chance.random() < 0.1:
            self._expenses.delete(self.chance.choice(rows))
        return super().step()
