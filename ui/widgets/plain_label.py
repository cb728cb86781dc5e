"""The only label of the window: plain text always, whatever it is given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .. import texts


class PlainLabel(QLabel):
    """Text from anybody, shown as it is: no markup, no images, no bidi tricks.

    `role` chooses the type of the style sheet: page-title, title, strong, muted, small, figure,
    problem.
    """

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show the text without control characters."""
        super().setText(texts.clean(text))

    def setAccessibleName(self, name: str) -> None:
        """What is read aloud, on one line and cleaned."""
        super().setAccessibleName(texts.one_line(name))

    def setAccessibleDescription(self, description: str) -> None:
        """What is read aloud beside it, on one line and cleaned."""
        super().setAccessibleDescription(texts.one_line(description))

    def setToolTip(self, text: str) -> None:
        """A tooltip is escaped: Qt would take some of them for rich text."""
        super().setToolTip(texts.tooltip(text))


class ElidedLabel(PlainLabel):
    """One line that gives way: what does not fit ends in an ellipsis, the tooltip has it all."""

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role=role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show the text, all of it in the tooltip."""
        super().setText(texts.one_line(text))
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(self.alignment()), shown)


class Pill(PlainLabel):
    """A short state in a coloured pill; the word says it, the colour only helps.

    `tone` is neutral, info, success, warning, danger or solid.
    """

    def __init__(
        self, text: str = "", tone: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role="pill", parent=parent)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: str) -> None:
        """Change the word and its colour."""
        self.setText(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setVisible(bool(text))
