"""Names come from strangers: whatever they hold, the window shows it as plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fbrecon.domain.business import Business
from fbrecon.errors import Refused
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui.dialogs.error_dialog import ErrorDialog
from ui.main_window import PAGES
from ui.sign_in.choose_business import ChooseBusiness
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
ROOT = Path(__file__).parents[2] / "ui"


def hostile_desk(name: str) -> FakeDesk:
    desk = FakeDesk("working", invoices=3, payments=9)
    desk.invoices = {
        key: replace(row, customer=name, number=name[:40]) for key, row in desk.invoices.items()
    }
    desk.payments = {
        key: replace(row, customer=name, reason=name, method=name[:20], state=name[:20])
        for key, row in desk.payments.items()
    }
    desk.bank = {
        key: replace(row, description=name, reference=name, account=name, reason=name)
        for key, row in desk.bank.items()
    }
    desk.attention = [
        replace(row, title=name, message=name, hint=name, kind=name[:30])
        for row in sample_books.make_attention()
    ]
    desk.all_accounts = [replace(account, name=name) for account in desk.all_accounts]
    desk.chosen = {
        role: replace(account, name=name) if account else None
        for role, account in desk.chosen.items()
    }
    assert desk.last_run is not None
    desk.last_run = replace(desk.last_run, sentence=name)
    return desk


def check(root: object) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(root, QWidget)
    for widget in parts(root):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget
            assert not _BIDI.search(widget.text()), repr(widget.text())
        tip = widget.toolTip()
        assert "<img" not in tip
        assert "<a " not in tip
        assert not _BIDI.search(widget.accessibleName())


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_every_page_shows_hostile_names_as_plain_text(
    qtbot: QtBot, make_window: MakeWindow, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    business = replace(sample_books.BUSINESS, name=name)
    monkeypatch.setattr(sample_books, "BUSINESS", business)
    window = make_window(hostile_desk(name))
    for page in PAGES:
        window.show_page(page)
        settle(qtbot, window.context)
        window.grab()
    window.invoices.table.selectRow(0)
    window.invoices.read_detail_now()
    window.payments.table.selectRow(0)
    settle(qtbot, window.context)
    window.show_page("reconcile")
    for _ in range(3):
        settle(qtbot, window.context)
        window.grab()
    window.reconcile.panel.choose.click()
    settle(qtbot, window.context)
    wizard = AccountsWizard(window.context, window)
    wizard.show()
    settle(qtbot, window.context)
    for _ in range(4):
        wizard.next()
    error = ErrorDialog(window.context.theme, Refused(name, name, name), window)
    choose = ChooseBusiness(window.context.theme, window)
    choose.show_businesses((Business("1", "a", "u", name, name[:20], "UTC"), business))
    check(window)
    check(wizard)
    check(error)
    for model in (window.invoices.model, window.payments.model, window.reconcile.model):
        for column in range(model.columnCount()):
            shown = str(model.data(model.index(0, column)))
            assert not _BIDI.search(shown)
            tip = model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole)
            assert "<img" not in str(tip)
    wizard.close()


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
