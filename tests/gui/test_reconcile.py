"""The page of bank lines: every key, and twenty lines settled without the mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from fbrecon.app.views import DepositRow
from fbrecon.domain.money import Money
from fbrecon.errors import FileError, Refused
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.sample_bank import make_bank_lines
from ui.dialogs.bank_rules import BankRulesDialog
from ui.dialogs.import_file import ImportFileDialog
from ui.dialogs.keys import KeysDialog
from ui.events import Change
from ui.main_window import MainWindow
from ui.pages.reconcile import ReconcilePage
from ui.widgets.plain_label import PlainLabel

from .conftest import MakeWindow, settle

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


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReconcilePage:
    return opened(qtbot, window)


# ---- what is shown


def test_the_page_opens_with_what_is_to_be_decided_and_shows_the_first(
    page: ReconcilePage, desk: FakeDesk
) -> None:
    assert page.model.rowCount() == 24
    assert current(page).state == "suggested"
    shown = said(page.panel)
    for part in (
        "988.21 USD",
        "Payout po_1",
        "none, to the cent",
        "No other fits",
        "Enter accepts",
    ):
        assert part in shown
    assert page.subtitle.text().startswith("24 lines to decide  \u00b7  60 matched")


def test_the_model_behaves(page: ReconcilePage, qtbot: QtBot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(page.model, mode)
    choose_filter(qtbot, page, "")
    assert page.model.rowCount() == 84
    del tester


def test_a_screen_reader_hears_how_a_line_stands(page: ReconcilePage) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert page.model.data(page.model.index(0, 3), role) == "State: Suggested"


def test_payments_and_fees_unfold(page: ReconcilePage, qtbot: QtBot, desk: FakeDesk) -> None:
    press(qtbot, page, "d")
    assert desk.asked("payout_parts") == [("out_1",)]
    assert "Processing fees" in said(page.panel)
    press(qtbot, page, "d")  # there is nothing more to unfold
    assert len(desk.asked("payout_parts")) == 1


# ---- yes


def test_enter_accepts_and_goes_on_to_the_next(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first = current(page)
    following = page.model.key_at(1)
    press(qtbot, page, Key.Key_Return)
    assert desk.asked("match_lines") == [((first.id,), first.payouts, None)]
    assert current(page).id == following
    assert page.model.rowCount() == 23
    press(qtbot, page, Key.Key_Enter)
    assert page.model.rowCount() == 22


def test_a_difference_that_nothing_explains_is_said_before_the_yes(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    row = go_to(qtbot, page, unexplained=Money(-500, "USD"))
    assert "Unexplained" in said(page.panel)
    press(qtbot, page, Key.Key_Return)
    assert desk.asked("match_lines") == []
    assert "5.00 USD less at the bank" in said(page.panel.question)
    press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Up)
    assert not page.panel.question.isVisible()
    press(qtbot, page, Key.Key_Return)
    page.context.events.announce(Change.everything())  # read again meanwhile: it is still asked
    rest(qtbot, page)
    assert page.panel.question.isVisible()
    press(qtbot, page, Key.Key_Return)
    assert desk.asked("match_lines") == [((row.id,), row.payouts, Money(-500, "USD"))]


def test_a_refusal_is_said_and_the_line_is_current_again(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first = current(page)
    desk.fail["match_lines"] = Refused("Another line was confirmed", "It was quicker.", "Look.")
    press(qtbot, page, Key.Key_Return)
    assert "It was quicker." in said(page.banner)
    assert current(page).id == first.id
    assert page.model.rowCount() == 24


def test_nothing_is_decided_on_a_line_that_is_being_compared(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    first = current(page)
    desk.bank[first.id] = replace(first, state="comparing", payouts=(), unexplained=None)
    page.model.reload()
    rest(qtbot, page)
    go_to(qtbot, page, id=first.id)
    assert "Being compared" in said(page.panel)
    assert not page.panel.accept.isVisible()
    press(qtbot, page, Key.Key_Return)
    assert desk.asked("match_lines") == []
    assert page.right.currentWidget() is page.panel


def test_enter_chooses_where_several_fit(page: ReconcilePage, qtbot: QtBot, desk: FakeDesk) -> None:
    row = go_to(qtbot, page, state="ambiguous")
    assert "Too close to call" in said(page.panel)
    press(qtbot, page, Key.Key_Return)
    assert page.right.currentWidget() is page.chooser
    press(qtbot, page, Key.Key_Return, on=page.chooser.list)
    assert desk.asked("match_lines") == [((row.id,), (row.alternatives[0],), None)]
    assert page.right.currentWidget() is page.panel
    assert page.table.hasFocus() or not page.window().isActiveWindow()


def test_one_that_comes_near_is_chosen_with_the_mouse(page: ReconcilePage, qtbot: QtBot) -> None:
    row = go_to(qtbot, page, state="ambiguous")
    page.panel.picked.emit(row.alternatives[1])
    rest(qtbot, page)
    assert page.chooser.picked() == (row.alternatives[1],)


def test_twenty_ordinary_lines_are_settled_with_at_most_two_keys_each(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    over = FakeDesk()
    over.bank = {row.id: row for row in make_bank_lines(25, 0) if row.state != "unmatched"}
    count, strokes = len(over.bank), 0
    assert count == 20
    page = opened(qtbot, make_window(over))
    while over.count_open():
        on = page.chooser.list if page.right.currentWidget() is page.chooser else page.table
        press(qtbot, page, Key.Key_Return, on=on)
        strokes += 1
        assert strokes <= 2 * count
    assert strokes <= 1.5 * count  # most take one
    assert page.empty.title.text() == "Everything is settled"


# ---- choosing


def test_a_line_can_show_several_payouts(page: ReconcilePage, qtbot: QtBot, desk: FakeDesk) -> None:
    first = current(page)
    press(qtbot, page, "c")
    chooser = page.chooser
    press(qtbot, page, Key.Key_Space, on=chooser.list)
    press(qtbot, page, Key.Key_Down, on=chooser.list)
    press(qtbot, page, Key.Key_Space, on=chooser.list)
    assert chooser.picked() == ("out_1", "out_2")
    assert "2 payouts, 1,993.73 USD. 1,005.52 USD less at the bank" in chooser.sum.text()
    press(qtbot, page, Key.Key_Return, on=chooser.list)
    assert desk.asked("match_lines") == []
    press(qtbot, page, Key.Key_Return, on=chooser.list)
    asked = (first.id,), ("out_1", "out_2"), Money(-100552, "USD")
    assert desk.asked("match_lines") == [asked]


def test_several_lines_can_show_one_payout(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    ids = [page.model.key_at(place) for place in (0, 1)]
    QTest.keyClick(page.table, Key.Key_Down, Modifier.ShiftModifier)
    rest(qtbot, page)
    assert "2 bank lines are selected." in said(page.panel)
    press(qtbot, page, Key.Key_Return)
    assert page.chooser.title.text() == "1,993.73 USD"
    for _ in range(2):
        press(qtbot, page, Key.Key_Return, on=page.chooser.list)
    ((lines, payouts, difference),) = desk.asked("match_lines")
    assert (sorted(lines), len(payouts)) == (sorted(ids), 1)  # type: ignore[call-overload, arg-type]
    assert difference is not None


def test_choosing_is_searched_and_left_by_keys(
    page: ReconcilePage, qtbot: QtBot, desk: FakeDesk
) -> None:
    press(qtbot, page, "c")
    chooser = page.chooser
    press(qtbot, page, "/", on=chooser.list)
    QTest.keyClicks(chooser.search, "out_3")
    qtbot.waitUntil(lambda: chooser.list.count() == 1, timeout=5000)
    rest(qtbot, page)
    assert chooser.picked() == ("out_3",)
    press(qtbot, page, Key.Key_Escape, on=chooser.search)
    assert page.right.currentWidget() is page.panel
    press(qtbot, page, "c")
    assert chooser.search.text() == ""
    desk.fail["bank_candidates"] = FileError("The file is busy", "Another program holds it.")
    press(qtbot, page, Key.Key_Escape, on=chooser.list)
    press(qtbot, page, "c")
    assert "Another program holds it." in said(chooser.banner)


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
    assert "Taken back" in said(page.banner)


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
