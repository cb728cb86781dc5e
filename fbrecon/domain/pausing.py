"""A pause of syncing: for how long a person wants it, and whether it still lasts.

It holds back what the timetable would ask for, and nothing that a person asks for. Reads no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from fbrecon.domain.moments import day_in, midnight_in, rfc3339

_ENDLESS: Final = "resumed"


class PauseFor(StrEnum):
    """How long: an hour, to the end of the business's day, or until a person resumes."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    RESUMED = _ENDLESS


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause that was made. `until` (UTC) is None where only a person ends it."""

    until: datetime | None

    def lasts(self, now: datetime) -> bool:
        """Whether it is not over yet."""
        return self.until is None or now < self.until


def make_pause(wanted: PauseFor, now: datetime, zone: str) -> Pause:
    """The pause that begins now; tomorrow begins where the business is (an IANA zone)."""
    if wanted is PauseFor.HOUR:
        # Whole seconds, as it is spelled.
        return Pause(now.replace(microsecond=0) + timedelta(hours=1))
    if wanted is PauseFor.TOMORROW:
        return Pause(midnight_in(day_in(now, zone) + timedelta(days=1), zone))
    return Pause(None)


def spell_pause(pause: Pause | None) -> str:
    """As it is kept: a time, `resumed` (until a person resumes), or nothing."""
    if pause is None:
        return ""
    return _ENDLESS if pause.until is None else rfc3339(pause.until)


def read_pause(text: str) -> Pause | None:
    """What `spell_pause` wrote, or a time of any zone; raises `ValueError` for anything else."""
    if not text:
        return None
    if text == _ENDLESS:
        return Pause(None)
    until = datetime.fromisoformat(text)
    if until.tzinfo is None:
        raise ValueError(text)
    return Pause(until)
