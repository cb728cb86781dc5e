"""Importing in the window: nothing goes in before it was shown, and what is unclear is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fbrecon.app.import_preview import FieldColumn, FilePreview, ReadRow
from fbrecon.app.imports import ImportKind
from fbrecon.app.views import ImportResult
from fbrecon.domain.imports import RowProblem
from fbrecon.table_files.days import DayOrder
from tests.fakes.fake_desk import FakeDesk
from ui import formats
from ui.dialogs.import_file import ImportFileDialog
from ui.main_window import MainWindow

MakeWindow = Callable[[FakeDesk], MainWindow]
PATH = Path("/exports/march <b>2026</b>.csv")
PROBLEM = RowProblem(4, "date", "“soon” is not a date.")


def preview(kind: ImportKind, *, asks: str = "", problem: str = "") -> FilePreview:
    result = ImportResult(kind.value, "plain", 2, 1, 3, 0, 1, (PROBLEM,), dry_run=True)
    return FilePreview(
        PATH,
        kind,
        "UTF-8, commas",
        "plain",
        ("date", "amount", "=1+1"),
        (("01/02/2026", "5.00", "<i>x</i>"),),
        (FieldColumn("date", True, "date"), FieldColumn("amount", True, "amount")),
        asks,
        problem,
        None if asks or problem else result,
        (ReadRow(2, date(2026, 2, 1), "<i>x</i>", Decimal("-1234.50"), "USD", ""),),
    )


@pytest.fixture
def over() -> FakeDesk:
    desk = FakeDesk("empty")
    for kind in (None, *ImportKind):
        desk.file_previews[kind] = preview(kind or ImportKind.BANK)
    return desk


def told(dialog: ImportFileDialog) -> str:
    """All that the banner says."""
    return dialog.banner.accessibleName()


def looked(over: FakeDesk) -> list[Any]:
    return over.asked("preview_file")


def opened(qtbot: QtBot, window: MainWindow) -> ImportFileDialog:
    window.actions_.look_at_file(PATH)
    dialog = window.findChild(ImportFileDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


def test_a_file_is_shown_before_it_goes_in(
    over: FakeDesk, make_window: MakeWindow, qtbot: QtBot
) -> None:
    dialog = opened(qtbot, make_window(over))
    assert dialog.title.text() == PATH.name
    assert "UTF-8, commas" in dialog.form.text()
    assert dialog.kind.currentData() == ImportKind.BANK
    assert dialog.counts.text().startswith("2 new, 1 changed, 3 here already")
    assert "Row 4, date: “soon” is not a date." in dialog.problems.text()
    understood = [dialog.read.item(0, column) for column in range(4)]
    assert [cell.text() for cell in understood if cell is not None] == [
        "2", formats.day(date(2026, 2, 1)), "<i>x</i>", "\u22121,234.50 USD",
    ]  # fmt: skip
    assert dialog.read.isColumnHidden(4)
    cell = dialog.rows.item(0, 2)
    assert cell is not None
    assert cell.text() == "<i>x</i>"
    assert over.asked("import_file") == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: over.asked("import_file") == [(ImportKind.BANK, PATH)])
    qtbot.waitUntil(lambda: "Reconcile" in told(dialog))
    assert not dialog.accept_.isVisible()


def test_what_the_file_does_not_tell_is_asked_and_the_answer_looked_at(
    over: FakeDesk, make_window: MakeWindow, qtbot: QtBot
) -> None:
    over.file_previews[None] = preview(ImportKind.BANK, asks="dates", problem="Either way.")
    dialog = opened(qtbot, make_window(over))
    assert not dialog.accept_.isEnabled()
    assert dialog.order.isVisible()
    assert not dialog.mark.isVisible()
    assert "Either way." in told(dialog)
    dialog.order.setCurrentIndex(1)
    qtbot.waitUntil(dialog.accept_.isEnabled)
    _, kind, wishes = looked(over)[-1]
    assert (kind, wishes.order) == (ImportKind.BANK, DayOrder.DAY_FIRST)


def test_columns_that_a_person_chooses_are_sent_along_under_a_name(
    over: FakeDesk, make_window: MakeWindow, qtbot: QtBot
) -> None:
    dialog = opened(qtbot, make_window(over))
    dialog.name.setText("Hausbank")
    dialog.columns["amount"].setCurrentIndex(3)
    qtbot.waitUntil(lambda: len(over.asked("preview_file")) == 2)
    wishes = looked(over)[-1][2]
    assert wishes.mapping == "Hausbank"
    assert wishes.columns == (("date", "date"), ("amount", "=1+1"))


def test_another_kind_is_looked_at_anew(
    over: FakeDesk, make_window: MakeWindow, qtbot: QtBot
) -> None:
    over.file_previews[ImportKind.PAYMENTS] = preview(ImportKind.PAYMENTS, problem="It needs …")
    dialog = opened(qtbot, make_window(over))
    dialog.kind.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "It needs" in told(dialog))
    assert not dialog.accept_.isEnabled()
    assert dialog.counts.text() == ""


def test_a_file_is_chosen_with_the_keyboard_or_dropped_on_the_window(
    over: FakeDesk,
    make_window: MakeWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    window = make_window(over)
    path = tmp_path / "x.csv"
    path.write_text("a,b\n")

    def choose(*_words: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(over.asked("preview_file")) == 1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: len(over.asked("preview_file")) == 2)
    assert {call[0] for call in looked(over)} == {path}
