"""Fees of payouts as expenses, without journal entries: once each, and with a way back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fbrecon.app.undo import UndoStopped
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import ChooseAccounts, FbreconError, WrongUsage
from fbrecon.sync.progress import CancelToken, silent
from tests.rules.conftest import SetStage
from tests.rules.payout_scenes import balances, choose_accounts, paid, pay_out
from tests.rules.stage import Stage

S = PostingState
EXPENSES = WriteKind.EXPENSE


def category(stage: Stage, name: str = "Bank Fees") -> str:
    return next(str(c.id) for c in stage.desk.list_categories() if c.name == name)


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    """A plan without journal entries, whose fees are recorded as expenses."""
    made = set_stage(journal_entries=False)
    made.desk.change_setting("fee_category", category(made))
    made.desk.change_setting("record_fees", "on")
    return made


def expenses(stage: Stage, *, live: bool = True) -> list[dict[str, Any]]:
    rows = stage.state()["freshbooks"]["expenses"]
    return [row for row in rows if not live or row["vis_state"] == 0]


def states(stage: Stage) -> list[PostingState]:
    return [intent.state for intent in stage.intents(EXPENSES)]


def test_the_fees_of_a_payout_are_one_expense_of_the_day_it_arrived(stage: Stage) -> None:
    paid(stage, fee="3.00")
    stage.advance(days=1)
    stage.control("payout")
    assert "1 expense recorded for fees" in stage.sync().sentence
    (row,) = expenses(stage)
    (payout,) = stage.desk.list_payouts()
    assert payout.arrival_on is not None
    assert (row["amount"]["amount"], row["date"], row["vendor"]) == (
        "3.00",
        payout.arrival_on.isoformat(),
        "Alternative Payments",
    )
    (intent,) = stage.intents(EXPENSES)
    assert intent.marker in row["notes"]
    assert (intent.state, payout.expense, payout.deposit) == (S.VERIFIED, "verified", "off")
    assert balances(stage)["Bank Fees"] == "3.00"
    stage.hourly()
    assert len(expenses(stage)) == 1
    assert stage.attention() == []


def test_a_fee_that_the_customer_covers_is_no_expense(stage: Stage) -> None:
    paid(stage, fee="3.00", fee_paid_by="customer")
    pay_out(stage)
    assert expenses(stage) == []
    assert stage.attention() == [], "nothing is missing"


def test_a_charge_of_a_return_is_in_the_expense_of_the_payout_that_takes_it(stage: Stage) -> None:
    _, payment = paid(stage, fee="0")
    pay_out(stage)
    stage.control("return", payment_id=payment, fee="15.00")
    stage.sync()
    recorded = stage.payment(payment).freshbooks_payment_id
    assert recorded is not None
    stage.delete_payment(recorded)
    paid(stage, "200.00", fee="2.00")
    pay_out(stage)
    stage.hourly()
    assert [row["amount"]["amount"] for row in expenses(stage)] == ["17.00"]


def test_a_line_of_no_payment_in_the_books_holds_the_expense_and_is_named(stage: Stage) -> None:
    stage.desk.change_setting("auto_post", "off")
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.pay(invoice, fee="3.00")
    stage.sync()
    pay_out(stage)
    assert expenses(stage) == []
    (held,) = stage.attention("payout_held")
    assert "not in the books" in held.message
    stage.desk.approve(stage.attention("payment_waits")[0].id)
    stage.sync()
    (waits,) = stage.attention("payout_waits")
    stage.desk.approve(waits.id)
    stage.sync()
    assert states(stage) == [S.VERIFIED]


def test_an_expense_whose_answer_was_lost_is_found_by_its_marker(stage: Stage) -> None:
    paid(stage, fee="3.00")
    stage.advance(days=1)
    stage.control("payout")
    stage.control("fault", match="expenses/expenses$", kind="reset_after", method="POST")
    stage.try_sync()
    stage.hourly()
    assert states(stage) == [S.VERIFIED]
    assert len(expenses(stage)) == 1


def test_an_expense_that_never_arrived_is_sent_again_after_two_readings(stage: Stage) -> None:
    paid(stage, fee="3.00")
    stage.advance(days=1)
    stage.control("payout")
    stage.control("fault", match="expenses/expenses$", kind="reset_before", method="POST")
    stage.try_sync()
    assert states(stage) == [S.UNCERTAIN]
    for _ in range(3):
        stage.advance(1000)
        stage.try_sync()
    assert states(stage) == [S.VERIFIED]
    (intent,) = stage.intents(EXPENSES)
    assert (intent.attempts, len(expenses(stage))) == (2, 1)


def test_equal_fees_that_somebody_recorded_are_asked_about(stage: Stage) -> None:
    from fbrecon.sandbox.freshbooks_expenses import record

    paid(stage, fee="3.00")
    fields = {
        "amount": {"amount": "3.00", "code": "USD"},
        "categoryid": category(stage),
        "staffid": 1,
        "date": stage.sandbox.state.clock.today().isoformat(),
    }
    record(stage.books, fields, stage.clock.now())
    pay_out(stage)
    (held,) = stage.attention("payout_held")
    assert "is it the same fees" in held.message
    assert len(expenses(stage)) == 1
    stage.desk.approve(held.id)
    stage.sync()
    assert len(expenses(stage)) == 2


def test_it_is_taken_back_and_never_recorded_again_by_itself(stage: Stage) -> None:
    paid(stage, fee="3.00")
    payout = pay_out(stage)
    plan = stage.desk.undo(f"out_{payout}", CancelToken(), silent)
    assert [item.state for item in plan.items] == ["undone"]
    assert expenses(stage) == []
    stage.hourly()
    assert states(stage) == [S.UNDONE]
    assert expenses(stage) == []


def test_what_somebody_changed_is_not_taken_back(stage: Stage) -> None:
    paid(stage, fee="3.00")
    payout = pay_out(stage)
    (row,) = stage.books.expenses.values()
    before = replace(row)
    for field, value, told in (
        ("amount_minor", 400, "4.00 USD was recorded"),
        ("vendor", "The Platform, Inc.", "its vendor is"),
        ("notes", f"{row.notes} agreed with Ann", "its notes were changed"),
    ):
        setattr(row, field, value)
        stage.books.changed()
        with pytest.raises(UndoStopped) as stopped:
            stage.desk.undo(f"out_{payout}", CancelToken(), silent)
        assert told in stopped.value.message
        setattr(row, field, getattr(before, field))
    assert len(expenses(stage)) == 1


def test_one_that_two_computers_recorded_is_named_until_one_is_deleted(stage: Stage) -> None:
    paid(stage, fee="3.00")
    pay_out(stage)
    (row,) = stage.books.expenses.values()
    twin = stage.books.expenses[row.id + 1] = replace(row, id=row.id + 1)
    stage.books.changed()
    stage.hourly()
    (item,) = stage.attention()
    assert (item.kind, str(twin.id) in item.message) == ("payout_differs", True)
    assert states(stage) == [S.DISCREPANCY]
    twin.vis_state = 1
    stage.books.changed()
    stage.hourly()
    assert stage.attention() == []
    assert states(stage) == [S.VERIFIED]


def test_one_that_somebody_deleted_is_undone_and_stays_so(stage: Stage) -> None:
    paid(stage, fee="3.00")
    pay_out(stage)
    (row,) = stage.books.expenses.values()
    row.vis_state = 1
    stage.books.changed()
    stage.hourly()
    stage.hourly()
    assert states(stage) == [S.UNDONE]
    assert expenses(stage) == []


def test_a_preview_tells_the_expense(stage: Stage) -> None:
    paid(stage, fee="3.00")
    stage.desk.change_setting("auto_post", "off")
    pay_out(stage)
    stage.desk.approve(stage.attention("payout_waits")[0].id)
    (write,) = stage.desk.preview().writes
    assert (write.kind, str(write.amount), write.undo) == ("expense", "3.00 USD", "yes")
    assert "in Bank Fees" in write.subject


def test_it_needs_a_category_and_never_goes_with_payout_entries(set_stage: SetStage) -> None:
    stage = set_stage()
    choose_accounts(stage)
    with pytest.raises(ChooseAccounts):
        stage.desk.change_setting("record_fees", "on")
    with pytest.raises(WrongUsage):
        stage.desk.change_setting("fee_category", "1")
    stage.desk.change_setting("fee_category", category(stage))
    stage.desk.change_setting("record_fees", "on")
    with pytest.raises(FbreconError, match="no payout may have both"):
        stage.desk.change_setting("record_deposits", "on")
    # A payout whose fees are an expense is not entered once entries are switched on.
    paid(stage, fee="3.00")
    payout = pay_out(stage)
    stage.desk.change_setting("record_fees", "off")
    stage.desk.change_setting("record_deposits", "on")
    stage.hourly()
    assert stage.intents(WriteKind.JOURNAL_ENTRY) == []
    (held,) = stage.attention("payout_held")
    assert "take that back first" in held.message
    stage.desk.undo(f"out_{payout}", CancelToken(), silent)
    stage.hourly()
    assert [intent.state for intent in stage.intents(WriteKind.JOURNAL_ENTRY)] == [S.VERIFIED]
    assert balances(stage) == {
        "Business Checking": "97.00",
        "Bank Fees": "3.00",
        "Sales": "-100.00",
    }
    # And the other way round.
    stage.desk.change_setting("record_deposits", "off")
    stage.desk.change_setting("record_fees", "on")
    stage.hourly()
    assert expenses(stage) == []


@pytest.mark.loud
def test_an_entry_that_was_put_off_is_not_sent_beside_the_expense(set_stage: SetStage) -> None:
    """FreshBooks asked to wait; meanwhile the fees were recorded in the other way."""
    stage = set_stage()
    choose_accounts(stage)
    stage.desk.change_setting("fee_category", category(stage))
    stage.desk.change_setting("record_deposits", "on")
    paid(stage, fee="3.00")
    stage.advance(days=1)
    stage.control("payout")
    stage.control("fault", match="/journal_entries$", kind="429", method="POST")
    stage.try_sync()
    (put_off,) = stage.intents(WriteKind.JOURNAL_ENTRY)
    assert (put_off.state, put_off.attempts) == (S.APPROVED, 1)
    stage.desk.change_setting("record_deposits", "off")
    stage.desk.change_setting("record_fees", "on")
    stage.hourly()
    assert states(stage) == [S.VERIFIED]
    stage.desk.change_setting("record_fees", "off")
    stage.desk.change_setting("record_deposits", "on")
    stage.hourly()
    (held,) = stage.intents(WriteKind.JOURNAL_ENTRY)
    assert (held.state, held.attempts) == (S.HELD, 1)
    assert balances(stage)["Bank Fees"] == "3.00"
