"""Everything that can be used has a name, a place in the tab order, and a visible focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from ui import hotkeys
from ui.context import Context
from ui.dialogs.app_keys import AppKeysDialog
from ui.dialogs.bank_rules import BankRulesDialog
from ui.dialogs.error_dialog import ErrorDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.platform_key import PlatformKeyDialog
from ui.environment import SignInSandbox
from ui.main_window import PAGES, MainWindow
from ui.sign_in.dialog import SignInDialog
from ui.wizard.accounts_wizard import AccountsWizard

from .conftest import MakeWindow, parts, settle

USABLE = (
    QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QProgressBar,
)  # fmt: skip


def is_ours(widget: QWidget) -> bool:
    """Not a part that Qt makes inside a widget of its own."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(widget, (QHeaderView, QScrollBar)):
        return False
    if isinstance(parent, (QComboBox, QLineEdit)) or isinstance(widget, QListView):
        return type(widget).__name__ == "QListWidget"
    return not isinstance(parent, QAbstractItemView)


def nameless(root: QWidget) -> list[str]:
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    found = []
    for widget in parts(root):
        if not isinstance(widget, USABLE) or not is_ours(widget):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        named = widget.accessibleName() or text or widget in buddies
        may_be_unnamed = not widget.isVisible() and isinstance(widget, QAbstractButton)
        if not named and not may_be_unnamed:
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_every_page_has_names_for_everything(
    make_window: MakeWindow, qtbot: QtBot, desk: FakeDesk
) -> None:
    for scenario in ("working", "fresh", "pending", "reconnect"):
        window = make_window(FakeDesk(scenario))
        for page in PAGES:
            window.show_page(page)
            settle(qtbot, window.context)
            assert nameless(window) == []
        window.resize(560, 600)
        assert nameless(window) == []


def test_every_dialog_has_names_for_everything(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    sandbox = SignInSandbox(allow_unsandboxed=False, is_root=True, environment={})
    sign_in = SignInDialog(context, sandbox=sandbox)
    desk.leave_out("line_b4", always=True)
    dialogs = (
        AppKeysDialog(context),
        PlatformKeyDialog(context),
        ErrorDialog(context.theme, ValueError()),
        sign_in,
        AccountsWizard(context),
        KeysDialog([("Enter", "accepts")]),
        BankRulesDialog(context),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, context)
        pages = len(dialog.pageIds()) if isinstance(dialog, QWizard) else 1
        for _ in range(pages):
            assert nameless(dialog) == []
            if isinstance(dialog, QWizard):
                dialog.next()
    sign_in.switch.click()
    settle(qtbot, context)
    assert nameless(sign_in) == []
    for dialog in dialogs:
        dialog.close()


def test_tab_reaches_every_button_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    wanted = {
        widget
        for widget in parts(window)
        if isinstance(widget, QAbstractButton) and widget.isVisible() and widget.isEnabled()
    }
    reached: set[QWidget] = set()
    window.activateWindow()
    for _ in range(60):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        if focused is not None:
            reached.add(focused)
    # The pages of the navigation are one group: Tab enters it, arrows go through it.
    missing = {w for w in wanted - reached if w not in window.navigation.buttons}
    assert missing == set()
    assert reached & set(window.navigation.buttons)


def test_arrows_go_through_the_navigation(window: MainWindow, qtbot: QtBot) -> None:
    window.navigation.buttons[0].setFocus()
    QTest.keyClick(window.navigation.buttons[0], Qt.Key.Key_Down)
    assert window.pages.currentWidget() is window.invoices
    settle(qtbot, window.context)


def test_the_focus_is_visible(window: MainWindow, qtbot: QtBot) -> None:
    button = window.home.accounts.button
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != before


def test_every_page_has_its_own_shortcut() -> None:
    keys = [*hotkeys.PAGES, *hotkeys.SYNC_NOW, hotkeys.FIND, hotkeys.COPY_ROWS, hotkeys.APPROVE]
    keys.append(hotkeys.COMPANIES)
    assert len(hotkeys.PAGES) == len(PAGES)
    assert len(set(keys)) == len(keys)
