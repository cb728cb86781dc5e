"""A walk over every widget of every page and dialog: named, reachable, readable, spoken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from fbrecon.app.imports import ImportKind
from fbrecon.app.program_facts import ProgramFacts
from fbrecon.app.views import PaymentRow
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.dialogs.about import AboutDialog
from ui.dialogs.add_company import AddCompanyDialog
from ui.dialogs.app_keys import AppKeysDialog
from ui.dialogs.bank_rules import BankRulesDialog
from ui.dialogs.choose_invoice import ChooseInvoiceDialog
from ui.dialogs.clearing import ClearingDialog
from ui.dialogs.closing import ClosingDialog
from ui.dialogs.error_dialog import ErrorDialog
from ui.dialogs.import_file import ImportFileDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.log_view import LogDialog
from ui.dialogs.platform_key import PlatformKeyDialog
from ui.dialogs.receipt import ReceiptDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.undo import UndoDialog
from ui.environment import SignInSandbox
from ui.help.help_window import HelpWindow
from ui.main_window import PAGES, MainWindow
from ui.pages.strip_frame import WRITTEN
from ui.sign_in.dialog import SignInDialog
from ui.theme import Look, Theme
from ui.widgets.form import FormDialog
from ui.widgets.icon_label import IconLabel
from ui.wizard.accounts_wizard import AccountsWizard

from .conftest import MakeWindow, parts, settle
from .test_accessibility import is_ours, nameless
from .test_import_file import preview
from .test_restoring import a_look
from .test_theme import contrast

LEAST = 4.5
# Frames that are never shown by themselves.
FRAMES = {FormDialog}


@dataclass
class Stage:
    """A window and a desk from which every dialog can be opened."""

    window: MainWindow
    desk: FakeDesk
    context: Context
    folder: Path

    def written(self) -> str:
        """A payment that has a receipt."""
        return next(p.id for p in self.desk.payments.values() if p.posting_state in WRITTEN)

    def payment(self) -> PaymentRow:
        """One for which an invoice can be chosen."""
        return next(p for p in self.desk.payments.values() if p.state == "held" and p.amount)


MAKE: dict[type[QDialog], Callable[[Stage], QDialog]] = {
    AboutDialog: lambda s: AboutDialog(s.context, s.window),
    AddCompanyDialog: lambda s: AddCompanyDialog(s.context, s.window),
    AppKeysDialog: lambda s: AppKeysDialog(s.context, s.window),
    BankRulesDialog: lambda s: BankRulesDialog(s.context, s.window),
    ChooseInvoiceDialog: lambda s: ChooseInvoiceDialog(s.context, s.payment(), s.window),
    ClearingDialog: lambda s: ClearingDialog(s.context, "USD", s.window),
    ClosingDialog: lambda s: ClosingDialog(s.context, s.window),
    ErrorDialog: lambda s: ErrorDialog(s.context.theme, OSError(), s.window),
    ImportFileDialog: lambda s: ImportFileDialog(s.context, s.folder / "bank.csv", s.window),
    KeysDialog: lambda s: KeysDialog([("Enter", "accepts")], s.window),
    LogDialog: lambda s: LogDialog(s.context, s.folder, s.window),
    PlatformKeyDialog: lambda s: PlatformKeyDialog(s.context, s.window),
    ReceiptDialog: lambda s: ReceiptDialog(s.context, s.window.actions_, s.written(), s.window),
    RestoreDialog: lambda s: RestoreDialog(s.context, s.desk.slug, "Harbour", "Damaged.", s.window),
    SignInDialog: lambda s: SignInDialog(
        s.context,
        s.window,
        sandbox=SignInSandbox(allow_unsandboxed=False, is_root=True, environment={}),
    ),
    UndoDialog: lambda s: UndoDialog(s.context, s.written(), s.window),
    AccountsWizard: lambda s: AccountsWizard(s.context, s.window),
}


def kinds_of(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for child in kind.__subclasses__():
        if child.__module__.startswith("ui."):
            yield child
        yield from kinds_of(child)


@pytest.fixture
def stage(make_window: MakeWindow, desk: FakeDesk, tmp_path: Path, qtbot: QtBot) -> Stage:
    (tmp_path / "bank.csv").write_text("date,amount\n2026-04-01,1.00\n", encoding="utf-8")
    desk.copies.append(a_look(2))
    desk.leave_out("line_b4", always=True)
    desk.file_previews[None] = preview(ImportKind.BANK)
    window = make_window(desk, ProgramFacts(tmp_path))
    settle(qtbot, window.context)
    return Stage(window, desk, window.context, tmp_path)


def shown(root: QWidget) -> list[QWidget]:
    return [part for part in parts(root) if part.isVisible()]


def unreachable(root: QWidget) -> list[str]:
    """What can be used with the mouse and not with the keys."""
    chain, widget = set(), root
    while widget not in chain:
        chain.add(widget)
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
    found = []
    for part in shown(root):
        usable = isinstance(part, (QAbstractButton, QLineEdit, QComboBox)) and is_ours(part)
        if not usable or not part.isEnabled() or part.parentWidget() is None:
            continue
        # A line that goes by itself must not take the focus.
        if part.parentWidget().property("role") == "toast":  # type: ignore[union-attr]
            continue
        if not any(_is_stop(one) and one in chain for one in _together(part)):
            found.append(f"{type(part).__name__} {part.accessibleName()!r}")
    return found


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _together(widget: QWidget) -> list[QWidget]:
    """A choice of one among several is one stop; arrows go through it."""
    if isinstance(widget, QAbstractButton):
        group: QButtonGroup | None = widget.group()
        if group is not None and group.exclusive():
            return list(group.buttons())
        if widget.autoExclusive():
            parent = widget.parentWidget()
            assert parent is not None
            return [one for one in parent.findChildren(QAbstractButton) if one.autoExclusive()]
    return [widget]


def unreadable(root: QWidget) -> list[str]:
    """Texts whose ink stands out by less than it should from what it lies on, as painted."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    across = image.bytesPerLine() // 4
    found = []
    for widget, text, place in texts_of(root):
        area = place.intersected(image.rect())
        if area.width() < 4 or area.height() < 4:
            continue
        seen: Counter[int] = Counter()
        for y in range(area.top(), area.bottom() + 1):
            seen.update(pixels[y * across + area.left() : y * across + area.right() + 1])
        ground = hexed(seen.most_common(1)[0][0])
        best = max(contrast(hexed(colour), ground) for colour in seen)
        if best < LEAST:
            found.append(f"{type(widget).__name__} {text[:40]!r}: {best:.2f}")
    return found


