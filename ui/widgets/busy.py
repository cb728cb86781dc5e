"""A short wait: a moving bar and a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from .. import metrics
from .empty_state import centred
from .plain_label import PlainLabel


class Busy(QWidget):
    """Shown while something talks to a service."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(text, role="muted", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(200)
        self.bar.setAccessibleName(text)
        layout = QVBoxLayout(self)
        layout.setSpacing(metrics.SPACE_4)
        layout.addStretch(2)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(centred(self.label))
        layout.addStretch(3)

    def tell(self, text: str) -> None:
        """Another sentence."""
        self.label.setText(text)
        self.bar.setAccessibleName(text)
