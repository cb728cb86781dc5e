"""The only place that uses QMessageBox: plain text, and the harmless answer is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from .. import texts


def ask(
    parent: QWidget,
    title: str,
    message: str,
    *,
    yes: str,
    no: str,
    then: Callable[[], object],
    otherwise: Callable[[], object] | None = None,
) -> QMessageBox:
    """Ask without blocking; `then` is called on yes. Escape and Enter both mean no.

    `otherwise` is called where the button for no was chosen; Escape then decides nothing.
    """
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(texts.one_line(title))
    box.setText(texts.clean(title))
    box.setInformativeText(texts.clean(message))
    accept = box.addButton(texts.button(yes), QMessageBox.ButtonRole.AcceptRole)
    reject = box.addButton(texts.button(no), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(reject)
    if otherwise is None:
        box.setEscapeButton(reject)
    else:
        # Escape has a button of its own that nobody sees: both others say something.
        undecided = box.addButton(QMessageBox.StandardButton.Cancel)
        undecided.hide()
        box.setEscapeButton(undecided)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def clicked() -> None:
        if box.clickedButton() is accept:
            then()
        elif otherwise is not None and box.clickedButton() is reject:
            otherwise()

    box.buttonClicked.connect(clicked)
    box.open()
    return box
