"""The one signal by which pages learn that something changed."""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QObject, Signal


class Change(Flag):
    """What may have changed; a page reads again what it shows of these."""

    STATUS = auto()
    INVOICES = auto()
    PAYMENTS = auto()
    ATTENTION = auto()
    ACCOUNTS = auto()
    SETTINGS = auto()
    BANK = auto()  # bank lines, and what was said of them

    @classmethod
    def everything(cls) -> Change:
        """After a sync."""
        return ~cls(0)


class Events(QObject):
    """`changed(Change)` is emitted in the GUI thread, after the change."""

    changed = Signal(object)

    def announce(self, change: Change) -> None:
        """Tell every page."""
        self.changed.emit(change)
