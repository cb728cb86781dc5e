"""How strongly two movements speak for being one fact, as a logarithm of odds.

A pair's weight compares two stories about a bank line: it shows this expected movement, or it has
nothing to do with any of them. Zero means that both are equally likely, as long as every second
line shows one; how many really do is found later (`fbrecon/domain/matching/rounds.py`). For one
line the chance part is the same whatever it is compared with, so its candidates' weights compare.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.texts import Text, TextKind, Texts, split_words
from fbrecon.domain.matching.weights import (
    FIRST_DAY,
    LAST_DAY,
    AmountKind,
    Observation,
    Weights,
    step_between,
)

# How far around a sum its frequency is smoothed, as a log of ratio.
_NEIGHBOURHOOD = 0.05
# Shares of sums of each roundness by chance, and the lines that they count for at first.
_ROUND_BY_CHANCE = (0.99, 0.009, 0.001)
_ROUND_AT_FIRST = 20
_SHORTEST_SPAN = 30  # days
_LEAST_CHANCE = 1e-7
# A cut reference counts from this many signs on.
_SHORTEST_PART = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pair's weight, in natural logarithms of odds; what it rests on; what a difference is."""

    weight: float
    seen: Observation
    label: str = ""


class Judge:
    """Weighs pairs of bank lines and expected movements, told by their places in the lists."""

    def __init__(self, lines: Sequence[Entry], expected: Sequence[Entry], weights: Weights) -> None:
        self.lines = lines
        self.expected = expected
        self.texts = Texts((x.text for x in lines), (x.text for x in expected))
        self.line_texts: list[Text] = [self.texts.of_line(x.text) for x in lines]
        self.expected_texts: list[Text] = [self.texts.of_expected(x.text) for x in expected]
        # What would name an expected movement, in the form in which texts are compared.
        self.references = [
            tuple(filter(None, (" ".join(split_words(text)) for text in x.references)))
            for x in expected
        ]
        self._weights = weights
        self._line_days = [x.on.toordinal() for x in lines]
        self._expected_days = [x.on.toordinal() for x in expected]
        span = max(self._line_days, default=0) - min(self._line_days, default=0)
        # A line is as likely any of the expected movements, on any day of the time at hand.
        self.base = log(max(_SHORTEST_SPAN, span)) - log(max(1, len(expected)))
        self._equal = Counter((x.currency, x.minor) for side in (lines, expected) for x in side)
        # What was collected repeats as prices do, and prices are what other lines show.
        self._equal.update(
            (x.currency, x.minor + sum(part.minor for part in x.named)) for x in expected if x.named
        )
        self._roundness = _measure_roundness(lines)
        self._sums: dict[tuple[str, bool], list[float]] = defaultdict(list)
        for side in (lines, expected):
            for entry in side:
                self._sums[entry.currency, entry.minor > 0].append(_log_of(entry.minor))
        for sums in self._sums.values():
            sums.sort()
        self._by_chance: dict[tuple[str, int], float] = {}

    def log_chance(self, entry: Entry) -> float:
        """Log of the share of movements with exactly this sum, smoothed over its neighbourhood."""
        key = entry.currency, entry.minor
        known = self._by_chance.get(key)
        if known is None:
            sums, middle = self._sums[entry.currency, entry.minor > 0], _log_of(entry.minor)
            first = bisect_left(sums, middle - _NEIGHBOURHOOD)
            near = bisect_right(sums, middle + _NEIGHBOURHOOD) - first
            smooth = near / (2 * _NEIGHBOURHOOD) / max(1, abs(entry.minor))
            smooth *= self._roundness[_roundness(entry.minor)]
            # The movement and its partner say nothing about how often the sum comes otherwise.
            known = log((smooth + max(0, self._equal[key] - 2)) / len(sums))
            self._by_chance[key] = known
        return known

    def weigh(self, i: int, j: int) -> Evidence | None:
        """The pair's evidence; None where currency or days rule it out."""
        line, other = self.lines[i], self.expected[j]
        days = self._line_days[i] - self._expected_days[j]
        if line.currency != other.currency or not FIRST_DAY <= days <= LAST_DAY:
            return None
        kind, label = _compare_sums(line, other)
        chance = self.log_chance(line)
        if kind not in (AmountKind.EXACT, AmountKind.NAMED):
            chance += _log_of(line.minor)
        text, text_chance = self.compare_texts(i, j)
        seen = Observation(kind, days, text)
        weight = self.base + self._weights.value(seen) - chance - log(text_chance)
        return Evidence(weight, seen, label)

    def compare_texts(self, i: int, j: int) -> tuple[TextKind, float]:
        """How the texts agree, and how likely so much agreement is by chance."""
        text = self.line_texts[i]
        for reference in self.references[j]:
            if f" {reference} " in f" {text.joined} ":
                # Standing here says nothing about how often it stands elsewhere.
                elsewhere = min(map(self.texts.times, reference.split())) - 1
                return TextKind.REFERENCE, max(elsewhere / self.texts.count, _guessed(reference))
            if text.cut and (part := _find_part(reference, text)):
                return TextKind.REFERENCE, _guessed(part)
        kind, chance = self.texts.compare(text, self.expected_texts[j])
        return kind, max(chance, _LEAST_CHANCE)


def _roundness(minor: int) -> int:
    """0 for odd sums, 1 for whole units as most currencies have them, 2 for tens of them."""
    return 2 if minor % 1000 == 0 else 1 if minor % 100 == 0 else 0


def _measure_roundness(lines: Sequence[Entry]) -> list[float]:
    """How much more frequent sums of each roundness are among the lines than by chance."""
    counts = Counter(_roundness(line.minor) for line in lines)
    return [
        (counts[level] + chance * _ROUND_AT_FIRST) / (len(lines) + _ROUND_AT_FIRST) / chance
        for level, chance in enumerate(_ROUND_BY_CHANCE)
    ]


def _log_of(minor: int) -> float:
    return log(abs(minor) or 1)


def _guessed(reference: str) -> float:
    """How likely a reference of that length stands somewhere by accident, told as digits."""
    return max(_LEAST_CHANCE, 10.0 ** -len(reference.replace(" ", "")))


def _find_part(reference: str, text: Text) -> str:
    """What a text that ran into its field's end has of a reference: its last word or words."""
    for count in range(min(3, len(text.words)), 0, -1):
        part = " ".join(text.words[-count:])
        if len(part) >= _SHORTEST_PART and reference.startswith(part):
            return part
    return ""


def _compare_sums(line: Entry, other: Entry) -> tuple[str, str]:
    """How the sums agree, and which named part is the difference."""
    difference = line.minor - other.minor
    if not difference:
        return AmountKind.EXACT, ""
    for part in other.named:
        if part.minor == difference:
            return AmountKind.NAMED, part.label
    if len(other.named) > 1 and sum(part.minor for part in other.named) == difference:
        return AmountKind.NAMED, " and ".join(part.label for part in other.named)
    if line.minor * other.minor > 0:
        return step_between(line.minor, other.minor), ""
    return AmountKind.FAR, ""
