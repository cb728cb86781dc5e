"""Runs the benchmark's parts, each in a process of its own, and prints their figures."""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from tests.bench import matching, mirror, mirror_work, posting, tables, window_thread
from tests.bench.part import Figure, Part

_MODULES = (matching, mirror, mirror_work, posting, tables, window_thread)
PARTS: Sequence[Part] = [part for module in _MODULES for part in module.PARTS]


def main(words: list[str]) -> int:
    """Exits with 1 if a limit is exceeded at full size."""
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--scale", type=float, default=1.0, help="1 is full size")
    options.add_argument("--only", metavar="PART", choices=[part.name for part in PARTS])
    options.add_argument("--here", action="store_true", help="in this process, as JSON")
    given = options.parse_args(words)
    chosen = [part for part in PARTS if given.only in (None, part.name)]
    if given.here:
        for part in chosen:
            figures = [asdict(figure) for figure in part.run(given.scale)]
            print(json.dumps({"figures": figures, "megabytes": _megabytes()}))
        return 0
    print(_machine(), flush=True)
    kept = [_run(part, given.scale) for part in chosen]
    return 0 if all(kept) or given.scale < 1 else 1


def _run(part: Part, scale: float) -> bool:
    words = ["--here", "--scale", str(scale), "--only", part.name]
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", *words], stdout=subprocess.PIPE, text=True, check=True
    )
    said = json.loads(done.stdout.splitlines()[-1])
    kept = [_print(Figure(**figure), said["megabytes"]) for figure in said["figures"]]
    return all(kept)


def _print(figure: Figure, megabytes: float) -> bool:
    megabytes = megabytes if figure.megabytes is None else figure.megabytes
    limits = [
        (figure.seconds, figure.most_seconds, "s"),
        (figure.ratio, figure.most_ratio, "times"),
        (megabytes, figure.most_megabytes, "MB"),
    ]
    over = [f"over {most:g} {unit}" for value, most, unit in limits if most and value > most]
    print(
        f"{figure.name}: {figure.seconds:.2f} s, {megabytes:.0f} MB at most;"
        f" {figure.ratio:.2f} times {figure.reference} ({figure.reference_seconds:.2f} s)"
        f"{''.join(f' – {x}' for x in over)}",
        flush=True,
    )
    return not over


def _machine() -> str:
    """Where and when this was measured, and how busy it was."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    system = f"{platform.system()} on {os.cpu_count()} {platform.machine()} processors"
    return f"{system}, Python {platform.python_version()}{load}, {datetime.now(UTC):%Y-%m-%d}"


def _megabytes() -> float:
    """The most memory that this process held so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
