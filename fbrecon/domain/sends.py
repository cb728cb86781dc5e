"""What a company file knows of its own sends, and why sending may have to wait."""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.domain.waiting import TimeMark


@dataclass(frozen=True, slots=True)
class Sends:
    """Which file it is, and how many entries its log of sends has: it only ever grows."""

    file_id: str
    count: int


@dataclass(frozen=True, slots=True)
class Frozen:
    """Why sending waits. `since` is None while the books were not even looked at."""

    why: str
    since: TimeMark | None
