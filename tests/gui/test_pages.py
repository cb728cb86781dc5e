"""Invoices, payments, attention and settings: each action reaches the desk, errors stay inline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fbrecon.app.views import TableQuery
from fbrecon.errors import FileError, WrongUsage
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui.main_window import PAGES, MainWindow
from ui.pages.attention import MOST_CARDS
from ui.pages.attention_card import AttentionCard
from ui.theme import Look
from ui.widgets.plain_label import PlainLabel

from .conftest import MakeWindow, settle

ATTENTION = PAGES.index("attention")


def show(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.show_page(name)
    settle(qtbot, window.context)
    window.grab()
    settle(qtbot, window.context)


def answer(qtbot: QtBot, window: MainWindow, text: str) -> None:
    box = window.findChild(QMessageBox)
    assert box is not None
    next(button for button in box.buttons() if button.text() == text).click()
    settle(qtbot, window.context)


# Invoices.


def test_the_filter_waits_for_a_pause_and_asks_once(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "invoices")
    QTest.keyClicks(window.invoices.filter.text, "bakery")
    with qtbot.waitSignal(window.invoices.model.was_reset, timeout=5000):
        pass
    asked = [query for (query,) in desk.asked("invoice_ids")]
    assert len(asked) == 2
    assert asked[-1] == TableQuery("create_date", descending=True, text="bakery")
    assert window.invoices.filter.count.text() == "28 rows"


def test_a_filter_that_fits_nothing_offers_to_clear_itself(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(qtbot, window, "invoices")
    window.invoices.filter.text.setText("no such customer")
    window.invoices.filter.text.returnPressed.emit()
    settle(qtbot, window.context)
    assert window.invoices.empty.title.text() == "Nothing matches"
    window.invoices.empty.button.click()
    settle(qtbot, window.context)
    assert window.invoices.model.rowCount() == 340


def test_an_empty_table_says_what_to_do_next(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk("fresh"))
    for name in ("invoices", "payments"):
        show(qtbot, window, name)
        page = window.invoices if name == "invoices" else window.payments
        assert page.empty.button.text() == "Go to Home"
        page.empty.button.click()
        assert window.pages.currentWidget() is window.home


def test_an_invoice_shows_its_lines_sums_and_payments_and_opens_in_freshbooks(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(str(url))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    show(qtbot, window, "invoices")
    window.invoices.filter.text.setText("20250002")
    window.invoices.filter.text.returnPressed.emit()
    settle(qtbot, window.context)
    window.invoices.table.selectRow(0)
    qtbot.waitUntil(lambda: window.invoices.detail.isVisible(), timeout=5000)
    settle(qtbot, window.context)
    shown = "\n".join(label.text() for label in window.invoices.detail.findChildren(PlainLabel))
    for part in (
        "Invoice 20250002",
        "Design work",
        "138.58 USD",
        "HST 13%",
        "Posted",
        "On the platform",
    ):
        assert part in shown
    window.invoices.read_detail_now()
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "900002" in opened[0]
    settle(qtbot, window.context)


def test_an_invoice_that_cannot_be_read_says_so_beneath_the_table(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["invoice_detail"] = FileError("It is gone", "It was deleted meanwhile.")
    show(qtbot, window, "invoices")
    window.invoices.table.selectRow(0)
    qtbot.waitUntil(lambda: window.invoices.detail.isVisible(), timeout=5000)
    labels = window.invoices.detail.findChildren(PlainLabel)
    assert any("It was deleted meanwhile" in label.text() for label in labels)


def test_a_table_that_cannot_be_read_shows_a_banner_with_another_try(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["invoice_ids"] = FileError("The company file is busy", "Another program holds it.")
    show(qtbot, window, "invoices")
    assert window.invoices.banner.isVisible()
    del desk.fail["invoice_ids"]
    window.invoices.model.reload()
    settle(qtbot, window.context)
    assert not window.invoices.banner.isVisible()
    assert window.invoices.model.rowCount() == 340


# Payments.


def choose_payments(qtbot: QtBot, window: MainWindow, state: str, rows: int) -> None:
    show(qtbot, window, "payments")
    combo = window.payments.filter.status
    combo.setCurrentIndex(combo.findData(state))
    settle(qtbot, window.context)
    window.grab()
    settle(qtbot, window.context)
    table = window.payments.table
    table.selectRow(0)
    flags = table.selectionModel().SelectionFlag
    for place in range(1, rows):
        index = window.payments.model.index(place, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)


def test_a_held_payment_is_approved_by_its_public_id(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    choose_payments(qtbot, window, "held", 1)
    row = window.payments.model.row_at(0)
    assert row is not None
    key = row.id
    strip = window.payments.detail
    assert strip.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    assert desk.asked("approve") == [(key,)]


def test_several_are_approved_together_with_their_sum_on_the_button(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    choose_payments(qtbot, window, "held", 3)
    labels = [b.text() for b in window.payments.detail.findChildren(type(window.home.sync_now))]
    assert any(label.startswith("Approve 3 (") and "USD" in label for label in labels)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    assert len(desk.asked("approve")) == 3


def test_dismissing_asks_first(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    choose_payments(qtbot, window, "held", 1)
    buttons = window.payments.detail.findChildren(type(window.home.sync_now))
    next(button for button in buttons if button.text() == "Dismiss").click()
    assert desk.asked("dismiss") == []
    answer(qtbot, window, "Dismiss")
    assert len(desk.asked("dismiss")) == 1


def test_a_settled_payment_has_nothing_to_decide(window: MainWindow, qtbot: QtBot) -> None:
    choose_payments(qtbot, window, "matched", 1)
    buttons = window.payments.detail.findChildren(type(window.home.sync_now))
    assert [button.text() for button in buttons if button.isVisible()] == ["Receipt"]
    labels = window.payments.detail.findChildren(PlainLabel)
    shown = "\n".join(label.text() for label in labels)
    assert "Both sides agree" in shown
    assert "On the platform: collected" in shown
    assert "In FreshBooks: recorded" in shown


# Needs attention.


def card(window: MainWindow, number: int) -> AttentionCard:
    return next(c for c in window.attention.cards if c.row.id == f"att_{number}")


def test_cards_are_grouped_by_kind_and_settle_one_by_one(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "attention")
    headings = [label.text() for label in window.attention.findChildren(PlainLabel)]
    assert "Held payment (2)" in headings
    card(window, 1).buttons["approve"].click()
    settle(qtbot, window.context)
    assert desk.asked("approve") == [("att_1",)]
    assert [c.row.id for c in window.attention.cards] == ["att_2", "att_3", "att_4", "att_5"]
    assert window.navigation.buttons[ATTENTION].badge.text() == "4"


def test_a_word_of_the_platform_is_answered_with_one_of_its_meanings(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "attention")
    menu = card(window, 3).buttons["answer_word"].menu()
    assert len(menu.actions()) == 8
    menu.actions()[0].trigger()
    settle(qtbot, window.context)
    assert desk.asked("answer_word") == [("att_3", "succeeded")]


def test_an_error_stays_in_its_card_and_gives_the_buttons_back(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, window, "attention")
    desk.fail["dismiss"] = WrongUsage("It was settled meanwhile", "A sync closed it.")
    chosen = card(window, 2)
    chosen.buttons["dismiss"].click()
    assert not chosen.buttons["dismiss"].isEnabled()
    settle(qtbot, window.context)
    assert chosen.banner.isVisible()
    assert chosen.buttons["dismiss"].isEnabled()


def test_nothing_to_do_is_said_kindly(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk("empty"))
    show(qtbot, window, "attention")
    assert window.attention.stack.currentWidget() is window.attention.empty
    assert window.attention.empty.title.text() == "Nothing needs you"
    assert not window.navigation.buttons[ATTENTION].badge.isVisible()


def test_hundreds_of_things_show_the_first_and_the_number_of_the_rest(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    desk.attention = sample_books.make_attention() * 50
    window = make_window(desk)
    show(qtbot, window, "attention")
    assert len(window.attention.cards) == MOST_CARDS
    labels = [label.text() for label in window.attention.findChildren(PlainLabel)]
    assert "190 more follow as you settle these." in labels


# Settings.


def test_settings_are_kept_at_once(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, window, "settings")
    settings = window.settings
    assert settings.auto_post.isChecked()
    assert desk.asked("change_setting") == []
    settings.auto_post.click()
    settings.post_since.setFocus()
    settings.post_since.selectAll()
    QTest.keyClicks(settings.post_since, "2026-05-01")
    QTest.keyClick(settings.post_since, Qt.Key.Key_Return)
    settle(qtbot, window.context)
    assert desk.asked("change_setting") == [("auto_post", "off"), ("post_since", "2026-05-01")]


def test_a_day_that_is_none_is_not_sent(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, window, "settings")
    window.settings.post_since.selectAll()
    QTest.keyClicks(window.settings.post_since, "1 May")
    QTest.keyClick(window.settings.post_since, Qt.Key.Key_Return)
    assert window.settings.banner.title.text() == "This is not a day"
    assert desk.asked("change_setting") == []


def test_a_refused_setting_is_taken_back(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, window, "settings")
    desk.fail["change_setting"] = WrongUsage("This cannot be changed now", "A sync is running.")
    window.settings.auto_post.click()
    settle(qtbot, window.context)
    assert window.settings.banner.isVisible()
    assert window.settings.auto_post.isChecked()


def test_disconnecting_asks_first(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, window, "settings")
    window.settings.leave_platform.click()
    assert desk.asked("disconnect") == []
    answer(qtbot, window, "Disconnect")
    assert desk.asked("disconnect") == [("platform",)]


def test_the_look_is_changed_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    show(qtbot, window, "settings")
    look = window.settings.look
    look.setCurrentIndex(look.findData("dark"))
    assert window.context.theme.is_dark
    assert window.context.memory.text("look") == Look.DARK


# Payouts.


def test_a_payout_shows_what_it_is_made_of_and_its_entry(window: MainWindow, qtbot: QtBot) -> None:
    show(qtbot, window, "payouts")
    combo = window.payouts.filter.status
    combo.setCurrentIndex(combo.findData("paid"))
    settle(qtbot, window.context)
    window.payouts.table.selectRow(0)
    qtbot.waitUntil(lambda: window.payouts.detail.isVisible(), timeout=5000)
    settle(qtbot, window.context)
    labels = window.payouts.detail.findChildren(PlainLabel)
    shown = "\n".join(label.text() for label in labels)
    for part in ("Payment", "Processing fees", "To the bank", "Business Checking", "Paid out"):
        assert part in shown


def test_a_payout_that_waits_says_why_and_one_with_a_gap_names_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(qtbot, window, "payouts")
    window.payouts.filter.text.setText("was returned")
    window.payouts.filter.text.returnPressed.emit()
    settle(qtbot, window.context)
    window.payouts.table.selectRow(0)
    qtbot.waitUntil(lambda: window.payouts.detail.isVisible(), timeout=5000)
    settle(qtbot, window.context)
    labels = [label.text() for label in window.payouts.detail.findChildren(PlainLabel)]
    assert "Payment pp_4 was returned, and the books still have it." in labels
    assert "Waits" in labels


def test_without_payouts_the_page_says_where_they_come_from(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk("fresh"))
    show(qtbot, window, "payouts")
    assert window.payouts.empty.title.text() == "No payouts yet"
    assert window.payouts.empty.button.text() == "Go to Home"
