"""Fixed blocks of schedules: nothing twice, nothing lost, nothing called posted that is not."""

from __future__ import annotations

from itertools import count, islice

import pytest

from tests.conftest import scaled
from tests.faults.figures import Figures
from tests.faults.many import iter_seeds
from tests.faults.mutants import MUTANTS, Mutant
from tests.faults.regressions import SEEDS
from tests.faults.schedule import run_seed

pytestmark = pytest.mark.loud  # what goes wrong is told in the log

BLOCKS = 8
MOST_SEEDS = 200  # the rare ones are looked for at length by `make faults`


def run(seeds: range) -> Figures:
    figures = Figures()
    for seed in seeds:
        figures.add(run_seed(seed))
    return figures


@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_payment_is_recorded_once_whatever_goes_wrong(block: int) -> None:
    size = scaled(60)
    first = block * 10_000
    figures = run(range(first, first + size))
    assert not figures.broken, figures.broken
    assert figures.counts["twice"] == figures.counts["lost"] == 0
    assert figures.counts["posted"] > figures.counts["held"]


@pytest.mark.parametrize(("seed", "why"), SEEDS)
def test_what_was_wrong_once_stays_right(seed: int, why: str) -> None:
    assert not run_seed(seed).broken, why


def test_a_seed_gives_the_same_schedule_every_time() -> None:
    first, second = run(range(5)), run(range(5))
    assert first.counts == second.counts


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_missing_rule_is_seen(mutant: Mutant) -> None:
    """A known seed shows it, or, where the program now goes another way, one of the next ones."""
    others = islice(iter_seeds(mutant, count()), MOST_SEEDS)
    for seed in (*mutant.known, *others):
        if run_seed(seed, without=mutant.without).broken:
            return
    pytest.fail(f"nobody noticed that this rule was missing: {mutant.rule}")