def hexed(colour: int) -> str:
    return f"#{colour & 0xFFFFFF:06x}"


def texts_of(root: QWidget) -> Iterator[tuple[QWidget, str, QRect]]:
    """Every text that is in view with its place on the picture of the root."""
    for part in shown(root):
        # WCAG asks nothing of what cannot be used just now.
        if not part.isEnabled() or isinstance(part, IconLabel):
            continue
        text = part.text() if isinstance(part, (QLabel, QAbstractButton, QLineEdit)) else ""
        place = part.visibleRegion().boundingRect()
        # Of what is half scrolled away there may be no ink in view.
        if text.strip() and place.size() == part.size():
            yield part, text, place.translated(part.mapTo(root, QPoint(0, 0)))
        if isinstance(part, QTableView) and part.model() is not None:
            model = part.model()
            for row in range(min(3, model.rowCount())):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    place = part.visualRect(index).intersected(part.viewport().rect())
                    words = str(index.data() or "")
                    if words.strip(" \u2013") and place.width() > 30:
                        yield part, words, place.translated(part.viewport().mapTo(root, QPoint()))


def silent_cells(table: QTableView) -> list[str]:
    """Cells of which a screen reader would hear nothing."""
    model = table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    found = []
    for column in range(model.columnCount()):
        title = model.headerData(column, Qt.Orientation.Horizontal)
        if not str(title or "").strip():
            found.append(f"column {column} has no title")
        for row in range(min(5, model.rowCount())):
            if not str(model.index(row, column).data(role) or "").strip():
                found.append(f"{title}, row {row}")
    return found


