"""The sync that a person started from this window: start, progress, cancel, result."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fbrecon.app.desk import Desk
from fbrecon.app.views import SyncReport
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn

from .events import Change, Events
from .jobs import JobHandle, JobRunner


class SyncControl(QObject):
    """One run at a time. `state_changed` whenever it starts, moves, is being stopped or ends."""

    state_changed = Signal()
    finished = Signal(object)  # a SyncReport
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: JobRunner, events: Events, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._events = events
        self._handle: JobHandle | None = None
        self.progress: Progress | None = None
        self.is_stopping = False

    @property
    def is_running(self) -> bool:
        """Whether a run that was started here is under way."""
        return self._handle is not None

    def start(self, preview: str = "") -> None:
        """Sync now; nothing happens if a run from here is under way already.

        With a preview's token only what that preview showed is written.
        """
        if self._handle is not None:
            return
        desk = self._desk

        def work(token: CancelToken, report: ProgressFn) -> SyncReport:
            return desk.sync(token, report, preview=preview)

        handle = self._jobs.submit(work, "sync", self)
        handle.progressed.connect(self._progressed)
        handle.succeeded.connect(self.finished)
        handle.failed.connect(self.failed)
        handle.settled.connect(self._settled)
        self._handle = handle
        self.progress = None
        self.is_stopping = False
        self.state_changed.emit()

    def cancel(self) -> None:
        """Stop at the next safe point; what was finished stays finished."""
        if self._handle is not None:
            self.is_stopping = True
            self._handle.cancel()
            self.state_changed.emit()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.state_changed.emit()

    def _settled(self) -> None:
        self._handle = None
        self.progress = None
        self.is_stopping = False
        self.state_changed.emit()
        self._events.announce(Change.everything())
