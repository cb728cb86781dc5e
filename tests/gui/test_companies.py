"""Several companies in one window: the menu, a clean switch, one more and one less."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fbrecon.domain.business import Business
from fbrecon.errors import FileError, NeedsPerson, Unreachable
from tests.fakes import sample_books
from tests.fakes.fake_desk import FakeDesk
from ui import hotkeys
from ui.dialogs.add_company import AddCompanyDialog
from ui.dialogs.error_dialog import ErrorDialog
from ui.events import Change
from ui.main_window import PAGES, MainWindow
from ui.sign_in.dialog import SignInDialog
from ui.widgets.company_menu import CompanyMenu
from ui.widgets.plain_label import PlainLabel

from .conftest import MakeWindow, settle
from .test_hostile_text import HOSTILE, check

LAKEVIEW = Business("b-300", "acc-300", "uuid-300", "Lakeview Dental", "owner", "America/Toronto")

ATTENTION = PAGES.index("attention")


@pytest.fixture
def other(desk: FakeDesk) -> FakeDesk:
    """A second company, whose customers are nobody else's."""
    made = FakeDesk("pending", slug="pine-workshop", business=sample_books.OTHER_BUSINESS)
    made.invoices = {
        key: replace(row, customer=f"Workshop {key}") for key, row in made.invoices.items()
    }
    return desk.join(made)


def open_menu(qtbot: QtBot, window: MainWindow) -> CompanyMenu:
    window.open_companies()
    settle(qtbot, window.context)
    menu = window.pages.companies.menu
    assert menu is not None
    return menu


def lines(menu: CompanyMenu) -> list[str]:
    return [menu.rows.item(row).text() for row in range(menu.rows.count())]


def choose(qtbot: QtBot, window: MainWindow, text: str) -> None:
    menu = open_menu(qtbot, window)
    menu.rows.chosen.emit(lines(menu).index(text))
    settle(qtbot, window.context)


def customers(window: MainWindow) -> set[str]:
    model = window.invoices.model
    rows = [model.row_at(place) for place in range(min(50, model.rowCount()))]
    return {row.customer for row in rows if row is not None}


def test_the_menu_says_how_each_company_stands_and_which_is_shown(
    window: MainWindow, desk: FakeDesk, other: FakeDesk, qtbot: QtBot
) -> None:
    desk.damaged["old-firm"] = "Its file is no longer a database."
    menu = open_menu(qtbot, window)
    told = [
        menu.rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(menu.rows.count())
    ]
    assert told == [
        "Harbour & Pine Studio, Connected, 5 things wait, shown now",
        "old-firm, Cannot be opened",
        "Pine Workshop Ltd, First copy",
        None,
        None,
    ]
    assert lines(menu)[3:] == ["Add a company\u2026", "Remove this company\u2026"]
    assert menu.rows.currentRow() == 0
    assert "no longer a database" in menu.rows.item(1).toolTip()
    assert menu.rows.accessibleName() == "Companies"
    menu.close()


def test_a_key_opens_it_arrows_and_enter_choose(
    window: MainWindow, other: FakeDesk, qtbot: QtBot
) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.context)
    menu = window.pages.companies.menu
    assert menu is not None
    assert menu.isVisible()
    QTest.keyClick(menu.rows, Qt.Key.Key_Down)
    QTest.keyClick(menu.rows, Qt.Key.Key_Return)
    settle(qtbot, window.context)
    assert window.windowTitle() == "Pine Workshop Ltd \u2013 fbrecon"
    assert window.navigation.company.accessibleName() == "Company: Pine Workshop Ltd"
    assert hotkeys.COMPANIES in window.navigation.company.toolTip()


def test_escape_and_the_company_that_is_shown_change_nothing(
    window: MainWindow, desk: FakeDesk, other: FakeDesk, qtbot: QtBot
) -> None:
    pages = window.pages
    menu = open_menu(qtbot, window)
    QTest.keyClick(menu.rows, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, 0)
    choose(qtbot, window, "Harbour & Pine Studio")
    assert window.pages is pages
    assert desk.asked("open_company") == []


def test_no_row_of_the_other_company_is_shown_after_a_switch(
    window: MainWindow, desk: FakeDesk, other: FakeDesk, qtbot: QtBot
) -> None:
    window.show_page("invoices")
    settle(qtbot, window.context)
    window.invoices.table.selectRow(0)
    window.invoices.read_detail_now()
    window.invoices.filter.text.setText("bakery")
    # Still under way when the other company comes; its answer must not arrive there.
    window.invoices.model.reload()
    choose(qtbot, window, "Pine Workshop Ltd")
    assert window.pages.currentWidget() is window.invoices, "the same page, of the other company"
    window.grab()
    settle(qtbot, window.context)
    assert len(customers(window)) == 50
    settle(qtbot, window.context)
    assert all(name.startswith("Workshop inv_") for name in customers(window))
    assert window.invoices.filter.text.text() == ""
    assert not window.invoices.detail.isVisible()
    words = "\n".join(label.text() for label in window.findChildren(PlainLabel))
    assert "Harbour" not in words
    assert not any(name in words for name in sample_books.CUSTOMERS)
    assert window.navigation.buttons[ATTENTION].badge.text() == "0"
    asked = len(desk.calls)
    window.watch.read()
    window.context.events.announce(Change.everything())
    settle(qtbot, window.context)
    assert len(desk.calls) == asked, "nothing is asked of the company that was left"


