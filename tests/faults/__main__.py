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
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.faults.kills import run_kills, table
from tests.faults.many import begin, run_mutants, run_schedules
from tests.faults.schedule import Options, run_seed

_SPACING = 1_000_000  # seeds of one run lie together
KILLS_A_COMPANY = 100


def kill(pool: ProcessPoolExecutor, seed: int, count: int) -> bool:
    """So many kills, a hundred of each company; whether anything was wrong."""
    began = time.monotonic()
    parts = [min(KILLS_A_COMPANY, count - n) for n in range(0, count, KILLS_A_COMPANY)]
    seeds = [seed * len(parts) + place for place in range(len(parts))]
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for place, (counted, problems) in enumerate(pool.map(run_kills, seeds, parts)):
        counts.update(counted)
        wrong += [f"company {seeds[place]}: {problem}" for problem in problems]
        rate = counts["killed"] / (time.monotonic() - began)
        print(f"  {counts['killed']:,} kills, {rate:.1f} a second", flush=True)
    print(table(counts, wrong))
    return bool(wrong)


def main() -> int:
    """Run what the words say."""
    words = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    words.add_argument("--seed", type=int, default=None)
    words.add_argument("--schedules", type=int, default=20_000)
    words.add_argument(
        "--mutants", type=int, default=3_000, help="fresh seeds for each, at the most"
    )
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
    with ProcessPoolExecutor(told.workers, mp_context=spawn, initializer=begin) as pool:
        if told.schedules:
            print(f"\n== {told.schedules:,} schedules", flush=True)
            figures = run_schedules(pool, seed * _SPACING, told.schedules)
            print(figures.table(), flush=True)
            bad = bad or bool(figures.broken)
        if told.mutants:
            print("\n== rules taken away, and the seed that shows it", flush=True)
            began = time.monotonic()
            for mutant, seen in run_mutants(pool, seed * _SPACING, told.mutants):
                print(f"{mutant.name:<4} {mutant.rule:<62} {seen.text()}", flush=True)
                bad = bad or seen.fresh is None
            print(f"  {time.monotonic() - began:.0f} seconds", flush=True)
        if told.kills:
            print(f"\n== {told.kills:,} kills of the real program", flush=True)
            bad = kill(pool, seed, told.kills) or bad
    print("\n" + ("A RULE IS BROKEN" if bad else "All rules hold."))
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
