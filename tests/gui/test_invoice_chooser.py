"""A payment of a file that names no invoice: a person chooses one, near or found by search."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fbrecon.domain.money import Money
from fbrecon.errors import Refused
from tests.fakes.fake_desk import FakeDesk
from ui.dialogs.choose_invoice import ChooseInvoiceDialog
from ui.main_window import MainWindow

from .conftest import settle
from .test_pages import show


@pytest.fixture
def key(desk: FakeDesk) -> str:
    """A payment of a file with two candidates that nothing tells apart."""
    owed = [row.id for row in desk.invoices.values() if row.outstanding == Money(0, "USD")][:2]
    key = next(id_ for id_, row in desk.payments.items() if row.state == "held" and row.amount)
    row = replace(desk.payments[key], candidates=tuple(owed), takes_invoice=True)
    assert row.amount is not None
    for id_ in owed:
        desk.invoices[id_] = replace(desk.invoices[id_], outstanding=row.amount)
    desk.payments[key] = row
    return key


def select(qtbot: QtBot, window: MainWindow, key: str) -> None:
    show(qtbot, window, "payments")
    combo = window.payments.filter.status
    combo.setCurrentIndex(combo.findData("held"))
    settle(qtbot, window.context)
    window.grab()
    settle(qtbot, window.context)
    model = window.payments.model
    ids = [row.id for n in range(model.rowCount()) if (row := model.row_at(n)) is not None]
    window.payments.table.selectRow(ids.index(key))


def open_dialog(qtbot: QtBot, window: MainWindow) -> ChooseInvoiceDialog:
    QTest.keyClick(
        window.payments.table,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = window.findChild(ChooseInvoiceDialog)
    assert isinstance(dialog, ChooseInvoiceDialog)
    settle(qtbot, window.context)
    return dialog


def is_open(window: MainWindow) -> bool:
    return any(dialog.isVisible() for dialog in window.findChildren(ChooseInvoiceDialog))


def test_the_invoice_is_chosen_among_the_candidates_and_approved_by_keys(
    window: MainWindow, desk: FakeDesk, key: str, qtbot: QtBot
) -> None:
    select(qtbot, window, key)
    assert window.payments._strip.choose.isVisible()
    dialog = open_dialog(qtbot, window)
    near = desk.payments[key].candidates
    assert dialog.current is not None
    assert (dialog.current.id, dialog.rest.text()) == (
        near[0],
        "It pays exactly what is outstanding.",
    )
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(qtbot, window.context)
    assert desk.asked("approve") == [(key, near[1])]
    assert not is_open(window)


def test_any_invoice_that_is_owed_is_found_and_what_it_would_leave_is_said(
    window: MainWindow, desk: FakeDesk, key: str, qtbot: QtBot
) -> None:
    payment = desk.payments[key]
    assert payment.amount is not None
    other = next(
        row
        for row in desk.invoices.values()
        if row.outstanding.minor > 0
        and row.outstanding.currency == payment.amount.currency
        and row.id not in payment.candidates
    )
    twice = Money(payment.amount.minor * 2, payment.amount.currency)
    desk.invoices[other.id] = replace(other, outstanding=twice)
    select(qtbot, window, key)
    dialog = open_dialog(qtbot, window)
    QTest.keyClick(dialog.table, Qt.Key.Key_Slash)
    QTest.keyClicks(dialog.search, other.number)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    settle(qtbot, window.context)
    assert dialog.model.rowCount() == 1
    assert "stays outstanding" in dialog.rest.text()
    desk.fail["approve"] = Refused("Those two are in different currencies", "So.", "Another.")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(qtbot, window.context)
    assert dialog.isVisible()  # what the core refuses is said where one can choose another
    assert "different currencies" in dialog.banner.title.text()
    del desk.fail["approve"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(qtbot, window.context)
    assert desk.asked("approve")[-1] == (key, other.id)
    assert not is_open(window)


def test_what_is_too_much_and_what_is_not_found_is_said(
    window: MainWindow, desk: FakeDesk, key: str, qtbot: QtBot
) -> None:
    near = desk.payments[key].candidates[0]
    row = desk.invoices[near]
    desk.invoices[near] = replace(row, outstanding=Money(1, row.outstanding.currency))
    select(qtbot, window, key)
    dialog = open_dialog(qtbot, window)
    assert "would wait" in dialog.rest.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Slash)
    QTest.keyClicks(dialog.search, "no such number")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    settle(qtbot, window.context)
    assert dialog.empty.title.text() == "No open invoice fits"
    assert not dialog.approve.isEnabled()


def test_no_invoice_is_asked_for_where_none_can_be_named(
    window: MainWindow, desk: FakeDesk, key: str, qtbot: QtBot
) -> None:
    desk.payments[key] = replace(desk.payments[key], takes_invoice=False)
    select(qtbot, window, key)
    assert not window.payments._strip.choose.isVisible()
