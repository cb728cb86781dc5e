"""When the next sync is due: counted from the last success, whatever the clock did meanwhile."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from fbrecon.app.views import Pause, PauseFor, TableQuery
from fbrecon.domain.pausing import make_pause, read_pause, spell_pause
from fbrecon.errors import FileError, Unreachable, WrongUsage
from fbrecon.sync.timetable import Job, Timetable
from tests.app.bench import CALLBACK, OTHER, Home
from tests.fakes.fake_clock import FakeClock

HOURLY = frozenset({"accounts", "customers", "invoices", "lines"})
OFTEN = frozenset({"payments"})


class Watch:
    """A timetable with two jobs, and what it asked for."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.asked: list[frozenset[str]] = []
        self.last: dict[str, datetime | None] = {"invoices": None, "payments": None}
        self.succeeds = True
        self.error: Exception | None = None
        self.timetable = Timetable(self.jobs, self.request, self.clock)

    def jobs(self) -> list[Job]:
        return [
            Job("invoices", HOURLY, timedelta(minutes=60), lambda: self.last["invoices"]),
            Job("payments", OFTEN, timedelta(minutes=5), lambda: self.last["payments"]),
        ]

    def request(self, parts: frozenset[str]) -> None:
        self.asked.append(parts)
        if self.error is not None:
            raise self.error
        if self.succeeds:
            for name, job in (("invoices", HOURLY), ("payments", OFTEN)):
                if job <= parts:
                    self.last[name] = self.clock.now()

    def look_after(self, **passed: float) -> list[frozenset[str]]:
        """What is asked for at a look that much later."""
        before = len(self.asked)
        self.clock.advance(timedelta(**passed).total_seconds())
        self.timetable.look()
        return self.asked[before:]


def test_what_never_ran_is_due_at_once_and_asked_for_together() -> None:
    assert Watch().look_after(seconds=0) == [HOURLY | OFTEN]


def test_each_job_is_due_its_interval_after_its_last_success() -> None:
    watch = Watch()
    watch.timetable.look()
    assert watch.look_after(minutes=4.9) == []
    assert watch.look_after(minutes=0.1) == [OFTEN]
    for _ in range(10):
        assert watch.look_after(minutes=5) == [OFTEN]
    assert watch.look_after(minutes=5) == [HOURLY | OFTEN]


def test_what_was_slept_through_is_made_up_for_once() -> None:
    watch = Watch()
    watch.timetable.look()
    assert watch.look_after(hours=8) == [HOURLY | OFTEN]
    assert watch.look_after(seconds=10) == []


def test_a_failure_is_tried_again_after_a_minute_not_at_every_look() -> None:
    watch = Watch()
    watch.succeeds = False
    watch.timetable.look()
    assert watch.look_after(seconds=10) == []
    assert watch.look_after(seconds=50) == [HOURLY]
    assert watch.look_after(seconds=10) == [OFTEN]
    watch.succeeds = True
    assert watch.look_after(seconds=50) == [HOURLY]
    assert watch.look_after(seconds=10) == [OFTEN]
    assert watch.look_after(minutes=60) == [HOURLY | OFTEN]


def test_a_job_that_always_fails_never_starves_another() -> None:
    """Not even where it ends the whole run, as an error of our own would."""
    watch = Watch()

    def request(parts: frozenset[str]) -> None:
        watch.asked.append(parts)
        if parts == OFTEN:
            watch.last["payments"] = watch.clock.now()

    watch.timetable = Timetable(watch.jobs, request, watch.clock)
    for _ in range(6 * 60):  # an hour of looks
        watch.look_after(seconds=10)
    assert watch.asked[0] == HOURLY | OFTEN  # nobody knew yet
    assert 10 <= watch.asked.count(OFTEN) <= 12
    assert watch.asked.count(HOURLY) > 30


@pytest.mark.loud
def test_a_job_that_cannot_tell_when_it_is_due_never_starves_another() -> None:
    watch = Watch()

    def broken() -> datetime | None:
        raise FileError("The company file is in use", "Another program holds it.")

    jobs = watch.jobs
    watch.timetable._jobs = lambda: [replace(jobs()[0], last_success_at=broken), jobs()[1]]
    assert watch.look_after(seconds=10) == [OFTEN]


