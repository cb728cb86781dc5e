"""All companies at a glance: where each stands, from its file as it lies there.

No company is opened for this, so none is migrated, locked or kept waiting, and a list of forty
takes as long as forty times eight short statements. What undeposited funds come to cannot be asked
that quickly; the sync keeps what it came to at its end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from fbrecon.app.company import Company, empty_file, find_other_place
from fbrecon.app.deposits import clearing
from fbrecon.app.ports import Doors
from fbrecon.app.status import freshbooks_state, platform_state
from fbrecon.app.views import (
    ClearingView,
    CompanySummary,
    ConnectionState,
    RunView,
    SyncReport,
)
from fbrecon.domain.business import Business
from fbrecon.domain.glances import Glance
from fbrecon.domain.money import Money
from fbrecon.domain.pausing import read_pause
from fbrecon.domain.posting import PostingState
from fbrecon.domain.runs import Cursor, Phase, Run
from fbrecon.sync.pull import BOOKS_RESOURCES

_CLEARING = "clearing_seen"
# What goes out with the next sync, or may have gone out.
_WAITING = (PostingState.APPROVED, PostingState.SENDING, PostingState.UNCERTAIN)


def summary_of(slug: str, seen: Glance, doors: Doors, now: datetime) -> CompanySummary:
    """One line about a company as of now (UTC); one that cannot be opened says why."""
    facts = seen.facts
    business = Business(**json.loads(facts["business"])) if "business" in facts else None
    problem = seen.problem
    if not problem:
        error = find_other_place(slug, facts.get, doors)
        if error is None and business is None:
            error = empty_file(slug)
        problem = "" if error is None else error.sentence
    if problem:
        absent = ConnectionState.NOT_CONNECTED
        return CompanySummary(slug, business, absent, 0, problem, seen.file)
    pause = read_pause(seen.settings.get("paused_until", ""))
    done = all(_is_complete(seen.cursors.get(name)) for name in BOOKS_RESOURCES)
    return CompanySummary(
        slug,
        business,
        freshbooks_state(facts.get("identity_id"), facts.get("freshbooks_problem"), done=done),
        seen.attention,
        file=seen.file,
        platform=platform_state(facts.get("platform_since"), facts.get("platform_problem")),
        last_run=None if seen.last_run is None else _run(seen.last_run),
        last_success_at=seen.last_success_at,
        clearing=_clearing_seen(facts),
        paused=pause if pause is not None and pause.lasts(now) else None,
        waiting=sum(seen.writes.get(state, 0) for state in _WAITING),
    )


def _is_complete(cursor: Cursor | None) -> bool:
    return cursor is not None and (cursor.phase is Phase.LIVE or cursor.complete_at is not None)


def _run(run: Run) -> RunView:
    return RunView(
        f"run_{run.number}", run.outcome, run.started_at, run.finished_at, run.sentence, run.reason
    )


# ---- what the sync leaves for it


def keep_clearing(company: Company, report: SyncReport) -> None:
    """Keep what undeposited funds come to now, if the sync may have changed it."""
    decisions = company.stores.decisions
    basis = _basis(company)
    before = decisions.fact(_CLEARING)
    if before is not None and json.loads(before)["basis"] == basis and not _moved(company, report):
        return
    rows = [
        [row.expected.minor, None if row.proven is None else row.proven.minor, row.currency]
        for row in clearing(company)
    ]
    now = json.dumps({"basis": basis, "rows": rows}, sort_keys=True)
    if now != before:
        decisions.keep_fact(_CLEARING, now)


def _moved(company: Company, report: SyncReport) -> bool:
    """Whether a sum may be another one. Where the ledger is read, a posting may be new any time."""
    seen = report.resources.values()
    return (
        company.setting("record_deposits") == "on"
        or any(counts.new or counts.changed for counts in seen)
        or any(report.postings.values())
        or any(report.other_writes.values())
    )


def _basis(company: Company) -> list[str]:
    """What the sums rest on beside the records: what was set."""
    roles = company.stores.decisions.roles()
    chosen = sorted(f"{role.value} {account}" for role, account in roles.items())
    return [company.setting("record_deposits"), *chosen]


def _clearing_seen(facts: Mapping[str, str]) -> tuple[ClearingView, ...]:
    kept = facts.get(_CLEARING)
    return () if kept is None else tuple(_view(*row) for row in json.loads(kept)["rows"])


def _view(expected: int, proven: int | None, currency: str) -> ClearingView:
    should = Money(expected, currency)
    if proven is None:
        return ClearingView(currency, should, None, None)
    does = Money(proven, currency)
    return ClearingView(currency, should, does, does - should)
