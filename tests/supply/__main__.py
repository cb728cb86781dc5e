"""What goes into a release, from where, and whether it may: bill of materials, licences, gate."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.supply.gate import list_problems, read_floor
from tests.supply.licences import notices, write_list
from tests.supply.natives import find_natives
from tests.supply.sbom import make_sbom


def main(words: list[str]) -> int:
    """Exits with 1 where the gate stays shut or a licence has to be read up."""
    options = argparse.ArgumentParser(prog="python -m tests.supply", description=__doc__)
    options.add_argument("what", choices=("sbom", "licences", "notices", "gate", "found"))
    options.add_argument("--output", type=Path, help="the file to write; else the standard output")
    given = options.parse_args(words)
    if given.what == "licences":
        unknown = write_list()
        print(*(f"{name} states no licence: read it up" for name in unknown), sep="\n")
        return 1 if unknown else 0
    if given.what == "gate":
        problems = list_problems(read_floor(), find_natives(), datetime.now(UTC).date())
        print(*(problems or ["Nothing here is too old for a release."]), sep="\n")
        return 1 if problems else 0
    if given.what == "found":
        for native in find_natives():
            print(native.name, native.version, native.patched_to and f"({native.patched_to})")
        return 0
    _write(notices() if given.what == "notices" else make_sbom(_made_at()), given.output)
    return 0


def _made_at() -> datetime:
    """Now, or what whoever builds twice and compares sets."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(stated), UTC) if stated else datetime.now(UTC)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8")
    print(f"{output}: {len(text.splitlines())} lines")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
