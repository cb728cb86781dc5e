"""The sandbox's own wall clock, and the zones in which FreshBooks writes its times.

Starts at a given moment, runs on with real time, and jumps when told to.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")


class SandboxClock:
    """Tells the time of the sandbox; ``frozen`` keeps it still except for ``advance``."""

    def __init__(self, now: datetime | None, *, frozen: bool = False) -> None:
        self.started_at = (now or datetime.now(UTC)).astimezone(UTC)
        self._started = time.monotonic()
        self._frozen = frozen
        self._moved = timedelta()

    def now(self) -> datetime:
        """The moment it is, aware, in UTC."""
        passed = 0.0 if self._frozen else time.monotonic() - self._started
        return self.started_at + self._moved + timedelta(seconds=passed)

    def advance(self, seconds: float) -> datetime:
        """Moves the clock; the answer is the new time."""
        self._moved += timedelta(seconds=seconds)
        return self.now()

    def today(self) -> date:
        """The Eastern day, which is the day of the main business too."""
        return self.now().astimezone(EASTERN).date()


def eastern_text(at: datetime) -> str:
    """``YYYY-MM-DD HH:MM:SS`` in US/Eastern without a zone, as ``updated`` comes."""
    return at.astimezone(EASTERN).strftime("%Y-%m-%d %H:%M:%S")


def eastern_text_micro(at: datetime) -> str:
    """The same with microseconds, as ``version`` comes."""
    return at.astimezone(EASTERN).strftime("%Y-%m-%d %H:%M:%S.%f")


def eastern_day(at: datetime) -> date:
    """The day by which FreshBooks' ``updated`` filters go."""
    return at.astimezone(EASTERN).date()


def utc_text(at: datetime) -> str:
    """``YYYY-MM-DD HH:MM:SS`` in UTC without a zone, as ``signup_date`` comes."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def rfc3339(at: datetime) -> str:
    """RFC 3339 with ``Z`` and whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def rfc3339_micro(at: datetime) -> str:
    """RFC 3339 with ``Z`` and microseconds, as ledger accounts come."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
