"""Broken files, a few of each kind; `make fuzz` tries very many."""

from __future__ import annotations

import pytest

from tests.conftest import scaled
from tests.fuzz import files

SEED = 20261125
BOMBS = files.bombs()
SLOW = {"a million rows"}  # seconds; `make fuzz` has it


@pytest.mark.parametrize("sample", files.list_samples(), ids=lambda sample: sample.name)
def test_a_whole_file_is_read(sample: files.Sample) -> None:
    assert sample.read(sample.data).rows


def test_a_broken_file_ends_in_rows_problems_or_an_error_of_ours() -> None:
    tally = files.mutate(scaled(400), SEED)
    assert tally.problems == []
    assert {"read", "BadFile"} <= set(tally.outcomes)


def test_memory_stays_flat_over_broken_files() -> None:
    left, peak = files.memory(SEED, scaled(60))
    assert left < files.MEMORY_LEFT
    assert peak < files.MEMORY_PEAK


@pytest.mark.parametrize("name", [name for name in BOMBS if name not in SLOW])
def test_a_file_made_to_be_too_much_is_refused_in_words(name: str) -> None:
    assert files.explode(*BOMBS[name]) == ""
