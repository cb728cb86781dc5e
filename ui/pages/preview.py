"""Preview: each write of the next sync, each invoice afterwards, the balances; then just that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fbrecon.app.papers import Preview, PreviewedWrite
from fbrecon.app.preview import PreviewChanged
from fbrecon.app.views import SyncReport
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import said

from .. import formats, metrics
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..tables import words
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.page import Page, scroll
from ..widgets.plain_label import Pill, PlainLabel

_MOST_WRITES = 200
_TOP = Qt.AlignmentFlag.AlignTop


class PreviewPage(Page):
    """Made anew when it is shown and whenever something changed; applying goes by its token."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Preview"), parent)
        self._context = context
        self._actions = actions
        self._is_stale = True
        self._is_reading = False
        self._is_applying = False
        self._preview: Preview | None = None
        self.again = Button(
            self.tr("Look again"), theme=context.theme, icon="sync", on_click=self._read
        )
        self.apply = Button(
            self.tr("Write this"),
            role="primary",
            theme=context.theme,
            icon="check",
            on_click=self._apply,
        )
        self.apply.setToolTip(
            self.tr("Reads both services first, and writes only what is shown here.")
        )
        self.header_actions.addWidget(self.again)
        self.header_actions.addWidget(self.apply)
        self.banner = Banner(context.theme)
        self.empty = EmptyState(context.theme, "check-circle")
        self.empty.button.clicked.connect(lambda: actions.show_page("home"))
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self.area = scroll(self._content)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        self.layout_.addWidget(self.banner)
        self.layout_.addWidget(self.stack, 1)
        self._enable()
        context.events.changed.connect(self._changed)
        actions.sync.state_changed.connect(self._enable)
        actions.sync.finished.connect(self._applied)
        actions.sync.failed.connect(self._not_applied)

    def page_shown(self) -> None:
        """Make it anew where something changed while the page was behind."""
        if self._is_stale:
            self._read()

    def _changed(self, change: Change) -> None:
        if change & (Change.PAYMENTS | Change.INVOICES | Change.SETTINGS | Change.ACCOUNTS):
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        if self._is_reading:
            return
        self._is_stale = False
        self._is_reading = True
        if self._preview is None:
            self.empty.wait()
            self.stack.setCurrentWidget(self.empty)
        self._enable()
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> Preview:
            return desk.preview()

        # Not in the lane of the tables: a large company takes a moment.
        handle = self._context.run(
            work, lane="net", owner=self, then=self.show_preview, otherwise=self._failed
        )
        handle.settled.connect(self._settled)

    def _settled(self) -> None:
        self._is_reading = False
        self._enable()
        if self._is_stale and self.isVisible():
            self._read()

    def _failed(self, error: object) -> None:
        self._preview = None
        self.subtitle.setText("")
        title = str(getattr(error, "title", "")) or self.tr("There is no preview")
        message = " ".join(
            str(getattr(error, part, ""))
            for part in ("message", "hint")
            if getattr(error, part, "")
        )
        self.empty.tell(title, message, button=self.tr("Go to Home"), icon="alert")
        self.stack.setCurrentWidget(self.empty)
        self._enable()

    def _enable(self) -> None:
        busy = self._actions.sync.is_running or self._is_reading
        has_writes = self._preview is not None and bool(self._preview.writes)
        self.apply.setVisible(has_writes)
        self.apply.setEnabled(has_writes and not busy)
        self.again.setEnabled(not busy)

    # Painting.

    def show_preview(self, preview: Preview) -> None:
        """Paint it."""
        self._preview = preview
        read = self.tr("never")
        if preview.as_of is not None:
            read = formats.relative(preview.as_of, self._context.clock.now())
        self.subtitle.setText(
            self.tr("What the next sync would write, from what was read {when}.").format(when=read)
        )
        if not preview.writes and not preview.waiting:
            self.empty.tell(self.tr("Nothing to write"), said(preview.note), icon="check-circle")
            self.empty.button.hide()
            self.stack.setCurrentWidget(self.empty)
            self._enable()
            return
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_4)
        if preview.note:
            column.addWidget(PlainLabel(said(preview.note), role="muted", wrap=True))
        if preview.writes:
            column.addWidget(self._writes(preview))
        if preview.balances:
            column.addWidget(self._balances(preview))
        if preview.waiting:
            column.addWidget(self._waiting(preview))
        column.addStretch(1)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        self.stack.setCurrentWidget(self.area)
        self._enable()

    def _writes(self, preview: Preview) -> Card:
        count = formats.counted(len(preview.writes), self.tr("{n} write"), self.tr("{n} writes"))
        card = Card(self._context.theme, "write", count)
        for write in preview.writes[:_MOST_WRITES]:
            card.body.addLayout(self._write(write))
        hidden = len(preview.writes) - _MOST_WRITES
        if hidden > 0:
            more = formats.counted(hidden, self.tr("and {n} more"), self.tr("and {n} more"))
            card.body.addWidget(PlainLabel(more, role="muted"))
        return card

    def _write(self, write: PreviewedWrite) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_3)
        head.addWidget(PlainLabel(write.subject, role="strong", wrap=True, selectable=True), 1)
        change = write.invoice
        if change is not None and change.outstanding_before != change.outstanding_after:
            head.addWidget(Pill(*words.invoice_status(change.status_after)), 0, _TOP)
        row = QVBoxLayout()
        row.setSpacing(2)
        row.setContentsMargins(0, metrics.SPACE_1, 0, metrics.SPACE_1)
        row.addLayout(head)
        told = said(write.reason)
        if change is not None and change.outstanding_before != change.outstanding_after:
            told += "  " + self.tr("Invoice {number}: {before} \u2192 {after} outstanding.").format(
                number=change.number,
                before=formats.money(change.outstanding_before),
                after=formats.money(change.outstanding_after),
            )
        row.addWidget(PlainLabel(told, role="muted", wrap=True))
        if write.undo != "yes":
            way = self.tr("Cannot simply be undone: {why}").format(why=write.way_back)
            row.addWidget(PlainLabel(way, role="small", wrap=True))
        return row

    def _balances(self, preview: Preview) -> Card:
        card = Card(self._context.theme, "accounts", self.tr("Balances"))
        grid = titled_grid((self.tr("Account"), self.tr("Before"), self.tr("After")))
        for row, balance in enumerate(preview.balances):
            name = PlainLabel(balance.account, wrap=True)
            basis = PlainLabel(balance.basis, role="small", wrap=True)
            grid.addWidget(name, 2 + 2 * row, 0)
            grid.addWidget(PlainLabel(formats.money(balance.before)), 2 + 2 * row, 1, RIGHT)
            after = PlainLabel(
                formats.money(balance.after),
                role="strong" if balance.before != balance.after else "",
            )
            grid.addWidget(after, 2 + 2 * row, 2, RIGHT)
            grid.addWidget(basis, 3 + 2 * row, 0, 1, 3)
        card.body.addLayout(grid)
        return card

    def _waiting(self, preview: Preview) -> Card:
        title = formats.counted(
            len(preview.waiting),
            self.tr("{n} thing waits and is not written"),
            self.tr("{n} things wait and are not written"),
        )
        card = Card(self._context.theme, "attention", title, role="warning")
        for waiting in preview.waiting[:_MOST_WRITES]:
            card.body.addWidget(PlainLabel(waiting.subject, role="strong", wrap=True))
            card.body.addWidget(PlainLabel(said(waiting.reason), role="muted", wrap=True))
        card.action_row.addWidget(
            Button(
                self.tr("See what needs you"),
                theme=self._context.theme,
                icon="attention",
                on_click=lambda: self._actions.show_page("attention"),
            )
        )
        return card

    # Applying.

    def _apply(self) -> None:
        if self._preview is None:
            return
        self.banner.hide()
        self._is_applying = True
        self._actions.sync.start(self._preview.token)

    def _applied(self, report: SyncReport) -> None:
        if self._is_applying:
            self._is_applying = False
            tone = "success" if report.outcome == "ok" else "warning"
            self.banner.tell(self.tr("Written as shown"), said(report.sentence), tone=tone)

    def _not_applied(self, error: object) -> None:
        if not self._is_applying:
            return
        self._is_applying = False
        self.banner.tell_error(error)
        if isinstance(error, PreviewChanged):
            self.banner.tell(
                error.title,
                self.tr("Something it was built on has changed. This is the new preview."),
                tone="warning",
            )
            self.show_preview(error.preview)
