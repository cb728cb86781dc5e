"""The wizard leads to three accounts, refuses what cannot be, and keeps nothing before the end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from fbrecon.app.set_up_facts import ObservedAccount
from fbrecon.domain.ledger import Role
from fbrecon.errors import Refused, Unreachable
from tests.fakes.fake_desk import FakeDesk
from ui.context import Context
from ui.widgets.plain_label import PlainLabel
from ui.wizard.accounts_wizard import AccountsWizard
from ui.wizard.choice_page import ChoicePage
from ui.wizard.step_page import StepPage

from .conftest import settle


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk("empty")


def open_wizard(qtbot: QtBot, context: Context) -> AccountsWizard:
    wizard = AccountsWizard(context)
    qtbot.addWidget(wizard)
    wizard.show()
    settle(qtbot, context)
    return wizard


def current(wizard: AccountsWizard) -> ChoicePage:
    page = wizard.currentPage()
    assert isinstance(page, ChoicePage)
    return page


def choose(page: ChoicePage, name: str) -> None:
    page.accounts.choose(
        next(i for i in range(page.accounts.count()) if name in page.accounts.label(i))
    )


def finish(qtbot: QtBot, context: Context, wizard: AccountsWizard) -> None:
    wizard.button(QWizard.WizardButton.FinishButton).click()
    settle(qtbot, context)


def test_suggestions_are_preselected_with_their_reason_and_kept_at_the_end(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    wizard = open_wizard(qtbot, context)
    assert desk.asked("accounts") == [(True,)]
    reasons = []
    for _ in range(3):
        wizard.next()
        reasons.append(current(wizard).reason.text())
    assert reasons[0].startswith("Suggested. Its name, \u201cUndeposited Funds\u201d")
    wizard.next()
    assert desk.asked("set_accounts") == []
    finish(qtbot, context, wizard)
    assert desk.asked("set_accounts") == [
        ({"undeposited_funds": "a-1300", "bank": "a-1010", "fees": "a-6010"}, {})
    ]
    assert wizard.result() == wizard.DialogCode.Accepted


def test_where_nothing_speaks_for_one_account_none_is_preselected(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.all_accounts = [a for a in desk.all_accounts if a.name != "Operating Bank Account"]
    desk.all_accounts = [a for a in desk.all_accounts if a.name != "Savings"]
    wizard = open_wizard(qtbot, context)
    wizard.next()
    wizard.next()
    page = current(wizard)
    assert page.accounts.chosen is None
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    choose(page, "Cash")
    assert wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_only_accounts_that_can_take_the_role_are_offered(qtbot: QtBot, context: Context) -> None:
    wizard = open_wizard(qtbot, context)
    wizard.next()
    page = current(wizard)
    names = [page.accounts.label(i) for i in range(page.accounts.count())]
    assert not any("Receivable" in name or "Equipment" in name for name in names)
    wizard.next()
    wizard.next()
    names = [current(wizard).accounts.label(i) for i in range(current(wizard).accounts.count())]
    assert not any("Merchant Fees" in name for name in names)


def test_a_new_account_is_created_with_the_name_given(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    wizard = open_wizard(qtbot, context)
    wizard.next()
    page = current(wizard)
    page.create_new.click()
    assert "already has an account with this name" in page.problem.text()
    assert not page.isComplete()
    page.name.setText("  Money on   its way ")
    assert page.isComplete()
    for _ in range(3):
        wizard.next()
    shown = "\n".join(label.text() for label in wizard.review.findChildren(PlainLabel))
    assert "Money on its way" in shown
    assert "created in FreshBooks now" in shown
    finish(qtbot, context, wizard)
    assert desk.asked("set_accounts")[0][1] == {"undeposited_funds": "Money on its way"}


def test_a_bank_account_cannot_be_created_here_and_the_page_says_where(
    qtbot: QtBot, context: Context
) -> None:
    wizard = open_wizard(qtbot, context)
    wizard.next()
    wizard.next()
    page = current(wizard)
    assert page.role is Role.BANK
    assert not page.create_new.isVisible()
    assert "made in FreshBooks itself" in page.bank_note.text()


def test_one_account_cannot_be_two_things(qtbot: QtBot, context: Context) -> None:
    wizard = open_wizard(qtbot, context)
    wizard.next()
    choose(current(wizard), "Operating Bank Account")
    wizard.next()
    page = current(wizard)
    choose(page, "Operating Bank Account")
    assert "already chosen for Undeposited funds" in page.problem.text()
    assert not page.isComplete()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    choose(page, "Savings")
    assert page.isComplete()


def test_an_earlier_choice_is_offered_again_as_in_use(qtbot: QtBot, context: Context) -> None:
    chosen = FakeDesk("working").chosen
    desk = context.desk
    assert isinstance(desk, FakeDesk)
    desk.chosen = chosen
    wizard = open_wizard(qtbot, context)
    wizard.next()
    assert current(wizard).reason.text() == "In use for this now."


def test_going_back_and_forth_loses_nothing(qtbot: QtBot, context: Context) -> None:
    wizard = open_wizard(qtbot, context)
    wizard.next()
    current(wizard).create_new.click()
    current(wizard).name.setText("Clearing")
    wizard.next()
    wizard.back()
    assert current(wizard).name.text() == "Clearing"
    assert current(wizard).create_new.isChecked()


def test_without_the_network_the_first_page_says_so_and_tries_again(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.fail["accounts"] = Unreachable("FreshBooks is out of reach", "No answer came.")
    wizard = open_wizard(qtbot, context)
    assert wizard.intro.banner.isVisible()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    del desk.fail["accounts"]
    wizard.intro.retry.click()
    settle(qtbot, context)
    assert wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_a_refusal_at_the_end_stays_on_the_page_and_can_be_repeated(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.fail["set_accounts"] = Refused("FreshBooks said no", "This account is closed.")
    wizard = open_wizard(qtbot, context)
    for _ in range(4):
        wizard.next()
    finish(qtbot, context, wizard)
    assert wizard.isVisible()
    assert wizard.review.banner.title.text() == "FreshBooks said no"
    del desk.fail["set_accounts"]
    finish(qtbot, context, wizard)
    assert wizard.result() == wizard.DialogCode.Accepted


def test_payout_entries_are_offered_only_without_a_bank_feed_and_kept_as_settings(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    wizard = open_wizard(qtbot, context)
    assert not wizard.intro.deposits.isVisible()
    assert "booked twice" in wizard.intro.consequence.text()
    wizard.intro.feed_no.click()
    wizard.intro.deposits.click()
    for _ in range(4):
        wizard.next()
    assert wizard.review.deposits.text().startswith(
        "A payout like the last one, of 970.90 USD for 1000.00 USD of payments will be written as"
    )
    assert "29.10 USD to \u201c" in wizard.review.deposits.text()
    desk.fail["change_setting"] = Unreachable("Busy", "Later.")
    finish(qtbot, context, wizard)
    del desk.fail["change_setting"]
    finish(qtbot, context, wizard)
    assert desk.asked("change_setting")[-2:] == [("bank_feed", "no"), ("record_deposits", "on")]
    assert len(desk.asked("set_accounts")) == 1


def test_with_a_bank_feed_nothing_is_entered_and_the_feed_is_remembered(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.settings |= {"record_deposits": "on", "bank_feed": "no"}
    wizard = open_wizard(qtbot, context)
    assert wizard.intro.deposits.isChecked()
    wizard.intro.feed_yes.click()
    for _ in range(4):
        wizard.next()
    assert "Match that line there" in wizard.review.deposits.text()
    assert "no entry is written for a payout any more" in wizard.review.deposits.text()
    finish(qtbot, context, wizard)
    assert desk.asked("change_setting") == [("record_deposits", "off"), ("bank_feed", "yes")]


@pytest.mark.parametrize("answer", ["use", "through"])
def test_payments_that_freshbooks_keeps_elsewhere_are_asked_about(
    qtbot: QtBot, context: Context, desk: FakeDesk, answer: str
) -> None:
    cash = next(account for account in desk.all_accounts if "Cash" in account.name)
    desk.observed = (ObservedAccount(cash.id, cash.name, 12),)
    wizard = open_wizard(qtbot, context)
    wizard.intro.feed_no.click()
    wizard.intro.deposits.click()
    told = []
    for _ in range(4):
        page = wizard.currentPage()
        assert isinstance(page, StepPage)
        told.append(page.step.text())
        wizard.next()
    assert wizard.currentPage() is wizard.kept
    # The question turned up on the way: it makes the five that were told at first no six.
    assert told == [f"Step {place} of 5" for place in range(1, 5)]
    assert wizard.kept.step.text() == "One more question"
    assert f"12 payments into \u201c{cash.name}\u201d" in wizard.kept.explanation.text()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    (wizard.kept.use if answer == "use" else wizard.kept.through).click()
    wizard.next()
    assert wizard.review.step.text() == "Step 5 of 5"
    said = wizard.review.deposits.text()
    finish(qtbot, context, wizard)
    ((chosen, _),) = desk.asked("set_accounts")
    assert isinstance(chosen, dict)
    if answer == "use":
        assert chosen["undeposited_funds"] == cash.id
        assert ("pass_through", "on") not in desk.asked("change_setting")
    else:
        assert chosen["undeposited_funds"] == "a-1300"
        assert desk.asked("change_setting")[0] == ("pass_through", "on")
        assert f"FreshBooks keeps payments in \u201c{cash.name}\u201d" in said


def test_where_freshbooks_keeps_payments_in_the_chosen_account_nothing_is_asked(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    funds = next(account for account in desk.all_accounts if account.id == "a-1300")
    desk.observed = (ObservedAccount(funds.id, funds.name, 12),)
    wizard = open_wizard(qtbot, context)
    wizard.intro.feed_no.click()
    wizard.intro.deposits.click()
    for _ in range(4):
        wizard.next()
    assert wizard.currentPage() is wizard.review
    assert wizard.review.step.text() == "Step 5 of 5"


def test_the_chart_is_searched_by_name_number_and_type(qtbot: QtBot, context: Context) -> None:
    wizard = open_wizard(qtbot, context)
    wizard.next()
    picker = current(wizard).accounts
    before = picker.chosen
    picker.search.setText("cash bank operating")
    shown = [picker.label(i) for i in range(picker.count()) if not picker.list.item(i).isHidden()]
    assert shown
    assert all("Operating" in text for text in shown)
    assert picker.chosen is before, "a search chooses nothing"
    picker.search.setText("zzz")
    assert picker.none.isVisible()


def test_another_account_than_before_is_said_with_what_it_means(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.chosen = FakeDesk("working").chosen
    wizard = open_wizard(qtbot, context)
    wizard.next()
    wizard.next()
    choose(current(wizard), "Savings")
    wizard.next()
    wizard.next()
    assert "Bank account from \u201cOperating Bank Account\u201d to \u201cSavings\u201d" in (
        wizard.review.deposits.text()
    )


def test_fees_are_offered_as_expenses_where_no_entry_is_written(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.settings |= {"record_deposits": "on", "bank_feed": "no"}
    wizard = open_wizard(qtbot, context)
    assert not wizard.intro.fees.isVisible(), "an entry holds them"
    wizard.intro.deposits.click()
    wizard.intro.fees.click()
    assert wizard.intro.category.currentText() == "Bank Fees"
    for _ in range(4):
        wizard.next()
    assert "29.10 USD, are recorded as an expense in \u201cBank Fees\u201d" in (
        wizard.review.deposits.text()
    )
    finish(qtbot, context, wizard)
    assert desk.asked("change_setting") == [
        ("record_deposits", "off"),
        ("fee_category", "11"),
        ("record_fees", "on"),
    ]


def test_entries_take_the_place_of_expenses(qtbot: QtBot, context: Context, desk: FakeDesk) -> None:
    desk.settings |= {"record_fees": "on", "fee_category": "12", "bank_feed": "no"}
    wizard = open_wizard(qtbot, context)
    assert wizard.intro.fees.isChecked()
    assert wizard.intro.category.currentText() == "Commissions"
    wizard.intro.deposits.click()
    for _ in range(4):
        wizard.next()
    finish(qtbot, context, wizard)
    assert desk.asked("change_setting") == [("record_fees", "off"), ("record_deposits", "on")]


def test_a_desk_that_cannot_write_payout_entries_is_not_asked_to(
    qtbot: QtBot, context: Context, desk: FakeDesk
) -> None:
    desk.records_deposits = False
    wizard = open_wizard(qtbot, context)
    wizard.intro.feed_no.click()
    assert not wizard.intro.deposits.isVisible()
