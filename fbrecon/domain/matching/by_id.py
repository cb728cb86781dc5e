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
    """Links two lists of ids; each answer keeps the order in which an id was first seen.

    Sets do the work: ids that stand twice are rare, and are counted only where there are any.
    """
    lefts, rights = list(left), list(right)
    in_left, in_right = set(lefts), set(rights)
    again: set[K] = set()
    for ids, once in ((lefts, in_left), (rights, in_right)):
        if len(once) < len(ids):
            again.update(key for key, times in Counter(ids).items() if times > 1)
    if again:
        lefts, rights = list(dict.fromkeys(lefts)), list(dict.fromkeys(rights))
    return Links(
        [key for key in lefts if key in in_right and key not in again],
        [key for key in lefts if key in again]
        + [key for key in rights if key in again and key not in in_left],
        [key for key in lefts if key not in in_right and key not in again],
        [key for key in rights if key not in in_left and key not in again],
    )
