"""Counting what a run saw: nothing is dropped in silence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from fbrecon.domain.pages import OddRow, Saved

RESOURCES = (
    "customers",
    "invoices",
    "lines",
    "freshbooks_payments",
    "platform_payments",
    "payouts",
    "accounts",
    "platform_customers",
    "platform_invoices",
    "postings",
)


@dataclass(slots=True)
class Counts:
    """seen = new + changed + unchanged + skipped + failed, by construction."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0

    @property
    def seen(self) -> int:
        """All rows that came."""
        return self.new + self.changed + self.unchanged + self.skipped + self.failed

    def add(self, saved: Saved) -> None:
        """Count a stored page."""
        self.new += saved.new
        self.changed += saved.changed
        self.unchanged += saved.unchanged

    def as_dict(self) -> dict[str, int]:
        """As the contract prints it."""
        return {
            "seen": self.seen,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "failed": self.failed,
        }


@dataclass(slots=True)
class Checked:
    """What the daily check of one resource came to, in rows.

    `listed` rows were compared and `read_again` of them differed; `gone` ones are shown no more;
    `hidden` ones are counted by the service and not shown.
    """

    listed: int = 0
    read_again: int = 0
    gone: int = 0
    hidden: int = 0


@dataclass(slots=True)
class Tally:
    """Everything one run counts."""

    resources: dict[str, Counts] = field(
        default_factory=lambda: {name: Counts() for name in RESOURCES}
    )
    pushed: dict[str, int] = field(
        default_factory=lambda: {"customers": 0, "invoices": 0, "replaced": 0}
    )
    postings: dict[str, int] = field(
        default_factory=lambda: defaultdict(
            int, {"posted": 0, "adopted": 0, "held": 0, "uncertain": 0, "failed": 0}
        )
    )
    other_writes: dict[str, int] = field(
        default_factory=lambda: {"entries": 0, "expenses": 0, "taken_back": 0, "archived": 0}
    )
    daily_requests: dict[str, int] = field(default_factory=lambda: {"freshbooks": 0, "platform": 0})
    checked: dict[str, Checked] = field(default_factory=dict)
    problems: list[OddRow] = field(default_factory=list)

    def odd(self, resource: str, rows: tuple[OddRow, ...]) -> None:
        """Count rows that could not be read, each with its reason."""
        self.resources[resource].failed += len(rows)
        self.problems.extend(rows)

    def name(self, resource: str, row_id: str, problem: str) -> None:
        """One row that a person should know of; it was not read in this run."""
        self.problems.append(OddRow(resource, row_id, problem))

    def trouble(self, resource: str, problem: str) -> None:
        """A part of the run that failed as a whole."""
        self.problems.append(OddRow(resource, "", problem))
