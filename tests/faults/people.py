"""People who work in FreshBooks while the program runs: they record, delete, restore and edit.

Each kind of work draws from a stream of its own, so that a seed stays the schedule it was.
"""

from __future__ import annotations

import random

from tests.faults.books_world import BooksWorld

_MOST_BY_HAND = 5  # rows of one invoice at a time, so that it stays a list of a few pages


class People:
    """Whoever is at work; `touch_ours` says whether they lay hands on our records, too."""

    def __init__(self, world: BooksWorld, seed: str, *, touch_ours: bool, shift: bool) -> None:
        self._world = world
        self._touch_ours = touch_ours
        self._shift = shift
        self._noise = random.Random(f"{seed}:people")
        self._order = random.Random(f"{seed}:shifts at work")
        if shift:
            for _ in range(_MOST_BY_HAND):
                world.pay_by_hand(self._busy_invoice(), 7, self._order)

    def act(self) -> None:
        """Somebody does something."""
        if self._shift:
            self._put_in_order()
        else:
            self._work()

    def _work(self) -> None:
        chance, world = self._noise, self._world
        invoice = chance.choice(list(world.invoices))
        by_hand = [r for r in world.rows.values() if not r.made_of and not r.deleted and r.invoice]
        roll = chance.random()
        if roll < 0.45 or not by_hand:
            world.pay_by_hand(invoice, chance.randrange(1, 90), chance)
        elif roll < 0.8:
            row = chance.choice(by_hand)
            row.deleted = True
            world.touch(row)
        elif roll < 0.9:
            row = chance.choice(by_hand)
            row.minor = chance.randrange(1, 90)
            world.touch(row)
        elif self._touch_ours:
            self._lay_hands_on_ours()

    def _lay_hands_on_ours(self) -> None:
        chance, world = self._noise, self._world
        ours = [r for r in world.rows.values() if r.made_of and not r.deleted]
        if not ours:
            return
        row = chance.choice(ours)
        if row.touched:
            return  # without its marker and with another sum nobody could know it any more
        roll = chance.random()
        if roll < 0.4:
            row.note = "tidied up"
        elif roll < 0.7:
            row.deleted = True
        elif roll < 0.9:
            row.minor += 1
        else:
            world.pay_by_hand(row.invoice or 0, world.outstanding(row.invoice or 0), chance)
            return
        world.touch(row)

    def _busy_invoice(self) -> int:
        return next(iter(self._world.invoices))

    def _put_in_order(self) -> None:
        """One row of a long list goes away and another comes: as many as before are counted.

        So what stands behind the one and before the other moves to a page that was read already.
        """
        chance, world = self._order, self._world
        invoice = self._busy_invoice()
        by_hand = [r for r in world.rows.values() if r.invoice == invoice and not r.made_of]
        away = [row for row in by_hand if row.deleted]
        there = [row for row in by_hand if not row.deleted]
        if there and chance.random() < 0.9:
            row = chance.choice(there)
            row.deleted = True
            world.touch(row)
        if len(there) > _MOST_BY_HAND:
            return
        if away and (chance.random() < 0.85 or len(by_hand) > 2 * _MOST_BY_HAND):
            row = away[-1]
            row.deleted = False
            world.touch(row)
        else:
            world.pay_by_hand(invoice, chance.randrange(1, 90), chance)
