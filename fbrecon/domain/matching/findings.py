"""What the matcher answers: for each bank line a state, what it shows, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fbrecon.domain.basis import Stamp
from fbrecon.domain.matching.weights import Weights

# Odds against an answer: up to SURE it is believed by itself, up to CLEAR it is suggested.
SURE = 1 / 5000
CLEAR = 1 / 50


class MatchState(StrEnum):
    """How far an answer goes.

    `matched` needs nobody: sure, and every cent is accounted for. `suggested` is a clear best for
    a person to confirm. `ambiguous` names what comes near; nothing comes near an `unmatched` line.
    """

    MATCHED = "matched"
    SUGGESTED = "suggested"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Memory:
    """What a person decided, as pairs of a line's and an expected movement's id.

    A line confirmed with several movements, or a movement with several lines, stands there once
    for each. What is confirmed is out of the game; a rejected pair is never offered again.
    """

    confirmed: frozenset[tuple[str, str]] = frozenset()
    rejected: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer for one line.

    `expected_ids` is the first choice: usually one movement, several where the line is their sum,
    none where nothing is likelier than nothing. `line_ids` are all the lines that make it up
    together, this one included. `alternatives` come next, best first, at most three; `others`
    counts all other candidates that would fit by themselves. `confidence` is between 0 and 1.
    `difference_minor` is what no named line explains, always zero where the state is matched by
    itself.
    """

    line_id: str
    state: MatchState
    expected_ids: tuple[str, ...]
    line_ids: tuple[str, ...]
    alternatives: tuple[str, ...]
    others: int
    confidence: float
    difference_minor: int
    reason: str
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class BankMatched:
    """What matching a company's bank lines came to: findings by line id, payouts that none shows.

    A line that a person called not ours has its rule in `not_ours`, and no finding. `stamp` is that
    of the lines and payouts that were compared, None where that cannot be told.
    """

    findings: Mapping[str, Finding]
    missing: tuple[str, ...]
    not_ours: Mapping[str, str]
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Matching:
    """All findings by line id, the movements that no line shows, and what the clear ones taught."""

    findings: Mapping[str, Finding]
    missing: tuple[str, ...]
    learned: Weights
