"""Runs the schedules, the mutants and the kills, and prints one table.

    python -m tests.faults [--seed N] [--schedules N] [--mutants N] [--kills N] [--workers N]
    python -m tests.faults --one SEED

Without `--seed` a fresh one is drawn and printed; the same seed gives the same schedules. Ends
with 1 where a rule was broken or a mutant was not seen.
"""

from __future__ import annotations

import argparse
import multiprocessing
import secrets
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.faults.kills import Kills
from tests.faults.many import run_mutants, run_schedules
from tests.faults.schedule import Options, run_seed

_SPACING = 1_000_000  # seeds of one run lie together


def run_kills(seed: int, count: int) -> bool:
    """So many kills; whether anything was wrong."""
    with tempfile.TemporaryDirectory() as folder, Kills(Path(folder), seed) as kills:
        began = time.monotonic()
        kills.run(count)
        print(kills.table())
        print(f"  {kills.counts['killed'] / (time.monotonic() - began):.1f} kills a second")
        return bool(kills.wrong)


def main() -> int:
    """Run what the words say."""
    words = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    words.add_argument("--seed", type=int, default=None)
    words.add_argument("--schedules", type=int, default=20_000)
    words.add_argument("--mutants", type=int, default=3_000, help="seeds for each, at the most")
    words.add_argument("--kills", type=int, default=1_000)
    words.add_argument("--workers", type=int, default=2)
    words.add_argument("--one", type=int, default=None, help="one schedule, with its options")
    told = words.parse_args()
    if told.one is not None:
        print(Options.draw(told.one))
        figures = run_seed(told.one)
        print(figures.table())
        print(figures.broken.get(told.one, "no rule is broken"))
        return bool(figures.broken)
    seed = secrets.randbelow(1_000_000) if told.seed is None else told.seed
    print(f"seed {seed}: run it again with “make faults SEED={seed}”", flush=True)
    bad = False
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(told.workers, mp_context=spawn) as pool:
        if told.schedules:
            print(f"\n== {told.schedules:,} schedules", flush=True)
            figures = run_schedules(pool, seed * _SPACING, told.schedules)
            print(figures.table(), flush=True)
            bad = bad or bool(figures.broken)
        if told.mutants:
            print("\n== rules taken away, and the seed that shows it", flush=True)
            for mutant, found in run_mutants(pool, seed * _SPACING, told.mutants):
                where = f"seed {found[0]} ({found[1]})" if found else "NOT SEEN"
                print(f"{mutant.name:<4} {mutant.rule:<62} {where}", flush=True)
                bad = bad or found is None
    if told.kills:
        print(f"\n== {told.kills:,} kills of the real program", flush=True)
        bad = run_kills(seed, told.kills) or bad
    print("\n" + ("A RULE IS BROKEN" if bad else "All rules hold."))
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
