"""Home says where everything stands and what to do next, in each state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from fbrecon.app.views import ClearingView, ConnectionState, Mode, PauseFor, RunView
from fbrecon.domain.money import Money
from fbrecon.errors import FileError, Unreachable
from fbrecon.sync.progress import Progress
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.sample_books import NOW
from ui.dialogs.app_keys import AppKeysDialog
from ui.dialogs.clearing import ClearingDialog
from ui.dialogs.closing import ClosingDialog
from ui.dialogs.platform_key import PlatformKeyDialog
from ui.main_window import PAGES, MainWindow
from ui.widgets.plain_label import Pill, PlainLabel
from ui.wizard.accounts_wizard import AccountsWizard

from .conftest import MakeWindow, settle

ATTENTION = PAGES.index("attention")


def words(window: MainWindow) -> str:
    """Everything that Home shows now."""
    labels = window.home.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_fresh_start_offers_the_first_step_and_no_sync(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk("fresh"))
    home = window.home
    assert not home.sync_now.isEnabled()
    assert [step.button.isVisible() for step in home.checklist.steps] == [True, False, False, False]
    assert home.freshbooks.button.text() == "Connect to FreshBooks"
    assert not home.writing.isVisible()
    assert "No sync has run yet" in home.subtitle.text()


def test_the_checklist_moves_on_and_goes_when_only_the_question_is_left(
    make_window: MakeWindow,
) -> None:
    pending = make_window(FakeDesk("pending")).home.checklist
    assert [step.button.isVisible() for step in pending.steps] == [False, True, False, False]
    assert pending.pill.text() == "1 of 4 done"
    read_only = FakeDesk("working")
    read_only.mode = Mode.READ
    window = make_window(read_only)
    assert not window.home.checklist.isVisible()
    assert window.home.writing.isVisible()


def test_a_first_copy_shows_how_far_it_has_come(make_window: MakeWindow) -> None:
    shown = words(make_window(FakeDesk("pending")))
    assert "First copy" in shown
    assert "340 invoices copied so far" in shown
    assert "Last 12 months: being copied" in shown


def test_a_first_copy_on_schedule_shows_its_pace_and_what_is_left(make_window: MakeWindow) -> None:
    desk = FakeDesk("pending")
    desk.last_run = RunView("run_1", "running", NOW, None, "")
    desk.progress = Progress("Invoices: earlier years", 1_200, 20_000, 78.3, 240.0)
    home = make_window(desk).home
    assert home.freshbooks.text.text() == "Invoices: earlier years \u00b7 1,200 / 20,000"
    assert home.freshbooks.pace.text() == "78 a second \u00b7 about 4 min left"
    assert home.freshbooks.bar.isVisible()
    assert home.freshbooks.bar.value() == 60  # thousandths
    assert not home.strip.isVisible()  # nobody here asked for it


def test_what_is_not_known_yet_is_not_told(make_window: MakeWindow) -> None:
    desk = FakeDesk("pending")
    desk.last_run = RunView("run_1", "running", NOW, None, "")
    desk.progress = Progress("Customers", 100, None)
    home = make_window(desk).home
    assert home.freshbooks.text.text() == "Customers \u00b7 100"
    assert not home.freshbooks.pace.isVisible()
    assert home.freshbooks.bar.maximum() == 0  # it moves, without an end


def test_a_lost_sign_in_says_why_and_offers_to_reconnect(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk("reconnect"))
    assert "used on another computer" in words(window)
    assert window.home.freshbooks.button.text() == "Reconnect"
    assert not window.home.sync_now.isEnabled()


def test_a_working_link_shows_everything_at_a_glance(window: MainWindow) -> None:
    shown = words(window)
    for part in (
        "Harbour & Pine Studio", "Reads and writes", "5 things need you", "Proven to the cent",
        "Not checked against the ledger", "Last sync 3 min ago: 6 payments read",
        "every 5 min", "in 3 min", "Operating Bank Account",
    ):  # fmt: skip
        assert part in shown
    assert window.navigation.environment.text() == "Sandbox"
    assert window.navigation.buttons[ATTENTION].badge.text() == "5"


def test_exact_times_are_in_the_tooltips(window: MainWindow) -> None:
    labels = window.home.schedule.findChildren(PlainLabel)
    tips = [label.toolTip() for label in labels if label.text() == "in 3 min"]
    assert len(tips) == 1
    assert "2026" in tips[0]


def test_a_clearing_difference_is_named(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    status = window.watch.status
    assert status is not None
    view = ClearingView("USD", Money(500, "USD"), Money(300, "USD"), Money(200, "USD"))
    object.__setattr__(status, "clearing", (view,))
    window.home.show_status(status)
    pills = [pill.text() for pill in window.home.clearing.findChildren(Pill)]
    assert "Differs by 2.00 USD" in pills


def test_the_attention_summary_leads_to_its_page(window: MainWindow, qtbot: QtBot) -> None:
    button = window.home.attention.findChild(QPushButton)
    assert button is not None
    button.click()
    assert window.pages.currentWidget() is window.attention


def test_sync_now_turns_into_cancel_shows_progress_and_stops(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.sync_gate.clear()
    home = window.home
    home.sync_now.click()
    assert desk.sync_started.wait(5)
    qtbot.waitUntil(lambda: "1,240 / 3,400" in home.stage.text(), timeout=5000)
    assert home.sync_now.text() == "Cancel sync"
    assert home.bar.value() == 364
    home.sync_now.click()
    assert home.sync_now.text() == "Stopping\u2026"
    assert not home.sync_now.isEnabled()
    settle(qtbot, window.context)
    assert home.sync_now.text() == "Sync now"
    assert not home.strip.isVisible()
    assert not home.banner.isVisible()


def test_a_partial_sync_says_what_was_left_out(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.outcome = "partial"
    window.home.sync_now.click()
    settle(qtbot, window.context)
    assert window.home.banner.isVisible()
    assert "The platform did not answer" in window.home.banner.message.text()


def test_a_failed_sync_shows_the_error_in_its_own_words(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["sync"] = Unreachable("FreshBooks is out of reach", "No answer came.", "Try later.")
    window.home.sync_now.click()
    settle(qtbot, window.context)
    assert window.home.banner.title.text() == "FreshBooks is out of reach"
    assert window.home.banner.message.text() == "No answer came. Try later."


def test_syncing_is_paused_from_the_schedule_shown_plainly_and_resumed(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    home = window.home
    assert not home.paused.isVisible()
    home.schedule.menu.actions()[0].trigger()
    settle(qtbot, window.context)
    assert desk.asked("pause_syncing") == [(PauseFor.HOUR,)]
    assert home.paused.isVisible()
    assert home.paused.title.text().startswith("Syncing is paused until ")
    assert home.schedule.pill.text() == "Paused"
    assert home.sync_now.isEnabled()
    assert not home.schedule.pause.isVisible()
    home.schedule.resume.click()
    settle(qtbot, window.context)
    assert desk.paused is None
    assert not home.paused.isVisible()
    assert home.schedule.pause.isVisible()


def test_the_keyboard_starts_a_sync(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle(qtbot, window.context)
    assert len(desk.asked("sync")) == 1


def test_the_keyboard_changes_pages(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.invoices
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.invoices.filter.text
    settle(qtbot, window.context)


def test_writing_is_switched_on_only_after_a_second_yes(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    desk.mode = Mode.READ
    window = make_window(desk)
    for answer, modes in (("Not yet", []), ("It is off, switch on writing", [(Mode.WRITE,)])):
        window.home.writing.button.click()
        box = window.findChild(QMessageBox)
        assert box is not None
        assert box.textFormat() is Qt.TextFormat.PlainText
        next(b for b in box.buttons() if b.text() == answer).click()
        settle(qtbot, window.context)
        assert desk.asked("set_mode") == modes
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    assert not window.home.writing.isVisible()


@pytest.mark.parametrize(
    ("platform", "title"),
    [
        (ConnectionState.CONNECTED, "Is the platform's own link really off?"),
        (ConnectionState.NOT_CONNECTED, "Does nothing else record these payments?"),
    ],
)
def test_without_a_platform_nobody_is_asked_about_its_link(
    make_window: MakeWindow, qtbot: QtBot, platform: ConnectionState, title: str
) -> None:
    desk = FakeDesk()
    desk.mode, desk.platform = Mode.READ, platform
    window = make_window(desk)
    window.show_page("settings")
    settle(qtbot, window.context)
    window.settings.mode_button.click()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == title
    box.reject()
    assert desk.asked("set_mode") == []


def test_connecting_asks_for_the_app_keys_first_where_they_are_not_known(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk("fresh")
    desk.keys = None
    window = make_window(desk)
    window.home.freshbooks.button.click()
    settle(qtbot, window.context)
    dialog = window.findChild(AppKeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_a_second_click_opens_no_second_dialog(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk("fresh")
    desk.keys = None
    window = make_window(desk)
    window.home.freshbooks.button.click()
    window.home.freshbooks.button.click()
    settle(qtbot, window.context)
    assert len(window.findChildren(AppKeysDialog)) == 1
    window.findChildren(AppKeysDialog)[0].reject()


def test_a_status_that_cannot_be_read_is_told_until_it_can(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["status"] = FileError("The company file is busy", "Another program holds it.")
    window.watch.read()
    settle(qtbot, window.context)
    assert window.home.banner.title.text() == "The company file is busy"
    del desk.fail["status"]
    window.watch.read()
    settle(qtbot, window.context)
    assert not window.home.banner.isVisible()


def test_the_other_buttons_open_their_dialogs(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk("empty"))
    window.home.accounts.button.click()
    wizard = window.findChild(AccountsWizard)
    assert wizard is not None
    settle(qtbot, window.context)
    wizard.reject()
    window.home.platform.button.click()
    dialog = window.findChild(PlatformKeyDialog)
    assert dialog is not None
    dialog.reject()


def test_a_sync_from_elsewhere_refreshes_the_tables(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    window.show_page("invoices")
    settle(qtbot, window.context)
    del desk.invoices["inv_1"]
    window.watch.read()
    settle(qtbot, window.context)
    assert window.invoices.model.rowCount() == 339


def test_a_narrow_window_stacks_cards_and_shows_icons_only(
    window: MainWindow, qtbot: QtBot
) -> None:
    wide = window.home.platform.pos().y() == window.home.freshbooks.pos().y()
    window.resize(600, 700)
    qtbot.waitUntil(
        lambda: window.home.platform.pos().y() > window.home.freshbooks.pos().y(), timeout=3000
    )
    assert wide
    assert not window.navigation.company.label.isVisible()
    assert window.navigation.company.isVisible(), "the other companies stay within reach"
    assert "5 waiting" in window.navigation.buttons[ATTENTION].accessibleName()
    content, viewport = window.home.area.widget(), window.home.area.viewport()
    assert content is not None
    assert content.width() <= viewport.width()


def test_what_was_made_on_the_platform_is_counted_apart(
    make_window: MakeWindow, desk: FakeDesk
) -> None:
    window = make_window(desk)
    assert window.home.counts.made_there.isHidden()
    counts = {**desk.status().counts, "platform_only_invoices": 2, "platform_only_customers": 1}
    window.home.counts.show_status(replace(desk.status(), counts=counts))
    assert not window.home.counts.made_there.isHidden()
    assert "2 invoices, 1 customer" in window.home.counts.made_there.text()


def test_each_bucket_of_undeposited_funds_opens_to_its_rows(
    window: MainWindow, qtbot: QtBot
) -> None:
    line = window.home.clearing.lines[0]
    shown = [label.text() for label in line.findChildren(PlainLabel)]
    assert "Not paid out yet" in shown
    assert "Other postings on the account" in shown
    line.rows.click()
    (dialog,) = window.findChildren(ClearingDialog)
    qtbot.waitUntil(lambda: any("Stamps" in x.text() for x in dialog.findChildren(PlainLabel)))
    told = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert any("po_7" in text for text in told)
    dialog.close_.click()


def test_a_month_is_closed_once_its_figures_are_agreed_with_and_opened_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.context.desk
    assert isinstance(desk, FakeDesk)
    window.home.clearing.close_month.click()
    (dialog,) = window.findChildren(ClosingDialog)
    settle(qtbot, window.context)
    assert not dialog.close_month.isEnabled(), "nobody agreed yet"
    assert "although they are not proven" in dialog.agree.text(), "one currency is not checked"
    dialog.agree.click()
    dialog.close_month.click()
    settle(qtbot, window.context)
    (period,) = desk.periods
    assert desk.asked("close_period") == [(period.until_on, True)]
    assert dialog.problem.text() == "It is closed already."
    opened = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Open it again")
    opened.click()
    settle(qtbot, window.context)
    assert desk.periods == []
    dialog.accept()
