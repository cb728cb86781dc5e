"""Closing the window: asked once where there is a tray, and safe while a sync runs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from ui import closing
from ui.main_window import MainWindow


def question(window: MainWindow) -> QMessageBox | None:
    return window.findChild(QMessageBox)


def answer(window: MainWindow, text: str) -> None:
    box = question(window)
    assert box is not None
    next(button for button in box.buttons() if button.text() == text).click()


def test_closing_to_the_tray_is_asked_once(window: MainWindow, qtbot: QtBot) -> None:
    window.live_in_tray()
    ended: list[bool] = []
    window.ended.connect(lambda: ended.append(True))
    window.close()
    window.close()
    assert window.isVisible()
    assert len(window.findChildren(QMessageBox)) == 1
    answer(window, "Keep it in the tray")
    assert not window.isVisible()
    assert ended == []
    window.come_forward()
    window.close()
    assert not window.isVisible(), "it is not asked again"
    assert ended == []
    window.end()
    assert ended == [True]


def test_the_answer_may_be_to_end(window: MainWindow) -> None:
    window.live_in_tray()
    ended: list[bool] = []
    window.ended.connect(lambda: ended.append(True))
    window.close()
    answer(window, "End fbrecon")
    assert ended == [True]
    assert window.context.memory.text(closing.CHOICE) == "end"


def test_escape_decides_nothing(window: MainWindow) -> None:
    window.live_in_tray()
    window.close()
    box = question(window)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert window.isVisible()
    assert window.context.memory.text(closing.CHOICE) == ""
    window.end()


def test_ctrl_q_ends_it_although_the_tray_would_keep_it(window: MainWindow, qtbot: QtBot) -> None:
    window.context.memory.keep(closing.CHOICE, "tray")
    window.live_in_tray()
    with qtbot.waitSignal(window.ended):
        window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_closing_during_a_sync_stops_it_at_a_safe_point(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.sync_gate.clear()
    window.home.sync_now.click()
    qtbot.waitUntil(desk.sync_started.is_set)
    assert window.is_syncing
    stopped: list[bool] = []
    window.sync._handle.cancelled.connect(lambda: stopped.append(True))  # type: ignore[union-attr]
    window.close()
    qtbot.waitUntil(lambda: stopped == [True])
    assert not window.is_syncing
