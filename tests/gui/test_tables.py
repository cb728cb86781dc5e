"""The table as it stands on the screen: copying, remembering, staying where the person reads."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fbrecon.app.views import TableQuery
from fbrecon.domain.money import Money
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.tables.columns import Cell, Column, Kind
from ui.tables.csv_text import csv_text, harmless
from ui.tables.invoice_columns import invoice_columns
from ui.tables.table_view import WindowTable
from ui.tables.window_model import WindowModel

from .conftest import settle


def make_table(qtbot: QtBot, context: Context, desk: FakeDesk) -> WindowTable:
    model = WindowModel(
        context.jobs, invoice_columns(), desk.invoice_ids, desk.invoice_rows,
        TableQuery(sort="number"), context.jobs,
    )  # fmt: skip
    table = WindowTable(context, model, "test")
    qtbot.addWidget(table)
    table.resize(960, 400)
    table.show()
    model.reload()
    settle(qtbot, context)
    table.grab()
    settle(qtbot, context)
    return table


def test_copied_rows_are_csv_with_exact_sums_beside_their_currency(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith('"Number","Customer","Date","Due","Status","Total","Total currency"')
    assert lines[1].startswith('"20250001","Blue Kettle Coffee Roasters","2025-04-08"')
    assert '"128.69","USD"' in lines[1]


def test_rows_that_are_not_loaded_are_copied_too(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    copied: list[int] = []
    table.copied.connect(copied.append)
    table.selectAll()
    table.copy_rows()
    settle(qtbot, context)
    assert copied == [340]
    assert len(QGuiApplication.clipboard().text().splitlines()) == 341


def test_no_copied_text_is_a_formula() -> None:
    column = Column[str]("name", "Name", Kind.TEXT, 10, Cell)
    for text in ("=1+1", "+1", "-1", "@sum", "\uff1d1", '=cmd|"/c calc"!A1'):
        line = csv_text([column], [text]).splitlines()[1]
        assert line.startswith("\"'")
    assert harmless("Acme = good") == "Acme = good"


def test_a_negative_sum_stays_a_number() -> None:
    column = Column[Money]("sum", "Sum", Kind.MONEY, 10, lambda m: Cell(str(m), money=m))
    assert csv_text([column], [Money(-1200, "USD")]).splitlines()[1] == '"-12.00","USD"'


def test_another_filter_scrolls_up_before_the_rows_shrink(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.scrollToBottom()
    positions: list[int] = []
    table.window_model.modelAboutToBeReset.connect(
        lambda: positions.append(table.verticalScrollBar().value())
    )
    table.window_model.ask(TableQuery(sort="number", status="draft"))
    settle(qtbot, context)
    assert positions == [0]
    assert table.rowAt(0) == 0


def test_a_refresh_keeps_the_selection_and_the_place(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.selectRow(150)
    table.verticalScrollBar().setValue(100 * 36)
    del desk.invoices["inv_1"]
    table.window_model.reload()
    settle(qtbot, context)
    assert table.selected_places() == [149]
    assert table.currentIndex().row() == 149
    assert table.rowAt(0) == 99


def test_another_order_keeps_the_current_row_where_it_stands_on_the_screen(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.selectRow(150)
    table.verticalScrollBar().setValue(145 * 36 + 7)
    before = table.rowViewportPosition(150)
    table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    settle(qtbot, context)
    (place,) = table.selected_places()
    assert table.window_model.key_at(place) == 151
    assert place != 150
    assert table.rowViewportPosition(place) == before


def test_another_order_keeps_the_bar_where_no_current_row_is_in_sight(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.selectRow(2)
    table.verticalScrollBar().setValue(4000)
    table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    settle(qtbot, context)
    assert table.verticalScrollBar().value() == 4000
    (place,) = table.selected_places()
    assert table.window_model.key_at(place) == 3


def test_new_rows_do_not_push_away_what_is_read(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.verticalScrollBar().setValue(100 * 36 + 11)
    before = table.rowViewportPosition(100)
    for number in range(1, 8):
        row = replace(desk.invoices["inv_1"], id=f"inv_{900 + number}", number=f"0{number}")
        desk.invoices[row.id] = row
    table.window_model.reload()
    settle(qtbot, context)
    assert table.window_model.key_at(107) == 101
    assert table.rowViewportPosition(107) == before


def test_who_stands_at_the_top_sees_new_rows_come_in(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    desk.invoices["inv_999"] = replace(desk.invoices["inv_1"], id="inv_999", number="0")
    table.window_model.reload()
    settle(qtbot, context)
    assert table.window_model.key_at(table.rowAt(0)) == 999


def test_all_rows_selected_are_counted_without_a_list_of_them(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.selectAll()
    assert table.selected_ranges() == [(0, 339)]
    assert table.selected_count() == 340
    assert table.selected_places(3) == [0, 1, 2]
    assert [row.number for row in table.selected_loaded()] == [
        row.number for row in list(desk.invoices.values())[:100]
    ]


def test_a_row_that_is_gone_is_no_longer_current(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.selectRow(0)
    current: list[object] = []
    table.current_changed.connect(current.append)
    del desk.invoices["inv_1"]
    table.window_model.reload()
    settle(qtbot, context)
    assert current[-1] is None


def test_column_widths_are_remembered(qtbot: QtBot, context: Context, desk: FakeDesk) -> None:
    table = make_table(qtbot, context, desk)
    table.setColumnWidth(0, 155)
    again = make_table(qtbot, context, desk)
    assert again.columnWidth(0) == 155


def test_a_narrow_table_keeps_the_customers_readable(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.resize(400, 400)
    assert table.columnWidth(1) == table.window_model.columns[1].width
    table.resize(1500, 400)
    assert table.columnWidth(1) > 300


def test_a_row_on_its_way_is_painted_as_a_quiet_bar(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    table = make_table(qtbot, context, desk)
    table.verticalScrollBar().setValue(250 * 36)
    image = table.viewport().grab().toImage()
    sunken = QColor(context.theme.colour("sunken")).rgb()
    place = 18 * image.devicePixelRatio()
    assert any(image.pixel(x, int(place)) == sunken for x in range(12, 60))
    settle(qtbot, context)
    later = table.viewport().grab().toImage()
    assert not any(later.pixel(x, int(place)) == sunken for x in range(12, 60))
