"""*Try it with the sandbox*: starts the trial and tells how far it is, in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

from fbrecon.errors import FbreconError
from fbrecon.wording import said


class StartsTrial(Protocol):
    """The program behind the button."""

    def start(self, tell: Callable[[str], None], ended: Callable[[int], None]) -> bool:
        """Start a trial; `tell` and `ended` are called from any thread."""
        ...


class TrialControl(QObject):
    """`changed()` whenever there is something new to say; outlives the pages of a company."""

    changed = Signal()
    _told = Signal(str)
    _over = Signal(int)

    def __init__(self, program: StartsTrial, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self.is_open = False
        self.says = ""  # how far it is, or what went wrong
        self._told.connect(self._hear)
        self._over.connect(self._ended)

    def start(self) -> None:
        """Open the sandbox in a window of its own, unless it is open."""
        if self.is_open:
            return
        self.is_open = True
        self.says = self.tr("The sandbox is starting\u2026")
        try:
            self._program.start(self._tell, self._tell_end)
        except FbreconError as error:
            self.is_open = False
            self.says = said(error.sentence)
        self.changed.emit()

    def _tell(self, line: str) -> None:
        if shiboken6.isValid(self):  # the window may be gone by now
            self._told.emit(line)

    def _tell_end(self, code: int) -> None:
        if shiboken6.isValid(self):
            self._over.emit(code)

    def _hear(self, line: str) -> None:
        self.says = line
        self.changed.emit()

    def _ended(self, code: int) -> None:
        self.is_open = False
        # Where it failed, its last line says why.
        self.says = self.says if code else self.tr("The sandbox was closed; nothing of it is left.")
        self.changed.emit()
