"""Which calendar day a moment falls on, and how moments are written. Reads no clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")


def eastern_day(moment: datetime) -> date:
    """The US/Eastern calendar day of an aware time: what FreshBooks' `updated` filters mean."""
    return moment.astimezone(EASTERN).date()


def day_in(moment: datetime, zone: str) -> date:
    """The calendar day of an aware time in a named IANA zone, UTC where the name is unknown."""
    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except (KeyError, ValueError, OSError):
        return moment.astimezone(UTC).date()


def noon_in(day: date, zone: str) -> datetime:
    """Noon of a day in a named IANA zone, in UTC: `day_in` of it is that day again."""
    try:
        there = ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return datetime.combine(day, time(12), UTC)
    return datetime.combine(day, time(12), there).astimezone(UTC)


def midnight_in(day: date, zone: str) -> datetime:
    """When a day begins in a named IANA zone, in UTC."""
    try:
        there = ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return datetime.combine(day, time(), UTC)
    return datetime.combine(day, time(), there).astimezone(UTC)


def rfc3339(moment: datetime) -> str:
    """`2026-01-31T09:30:00Z`, whole seconds, always UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
