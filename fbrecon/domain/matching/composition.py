"""What a payout is made of where the platform does not say: by the calendar, verified by the sum.

Platforms pay out whatever was settled since the last payout. So a payout is looked for as all parts
of whole days on end, shortly before it arrives, that make up its net to the cent; and the run
before it has to end where this one begins. A sum alone proves nothing: from some twenty parts
thousands of sets fit. It is asked only where few are open, its readings are counted, and a person
confirms. Where nearly every payment has a payout of its own, they are paired instead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fbrecon.domain.matching.entries import Entry, in_order
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.matching.groups import count_subsets
from fbrecon.domain.matching.pairing import match_entries
from fbrecon.domain.money import decimal_string

# Days from the last part to the day on which the payout arrives, and days that one payout spans.
_LATEST = 7
_LONGEST = 10
_MOST_OPEN = 12
# With more payouts than this share of the payments, each has one of its own.
_ONE_EACH = 0.7


@dataclass(frozen=True, slots=True)
class Composition:
    """The parts of a payout. `readings` counts the sets that make up its net.

    `matched`: the only run of whole days that does, joined by those before and after it, or a sure
    pair. `suggested`: the only set, or a clear pair. `ambiguous`: several; `part_ids` is the first
    choice where there is one.
    """

    payout_id: str
    state: MatchState
    part_ids: tuple[str, ...]
    readings: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Days `first` to `last`, by their places among the days that have parts."""

    first: int
    last: int


def compose(payouts: Iterable[Entry], parts: Iterable[Entry]) -> dict[str, Composition]:
    """A composition for each payout, by id, from parts that belong to no payout yet.

    A part is a payment's net sum (or a return's, negative) on the day on which it was settled;
    a payout's day is that of its arrival. Order and ids decide nothing.
    """
    by_currency: dict[str, tuple[list[Entry], list[Entry]]] = defaultdict(lambda: ([], []))
    for payout in in_order(list(payouts)):
        by_currency[payout.currency][0].append(payout)
    for part in in_order(list(parts)):
        by_currency[part.currency][1].append(part)
    found: dict[str, Composition] = {}
    for listed, settled in by_currency.values():
        if len(listed) > _ONE_EACH * len(settled):
            found |= _pair(listed, settled)
        else:
            found |= _Calendar(settled).compose(listed)
    return _leave_open_what_two_claim(found)


def _pair(payouts: Sequence[Entry], parts: Sequence[Entry]) -> dict[str, Composition]:
    """One payment each."""
    findings = match_entries(payouts, parts, noun="payments").findings
    return {
        payout.id: Composition(payout.id, x.state, x.expected_ids, 1 + x.others, x.reason)
        for payout in payouts
        for x in [findings[payout.id]]
    }


def _leave_open_what_two_claim(found: dict[str, Composition]) -> dict[str, Composition]:
    claims = Counter(part for x in found.values() for part in x.part_ids)
    return {
        id_: replace(
            x,
            state=MatchState.AMBIGUOUS,
            part_ids=(),
            readings=max(2, x.readings),
            reason="A set makes up its net, but another payout claims a part of it.",
        )
        if any(claims[part] > 1 for part in x.part_ids)
        else x
        for id_, x in found.items()
    }


