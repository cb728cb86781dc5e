"""What must hold after every step, whatever went wrong.

S1 at most one live record for each marker. S2 what is called posted is there as written. S3 (in
`machine`) nothing leaves before its intent is durable. S4 attempts only grow and none is missing.
S5 each of our records belongs to one intent. S6 sums are the platform's. L1 in the end nothing is
left open. What holds of payouts stands in `payout_checker`.
"""

from __future__ import annotations

from collections import Counter

from fbrecon.domain.posting import PostingState, list_markers
from tests.faults.books_world import BooksWorld
from tests.faults.figures import Figures
from tests.faults.machine import Machine
from tests.faults.payout_checker import PayoutChecker

S = PostingState
_THERE = frozenset({S.POSTED, S.ADOPTED, S.VERIFIED})
_TOLD = frozenset({S.HELD, S.REFUSED, S.DISCREPANCY, S.UNDONE, S.PROPOSED})
_INTENTS = (
    "SELECT key, marker, state, remote_id, amount_minor, on_date, leg, attempts, source "
    "FROM intent WHERE kind = 'payment'"
)
_MARKERS = (
    "SELECT key, marker, attempts FROM intent WHERE kind IN ('payment', 'journal_entry', 'expense')"
)
_ATTEMPTS = "SELECT key, phase, count(*) FROM attempt GROUP BY key, phase"


class BrokenRuleError(AssertionError):
    """A rule does not hold."""


class Checker:
    """Looks at the world and at the company file."""

    def __init__(
        self, world: BooksWorld, sums: dict[str, int], payouts: PayoutChecker | None = None
    ) -> None:
        self._payouts = payouts  # None: nothing is written for payouts
        self._world = world
        self._sums = sums  # what the platform says of each of its payments, by marker
        self.is_elsewhere_too = False  # whether another computer records, too
        self._begun: Counter[str] = Counter()
        self._sent_before: Counter[str] = Counter()

    def file_replaced(self, machine: Machine) -> None:
        """The attempts begin anew with this file."""
        self._begun = Counter()
        self._sent_before = Counter(machine.wire.sends) - _attempts(machine)[0]

    def step(self, machine: Machine) -> None:
        """S1, S2, S4 and S6 as they stand now."""
        self._once()
        begun, ended = _attempts(machine)
        for marker, count in self._begun.items():
            if begun[marker] < count:
                raise BrokenRuleError(f"S4: an attempt of {marker} is gone")
        self._begun = begun
        if self._payouts is not None:
            _raise_first(self._payouts.list_broken(machine))
        for _, marker, attempts in machine.stores.file.sql(_MARKERS):
            if begun[marker] != attempts or ended[marker] > attempts:
                raise BrokenRuleError(
                    f"S4: {marker} has {attempts} attempts, {begun[marker]} begun"
                )
            sent = machine.wire.sends[marker] - self._sent_before[marker]
            if sent > attempts:
                raise BrokenRuleError(f"S4: {marker} was sent {sent} times, {attempts} are known")
        for _, marker, state, remote_id, minor, on, leg, *_ in _intents(machine):
            if state in _THERE:
                self._is_there(marker, remote_id, minor, on, leg)

    def _once(self) -> None:
        live = Counter(r.made_of for r in self._world.rows.values() if r.made_of and not r.deleted)
        for marker, count in live.items():
            if count > 1:
                raise BrokenRuleError(f"S1: {marker} is in the books {count} times")
        for row in self._world.rows.values():
            wanted = self._sums.get(row.made_of)
            whole = row.overpayment is None and not row.touched
            if wanted is not None and whole and row.minor != wanted:
                raise BrokenRuleError(
                    f"S6: {row.made_of} is {row.minor}, the platform says {wanted}"
                )

    def _is_there(self, marker: str, remote_id: str, minor: int, on: str, leg: str) -> None:
        row = self._world.rows.get(int(remote_id or 0))
        if row is None or row.made_of != marker:
            raise BrokenRuleError(f"S2: {marker} is called posted as {remote_id}, and is not there")
        if row.touched or row.overpayment is not None:
            return
        if (row.minor, row.on, str(row.invoice)) != (minor, on, leg):
            raise BrokenRuleError(f"S2: {marker} is there, and not as written")

    def only_put_off(self, machine: Machine) -> None:
        """L1, where FreshBooks asked to wait for longer than it takes to settle anything."""
        open_ones = machine.stores.file.sql(
            "SELECT marker, state FROM intent WHERE kind = 'payment' "
            "AND (state IN ('sending', 'uncertain') OR state = 'approved' AND not_before IS NULL)"
        )
        if open_ones:
            raise BrokenRuleError(f"L1: {open_ones[0][0]} is still {open_ones[0][1]}")

    def end(self, machine: Machine, figures: Figures) -> None:
        """L1 and S5, and what became of each payment of the platform."""
        self.step(machine)
        known = {marker: state for _, marker, state, *_ in _intents(machine)}
        for row in self._world.rows.values():
            marked = list_markers(row.note)
            if not row.deleted and any(marker not in known for marker in marked):
                raise BrokenRuleError(f"S5: record {row.id} has no intent")
        for marker in self._sums:
            self._judge(marker, known.get(marker), machine, figures)
        if self._payouts is not None:
            _raise_first(self._payouts.end(machine, figures))

    def _judge(self, marker: str, state: str | None, machine: Machine, figures: Figures) -> None:
        live = self._world.live_of(marker)
        figures.counts["payments"] += 1
        if len(live) > 1:
            figures.counts["twice"] += 1
        elif len(live) == 1 and state in _THERE:
            figures.counts["posted"] += 1
        elif state in _TOLD:
            figures.counts["held"] += 1
            # What this computer was refused, another may have recorded since.
            if live and state is S.REFUSED and not self.is_elsewhere_too:
                raise BrokenRuleError(f"{marker} is called refused, and is there")
        elif state in _THERE and not any(
            row.touched for row in self._world.rows.values() if row.made_of == marker
        ):
            figures.counts["false posted"] += 1
            raise BrokenRuleError(f"S2: {marker} is called {state}, and is not there")
        elif state in _THERE:
            figures.counts["held"] += 1  # deleted by a person; noticed with the next whole sync
        elif state is None:
            if marker not in machine.not_proposed:
                figures.counts["lost"] += 1
                raise BrokenRuleError(f"{marker} is lost")
            figures.counts["held"] += 1
        if state in (S.APPROVED, S.SENDING, S.UNCERTAIN):
            figures.counts["uncertain"] += 1
            raise BrokenRuleError(f"L1: {marker} is still {state}")


def _raise_first(broken: list[str]) -> None:
    for problem in broken:
        raise BrokenRuleError(problem)


def _intents(machine: Machine) -> list[tuple[str, str, PostingState, str, int, str, str, int, str]]:
    found = machine.stores.file.sql(_INTENTS)
    return [(row[0], row[1], S(row[2]), *row[3:]) for row in found]


def _attempts(machine: Machine) -> tuple[Counter[str], Counter[str]]:
    """By marker, how many attempts began and how many ended."""
    marker_of = {row[0]: row[1] for row in machine.stores.file.sql(_MARKERS)}
    begun: Counter[str] = Counter()
    ended: Counter[str] = Counter()
    for key, phase, count in machine.stores.file.sql(_ATTEMPTS):
        if key in marker_of:
            (begun if phase == "begin" else ended)[marker_of[key]] += count
    return begun, ended
