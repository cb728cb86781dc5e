"""Opens the one help window, from buttons and from F1."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from .. import hotkeys
from ..theme import Theme
from .help_window import HelpWindow
from .topics import topic_of


class HelpOpener:
    """Makes the window when help is first asked for, and keeps it."""

    def __init__(self) -> None:
        self.window: HelpWindow | None = None

    def show(self, theme: Theme, where: str) -> None:
        """Bring the page with that address to the front."""
        if self.window is None:
            self.window = HelpWindow(theme, _open_outside)
        self.window.open(where)

    def close(self) -> None:
        """The window goes with the one that it explains."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None


def answer_f1(widget: QWidget, opener: HelpOpener, theme: Theme) -> QShortcut:
    """From now on F1 in that window opens the page about what has the focus."""
    shortcut = QShortcut(QKeySequence(hotkeys.HELP), widget)

    def ask() -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is widget or widget.isAncestorOf(focused))
        opener.show(theme, topic_of(focused if inside else widget))

    shortcut.activated.connect(ask)
    return shortcut


def _open_outside(link: str) -> None:
    """A web address opens in the person's own browser; nothing else does."""
    url = QUrl(link, QUrl.ParsingMode.StrictMode)
    if url.scheme() == "https":
        QDesktopServices.openUrl(url)
