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
    `began_on` is the US/Eastern day the walk began and `mark_on` the one up to which changes are
    known. `last_success_at` (UTC) counts for the schedule, `last_deep_at` is the last daily
    check. `complete_at` is when all history was here for the first time: walking everything once
    more does not undo that. `deleted_since` is set where a deletion is suspected: the day from
    which on deleted rows are to be read with the next changes. `check_after` is when the daily
    check is to come earlier than a day after the last one.
    """

    resource: str
    phase: Phase = Phase.RECENT
    next_page: int = 1
    boundary_on: date | None = None
    began_on: date | None = None
    mark_on: date | None = None
    last_success_at: datetime | None = None
    last_deep_at: datetime | None = None
    complete_at: datetime | None = None
    deleted_since: date | None = None
    check_after: datetime | None = None


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
