"""Opens the desktop window, and runs its background.

What a company's timetable asks for runs on a thread of its own, one
at a time for each company, and joins a sync that is under way.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from filelock import Timeout

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.bootstrap import Program
from fbrecon.errors import FbreconError
from fbrecon.start_at_login import LoginEntry
from fbrecon.sync.progress import Cancelled, CancelToken, silent
from fbrecon.sync.request import SCHEDULED
from fbrecon.sync_process.process import SyncProcess
from fbrecon.trial import SandboxTrial
from fbrecon.window_parts import find_window

log = logging.getLogger(__name__)

QUIT_WITHIN_SECONDS = 5.0


class Background:
    """The timetable of one company, and the one run that it asked for."""

    def __init__(self, desk: CompanyDesk) -> None:
        self.desk = desk
        self._cancel = CancelToken()  # of the run that was asked for last
        self._run: threading.Thread | None = None
        self._is_stopped = False
        self._timetable = desk.timetable(self._request, self.cancel_run)

    def start(self) -> None:
        """Start the timetable."""
        self._timetable.start()

    def cancel(self) -> None:
        """Ask the run to stop at its next safe point, and begin no other; returns at once."""
        self._is_stopped = True
        self.cancel_run()

    def cancel_run(self) -> None:
        """Ask the run to stop at its next safe point: syncing is paused, say."""
        self._cancel.cancel()

    def stop(self) -> None:
        """Stop the timetable and give a sync that it started a moment to reach a safe point.

        What is cut off after that is settled by reading at the next start.
        """
        self.cancel()
        self._timetable.stop()
        if self._run is not None:
            self._run.join(timeout=QUIT_WITHIN_SECONDS)

    def _request(self, parts: frozenset[str]) -> None:
        """Called by the timetable: start a sync unless the last one it asked for still runs."""
        if self._run is not None and self._run.is_alive():
            return
        cancel = self._cancel = CancelToken()
        if self._is_stopped:
            return  # asked just then: the token that was cancelled is no longer looked at
        self._run = threading.Thread(
            target=self._sync, args=(parts, cancel), name="scheduled sync", daemon=True
        )
        self._run.start()

    def _sync(self, parts: frozenset[str], cancel: CancelToken) -> None:
        try:
            only = tuple(sorted(parts))
            self.desk.sync(cancel, silent, only=only, reason=SCHEDULED)
        except Cancelled:
            log.info("a scheduled sync was stopped")
        except FbreconError as error:
            log.warning("scheduled sync: %s", error.sentence)


class Window:
    """What the Qt layer needs of the program around it.

    All companies of the user are kept up to date side by side, whichever is shown.
    """

    def __init__(
        self,
        program: Program,
        desk: CompanyDesk,
        *,
        is_named: bool = False,
        damage: tuple[str, str] | None = None,
        hidden: bool = False,
        login: LoginEntry | None = None,
    ) -> None:
        self.desk = desk
        self.starts_hidden = hidden
        self.login = login
        self.damage = damage
        self.may_open_last = not is_named
        self.clock = program.clock
        self.facts = program.facts()
        self.trial = SandboxTrial()
        self.layout_file: Path | None = program.home / "window.ini"
        self.allow_unsandboxed_sign_in = program.environment.allow_unsandboxed_sign_in
        self._program = program
        self._lock = threading.Lock()
        self._served: list[Background] = []
        self._is_stopped = False
        self._sync_process = SyncProcess.of(program)

    def start_background(self) -> None:
        """Start the timetable of every company; one that cannot be opened keeps none from it.

        From now on all syncs of this program run in a process of their own.
        """
        self._program.syncs_elsewhere = self._sync_process
        for slug in self._program.shelf.list_slugs():
            try:
                self._program.desk(slug)
            except FbreconError as error:
                log.warning("%s: %s", slug, error.sentence)
        self._program.desks.watch(self)

    def stop_background(self) -> None:
        """Stop them all, and give their syncs a moment."""
        with self._lock:
            self._is_stopped = True
            served, self._served = self._served, []
        for background in served:
            background.cancel()
        for background in served:
            background.stop()
        self._sync_process.close()

    def desk_opened(self, desk: CompanyDesk) -> None:
        """Serve this company, too."""
        with self._lock:
            if self._is_stopped:
                return
            background = Background(desk)
            self._served.append(background)
        background.start()

    def desk_closed(self, desk: CompanyDesk) -> None:
        """Serve it no more; returns when its timetable has ended."""
        with self._lock:
            gone = [background for background in self._served if background.desk is desk]
            self._served = [other for other in self._served if other not in gone]
        for background in gone:
            background.stop()

    def lock_window(self) -> bool:
        """Whether this is the only window of this user."""
        try:
            self._program.shelf.window.acquire(timeout=0)
        except Timeout:
            return False
        return True


def open_window(
    program: Program,
    desk: CompanyDesk,
    *,
    is_named: bool = False,
    damage: tuple[str, str] | None = None,
    hidden: bool = False,
    login: LoginEntry | None = None,
) -> int:
    """Show the window until it is closed; returns the exit code.

    `hidden`: it begins in the tray, where there is one. `login` is this person's entry that starts
    it when they sign in; without one the window does not offer that.
    `is_named`: the person asked for this very company, not for the one shown last. `damage` is a
    company whose file cannot be read, and what is wrong with it: a copy is offered.
    """
    window = Window(program, desk, is_named=is_named, damage=damage, hidden=hidden, login=login)
    return int(find_window()(window))
