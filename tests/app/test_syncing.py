"""Running a sync: one at a time, joined by whoever asks, here or in another process."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from fbrecon.app.views import ConnectionState
from fbrecon.errors import NeedsPerson, SignInAgain, Unreachable, WrongUsage
from fbrecon.sync.progress import CancelToken, Progress, silent
from fbrecon.sync.report import SyncReport
from tests.app.bench import Home


def test_a_second_request_joins_the_running_one(connected: Home) -> None:
    joined: list[SyncReport] = []
    heard: list[Progress] = []
    listening = threading.Event()

    def second() -> None:
        def hear(progress: Progress) -> None:
            heard.append(progress)

        joined.append(connected.desk.sync(CancelToken(), hear))
        connected.desk.company.close()

    thread = threading.Thread(target=second)

    def point(what: str, number: int) -> None:
        if what == "customers" and not thread.ident:
            thread.start()
            runner = connected.desk._sync_runner()
            while not listening.is_set():
                running = runner._running
                if running is not None and len(running.listeners) == 2:
                    listening.set()
                listening.wait(0.005)

    connected.books.on_read = point
    report = connected.sync()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert joined == [report]
    assert heard
    run = connected.desk.company.stores.journal.find_run()
    assert run is not None
    assert run.number == 1  # one run, not two


def test_a_run_that_broke_makes_room_for_the_next(connected: Home) -> None:
    class BrokenError(Exception):
        pass

    def point(what: str, number: int) -> None:
        raise BrokenError

    connected.books.on_read = point
    with pytest.raises(BrokenError):
        connected.sync()
    connected.books.on_read = None
    assert connected.sync().outcome == "ok"


# ---- another process


class _OtherProcess:
    """Holds the sync lease as another fbrecon would, and lets go after some looks."""

    def __init__(self, home: Home, looks: int, finish: Callable[[], None]) -> None:
        self.left = looks
        self.finish = finish
        self.given_back = 0
        home.shelf.lease = lambda slug: self  # type: ignore[method-assign,assignment,return-value]

    def try_take(self, seconds: float) -> bool:
        del seconds
        if self.left == 0:
            self.finish()
        self.left -= 1
        return self.left < 0

    def give_back(self) -> None:
        self.given_back += 1


def test_a_run_in_another_process_is_waited_for_and_its_report_given(connected: Home) -> None:
    report = connected.sync()
    journal = connected.desk.company.stores.journal
    journal.begin_run("elsewhere", connected.clock.now())
    told: list[str] = []

    def finish() -> None:
        theirs = report.dump().replace(report.run_id, "run_2")
        journal.end_run(2, "ok", connected.clock.now(), "Done elsewhere.", theirs)

    other = _OtherProcess(connected, 3, finish)
    requests = connected.books.requests_made
    got = connected.desk.sync(CancelToken(), lambda p: told.append(p.stage))
    assert got.run_id == "run_2"
    assert other.given_back == 1
    assert connected.books.requests_made == requests
    assert "Another" in told[0]


def test_a_run_that_begins_after_the_lease_was_taken_is_the_one_reported(connected: Home) -> None:
    report = connected.sync()  # an older run, finished long ago
    journal = connected.desk.company.stores.journal

    def finish() -> None:
        number = journal.begin_run("elsewhere", connected.clock.now())
        theirs = report.dump().replace(report.run_id, f"run_{number}")
        journal.end_run(number, "ok", connected.clock.now(), "Done elsewhere.", theirs)

    _OtherProcess(connected, 2, finish)
    assert connected.sync().run_id == "run_2"


def test_another_process_that_takes_too_long_is_exit_4(connected: Home) -> None:
    connected.sync()
    _OtherProcess(connected, 100_000, lambda: None)
    with pytest.raises(Unreachable) as waiting:
        connected.sync()
    assert waiting.value.exit_code == 4
    assert "Another" in waiting.value.message


def test_another_process_that_died_is_exit_4_and_the_next_sync_runs(connected: Home) -> None:
    connected.sync()
    real = connected.shelf.lease
    connected.desk.company.stores.journal.begin_run("elsewhere", connected.clock.now())
    _OtherProcess(connected, 2, lambda: None)
    with pytest.raises(Unreachable, match="did not finish"):
        connected.sync()
    connected.shelf.lease = real  # type: ignore[method-assign]
    assert connected.sync().outcome == "ok"


def test_the_real_lease_keeps_a_second_process_out(connected: Home, tmp_path: Path) -> None:
    lease = connected.shelf.lease(connected.desk.company.slug)
    assert lease.try_take(0)
    assert not connected.shelf.lease(connected.desk.company.slug).try_take(0)
    lease.give_back()
    assert connected.sync().outcome == "ok"


# ---- what is asked for


def test_without_freshbooks_there_is_no_sync(home: Home) -> None:
    with pytest.raises(NeedsPerson) as refused:
        home.sync()
    assert refused.value.exit_code == 3


def test_an_unknown_part_is_refused_with_all_names(connected: Home) -> None:
    with pytest.raises(WrongUsage, match="accounts, customers, invoices, lines, payments"):
        connected.sync("everything")


def test_a_company_file_is_backed_up_once_a_day(connected: Home) -> None:
    for _ in range(2):
        connected.sync()
        connected.clock.advance(60)
    connected.clock.advance(86_400)
    connected.sync()
    assert len(list(connected.folder.rglob("backups/*.db"))) == 2


@pytest.mark.loud
def test_a_sign_in_that_ended_is_told_until_it_works_again(connected: Home) -> None:
    def signed_out(what: str, number: int) -> None:
        raise SignInAgain("Sign in again", "FreshBooks ended the sign-in.")

    connected.books.on_read = signed_out
    report = connected.sync()
    assert report.outcome == "failed"
    assert connected.desk.status().freshbooks is ConnectionState.RECONNECT
    assert "sign_in_again" in connected.kinds()
    connected.books.on_read = None
    connected.sync()
    assert connected.desk.status().freshbooks is ConnectionState.CONNECTED
    assert "sign_in_again" not in connected.kinds()


@pytest.mark.loud
def test_a_key_that_ended_is_told_until_it_works_again(connected: Home) -> None:
    connected.sync()
    connected.doors.wrong_keys.add("key-1")
    connected.sync()
    assert connected.desk.status().platform is ConnectionState.RECONNECT
    assert "platform_key" in connected.kinds()
    connected.doors.wrong_keys.clear()
    connected.sync()
    assert "platform_key" not in connected.kinds()


def test_a_person_stops_a_run_that_somebody_else_joined(connected: Home) -> None:
    """Whoever joined may stop it too."""
    joined_cancel = CancelToken()
    outcome: list[str] = []
    ready = threading.Event()

    def second() -> None:
        outcome.append(connected.desk.sync(joined_cancel, silent).outcome)
        connected.desk.company.close()

    thread = threading.Thread(target=second)

    def point(what: str, number: int) -> None:
        if what == "customers" and not thread.ident:
            thread.start()
            joined_cancel.cancel()
            running = connected.desk._sync_runner()._running
            assert running is not None
            while not running.cancel.is_cancelled:
                ready.wait(0.005)

    connected.books.on_read = point
    report = connected.sync()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert (report.outcome, outcome) == ("cancelled", ["cancelled"])


def test_the_status_shows_how_far_a_run_has_come_whoever_asked_for_it(connected: Home) -> None:
    connected.books.page_size = 1
    for _ in range(6):
        connected.books.add_invoice(100)
    seen: list[Progress] = []

    def page(what: str, number: int) -> None:
        connected.clock.advance(2)
        progress = connected.desk.status().progress
        if progress is not None and what == "invoices":
            seen.append(progress)

    connected.books.on_read = page
    connected.sync()
    paced = [p for p in seen if p.stage == "Invoices: the last 12 months" and p.rate is not None]
    assert [(p.done, p.total, p.rate, p.seconds_left) for p in paced[:2]] == [
        (3, 6, 0.5, 6.0),
        (4, 6, 0.5, 4.0),
    ]
    assert connected.desk.status().progress is None
