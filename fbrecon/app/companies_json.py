"""The JSON of several companies at once: how each stands, and how each one's turn to sync went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fbrecon.app import as_json
from fbrecon.app.sync_all import CompanyOutcome, worst
from fbrecon.app.views import ClearingView, CompanySummary
from fbrecon.clock import rfc3339
from fbrecon.domain.money import Money

Json = dict[str, Any]


def company(value: CompanySummary) -> Json:
    """One of `companies --json` and of `status --all --json`."""
    run = value.last_run
    return {
        "slug": value.slug,
        "business": as_json.business(value.business),
        "state": value.state.value,
        "platform": value.platform.value,
        "attention": value.attention,
        "waiting": value.waiting,
        "clearing": [_clearing(row) for row in value.clearing],
        "last_sync": None
        if run is None
        else {
            "outcome": run.outcome,
            "started_at": rfc3339(run.started_at),
            "finished_at": None if run.finished_at is None else rfc3339(run.finished_at),
            "sentence": run.sentence,
        },
        "last_success_at": None
        if value.last_success_at is None
        else rfc3339(value.last_success_at),
        "paused": as_json.pause(value.paused),
        "file": value.file.value,
        "problem": value.problem,
    }


def outcomes(values: Sequence[CompanyOutcome]) -> Json:
    """`sync --all --json`."""
    return {
        "companies": [_outcome(value) for value in values],
        "exit_code": worst(value.exit_code for value in values),
    }


def _outcome(value: CompanyOutcome) -> Json:
    return {
        "slug": value.slug,
        "name": value.name,
        "outcome": value.outcome,
        "exit_code": value.exit_code,
        "sentence": value.sentence,
        "sync": None if value.report is None else as_json.sync(value.report),
    }


def _clearing(row: ClearingView) -> Json:
    return {
        "currency": row.currency,
        "expected": row.expected.to_decimal_string(),
        "proven": _amount(row.proven),
        "difference": _amount(row.difference),
    }


def _amount(money: Money | None) -> str | None:
    return None if money is None else money.to_decimal_string()
