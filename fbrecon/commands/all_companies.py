"""`sync --all` and `status --all`: every company of this user, one after the other."""

from __future__ import annotations

import argparse

from fbrecon.app import companies_json
from fbrecon.app.company import not_connected
from fbrecon.app.company_table import name_of
from fbrecon.app.sync_all import CompanyOutcome, TurnProgress, worst
from fbrecon.app.views import CompanySummary
from fbrecon.clock import rfc3339
from fbrecon.commands.call import Call
from fbrecon.commands.progress_lines import ProgressLines
from fbrecon.errors import FbreconError, WrongUsage
from fbrecon.sync.progress import CancelToken, Progress


def add_all(parser: argparse.ArgumentParser) -> None:
    """The word of both."""
    parser.add_argument("--all", action="store_true", help="every company, one after the other")


def sync_all(call: Call, cancel: CancelToken) -> int:
    """One sync of each; what fails in one stops none of the others. The exit code is the worst."""
    _not_one(call)
    words = call.arguments
    if words.preview:
        raise WrongUsage(
            "A preview is of one company", "--all syncs every one.", "Leave one of them out."
        )
    desk = call.program.desk(None)
    if not call.program.shelf.list_slugs():
        raise not_connected("FreshBooks")
    tell = _TurnLines(call)
    only = tuple(words.only)
    outcomes = desk.sync_all(cancel, tell, tell.ended, only=only, full=words.full)
    call.answer(
        companies_json.outcomes(outcomes),
        "\n".join(f"{outcome.name}: {outcome.sentence}" for outcome in outcomes),
    )
    bad = [outcome for outcome in outcomes if outcome.exit_code]
    if bad:
        call.aside(f"Not done in {len(bad)} of {len(outcomes)} companies: {_names(bad)}.")
    return worst(outcome.exit_code for outcome in outcomes)


def status_all(call: Call) -> int:
    """Where each stands, from its file as it lies there; 1 where one cannot be opened."""
    _not_one(call)
    found = call.program.desk(None).list_companies()
    call.answer(
        {"companies": [companies_json.company(summary) for summary in found]},
        "\n".join(_in_words(summary) for summary in found) or "There are no companies yet.",
    )
    bad = [summary for summary in found if summary.problem]
    for summary in bad:
        call.aside(f"{name_of(summary)}: {summary.problem}")
    return FbreconError.exit_code if bad else 0


def _not_one(call: Call) -> None:
    if call.arguments.company is not None:
        raise WrongUsage(
            "--all is about every company", "--company names one.", "Leave one of them out."
        )


class _TurnLines:
    """Progress on stderr: whose turn it is, how far it has come, how it ended."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._place = 0
        self._lines = ProgressLines(call.aside, call.program.clock.monotonic)

    def __call__(self, progress: Progress) -> None:
        """A line for each new turn, then those of a single sync."""
        if isinstance(progress, TurnProgress) and progress.place != self._place:
            self._place = progress.place
            self._call.aside(f"{progress.name} ({progress.place} of {progress.of})")
        if progress.stage:
            self._lines(progress)

    def ended(self, outcome: CompanyOutcome) -> None:
        """How it ended."""
        self._call.aside(f"{outcome.name}: {outcome.sentence}")


def _names(outcomes: list[CompanyOutcome]) -> str:
    return ", ".join(outcome.name for outcome in outcomes)


def _in_words(summary: CompanySummary) -> str:
    name = f"{summary.slug}: {name_of(summary)}"
    if summary.problem:
        return f"{name}, cannot be opened ({summary.file.value})"
    parts = [name, summary.state.value.replace("_", " "), f"{summary.attention} to look at"]
    for row in summary.clearing:
        if row.difference is None:
            parts.append(f"undeposited funds should hold {row.expected}, not checked")
        else:
            parts.append(f"undeposited funds differ by {row.difference}")
    if summary.waiting:
        parts.append(f"{summary.waiting} to write")
    run = summary.last_run
    if run is None:
        parts.append("never synced")
    else:
        parts.append(f"last sync {run.outcome} {rfc3339(run.finished_at or run.started_at)}")
    return ", ".join(parts)
