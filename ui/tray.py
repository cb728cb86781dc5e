"""The icon in the system's tray, where there is one: notices, a menu, and life without a window."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from . import formats, metrics, texts
from .pausing import fill_pause_menu
from .theme import Theme


class Notifier(Protocol):
    """Shows one notice of the system."""

    def notify(self, title: str, text: str) -> None:
        """Show it, without taking the focus."""
        ...

    def show_state(self, count: int, *, paused: bool) -> None:
        """How many things need a person, and whether syncing is paused in every company."""
        ...


def tray_is_there() -> bool:
    """Whether this desktop has a tray; the window cannot be kept there else."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """A `Notifier`; its signals tell what a person wants of it."""

    opened = Signal()
    notice_opened = Signal()
    sync_wanted = Signal()
    pause_wanted = Signal(object)  # a PauseFor, or None to go on
    end_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QSystemTrayIcon(self)
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open fbrecon")).triggered.connect(self.opened)
        self._menu.addAction(self.tr("Sync now")).triggered.connect(self.sync_wanted)
        self._pauses = self._menu.addMenu(self.tr("Pause syncing"))
        fill_pause_menu(self._pauses, self.pause_wanted.emit)
        self._resume = self._menu.addAction(self.tr("Resume syncing"))
        self._resume.triggered.connect(lambda: self.pause_wanted.emit(None))
        self._menu.addAction(self.tr("End fbrecon")).triggered.connect(self.end_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.notice_opened)
        theme.changed.connect(self._draw)
        self._draw()
        self.show_state(0, paused=False)
        self._icon.show()

    def notify(self, title: str, text: str) -> None:
        """Show a notice of the system."""
        self._icon.showMessage(
            texts.one_line(title), texts.clean(text), self._theme.icons.icon("logo", "accent")
        )

    def show_state(self, count: int, *, paused: bool) -> None:
        """Both stand in the icon's tooltip; of pausing and resuming the menu has what is left."""
        waiting = formats.counted(
            count, self.tr("{n} thing needs you"), self.tr("{n} things need you")
        )
        told = ["fbrecon", *([waiting] if count else [])]
        told += [self.tr("syncing is paused")] if paused else []
        self._icon.setToolTip(" \u2013 ".join(told))
        self._pauses.menuAction().setVisible(not paused)
        self._resume.setVisible(paused)

    def hide(self) -> None:
        """Take the icon away: the program ends."""
        self._icon.hide()

    def _draw(self) -> None:
        self._icon.setIcon(self._theme.icons.icon("logo", "accent", metrics.LOGO))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()


class NoTray(QObject):
    """A `Notifier` for desktops without a tray: the window asks for attention in the task bar."""

    def notify(self, _title: str, _text: str) -> None:
        """Mark the program in the task bar."""
        window = next((w for w in QApplication.topLevelWidgets() if w.isVisible()), None)
        if window is not None:
            QApplication.alert(window)

    def show_state(self, count: int, *, paused: bool) -> None:
        """There is no place for it."""
