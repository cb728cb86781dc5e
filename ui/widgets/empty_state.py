"""What a page shows when there is nothing: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .. import metrics
from ..theme import Theme
from .buttons import Button
from .icon_label import IconLabel
from .plain_label import PlainLabel


def centred(label: PlainLabel) -> QHBoxLayout:
    """A wrapped label in the middle, as wide as a sentence reads well.

    An alignment would not do: Qt then reserves the height of a line as wide as the window.
    """
    label.setMaximumWidth(metrics.SENTENCE_WIDTH)
    label.setMinimumWidth(min(metrics.SENTENCE_WIDTH, metrics.SENTENCE_MINIMUM))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 100)
    row.addStretch(1)
    return row


class EmptyState(QWidget):
    """An icon, a headline, a sentence and at most one button, in the middle."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.icon = IconLabel(theme, icon, "muted", metrics.ICON_LARGE)
        self.title = PlainLabel(role="title", wrap=True)
        self.message = PlainLabel(role="muted", wrap=True)
        for label in (self.title, self.message):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button("", role="primary")
        self.button.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(metrics.SPACE_3)
        layout.addStretch(2)
        layout.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(centred(self.title))
        layout.addLayout(centred(self.message))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def wait(self) -> None:
        """Say that it is being read: what was told before may be true no longer."""
        self.tell(self.tr("One moment\u2026"), "", icon="clock")

    def tell(self, title: str, message: str, *, button: str = "", icon: str = "") -> None:
        """Show these words, and a button if it has a caption."""
        self.title.setText(title)
        self.message.setText(message)
        self.button.show_text(button)
        self.button.setVisible(bool(button))
        if icon:
            self.icon.show_icon(icon, "muted")
