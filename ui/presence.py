"""Where the program is to be seen: its window, and the tray of systems that have one.

Started hidden, it waits a moment for the tray, which a session may bring later than the programs
that it starts; where none comes, the window is shown, since the program would be nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from .main_window import MainWindow
from .notices import Notices
from .theme import Theme
from .tray import NoTray, Tray, tray_is_there

_LOOK_EVERY_MS: Final = 1000
_LOOKS: Final = 15


class Presence(QObject):
    """Belongs to the window. `tray` is None where there is none."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        *,
        hidden: bool = False,
        is_there: Callable[[], bool] = tray_is_there,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._hidden = hidden
        self._is_there = is_there
        self._looks = 0
        self.tray: Tray | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Show the window, or the tray's icon alone; notices begin with either."""
        if not self._hidden:
            self._window.show()
        self.look()

    def look(self) -> None:
        """Whether there is a tray by now."""
        self._looks += 1
        if self._is_there():
            self._timer.stop()
            self._live_in_tray()
        elif not self._hidden or self._looks > _LOOKS or self._window.isVisible():
            self._timer.stop()
            self._window.show()
            self._tell(NoTray(self._window))
        else:
            self._timer.start()

    def end(self) -> None:
        """Take the icon away: the program ends."""
        self._timer.stop()
        if self.tray is not None:
            self.tray.hide()

    def _live_in_tray(self) -> None:
        window = self._window
        tray = self.tray = Tray(self._theme, window)
        notices = self._tell(tray)
        window.live_in_tray()
        tray.opened.connect(window.come_forward)
        tray.notice_opened.connect(window.show_attention)
        tray.sync_wanted.connect(window.sync_now)
        tray.pause_wanted.connect(lambda wanted: window.actions_.pause_everywhere(wanted))
        window.pause_changed.connect(notices.look)
        tray.end_wanted.connect(window.end)

    def _tell(self, notifier: Tray | NoTray) -> Notices:
        window = self._window
        notices = Notices(
            window,
            lambda: window.context,
            notifier,
            is_syncing=lambda: window.is_syncing,
            is_looking=lambda: window.isActiveWindow() and not window.isMinimized(),
        )
        window.came_forward.connect(notices.answered)
        notices.start()
        return notices
