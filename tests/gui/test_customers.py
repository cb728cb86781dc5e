"""The page of customers: what they owe, and one with invoices and payments."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from fbrecon.app.views import CustomerRow, TableQuery
from fbrecon.domain.money import Money
from tests.fakes.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.tables.csv_text import csv_text
from ui.tables.customer_columns import customer_columns
from ui.widgets.plain_label import PlainLabel

from .conftest import MakeWindow, settle

ROW = CustomerRow("cus_1", "1", "Alder", "a@alder.example", "USD", "active", None)


def _texts(window: MainWindow) -> set[str]:
    labels = window.customers.detail.findChildren(PlainLabel)
    return {label.text() for label in labels if label.isVisible()}


def test_a_customer_shows_what_they_owe_their_invoices_and_payments(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.show_page("customers")
    settle(qtbot, window.context)
    assert window.customers.model.rowCount() == 12
    window.customers.table.selectRow(0)
    window.customers.read_detail_now()
    settle(qtbot, window.context)
    (row,) = desk.customer_rows([window.customers.model.key_at(0)])
    shown = _texts(window)
    assert {row.name, row.email, row.freshbooks_id} <= shown
    assert f"and {row.invoices - 5} older ones" in shown


def test_those_who_owe_can_be_chosen(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    window.show_page("customers")
    settle(qtbot, window.context)
    window.customers.filter.status.setCurrentIndex(1)
    settle(qtbot, window.context)
    assert desk.asked("customer_keys")[-1] == (TableQuery("name", status="owing"),)


def test_sums_of_several_currencies_are_never_one_figure() -> None:
    column = next(c for c in customer_columns() if c.key == "open")
    several = replace(ROW, open=(Money(120_000, "USD"), Money(8_000, "CAD")))
    assert column.cell(several).text == "2 currencies"
    assert column.cell(several).money is None
    assert column.tip is not None
    assert column.tip(several) == "1,200.00 USD, 80.00 CAD"
    assert '"1,200.00 USD, 80.00 CAD",""' in csv_text([column], [several])
    assert column.cell(replace(ROW, open=(Money(5, "JPY"),))).text == "5 JPY"


def test_a_customer_who_is_called_otherwise_on_the_platform_says_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("customers")
    settle(qtbot, window.context)
    place = list(range(12)).index(5)
    window.customers.table.selectRow(place)
    window.customers.read_detail_now()
    settle(qtbot, window.context)
    assert any(text.startswith("The platform knows this customer as Alder Bikes") for text in
               _texts(window))  # fmt: skip


def test_before_the_connection_the_table_says_what_to_do(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk("fresh"))
    window.show_page("customers")
    settle(qtbot, window.context)
    assert window.customers.empty.button.text() == "Go to Home"
