"""Who belongs to whom, all at once: the assignment of greatest weight, and how sure each pair is.

Each line takes one movement or none, each movement goes to one line or none. The assignment is
the heaviest of all, found by shortest augmenting paths over the pairs that are there. A pair is as
sure as the other assignments are light: every way of doing without the pair is an alternating
path or circle through it, however many other lines have to move along, and their weights add up.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, inf

_CUTOFF = 16.0
_STEPS = 40
# A look is a pair on the way. Who has this many ways out is not sure; nor who has one as good.
_LOOKS = 2000
_AS_GOOD = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A line's movement in the heaviest assignment.

    `against` are the odds of all assignments without this pair against it, infinite where they are
    too many to count; `margin` is how much lighter the heaviest of them is, in natural logarithms.
    """

    other: int
    against: float
    margin: float

    @property
    def probability(self) -> float:
        """How likely the pair is, given the evidence."""
        return 1 / (1 + self.against)


@dataclass(frozen=True, slots=True)
class Assigned:
    """For each line its place, None where it takes nothing, and how likely it shows anything."""

    places: list[Place | None]
    shows: list[float]


def assign(weights: Sequence[Mapping[int, float]], others: int, looks: int = _LOOKS) -> Assigned:
    """The heaviest assignment, with what speaks against each pair in it.

    `weights` holds, for each line, the weights of its pairs; zero is as good as none. `others` is
    how many movements there are. Fewer `looks` are faster and leave more pairs unsure.
    """
    assignment = _Assignment(weights, others, looks)
    places: list[Place | None] = []
    for line, other in enumerate(assignment.taken):
        if other < 0:
            places.append(None)
            assignment.shows[line] = assignment.weigh_chances(line)
        else:
            places.append(assignment.weigh_alternatives(line))
    return Assigned(places, assignment.shows)


class _Assignment:
    """The assignment with its prices: a pair's slack is what choosing it would cost."""

    def __init__(self, weights: Sequence[Mapping[int, float]], others: int, looks: int) -> None:
        self.weights = weights
        self._most_looks = looks
        self._looks = 0
        self.taken = [-1] * len(weights)
        self.taker = [-1] * others
        self.shows = [0.0] * len(weights)
        # A line's price is what it gains at most; a movement's is what others would give for it.
        self.gain = [max(0.0, max(row.values(), default=0.0)) for row in weights]
        self.price = [0.0] * others
        self._ways_on: dict[int, list[tuple[float, int]]] = {}
        self._ways_back: dict[int, list[tuple[float, int]]] = {}
        self._suitors: list[list[int]] = [[] for _ in range(others)]
        waiting = []
        for line, row in enumerate(weights):
            for other in row:
                self._suitors[other].append(line)
            if self.gain[line] <= 0:
                continue
            best = max(row, key=lambda other: (row[other], -other))
            if self.taker[best] < 0:
                self.taken[line], self.taker[best] = best, line
            else:
                waiting.append(line)
        for line in waiting:
            self._augment(line)

    def _augment(self, start: int) -> None:
        """Give `start` a movement, or leave one line without, in the cheapest way there is.

        Whoever takes another's movement sends that line on its way; prices follow, so that no
        slack ever becomes negative.
        """
        way = _Way(self, start)
        for line, cost in way.lines.items():
            self.gain[line] -= way.best - cost
        for other, cost in way.done.items():
            if cost < way.best:
                self.price[other] += way.best - cost
        line, other = way.end
        while True:
            before = self.taken[line]
            self.taken[line] = other
            if other >= 0:
                self.taker[other] = line
            if line == start:
                break
            other, line = before, way.via[before]

    def _slack(self, line: int, other: int) -> float:
        return max(0.0, self.gain[line] + self.price[other] - self.weights[line][other])

    def _list_ways_on(self, line: int) -> list[tuple[float, int]]:
        """What the line could take instead, by slack; only after all lines were augmented."""
        ways = self._ways_on.get(line)
        if ways is None:
            mine = self.taken[line]
            slacks = ((self._slack(line, x), x) for x in self.weights[line] if x != mine)
            ways = self._ways_on[line] = sorted(way for way in slacks if way[0] <= _CUTOFF)
        return ways

    def _list_suitors(self, other: int) -> list[tuple[float, int]]:
        """Which lines could take the movement instead, by slack."""
        ways = self._ways_back.get(other)
        if ways is None:
            taker = self.taker[other]
            slacks = ((self._slack(x, other), x) for x in self._suitors[other] if x != taker)
            ways = self._ways_back[other] = sorted(way for way in slacks if way[0] <= _CUTOFF)
        return ways

    def weigh_alternatives(self, line: int) -> Place:
        """What speaks against a line's pair: the sum of all assignments without it."""
        other = self.taken[line]
        self._looks = 0
        circles = _Sum()
        forward = self._leave(line, other, frozenset([line]), 0.0, circles)
        backward = self._free(other, line, frozenset([other]), 0.0)
        against = circles.total + forward.total * backward.total
        margin = min(circles.least, forward.least + backward.least)
        if self._looks >= self._most_looks:
            # Too many ways to count; that it shows any of them is as likely as all together.
            self.shows[line] = 1 - 1 / (1 + fsum(map(exp, self.weights[line].values())))
            return Place(other, inf, margin)
        none = exp(-max(0.0, self.gain[line])) * backward.total
        self.shows[line] = max(0.0, 1 - none / (1 + against))
        return Place(other, against, margin)

    def weigh_chances(self, line: int) -> float:
        """How likely a line that takes nothing shows something all the same."""
        self._looks = 0
        return 1 - 1 / self._leave(line, -1, frozenset([line]), 0.0, _Sum()).total

    def _leave(
        self, line: int, closing: int, seen: frozenset[int], cost: float, circles: _Sum
    ) -> _Sum:
        """All ways for a line to take another movement or none, each times what follows."""
        result = _Sum()
        result.add(cost + max(0.0, self.gain[line]))
        if len(seen) > _STEPS:
            return result
        for slack, other in self._list_ways_on(line):
            there = cost + slack
            if there > _CUTOFF or self._looks >= self._most_looks:
                break
            self._looks += 1
            next_line = self.taker[other]
            if other == closing:
                circles.add(there)
                if circles.total >= _AS_GOOD:
                    self._looks = self._most_looks
            elif next_line < 0:
                result.add(there)
            elif next_line not in seen:
                result.merge(self._leave(next_line, closing, seen | {next_line}, there, circles))
        return result

    def _free(self, other: int, without: int, seen: frozenset[int], cost: float) -> _Sum:
        """All ways for a movement to go to another line or to none, each times what follows."""
        result = _Sum()
        result.add(cost + max(0.0, self.price[other]))
        if len(seen) > _STEPS:
            return result
        for slack, line in self._list_suitors(other):
            there = cost + slack
            if there > _CUTOFF or self._looks >= self._most_looks:
                break
            if line == without:
                continue
            self._looks += 1
            mine = self.taken[line]
            if mine < 0:
                result.add(there)
            elif mine not in seen:
                result.merge(self._free(mine, without, seen | {mine}, there))
        return result


