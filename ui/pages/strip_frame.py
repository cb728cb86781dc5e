"""The low card beneath a table: one row in a few lines of words, and what can be done about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from .. import metrics
from ..context import Context
from ..language import tr
from ..widgets.buttons import Button
from ..widgets.plain_label import ElidedLabel, Pill, PlainLabel

WRITTEN: Final = frozenset({"posted", "adopted", "verified", "discrepancy"})


class StripFrame(QFrame):
    """Title, state, *Undo* and *Receipt*; subclasses add lines, and buttons to `actions_row`.

    `lead` stands before the title and is never cut: a sum that is cut is a wrong sum.
    """

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._height = metrics.STRIP_HEIGHT
        self.setAccessibleName(name)
        self.lead = PlainLabel(role="title")
        self.lead.hide()
        self.title = ElidedLabel(role="title")
        self.state = Pill()
        self.undo = Button(tr("Undo\u2026"), theme=context.theme, icon="close")
        self.receipt = Button(tr("Receipt"), theme=context.theme, icon="check-circle")
        self.head = QHBoxLayout()
        self.head.setSpacing(metrics.SPACE_3)
        self.head.addWidget(self.lead)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.state)
        self._actions = QWidget()
        self.actions_row = QHBoxLayout(self._actions)
        self.actions_row.setContentsMargins(0, 0, 0, 0)
        self.actions_row.setSpacing(metrics.SPACE_3)
        self.actions_row.addWidget(self.undo)
        self.actions_row.addWidget(self.receipt)
        self.head.addWidget(self._actions)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(
            metrics.SPACE_4, metrics.SPACE_3, metrics.SPACE_4, metrics.SPACE_3
        )
        self._layout.setSpacing(metrics.SPACE_2)
        self._layout.addLayout(self.head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(metrics.SPACE_2)
        self._layout.addLayout(self._lines)
        self._layout.addStretch(1)

    def add_line(self, role: str = "") -> PlainLabel:
        """One more line of words beneath the head."""
        label = PlainLabel(role=role, wrap=True, selectable=True)
        self._lines.addWidget(label)
        return label

    def add_below(self, widget: QWidget) -> None:
        """Something that takes the room beneath the lines."""
        self._layout.addWidget(widget, 100)
        self._height = metrics.STORY_STRIP_HEIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the title, the buttons stand beneath the lines."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < metrics.STRIP_ONE_ROW_ABOVE
        if is_narrow != (self._layout.indexOf(self._actions) >= 0):
            (self.head if is_narrow else self._layout).removeWidget(self._actions)
            if is_narrow:
                left = Qt.AlignmentFlag.AlignLeft
                self._layout.insertWidget(self._layout.count() - 1, self._actions, 0, left)
            else:
                self.head.addWidget(self._actions)

    def sizeHint(self) -> QSize:
        """High enough for its lines; wrapped labels guess too much."""
        return QSize(super().sizeHint().width(), self._height)