def test_no_dialog_is_left_out_of_the_walk() -> None:
    assert set(kinds_of(QDialog)) - FRAMES == set(MAKE)


def test_every_dialog_is_named_reachable_and_readable(
    stage: Stage, qtbot: QtBot, theme: Theme
) -> None:
    found: dict[str, list[str]] = {}
    for look in (Look.LIGHT, Look.DARK):
        theme.set_look(look)  # seldom: it styles everything anew
        for kind, make in MAKE.items():
            dialog = make(stage)
            dialog.show()
            settle(qtbot, stage.context)
            assert dialog.windowTitle()
            for _ in range(len(dialog.pageIds()) if isinstance(dialog, QWizard) else 1):
                flaws = unreadable(dialog)
                if look is Look.LIGHT:
                    flaws += nameless(dialog) + unreachable(dialog)
                if flaws:
                    found[f"{kind.__name__}, {look}"] = flaws
                if isinstance(dialog, QWizard):
                    dialog.next()
            dialog.done(0)
            dialog.deleteLater()
    assert found == {}


def test_every_page_is_named_reachable_readable_and_speaks_each_cell(
    stage: Stage, qtbot: QtBot, theme: Theme
) -> None:
    window = stage.window
    found: dict[str, list[str]] = {}
    for look in (Look.LIGHT, Look.DARK):
        theme.set_look(look)
        for name in PAGES:
            window.show_page(name)
            settle(qtbot, stage.context)
            page = window.pages.current_page()
            table = getattr(page, "table", None)
            if isinstance(table, QTableView) and table.model().rowCount():
                table.selectRow(0)
                settle(qtbot, stage.context)
            flaws = unreadable(page) + (unreadable(window.navigation) if name == PAGES[0] else [])
            if look is Look.LIGHT:
                flaws += nameless(window) + unreachable(window)
                for one in window.findChildren(QTableView):
                    flaws += silent_cells(one) if one.isVisible() else []
                stops = [part for part in shown(page) if part.isEnabled() and _is_stop(part)]
                flaws += [] if stops else ["nothing to go to"]
            if flaws:
                found[f"{name}, {look}"] = flaws
    assert found == {}


def test_the_help_and_a_question_are_named_reachable_and_readable(
    stage: Stage, qtbot: QtBot, theme: Theme
) -> None:
    help_ = HelpWindow(theme, print)
    qtbot.addWidget(help_)
    help_.open("index.md")
    stage.window.live_in_tray()
    stage.window.close()
    box = stage.window.findChild(QMessageBox)
    assert box is not None
    for look in (Look.LIGHT, Look.DARK):
        theme.set_look(look)
        for shown_one in (help_, box):
            QApplication.processEvents()
            assert unreadable(shown_one) == []
    assert nameless(help_) == []
    assert unreachable(help_) == []
    stage.window.end()


def test_the_walk_notices_what_it_is_for(stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    """Each of its eyes is shut once: it must be able to fail."""
    dialog = KeysDialog([("Enter", "accepts")], stage.window)
    dialog.show()
    edit = QLineEdit(dialog)
    edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    edit.show()
    assert any("QLineEdit" in one for one in nameless(dialog))
    assert any("QLineEdit" in one for one in unreachable(dialog))
    pale = QLabel("hardly to be seen", dialog)
    pale.setStyleSheet(f"color: {replace(theme.colours).border}")
    dialog.resize(600, 500)
    pale.resize(200, 30)
    pale.move(20, 440)
    pale.show()
    QApplication.processEvents()
    assert any("hardly" in one for one in unreadable(dialog))
    dialog.close()
