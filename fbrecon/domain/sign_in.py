"""What a sign-in window may do with an address: the verdict, and the sentence for a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What to do with an address."""

    OPEN = "open"
    FINISH = "finish"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and, for a refusal, the sentence to show."""

    verdict: Verdict
    reason: str = ""
