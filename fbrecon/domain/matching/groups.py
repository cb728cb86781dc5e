"""Several expected movements in one line, and one movement in several lines.

What may belong together is chosen by what the records say: the references that a line quotes, or
everything that is still open of a day or of days on end. The sum only verifies, to the cent. Where
a sum alone would have to choose, the readings are counted: a single one is for a person to confirm,
several are shown as that many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from fbrecon.domain.matching.entries import Entry

_LONGEST_RUN = 4  # days: a weekend and the days around it
_MOST_OPEN = 12
_MOST_QUOTED = 20
# How often a line is a group of that kind, made up: groups are rare, and rarer the freer.
_PRIOR = {"quoted": 0.05, "day": 0.02, "days": 0.005, "some": 0.01}


@dataclass(frozen=True, slots=True)
class Group:
    """Parts, by their places, that make up the total at `total`; how often sums find such a set.

    `days` lie from the last part to the total; `open_parts` is from how many a sum had to choose.
    """

    total: int
    parts: tuple[int, ...]
    kind: str
    days: int
    readings: int = 1
    open_parts: int = 0

    @property
    def prior(self) -> float:
        """Log of how likely a group of its kind is before looking at the sum."""
        return log(_PRIOR[self.kind]) - log(2) * self.open_parts


def find_groups(
    totals: Sequence[tuple[int, Entry]],
    parts: Sequence[tuple[int, Entry]],
    alike: Callable[[int], str],
    quoted: Callable[[int], Sequence[int]],
    window: range,
) -> Iterator[Group]:
    """All groups of two or more open parts that make up an open total, to the cent.

    Entries come with their places. `alike` keeps parts apart that do not belong in one set;
    `quoted` lists the parts that go with a total by name; `window` holds the days that may lie
    between the last part and the total, negative where the total comes first.
    """
    runs = _sum_runs(parts, alike)
    by_day = _Open(parts)
    currencies = {place: entry.currency for place, entry in parts}
    minors = {place: entry.minor for place, entry in parts}
    for place, total in totals:
        found: dict[tuple[int, ...], Group] = {}
        day = total.on.toordinal()
        named = tuple(x for x in sorted(set(quoted(place))) if currencies.get(x) == total.currency)
        if 2 <= len(named) <= _MOST_QUOTED and sum(minors[x] for x in named) == total.minor:
            last = max(by_day.day_of[x] for x in named)
            if day - last in window:
                found[named] = Group(place, named, "quoted", day - last)
        for last, kind, members in runs.get((total.currency, total.minor), ()):
            if day - last in window:
                found.setdefault(members, Group(place, members, kind, day - last))
        if found:
            yield from found.values()
            continue
        near = by_day.list_near(total.currency, day, window)
        if 2 <= len(near) <= _MOST_OPEN:
            readings, members = count_subsets([minors[x] for x in near], total.minor)
            if readings:
                chosen = tuple(near[x] for x in members)
                last = max(by_day.day_of[x] for x in chosen)
                yield Group(place, chosen, "some", day - last, readings, len(near))


def count_subsets(minors: Sequence[int], total: int) -> tuple[int, tuple[int, ...]]:
    """How many sets of two or more of these make up the total, and the places of one of them.

    Halves are summed apart and put together, so that twelve take some hundred steps.
    """
    middle = len(minors) // 2
    left = _sum_subsets(minors, range(middle))
    right = _sum_subsets(minors, range(middle, len(minors)))
    counts = Counter(sum_ for sum_, _ in right)
    readings = sum(counts[total - sum_] for sum_, _ in left)
    readings -= sum(minor == total for minor in minors) + (total == 0)
    if readings <= 0:
        return 0, ()
    of_right: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for sum_, places in right:
        of_right[sum_].append(places)
    for sum_, places in left:
        for rest in of_right.get(total - sum_, ()):
            if len(places) + len(rest) >= 2:
                return readings, places + rest
    return 0, ()


def _sum_subsets(minors: Sequence[int], places: range) -> list[tuple[int, tuple[int, ...]]]:
    sums: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for place in places:
        sums += [(sum_ + minors[place], (*chosen, place)) for sum_, chosen in sums]
    return sums


class _Open:
    """Open parts by currency and day."""

    def __init__(self, parts: Sequence[tuple[int, Entry]]) -> None:
        self.day_of = {place: entry.on.toordinal() for place, entry in parts}
        self._by_day: dict[tuple[str, int], list[int]] = defaultdict(list)
        for place, entry in parts:
            self._by_day[entry.currency, entry.on.toordinal()].append(place)

    def list_near(self, currency: str, day: int, window: range) -> list[int]:
        near: list[int] = []
        for days in window:
            near += self._by_day.get((currency, day - days), ())
            if len(near) > _MOST_OPEN:
                break
        return near


def _sum_runs(
    parts: Sequence[tuple[int, Entry]], alike: Callable[[int], str]
) -> dict[tuple[str, int], list[tuple[int, str, tuple[int, ...]]]]:
    """Sums of all parts of a day and of days on end, with the last day, the kind and the parts."""
    by_day: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    minors: dict[int, int] = {}
    for place, entry in parts:
        by_day[entry.currency, alike(place)][entry.on.toordinal()].append(place)
        minors[place] = entry.minor
    runs: dict[tuple[str, int], list[tuple[int, str, tuple[int, ...]]]] = defaultdict(list)
    for (currency, _), days in by_day.items():
        ordered = sorted(days)
        for first, start in enumerate(ordered):
            members: list[int] = []
            for last in range(first, len(ordered)):
                if ordered[last] - start >= _LONGEST_RUN:
                    break
                members += days[ordered[last]]
                if len(members) > 1:
                    kind = "day" if last == first else "days"
                    total = sum(minors[x] for x in members)
                    runs[currency, total].append((ordered[last], kind, tuple(members)))
    return runs
