"""One window for each home: a second start brings the first one to the front.

Who has the lock (`WindowProgram.lock_window`) listens; whoever comes later knocks. Nothing is said
over this line and nothing read from it: to connect is to knock.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WITHIN_MS: Final = 1500
_LONGEST: Final = 90  # a path of a socket may have some hundred bytes


def address_of(home: Path) -> str:
    """Where the window of that home listens: inside the home, which lets only its owner in."""
    inside = home / "window.socket"
    if sys.platform != "win32" and len(str(inside).encode()) <= _LONGEST:
        return str(inside)
    return f"fbrecon-{hashlib.sha256(str(home).encode()).hexdigest()[:24]}"


class DoorBell(QObject):
    """`rung()` is emitted when the program was started once more."""

    rung = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # What a program that was ended by force left behind; the lock says that it is gone.
        QLocalServer.removeServer(address_of(home))
        self.is_listening = self._server.listen(address_of(home))

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self.rung.emit()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()


def ring(home: Path) -> bool:
    """Ask the window of that home to show itself; whether one heard it."""
    caller = QLocalSocket()
    caller.connectToServer(address_of(home))
    heard = caller.waitForConnected(_WITHIN_MS)
    caller.abort()
    return heard
