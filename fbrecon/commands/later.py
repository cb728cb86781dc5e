"""Commands whose work is not in this version: they take their words, say so, and exit 1."""

from __future__ import annotations

import argparse

from fbrecon.commands.call import Call
from fbrecon.errors import FbreconError


def add_report(parser: argparse.ArgumentParser) -> None:
    """The words of `report`."""
    parser.add_argument("kind", choices=("reconciliation", "activity"))
    for name in ("--from", "--to"):
        parser.add_argument(name, dest=f"{name[2:]}_on", metavar="DATE")
    parser.add_argument("--format", choices=("csv", "xlsx", "pdf", "json"))
    parser.add_argument("--output", metavar="FILE")


def not_yet(call: Call) -> int:
    """Say that this version does not do it."""
    raise FbreconError(
        f"“{call.arguments.command}” is not in this version",
        "This fbrecon mirrors, collects, posts and ties payouts to payments and bank lines.",
        "A later version will do it; nothing was changed.",
    )
