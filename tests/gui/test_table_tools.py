"""Columns that are chosen, filters that are saved, and tables written to files."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from fbrecon.app.views import TableQuery
from fbrecon.domain.money import Money
from fbrecon.errors import FileError
from fbrecon.sync.progress import Cancelled, CancelToken, Progress
from tests.fakes.fake_desk import FakeDesk
from ui.main_window import PAGES, MainWindow
from ui.memory import WindowMemory
from ui.tables.columns import Cell, Column, Kind
from ui.tables.table_file import write_table
from ui.tables.table_filter import SavedFilters, TableFilter

from .conftest import settle

NAMES = [Column[int]("name", "Name", Kind.TEXT, 10, lambda n: Cell(f"=row {n}"))]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.show_page("invoices")
    settle(qtbot, window.context)
    return window


def _action(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


# ---- columns


def test_a_column_is_shown_and_hidden_by_its_tick(opened: MainWindow) -> None:
    page = opened.invoices
    titles = [column.title for column in page.table.shown_columns()]
    assert "Paid" not in titles, "columns that few need are hidden at first"
    _action(page.tools.columns_menu(), "Paid").trigger()
    _action(page.tools.columns_menu(), "Due").trigger()
    shown = [column.title for column in page.table.shown_columns()]
    assert "Paid" in shown
    assert "Due" not in shown
    _action(page.tools.columns_menu(), "As at first").trigger()
    assert [column.title for column in page.table.shown_columns()] == titles


def test_the_last_column_cannot_be_hidden(opened: MainWindow) -> None:
    page = opened.invoices
    for title in [column.title for column in page.table.shown_columns()][1:]:
        _action(page.tools.columns_menu(), title).trigger()
    assert len(page.table.shown_columns()) == 1
    assert not _action(page.tools.columns_menu(), "Number").isEnabled()


def test_columns_are_kept_for_each_company_and_table(
    opened: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    table = opened.invoices.table
    table.horizontalHeader().moveSection(0, 2)
    table.show_column(2, False)
    kept = [column.key for column in table.shown_columns()]
    name = f"columns/invoices/{desk.slug}"
    assert opened.context.memory.text(name)
    table.reset_columns()
    assert [column.key for column in table.shown_columns()] != kept
    assert opened.context.memory.text("columns/customers/" + desk.slug) == ""


def test_the_header_and_the_keyboard_open_the_menu_of_columns(
    opened: MainWindow, qtbot: QtBot
) -> None:
    page = opened.invoices
    asked: list[bool] = []
    page.table.columns_menu_wanted.connect(lambda: asked.append(True))
    header = page.table.horizontalHeader()
    header.customContextMenuRequested.emit(header.rect().center())
    assert asked == [True]
    assert page.tools.columns.focusPolicy() & Qt.FocusPolicy.TabFocus
    for menu in page.filter.findChildren(QMenu):
        menu.close()
    QTest.keyClick(page.tools.columns, Qt.Key.Key_Space)
    assert any(menu.isVisible() for menu in page.filter.findChildren(QMenu))
    for menu in page.filter.findChildren(QMenu):
        menu.close()


# ---- filters


def test_a_table_is_not_read_before_it_is_looked_at(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    for name in PAGES:
        bar = getattr(getattr(window, name), "filter", None)
        assert bar is None or not bar._pause.isActive()
    assert desk.asked("invoice_ids") == []


def test_period_and_currency_reach_the_desk(
    opened: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    bar = opened.invoices.filter
    bar.period.setCurrentIndex(bar.period.findData("last_month"))
    bar.currency.setCurrentIndex(bar.currency.findData("CAD"))
    settle(qtbot, opened.context)
    (asked,) = desk.asked("invoice_ids")[-1]
    expected = TableQuery(
        "create_date",
        descending=True,
        from_on=date(2026, 4, 1),
        until_on=date(2026, 4, 30),
        currency="CAD",
    )
    assert asked == expected
    assert opened.invoices.filter.is_active


def test_a_period_of_ones_own_has_two_days(
    opened: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    bar = opened.invoices.filter
    assert bar.days.isHidden()
    wanted = TableFilter(period="between", from_on=date(2026, 1, 2), until_on=date(2026, 2, 3))
    bar.show_filter(wanted)
    settle(qtbot, opened.context)
    assert not bar.days.isHidden()
    assert bar.chosen == wanted
    (asked,) = desk.asked("invoice_ids")[-1]
    assert (asked.from_on, asked.until_on) == (date(2026, 1, 2), date(2026, 2, 3))  # type: ignore[attr-defined]


def test_a_filter_is_saved_chosen_and_deleted_by_its_name(
    opened: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    page = opened.invoices
    wanted = TableFilter("bakery", "open", "this_year", currency="USD")
    page.filter.show_filter(wanted)
    _action(page.tools.filters_menu(), "Save this filter\u2026").trigger()
    dialog = opened.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Fish && chips")
    dialog.accept()
    page.filter.clear()
    settle(qtbot, opened.context)
    asked = len(desk.asked("invoice_ids"))
    menu = page.tools.filters_menu()
    menu.actions()[0].trigger()
    settle(qtbot, opened.context)
    assert page.filter.chosen == wanted
    assert len(desk.asked("invoice_ids")) == asked + 1, "one question, not one for each part"
    delete = next(a.menu() for a in page.tools.filters_menu().actions() if a.menu() is not None)
    assert isinstance(delete, QMenu)
    delete.actions()[0].trigger()
    assert [a.text() for a in page.tools.filters_menu().actions()] == ["Save this filter\u2026"]


def test_without_a_filter_there_is_nothing_to_save(opened: MainWindow) -> None:
    menu = opened.invoices.tools.filters_menu()
    assert not _action(menu, "Save this filter\u2026").isEnabled()


def test_kept_filters_that_cannot_be_read_are_none() -> None:
    memory = WindowMemory()
    saved = SavedFilters(memory, "filters/x")
    for broken in ("{", "[1]", '{"a": {"period": "next_moon"}}', '{"a": {"from_on": "x"}}'):
        memory.keep("filters/x", broken)
        assert saved.by_name() == {}
    assert saved.keep("  two\nlines " + "x" * 90, TableFilter("a"))
    assert [len(name) for name in saved.by_name()] == [60]
    assert saved.keep(" \n ", TableFilter("a")) == ""


@pytest.mark.parametrize("kept", [False, True])
def test_what_was_kept_of_a_company_goes_with_it(tmp_path: Path, kept: bool) -> None:
    memory = WindowMemory(tmp_path / "layout.ini") if kept else WindowMemory()
    memory.keep("filters/invoices/alder", "secret")
    memory.keep("columns/invoices/alder/names", "a b")
    memory.keep("filters/invoices/birch", "stays")
    memory.forget_company("alder")
    memory.forget_company("")
    assert memory.text("filters/invoices/alder") == ""
    assert memory.text("columns/invoices/alder/names") == ""
    assert memory.text("filters/invoices/birch") == "stays"


# ---- files


def test_what_is_shown_is_written_with_its_columns_and_filter(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened.invoices
    page.filter.show_filter(TableFilter(status="open"))
    page.table.show_column(3, False)
    settle(qtbot, opened.context)
    target = tmp_path / "invoices.csv"
    page.export.save_to(str(target))
    settle(qtbot, opened.context)
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 1 + 68
    assert rows[0][:6] == ["Number", "Customer", "Date", "Status", "Total", "Total currency"]
    assert page.banner.message.text() == "invoices.csv is written: 68 rows."
    assert page.export.isHidden()


def test_a_file_that_cannot_be_written_says_so(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.invoices.export.save_to(str(tmp_path / "no such folder" / "a.csv"))
    settle(qtbot, opened.context)
    assert opened.invoices.banner.title.text() == "The file could not be written"


def test_a_written_table_is_whole_and_has_no_formula(tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    seen: list[Progress] = []
    keys = range(1, 1202)
    written = write_table(target, NAMES, keys, list, CancelToken(), seen.append)
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert written == 1201
    assert lines[:2] == ['"Name"', '"\'=row 1"']
    assert len(lines) == 1202
    assert [progress.done for progress in seen] == [500, 1000, 1201]
    assert [path.name for path in tmp_path.iterdir()] == ["rows.csv"]


def test_a_workbook_has_numbers_days_and_text_that_is_never_a_formula(tmp_path: Path) -> None:
    columns = [
        *NAMES,
        Column[int]("on", "Day", Kind.DATE, 10, lambda n: Cell("x", plain=f"2026-01-{n:02d}")),
        Column[int]("sum", "Sum", Kind.MONEY, 10, lambda n: Cell("", money=Money(-n, "USD"))),
        Column[int]("many", "Many", Kind.NUMBER, 10, lambda n: Cell("", plain=str(n))),
    ]
    target = tmp_path / "rows.xlsx"
    assert write_table(target, columns, [7], list, CancelToken(), lambda _: None) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["rows.xlsx"]
    with zipfile.ZipFile(target) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "=row 7" in sheet
    for value in ("<v>-0.07</v>", "<v>7</v>", "<v>46029</v>"):
        assert value in sheet
    assert "USD" in sheet


def test_a_workbook_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write_table(tmp_path / "a.xlsx", NAMES, range(3), list, token, lambda _: None)
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    target.write_text("before", encoding="utf-8")
    token = CancelToken()

    def stop(_progress: Progress) -> None:
        token.cancel()

    with pytest.raises(Cancelled):
        write_table(target, NAMES, range(2000), list, token, stop)
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["rows.csv"]


def test_a_table_whose_rows_cannot_be_read_leaves_no_file(tmp_path: Path) -> None:
    def fail(_keys: list[int]) -> list[int]:
        raise FileError("The company file is busy", "Another program holds it.")

    with pytest.raises(FileError, match="busy"):
        write_table(tmp_path / "a.csv", NAMES, range(3), fail, CancelToken(), print)
    assert list(tmp_path.iterdir()) == []


# ---- models


def test_the_model_of_every_table_keeps_the_rules_of_item_models(
    window: MainWindow, qtbot: QtBot
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    pages = [getattr(window, name) for name in PAGES]
    models = [page.model for page in pages if hasattr(page, "table")]
    assert len(models) >= 5
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    for model in models:
        model.reload()
        settle(qtbot, window.context)
        model.sort(0, Qt.SortOrder.DescendingOrder)
        settle(qtbot, window.context)
        assert model.rowCount() > 0
    del testers
