"""Opens the desktop window without importing it: it is found through its entry point.

Also the window's background: what the timetable asks for runs on a thread of its own, one at a
time, and joins a sync that is under way.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.bootstrap import Program
from fbrecon.errors import FbreconError
from fbrecon.sync.progress import Cancelled, CancelToken, silent

log = logging.getLogger(__name__)

GROUP = "fbrecon.window"
QUIT_WITHIN_SECONDS = 5.0


class Window:
    """What the Qt layer needs of the program around it."""

    def __init__(self, program: Program, desk: CompanyDesk) -> None:
        self.desk = desk
        self.clock = program.clock
        self.layout_file: Path | None = program.home / "window.ini"
        self.allow_unsandboxed_sign_in = program.environment.allow_unsandboxed_sign_in
        self._lock = FileLock(program.home / "window.lock", mode=0o600, thread_local=False)
        self._cancel = CancelToken()
        self._run: threading.Thread | None = None
        self._timetable = desk.timetable(self._request)

    def start_background(self) -> None:
        """Start the timetable."""
        self._timetable.start()

    def stop_background(self) -> None:
        """Stop the timetable and give a sync that it started a moment to reach a safe point.

        What is cut off after that is settled by reading at the next start.
        """
        self._cancel.cancel()
        self._timetable.stop()
        if self._run is not None:
            self._run.join(timeout=QUIT_WITHIN_SECONDS)

    def lock_window(self) -> bool:
        """Whether this is the only window of this user."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def _request(self, parts: frozenset[str]) -> None:
        """Called by the timetable: start a sync unless the last one it asked for still runs."""
        if self._run is not None and self._run.is_alive():
            return
        self._run = threading.Thread(
            target=self._sync, args=(parts,), name="scheduled sync", daemon=True
        )
        self._run.start()

    def _sync(self, parts: frozenset[str]) -> None:
        try:
            self.desk.sync(self._cancel, silent, only=tuple(sorted(parts)))
        except Cancelled:
            log.info("a scheduled sync was stopped")
        except FbreconError as error:
            log.warning("scheduled sync: %s", error.sentence)


def find_window(name: str = "qt") -> Callable[..., Any]:
    """An entry point of the window; raises `FbreconError` where it is not installed."""
    for point in entry_points(group=GROUP):
        if point.name == name:
            try:
                return point.load()  # type: ignore[no-any-return]
            except ImportError as error:
                raise FbreconError(
                    "The window cannot start here",
                    f"A library that it needs is missing: {error}.",
                    "Install the packages that the README lists; the commands work without it.",
                ) from error
    raise FbreconError(
        "The window is not installed",
        "This installation has only the command line.",
        "Install fbrecon again with its window.",
    )


def open_window(program: Program, desk: CompanyDesk) -> int:
    """Show the window until it is closed; returns the exit code."""
    window = Window(program, desk)
    return int(find_window()(window))
