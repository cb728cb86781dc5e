"""Every key of a page in one list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from .. import metrics
from ..language import key_name
from ..widgets.buttons import Button
from ..widgets.fit import fit_height
from ..widgets.plain_label import PlainLabel


class KeysDialog(QDialog):
    """`keys` are pairs of a key and what it does, in the order in which they are shown."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(metrics.DIALOG_WIDTH)
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.SPACE_5)
        grid.setVerticalSpacing(metrics.SPACE_2)
        grid.setColumnStretch(1, 1)
        for place, (key, does) in enumerate(keys):
            grid.addWidget(PlainLabel(key_name(key), role="strong"), place, 0)
            grid.addWidget(PlainLabel(does, wrap=True), place, 1)
        close = Button(self.tr("Close"), role="primary", on_click=self.accept)
        close.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(PlainLabel(self.tr("Keys on this page"), role="title"))
        layout.addLayout(grid)
        layout.addLayout(row)
        close.setFocus()
        fit_height(self)
