"""The page of bank lines: no, the way back, everything certain, and every key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fbrecon.errors import FileError
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.sample_bank import make_bank_lines
from ui.dialogs.bank_rules import BankRulesDialog
from ui.dialogs.import_file import ImportFileDialog
from ui.dialogs.keys import KeysDialog
from ui.events import Change
from ui.main_window import MainWindow
from ui.pages.reconcile import ReconcilePage
from ui.widgets.toast import Toast

from .bank_page import Key, Modifier, choose_filter, current, go_to, opened, press, rest, said
from .conftest import MakeWindow


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReconcilePage:
    return opened(qtbot, window)


# ---- no


def test_n_is_not_ours_and_with_shift_every_line_with_that_text(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first = current(page)
    press(qtbot, page, "n")
    assert desk.asked("leave_out") == [(first.id, False)]
    assert page.model.rowCount() == 23
    go_to(qtbot, page, state="unmatched")
    press(qtbot, page, "N")
    assert page.model.rowCount() == 23 - 5
    assert len(page.rows()) == 1  # a Shift that is still held selects no second one
    choose_filter(qtbot, page, "not_ours")
    assert page.model.rowCount() == 6
    assert "You said so." in said(page.panel)


def test_caps_lock_makes_no_rule(page: ReconcilePage, qtbot: QtBot, desk: FakeDesk) -> None:
    first = current(page)
    caps = QKeyEvent(QEvent.Type.KeyPress, Key.Key_N, Modifier.NoModifier, "N")
    QApplication.sendEvent(page.table, caps)
    rest(qtbot, page)
    assert desk.asked("leave_out") == [(first.id, False)]


def test_several_lines_are_not_ours_at_once(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    for _ in range(2):
        QTest.keyClick(page.table, Key.Key_Down, Modifier.ShiftModifier)
    press(qtbot, page, "n")
    assert len(desk.asked("leave_out")) == 3
    assert page.model.rowCount() == 21


def test_r_rejects_the_payout_and_stays_on_the_line(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first = current(page)
    press(qtbot, page, "r")
    assert desk.asked("dismiss") == [(first.id, False)]
    assert current(page).id == first.id


# ---- the way back


def test_u_takes_back_and_comes_back_to_the_line(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first, second = page.model.key_at(0), page.model.key_at(1)
    press(qtbot, page, Key.Key_Return)
    press(qtbot, page, "n")
    press(qtbot, page, "u")
    assert current(page).id == second
    press(qtbot, page, "u")
    assert current(page).id == first
    assert page.model.rowCount() == 24
    assert len(desk.asked("take_back_decision")) == 2
    toast = page.window().findChild(Toast)
    assert toast is not None
    assert "Taken back" in toast.label.text()


def test_ctrl_z_takes_back_a_match_too(
    page: ReconcilePage, window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, page, Key.Key_Return)
    QTest.keyClick(window, Key.Key_Z, Modifier.ControlModifier)
    rest(qtbot, page)
    assert page.model.rowCount() == 24


def test_u_on_a_line_that_was_decided_on_forgets_just_that(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first = current(page)
    press(qtbot, page, Key.Key_Return)
    press(qtbot, page, Key.Key_Return)
    choose_filter(qtbot, page, "matched")
    go_to(qtbot, page, id=first.id)
    press(qtbot, page, Key.Key_Return)  # it was said already
    assert len(desk.asked("match_lines")) == 2
    press(qtbot, page, "u")
    assert desk.asked("reopen_line") == [(first.id,)]
    assert desk.asked("take_back_decision") == []


def test_the_rules_are_listed_and_can_be_removed(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    go_to(qtbot, page, state="unmatched")
    press(qtbot, page, "N")
    page.rules.click()
    rest(qtbot, page)
    dialog = page.findChild(BankRulesDialog)
    assert dialog is not None
    (remove,) = dialog.buttons.values()
    assert "rent april" in said(dialog)
    remove.click()
    rest(qtbot, page)
    assert dialog.buttons == {}
    assert page.model.rowCount() == 24
    dialog.accept()


# ---- everything certain


def test_everything_certain_is_accepted_after_a_summary(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    assert page.certain.text() == "Accept 12 certain\u2026"
    press(qtbot, page, "a")
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "12 bank lines, 14,160.75 USD." in box.informativeText()
    assert "2 other suggestions stay" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Accept 12").click()
    rest(qtbot, page)
    assert page.model.rowCount() == 12
    assert not page.certain.isVisible()


# ---- keys, search, empty


def test_a_slash_searches_and_enter_goes_back_to_the_lines(
    page: ReconcilePage, qtbot: QtBot
) -> None:
    press(qtbot, page, "/")
    QTest.keyClicks(page.filter.text, "rent")
    press(qtbot, page, Key.Key_Return, on=page.filter.text)
    assert page.model.rowCount() == 5
    assert page.model.query.text == "rent"
    press(qtbot, page, Key.Key_Escape, on=page.filter.text)
    press(qtbot, page, "n")  # typed on the table, it decides
    assert page.model.rowCount() == 4


def test_letters_typed_into_the_search_decide_nothing(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    QTest.keyClicks(page.filter.text, "nNurca")
    rest(qtbot, page)
    assert desk.asked("leave_out") == []
    assert page.filter.text.text() == "nNurca"


def test_a_button_with_the_focus_takes_enter_and_leaves_the_other_keys(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    page.panel.not_ours.setFocus()
    if page.focusWidget() is page.panel.not_ours:
        press(qtbot, page, Key.Key_Return, on=page.panel.not_ours)
        assert len(desk.asked("leave_out")) == 1
        assert desk.asked("match_lines") == []
    press(qtbot, page, "d", on=page.panel.not_ours)
    assert len(desk.asked("payout_parts")) == 1


def test_the_question_mark_lists_every_key(page: ReconcilePage, qtbot: QtBot) -> None:
    press(qtbot, page, "?")
    dialog = page.findChild(KeysDialog)
    assert dialog is not None
    text = said(dialog)
    for key in ("Enter", "Shift+N", "U", "C", "R", "A", "D", "/", "?", "Space", "Esc"):
        assert f"\n{key}\n" in f"\n{text}\n"
    dialog.accept()


def test_without_bank_lines_the_page_teaches_and_imports(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = FakeDesk("empty")
    page = opened(qtbot, make_window(over))
    assert page.empty.title.text() == "No bank lines yet"

    def choose(*_words: object) -> tuple[str, str]:
        return "/tmp/statement.csv", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    page.empty.button.click()
    rest(qtbot, page)
    dialog = page.window().findChild(ImportFileDialog)
    assert dialog is not None
    assert dialog.title.text() == "statement.csv"
    dialog.close()
    over.bank = {row.id: row for row in make_bank_lines(2, 0)}
    page.context.events.announce(Change.everything())  # as it does once a file came in
    rest(qtbot, page)
    assert page.model.rowCount() == 2


def test_what_cannot_be_matched_now_is_said(make_window: MakeWindow, qtbot: QtBot) -> None:
    over = FakeDesk()
    over.fail["reconcile"] = FileError("The company file is busy", "Another program holds it.")
    window = make_window(over)
    window.show_page("reconcile")
    page = window.reconcile
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=5000)
    assert "Another program holds it." in said(page.banner)
    rest(qtbot, page)
