"""Matching all bank lines anew beside the window, never twice at once, and what it came to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fbrecon.app.views import CertainLines, Reconciliation
from fbrecon.sync.progress import CancelToken, ProgressFn

from ..context import Context

_AT_ONCE_SECONDS: Final = 0.3
_LONGEST_REST_MS: Final = 10_000


class BankWatch(QObject):
    """`counted` when everything was matched anew; `counts` and `certain` are what is known then."""

    counted = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.counts: Reconciliation | None = None
        self.certain: CertainLines | None = None
        self.is_stale = True
        self.is_busy = False
        self._took = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._match)

    @property
    def is_coming(self) -> bool:
        """Whether everything is being matched, or will be soon."""
        return self.is_busy or self._rest.isActive()

    def refresh(self) -> None:
        """Match; where that is under way, once more after it.

        Where it takes long, not before the person has rested as long, ten seconds at the most: it
        would be out of date with the next decision, and keeps the window from the processor.
        """
        self.is_stale = True
        if self.is_busy:
            return
        if self._took < _AT_ONCE_SECONDS:
            self._match()
        else:
            self._rest.start(min(int(self._took * 1000), _LONGEST_REST_MS))

    def refresh_now(self) -> None:
        """Match at once: somebody has just come to look."""
        self._took = 0.0
        self._rest.stop()
        self.refresh()

    def _match(self) -> None:
        self.is_stale = False
        self.is_busy = True
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Reconciliation, CertainLines]:
            return desk.reconcile(), desk.certain_lines()

        began = self._context.clock.monotonic()

        def show(found: tuple[Reconciliation, CertainLines]) -> None:
            self._took = self._context.clock.monotonic() - began
            self._show(found)

        # Not in the lane of the tables: very many lines take half a minute.
        handle = self._context.run(
            work, lane="look", owner=self._page, then=show, otherwise=self.failed.emit
        )
        handle.settled.connect(self._settled)

    def _show(self, found: tuple[Reconciliation, CertainLines]) -> None:
        self.counts, self.certain = found
        self.is_busy = self.is_stale
        self.counted.emit()

    def _settled(self) -> None:
        self.is_busy = False
        if self.is_stale:
            self.refresh()
