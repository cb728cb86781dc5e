"""Which groups are believed: those found among what single pairs left open, weighed like pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, inf, log
from typing import Protocol

from fbrecon.domain.matching.assignment import Place
from fbrecon.domain.matching.candidates import Candidates
from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.evidence import Judge
from fbrecon.domain.matching.findings import CLEAR, SURE, MatchState
from fbrecon.domain.matching.groups import Group, find_groups
from fbrecon.domain.matching.rounds import Outcome
from fbrecon.domain.matching.texts import SAYING_NOTHING, TextKind
from fbrecon.domain.matching.weights import AmountKind, Observation

_WORTH_A_LOOK = -3.0
_AFTER = range(-1, 11)  # days that a line may come after what it shows
_BEFORE = range(-10, 2)
# Kinds whose parts the records name or the calendar does, without a choice.
_GIVEN = ("quoted", "day")


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group that a line belongs to, and how far it is believed."""

    lines: tuple[int, ...]
    expected: tuple[int, ...]
    kind: str
    days: int
    readings: int
    rivals: int
    against: float
    state: MatchState


class Singles(Protocol):
    """What single pairs left open."""

    outcome: Outcome
    rows: list[dict[int, float]]
    places: list[Place | None]

    def is_matched(self, i: int) -> bool:
        """Whether the line's pair is sure and explained."""
        ...


def group_rest(
    judge: Judge,
    candidates: Candidates,
    singles: Singles,
    beginnings: Sequence[str],
    rejected: frozenset[tuple[str, str]],
) -> dict[int, Grouped]:
    """For lines that single pairs left open: the group that each belongs to."""
    weigh = _Weigher(judge, singles, rejected)
    lines = [(i, x) for i, x in enumerate(judge.lines) if not singles.is_matched(i)]
    taken = {
        place.other
        for i, place in enumerate(singles.places)
        if place is not None and singles.is_matched(i)
    }
    expected = [(j, x) for j, x in enumerate(judge.expected) if j not in taken]
    if not lines or not expected:
        return {}
    quoted = {i: candidates.list_quoted(i) for i, _ in lines}
    quoting: dict[int, list[int]] = defaultdict(list)
    for i, movements in quoted.items():
        for j in movements:
            quoting[j].append(i)
    offers = [
        weigh.one_line(group)
        for group in find_groups(lines, expected, lambda _: "", lambda i: quoted[i], _AFTER)
    ]
    offers += [
        weigh.many_lines(group)
        for group in find_groups(
            expected, lines, lambda i: beginnings[i], lambda j: quoting.get(j, ()), _BEFORE
        )
    ]
    return _settle([offer for offer in offers if offer is not None])


@dataclass(frozen=True, slots=True)
class _Offer:
    group: Group
    lines: tuple[int, ...]
    expected: tuple[int, ...]
    weight: float
    single: float  # odds of none, and of single pairs of anything in the group
    backed: bool  # the text, or the usual kind of such lines, speaks for it, too


class _Weigher:
    """Weighs a group as one pair: the parts' sum for its sum, their texts, the last part's day."""

    def __init__(
        self,
        judge: Judge,
        singles: Singles,
        rejected: frozenset[tuple[str, str]],
    ) -> None:
        self._judge = judge
        self._singles = singles
        self._rejected = rejected
        # Who wants a movement for itself, and whether for want of another.
        self._suitors: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for i, (row, place) in enumerate(zip(singles.rows, singles.places, strict=True)):
            for j, weight in row.items():
                if place is None or place.other == j:
                    self._suitors[j].append((i, weight))

    def one_line(self, group: Group) -> _Offer | None:
        """Several expected movements in one line."""
        return self._offer(group, (group.total,), group.parts, group.days)

    def many_lines(self, group: Group) -> _Offer | None:
        """One expected movement in several lines."""
        return self._offer(group, group.parts, (group.total,), -group.days)

    def _offer(
        self, group: Group, lines: tuple[int, ...], expected: tuple[int, ...], days: int
    ) -> _Offer | None:
        judge, outcome = self._judge, self._singles.outcome
        pairs = [(i, j) for i in lines for j in expected]
        if any((judge.lines[i].id, judge.expected[j].id) in self._rejected for i, j in pairs):
            return None
        agreements = [judge.compare_texts(i, j) for i, j in pairs]
        texts = [outcome.weights.text_value(kind) - log(chance) for kind, chance in agreements]
        # Each reference that is quoted is evidence of its own; other texts are one and the same.
        text = fsum(texts) if group.kind == "quoted" else min(texts)
        sum_and_days = outcome.weights.value(Observation(AmountKind.EXACT, days, TextKind.SILENT))
        total: Entry = (judge.lines if len(lines) == 1 else judge.expected)[group.total]
        shift = min(outcome.shifts[i] for i in lines) + outcome.shown
        weight = judge.base + group.prior + sum_and_days + text - judge.log_chance(total) + shift
        if weight < _WORTH_A_LOOK:
            return None
        single = [found for i in lines for found in self._singles.rows[i].values()]
        single += [found for j in expected for i, found in self._suitors[j] if i not in lines]
        said = all(kind not in SAYING_NOTHING for kind, _ in agreements)
        backed = said or all(outcome.usual[i] for i in lines)
        return _Offer(group, lines, expected, weight, 1 + fsum(map(exp, single)), backed)


def _settle(offers: Sequence[_Offer]) -> dict[int, Grouped]:
    """For each line its best group; what clashes with another group of any weight is ambiguous."""
    wanted: dict[tuple[str, int], list[_Offer]] = defaultdict(list)
    for offer in offers:
        for i in offer.lines:
            wanted["line", i].append(offer)
        for j in offer.expected:
            wanted["expected", j].append(offer)
    answers: dict[int, Grouped] = {}
    best: dict[int, float] = {}
    for offer in sorted(offers, key=lambda x: (-x.weight, x.lines, x.expected)):
        rivals = _list_rivals(offer, wanted)
        group = offer.group
        odds = offer.single + fsum(exp(rival.weight) for rival in rivals)
        against = odds / exp(offer.weight) if group.readings == 1 else inf
        if against <= SURE and group.kind in _GIVEN and offer.backed:
            state = MatchState.MATCHED
        elif against <= CLEAR:
            state = MatchState.SUGGESTED
        else:
            state = MatchState.AMBIGUOUS
        for i in offer.lines:
            if i not in best:
                best[i] = offer.weight
                answers[i] = Grouped(
                    offer.lines,
                    offer.expected,
                    group.kind,
                    group.days,
                    group.readings,
                    len(rivals),
                    against,
                    state,
                )
    return answers


def _list_rivals(offer: _Offer, wanted: Mapping[tuple[str, int], Sequence[_Offer]]) -> list[_Offer]:
    """The other offers that want a line or a movement of this one."""
    found = {
        id(rival): rival
        for key in [("line", i) for i in offer.lines] + [("expected", j) for j in offer.expected]
        for rival in wanted[key]
        if rival is not offer
    }
    return list(found.values())
