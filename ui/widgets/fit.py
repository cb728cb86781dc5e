"""Makes a dialog exactly as high as its wrapped texts need at its width."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def fit_height(dialog: QWidget) -> None:
    """Qt guesses a narrower width for wrapped labels, and so too much height."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = max(dialog.width(), layout.minimumSize().width())
    dialog.resize(width, layout.totalHeightForWidth(width))
