"""Opens the desktop window without importing it: it is found through its entry point.

Also the window's background: the timetable's requests run one after another on a thread of their
own, each joining a sync that is under way.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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


class Window:
    """What the Qt layer needs of the program around it."""

    def __init__(self, program: Program, desk: CompanyDesk) -> None:
        self.desk = desk
        self.clock = program.clock
        self.layout_file: Path | None = program.home / "window.ini"
        self.allow_unsandboxed_sign_in = program.environment.allow_unsandboxed_sign_in
        self._lock = FileLock(program.home / "window.lock", mode=0o600, thread_local=False)
        self._cancel = CancelToken()
        self._runs = ThreadPoolExecutor(1, thread_name_prefix="scheduled sync")
        self._timetable = desk.timetable(self._request)

    def start_background(self) -> None:
        """Start the timetable."""
        self._timetable.start()

    def stop_background(self) -> None:
        """Stop the timetable and the sync that it may have started, at its next safe point."""
        self._cancel.cancel()
        self._timetable.stop()
        self._runs.shutdown(wait=True, cancel_futures=True)

    def lock_window(self) -> bool:
        """Whether this is the only window of this user."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def _request(self, parts: frozenset[str]) -> None:
        self._runs.submit(self._sync, parts)

    def _sync(self, parts: frozenset[str]) -> None:
        try:
            self.desk.sync(self._cancel, silent, only=tuple(sorted(parts)))
        except Cancelled:
            pass
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
