"""What a run is asked to do, and with what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from fbrecon.platforms.port import Platform
from fbrecon.sync.ports import Books

SCHEDULED = "scheduled"  # the reason of a run that the timetable asked for
ALL_PARTS = frozenset({"accounts", "customers", "invoices", "lines", "payments"})
WITH_INVOICES = frozenset({"accounts", "customers", "invoices", "lines"})
JOBS: dict[str, frozenset[str]] = {"payments": frozenset({"payments"}), "invoices": WITH_INVOICES}
"""The scheduled jobs and the parts of each."""


def _usual() -> dict[str, timedelta]:
    return {"payments": timedelta(minutes=5), "invoices": timedelta(minutes=60)}


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """What a run is to do: `parts` of `ALL_PARTS`; `deep` reads daily things too; `full` all.

    `every` says how often the jobs are due: while a first copy takes hours, they are done between.
    """

    parts: frozenset[str] = ALL_PARTS
    reason: str = "asked for"
    deep: bool = False
    full: bool = False
    every: Mapping[str, timedelta] = field(default_factory=_usual)

    @property
    def is_scheduled(self) -> bool:
        """Whether nobody waits for it: then it reads only what is new."""
        return self.reason == SCHEDULED


@dataclass(frozen=True, slots=True)
class Services:
    """What is connected; None is a service that is not."""

    books: Books | None
    platform: Platform | None

    def requests_made(self) -> dict[str, int]:
        """Requests sent so far, by service."""
        return {
            "freshbooks": self.books.requests_made if self.books else 0,
            "platform": self.platform.requests_made if self.platform else 0,
        }
