"""An icon that stands beside text and follows the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from .. import metrics
from ..theme import Theme


class IconLabel(QLabel):
    """A picture of `resources/icons` in a colour role; decoration, so it has no name of its own."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        role: str = "text",
        size: int = metrics.ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._role = role
        self._size = size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, role: str) -> None:
        """Another picture or colour."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(
            self._theme.icons.pixmap(self._name, self._role, self._size, ratio=max(ratio, 2.0))
        )
