"""The part of a schedule in which payouts arrive and are entered in the ledger.

Draws from a stream of its own: a schedule without it is the schedule it was.
"""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from fbrecon.domain.documents import PayoutLine, PayoutLineKind
from fbrecon.domain.postings import EntryWay
from tests.fakes.fake_platform import FakePlatform
from tests.faults.books_world import BooksWorld
from tests.faults.entry_checker import EntryChecker
from tests.faults.ledger_world import LedgerWorld, plan_entries


class EntryPlay:
    """A ledger beside the books, the platform's payouts, and what must hold of both."""

    def __init__(self, world: BooksWorld, platform: FakePlatform, seed: str) -> None:
        self._platform = platform
        self._chance = random.Random(f"{seed}:payouts")
        self._paid_out: set[str] = set()
        world.ledger = LedgerWorld(world)
        self.plan = plan_entries(self._chance.choice([EntryWay.NEWER, EntryWay.CLASSIC]))
        self.checker = EntryChecker(world.ledger, platform, self.plan.rules)

    def step(self) -> bool:
        """Before a run: maybe a payout; True where the run is a whole one, as entries need."""
        if self._chance.random() < 0.7:
            self._pay_out()
        return self._chance.random() < 0.8

    def rest(self) -> None:
        """All that was collected is paid out."""
        while self._pay_out():
            pass

    def _pay_out(self) -> bool:
        waiting = [payment for payment in self._platform.payments if payment not in self._paid_out]
        if not waiting:
            return False
        chosen = waiting[: self._chance.randint(1, 2)]
        self._paid_out.update(chosen)
        payout_id = self._platform.pay_out(*chosen)
        payout = self._platform.payouts[payout_id]
        fee = Decimal(self._chance.choice([0, 35, 129])) / 100
        if fee and payout.lines is not None:
            line = PayoutLine(
                f"f-{payout_id}", PayoutLineKind.FEE, -fee, payout.lines[0].payment_id, "Fee"
            )
            self._platform.payouts[payout_id] = replace(
                payout, net=payout.net - fee, lines=(*payout.lines, line)
            )
        return True
