"""Taking back: first what would be restored and what would not, then the click that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.app.papers import UndoItem, UndoPlan
from fbrecon.app.undo import UndoStopped
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics
from ..context import Context
from ..events import Change
from ..tables import words
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.page import scroll
from ..widgets.plain_label import Pill, PlainLabel

_MOST_ITEMS = 100


class UndoDialog(QDialog):
    """Reads the services when it opens; the harmless button is the default."""

    def __init__(self, context: Context, item: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item = item
        self.setWindowTitle(self.tr("Undo"))
        self.setAccessibleName(self.tr("Undo"))
        self.resize(*metrics.UNDO_SIZE)
        self.title = PlainLabel(self.tr("Take this back?"), role="title", wrap=True)
        self.message = PlainLabel(
            self.tr("Reading FreshBooks: is it still as it was written?"), role="muted", wrap=True
        )
        self.banner = Banner(context.theme)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, metrics.SPACE_3, 0)
        self._column.setSpacing(metrics.SPACE_3)
        self._body: QWidget | None = None
        self.area = scroll(self._content)
        self.undo = Button(
            self.tr("Take it back"), role="danger", theme=context.theme, on_click=self._undo
        )
        self.undo.setEnabled(False)
        self.keep = Button(self.tr("Leave it"), role="primary", on_click=self.reject)
        self.keep.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        for part in (self.title, self.message, self.banner):
            layout.addWidget(part)
        layout.addWidget(self.area, 1)
        layout.addLayout(buttons)
        self.keep.setFocus()
        self._read()

    def _read(self) -> None:
        desk, item = self._context.desk, self._item

        def work(token: CancelToken, _report: ProgressFn) -> UndoPlan:
            return desk.plan_undo(item, token)

        self._context.run(work, lane="net", owner=self, then=self.show_plan, otherwise=self._failed)

    def show_plan(self, plan: UndoPlan) -> None:
        """What would be restored, what cannot be, and what has changed since."""
        possible = sum(item.possible for item in plan.items)
        changed = sum(item.changed for item in plan.items)
        self._paint(plan)
        if changed:
            self.title.setText(self.tr("It has changed since it was written"))
            self.message.setText(
                self.tr("So nothing is taken back. Put it right in FreshBooks or on the platform.")
            )
            return
        if not possible:
            self.title.setText(self.tr("This cannot be taken back"))
            self.message.setText(self.tr("The reason stands beneath."))
            return
        self.title.setText(
            formats.counted(
                possible, self.tr("Take this back?"), self.tr("Take these {n} writes back?")
            )
        )
        self.message.setText(
            self.tr("It still is as it was written. It is not written again by itself afterwards.")
        )
        self.undo.setEnabled(True)

    def _undo(self) -> None:
        self.undo.setEnabled(False)
        self.banner.hide()
        self.message.setText(self.tr("Taking it back\u2026"))
        desk, item = self._context.desk, self._item

        def work(token: CancelToken, report: ProgressFn) -> UndoPlan:
            return desk.undo(item, token, report)

        self._context.run(
            work, lane="net", owner=self, then=self._done, otherwise=self._failed
        ).settled.connect(self._announce)

    def _announce(self) -> None:
        self._context.events.announce(Change.everything())

    def _done(self, plan: UndoPlan) -> None:
        undone = sum(item.state == "undone" for item in plan.items)
        self._paint(plan)
        self.title.setText(
            self.tr("It is taken back") if undone else self.tr("It is not taken back yet")
        )
        self.message.setText(self.tr("The activity log keeps both, the write and its taking back."))
        self.undo.hide()
        self.keep.show_text(self.tr("Close"))
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: object) -> None:
        if isinstance(error, UndoStopped):
            self.show_plan(error.plan)
            return
        self.message.setText("")
        self.banner.tell_error(error)

    def _paint(self, plan: UndoPlan) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_3)
        for item in plan.items[:_MOST_ITEMS]:
            column.addLayout(self._row(item))
        hidden = len(plan.items) - _MOST_ITEMS
        if hidden > 0:
            more = formats.counted(hidden, self.tr("and {n} more"), self.tr("and {n} more"))
            column.addWidget(PlainLabel(more, role="muted"))
        column.addStretch(1)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)

    def _row(self, item: UndoItem) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_3)
        head.addWidget(PlainLabel(item.subject, role="strong", wrap=True), 1)
        head.addWidget(self._pill(item), 0, Qt.AlignmentFlag.AlignTop)
        row = QVBoxLayout()
        row.setSpacing(2)
        row.addLayout(head)
        row.addWidget(PlainLabel(item.words, role="muted", wrap=True, selectable=True))
        return row

    def _pill(self, item: UndoItem) -> Pill:
        if item.possible:
            return Pill(self.tr("As written"), "success")
        if item.changed:
            return Pill(self.tr("Changed"), "danger")
        if item.state == "undone":
            return Pill(*words.log_state("undone"))
        return Pill(self.tr("Stays"), "neutral")