def test_a_sync_goes_on_while_another_company_is_shown(
    window: MainWindow, desk: FakeDesk, other: FakeDesk, qtbot: QtBot
) -> None:
    desk.sync_gate.clear()
    window.home.sync_now.click()
    qtbot.waitUntil(desk.sync_started.is_set, timeout=5000)
    harbour = window.sync
    window.show_company(other, "Pine Workshop Ltd")
    assert not window.sync.is_running
    window.sync.start()
    qtbot.waitUntil(lambda: other.asked("sync") != [], timeout=5000)
    assert harbour.is_running, "both run side by side"
    window.show_company(desk, "Harbour & Pine Studio")
    assert window.sync is harbour
    assert window.home.sync_now.text() == "Cancel sync"
    desk.sync_gate.set()
    settle(qtbot, window.context)
    assert window.home.sync_now.text() == "Sync now"


def test_a_company_that_cannot_be_opened_says_why_and_the_shown_one_stays(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.damaged["old-firm"] = "Its file is no longer a database."
    choose(qtbot, window, "old-firm")
    dialog = window.restoring.dialog
    assert dialog is not None
    assert "no longer a database" in dialog.banner.message.text()
    assert window.windowTitle().startswith("Harbour")
    dialog.reject()


def test_a_company_of_another_service_says_why_and_offers_no_copy(
    window: MainWindow, desk: FakeDesk, other: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["open_company"] = FileError("This company belongs to another service", "Elsewhere.")
    choose(qtbot, window, "Pine Workshop Ltd")
    dialog = window.findChild(ErrorDialog)
    assert dialog is not None
    assert dialog.title.text() == "This company belongs to another service"
    assert window.restoring.dialog is None
    dialog.accept()


def test_a_business_of_the_kept_sign_in_is_added_opened_and_synced(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.addable.append(LAKEVIEW)
    window.show_page("payments")
    choose(qtbot, window, "Add a company\u2026")
    dialog = window.findChild(AddCompanyDialog)
    assert dialog is not None
    assert not dialog.choose.use.isEnabled(), "none is chosen beforehand"
    dialog.choose.list.setCurrentRow(0)
    dialog.choose.use.click()
    settle(qtbot, window.context)
    added = window.context.desk
    assert isinstance(added, FakeDesk)
    assert added is not desk
    assert window.windowTitle().startswith("Lakeview Dental")
    assert window.pages.currentWidget() is window.home
    assert len(added.asked("sync")) == 1
    assert desk.asked("sync") == []


def test_a_business_that_cannot_be_added_leaves_the_list_with_the_reason(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.addable.append(LAKEVIEW)
    fresh = desk.open_company(None)
    fresh.fail["choose_business"] = Unreachable("FreshBooks does not answer", "No network.")
    choose(qtbot, window, "Add a company\u2026")
    dialog = window.findChild(AddCompanyDialog)
    assert dialog is not None
    dialog.choose.list.setCurrentRow(0)
    dialog.choose.use.click()
    settle(qtbot, window.context)
    assert dialog.choose.banner.title.text() == "FreshBooks does not answer"
    assert dialog.cancel.isEnabled()
    dialog.close()


def test_businesses_that_cannot_be_listed_can_be_asked_for_again(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.fail["list_addable_businesses"] = Unreachable("FreshBooks does not answer", "No network.")
    choose(qtbot, window, "Add a company\u2026")
    dialog = window.findChild(AddCompanyDialog)
    assert dialog is not None
    assert dialog.trouble.title.text() == "FreshBooks does not answer"
    desk.fail.clear()
    desk.addable.append(LAKEVIEW)
    dialog.trouble.button.click()
    settle(qtbot, window.context)
    assert dialog.choose.list.count() == 1
    dialog.close()


@pytest.mark.parametrize("error", [None, NeedsPerson("No sign-in", "Nobody is signed in.")])
def test_where_no_business_is_left_another_person_signs_in(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot, error: Exception | None
) -> None:
    if error is not None:
        desk.fail["list_addable_businesses"] = error
    fresh = desk.open_company(None)
    fresh.sign_in_result = replace(fresh.sign_in_result, business=LAKEVIEW)
    choose(qtbot, window, "Add a company\u2026")
    dialog = window.findChild(SignInDialog)
    assert dialog is not None
    said = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert any("no business left" in t or "Nobody is signed in" in t for t in said)
    dialog.own.finished.emit("https://localhost/callback?code=1&state=s")
    settle(qtbot, window.context)
    assert window.context.desk is fresh
    assert window.windowTitle().startswith("Lakeview Dental")
    assert len(fresh.asked("sync")) == 1
    assert desk.asked("finish_sign_in") == []


def test_the_very_first_company_is_added_the_same_way(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk("fresh", slug="fresh")
    window = make_window(desk)
    menu = open_menu(qtbot, window)
    assert lines(menu) == ["Add a company\u2026"]
    menu.close()
    desk.addable.append(LAKEVIEW)
    window.pages.companies.add()
    settle(qtbot, window.context)
    dialog = window.findChild(AddCompanyDialog)
    assert dialog is not None
    dialog.choose.list.setCurrentRow(0)
    dialog.choose.use.click()
    settle(qtbot, window.context)
    assert window.context.desk is desk
    assert len(desk.asked("sync")) == 1


def answer(qtbot: QtBot, window: MainWindow, text: str) -> str:
    box = window.findChild(QMessageBox)
    assert box is not None
    words = box.text() + "\n" + box.informativeText()
    assert box.defaultButton().text() == "Keep it"
    next(button for button in box.buttons() if button.text() == text).click()
    settle(qtbot, window.context)
    return words


def test_removing_asks_and_shows_another_company_first(
    window: MainWindow, desk: FakeDesk, other: FakeDesk, qtbot: QtBot
) -> None:
    choose(qtbot, window, "Remove this company\u2026")
    words = answer(qtbot, window, "Remove this company")
    assert "Remove Harbour & Pine Studio?" in words
    assert "its backups on this computer are deleted" in words
    assert "Nothing changes in FreshBooks or on the platform" in words
    assert desk.removed == ["harbour-pine-studio"]
    assert desk.asked("remove_company") == [], "a company is not asked to remove itself"
    assert window.context.desk is other
    menu = open_menu(qtbot, window)
    assert lines(menu)[0] == "Pine Workshop Ltd"
    menu.close()


def test_keeping_it_keeps_it(window: MainWindow, desk: FakeDesk, qtbot: QtBot) -> None:
    choose(qtbot, window, "Remove this company\u2026")
    answer(qtbot, window, "Keep it")
    assert desk.removed == []
    assert window.context.desk is desk


def test_the_last_company_leaves_a_window_that_can_connect_one(
    window: MainWindow, desk: FakeDesk, qtbot: QtBot
) -> None:
    choose(qtbot, window, "Remove this company\u2026")
    answer(qtbot, window, "Remove this company")
    assert desk.removed == ["harbour-pine-studio"]
    assert window.navigation.company.accessibleName() == "Company: none yet"
    assert window.home.freshbooks.button.text() == "Connect to FreshBooks"


def test_a_company_that_cannot_be_removed_says_why_and_stays_in_the_menu(
    window: MainWindow, other: FakeDesk, qtbot: QtBot
) -> None:
    other.fail["remove_company"] = Unreachable("A sync is still running", "It must end first.")
    choose(qtbot, window, "Remove this company\u2026")
    answer(qtbot, window, "Remove this company")
    dialog = window.findChild(ErrorDialog)
    assert dialog is not None
    assert dialog.title.text() == "A sync is still running"
    dialog.accept()
    menu = open_menu(qtbot, window)
    assert "Harbour & Pine Studio" in lines(menu)
    menu.close()


def test_the_window_remembers_the_company(
    window: MainWindow, other: FakeDesk, qtbot: QtBot
) -> None:
    assert window.context.memory.text("company") == "harbour-pine-studio"
    choose(qtbot, window, "Pine Workshop Ltd")
    assert window.context.memory.text("company") == "pine-workshop"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_company_names_are_plain_text(
    make_window: MakeWindow, qtbot: QtBot, name: str
) -> None:
    desk = FakeDesk(invoices=3, payments=3, business=replace(LAKEVIEW, name=name))
    desk.join(FakeDesk("pending", invoices=3, slug="x", business=replace(LAKEVIEW, name=name)))
    desk.damaged["old"] = name
    window = make_window(desk)
    menu = open_menu(qtbot, window)
    menu.grab()
    check(menu)
    for row in range(menu.rows.count()):
        item = menu.rows.item(row)
        assert not {"\u202e", "\u2066", "\x07", "\n"} & set(item.text())
        assert "<img" not in item.toolTip()
    menu.close()
    check(window)
    assert window.navigation.company.height() < 60
    window.pages.companies._ask_removal(desk.list_companies()[0])
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()
