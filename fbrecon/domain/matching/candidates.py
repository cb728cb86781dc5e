"""Which pairs are worth weighing, so that time grows with the records and not with their square.

A line is looked up by its exact sum and by references it quotes; and, for sums that differ, by how
its text begins and by its rarest words, among movements of its weeks and near its sum. What no
lookup finds is given the nearest sums of its weeks, to be shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from math import exp

from fbrecon.domain.matching.evidence import Evidence, Judge
from fbrecon.domain.matching.texts import Text
from fbrecon.domain.matching.weights import FIRST_DAY, LAST_DAY, STEP, STEPS

_REACH = exp(STEP * STEPS)
_WEEKS = 32  # days that share a block
_RARE_WORDS = 3
_RARE = 60
_ENOUGH = 24  # on each side of the sum, in a block
_NEAREST = 3
# Of equal sums that many of the days before, and of the days after, are looked at.
_MOST_EQUAL, _MOST_EARLY = 40, 10
_LONGEST_REFERENCE = 4  # words
_SHORTEST_PART = 5
_MOST_PARTS = 20
# Below, a pair cannot come to matter, whatever the rounds find.
_WORTH = -16.0
_WORSE = 22.0


class Candidates:
    """The expected movements that a line may show."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._exact: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
        self._near: dict[tuple[str, bool, str, int], list[tuple[int, int]]] = defaultdict(list)
        self._quoted: dict[str, list[int]] = defaultdict(list)
        for j, entry in enumerate(judge.expected):
            day = entry.on.toordinal()
            sums = {entry.minor, *(entry.minor + part.minor for part in entry.named)}
            sums.add(entry.minor + sum(part.minor for part in entry.named))
            for minor in sums:
                self._exact[entry.currency, minor].append((day, j))
            for key in self._list_keys(judge.expected_texts[j]):
                block = entry.currency, entry.minor > 0, key, day // _WEEKS
                self._near[block].append((abs(entry.minor), j))
            for reference in judge.references[j]:
                self._quoted[reference].append(j)
        for sorted_later in (*self._exact.values(), *self._near.values()):
            sorted_later.sort()
        self._all_references = sorted(self._quoted)

    def list_for(self, i: int) -> dict[int, Evidence]:
        """The line's candidates with their evidence, without those that cannot matter."""
        weighed: dict[int, Evidence] = {}
        for j in sorted(self._find(i)):
            evidence = self._judge.weigh(i, j)
            if evidence is not None and evidence.weight > _WORTH:
                weighed[j] = evidence
        best = max((evidence.weight for evidence in weighed.values()), default=0.0)
        return {j: found for j, found in weighed.items() if found.weight >= best - _WORSE}

    def list_quoted(self, i: int) -> list[int]:
        """The expected movements whose references stand in the line's text, whatever their days."""
        found: set[int] = set()
        if self._quoted:
            self._find_quoted(self._judge.line_texts[i], found)
        return sorted(found)

    def _list_keys(self, text: Text) -> Iterator[str]:
        """The blocks that a text belongs to; the first is everybody's."""
        yield ""
        if not text.words:
            return
        yield f"{text.words[0][:6]} {text.words[1][:1] if len(text.words) > 1 else ''}"
        times = self._judge.texts.times
        rare = [word for word in set(text.words) if 1 < times(word) <= _RARE]
        for word in sorted(rare, key=lambda word: (times(word), word))[:_RARE_WORDS]:
            yield f"={word}"

    def _find(self, i: int) -> set[int]:
        line, text = self._judge.lines[i], self._judge.line_texts[i]
        day = line.on.toordinal()
        found: set[int] = set()
        equal = self._exact.get((line.currency, line.minor), [])
        middle = bisect_left(equal, (day + 1,))
        for place in range(middle - 1, max(-1, middle - 1 - _MOST_EQUAL), -1):
            if equal[place][0] < day - LAST_DAY:
                break
            found.add(equal[place][1])
        for place in range(middle, min(len(equal), middle + _MOST_EARLY)):
            if equal[place][0] > day - FIRST_DAY:
                break
            found.add(equal[place][1])
        if self._quoted:
            self._find_quoted(text, found)
        for key in self._list_keys(text):
            if key:
                self._find_near(i, key, _ENOUGH, found)
        if not found:
            self._find_near(i, "", _NEAREST, found)
        return found

    def _find_quoted(self, text: Text, found: set[int]) -> None:
        words = text.words
        for count in range(1, _LONGEST_REFERENCE + 1):
            for first in range(len(words) - count + 1):
                found.update(self._quoted.get(" ".join(words[first : first + count]), ()))
            part = " ".join(words[-count:])
            if text.cut and count < _LONGEST_REFERENCE and len(part) >= _SHORTEST_PART:
                place = bisect_left(self._all_references, part)
                for reference in self._all_references[place : place + _MOST_PARTS]:
                    if reference.startswith(part):
                        found.update(self._quoted[reference])

    def _find_near(self, i: int, key: str, enough: int, found: set[int]) -> None:
        """Add movements of the line's weeks, outward from its sum."""
        line, expected = self._judge.lines[i], self._judge.expected
        day, size = line.on.toordinal(), abs(line.minor)
        first, last = day - LAST_DAY, day - FIRST_DAY
        for weeks in range(first // _WEEKS, last // _WEEKS + 1):
            sums = self._near.get((line.currency, line.minor > 0, key, weeks))
            if not sums:
                continue
            middle = bisect_left(sums, (size, -1))
            upward, downward = range(middle, len(sums)), range(middle - 1, -1, -1)
            for places, least, most in (
                (upward, 0.0, size * _REACH),
                (downward, size / _REACH, size),
            ):
                taken = 0
                for place in places:
                    other, j = sums[place]
                    if taken == enough or not least <= other <= most:
                        break
                    if first <= expected[j].on.toordinal() <= last:
                        found.add(j)
                        taken += 1
