"""A small square that stands for a kind of bar: filled or hatched, so that colour is not alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ..theme import Theme

_SIDE = 12


class KeyMark(QWidget):
    """Says nothing by itself: the word beside it does."""

    def __init__(self, theme: Theme, role: str, *, hatched: bool) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._pattern = Qt.BrushStyle.BDiagPattern if hatched else Qt.BrushStyle.SolidPattern
        self.setFixedSize(_SIDE, _SIDE)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The square."""
        painter = QPainter(self)
        colour = self._theme.colour(self._role)
        painter.setPen(QPen(colour))
        painter.setBrush(QBrush(colour, self._pattern))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
