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


def tell(outcome: str, tally: Tally, attention: int) -> str:
    """One sentence for a bookkeeper about what a sync did."""
    parts = []
    fresh = sum(tally.resources[name].new for name in ("invoices", "customers"))
    changed = sum(tally.resources[name].changed for name in ("invoices", "customers"))
    if fresh or changed:
        parts.append(f"{fresh:,} new and {changed:,} changed invoices and customers")
    posted = tally.postings["posted"]
    if posted:
        parts.append(_count(posted, "payment") + " recorded in FreshBooks")
    adopted = tally.postings["adopted"]
    if adopted:
        parts.append(_count(adopted, "payment") + " found there already")
    for name, noun, done in (
        ("entries", "payout entry", "written to the ledger"),
        ("expenses", "expense", "recorded for fees"),
        ("taken_back", "record", "taken back"),
    ):
        count = tally.other_writes[name]
        if count:
            parts.append(f"{_count(count, noun)} {done}")
    pushed = tally.pushed["invoices"] + tally.pushed["replaced"]
    if pushed:
        parts.append(_count(pushed, "invoice") + " put on the platform")
    archived = tally.other_writes["archived"]
    if archived:
        parts.append(_count(archived, "invoice") + " archived on the platform")
    gone = sum(checked.gone for checked in tally.checked.values())
    if gone:
        parts.append(_count(gone, "record") + " no longer shown by FreshBooks")
    opening = {
        "ok": "Everything is in step",
        "partial": "A part could not be done",
        "failed": "The sync failed",
        "cancelled": "The sync was stopped",
    }[outcome]
    sentence = f"{opening}: {', '.join(parts)}." if parts else f"{opening}; nothing new."
    if outcome != "ok" and tally.problems:
        sentence += f" {tally.problems[0].problem}"
    if attention:
        sentence += f" {_count(attention, 'item')} {'needs' if attention == 1 else 'need'} you."
    return sentence


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    many = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{number:,} {many}"
