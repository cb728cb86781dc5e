"""How long something was waited for is never overstated, whatever is done to the wall clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from fbrecon.domain.waiting import TimeMark, time_passed, was_set_back

NOW = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)
HOURS = st.integers(-25 * 3600, 25 * 3600)
SECONDS = st.integers(0, 4 * 3600)
MOMENTS = st.integers(-(10**9), 10**9).map(lambda micros: NOW + timedelta(microseconds=micros))
marks = st.builds(
    TimeMark, MOMENTS, st.sampled_from(["", "one", "two"]), st.floats(0, 1e9), st.none() | MOMENTS
)


@given(marks)
def test_what_is_kept_comes_back(mark: TimeMark) -> None:
    assert TimeMark.load(mark.dump()) == mark
    assert TimeMark.load("") is None


@given(wall=HOURS, asleep=SECONDS, awake=SECONDS)
def test_within_one_life_the_wall_clock_cannot_add_to_what_passed(
    wall: int, asleep: int, awake: int
) -> None:
    since = TimeMark(NOW, "one", 100.0)
    now = TimeMark(NOW + timedelta(seconds=awake + asleep + wall), "one", 100.0 + awake)
    passed = time_passed(since, now)
    assert passed is not None
    assert timedelta() <= passed <= timedelta(seconds=awake)
    assert was_set_back(since, now) == (awake + asleep + wall < 0)


@given(HOURS)
def test_the_wall_clock_alone_says_nothing(wall: int) -> None:
    moved = NOW + timedelta(seconds=wall)
    assert time_passed(TimeMark(NOW, "one", 1.0), TimeMark(moved, "two", 1e6)) is None
    assert time_passed(TimeMark(NOW), TimeMark(moved)) is None
    assert time_passed(TimeMark(NOW, service=NOW), TimeMark(moved)) is None


class Waiting(RuleBasedStateMachine):
    """A write that went missing, a computer that sleeps, restarts and is set to other times."""

    def __init__(self) -> None:
        super().__init__()
        self.true = NOW
        self.off = timedelta()
        self.ticks = 50.0
        self.life = 1
        self.since = self._mark(answered=False)
        self.since_true = self.true

    def _mark(self, *, answered: bool = True) -> TimeMark:
        service = self.true.replace(microsecond=0) if answered else None
        return TimeMark(self.true + self.off, str(self.life), self.ticks, service)

    @rule(seconds=SECONDS)
    def work(self, seconds: int) -> None:
        self.true += timedelta(seconds=seconds)
        self.ticks += seconds

    @rule(seconds=SECONDS)
    def sleep(self, seconds: int) -> None:
        self.true += timedelta(seconds=seconds)

    @rule(seconds=HOURS)
    def set_the_clock(self, seconds: int) -> None:
        self.off += timedelta(seconds=seconds)

    @rule()
    def restart(self) -> None:
        self.life += 1
        self.ticks = 0.0

    @rule()
    def look(self) -> None:
        """The first answer after it went missing is from when the service's clock counts."""
        mark = self._mark()
        if self.since.service is None:
            self.since = TimeMark(
                self.since.wall, self.since.session, self.since.monotonic, mark.service
            )

    @invariant()
    def never_more_than_the_truth(self) -> None:
        passed = time_passed(self.since, self._mark())
        if passed is not None:
            assert passed <= self.true - self.since_true


TestWaiting = Waiting.TestCase
