"""What every counter of the desk stands on: the company, once there is one."""

from __future__ import annotations

import threading
from collections.abc import Callable

from fbrecon.app.bank_board import BankBoard
from fbrecon.app.company import Company, not_connected
from fbrecon.app.connect import Connector
from fbrecon.app.ports import Doors, Shelf, SyncsElsewhere, nowhere_else
from fbrecon.app.second_thoughts import SecondThoughts
from fbrecon.app.sync import SyncRunner
from fbrecon.clock import Clock
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.preflights import Inline, Readers


class DeskBase:
    """The company of a desk and the one runner of its syncs. Safe for all threads."""

    def __init__(
        self,
        shelf: Shelf,
        doors: Doors,
        clock: Clock,
        slug: str | None,
        crash: CrashPoint = no_crash,
        readers: Readers = Inline,
        elsewhere: Callable[[], SyncsElsewhere | None] = nowhere_else,
    ) -> None:
        """`readers` gives the threads that read ahead of what is sent, `elsewhere` who syncs."""
        self._shelf = shelf
        self._doors = doors
        self._clock = clock
        self._crash = crash
        self._readers = readers
        self._elsewhere = elsewhere
        self._lock = threading.RLock()
        company = None if slug is None else Company(slug, shelf, doors, clock)
        self._connector = Connector(shelf, doors, clock, company)
        self._runner: SyncRunner | None = None
        self._second_thoughts = SecondThoughts()
        self._board_: BankBoard | None = None

    def find_company(self) -> Company | None:
        """The company, None before one was connected."""
        return self._connector.company

    @property
    def slug(self) -> str | None:
        """The company's folder name, None before one was connected."""
        company = self._connector.company
        return None if company is None else company.slug

    @property
    def company(self) -> Company:
        """The company; raises `NeedsPerson` before one was connected."""
        company = self._connector.company
        if company is None:
            raise not_connected("FreshBooks")
        return company

    def _board(self) -> BankBoard:
        """What is known of this company's bank lines."""
        with self._lock:
            if self._board_ is None or self._board_.company is not self.company:
                self._board_ = BankBoard(self.company, self._elsewhere)
            return self._board_

    def _sync_runner(self) -> SyncRunner:
        with self._lock:
            if self._runner is None:
                self._runner = SyncRunner(self.company, self._crash, self._readers, self._elsewhere)
            return self._runner

    def _stop_writing(self) -> None:
        """What was just forbidden must not go on in a run that began when it was allowed."""
        with self._lock:
            if self._runner is not None:
                self._runner.stop()