@pytest.mark.parametrize("back", [timedelta(minutes=10), timedelta(days=400)])
def test_a_clock_set_back_does_not_stop_the_schedule(back: timedelta) -> None:
    watch = Watch()
    watch.timetable.look()
    watch.clock.jump(-back.total_seconds())
    assert watch.look_after(seconds=10) == [HOURLY | OFTEN]
    assert watch.look_after(minutes=4) == []
    assert watch.look_after(minutes=1) == [OFTEN]


@pytest.mark.loud
@pytest.mark.parametrize(
    "error", [Unreachable("Out of reach", "It is away."), ValueError("ours"), RuntimeError("ours")]
)
def test_a_request_that_raises_does_not_end_the_watch(error: Exception) -> None:
    watch = Watch()
    watch.error = error
    watch.timetable.look()
    watch.error = None
    assert watch.look_after(minutes=1) == [HOURLY]
    assert watch.look_after(seconds=10) == [OFTEN]


@pytest.mark.loud
def test_a_file_that_cannot_be_read_does_not_end_the_watch() -> None:
    watch = Watch()
    jobs = watch.jobs

    def broken() -> list[Job]:
        raise FileError("The company file is in use", "Another program holds it.")

    watch.timetable._jobs = broken
    watch.timetable.look()
    assert watch.asked == []
    watch.timetable._jobs = jobs
    assert watch.look_after(seconds=10) == [HOURLY | OFTEN]


def test_it_looks_at_once_when_it_starts_and_ends_when_it_is_stopped() -> None:
    asked = threading.Event()
    threads: list[str] = []

    def request(parts: frozenset[str]) -> None:
        threads.append(threading.current_thread().name)
        asked.set()

    watch = Watch()
    timetable = Timetable(watch.jobs, request, watch.clock)
    timetable.start()
    timetable.start()  # a second start is none
    assert asked.wait(10)
    timetable.stop()
    assert threads == ["timetable"]
    assert "timetable" not in {thread.name for thread in threading.enumerate()}
    timetable.stop()


def test_it_can_be_started_again() -> None:
    looked = threading.Semaphore(0)
    watch = Watch()

    def request(parts: frozenset[str]) -> None:
        looked.release()

    timetable = Timetable(watch.jobs, request, watch.clock)
    for _ in range(2):
        timetable.start()
        assert looked.acquire(timeout=10)
        timetable.stop()
        watch.clock.advance(61)


# ---- the company's own jobs


def test_the_jobs_follow_the_settings_and_the_last_success(connected: Home) -> None:
    asked: list[frozenset[str]] = []
    timetable = connected.desk.timetable(asked.append)
    timetable.look()
    assert asked == [HOURLY | OFTEN]
    connected.sync()
    connected.desk.change_setting("payments_every", "2")
    connected.clock.advance(119)
    timetable.look()
    assert len(asked) == 1
    connected.clock.advance(1)
    timetable.look()
    assert asked[1:] == [OFTEN]


def test_due_times_survive_a_restart(connected: Home) -> None:
    connected.sync()
    connected.clock.advance(4 * 60)
    connected.reopen()
    asked: list[frozenset[str]] = []
    timetable = connected.desk.timetable(asked.append)
    timetable.look()
    assert asked == []
    connected.clock.advance(60)
    timetable.look()
    assert asked == [OFTEN]


def test_what_was_missed_while_the_program_was_closed_is_due_at_once(connected: Home) -> None:
    connected.sync()
    connected.clock.advance(3 * 3600)
    connected.reopen()
    asked: list[frozenset[str]] = []
    connected.desk.timetable(asked.append).look()
    assert asked == [HOURLY | OFTEN]


def test_without_a_connection_nothing_is_due(home: Home) -> None:
    asked: list[frozenset[str]] = []
    home.desk.timetable(asked.append).look()
    home.connect()
    home.desk.disconnect("freshbooks")
    home.desk.timetable(asked.append).look()
    assert asked == []


@pytest.mark.loud
def test_the_part_that_failed_is_due_again_and_the_rest_is_not(connected: Home) -> None:
    def broken(what: str, which: str) -> None:
        if what == "platform_payments":
            raise Unreachable("Out of reach", "The platform does not answer.")

    connected.platform.on_read = broken
    connected.desk.company.find_platform()
    connected.platform.on_read = broken
    connected.sync()
    asked: list[frozenset[str]] = []
    connected.desk.timetable(asked.append).look()
    assert asked == [OFTEN]


# ---- a pause


