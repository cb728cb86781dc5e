"""Syncs of the window run in a process of their own, which is stopped, killed and orphaned here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from fbrecon.app.reconcile import match_bank
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.ids import DepositId
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.money import Money
from fbrecon.errors import SyncBrokeOff, WrongUsage
from fbrecon.sync.progress import Cancelled, CancelToken, Progress, silent
from fbrecon.sync_process.process import SyncProcess
from tests.bench.matching_records import make_records
from tests.e2e.canary import Canary
from tests.sync_process.conftest import Stage


def test_a_sync_elsewhere_fills_the_file_and_reports_like_one_here(stage: Stage) -> None:
    seen: list[Progress] = []
    report = stage.desk.sync(CancelToken(), seen.append)
    assert report.outcome == "ok"
    assert report.resources["invoices"].new == stage.desk.status().counts["invoices"] > 0
    assert {"Customers", "Invoices"} <= {progress.stage.split(":")[0] for progress in seen}
    assert stage.desk.list_runs(1)[0].outcome == "ok"
    first = stage.process.pid
    assert first not in (None, os.getpid())
    stage.program.syncs_elsewhere = None
    here = stage.desk.sync(CancelToken(), silent)
    stage.program.syncs_elsewhere = stage.process
    there = stage.desk.sync(CancelToken(), silent)
    assert there.resources == here.resources
    assert stage.process.pid == first, "one process serves all syncs"


def test_an_error_elsewhere_is_the_error_here(stage: Stage) -> None:
    with pytest.raises(WrongUsage, match="no such part"):
        stage.process.sync(stage.desk.company.slug, CancelToken(), silent, only=("nonsense",))


def test_bank_lines_are_matched_elsewhere_like_here(stage: Stage) -> None:
    company = stage.desk.company
    lines, _, _ = make_records(300)
    company.stores.files.save_deposits(
        [
            Deposit(DepositId(line.id), line.on, Money(line.minor, "USD"), line.text, "", "")
            for line in lines
        ]
    )
    company.stores.bank.keep_not_ours(rule_of(lines[0].text), company.clock.now())
    there = stage.process.match_bank(company.slug)
    assert there == match_bank(company)
    assert len(there.findings) + len(there.not_ours) == len(lines) > 200
    with pytest.raises(Cancelled):
        stage.process.match_bank("removed-meanwhile")
    assert "removed-meanwhile" not in stage.program.shelf.list_slugs()


def test_no_secret_stands_in_its_arguments_or_environment(stage: Stage) -> None:
    canary = Canary()
    canary.know_sandbox(stage.sandbox)
    canary.know_vault(stage.program.shelf.secrets())
    stage.desk.sync(CancelToken(), silent)
    assert canary.look_at_children(os.getpid()) >= 2
    logs = stage.program.home / "logs"
    assert list(logs.iterdir())
    canary.look_into(logs)  # not into the company file: closing it would end SQLite's locks on it
    canary.check()


def test_a_stop_reaches_the_run_at_its_next_safe_point(stage: Stage) -> None:
    cancel = CancelToken()
    report = stage.desk.sync(cancel, lambda _progress: cancel.cancel(), full=True)
    assert report.outcome == "cancelled"
    assert stage.desk.sync(CancelToken(), silent).outcome == "ok"


def test_forbidding_to_write_stops_the_run_there(stage: Stage) -> None:
    def forbid(_progress: Progress) -> None:
        stage.desk.change_setting("auto_post", "off")

    assert stage.desk.sync(CancelToken(), forbid, full=True).outcome == "cancelled"
    stage.desk.change_setting("auto_post", "certain")


def test_a_run_that_nobody_waits_for_any_more_is_stopped(stage: Stage) -> None:
    def fail(_progress: Progress) -> None:
        raise ValueError

    with pytest.raises(ValueError):
        stage.desk.sync(CancelToken(), fail, full=True)
    stage.desk.sync(CancelToken(), silent)  # waits for that one's end, where it is not there yet
    assert "cancelled" in [run.outcome for run in stage.desk.list_runs(2)]


@pytest.mark.loud
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_process_that_is_killed_is_told_and_the_next_sync_starts_another(stage: Stage) -> None:
    first = stage.process.pid

    def kill(_progress: Progress) -> None:
        if stage.process.pid == first and first is not None:
            os.kill(first, signal.SIGKILL)

    with pytest.raises(SyncBrokeOff, match="ended in the middle"):
        stage.desk.sync(CancelToken(), kill, full=True)
    run = stage.desk.list_runs(1)[0]
    assert run.outcome == "failed", "nobody is shown a sync that no longer runs"
    assert run.finished_at is not None
    assert stage.desk.sync(CancelToken(), silent).outcome == "ok"
    assert stage.process.pid not in (None, first)


def test_closing_stops_a_run_at_a_safe_point_and_leaves_no_process(stage: Stage) -> None:
    process = SyncProcess.of(stage.program)
    stage.program.syncs_elsewhere = process
    pids: list[int | None] = []

    def close(_progress: Progress) -> None:
        if not pids:
            pids.append(process.pid)
            process.close()

    assert stage.desk.sync(CancelToken(), close, full=True).outcome == "cancelled"
    assert pids[0] is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)
    with pytest.raises(Cancelled):
        stage.desk.sync(CancelToken(), silent)
    stage.program.syncs_elsewhere = stage.process


ORPHAN = """
import sys, threading
from pathlib import Path
from fbrecon.bootstrap import Environment, Program
from fbrecon.errors import FbreconError
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync_process.process import SyncProcess

process = SyncProcess.of(Program(Environment(Path(sys.argv[1]), secrets="session")))
try:
    process.sync("nobody", CancelToken(), silent)
except FbreconError:
    print(process.pid, flush=True)
threading.Event().wait()
"""


def test_it_ends_with_the_window_however_that_ended(stage: Stage) -> None:
    home = stage.program.environment.home.parent / "orphan"
    with subprocess.Popen(
        [sys.executable, "-c", ORPHAN, str(home)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as window:
        assert window.stdout is not None
        assert window.stderr is not None
        assert int(window.stdout.readline()) != window.pid
        window.kill()
        # Both have this pipe: it ends when the last of them has.
        assert window.stderr.read() == b""
