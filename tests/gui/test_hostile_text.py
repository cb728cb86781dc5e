"""Names come from strangers: whatever they hold, the window shows it as plain text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLabel,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from fbrecon.domain.business import Business
from fbrecon.errors import Refused
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.hostile import poison
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
from ui.main_window import PAGES
from ui.pages.detail_page import DetailPage
from ui.sign_in.choose_business import ChooseBusiness
from ui.sign_in.dialog import SignInDialog
from ui.tables.csv_text import csv_text
from ui.tables.invoice_columns import invoice_columns
from ui.widgets.form import FormDialog
from ui.wizard.accounts_wizard import AccountsWizard

from .conftest import MakeWindow, parts, settle

HOSTILE = (
    "<img src='file://localhost/etc/passwd'>",
    "<a href='https://evil.example'>Pay here</a>",
    "<h1>PAID</h1>",
    "&lt;b&gt;bold&lt;/b&gt;",
    "Acme\u202e000.1 DSU",
    "a\u2066b\u2069c",
    "bell\x07 esc\x1b[31m nul\x00",
    "line one\n<b>line two</b>",
    '=HYPERLINK("https://evil.example")',
    "Harbour & Pine",
    "x" * 5000,
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 <u>mixed</u>",
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]")
_DIALOG = re.compile(r"^class \w+\((?:Q\w*Dialog|FormDialog|QWizard)\)", re.M)
ROOT = Path(__file__).parents[2] / "ui"


# Dialogs that show nothing of anybody else's, and the one whose page is the service's own.
NOTHING_FOREIGN = {
    AboutDialog,
    AppKeysDialog,
    FormDialog,
    KeysDialog,
    PlatformKeyDialog,
    SignInDialog,
}


def hostile_desk(name: str) -> FakeDesk:
    return poison(FakeDesk("working", invoices=3, payments=9), name)


def hostile_log(home: Path, name: str) -> Path:
    """A home whose log has that text, as a service may have sent it."""
    (home / "logs").mkdir(exist_ok=True)
    (home / "logs" / "fbrecon.log").write_text(f"{name}\n", "utf-8")
    return home


def check(root: QWidget) -> None:
    """Nothing in it is taken for markup, and nothing tricks the eye."""
    for widget in parts(root):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget
            fits(widget.text())
        for text in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            fits_tip(text)
        fits(widget.accessibleName())
        fits(widget.accessibleDescription())
        if widget.isWindow():
            fits(widget.windowTitle())
        if isinstance(widget, QAbstractButton):
            fits(widget.text())
        if isinstance(widget, QComboBox):
            for place in range(widget.count()):
                fits(widget.itemText(place))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            check_model(widget.model())
        for action in widget.actions():
            fits(action.text())
            fits_tip(action.toolTip())


def check_model(model: QAbstractItemModel) -> None:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 5)):
        for column in range(columns):
            index = model.index(row, column)
            fits(str(model.data(index)))
            fits_tip(str(model.data(index, Qt.ItemDataRole.ToolTipRole) or ""))
            fits(str(model.data(index, Qt.ItemDataRole.AccessibleTextRole) or ""))


def fits(text: str) -> None:
    assert not _BIDI.search(text), repr(text[:200])


def fits_tip(text: str) -> None:
    """A tooltip is rich text as soon as it looks like it: what is data in it is escaped."""
    assert "<img" not in text
    assert "<a " not in text
    assert "<h1" not in text
    fits(text)


def tables(page: QWidget) -> list[QAbstractItemView]:
    return [view for view in page.findChildren(QAbstractItemView) if view.isVisible()]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_every_page_and_dialog_shows_hostile_names_as_plain_text(
    qtbot: QtBot,
    make_window: MakeWindow,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Pages and tables are walked as they are found, so new ones are covered when they come."""
    business = replace(sample_books.BUSINESS, name=name)
    monkeypatch.setattr(sample_books, "BUSINESS", business)
    ids = {row.id for row in FakeDesk("working", payments=9).payments.values()}
    window = make_window(hostile_desk(name))
    context = window.context
    for place in PAGES:
        window.show_page(place)
        settle(qtbot, context)
        page = window.pages.currentWidget()
        assert page is not None
        for view in tables(page):
            model = view.model()
            if model.rowCount():
                view.setCurrentIndex(model.index(0, 0))
                if isinstance(page, DetailPage):
                    page.read_detail_now()
                settle(qtbot, context)
        window.grab()
        check(window)
    window.show_page("reconcile")
    for _ in range(3):
        settle(qtbot, context)
    window.reconcile.panel.choose.click()
    settle(qtbot, context)
    check(window)
    choose = ChooseBusiness(context.theme, window)
    choose.show_businesses((Business("1", "a", "u", name, name[:20], "UTC"), business))
    shown: list[QWidget] = [
        choose,
        ErrorDialog(context.theme, Refused(name, name, name), window),
        ChooseInvoiceDialog(context, context.desk.payment_rows([min(ids)])[0], window),
        ReceiptDialog(context, window.actions_, min(ids), window),
        UndoDialog(context, min(ids), window),
        ClearingDialog(context, "USD", window),
        BankRulesDialog(context, window),
        ImportFileDialog(context, Path(name.replace("/", "-")[:80]), window),
        ClosingDialog(context, window),
        AddCompanyDialog(context, window),
        RestoreDialog(context, context.desk.slug or "", name, name, window),
        LogDialog(context, hostile_log(tmp_path, name), window),
        AccountsWizard(context, window),
    ]
    kinds = {type(dialog) for dialog in shown}
    assert set(all_dialogs()) <= kinds | NOTHING_FOREIGN, "a new dialog is to be shown here, too"
    for dialog in shown:
        dialog.show()
        settle(qtbot, context)
        if isinstance(dialog, QWizard):
            for _ in dialog.pageIds():
                check(dialog)
                dialog.next()
        check(dialog)
        dialog.grab()
        dialog.close()


