"""How far the mirror of a resource has come, and how a sync went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Phase(StrEnum):
    """The first mirror goes recent → history → deleted, then the resource is live."""

    RECENT = "recent"
    HISTORY = "history"
    DELETED = "deleted"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the mirror of one resource stands.

    `next_page` goes on with an interrupted walk. `boundary_on` parts recent from history;
    `began_on` is the US/Eastern day the first walk began and `mark_on` the one up to which
    changes are known. `last_success_at` (UTC) counts for the schedule, `last_deep_at` is the last
    reading of deleted rows.
    """

    resource: str
    phase: Phase = Phase.RECENT
    next_page: int = 1
    boundary_on: date | None = None
    began_on: date | None = None
    mark_on: date | None = None
    last_success_at: datetime | None = None
    last_deep_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One sync: outcome is running, ok, partial, failed or cancelled; `report` is JSON."""

    number: int
    outcome: str
    started_at: datetime
    finished_at: datetime | None
    reason: str
    sentence: str
    report: str
