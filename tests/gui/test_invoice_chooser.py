"""A payment of a file that names no invoice: a person chooses among those that come near."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QInputDialog
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from ui.main_window import MainWindow

from .conftest import settle
from .test_pages import show


def test_the_invoice_is_chosen_among_the_candidates_and_approved(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    key = next(id_ for id_, row in desk.payments.items() if row.state == "held")
    near = list(desk.invoices)[:2]
    desk.payments[key] = replace(desk.payments[key], candidates=tuple(near))
    show(qtbot, window, "payments")
    combo = window.payments.filter.status
    combo.setCurrentIndex(combo.findData("held"))
    settle(qtbot, window.context)
    window.grab()
    settle(qtbot, window.context)
    rows = range(window.payments.model.rowCount())
    place = next(
        n for n in rows if (row := window.payments.model.row_at(n)) is not None and row.id == key
    )
    window.payments.table.selectRow(place)
    choose = window.payments._strip.choose
    assert choose.isVisible()
    choose.click()
    settle(qtbot, window.context)
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    box = dialog.findChild(QComboBox)
    assert box is not None
    assert box.count() == 2
    assert desk.invoices[near[1]].number in box.itemText(1)
    box.setCurrentIndex(1)
    dialog.accept()
    settle(qtbot, window.context)
    assert desk.asked("approve") == [(key, near[1])]
    window.payments.table.selectRow(place + 1 if place + 1 in rows else place - 1)
    assert not choose.isVisible()