class _Way:
    """The shortest way from a line without to a movement that is free or a line that gives up.

    `best` is its cost and `end` where it ends (movement -1: the line gives up); `lines` and `done`
    are the lines and movements on the way with their distance; `via` is who asks for a movement.
    """

    def __init__(self, assignment: _Assignment, start: int) -> None:
        self.lines: dict[int, float] = {}
        self.done: dict[int, float] = {}
        self.via: dict[int, int] = {}
        self.best, self.end = inf, (-1, -1)
        self._near: dict[int, float] = {}
        self._heap: list[tuple[float, int]] = []
        self._assignment = assignment
        line, cost = start, 0.0
        while True:
            self._visit(line, cost)
            nearest = self._pop()
            if nearest is None:
                return
            cost, other = nearest
            self.done[other] = cost
            if assignment.taker[other] < 0:
                self.best, self.end = cost, (self.via[other], other)
                return
            line = assignment.taker[other]

    def _visit(self, line: int, cost: float) -> None:
        self.lines[line] = cost
        here = cost + self._assignment.gain[line]
        if here < self.best:
            self.best, self.end = here, (line, -1)
        price = self._assignment.price
        for other, weight in self._assignment.weights[line].items():
            there = here + price[other] - weight
            if there < self.best and there < self._near.get(other, inf) and other not in self.done:
                self._near[other] = there
                self.via[other] = line
                heapq.heappush(self._heap, (there, other))

    def _pop(self) -> tuple[float, int] | None:
        """The nearest movement not done yet, if giving up is not nearer."""
        while self._heap:
            cost, other = heapq.heappop(self._heap)
            if other not in self.done and cost <= self._near[other]:
                return (cost, other) if cost < self.best else None
        return None


class _Sum:
    """A sum of odds and the least cost among them."""

    __slots__ = ("least", "total")

    def __init__(self) -> None:
        self.total = 0.0
        self.least = inf

    def add(self, cost: float) -> None:
        self.total += exp(-cost)
        self.least = min(self.least, cost)

    def merge(self, more: _Sum) -> None:
        self.total += more.total
        self.least = min(self.least, more.least)
