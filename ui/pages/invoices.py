"""Invoices: all of them, windowed, with one in detail beneath."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from fbrecon.app.views import ConnectionState, InvoiceDetail, TableQuery
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, hotkeys
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..jobs import JobHandle
from ..status_watch import StatusWatch
from ..tables import words
from ..tables.invoice_columns import invoice_columns
from ..tables.window_model import WindowModel
from .invoice_detail import InvoiceDetailView
from .table_page import TablePage

_DETAIL_MS = 60


class InvoicesPage(TablePage):
    """The table, and the detail of the current row a moment after the arrow keys rest."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        statuses = ("draft", "open", "partial", "paid", "disputed")
        states = [("", formats.tr("All states"))]
        states += [(status, words.invoice_status(status)[0]) for status in statuses]
        desk = context.desk
        self._view = InvoiceDetailView(context, actions)
        super().__init__(
            context,
            actions,
            watch,
            title=formats.tr("Invoices"),
            name="invoices",
            change=Change.INVOICES,
            placeholder=formats.tr("Number or customer"),
            states=states,
            make_model=lambda page: WindowModel(
                context.jobs,
                invoice_columns(),
                desk.invoice_ids,
                desk.invoice_rows,
                TableQuery(sort="create_date", descending=True),
                page,
            ),
            detail=self._view,
        )
        self._key: int | None = None
        self._job: JobHandle | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DETAIL_MS)
        self._soon.timeout.connect(self._read_detail)
        self.model.was_reset.connect(self._reread)
        shortcut = QShortcut(QKeySequence(hotkeys.OPEN_IN_FRESHBOOKS), self)
        shortcut.activated.connect(self._open_current)

    def show_current(self, key: Any) -> None:
        """Read the detail of that row shortly."""
        self._key = key
        if key is None:
            self.detail.hide()
        else:
            self._soon.start()

    def empty_words(self) -> tuple[str, str, str]:
        """Before the connection, and before the first rows."""
        status = self.watch.status
        if status is None or status.freshbooks is ConnectionState.NOT_CONNECTED:
            return (
                self.tr("No invoices yet"),
                self.tr("Connect FreshBooks, and your invoices appear here."),
                self.tr("Go to Home"),
            )
        return (
            self.tr("No invoices yet"),
            self.tr("They appear here as the first copy reads them, or once you make one."),
            "",
        )

    def _reread(self) -> None:
        if self._key is not None and not self.detail.isHidden():
            self._soon.start()

    def read_detail_now(self) -> None:
        """Do not wait for the arrow keys to rest."""
        self._soon.stop()
        self._read_detail()

    def _read_detail(self) -> None:
        key = self._key
        if key is None:
            return
        if self._job is not None:
            self._job.cancel()
        desk = self.context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> InvoiceDetail:
            return desk.invoice_detail(key)

        def show(detail: InvoiceDetail) -> None:
            if key == self._key:
                self._view.show_invoice(detail)
                self.detail.show()

        def fail(error: object) -> None:
            if key == self._key:
                self._view.show_error(error)
                self.detail.show()

        job = self.context.run(work, lane="db", owner=self, then=show, otherwise=fail)
        job.settled.connect(self._forget_job)
        self._job = job

    def _forget_job(self) -> None:
        self._job = None

    def _open_current(self) -> None:
        if not self.detail.isHidden() and not self._view.open.isHidden():
            self._view.open.click()
