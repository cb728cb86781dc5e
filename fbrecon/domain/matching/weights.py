"""How much each kind of agreement weighs: priors, and what confirmed matches teach.

After Fellegi and Sunter: a weight is the logarithm of how much likelier an observation is between
two records of one fact than by chance. How likely it is by chance is read from the records at hand
(`fbrecon/domain/matching/evidence.py`). How likely it is within a match stands here, as counts:
made up at first, and one more for each match that is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import floor, log
from types import MappingProxyType
from typing import TypeVar

from fbrecon.domain.matching.texts import TextKind

# Sums are compared by the logarithm of their ratio, in steps of about one per cent.
STEP = 0.01
STEPS = 15
_K = TypeVar("_K")
_FAR_WIDTH = 2.0
# Days from expected to seen: a line much before or after is never compared.
FIRST_DAY, LAST_DAY = -7, 45


class AmountKind(StrEnum):
    """How two sums agree, where it is not a step of their ratio."""

    EXACT = "exact"
    NAMED = "named"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Observation:
    """How a pair agrees: sum (an `AmountKind` or the number of a step), days between, text."""

    amount: str
    days: int
    text: TextKind

    @property
    def is_explained(self) -> bool:
        """Whether the sums agree to the cent, or a named line accounts for every cent."""
        return self.amount in (AmountKind.EXACT, AmountKind.NAMED)


def step_between(minor: int, other: int) -> str:
    """The step of two sums of one sign that differ: what one hidden per cent is, more or less."""
    step = floor(log(minor / other) / STEP)
    return str(step) if -STEPS <= step < STEPS else AmountKind.FAR.value


# A bank line is rather less than the payout (a fee on the way) than more, and rather little.
_AMOUNT_PRIOR: dict[str, float] = {
    AmountKind.EXACT: 60.0,
    AmountKind.NAMED: 8.0,
    AmountKind.FAR: 0.2,
    **{str(-step): 12.0 * 0.62**step for step in range(1, STEPS + 1)},
    **{str(step): 6.0 * 0.4**step + 0.02 for step in range(STEPS)},
}
_DAYS_PRIOR: dict[int, float] = {
    day: (40.0 * 0.62**day if day >= 0 else 3.0 * 0.3 ** (-day - 1))
    + (0.12 if 0 <= day <= 21 else 0.01)
    for day in range(FIRST_DAY, LAST_DAY + 1)
}
_TEXT_PRIOR: dict[str, float] = {
    TextKind.REFERENCE: 10.0,
    TextKind.EQUAL: 6.0,
    TextKind.CUT: 2.0,
    TextKind.WORDS: 5.0,
    TextKind.NAMES: 0.4,
    TextKind.SHARES: 3.0,
    TextKind.NOTHING: 6.0,
}


@dataclass(frozen=True)
class Weights:
    """The counts behind the weights. Equal counts give equal weights, in whatever order learned."""

    amounts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    days: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    texts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def learn(self, observations: Iterable[Observation]) -> Weights:
        """These weights with one count more for each observation within a known match."""
        amounts, days, texts = Counter(self.amounts), Counter(self.days), Counter(self.texts)
        for seen in observations:
            amounts[seen.amount] += 1
            days[min(max(seen.days, FIRST_DAY), LAST_DAY)] += 1
            if seen.text is not TextKind.SILENT:
                texts[seen.text.value] += 1
        return Weights(MappingProxyType(amounts), MappingProxyType(days), MappingProxyType(texts))

    def value(self, seen: Observation) -> float:
        """Log of how likely the observation is within a match; sums by density, see `_amounts`."""
        return self._amounts[seen.amount] + self._days[seen.days] + self._texts[seen.text]

    def text_value(self, kind: TextKind) -> float:
        """The part of a value that the texts have."""
        return self._texts[kind]

    @cached_property
    def _amounts(self) -> dict[str, float]:
        """Log of the share of a kind; for a step the density over the log of the sums' ratio."""
        logs = _logs(_AMOUNT_PRIOR, self.amounts)
        widths = {AmountKind.EXACT: 1.0, AmountKind.NAMED: 1.0, AmountKind.FAR: _FAR_WIDTH}
        return {
            key: value - log(widths.get(AmountKind(key), STEP) if key in widths else STEP)
            for key, value in logs.items()
        }

    @cached_property
    def _days(self) -> dict[int, float]:
        return _logs(_DAYS_PRIOR, self.days)

    @cached_property
    def _texts(self) -> dict[TextKind, float]:
        """Silence says nothing."""
        logs = {TextKind(key): value for key, value in _logs(_TEXT_PRIOR, self.texts).items()}
        return logs | {TextKind.SILENT: 0.0}


def _logs(prior: Mapping[_K, float], learned: Mapping[_K, int]) -> dict[_K, float]:
    total = sum(prior.values()) + sum(learned.values())
    return {key: log((made_up + learned.get(key, 0)) / total) for key, made_up in prior.items()}
