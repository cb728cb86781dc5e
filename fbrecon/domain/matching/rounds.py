"""Assign, look at what is clear, and assign again with what it teaches.

How many lines show an expected movement at all differs: a statement of a clearing account holds
little else, a shop's main account mostly other things, and lines that begin alike tend to be of
one kind. So two shares are found from the records themselves: of lines that show something
expected, for all and for those that begin alike, and of expected movements that are shown. In the
same way the clear pairs teach what differences, delays and texts are usual here; they count beside
what a person confirmed, for this one time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log
from types import MappingProxyType

from fbrecon.domain.matching.assignment import Place, assign
from fbrecon.domain.matching.evidence import Evidence
from fbrecon.domain.matching.weights import Weights

_ROUNDS = 6
_SETTLED = 0.05  # log of odds
_FEW_LOOKS = 200
_CLEAR = 0.05  # odds against
_LEAST, _MOST = 0.005, 0.98
# The share of all lines counts as much as this many lines that begin alike.
_WHOLE = 2.0
# What is usual of lines that begin alike: half of them, and so many.
_MOSTLY, _SOME = 0.5, 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last round ended with: the weights of all pairs, the assignment, what was learned.

    `usual` says of each line whether the others that begin alike mostly show something expected;
    `shifts` is what that adds to its weights, and `shown` what is added for movements that have to
    be among the lines.
    """

    rows: list[dict[int, float]]
    places: list[Place | None]
    usual: list[bool]
    shifts: list[float]
    shown: float
    weights: Weights


def run_rounds(
    candidates: Sequence[Mapping[int, Evidence]],
    beginnings: Sequence[str],
    covered: Sequence[bool],
    weights: Weights,
    known: Mapping[str, int] = MappingProxyType({}),
) -> Outcome:
    """`covered` tells of each expected movement whether the lines reach over its time.

    `known` counts, by how they begin, the lines of which a person said already what they show.
    """
    learned = weights
    # Begin hopefully: from too little, shares that feed on themselves would come to nothing.
    shifts, shown = [_log_odds(_MOST)] * len(candidates), _log_odds(_MOST)
    usual: list[bool] = []
    certain = sum(known.values())
    for _ in range(_ROUNDS):
        rows = _weigh(candidates, shifts, shown, covered, weights, learned)
        assigned = assign(rows, len(covered), _FEW_LOOKS)
        before, (shares, usual) = shifts, _list_shares(assigned.shows, beginnings, known)
        shifts = [_log_odds(share) for share in shares]
        seen = fsum(
            shows
            for shows, place in zip(assigned.shows, assigned.places, strict=True)
            if place is None or covered[place.other]
        )
        shown = _log_odds((seen + certain + _WHOLE / 2) / (sum(covered) + certain + _WHOLE))
        learned = weights.learn(
            row[place.other].seen
            for row, place in zip(candidates, assigned.places, strict=True)
            if place is not None and place.against <= _CLEAR
        )
        moved = (abs(new - old) for new, old in zip(shifts, before, strict=True))
        if max(moved, default=0.0) < _SETTLED:
            break
    rows = _weigh(candidates, shifts, shown, covered, weights, learned)
    places = assign(rows, len(covered)).places
    return Outcome(rows, places, usual, shifts, shown, learned)


def _weigh(
    candidates: Sequence[Mapping[int, Evidence]],
    shifts: Sequence[float],
    shown: float,
    covered: Sequence[bool],
    weights: Weights,
    learned: Weights,
) -> list[dict[int, float]]:
    """The pairs' weights; that it would have to be here speaks for a covered movement only."""
    return [
        {
            j: found.weight
            - weights.value(found.seen)
            + learned.value(found.seen)
            + shift
            + (shown if covered[j] else min(0.0, shown))
            for j, found in row.items()
        }
        for row, shift in zip(candidates, shifts, strict=True)
    ]


def _list_shares(
    shows: Sequence[float], beginnings: Sequence[str], known: Mapping[str, int]
) -> tuple[list[float], list[bool]]:
    """For each line the share of those that show something, of the others that begin alike.

    And whether it is most of them, and some at least.
    """
    certain = sum(known.values())
    whole = (fsum(shows) + certain + _WHOLE / 2) / (len(shows) + certain + _WHOLE)
    alike: dict[str, list[float]] = defaultdict(list)
    for found, beginning in zip(shows, beginnings, strict=True):
        alike[beginning].append(found)
    sums = {beginning: (fsum(found), len(found)) for beginning, found in alike.items()}
    shares, usual = [], []
    for found, beginning in zip(shows, beginnings, strict=True):
        total, count = sums[beginning]
        more = known.get(beginning, 0)
        others = total - found + more
        shares.append((others + _WHOLE * whole) / (count - 1 + more + _WHOLE))
        usual.append(others >= _SOME and shares[-1] >= _MOSTLY)
    return shares, usual


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), _MOST)
    return log(share / (1 - share))
