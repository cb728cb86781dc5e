"""The command `reconcile`: which bank lines show payouts, counted."""

from __future__ import annotations

import argparse

from fbrecon.app import as_json
from fbrecon.app.views import Reconciliation
from fbrecon.commands.call import Call


def add_nothing(parser: argparse.ArgumentParser) -> None:
    """No words."""
    del parser


def run(call: Call) -> int:
    """Match now."""
    result = call.desk.reconcile()
    call.answer(as_json.reconciled(result), in_words(result))
    return 0


def in_words(result: Reconciliation) -> str:
    """The counts, as a person reads them."""
    lines = [
        f"Bank lines: {result.matched:,} matched, {result.suggested:,} suggested, "
        f"{result.ambiguous:,} ambiguous, {result.unmatched:,} unmatched"
        + (f" ({result.not_ours:,} not ours)." if result.not_ours else "."),
        f"Payouts that no bank line shows: {result.not_seen:,}.",
    ]
    if result.not_compared:
        shown = ", ".join(result.not_compared[:5])
        more = f" and {len(result.not_compared) - 5:,} more" if len(result.not_compared) > 5 else ""
        lines.append(f"Not compared, since their currency is not known: {shown}{more}.")
    return "\n".join(lines)
