"""Matching all bank lines anew beside the window, never twice at once, and what it came to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fbrecon.app.views import CertainLines, Reconciliation
from fbrecon.sync.progress import CancelToken, ProgressFn

from ..context import Context


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

    def refresh(self) -> None:
        """Match now; where that is under way, once more after it."""
        self.is_stale = True
        if self.is_busy:
            return
        self.is_stale = False
        self.is_busy = True
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Reconciliation, CertainLines]:
            return desk.reconcile(), desk.certain_lines()

        # Not in the lane of the tables: very many lines take half a minute.
        handle = self._context.run(
            work, lane="net", owner=self._page, then=self._show, otherwise=self.failed.emit
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
