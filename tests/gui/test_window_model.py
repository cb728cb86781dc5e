"""The windowed model: keys of all rows, pages of a hundred on demand, never a call in `data`."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from fbrecon.app.views import InvoiceRow, TableQuery
from fbrecon.errors import FileError
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.tables.invoice_columns import invoice_columns
from ui.tables.window_model import PAGE, WindowModel

from .conftest import settle

Model = WindowModel[int, InvoiceRow]


@pytest.fixture
def model(qtbot: QtBot, context: Context, desk: FakeDesk) -> Model:
    return WindowModel(
        context.jobs,
        invoice_columns(),
        desk.invoice_ids,
        desk.invoice_rows,
        TableQuery(sort="number"),
        context.jobs,
    )


def load(qtbot: QtBot, context: Context, model: Model) -> None:
    model.reload()
    settle(qtbot, context)


def test_it_keeps_the_rules_of_item_models(qtbot: QtBot, context: Context, model: Model) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    load(qtbot, context, model)
    model.data(model.index(0, 0))
    settle(qtbot, context)
    model.ask(TableQuery(sort="total", descending=True, status="open"))
    settle(qtbot, context)
    assert model.rowCount() == 68
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    del tester


def test_only_the_page_that_is_looked_at_is_fetched(
    qtbot: QtBot, context: Context, desk: FakeDesk, model: Model
) -> None:
    load(qtbot, context, model)
    assert [keys for (keys,) in desk.asked("invoice_rows")] == [tuple(range(1, 101))]
    assert model.data(model.index(230, 0)) == ""
    settle(qtbot, context)
    assert desk.asked("invoice_rows")[1:] == [(tuple(range(201, 301)),)]
    assert model.data(model.index(230, 0)) == "20250231"


def test_asking_for_a_row_twice_fetches_its_page_once(
    qtbot: QtBot, context: Context, desk: FakeDesk, model: Model
) -> None:
    load(qtbot, context, model)
    for place in range(PAGE):
        model.row_at(place)
    settle(qtbot, context)
    assert len(desk.asked("invoice_rows")) == 1


def test_who_scrolls_fast_gets_the_end_first_and_not_everything_between(
    qtbot: QtBot, context: Context, model: Model
) -> None:
    big = FakeDesk(invoices=3000)
    fast = WindowModel(
        context.jobs, invoice_columns(), big.invoice_ids, big.invoice_rows,
        TableQuery(sort="number"), context.jobs,
    )  # fmt: skip
    load(qtbot, context, fast)
    for page in range(30):
        fast.row_at(page * PAGE)
    settle(qtbot, context)
    firsts = [keys[0] for (keys,) in big.asked("invoice_rows")]  # type: ignore[index]
    assert firsts == [1, 2901, 2801, 2701, 2601]


def test_clicking_a_header_asks_the_desk_for_another_order(
    qtbot: QtBot, context: Context, desk: FakeDesk, model: Model
) -> None:
    load(qtbot, context, model)
    model.sort(5, Qt.SortOrder.DescendingOrder)
    settle(qtbot, context)
    assert desk.asked("invoice_ids")[-1] == (TableQuery(sort="total", descending=True),)


def test_a_column_that_cannot_be_sorted_changes_nothing(
    qtbot: QtBot, context: Context, desk: FakeDesk, model: Model
) -> None:
    load(qtbot, context, model)
    model.sort(len(model.columns) - 1)
    settle(qtbot, context)
    assert len(desk.asked("invoice_ids")) == 1


def test_an_overtaken_question_does_not_come_back_to_the_screen(
    qtbot: QtBot, context: Context, model: Model
) -> None:
    resets: list[int] = []
    model.was_reset.connect(lambda: resets.append(model.rowCount()))
    model.ask(TableQuery(sort="number", status="open"))
    model.ask(TableQuery(sort="number", status="draft"))
    settle(qtbot, context)
    assert resets == [34]


def test_the_view_hears_of_a_reset_before_the_rows_shrink(
    qtbot: QtBot, context: Context, model: Model
) -> None:
    load(qtbot, context, model)
    before: list[int] = []
    model.about_to_reset.connect(lambda: before.append(model.rowCount()))
    model.ask(TableQuery(sort="number", status="draft"))
    settle(qtbot, context)
    assert before == [340]
    assert model.rowCount() == 34


def test_a_failed_question_keeps_the_old_rows(
    qtbot: QtBot, context: Context, desk: FakeDesk, model: Model
) -> None:
    load(qtbot, context, model)
    errors: list[object] = []
    model.failed.connect(errors.append)
    desk.fail["invoice_ids"] = FileError("The company file is busy", "Another program holds it.")
    model.reload()
    settle(qtbot, context)
    assert errors == [desk.fail["invoice_ids"]]
    assert model.rowCount() == 340
    assert not model.is_loading


def test_amounts_stand_right_in_head_and_body(model: Model) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.headerData(5, Qt.Orientation.Horizontal, role) == right
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_screen_reader_hears_the_column_and_the_mark(
    qtbot: QtBot, context: Context, model: Model
) -> None:
    load(qtbot, context, model)
    model.row_at(22)
    settle(qtbot, context)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(22, 1), role) == "Customer: Larkspur Landscape Design, Archived"
    assert model.data(QModelIndex()) is None


def test_the_first_rows_are_here_before_all_keys_are(
    qtbot: QtBot, context: Context, desk: FakeDesk, model: Model
) -> None:
    seen: list[tuple[int, bool, bool]] = []
    model.was_reset.connect(
        lambda: seen.append((model.rowCount(), model.is_loading, model.find_loaded(0) is not None))
    )
    load(qtbot, context, model)
    assert seen == [(PAGE, True, True), (340, False, True)]
    assert len(desk.asked("invoice_rows")) == 1, "the first rows are not read twice"
