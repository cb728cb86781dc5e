"""What one sync did, as it is kept with the run and told to whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from fbrecon.sync.tally import Checked, Tally


@dataclass(frozen=True, slots=True)
class ResourceCounts:
    """What a run saw of one resource: seen = new + changed + unchanged + skipped + failed."""

    seen: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was set aside, or a part of a run that failed."""

    resource: str
    id: str
    problem: str


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one sync did. Outcome is ok, partial, failed or cancelled; times are UTC."""

    run_id: str
    outcome: str
    started_at: datetime
    finished_at: datetime
    requests: dict[str, int]
    resources: dict[str, ResourceCounts]
    pushed: dict[str, int]
    postings: dict[str, int]
    attention: int
    problems: tuple[Problem, ...]
    sentence: str
    exit_code: int = 0
    daily_requests: dict[str, int] = field(default_factory=dict)
    checked: dict[str, Checked] = field(default_factory=dict)
    other_writes: dict[str, int] = field(default_factory=dict)

    def dump(self) -> str:
        """As JSON, for the run's row."""
        return msgspec.json.encode(self).decode()

    @staticmethod
    def load(text: str) -> SyncReport:
        """From the JSON of a run's row."""
        return msgspec.json.decode(text, type=SyncReport)


def counts_of(tally: Tally) -> dict[str, ResourceCounts]:
    """The tally's resources as frozen counts."""
    return {name: ResourceCounts(**counts.as_dict()) for name, counts in tally.resources.items()}


# What a run that did nothing is told as, and one that did something.
_OPENINGS = {
    "ok": ("Everything is in step; nothing new.", "Everything is in step: {done}."),
    "partial": ("A part could not be done; nothing new.", "A part could not be done: {done}."),
    "failed": ("The sync failed; nothing new.", "The sync failed: {done}."),
    "cancelled": ("The sync was stopped; nothing new.", "The sync was stopped: {done}."),
}


def tell(outcome: str, tally: Tally, attention: int) -> str:
    """One sentence for a bookkeeper about what a sync did."""
    parts = []
    fresh = sum(tally.resources[name].new for name in ("invoices", "customers"))
    changed = sum(tally.resources[name].changed for name in ("invoices", "customers"))
    if fresh or changed:
        parts.append(f"{fresh:,} new and {changed:,} changed invoices and customers")
    posted, adopted = tally.postings["posted"], tally.postings["adopted"]
    entries, expenses = tally.other_writes["entries"], tally.other_writes["expenses"]
    taken, archived = tally.other_writes["taken_back"], tally.other_writes["archived"]
    pushed = tally.pushed["invoices"] + tally.pushed["replaced"]
    gone = sum(checked.gone for checked in tally.checked.values())
    parts += [
        one if count == 1 else many
        for count, one, many in (
            (
                posted,
                "1 payment recorded in FreshBooks",
                f"{posted:,} payments recorded in FreshBooks",
            ),
            (adopted, "1 payment found there already", f"{adopted:,} payments found there already"),
            (
                entries,
                "1 payout entry written to the ledger",
                f"{entries:,} payout entries written to the ledger",
            ),
            (expenses, "1 expense recorded for fees", f"{expenses:,} expenses recorded for fees"),
            (taken, "1 record taken back", f"{taken:,} records taken back"),
            (pushed, "1 invoice put on the platform", f"{pushed:,} invoices put on the platform"),
            (
                archived,
                "1 invoice archived on the platform",
                f"{archived:,} invoices archived on the platform",
            ),
            (
                gone,
                "1 record no longer shown by FreshBooks",
                f"{gone:,} records no longer shown by FreshBooks",
            ),
        )
        if count
    ]
    sentence = _OPENINGS[outcome][bool(parts)].format(done=", ".join(parts))
    if outcome != "ok" and tally.problems:
        sentence += f" {tally.problems[0].problem}"
    if attention:
        needs = "1 item needs you." if attention == 1 else f"{attention:,} items need you."
        sentence = f"{sentence} {needs}"
    return sentence
