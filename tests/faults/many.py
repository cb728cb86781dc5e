"""Many schedules over several processes, and the first seed that shows a missing rule."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from tests.faults.figures import Figures
from tests.faults.mutants import MUTANTS, Mutant
from tests.faults.regressions import SEEDS
from tests.faults.schedule import run_seed

_BLOCK = 40


def run_block(seeds: range) -> Figures:
    """The schedules of these seeds."""
    logging.disable(logging.CRITICAL)
    figures = Figures()
    for seed in seeds:
        figures.add(run_seed(seed))
    return figures


def first_bad(name: str, seeds: range) -> tuple[int, str] | None:
    """The first of these seeds at which the schedules see that the mutant's rule is missing."""
    logging.disable(logging.CRITICAL)
    (mutant,) = [mutant for mutant in MUTANTS if mutant.name == name]
    for seed in seeds:
        figures = run_seed(seed, without=mutant.without)
        if figures.broken:
            return seed, figures.broken[seed]
    return None


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


def run_mutants(
    pool: ProcessPoolExecutor, first: int, most: int
) -> Iterator[tuple[Mutant, tuple[int, str] | None]]:
    """For each mutant the first bad seed among that many, None where it was not seen."""
    found = pool.map(
        first_bad, [m.name for m in MUTANTS], [range(first, first + most)] * len(MUTANTS)
    )
    yield from zip(MUTANTS, found, strict=True)
