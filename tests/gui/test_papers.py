"""Preview, activity, receipt and undo in the window: everything by the desk, all by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from fbrecon.app.preview import PreviewChanged
from fbrecon.app.undo import UndoStopped
from fbrecon.app.views import TableQuery
from fbrecon.errors import NeedsPerson, NotFound, Refused
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_papers import make_preview, make_undo
from ui import hotkeys
from ui.dialogs.error_dialog import ErrorDialog
from ui.dialogs.receipt import ReceiptDialog
from ui.dialogs.undo import UndoDialog
from ui.events import Change
from ui.main_window import PAGES, MainWindow
from ui.widgets.plain_label import PlainLabel

from .conftest import MakeWindow, settle


def show(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.show_page(name)
    settle(qtbot, window.context)
    window.grab()
    settle(qtbot, window.context)


def words_in(widget: object) -> str:
    assert hasattr(widget, "findChildren")
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel))


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (found,) = window.findChildren(kind)
    return found


def select_written(qtbot: QtBot, window: MainWindow) -> None:
    show(qtbot, window, "payments")
    model = window.payments.model
    place = next(
        n
        for n in range(model.rowCount())
        if (row := model.find_loaded(n)) is not None and row.posting_state == "verified"
    )
    window.payments.table.selectRow(place)
    settle(qtbot, window.context)


# ---- preview


def test_the_preview_shows_each_write_the_balances_and_what_waits(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(qtbot, window, "preview")
    told = words_in(window.preview)
    for part in (
        "2 writes",
        "Record 120.00 USD on invoice 20250002",
        "120.00 USD \u2192 0.00 USD outstanding",
        "Cannot simply be undone",
        "Undeposited Funds",
        "not read from the ledger",
        "1 thing waits",
        "4 min ago",
    ):
        assert part in told, part


def test_applying_goes_by_the_token_of_what_was_shown(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "preview")
    window.preview.apply.click()
    settle(qtbot, window.context)
    assert desk.asked("sync") == [((), False, "c0ffee")]
    assert "Written as shown" in words_in(window.preview.banner)


def test_a_preview_that_is_out_of_date_is_replaced_and_said(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "preview")
    new = replace(make_preview(), token="new", writes=make_preview().writes[:1])
    desk.fail["sync"] = PreviewChanged(new)
    desk.the_preview = new
    window.preview.apply.click()
    settle(qtbot, window.context)
    assert "out of date" in words_in(window.preview.banner)
    assert "1 write" in words_in(window.preview)
    del desk.fail["sync"]
    window.preview.apply.click()
    settle(qtbot, window.context)
    assert desk.asked("sync")[-1] == ((), False, "new")


def test_nothing_to_write_says_why(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.the_preview = replace(make_preview(), writes=(), waiting=(), note="Both are in step.")
    show(qtbot, window, "preview")
    assert window.preview.stack.currentWidget() is window.preview.empty
    assert window.preview.empty.message.text() == "Both are in step."
    assert window.preview.apply.isHidden()


def test_before_a_connection_the_preview_says_what_to_do(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["preview"] = NeedsPerson("FreshBooks is not connected", "None yet.", "Connect.")
    show(qtbot, window, "preview")
    assert window.preview.empty.title.text() == "FreshBooks is not connected"
    window.preview.empty.button.click()
    assert window.pages.currentWidget() is window.home


def test_what_was_wrong_before_a_connection_is_not_said_while_it_is_read_again(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    for name, page in (("preview", window.preview), ("reports", window.reports)):
        asked = "make_report" if name == "reports" else name
        desk.fail[asked] = NeedsPerson("FreshBooks is not connected", "None yet.", "Connect.")
        show(qtbot, window, name)
        assert page.empty.title.text() == "FreshBooks is not connected"
        del desk.fail[asked]
        window.context.events.announce(Change.ACCOUNTS)
        assert page.empty.title.text() == "One moment\u2026"
        assert page.empty.button.isHidden()
        settle(qtbot, window.context)
        assert page.stack.currentWidget() is page.area


# ---- activity


def test_the_activity_is_searched_and_filtered_by_the_desk(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "activity")
    page = window.activity
    assert desk.asked("log_keys")[0] == (TableQuery("at", descending=True, status="results"),)
    assert page.model.rowCount() == 8
    page.filter.status.setCurrentIndex(2)
    settle(qtbot, window.context)
    assert page.model.rowCount() == 2
    page.filter.text.setText("auto")
    page.filter.text.returnPressed.emit()
    settle(qtbot, window.context)
    assert page.model.rowCount() == 1


def test_an_entry_tells_who_and_leads_to_receipt_and_undo(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "activity")
    page = window.activity
    place = next(n for n in range(8) if (row := page.model.row_at(n)) and row.id == "log_5")
    page.table.selectRow(place)
    settle(qtbot, window.context)
    told = words_in(page.detail)
    for part in ("Read back, as written.", "Schedule", "Posted \u2192 Verified", "9001", "sync 41"):
        assert part in told, part
    strip = page._strip
    strip.receipt.click()
    settle(qtbot, window.context)
    assert desk.asked("receipts") == [("act_7",)]
    dialog_of(window, ReceiptDialog).close()
    strip.undo.click()
    settle(qtbot, window.context)
    assert desk.asked("plan_undo") == [("act_7",)]
    dialog_of(window, UndoDialog).close()


def test_a_setting_has_neither_receipt_nor_undo(window: MainWindow, qtbot: QtBot) -> None:
    show(qtbot, window, "activity")
    page = window.activity
    place = next(n for n in range(8) if (row := page.model.row_at(n)) and row.kind == "setting")
    page.table.selectRow(place)
    settle(qtbot, window.context)
    assert page._strip.receipt.isHidden()
    assert page._strip.undo.isHidden()


def test_a_log_without_entries_says_what_it_is_for(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk("fresh"))
    show(qtbot, window, "activity")
    assert window.activity.empty.title.text() == "Nothing was done yet"


# ---- receipt


def test_the_receipt_of_a_payment_tells_every_step_and_is_kept_as_a_file(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    select_written(qtbot, window)
    window.payments._strip.receipt.click()
    settle(qtbot, window.context)
    dialog = dialog_of(window, ReceiptDialog)
    assert isinstance(dialog, ReceiptDialog)
    told = words_in(dialog)
    for part in ("FBR-0123456789ABCDEF", "9001", "Intended", "Read back", "HTTP 201", "once"):
        assert part in told, part
    dialog.save_to(str(tmp_path / "receipt.html"))
    settle(qtbot, window.context)
    assert desk.asked("save_receipts")[0][1] == tmp_path / "receipt.html"
    assert "receipt.html is written" in words_in(dialog.banner)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_receipt_is_said_in_the_dialog(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.fail["receipts"] = NotFound("There is no receipt", "Nothing was recorded.")
    window.actions_.show_receipt("pay_x")
    settle(qtbot, window.context)
    dialog = dialog_of(window, ReceiptDialog)
    assert isinstance(dialog, ReceiptDialog)
    assert "There is no receipt" in words_in(dialog)
    assert not dialog.save.isEnabled()


# ---- undo


def test_undo_shows_what_would_be_restored_before_it_does_anything(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    select_written(qtbot, window)
    window.payments._strip.undo.click()
    settle(qtbot, window.context)
    dialog = dialog_of(window, UndoDialog)
    assert isinstance(dialog, UndoDialog)
    told = words_in(dialog)
    for part in ("The payment will be deleted in FreshBooks", "As written", "Stays"):
        assert part in told, part
    assert desk.asked("undo") == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # the harmless one is the default
    assert desk.asked("undo") == []
    assert not dialog.isVisible()


def test_a_click_takes_it_back_and_says_where_it_stands(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.actions_.undo("pay_p1")
    settle(qtbot, window.context)
    dialog = dialog_of(window, UndoDialog)
    assert isinstance(dialog, UndoDialog)
    dialog.undo.click()
    settle(qtbot, window.context)
    assert desk.asked("undo") == [("pay_p1",)]
    told = words_in(dialog)
    assert "It is taken back" in told
    assert "Payment 9001 was taken back." in told
    assert dialog.undo.isHidden()


def test_a_whole_sync_is_taken_back_from_the_history(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "settings")
    buttons = [
        b
        for b in window.settings.history.findChildren(QAbstractButton)
        if b.accessibleName().startswith("Undo what this sync wrote")
    ]
    assert [b.accessibleName() for b in buttons] == ["Undo what this sync wrote: 2 writes"]
    buttons[0].click()
    settle(qtbot, window.context)
    assert desk.asked("plan_undo") == [("run_41",)]
    dialog_of(window, UndoDialog).close()


def test_what_changed_meanwhile_stops_it(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    window.actions_.undo("pay_p1")
    settle(qtbot, window.context)
    (first, second) = make_undo().items
    changed = replace(first, possible=False, changed=True, words="its sum is 9.00 USD")
    desk.fail["undo"] = UndoStopped(replace(make_undo(), items=(changed, second)))
    dialog = dialog_of(window, UndoDialog)
    assert isinstance(dialog, UndoDialog)
    dialog.undo.click()
    settle(qtbot, window.context)
    told = words_in(dialog)
    assert "has changed since it was written" in told
    assert "its sum is 9.00 USD" in told
    assert not dialog.undo.isEnabled()


def test_an_unreachable_service_is_said_in_the_dialog(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["plan_undo"] = Refused("FreshBooks does not answer", "Try again.")
    window.actions_.undo("pay_p1")
    settle(qtbot, window.context)
    dialog = dialog_of(window, UndoDialog)
    assert isinstance(dialog, UndoDialog)
    assert "FreshBooks does not answer" in words_in(dialog)
    assert not dialog.undo.isEnabled()


# ---- taking back a decision


def test_ctrl_z_takes_back_the_last_decision_and_says_so(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "payments")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    assert desk.asked("take_back_decision") == [()]
    assert "waits for your decision again" in window.toast.label.text()


def test_ctrl_z_with_nothing_to_take_back_says_so(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["take_back_decision"] = Refused("There is no decision to take back", "None.")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    (box,) = window.findChildren(ErrorDialog)
    assert box.title.text() == "There is no decision to take back"
    box.close()


@pytest.mark.parametrize("name", ["preview", "activity", "deposits"])
def test_the_pages_are_reached_by_key(window: MainWindow, qtbot: QtBot, name: str) -> None:
    QTest.keySequence(window, QKeySequence(hotkeys.PAGES[PAGES.index(name)]))
    settle(qtbot, window.context)
    assert window.pages.currentWidget() is getattr(window, name)
