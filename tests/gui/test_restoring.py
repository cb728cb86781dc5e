"""A copy of a company file is put back from the window: seen first, and nothing reads meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fbrecon.domain.backups import BackupCopy, CopyLook, Loss
from fbrecon.errors import FileError
from tests.fakes.fake_desk import FakeDesk
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow

from .conftest import settle

COUNTS = {"invoices": 340, "customers": 12, "payments": 1, "bank_lines": 60}


def a_look(day: int, flaw: str = "", loss: Loss | None = None) -> CopyLook:
    name = f"company-2026-04-{day:02}.db"
    copy = BackupCopy(name, datetime(2026, 4, day, 18, 3, tzinfo=UTC), 4_404_019)
    return CopyLook(copy, {} if flaw else COUNTS, flaw, loss)


def open_dialog(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    window.actions_.choose_backup()
    settle(qtbot, window.context)
    dialog = window.restoring.dialog
    assert dialog is not None
    return dialog


def test_each_copy_tells_its_day_its_size_and_what_it_holds(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.copies += [a_look(3, flaw="it cannot be read"), a_look(2, loss=Loss(2, 1, 3)), a_look(1)]
    dialog = open_dialog(window, qtbot)
    assert dialog.windowTitle() == "Restore Harbour & Pine Studio"
    lines = [dialog.copies.item(row).text() for row in range(3)]
    assert "cannot be used: it cannot be read" in lines[0]
    assert "Apr 2, 2026" in lines[1]
    assert lines[1].endswith("4.2 MB \u00b7 340 invoices, 1 payment, 60 bank lines")
    assert dialog.copies.currentRow() == 1, "the newest that can be used"
    assert dialog.loss.text() == (
        "Lost would be: 2 decisions of yours, 1 imported bank line."
        " 3 writes made since are found again by their marks, not made again."
    )
    dialog.copies.setCurrentRow(2)
    assert "cannot be told" in dialog.loss.text()
    dialog.copies.setCurrentRow(0)
    assert not dialog.agreed.isEnabled()
    dialog.reject()
    assert desk.asked("restore_company") == []


def test_only_after_the_loss_was_read_is_a_copy_put_back_and_shown(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.copies.append(a_look(2, loss=Loss(0, 0, 0)))
    pages = window.pages
    dialog = open_dialog(window, qtbot)
    assert "Nothing is lost" in dialog.loss.text()
    assert not dialog.restore.isEnabled()
    dialog.agreed.setChecked(True)
    asked = len(desk.calls)
    dialog.restore.click()
    dialog.reject()
    assert dialog.isVisible(), "it cannot be left half-way"
    settle(qtbot, window.context)
    assert window.restoring.dialog is None
    restored = window.context.desk
    assert restored is not desk
    assert restored.slug == desk.slug
    assert window.pages is not pages
    assert window.windowTitle().startswith("Harbour")
    fresh = desk.street["fresh"]
    assert fresh.asked("restore_company") == [(desk.slug, "company-2026-04-02.db")]
    window.grab()
    later = [call[0] for call in desk.calls[asked:]]
    assert set(later) <= {"open_company"}, "nothing is asked of the file that is replaced"
    assert "is in place" in window.toast.label.text()


def test_a_copy_that_is_refused_says_why_and_another_may_be_chosen(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.copies += [a_look(2), a_look(1)]
    fresh = desk.open_company(None)
    fresh.fail["restore_company"] = FileError("This copy cannot be used", "It is damaged itself.")
    dialog = open_dialog(window, qtbot)
    dialog.agreed.setChecked(True)
    dialog.restore.click()
    settle(qtbot, window.context)
    assert dialog.banner.title.text() == "This copy cannot be used"
    del fresh.fail["restore_company"]
    dialog.copies.setCurrentRow(1)
    dialog.agreed.setChecked(True)
    dialog.restore.click()
    settle(qtbot, window.context)
    assert window.context.desk.slug == desk.slug


def test_after_a_refusal_that_is_given_up_the_company_is_shown_again(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.copies.append(a_look(2))
    fresh = desk.open_company(None)
    fresh.fail["restore_company"] = FileError("This copy cannot be used", "It is damaged itself.")
    dialog = open_dialog(window, qtbot)
    dialog.agreed.setChecked(True)
    dialog.restore.click()
    settle(qtbot, window.context)
    dialog.reject()
    settle(qtbot, window.context)
    assert window.context.desk.slug == desk.slug
    assert window.windowTitle().startswith("Harbour")


def test_a_damaged_company_can_be_restored_or_removed_while_another_is_shown(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.damaged["old-firm"] = "It is no longer a database."
    window.restoring.offer("old-firm", "old-firm", "It is no longer a database.")
    settle(qtbot, window.context)
    dialog = window.restoring.dialog
    assert dialog is not None
    assert dialog.remove.isVisible()
    assert "no copy that can be used" in dialog.loss.text()
    pages = window.pages
    dialog.remove.click()
    box = window.findChild(QMessageBox)
    assert box is not None
    box.button(QMessageBox.StandardButton.NoButton)
    yes = next(b for b in box.buttons() if b.text().startswith("Remove"))
    yes.click()
    settle(qtbot, window.context)
    assert desk.removed == ["old-firm"]
    assert window.pages is pages, "the company that is shown stays"


@pytest.mark.parametrize("slug", ["", None])
def test_without_a_company_there_is_nothing_to_restore(
    window: MainWindow, desk: FakeDesk, slug: str | None
) -> None:
    desk.slug = slug  # type: ignore[assignment]
    window.actions_.choose_backup()
    assert window.restoring.dialog is None