def test_nothing_is_asked_for_while_syncing_is_paused_and_what_was_due_is_made_up_for() -> None:
    watch, rests = Watch(), []
    pause = make_pause(PauseFor.HOUR, watch.clock.now(), "UTC")
    watch.timetable = Timetable(
        watch.jobs, watch.request, watch.clock, lambda: pause, lambda: rests.append(1)
    )
    assert watch.look_after(minutes=0) == []
    assert watch.look_after(minutes=59.9) == []
    assert len(rests) == 2
    assert watch.look_after(minutes=0.1) == [HOURLY | OFTEN]
    assert len(rests) == 2


def test_a_pause_without_an_end_lasts_until_a_person_resumes() -> None:
    watch = Watch()
    pauses = [Pause(None)]
    watch.timetable = Timetable(
        watch.jobs, watch.request, watch.clock, lambda: pauses[0] if pauses else None
    )
    assert watch.look_after(days=400) == []
    pauses.clear()
    assert watch.look_after(seconds=10) == [HOURLY | OFTEN]


def test_a_pause_is_kept_in_the_company_file_and_told_with_its_end(connected: Home) -> None:
    connected.sync()
    made = connected.desk.pause_syncing(PauseFor.HOUR)
    connected.reopen()
    asked: list[frozenset[str]] = []
    timetable = connected.desk.timetable(asked.append)
    connected.clock.advance(59 * 60)
    timetable.look()
    assert asked == []
    status = connected.desk.status()
    assert status.paused == made
    assert {item.next_run_at for item in status.schedule if item.key == "payments"} == {made.until}
    connected.clock.advance(61)
    assert connected.desk.status().paused is None
    timetable.look()
    assert asked == [HOURLY | OFTEN]


def test_whoever_asks_for_a_sync_gets_one_although_syncing_is_paused(connected: Home) -> None:
    connected.desk.pause_syncing(PauseFor.RESUMED)
    assert connected.sync().outcome == "ok"
    assert {item.next_run_at for item in connected.desk.status().schedule} == {None}


def test_resuming_ends_a_pause_at_once_and_both_stand_in_the_log(connected: Home) -> None:
    connected.sync()
    connected.desk.pause_syncing(PauseFor.RESUMED)
    connected.desk.resume_syncing()
    connected.desk.resume_syncing()  # there is none any more
    asked: list[frozenset[str]] = []
    connected.clock.advance(5 * 60)
    connected.desk.timetable(asked.append).look()
    assert asked == [OFTEN]
    keys = connected.desk.log_keys(TableQuery("at", text="paused_until"))
    told = [(row.before, row.after) for row in connected.desk.log_rows(keys)]
    assert told == [("", "resumed"), ("resumed", "")]


def test_all_companies_are_paused_together_and_only_those(connected: Home) -> None:
    first = connected.desk
    connected.doors.who = replace(connected.doors.who, businesses=(OTHER,))
    other = first.open_company(None)
    other.save_app_keys("app", "app-secret", CALLBACK)
    other.finish_sign_in(other.begin_sign_in(), f"{CALLBACK}?code=1")
    first.pause_everywhere(PauseFor.RESUMED)
    assert [company.paused for company in first.list_companies()] == [Pause(None), Pause(None)]
    other.resume_syncing()
    assert [c.slug for c in first.list_companies() if c.paused] == [first.slug]
    first.pause_everywhere(None)
    assert not any(company.paused for company in first.list_companies())


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-03-07T20:00:00-05:00", "2026-03-08T05:00:00Z"),
        ("2026-03-08T00:00:00-05:00", "2026-03-09T04:00:00Z"),  # a day of 23 hours
        ("2026-03-08T04:30:00+00:00", "2026-03-08T05:00:00Z"),  # elsewhere it is tomorrow already
    ],
)
def test_tomorrow_begins_where_the_business_is(now: str, until: str) -> None:
    made = make_pause(PauseFor.TOMORROW, datetime.fromisoformat(now), "America/New_York")
    assert spell_pause(made) == until
    assert read_pause(until) == made


@pytest.mark.parametrize("text", ["tomorrow", "2026-03-08", "2026-03-08T05:00:00", "x"])
def test_what_is_no_time_with_its_zone_is_no_pause(connected: Home, text: str) -> None:
    with pytest.raises(WrongUsage, match="paused_until"):
        connected.desk.change_setting("paused_until", text)
    assert connected.desk.status().paused is None
