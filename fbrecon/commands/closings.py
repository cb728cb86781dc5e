"""`periods` and `entries`: closing a period, opening it again, and what is left to type in."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from fbrecon.clock import rfc3339
from fbrecon.commands.call import Call
from fbrecon.domain.closings import AgreedFigures, PeriodChange


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `periods`."""
    actions = parser.add_subparsers(dest="action", metavar="close|reopen")
    closing = actions.add_parser("close", help="agree with everything up to a day")
    closing.add_argument("until", type=date.fromisoformat, metavar="DATE")
    closing.add_argument(
        "--although", action="store_true", help="although the ledger shows a difference"
    )
    opening = actions.add_parser("reopen", help="open a closed period again, and later ones")
    opening.add_argument("until", type=date.fromisoformat, metavar="DATE")
    for each in (closing, opening):
        each.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def run(call: Call) -> int:
    """Close, open again, or list what is closed and what changed since."""
    words = vars(call.arguments)
    if words.get("action") == "close":
        call.desk.close_period(words["until"], although=words["although"])
    elif words.get("action") == "reopen":
        call.desk.reopen_period(words["until"])
    shown, lines = [], []
    changes = call.desk.list_period_changes()
    for period in call.desk.list_periods():
        found = changes.get(period.until_on, [])
        shown.append(
            {
                "since": None if period.since_on is None else period.since_on.isoformat(),
                "until": period.until_on.isoformat(),
                "closed_at": rfc3339(period.closed_at),
                "figures": [_figures(figures) for figures in period.figures],
                "changes": [_change(change) for change in found],
            }
        )
        lines.append(f"Closed up to {period.until_on.isoformat()}, {len(found)} changes since")
        lines += [f"  {change.text} ({change.by})" for change in found]
    call.answer({"periods": shown}, "\n".join(lines) or "No period is closed.")
    return 0


def add_entries(parser: argparse.ArgumentParser) -> None:
    """The words of `entries`."""
    parser.add_argument("--output", required=True, type=Path, metavar="FILE", help=".csv or .txt")
    parser.add_argument("--from", dest="from_on", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--to", dest="until_on", type=date.fromisoformat, metavar="DATE")


def entries(call: Call) -> int:
    """Save what a person types in for payouts that fbrecon does not enter."""
    words = call.arguments
    found = call.desk.save_entries(words.output, words.from_on, words.until_on)
    value = {
        "file": str(words.output),
        "entries": sum(len(typed.entries) for typed in found.ready),
        "payouts": [f"out_{typed.payout_id}" for typed in found.ready],
        "waiting": [
            {"id": f"out_{waits.payout_id}", "reason": waits.reason} for waits in found.waiting
        ],
    }
    told = [f"{len(found.ready)} payouts written to {words.output}."]
    told += [f"out_{waits.payout_id} is left out: {waits.reason}" for waits in found.waiting]
    call.answer(value, "\n".join(told))
    return 0


def _figures(value: AgreedFigures) -> dict[str, Any]:
    return {
        "currency": value.expected.currency,
        "expected": value.expected.to_decimal_string(),
        "proven": None if value.proven is None else value.proven.to_decimal_string(),
        "difference": None if value.difference is None else value.difference.to_decimal_string(),
    }


def _change(value: PeriodChange) -> dict[str, Any]:
    return {
        "id": value.id,
        "date": value.on.isoformat(),
        "by": value.by.to_decimal_string(),
        "currency": value.by.currency,
        "text": value.text,
    }
