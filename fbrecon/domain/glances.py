"""What a look at a company file tells without opening it for work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from fbrecon.domain.posting import PostingState
from fbrecon.domain.runs import Cursor, Run


class FileState(StrEnum):
    """How a company file lies there.

    `older` is brought up to date when it is opened, `newer` was written by a newer fbrecon. Of one
    that is damaged or missing a copy can be put back; `unreadable` is any other trouble.
    """

    SOUND = "sound"
    OLDER = "older"
    NEWER = "newer"
    DAMAGED = "damaged"
    MISSING = "missing"
    UNREADABLE = "unreadable"

    @property
    def can_be_opened(self) -> bool:
        """Whether this program can work with it."""
        return self in (FileState.SOUND, FileState.OLDER)

    @property
    def wants_a_copy(self) -> bool:
        """Whether putting a copy back is the way out."""
        return self in (FileState.DAMAGED, FileState.MISSING)


@dataclass(frozen=True, slots=True)
class Glance:
    """One company file. `problem` says why it cannot be opened, "" where it can.

    Where it cannot be read, `facts` are those of its newest copy, so that its business has a name;
    then all else is empty. `attention` counts the open items, `writes` the writes by state.
    """

    file: FileState
    problem: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    cursors: Mapping[str, Cursor] = field(default_factory=dict)
    last_run: Run | None = None
    attention: int = 0
    writes: Mapping[PostingState, int] = field(default_factory=dict)

    @property
    def last_success_at(self) -> datetime | None:
        """When a scheduled part last succeeded (UTC)."""
        times = [
            cursor.last_success_at
            for name, cursor in self.cursors.items()
            if name.startswith("schedule:") and cursor.last_success_at is not None
        ]
        return max(times, default=None)
