"""Rate and time left: told once they are known, and never wildly wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbrecon.commands.progress_lines import ProgressLines
from fbrecon.sync.progress import Pace, Progress
from tests.fakes.fake_clock import FakeClock

STAGE = "Invoices: earlier years"


def _walk(clock: FakeClock, pace: Pace, *steps: tuple[float, int], total: int) -> list[Progress]:
    """Reports after each step of so many seconds and rows."""
    told, done = [], 0
    for seconds, rows in steps:
        clock.advance(seconds)
        done += rows
        told.append(pace(Progress(STAGE, done, total)))
    return told


def test_nothing_is_told_before_it_is_known() -> None:
    clock = FakeClock()
    told = _walk(clock, Pace(clock.monotonic), *[(1.0, 100)] * 5, total=1000)
    assert [(p.rate, p.seconds_left) for p in told] == [
        (None, None),
        (None, None),
        (None, None),  # two seconds are too few
        (100.0, 6.0),
        (100.0, 5.0),
    ]


def test_without_an_end_there_is_a_rate_and_no_time_left() -> None:
    clock = FakeClock()
    pace = Pace(clock.monotonic)
    for done in range(100, 600, 100):
        clock.advance(2)
        last = pace(Progress(STAGE, done, None))
    assert (last.rate, last.seconds_left) == (50.0, None)


@pytest.mark.parametrize("total", [0, 400, 500])
def test_an_end_that_was_passed_tells_no_time_left(total: int) -> None:
    clock = FakeClock()
    told = _walk(clock, Pace(clock.monotonic), *[(2.0, 100)] * 5, total=total)
    assert told[-1].seconds_left is None


def test_after_the_machine_slept_it_is_known_anew() -> None:
    clock = FakeClock()
    pace = Pace(clock.monotonic)
    told = _walk(clock, pace, *[(2.0, 100)] * 5, (28_800.0, 100), *[(2.0, 100)] * 3, total=2000)
    assert [p.rate for p in told[5:]] == [None, None, 50.0, 50.0]


def test_a_walk_that_begins_again_is_known_anew() -> None:
    clock = FakeClock()
    pace = Pace(clock.monotonic)
    _walk(clock, pace, *[(2.0, 100)] * 5, total=2000)
    told = _walk(clock, pace, *[(2.0, 10)] * 4, total=2000)
    assert [p.rate for p in told] == [None, None, 5.0, 5.0]


def test_a_resumed_walk_counts_only_what_it_reads_itself() -> None:
    clock = FakeClock()
    told = _walk(clock, Pace(clock.monotonic), (1.0, 15_000), *[(2.0, 100)] * 3, total=20_000)
    assert told[-1].rate == 50.0
    assert told[-1].seconds_left == (20_000 - 15_300) / 50.0


def test_a_day_or_more_is_not_told() -> None:
    clock = FakeClock()
    told = _walk(clock, Pace(clock.monotonic), *[(60.0, 1)] * 5, total=10_000_000)
    assert told[-1].rate is not None
    assert told[-1].seconds_left is None


def test_stages_that_take_turns_keep_their_own_pace() -> None:
    clock = FakeClock()
    pace = Pace(clock.monotonic)
    for done in range(100, 600, 100):
        clock.advance(2)
        pace(Progress("Payments: what changed", 3, 3))
        last = pace(Progress(STAGE, done, 1000))
    assert (last.rate, last.seconds_left) == (50.0, 10.0)


@given(
    steps=st.lists(st.tuples(st.floats(0.2, 30), st.integers(1, 100)), min_size=1, max_size=60),
    more=st.integers(1, 100_000),
)
def test_the_time_left_lies_between_the_fastest_and_the_slowest_page(
    steps: list[tuple[float, int]], more: int
) -> None:
    clock = FakeClock()
    total = sum(rows for _, rows in steps) + more
    told = _walk(clock, Pace(clock.monotonic), *steps, total=total)
    rates = [rows / seconds for seconds, rows in steps[1:]]
    for progress in told:
        if progress.seconds_left is not None:
            left = total - progress.done
            assert left / max(rates) * 0.999 <= progress.seconds_left
            assert progress.seconds_left <= left / min(rates) * 1.001
        assert progress.seconds_left is None or 0 < progress.seconds_left <= 86_400


# ---- on the command line


def test_lines_tell_each_stage_and_how_far_it_is_every_few_seconds() -> None:
    clock = FakeClock()
    said: list[str] = []
    lines, pace = ProgressLines(said.append, clock.monotonic), Pace(clock.monotonic)
    for done in range(1_000, 9_000, 1_000):
        lines(pace(Progress(STAGE, done, 20_000)))
        clock.advance(2)
    lines(pace(Progress("Payouts")))
    assert said == [
        "Invoices: earlier years…",
        "Invoices: earlier years: 4,000 of 20,000, 500 a second, less than a minute left",
        "Invoices: earlier years: 7,000 of 20,000, 500 a second, less than a minute left",
        "Payouts…",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(10, "less than a minute left"), (240, "about 4 min left"), (3 * 3600, "about 3 h left")],
)
def test_the_time_left_is_told_as_well_as_it_is_known(seconds: float, words: str) -> None:
    clock = FakeClock()
    said: list[str] = []
    lines = ProgressLines(said.append, clock.monotonic)
    lines(Progress(STAGE))
    clock.advance(5)
    lines(Progress(STAGE, 10, 100, 1.0, seconds))
    assert said[-1].endswith(words)
