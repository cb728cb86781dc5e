"""The job runner: one outcome each, on the GUI thread, and never after the owner is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from ui.jobs import JobHandle, JobRunner, Work

from .conftest import StandingClock


@pytest.fixture
def jobs(qtbot: QtBot, clock: StandingClock) -> Iterator[JobRunner]:
    runner = JobRunner(clock=clock)
    yield runner
    runner.shutdown()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


class Heard:
    """What a handle said, in order."""

    def __init__(self, handle: JobHandle) -> None:
        self.said: list[object] = []
        self.threads: set[bool] = set()
        handle.succeeded.connect(lambda value: self._add(("succeeded", value)))
        handle.failed.connect(lambda error: self._add(("failed", str(error))))
        handle.cancelled.connect(lambda: self._add("cancelled"))
        handle.progressed.connect(lambda progress: self._add(progress))
        handle.settled.connect(lambda: self._add("settled"))

    def _add(self, what: object) -> None:
        self.said.append(what)
        self.threads.add(QThread.isMainThread())


def wait(qtbot: QtBot, jobs: JobRunner) -> None:
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=5000)


def test_a_result_arrives_on_the_gui_thread_and_then_it_is_settled(
    qtbot: QtBot, jobs: JobRunner, owner: QObject
) -> None:
    ran_on_gui: list[bool] = []

    def work(_token: CancelToken, _report: ProgressFn) -> int:
        ran_on_gui.append(QThread.isMainThread())
        return 10**18  # more than 32 bits

    heard = Heard(jobs.submit(work, "net", owner))
    wait(qtbot, jobs)
    assert heard.said == [("succeeded", 10**18), "settled"]
    assert heard.threads == {True}
    assert ran_on_gui == [False]


def test_an_error_arrives_as_failed(qtbot: QtBot, jobs: JobRunner, owner: QObject) -> None:
    def work(_token: CancelToken, _report: ProgressFn) -> None:
        raise ValueError("odd row")

    heard = Heard(jobs.submit(work, "db", owner))
    wait(qtbot, jobs)
    assert heard.said == [("failed", "odd row"), "settled"]


def test_cancelled_work_says_so_once(qtbot: QtBot, jobs: JobRunner, owner: QObject) -> None:
    handle = jobs.submit(lambda token, _report: token.wait(60), "sync", owner)
    heard = Heard(handle)
    handle.cancel()
    wait(qtbot, jobs)
    assert heard.said == ["cancelled", "settled"]


def test_a_cancel_that_comes_too_late_does_not_hide_the_result(
    qtbot: QtBot, jobs: JobRunner, owner: QObject
) -> None:
    done = threading.Event()

    def work(_token: CancelToken, _report: ProgressFn) -> str:
        done.set()
        return "kept"

    handle = jobs.submit(work, "net", owner)
    heard = Heard(handle)
    assert done.wait(5)
    handle.cancel()
    wait(qtbot, jobs)
    assert heard.said == [("succeeded", "kept"), "settled"]


def test_nothing_arrives_after_the_owner_is_gone_and_its_work_is_cancelled(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    owner = QObject()
    stopped = threading.Event()

    def work(token: CancelToken, _report: ProgressFn) -> None:
        try:
            token.wait(60)
        finally:
            stopped.set()

    handle = jobs.submit(work, "net", owner)
    heard = Heard(handle)
    shiboken6.delete(owner)
    assert stopped.wait(5)
    wait(qtbot, jobs)
    assert heard.said == []
    assert not shiboken6.isValid(handle)


def test_the_database_lane_runs_one_after_the_other(
    qtbot: QtBot, jobs: JobRunner, owner: QObject
) -> None:
    order: list[int] = []

    def note(number: int) -> Work[None]:
        return lambda _token, _report: order.append(number)

    for number in range(20):
        jobs.submit(note(number), "db", owner)
    wait(qtbot, jobs)
    assert order == list(range(20))


def test_progress_is_passed_on_ten_times_a_second_and_the_last_one_always(
    qtbot: QtBot, jobs: JobRunner, owner: QObject, clock: StandingClock
) -> None:
    def work(_token: CancelToken, report: ProgressFn) -> None:
        for done in range(50):
            clock.seconds = done * 0.01
            report(Progress("Reading", done, 50))

    heard = Heard(jobs.submit(work, "net", owner))
    wait(qtbot, jobs)
    shown = [said.done for said in heard.said if isinstance(said, Progress)]
    assert shown[0] == 0
    assert shown[-1] == 49
    assert len(shown) <= 7
    assert heard.said[-2:] == [("succeeded", None), "settled"]


def test_shutdown_does_not_wait_and_delivers_nothing(qtbot: QtBot, owner: QObject) -> None:
    runner = JobRunner()
    ended = threading.Event()

    def work(token: CancelToken, _report: ProgressFn) -> None:
        try:
            token.wait(60)
        finally:
            ended.set()

    heard = Heard(runner.submit(work, "sync", owner))
    waiting = Heard(runner.submit(lambda _t, _r: None, "sync", owner))
    runner.shutdown()
    assert runner.is_idle
    assert ended.wait(5)
    late = Heard(runner.submit(lambda _t, _r: None, "net", owner))
    assert heard.said == waiting.said == late.said == []