def all_dialogs() -> Iterator[type[QWidget]]:
    """Every dialog of the window that there is."""
    for path in sorted(ROOT.rglob("*.py")):
        if not _DIALOG.search(path.read_text(encoding="utf-8")):
            continue
        module = import_module(".".join(path.relative_to(ROOT.parent).with_suffix("").parts))
        kinds = [found for found in vars(module).values() if isinstance(found, type)]
        yield from (
            kind
            for kind in kinds
            if issubclass(kind, QDialog | QWizard) and kind.__module__ == module.__name__
        )


def test_the_hostile_text_stands_in_every_kind_of_row() -> None:
    desk = hostile_desk("<b>x</b>")
    assert next(iter(desk.invoices.values())).customer == "<b>x</b>"
    assert next(iter(desk.bank.values())).description == "<b>x</b>"
    assert desk.attention[0].title == "<b>x</b>"
    assert desk.all_accounts[0].name == "<b>x</b>"
    assert desk.all_accounts[0].id != "<b>x</b>"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_copied_from_a_table_holds_no_formula(name: str) -> None:
    desk = hostile_desk(name)
    text = csv_text(invoice_columns(), desk.invoices.values())
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
            assert not re.match(r"-(?![\d.]+$)", cell), cell


def test_labels_message_boxes_and_tooltips_have_one_source_each() -> None:
    for path in ROOT.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        place = path.relative_to(ROOT).as_posix()
        if place != "dialogs/messages.py":
            assert not re.search(r"\bQMessageBox[(.,\n]", source), place
        if place not in ("widgets/plain_label.py", "widgets/icon_label.py"):
            assert not re.search(r"\bQLabel[(,\n]", source), place
        assert "runJavaScript" not in source, place
        assert "QWebChannel" not in source, place
        assert "RichText" not in source, place


def test_no_translated_sentence_is_built_before_it_is_looked_up() -> None:
    early = re.compile(r"""\b_?tr\(\s*f["']|translate\([^)]*\bf["']""")
    for path in ROOT.rglob("*.py"):
        assert not early.search(path.read_text(encoding="utf-8")), path
