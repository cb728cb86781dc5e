"""Ctrl+C and SIGTERM end the window as Ctrl+Q does; a second one ends the program at once.

Python raises `KeyboardInterrupt` wherever it happens to be: in the middle of painting, too, where
Qt ends the process because a painter was left open, or inside a slot that then is half done. So
nothing is raised: a byte arrives on a socket that the event loop watches, and the loop answers.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_WATCHED: Final = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """`asked()` for the first; afterwards they do what they did before. Main thread only."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._there, self._here = socket.socketpair()
        for end in (self._there, self._here):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)
        # The byte is written by C, so it comes also while the loop waits and no Python runs.
        self._former_fd = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._former = {number: signal.signal(number, _ignore) for number in _WATCHED}

    def _answer(self) -> None:
        try:
            told = self._here.recv(4096)
        except BlockingIOError:
            return
        if self._former and set(told) & {number.value for number in _WATCHED}:
            self._restore()  # whoever asks twice does not want to wait
            self.asked.emit()

    def _restore(self) -> None:
        for number, handler in self._former.items():
            signal.signal(number, handler)
        self._former = {}

    def close(self) -> None:
        """Everything as it was before."""
        self._restore()
        self._notifier.setEnabled(False)
        if self._there.fileno() >= 0:
            signal.set_wakeup_fd(self._former_fd)
        self._there.close()
        self._here.close()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """The byte says it."""
