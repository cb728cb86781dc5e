"""The window's own thread while a first copy is made: how long it is kept from the next event.

The sandbox runs as a process of its own; program, window and table are the real ones, offscreen. A
timer of four milliseconds scrolls the table of invoices; a gap is the time between the ends of two
of its calls. First while everything is read, then with nothing else to do. Judged is the 99th
percentile. On a shared machine others have the processor, too: where the system tells how long the
thread was ready and had none, each gap is told without that as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.bench.part import Figure, Part

_FULL: Final = 50_000
_IDLE_SECONDS: Final = 3.0
_BEAT_MS: Final = 4


def measure(scale: float) -> list[Figure]:
    """In a process of its own, which has the window."""
    invoices = max(40, int(_FULL * scale))
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_thread", str(invoices), str(min(scale, 1.0))],
        stdout=subprocess.PIPE, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    name = f"gap of the window's thread, {invoices:,} invoices read in {found['took']:.0f} s"
    return [
        Figure(
            f"{name}, 99th percentile of {found['beats']}", found["busy_99"],
            "with nothing else to do", found["idle_99"], most_seconds=0.0167, most_ratio=2,
        ),
        Figure(
            f"{name}, without the time that it waited for a processor, 99th percentile",
            found["served_99"], "with nothing else to do", found["idle_99"],
            most_seconds=0.0167, most_ratio=2,
        ),
        Figure(
            f"{name}, the longest without that",
            found["served_most"], "with nothing else to do", found["idle_most"], most_seconds=0.05,
        ),
        Figure(
            f"{name}, the part of it that this thread itself reckoned, 99th percentile",
            max(found["own_99"], 1e-6), "the whole gap", found["busy_99"],
        ),
        Figure(
            f"{name}, the longest ({found['own_most'] * 1000:.0f} ms of it its own)",
            found["busy_most"],
            "with nothing else to do", found["idle_most"],
        ),
    ]  # fmt: skip


@contextmanager
def _sandbox(invoices: int) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "fbrecon", "sandbox", "--seed", "7"]
    command += ["--invoices", str(invoices)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


def _connect(desk: Any, told: dict[str, Any]) -> None:
    from fbrecon.sandbox.visitor import sign_in

    app, platform = told["freshbooks"], told["platform"]
    desk.save_app_keys(app["client_id"], app["client_secret"], app["redirect_uri"])
    attempt = desk.begin_sign_in()
    url = sign_in(attempt.authorize_url, app["email"], app["password"])
    result = desk.finish_sign_in(attempt, url)
    if result.business is None:
        desk.choose_business(result.choose_from[0].id)
    desk.connect_platform(platform["client_id"], platform["client_secret"])


def _probe(invoices: int, scale: float) -> dict[str, Any]:
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from fbrecon.bootstrap import Environment, Program
    from fbrecon.sync_process.process import SyncProcess
    from ui.app import build_window, keep_out_of_collections, make_application, settle

    make_application()
    with TemporaryDirectory() as folder, _sandbox(invoices) as told:
        program = Program(
            Environment(
                home=Path(folder),
                freshbooks_api=told["freshbooks_api"],
                freshbooks_auth=told["freshbooks_auth"],
                platform_api=told["platform_api"],
                secrets="session",
                test_clock=f"{told['controls']}/clock",
            )
        )
        desk = program.desk(None)
        _connect(desk, told)
        elsewhere = program.syncs_elsewhere = SyncProcess.of(program)
        window = build_window(desk, clock=program.clock)
        window.resize(1240, 820)
        window.show()
        window.show_page("invoices")
        settle(window.context.jobs)
        gaps: list[float] = []
        own: list[float] = []  # of each gap, what this thread itself reckoned
        served: list[float] = []  # of each gap, all but waiting for a processor
        last = [0.0, 0.0, 0.0]
        bar = window.invoices.table.verticalScrollBar()

        def beat() -> None:
            bar.setValue((bar.value() + 108) % max(bar.maximum(), 1))
            now, reckoned, waited = time.perf_counter(), time.thread_time(), _waited()
            if last[0]:
                gaps.append(now - last[0])
                own.append(reckoned - last[1])
                served.append(now - last[0] - (waited - last[2]))
            last[:] = now, reckoned, waited

        timer = QTimer(window)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(_BEAT_MS)
        timer.timeout.connect(beat)
        loop = QEventLoop()
        timer.start()
        keep_out_of_collections()  # as the program does some seconds after its start
        window.sync.finished.connect(loop.quit)
        window.sync.failed.connect(loop.quit)
        began = time.perf_counter()
        window.sync.start()
        loop.exec()
        took = time.perf_counter() - began
        timer.stop()
        settle(window.context.jobs)
        busy, busy_own, busy_served = sorted(gaps), sorted(own), sorted(served)
        gaps[:], own[:], served[:], last[0] = [], [], [], 0.0
        timer.start()
        QTimer.singleShot(int(_IDLE_SECONDS * 1000 * max(scale, 0.1)), loop.quit)
        loop.exec()
        timer.stop()
        idle = sorted(served)
        window.close()
        window.context.jobs.shutdown()
        elsewhere.close()
    return {
        "idle_99": _percentile(idle), "idle_most": idle[-1], "took": took, "beats": len(busy),
        "own_99": _percentile(busy_own), "own_most": busy_own[-1],
        "served_99": _percentile(busy_served), "served_most": busy_served[-1],
        "busy_99": _percentile(busy), "busy_most": busy[-1],
    }  # fmt: skip


def _waited() -> float:
    """Seconds for which this thread was ready and had no processor; 0 where nothing tells."""
    try:
        told = Path("/proc/thread-self/schedstat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(told.split()[1]) / 1e9


def _percentile(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


PARTS = (Part("window thread", measure),)

if __name__ == "__main__":
    print(json.dumps(_probe(int(sys.argv[1]), float(sys.argv[2]))))
