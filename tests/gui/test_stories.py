"""Details tell both sides and what happened, and lead to FreshBooks and to receipts."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from fbrecon.app.views import TableQuery
from fbrecon.domain.stories import Compared, Happening, Side
from fbrecon.errors import FileError
from tests.fakes.fake_desk import FakeDesk
from ui.main_window import MainWindow
from ui.pages.detail_page import DetailPage
from ui.tables import story_words
from ui.tables.deposit_columns import deposit_columns
from ui.widgets.buttons import Button
from ui.widgets.plain_label import PlainLabel

from .conftest import MakeWindow, settle

TOLD = ("invoices", "customers", "payments", "payouts", "deposits")


def shown(window: MainWindow, qtbot: QtBot, name: str, row: int = 0) -> DetailPage:
    window.show_page(name)
    settle(qtbot, window.context)
    page: DetailPage = getattr(window, name)
    page.table.selectRow(row)
    page.read_detail_now()
    settle(qtbot, window.context)
    return page


def texts(page: DetailPage) -> list[str]:
    labels = page.detail.findChildren(PlainLabel)
    return [label.text() for label in labels if label.isVisibleTo(page.detail)]


def test_every_detail_tells_both_sides_and_what_happened(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    for name in TOLD:
        page = shown(window, qtbot, name)
        (asked,) = desk.asked("story")[-1]
        story = desk.story(str(asked))
        said = texts(page)
        assert "What happened" in said, name
        for one in story.happenings:
            assert story_words.happening(one) in said, name
        kind = str(asked).partition("_")[0]
        for row in story.compared:
            assert set(story_words.values(kind, row)) <= set(said), name


def test_a_write_leads_to_its_receipt_and_a_record_to_freshbooks(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(window.actions_, "show_receipt", opened.append)
    monkeypatch.setattr(window.actions_, "open_link", opened.append)
    page = shown(window, qtbot, "customers")
    receipt = next(b for b in page.detail.findChildren(Button) if b.text() == "Receipt")
    assert receipt.accessibleName().startswith("Receipt of ")
    receipt.click()
    page._open_current()
    assert opened == ["act_3", "https://my.freshbooks.com/#/customer/1"]
    payments = shown(window, qtbot, "payments")
    payments._open_current()
    assert opened[-1] == "https://my.freshbooks.com/#/invoice/1"
    payouts = shown(window, qtbot, "payouts")
    payouts._open_current()
    assert opened[-1] == "https://my.freshbooks.com/#/expense/1"


def test_a_story_that_cannot_be_read_leaves_the_table_and_says_why(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["story"] = FileError("It cannot be read", "The file is locked.")
    for name in ("invoices", "payments"):
        page = shown(window, qtbot, name)
        assert any("locked" in text for text in texts(page)), name
        assert page.model.rowCount()


def test_what_differs_says_so_in_a_word(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    page = shown(window, qtbot, "customers", row=0)
    known = [desk.customer_rows([page.model.key_at(n)])[0] for n in range(page.model.rowCount())]
    place = next(n for n, row in enumerate(known) if row.differs)
    page = shown(window, qtbot, "customers", row=place)
    assert "Differs" in texts(page)


def test_the_row_that_is_left_before_its_story_came_shows_the_next_one_only(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, "payments", row=0)
    page.table.selectRow(1)
    page.read_detail_now()
    page.table.selectRow(2)
    page.read_detail_now()
    settle(qtbot, window.context)
    (asked,) = desk.asked("story")[-1]
    (row,) = desk.payment_rows([page.model.key_at(2)])
    assert asked == row.id


def test_every_code_of_a_story_has_words() -> None:
    """An unknown one shows as it is, never as nothing."""
    row = Compared("state", "open", "open")
    assert story_words.values("inv", row) == ("Open", "Listed")
    assert story_words.values("pay", Compared("state", "active", "returned")) == (
        "Recorded",
        "Returned",
    )
    assert story_words.values("out", Compared("state", None, "paid")) == ("\u2013", "Paid out")
    odd = Happening(None, Side.HERE, "something", "odd")
    assert story_words.happening(odd) == "Something: Odd"
    assert story_words.when(odd) == "Day not told"


def test_deposits_show_what_each_line_was_matched_with(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    page = shown(window, qtbot, "deposits")
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(page.model, mode)
    assert page.model.rowCount() == len(desk.bank)
    (row,) = desk.bank_rows([page.model.key_at(0)])
    column = next(c for c in deposit_columns() if c.key == "payouts")
    assert column.cell(row).text == ", ".join(x.removeprefix("out_") for x in row.payouts)
    (payout,) = desk.find_payouts(row.payouts, [row.id])
    assert payout.platform_payout_id in texts(page)
    assert row.description in texts(page)
    page.filter.status.setCurrentIndex(2)
    settle(qtbot, window.context)
    (query,) = desk.asked("bank_keys")[-1]
    assert isinstance(query, TableQuery)
    assert query.status == "open"
    del tester


def test_an_open_line_leads_to_where_it_is_decided(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window, qtbot, "deposits")
    decide = next(
        b for b in page.detail.findChildren(Button) if b.text() == "Decide under Reconcile"
    )
    decide.click()
    assert window.pages.current_page() is window.reconcile


def test_without_bank_lines_deposits_teach_what_to_import(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk("empty"))
    window.show_page("deposits")
    settle(qtbot, window.context)
    assert window.deposits.empty.isVisible()
    assert "Import a statement" in window.deposits.empty.message.text()