class _Calendar:
    """Parts of one currency by day, with sums up to each day."""

    def __init__(self, parts: Sequence[Entry]) -> None:
        by_day: dict[int, list[Entry]] = defaultdict(list)
        for part in parts:
            by_day[part.on.toordinal()].append(part)
        self.days = sorted(by_day)
        self.parts = [by_day[day] for day in self.days]
        self.sums = [0]
        for listed in self.parts:
            self.sums.append(self.sums[-1] + sum(part.minor for part in listed))

    def compose(self, payouts: Sequence[Entry]) -> dict[str, Composition]:
        """Runs first; then sets, from the parts that no run of the kind matched has taken."""
        a_day = Counter(payout.on for payout in payouts)
        runs = [self.list_runs(x) if a_day[x.on] == 1 else [] for x in payouts]
        ends = [{run.last for run in listed} for listed in runs]
        begins = [{run.first for run in listed} for listed in runs]
        twins = {x for a, b in pairwise(runs) for x in {*a} & {*b}}
        found: dict[str, Composition] = {}
        taken: set[str] = set()
        open_payouts: list[Entry] = []
        for place, (payout, listed) in enumerate(zip(payouts, runs, strict=True)):
            if not listed:
                open_payouts.append(payout)
                continue
            joined = [
                run
                for run in listed
                if place
                and place + 1 < len(payouts)
                and run.first - 1 in ends[place - 1]
                and run.last + 1 in begins[place + 1]
            ]
            if len(listed) == 1 and joined and listed[0] not in twins:
                state, chosen = MatchState.MATCHED, listed[0]
            elif len(listed) == 1 and listed[0] not in twins:
                state, chosen = MatchState.SUGGESTED, listed[0]
            elif len(joined) == 1 and joined[0] not in twins:
                state, chosen = MatchState.SUGGESTED, joined[0]
            else:
                found[payout.id] = _say_open(payout, max(2, len(listed)))
                continue
            members = self.list_parts(chosen)
            if state is MatchState.MATCHED:
                taken.update(part.id for part in members)
            found[payout.id] = _say_run(payout, state, members, len(listed))
        for payout in open_payouts:
            found[payout.id] = self.compose_freely(payout, taken)
        return found

    def list_runs(self, payout: Entry) -> list[_Run]:
        """Runs of whole days that make up the payout's net and end shortly before it arrives."""
        day = payout.on.toordinal()
        latest = range(bisect_left(self.days, day - _LATEST), bisect_right(self.days, day))
        return [
            _Run(first, last)
            for last in latest
            for first in range(bisect_left(self.days, self.days[last] - _LONGEST + 1), last + 1)
            if self.sums[last + 1] - self.sums[first] == payout.minor
        ]

    def list_parts(self, run: _Run) -> list[Entry]:
        """All parts of the run's days."""
        return [part for day in self.parts[run.first : run.last + 1] for part in day]

    def compose_freely(self, payout: Entry, taken: set[str]) -> Composition:
        """A set of the few parts that are open near the payout's day, if only one fits."""
        day = payout.on.toordinal()
        places = range(
            bisect_left(self.days, day - _LATEST - _LONGEST), bisect_right(self.days, day)
        )
        near = [part for place in places for part in self.parts[place] if part.id not in taken]
        if len(near) > _MOST_OPEN:
            reason = f"{len(near)} payments are open near its day: too many for a sum to tell."
            return Composition(payout.id, MatchState.UNMATCHED, (), 0, reason)
        minors = [part.minor for part in near]
        readings, chosen = count_subsets(minors, payout.minor)
        alone = [part for part in near if part.minor == payout.minor]
        readings += len(alone)
        if not readings:
            reason = f"No set of open payments makes up {_sum(payout)}."
            return Composition(payout.id, MatchState.UNMATCHED, (), 0, reason)
        if readings > 1:
            return _say_open(payout, readings)
        ids = tuple(part.id for part in (alone or [near[place] for place in sorted(chosen)]))
        reason = f"Of {len(near)} open payments only this set makes up {_sum(payout)}."
        return Composition(payout.id, MatchState.SUGGESTED, ids, 1, reason)


def _say_run(
    payout: Entry, state: MatchState, parts: Sequence[Entry], readings: int
) -> Composition:
    """The composition with its reason."""
    first, last = parts[0].on, parts[-1].on
    settled = f"All that was settled from {first} to {last} makes up {_sum(payout)} to the cent."
    if first == last:
        settled = f"All that was settled on {first} makes up {_sum(payout)} to the cent."
    if state is MatchState.MATCHED:
        end = "The payouts before and after it join on."
    elif readings == 1:
        end = "No other days on end do."
    else:
        end = f"{readings} runs of days do; only this one joins the payouts around it."
    ids = tuple(part.id for part in parts)
    return Composition(payout.id, state, ids, readings, f"{settled} {end}")


def _say_open(payout: Entry, readings: int) -> Composition:
    reason = f"{readings} different sets of payments make up {_sum(payout)}."
    return Composition(payout.id, MatchState.AMBIGUOUS, (), readings, reason)


def _sum(payout: Entry) -> str:
    return f"{decimal_string(payout.minor, payout.currency)} {payout.currency}"
