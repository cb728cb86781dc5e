"""Settings: how often the services are read, and what the last syncs did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fbrecon.errors import FileError
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.widgets.plain_label import Pill, PlainLabel

from .conftest import MakeWindow, settle
from .test_hostile_text import HOSTILE, check


def enter(qtbot: QtBot, window: MainWindow, name: str, text: str) -> None:
    window.show_page("settings")
    settle(qtbot, window.context)
    edit = window.settings.how_often.fields[name].edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    settle(qtbot, window.context)


def words(window: MainWindow) -> list[str]:
    return [label.text() for label in window.settings.history.findChildren(PlainLabel)]


def test_another_interval_is_kept_and_shows_in_the_schedule(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    enter(qtbot, window, "invoices_every", "30")
    enter(qtbot, window, "payments_every", "2")
    assert desk.asked("change_setting") == [("invoices_every", "30"), ("payments_every", "2")]
    window.show_page("home")
    settle(qtbot, window.context)
    shown = [label.text() for label in window.home.schedule.findChildren(PlainLabel)]
    assert "every 30 min" in shown
    assert "every 2 min" in shown


@pytest.mark.parametrize(
    ("name", "text"),
    [("invoices_every", "4"), ("invoices_every", "1441"), ("payments_every", "0"),
     ("payments_every", "1.5"), ("payments_every", "-5"), ("payments_every", "often")],
)  # fmt: skip
def test_what_does_not_fit_says_so_at_the_field_and_is_not_kept(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot, name: str, text: str
) -> None:
    enter(qtbot, window, name, text)
    field = window.settings.how_often.fields[name]
    assert field.problem.isVisible()
    assert "minutes, from" in field.problem.text()
    assert desk.asked("change_setting") == []
    enter(qtbot, window, name, "45")
    assert not field.problem.isVisible()
    assert desk.asked("change_setting") == [(name, "45")]


def test_the_same_number_and_an_emptied_field_change_nothing(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    enter(qtbot, window, "invoices_every", "60")
    edit = window.settings.how_often.fields["invoices_every"].edit
    edit.clear()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "60"
    assert desk.asked("change_setting") == []


def test_a_refused_interval_is_taken_back(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.fail["change_setting"] = FileError("The disk is full", "Nothing was written.")
    enter(qtbot, window, "payments_every", "7")
    assert window.settings.banner.title.text() == "The disk is full"
    assert window.settings.how_often.fields["payments_every"].text == "5"


def test_the_history_says_when_why_and_how_each_sync_went(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.show_page("settings")
    settle(qtbot, window.context)
    assert desk.asked("list_runs") == [(20,)]
    shown = words(window)
    pills = [pill.text() for pill in window.settings.history.findChildren(Pill)]
    assert {"Done", "In part", "Failed", "Stopped"} <= set(pills)
    assert {"4 min ago", "On schedule", "Asked for"} <= set(shown)
    assert "All 532 rows read were as before." in shown
    tips = [label.toolTip() for label in window.settings.history.findChildren(PlainLabel)]
    assert any("Invoices: 340 read" in tip for tip in tips)
    assert any("No rows were read" in tip for tip in tips)


def test_a_new_sync_appears_in_the_history_while_it_is_shown(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.show_page("settings")
    settle(qtbot, window.context)
    desk.runs = [replace(desk.runs[0], id="run_42", sentence="One more."), *desk.runs]
    window.sync.start()
    settle(qtbot, window.context)
    assert "One more." in words(window)


def test_before_the_first_sync_the_history_says_so(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk("fresh"))
    window.show_page("settings")
    settle(qtbot, window.context)
    assert window.settings.history.none.isVisible()


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_sentences_are_plain_text(make_window: MakeWindow, qtbot: QtBot, name: str) -> None:
    desk = FakeDesk(invoices=3, payments=3)
    run = sample_books.make_runs()[0]
    desk.runs = [replace(run, sentence=name, nothing=name, reason=name, outcome=name[:20])]
    window = make_window(desk)
    window.show_page("settings")
    settle(qtbot, window.context)
    check(window.settings)
