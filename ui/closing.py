"""What closing the window does: end the program, or keep it in the tray. Asked once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from .dialogs.messages import ask
from .memory import WindowMemory

CHOICE: Final = "closing"  # in the window's memory: "tray", "end", or nothing yet


class Closing(QObject):
    """Belongs to a window that could live on in a tray."""

    def __init__(self, window: QWidget, memory: WindowMemory, end: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._memory = memory
        self._end = end
        self._question: QDialog | None = None

    def keeps_open(self) -> bool:
        """Called when the window is to close; whether the program goes on without it."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.isSavingSession():
            return False  # the computer is shut down: nobody is there to be asked
        choice = self._memory.text(CHOICE)
        if choice == "end":
            return False
        if choice == "tray":
            self._window.hide()
        elif self._question is None:
            self._ask()
        return True

    def _ask(self) -> None:
        self._question = ask(
            self._window,
            self.tr("Keep fbrecon in the tray?"),
            self.tr(
                "There it goes on looking for payments, and tells you when something needs you."
                " Without it, nothing is looked for until you start fbrecon again. You can change"
                " this in Settings; Ctrl+Q always ends fbrecon."
            ),
            yes=self.tr("Keep it in the tray"),
            no=self.tr("End fbrecon"),
            then=lambda: self._decide("tray"),
            otherwise=lambda: self._decide("end"),
        )
        self._question.destroyed.connect(self._answered)

    def _answered(self) -> None:
        self._question = None

    def _decide(self, choice: str) -> None:
        self._memory.keep(CHOICE, choice)
        if choice == "tray":
            self._window.hide()
        else:
            self._end()
