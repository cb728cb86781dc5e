"""The page of bank lines: what it shows, and twenty lines settled without the mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from fbrecon.domain.money import Money
from fbrecon.errors import FileError, Refused
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.sample_bank import make_bank_lines
from ui.events import Change
from ui.main_window import MainWindow
from ui.pages.reconcile import ReconcilePage

from .bank_page import Key, Modifier, choose_filter, current, go_to, opened, press, rest, said
from .conftest import MakeWindow


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


def test_where_matching_takes_long_it_waits_until_the_person_rests(
    page: ReconcilePage, qtbot: QtBot
) -> None:
    page.bank._took = 5.0
    first = current(page).id
    press(qtbot, page, Key.Key_Return)
    assert current(page).id != first, "the next line does not wait for it"
    assert (page.bank.is_coming, page.bank.is_busy) == (True, False)
    page.bank.refresh_now()  # somebody comes to look: at once, and not a second time
    assert (page.bank.is_coming, page.bank.is_busy) == (True, True)
    rest(qtbot, page)
    assert not page.bank.is_coming
