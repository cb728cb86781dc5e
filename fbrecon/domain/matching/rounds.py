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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last round ended with: the weights of all pairs, the assignment, what was learned.

    `shares` is how many of the other lines that begin alike show something expected, `shifts` what
    that adds to each line's weights.
    """

    rows: list[dict[int, float]]
    places: list[Place | None]
    shares: list[float]
    shifts: list[float]
    weights: Weights


def run_rounds(
    candidates: Sequence[Mapping[int, Evidence]],
    beginnings: Sequence[str],
    covered: Sequence[bool],
    weights: Weights,
) -> Outcome:
    """`covered` tells of each expected movement whether the lines reach over its time."""
    learned = weights
    # Begin hopefully: from too little, shares that feed on themselves would come to nothing.
    shifts = [2 * _log_odds(_MOST)] * len(candidates)
    shares: list[float] = []
    for _ in range(_ROUNDS):
        rows = _weigh(candidates, shifts, weights, learned)
        assigned = assign(rows, len(covered), _FEW_LOOKS)
        shares = _list_shares(assigned.shows, beginnings)
        shown = _log_odds((fsum(assigned.shows) + _WHOLE / 2) / (sum(covered) + _WHOLE))
        before, shifts = shifts, [_log_odds(share) + shown for share in shares]
        learned = weights.learn(
            row[place.other].seen
            for row, place in zip(candidates, assigned.places, strict=True)
            if place is not None and place.against <= _CLEAR
        )
        moved = (abs(new - old) for new, old in zip(shifts, before, strict=True))
        if max(moved, default=0.0) < _SETTLED:
            break
    rows = _weigh(candidates, shifts, weights, learned)
    return Outcome(rows, assign(rows, len(covered)).places, shares, shifts, learned)


def _list_shares(shows: Sequence[float], beginnings: Sequence[str]) -> list[float]:
    """For each line the share of those that show something, of the others that begin alike."""
    whole = (fsum(shows) + _WHOLE / 2) / (len(shows) + _WHOLE)
    alike: dict[str, list[float]] = defaultdict(list)
    for found, beginning in zip(shows, beginnings, strict=True):
        alike[beginning].append(found)
    sums = {beginning: (fsum(found), len(found)) for beginning, found in alike.items()}
    shares = []
    for found, beginning in zip(shows, beginnings, strict=True):
        total, count = sums[beginning]
        shares.append((total - found + _WHOLE * whole) / (count - 1 + _WHOLE))
    return shares


def _weigh(
    candidates: Sequence[Mapping[int, Evidence]],
    shifts: Sequence[float],
    weights: Weights,
    learned: Weights,
) -> list[dict[int, float]]:
    return [
        {
            j: found.weight - weights.value(found.seen) + learned.value(found.seen) + shift
            for j, found in row.items()
        }
        for row, shift in zip(candidates, shifts, strict=True)
    ]


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), _MOST)
    return log(share / (1 - share))
