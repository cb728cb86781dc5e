"""One short sentence at the foot of the window about what was just done; the next replaces it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .. import metrics, texts
from ..theme import Theme
from .buttons import IconButton
from .plain_label import PlainLabel

_SHOWN_MS: Final = 6000
_MOST_WIDTH: Final = 560


class Toast(QFrame):
    """Never takes the focus, never covers another one, and stays while the mouse is over it."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=True)
        self.label = PlainLabel(wrap=True)
        self.close_ = IconButton(theme, "close", self.tr("Close this line"))
        self.close_.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_.clicked.connect(lambda: self.hide())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_4, metrics.SPACE_1, metrics.SPACE_1, metrics.SPACE_1
        )
        layout.setSpacing(metrics.SPACE_3)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.close_)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show the sentence in the place of the one before; a screen reader hears it."""
        self.label.setText(texts.one_line(sentence))
        self.setAccessibleName(self.label.text())
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        width = min(_MOST_WIDTH, self._over.width() - 2 * metrics.SPACE_4)
        # Not the label's hint: that of a text which may wrap is as narrow as it reads well.
        words = self.label.fontMetrics().horizontalAdvance(self.label.text())
        beside = metrics.SPACE_4 + metrics.SPACE_3 + 2 * metrics.SPACE_2 + metrics.CONTROL_HEIGHT
        self.setFixedWidth(max(1, min(width, words + beside)))
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - metrics.SPACE_4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It is being read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """It was read."""
        self._timer.start()
        super().leaveEvent(event)
