"""What must hold of what is written for payouts after every step, whatever went wrong.

As with payments: at most one record for each marker, what is called recorded is there as the payout
says, and no payout is forgotten. Journal entries and expenses each say what is theirs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar, Protocol

from fbrecon.domain.documents import Payout
from fbrecon.domain.payout_entries import EntryRules, WaitingPayout
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from tests.fakes.fake_platform import FakePlatform
from tests.faults.figures import Figures
from tests.faults.machine import Machine

S = PostingState
THERE = frozenset({S.POSTED, S.ADOPTED, S.VERIFIED})
_UNDER_WAY = (S.APPROVED, S.SENDING, S.UNCERTAIN)
_STATES = "SELECT marker, state, remote_id FROM intent WHERE kind = ?"


class Written(Protocol):
    """A record of ours in the made-up FreshBooks; `made_of` is the marker it came with."""

    id: int
    made_of: str
    touched: bool  # whether a person changed or deleted it since


class PayoutChecker(ABC):
    """Looks at the books, at the platform's payouts and at the company file."""

    kind: ClassVar[WriteKind]
    counted: ClassVar[tuple[str, str, str, str]]  # all, recorded once, twice, not recorded

    def __init__(self, platform: FakePlatform, rules: EntryRules) -> None:
        self.platform = platform
        self.rules = rules

    @abstractmethod
    def key(self, machine: Machine, payout: Payout) -> IntentKey:
        """What is written for that payout."""

    @abstractmethod
    def review(self, machine: Machine) -> Iterable[tuple[Payout, object]]:
        """What the program says of each payout."""

    @abstractmethod
    def list_written(self) -> Iterable[Written]:
        """All that was written for payouts and is there."""

    @abstractmethod
    def find_fault(self, record: Written, payout: Payout) -> str:
        """How a record differs from what the payout says; empty where it does not."""

    def list_broken(self, machine: Machine) -> list[str]:
        """What does not hold now."""
        markers = {self.key(machine, p).marker: p for p in self.platform.payouts.values()}
        written = list(self.list_written())
        broken = []
        for record in written:
            payout = markers.get(record.made_of)
            if payout is None:
                broken.append(f"S5: {self.kind} {record.id} belongs to no payout")
            elif not record.touched and (fault := self.find_fault(record, payout)):
                broken.append(f"S6: {self.kind} {record.id} is {fault}")
        for marker in markers:
            if (count := sum(record.made_of == marker for record in written)) > 1:
                broken.append(f"S1: {marker} is in the books {count} times")
        for marker, state, remote_id in machine.stores.file.sql(_STATES, (self.kind,)):
            if S(state) in THERE and not self.is_known_as(str(marker), str(remote_id)):
                broken.append(f"S2: {marker} is called {state} as {remote_id}, and is not there")
        return broken

    def is_known_as(self, marker: str, remote_id: str) -> bool:
        """Whether that record is there."""
        return any(r.made_of == marker and str(r.id) == remote_id for r in self.list_written())

    def has_more(self, machine: Machine) -> bool:
        """Whether something is still to be made, sent, settled or read back."""
        states = self._states(machine)
        called_for = [
            self.key(machine, payout).marker
            for payout, found in self.review(machine)
            if not isinstance(found, WaitingPayout)
        ]
        return machine.has_open() or any(marker not in states for marker in called_for)

    def end(self, machine: Machine, figures: Figures) -> list[str]:
        """What does not hold in the end; counts what became of each payout."""
        broken = self.list_broken(machine)
        states = self._states(machine)
        written = [record.made_of for record in self.list_written()]
        waiting = {p.id for p, found in self.review(machine) if isinstance(found, WaitingPayout)}
        every, once, twice, left = self.counted
        for payout in self.platform.payouts.values():
            marker = self.key(machine, payout).marker
            state, there = states.get(marker), written.count(marker)
            figures.counts[every] += 1
            if there > 1:
                figures.counts[twice] += 1
            elif there and state in THERE:
                figures.counts[once] += 1
            elif state in _UNDER_WAY:
                broken.append(f"L1: {marker} is still {state}")
            elif state is not None or payout.id in waiting:
                figures.counts[left] += 1
            else:
                figures.counts["lost"] += 1
                broken.append(f"payout {payout.id} is lost")
        return broken

    def _states(self, machine: Machine) -> dict[str, PostingState]:
        return {str(m): S(state) for m, state, _ in machine.stores.file.sql(_STATES, (self.kind,))}
