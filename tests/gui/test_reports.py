"""The page of reports: what is shown is what is saved, and nothing is saved that was not shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fbrecon.app.reports import ReportFormat
from fbrecon.domain.reports import ReportKind
from fbrecon.errors import FileError, NeedsPerson
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.sample_books import TODAY
from tests.gui.conftest import settle
from tests.gui.test_papers import words_in
from ui.main_window import MainWindow
from ui.pages.report_card import MOST_ROWS
from ui.pages.reports import ReportsPage


def shown(window: MainWindow, qtbot: QtBot) -> ReportsPage:
    window.show_page("reports")
    settle(qtbot, window.context)
    return window.reports


def choose(page: ReportsPage, window: MainWindow, qtbot: QtBot, period: str) -> None:
    page.period.setCurrentIndex(page.period.findData(period))
    settle(qtbot, window.context)


def test_it_opens_with_the_last_month_and_shows_its_figures(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    page = shown(window, qtbot)
    [(kind, first, last)] = desk.asked("make_report")
    assert kind is ReportKind.RECONCILIATION
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert (first.day, first.month) == (1, (TODAY.month - 2) % 12 + 1)
    assert (page.from_on.text(), page.until_on.text()) == (first.isoformat(), last.isoformat())
    words = words_in(page)
    assert "Undeposited funds" in words
    assert "No bank statement was imported." in words
    assert "In the file as well: Movements." in words
    assert page.save.isEnabled()


def test_another_period_or_kind_is_another_report(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    page = shown(window, qtbot)
    choose(page, window, qtbot, "this_year")
    assert desk.asked("make_report")[-1][1:] == (
        date(TODAY.year, 1, 1),
        date(TODAY.year, 12, 31),
    )
    page.kind.setCurrentIndex(page.kind.findData(ReportKind.ACTIVITY))
    settle(qtbot, window.context)
    assert desk.asked("make_report")[-1][0] is ReportKind.ACTIVITY


def test_days_that_are_typed_are_other_days(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    page = shown(window, qtbot)
    page.from_on.setText("2026-01-05")
    page.until_on.setText("2026-01-09")
    page.until_on.editingFinished.emit()
    settle(qtbot, window.context)
    assert desk.asked("make_report")[-1][1:] == (date(2026, 1, 5), date(2026, 1, 9))
    assert page.period.currentData() == "custom"
    count = len(desk.asked("make_report"))
    page.until_on.editingFinished.emit()  # leaving the field again changes nothing
    page.until_on.setText("Friday")
    page.until_on.editingFinished.emit()
    settle(qtbot, window.context)
    assert "That is no day" in words_in(page.banner)
    assert len(desk.asked("make_report")) <= count + 1


def test_what_is_shown_is_saved_in_the_form_that_was_chosen(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(window, qtbot)
    page.form.setCurrentIndex(page.form.findData(ReportFormat.XLSX))
    page.save.click()
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "xlsx"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    path = tmp_path / "march.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settle(qtbot, window.context)
    assert desk.asked("save_report") == [(ReportKind.RECONCILIATION, ReportFormat.XLSX, path, "en")]
    assert "march.xlsx is written" in words_in(page.banner)


def test_a_place_that_cannot_be_written_is_said_on_the_page(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(window, qtbot)
    desk.fail["save_report"] = FileError("The report cannot be written there", "It is full.")
    report = desk.make_report(ReportKind.ACTIVITY, TODAY, TODAY)
    page.save_to(str(tmp_path / "x.pdf"), report, ReportFormat.PDF)
    settle(qtbot, window.context)
    assert "cannot be written there" in words_in(page.banner)


def test_without_a_company_it_says_what_to_do(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["make_report"] = NeedsPerson("FreshBooks is not connected", "None.", "Connect.")
    page = shown(window, qtbot)
    assert page.stack.currentWidget() is page.empty
    assert "FreshBooks is not connected" in words_in(page.empty)
    assert not page.save.isEnabled()
    page.empty.button.click()
    assert window.pages.currentWidget() is window.home


def test_long_tables_show_their_sums_and_say_what_they_leave_out(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.open_items = MOST_ROWS + 3
    page = shown(window, qtbot)
    (card,) = (card for card in page.cards if card.table.key == "open_payments")
    words = words_in(card)
    assert "3 more rows stand in the file." in words
    assert "Total" in words


def test_settings_have_the_key_that_settings_have_elsewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    assert window.pages.currentWidget() is window.reports
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    assert window.pages.currentWidget() is window.settings
