"""`export`: everything of a company as files that other programs read."""

from __future__ import annotations

import argparse
from pathlib import Path

from fbrecon.app.export import export_everything
from fbrecon.commands.call import Call


def add(parser: argparse.ArgumentParser) -> None:
    """The words of `export`."""
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="where to; not there yet, or empty"
    )


def run(call: Call) -> int:
    """Write everything."""
    folder: Path = call.arguments.folder
    rows = export_everything(call.desk, folder)
    told = ", ".join(f"{count:,} {name}" for name, count in rows.items())
    call.answer({"folder": str(folder), "rows": rows}, f"Written to {folder}: {told}.")
    return 0
