"""The sync history: the last runs, and why nothing happened where nothing did."""

from __future__ import annotations

from fbrecon.app.company import Company
from fbrecon.app.views import RunView
from fbrecon.domain.runs import Run
from fbrecon.sync.report import SyncReport


def list_runs(company: Company, limit: int) -> list[RunView]:
    """The last runs, newest first."""
    return [run_view(run) for run in company.stores.journal.list_runs(limit)]


def run_view(run: Run) -> RunView:
    """One run with what its report tells; a run that never ended has none."""
    report = SyncReport.load(run.report) if run.report else None
    return RunView(
        f"run_{run.number}",
        run.outcome,
        run.started_at,
        run.finished_at,
        run.sentence,
        run.reason,
        ()
        if report is None
        else tuple((name, counts.seen) for name, counts in report.resources.items()),
        "" if report is None else _why_nothing(report),
        "" if report is None else _daily(report),
        0 if report is None else _written(report),
    )


def _daily(report: SyncReport) -> str:
    """What the daily check did, in words; empty where it was not due."""
    made = sum(report.daily_requests.values())
    if not made:
        return ""
    checked = report.checked.values()
    parts = []
    if checked:
        parts.append(f"{sum(c.listed for c in checked):,} records of FreshBooks compared")
    again = sum(c.read_again for c in checked)
    if again:
        parts.append(f"{again:,} read again")
    gone = sum(c.gone for c in checked)
    if gone:
        parts.append(f"{gone:,} no longer shown")
    hidden = sum(c.hidden for c in checked)
    if hidden:
        parts.append(f"{hidden:,} counted there and not shown to this sign-in")
    if report.daily_requests.get("platform"):
        parts.append("the platform's lists read whole")
    if made == 1:
        return f"Daily check: {', '.join(parts)}, in 1 request of its own."
    return f"Daily check: {', '.join(parts)}, in {made:,} requests of its own."


def _written(report: SyncReport) -> int:
    """How much the run wrote to either service."""
    counts = (report.pushed, report.other_writes)
    return report.postings.get("posted", 0) + sum(sum(of.values()) for of in counts)


def _why_nothing(report: SyncReport) -> str:
    """Empty where a row was new or other than before, or something was written somewhere."""
    counts = report.resources.values()
    moved = sum(c.new + c.changed for c in counts)
    written = sum(report.postings.values()) + _written(report)
    gone = sum(checked.gone for checked in report.checked.values())
    if moved or written or gone or report.outcome == "failed":
        return ""
    if report.outcome == "cancelled":
        return "It was stopped before anything had changed."
    seen = sum(c.seen for c in counts)
    if report.outcome == "partial":
        return (
            f"The {seen:,} rows that could be read were as before; the others could not be read."
            if seen
            else "What could be read held nothing; the rest could not be read."
        )
    aside = sum(c.skipped + c.failed for c in counts)
    if aside:
        return f"Of {seen:,} rows read, {aside:,} were set aside and the others were as before."
    if seen == 1:
        return "The one row read was as before."
    if seen:
        return f"All {seen:,} rows read were as before."
    return "Neither service told of anything new."
