"""What a person said of bank lines, as it is kept: so that it can be said again exactly."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

Pair = tuple[str, str]  # (line id, payout id)
Said = tuple[str, datetime]  # the verdict, and when it was given


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What was said of lines and texts before they were decided on; None: nothing of that text."""

    lines: dict[str, dict[Pair, Said]] = field(default_factory=dict)
    texts: dict[str, datetime | None] = field(default_factory=dict)

    @property
    def pairs(self) -> dict[Pair, Said]:
        """All of it by pair."""
        return {pair: said for of in self.lines.values() for pair, said in of.items()}
