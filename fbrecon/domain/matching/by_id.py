"""Records that name each other by id: the strongest evidence there is, and the cheapest.

A link counts only where it is the only one both ways. An id that stands twice on a side is a
question, never the first of the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Links(Generic[K]):
    """`both` stand once on either side, `twice` more often on one, the rest on one side only."""

    both: list[K]
    twice: list[K]
    left_only: list[K]
    right_only: list[K]


def link_by_id(left: Iterable[K], right: Iterable[K]) -> Links[K]:
    """Links two lists of ids; each answer keeps the order in which an id was first seen."""
    lefts, rights = Counter(left), Counter(right)
    both: list[K] = []
    twice: list[K] = []
    left_only: list[K] = []
    for key, times in lefts.items():
        others = rights.get(key, 0)
        if times > 1 or others > 1:
            twice.append(key)
        elif others:
            both.append(key)
        else:
            left_only.append(key)
    right_only: list[K] = []
    for key, times in rights.items():
        if key not in lefts:
            (twice if times > 1 else right_only).append(key)
    return Links(both, twice, left_only, right_only)
