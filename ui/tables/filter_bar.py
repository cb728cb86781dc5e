"""The filter above a table: a text field that waits until the typing pauses, and a state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from .. import metrics
from ..theme import Theme
from ..widgets.plain_label import PlainLabel

DEBOUNCE_MS: Final = 200


class FilterBar(QWidget):
    """`changed(text, status)` once the person paused, or at once on Enter or a choice."""

    changed = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        states: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = QLineEdit()
        self.text.setPlaceholderText(placeholder)
        self.text.setAccessibleName(placeholder)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(140)
        self.text.setMaximumWidth(340)
        self._search = QAction(self)
        self.text.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Filter by state"))
        for value, label in states:
            self.status.addItem(label, value)
        self.count = PlainLabel(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SPACE_2)
        row.addWidget(self.text, 1)
        row.addWidget(self.status)
        row.addStretch(1)
        row.addWidget(self.count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda: self._pause.start())
        self.text.returnPressed.connect(self._tell)
        self.status.currentIndexChanged.connect(self._tell)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.text.text().strip()) or self.status.currentIndex() > 0

    def clear(self) -> None:
        """Show everything again."""
        self.status.setCurrentIndex(0)
        self.text.clear()
        self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.changed.emit(self.text.text().strip(), str(self.status.currentData() or ""))

    def _draw(self) -> None:
        self._search.setIcon(self._theme.icons.icon("search", "muted", metrics.ICON_SMALL))
