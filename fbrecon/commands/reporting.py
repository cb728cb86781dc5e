"""`report`: the reconciliation or the activity of a period, as a file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from fbrecon.app.reports import ReportFormat, format_of
from fbrecon.commands.call import Call
from fbrecon.domain.reports import ReportKind


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `report`."""
    parser.add_argument("kind", choices=[kind.value for kind in ReportKind])
    for name, words in (("--from", "the first day"), ("--to", "the last day, included")):
        parser.add_argument(
            name,
            dest=f"{name[2:]}_on",
            metavar="DATE",
            type=_day,
            required=True,
            help=f"{words}, YYYY-MM-DD, in the business's time zone",
        )
    parser.add_argument(
        "--format",
        choices=[form.value for form in ReportFormat],
        help="without it the file's ending tells",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help="where it is written; a file of that name is replaced",
    )


def run(call: Call) -> int:
    """Make the report and write it."""
    words = call.arguments
    form = format_of(words.output, words.format)
    report = call.desk.make_report(ReportKind(words.kind), words.from_on, words.to_on)
    call.desk.save_report(report, form, words.output)
    call.answer({"file": str(words.output)}, f"Written to {words.output}.")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-01-31") from None
