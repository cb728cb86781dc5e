"""Many schedules over several processes, and the first seed that shows a missing rule."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from tests.faults.figures import Figures
from tests.faults.mutants import MUTANTS, Mutant
from tests.faults.regressions import SEEDS
from tests.faults.schedule import Options, run_seed

_BLOCK = 40


def begin() -> None:
    """What each process does first: no log, and few looks for garbage, of which there is little."""
    logging.disable(logging.CRITICAL)
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def run_block(seeds: range) -> Figures:
    """The schedules of these seeds."""
    figures = Figures()
    for seed in seeds:
        figures.add(run_seed(seed))
    return figures


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a missing rule showed: at a known seed or no longer, and at which of the fresh ones.

    `tried` counts the schedules that were run for the fresh one.
    """

    known: int | None = None
    fresh: int | None = None
    tried: int = 0
    problem: str = ""

    def text(self) -> str:
        """For the table."""
        known = "known seed no longer" if self.known is None else f"known seed {self.known}"
        if self.fresh is None:
            return f"NOT SEEN in {self.tried:,} fresh schedules; {known}"
        return f"seed {self.fresh}, number {self.tried:,} of those tried; {known} ({self.problem})"


def iter_seeds(mutant: Mutant, seeds: Iterable[int]) -> Iterator[int]:
    """Those of them whose schedules can show what the mutant's rule is for."""
    for seed in seeds:
        if not mutant.needs or mutant.needs & Options.draw(seed).events:
            yield seed


def look_for(name: str, seeds: range) -> Seen:
    """The first of these seeds at which the schedules see that the mutant's rule is missing."""
    (mutant,) = [mutant for mutant in MUTANTS if mutant.name == name]
    known = next((s for s in mutant.known if run_seed(s, without=mutant.without).broken), None)
    tried = 0
    for seed in iter_seeds(mutant, seeds):
        tried += 1
        broken = run_seed(seed, without=mutant.without).broken
        if broken:
            return Seen(known, seed, tried, broken[seed])
    return Seen(known, tried=tried)


def run_schedules(pool: ProcessPoolExecutor, first: int, count: int) -> Figures:
    """That many schedules from `first` on, and those that once were bad."""
    figures = Figures()
    began = time.monotonic()
    blocks = [range(n, min(n + _BLOCK, first + count)) for n in range(first, first + count, _BLOCK)]
    blocks += [range(seed, seed + 1) for seed, _ in SEEDS]
    for place, done in enumerate(pool.map(run_block, blocks), 1):
        figures.add(done)
        for seed, problem in done.broken.items():
            print(f"  seed {seed}: {problem}", flush=True)
        if place % 25 == 0 or place == len(blocks):
            number, took = figures.counts["schedules"], time.monotonic() - began
            print(f"  {number:,} schedules, {number / took:.1f} a second", flush=True)
    return figures


def run_mutants(pool: ProcessPoolExecutor, first: int, most: int) -> Iterator[tuple[Mutant, Seen]]:
    """For each mutant where it was seen, among that many fresh seeds at the most."""
    # Those that show in few schedules begin first, so that no process waits for the last of them.
    order = sorted(MUTANTS, key=lambda mutant: not mutant.needs)
    seen = {m.name: pool.submit(look_for, m.name, range(first, first + most)) for m in order}
    for mutant in MUTANTS:
        yield mutant, seen[mutant.name].result()
