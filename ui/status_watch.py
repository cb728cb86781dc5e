"""Keeps the last `StatusView` and tells the pages when something moved, whoever moved it.

Syncs also run on the timetable and from the command line, so the company file is asked every few
seconds rather than trusting that the window caused every change.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fbrecon.app.desk import Desk
from fbrecon.app.views import StatusView
from fbrecon.sync.progress import CancelToken, ProgressFn

from .events import Change, Events
from .jobs import JobRunner

_EVERY_MS: Final = 5000
_WHILE_RUNNING_MS: Final = 1500


class StatusWatch(QObject):
    """`updated(StatusView)` after each successful read, `failed(object)` after a failed one."""

    updated = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: JobRunner, events: Events, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._events = events
        self._reading = False
        self._again = False
        self.status: StatusView | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.read)
        events.changed.connect(self._changed)

    def start(self) -> None:
        """Read now, and then every few seconds."""
        self._timer.start()
        self.read()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()

    def read(self) -> None:
        """Read the status now, or once more after the read that is under way."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        desk = self._desk

        def work(_token: CancelToken, _report: ProgressFn) -> StatusView:
            return desk.status()

        handle = self._jobs.submit(work, "look", self)
        handle.succeeded.connect(self._show)
        handle.failed.connect(self.failed)
        handle.settled.connect(self._settled)

    def _settled(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self.read()

    def _changed(self, change: Change) -> None:
        if Change.STATUS in change:
            self.read()

    def _show(self, status: StatusView) -> None:
        before, self.status = self.status, status
        running = status.last_run is not None and status.last_run.outcome == "running"
        self._timer.setInterval(_WHILE_RUNNING_MS if running else _EVERY_MS)
        self.updated.emit(status)
        if before is not None:
            moved = _moved(before, status)
            if moved:
                self._events.announce(moved)


def _moved(before: StatusView, after: StatusView) -> Change:
    """What the tables have to read again; the status itself was just shown."""
    moved = Change(0)
    if before.counts != after.counts or before.last_run != after.last_run:
        moved |= Change.INVOICES | Change.PAYMENTS | Change.ATTENTION
    if before.attention != after.attention:
        moved |= Change.ATTENTION
    if before.roles != after.roles:
        moved |= Change.ACCOUNTS
    return moved
