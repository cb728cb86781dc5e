"""Ways to work on the page of bank lines, as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fbrecon.app.views import DepositRow
from ui.main_window import MainWindow
from ui.pages.reconcile import ReconcilePage
from ui.widgets.plain_label import PlainLabel

from .conftest import settle

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def opened(qtbot: QtBot, window: MainWindow) -> ReconcilePage:
    window.show_page("reconcile")
    page = window.reconcile
    qtbot.waitUntil(lambda: page.model.is_loaded and page.bank.counts is not None, timeout=5000)
    rest(qtbot, page)
    return page


def rest(qtbot: QtBot, page: ReconcilePage) -> None:
    """Wait until everything was read and painted, also what reading led to."""
    for _ in range(4):
        settle(qtbot, page.context)
        page.table.grab()


def press(
    qtbot: QtBot, page: ReconcilePage, key: str | Qt.Key, *, on: QWidget | None = None
) -> None:
    widget = on or page.table
    if key == "N":  # with Shift; capitals by Caps Lock decide as small letters do
        QTest.keyClick(widget, Key.Key_N, Modifier.ShiftModifier)
    elif isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)
    rest(qtbot, page)


def go_to(qtbot: QtBot, page: ReconcilePage, **wanted: object) -> DepositRow:
    """The first line of that kind becomes the current one."""
    for place in range(page.model.rowCount()):
        row = page.model.row_at(place)
        if row is None:
            rest(qtbot, page)
            row = page.model.row_at(place)
        assert isinstance(row, DepositRow)
        if all(getattr(row, name) == value for name, value in wanted.items()):
            page.table.go_to(place)
            rest(qtbot, page)
            return row
    raise AssertionError(f"no line with {wanted}")


def current(page: ReconcilePage) -> DepositRow:
    row = page.row()
    assert row is not None
    return row


def said(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(PlainLabel) if x.isVisible())


def choose_filter(qtbot: QtBot, page: ReconcilePage, status: str) -> None:
    combo = page.filter.status
    combo.setCurrentIndex(combo.findData(status))
    rest(qtbot, page)
