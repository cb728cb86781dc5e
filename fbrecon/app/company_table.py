"""All companies as a table: what needs somebody first, or by any other column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from fbrecon.app.views import CompanySummary, ConnectionState, TableQuery

_NEVER = datetime.min.replace(tzinfo=UTC)
NEEDS_YOU, TROUBLE, DIFFERENCE = "needs_you", "trouble", "difference"


def name_of(summary: CompanySummary) -> str:
    """The business's name, else the company's own short one."""
    return summary.business.name if summary.business is not None else summary.slug


def is_in_trouble(summary: CompanySummary) -> bool:
    """Whether nothing new comes in: it cannot be opened, nobody is signed in, the sync failed."""
    run = summary.last_run
    return (
        bool(summary.problem)
        or ConnectionState.RECONNECT in (summary.state, summary.platform)
        or (run is not None and run.outcome == "failed")
    )


def differs(summary: CompanySummary) -> bool:
    """Whether undeposited funds hold something else than they should, in any currency."""
    return any(row.difference is not None and row.difference.minor for row in summary.clearing)


def urgency(summary: CompanySummary) -> tuple[Any, ...]:
    """The larger, the sooner somebody should look."""
    return (
        bool(summary.problem),
        is_in_trouble(summary),
        summary.attention,
        differs(summary),
        summary.waiting,
    )


def _off_by(summary: CompanySummary) -> tuple[Any, ...]:
    """The largest difference of any currency; what was not checked comes last."""
    known = [abs(row.difference.minor) for row in summary.clearing if row.difference is not None]
    return (bool(known), max(known, default=0))


def _state(summary: CompanySummary) -> tuple[Any, ...]:
    return (summary.file.value if summary.problem else "", summary.state.value)


_SORTS: dict[str, Callable[[CompanySummary], Any]] = {
    "name": lambda summary: name_of(summary).casefold(),
    "state": _state,
    "platform": lambda summary: summary.platform.value,
    "attention": urgency,
    "difference": _off_by,
    "waiting": lambda summary: summary.waiting,
    "synced": lambda summary: _synced_at(summary) or _NEVER,
}
_STATES: dict[str, Callable[[CompanySummary], bool]] = {
    NEEDS_YOU: lambda summary: bool(summary.attention) or is_in_trouble(summary),
    TROUBLE: is_in_trouble,
    DIFFERENCE: differs,
}


def _synced_at(summary: CompanySummary) -> datetime | None:
    run = summary.last_run
    return None if run is None else run.finished_at or run.started_at


class CompanyTable:
    """The companies of this user. They are looked at when keys are asked for, and kept until then.

    `status` is needs_you, trouble or difference; sorted by name, state, platform, attention,
    difference, waiting or synced. Keys are slugs.
    """

    def __init__(self, look: Callable[[], list[CompanySummary]]) -> None:
        self._look = look
        self._rows: dict[str, CompanySummary] = {}

    def keys(self, query: TableQuery) -> list[str]:
        """The slugs of all companies that fit, in order; equal ones by name."""
        self._read()
        fits = _STATES.get(query.status)
        words = query.text.casefold().split()
        rows = [
            row
            for row in self._rows.values()
            if (fits is None or fits(row)) and all(word in _words(row) for word in words)
        ]
        rows.sort(key=lambda row: (name_of(row).casefold(), row.slug))
        rows.sort(key=_SORTS.get(query.sort, urgency), reverse=query.descending)
        return [row.slug for row in rows]

    def rows(self, keys: list[str]) -> list[CompanySummary]:
        """The rows of these keys, in the same order; those that are gone are left out."""
        if not all(key in self._rows for key in keys):
            self._read()
        return [self._rows[key] for key in keys if key in self._rows]

    def _read(self) -> None:
        self._rows = {row.slug: row for row in self._look()}


def _words(row: CompanySummary) -> str:
    return f"{name_of(row)} {row.slug}".casefold()
