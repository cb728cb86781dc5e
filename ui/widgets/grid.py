"""A small table inside a card: titles, a line beneath them, sums at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from .. import metrics
from .page import line
from .plain_label import PlainLabel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


def titled_grid(titles: tuple[str, ...]) -> QGridLayout:
    """A grid with its head; the first column is wide, the others stand at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(metrics.SPACE_5)
    grid.setVerticalSpacing(metrics.SPACE_1 + 2)
    grid.setColumnStretch(0, 1)
    for column, title in enumerate(titles):
        label = PlainLabel(title, role="small")
        if column:
            grid.addWidget(label, 0, column, RIGHT)
        else:
            grid.addWidget(label, 0, column)
    grid.addWidget(line(), 1, 0, 1, len(titles))
    return grid
