"""Payouts in the ledger: every event ends at its balances, read from the ledger itself."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from fbrecon.app.set_up_facts import Answers, tell_set_up
from fbrecon.app.undo import UndoStopped
from fbrecon.domain.ledger import Role
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.reports import ReportKind
from fbrecon.errors import FbreconError, NeedsPerson
from fbrecon.sync.progress import CancelToken, silent
from tests.rules.conftest import SetStage
from tests.rules.stage import Stage

ENTRIES = WriteKind.JOURNAL_ENTRY
DAYS = 1


def account(stage: Stage, name: str) -> str:
    rows = stage.state()["freshbooks"]["ledger_accounts"]
    return str(next(row["uuid"] for row in rows if row["name"] == name))


def choose_accounts(stage: Stage, **others: str) -> None:
    """FreshBooks' own account is the clearing account, as the set-up suggests it."""
    stage.desk.set_accounts(
        {
            "undeposited_funds": account(stage, "Petty Cash"),
            "bank": account(stage, "Business Checking"),
            "fees": account(stage, "Bank Fees"),
            **{role: account(stage, name) for role, name in others.items()},
        },
        {},
    )


@pytest.fixture
def entering(stage: Stage) -> Stage:
    """A company whose payouts are entered."""
    choose_accounts(stage, refunds="Business Insurance")
    stage.desk.change_setting("record_deposits", "on")
    return stage


def balances(stage: Stage) -> dict[str, str]:
    """The ledger's balances, by account, nothing left out but zeros."""
    rows = stage.state()["ledger_balances"]
    return {row["name"]: row["balance"] for row in rows if Decimal(row["balance"])}


def paid(stage: Stage, amount: str = "100.00", **how: Any) -> tuple[int, str]:
    """An invoice, paid on the platform and recorded."""
    invoice = stage.invoice(amount)
    stage.sync()
    payment = stage.pay(invoice, **how)
    stage.sync()
    return invoice, payment


def pay_out(stage: Stage) -> str:
    stage.advance(days=DAYS)
    found = str(stage.control("payout")["payout_id"])
    stage.sync()
    return found


def test_a_payout_ends_in_bank_and_fees_and_leaves_nothing_in_clearing(entering: Stage) -> None:
    paid(entering, fee="3.00")
    pay_out(entering)
    assert balances(entering) == {
        "Business Checking": "97.00",
        "Bank Fees": "3.00",
        "Sales": "-100.00",
    }
    (entry,) = entering.intents(ENTRIES)
    assert entry.state is PostingState.VERIFIED
    (proof,) = entering.desk.status().clearing
    assert (str(proof.expected), str(proof.proven), str(proof.difference)) == (
        "0.00 USD",
        "0.00 USD",
        "0.00 USD",
    )


def test_before_the_payout_clearing_holds_what_was_collected(entering: Stage) -> None:
    paid(entering)
    (proof,) = entering.desk.status().clearing
    assert (str(proof.expected), str(proof.proven)) == ("100.00 USD", "100.00 USD")
    (item,) = entering.desk.list_clearing("USD")
    assert (item.bucket, str(item.amount)) == ("not_paid_out", "100.00 USD")
    assert balances(entering)["Petty Cash"] == "100.00"


def test_a_fee_that_the_customer_covers_is_booked_nowhere(entering: Stage) -> None:
    paid(entering, fee="3.00", fee_paid_by="customer")
    pay_out(entering)
    assert balances(entering) == {"Business Checking": "100.00", "Sales": "-100.00"}


def test_a_payment_that_fails_before_its_payout_leaves_the_customer_owing(entering: Stage) -> None:
    _, payment = paid(entering)
    entering.control("fail", payment_id=payment)
    entering.sync()
    recorded = entering.payment(payment).freshbooks_payment_id
    assert recorded is not None
    entering.delete_payment(recorded)
    entering.sync()
    assert balances(entering) == {"Accounts Receivable": "100.00", "Sales": "-100.00"}


def test_a_return_after_the_payout_comes_off_a_later_one_with_its_charge(entering: Stage) -> None:
    _, payment = paid(entering, fee="0")
    pay_out(entering)
    entering.control("return", payment_id=payment, fee="15.00")
    paid(entering, "200.00", fee="0")
    pay_out(entering)
    assert balances(entering)["Petty Cash"] == "200.00"  # it waits for the payment to go
    (held,) = entering.attention("payout_held")
    assert "take it back there first" in held.message
    recorded = entering.payment(payment).freshbooks_payment_id
    assert recorded is not None
    entering.delete_payment(recorded)
    entering.advance(days=DAYS)
    entering.sync()
    entering.sync()
    assert balances(entering) == {
        "Accounts Receivable": "100.00",
        "Business Checking": "185.00",
        "Bank Fees": "15.00",
        "Sales": "-300.00",
    }


def test_the_report_tells_where_a_return_with_its_charge_went(entering: Stage) -> None:
    _, payment = paid(entering, fee="3.00")
    pay_out(entering)
    entering.control("return", payment_id=payment, fee="15.00")
    recorded = entering.payment(payment).freshbooks_payment_id
    assert recorded is not None
    entering.delete_payment(recorded)
    paid(entering, "200.00", fee="0")
    pay_out(entering)
    entering.sync()
    day = entering.sandbox.state.clock.today()
    report = entering.desk.make_report(ReportKind.RECONCILIATION, day - timedelta(30), day)
    lines = {row.key: str(row.cells["amount"]) for row in report.table("statement").rows}
    assert lines == {
        "opening": "0.00 USD",
        "payments_in": "300.00 USD",
        "payouts_out": "-182.00 USD",  # 97.00, and 200.00 less 100.00 and 15.00
        "fees": "-18.00 USD",
        "refunds_and_returns": "-100.00 USD",
        "other_postings": "0.00 USD",
        "difference": "0.00 USD",
        "closing": "0.00 USD",
    }
    assert "Petty Cash" not in balances(entering)
    proven = {row.key: row.cells["closing"] for row in report.table("buckets").rows}
    assert str(proven["proven"]) == str(proven["expected"]) == "0.00 USD"


def test_a_refund_goes_to_the_account_chosen_for_refunds(entering: Stage) -> None:
    _, payment = paid(entering, fee="0")
    pay_out(entering)
    entering.control("refund", payment_id=payment, amount="40.00")
    paid(entering, "200.00", fee="0")
    pay_out(entering)
    assert balances(entering) == {
        "Business Checking": "260.00",
        "Business Insurance": "40.00",
        "Sales": "-300.00",
    }


def test_a_refund_that_was_taken_off_the_payment_in_the_books_is_entered_nowhere_else(
    entering: Stage,
) -> None:
    _, payment = paid(entering, fee="0")
    pay_out(entering)
    entering.control("refund", payment_id=payment, amount="40.00")
    recorded = entering.payment(payment).freshbooks_payment_id
    entering.control("edit", kind="payment", id=recorded, amount="60.00")
    paid(entering, "200.00", fee="0")
    (between,) = entering.desk.status().clearing
    # The payout that takes the refund off is still to come.
    assert (str(between.proven), str(between.difference)) == ("160.00 USD", "0.00 USD")
    pay_out(entering)
    assert balances(entering) == {
        "Accounts Receivable": "40.00",
        "Business Checking": "260.00",
        "Sales": "-300.00",
    }
    (proof,) = entering.desk.status().clearing
    assert (str(proof.proven), str(proof.difference)) == ("0.00 USD", "0.00 USD")
    assert entering.desk.list_clearing() == []


def test_the_first_entry_goes_alone_and_the_others_follow_once_it_is_proven(
    stage: Stage,
) -> None:
    choose_accounts(stage)
    for _ in range(3):
        paid(stage, fee="0")
        pay_out(stage)
    stage.desk.change_setting("record_deposits", "on")
    stage.sync()
    log = [(v["method"], v["path"].rpartition("/")[2]) for v in stage.state()["requests"]]
    first, second, third = (n for n, v in enumerate(log) if v == ("POST", "journal_entries"))
    assert ("GET", "journal_entry_details") in log[first:second]
    read_back = log[first:second].count(("GET", "journal_entry_details"))
    assert read_back > log[second:third].count(("GET", "journal_entry_details"))
    states = [entry.state for entry in stage.intents(ENTRIES)]
    assert states == [PostingState.VERIFIED] * 3
    assert balances(stage) == {"Business Checking": "300.00", "Sales": "-300.00"}


def test_an_entry_whose_answer_was_lost_is_never_sent_again_by_itself(entering: Stage) -> None:
    paid(entering, fee="0")
    entering.advance(days=DAYS)
    entering.control("payout")
    entering.control("fault", match="journal_entries$", kind="reset_before", method="POST")
    entering.try_sync()
    for _ in range(6):
        entering.advance(1000)
        entering.try_sync()
    (entry,) = entering.intents(ENTRIES)
    assert (entry.state, entry.attempts) == (PostingState.HELD, 1)
    assert balances(entering)["Petty Cash"] == "100.00"
    entering.desk.approve(f"act_{entry.row}")
    entering.sync()
    entering.sync()
    assert balances(entering) == {"Business Checking": "100.00", "Sales": "-100.00"}


def test_payments_that_freshbooks_keeps_elsewhere_pass_through_the_chosen_account(
    stage: Stage,
) -> None:
    stage.desk.set_accounts(
        {"bank": account(stage, "Business Checking"), "fees": account(stage, "Bank Fees")},
        {"undeposited_funds": "Undeposited Funds"},
    )
    stage.desk.change_setting("record_deposits", "on")
    paid(stage, fee="3.00")
    pay_out(stage)
    assert stage.intents(ENTRIES) == []  # nobody has said yet which it shall be
    stage.desk.change_setting("pass_through", "on")
    stage.sync()
    assert balances(stage) == {
        "Business Checking": "97.00",
        "Bank Fees": "3.00",
        "Sales": "-100.00",
    }


def test_an_entry_that_somebody_made_by_hand_is_asked_about(entering: Stage) -> None:
    from fbrecon.sandbox.freshbooks_journal import Entry

    paid(entering, fee="0")
    entering.advance(days=DAYS)
    by_hand = Entry(
        "journal_entry",
        (
            (account(entering, "Business Checking"), 10_000),
            (account(entering, "Petty Cash"), -10_000),
        ),
        "USD",
        entering.sandbox.state.clock.today(),
        "Deposit",
        {},
    )
    entering.books.journal.add(by_hand, entering.clock.now())
    entering.books.changed()
    pay_out(entering)
    (entry,) = entering.intents(ENTRIES)
    assert (entry.state, entry.attempts) == (PostingState.HELD, 0)
    assert "is it this payout" in entry.reason
    assert balances(entering)["Business Checking"] == "100.00"


def test_nothing_is_entered_while_it_is_off(stage: Stage) -> None:
    choose_accounts(stage)
    paid(stage)
    pay_out(stage)
    assert stage.intents(ENTRIES) == []
    assert all(proof.proven is None for proof in stage.desk.status().clearing)
    assert not any("journal_entries" in write for write in stage.writes())


def test_it_cannot_be_switched_on_without_accounts_or_without_the_plan(
    set_stage: SetStage,
) -> None:
    stage = set_stage()
    with pytest.raises(NeedsPerson):
        stage.desk.change_setting("record_deposits", "on")
    poor = set_stage(journal_entries=False)
    choose_accounts(poor)
    assert not poor.desk.can_record_deposits()
    with pytest.raises(FbreconError, match="plan"):
        poor.desk.change_setting("record_deposits", "on")
    assert poor.desk.setting("record_deposits") == "off"


def test_a_bank_feed_and_payout_entries_never_go_together(stage: Stage) -> None:
    choose_accounts(stage)
    stage.desk.change_setting("bank_feed", "yes")
    with pytest.raises(FbreconError, match="twice"):
        stage.desk.change_setting("record_deposits", "on")
    stage.desk.change_setting("bank_feed", "no")
    stage.desk.change_setting("record_deposits", "on")
    with pytest.raises(FbreconError, match="twice"):
        stage.desk.change_setting("bank_feed", "yes")
    assert stage.desk.setting("bank_feed") == "no"


def test_the_set_up_tells_where_payments_are_kept_and_what_becomes_of_the_last_payout(
    stage: Stage,
) -> None:
    paid(stage, "1000.00", fee="29.10")
    pay_out(stage)
    assert not stage.desk.set_up_facts().observed, "nothing was asked of the ledger"
    facts = stage.desk.set_up_facts(refresh=True)
    assert [(seen.name, seen.payments) for seen in facts.observed] == [("Petty Cash", 1)]
    names = {Role.UNDEPOSITED_FUNDS: "Funds", Role.BANK: "Checking", Role.FEES: "Bank Fees"}
    told = tell_set_up(
        facts, Answers(names, bank_feed=False, record_deposits=True, passes_from="Petty Cash")
    )
    assert told[0] == (
        "A payout like the last one, of 970.90 USD for 1000.00 USD of payments will be written as "
        "one journal entry of the day it arrives: 970.90 USD to \u201cChecking\u201d and 29.10 USD "
        "to \u201cBank Fees\u201d, out of \u201cFunds\u201d 1000.00 USD."
    )
    assert "through \u201cFunds\u201d" in told[1]


def test_a_payout_of_another_currency_is_left_to_the_bookkeeper(entering: Stage) -> None:
    invoice = entering.invoice("100.00", currency="CAD")
    entering.sync()
    entering.pay(invoice)
    entering.sync()
    pay_out(entering)
    assert entering.intents(ENTRIES) == []


def test_locked_books_hold_the_entry(entering: Stage) -> None:
    entering.desk.change_setting("books_locked_until", "2026-12-31")
    paid(entering)
    pay_out(entering)
    assert entering.intents(ENTRIES) == []
    entering.desk.change_setting("books_locked_until", "")
    entering.sync()
    assert [entry.state for entry in entering.intents(ENTRIES)] == [PostingState.VERIFIED]


def test_a_run_that_finds_nothing_new_asks_the_ledger_once_an_account(entering: Stage) -> None:
    paid(entering, fee="0")
    pay_out(entering)
    entering.sync("payments")
    before = len(entering.state()["requests"])
    entering.sync("payments")
    asked = [visit["path"] for visit in entering.state()["requests"][before:]]
    assert sum("journal_entry_details" in path for path in asked) == 1
    assert not any("ledger_accounts" in path for path in asked)


def test_a_line_of_no_payment_holds_the_payout_until_an_account_is_chosen(entering: Stage) -> None:
    paid(entering, fee="0")
    entering.control("adjust", amount="-7.00", description="Terminal rent")
    pay_out(entering)
    (held,) = entering.attention("payout_held")
    assert "Terminal rent" in held.message
    entering.desk.approve(held.id, account(entering, "Software Subscriptions"))
    entering.sync()
    (waits,) = entering.attention("payout_waits")  # a person chose, so a person looks
    entering.desk.approve(waits.id)
    entering.sync()
    assert balances(entering) == {
        "Business Checking": "93.00",
        "Software Subscriptions": "7.00",
        "Sales": "-100.00",
    }
    assert entering.attention() == []


def test_a_payout_settled_outside_is_not_asked_about_again(entering: Stage) -> None:
    paid(entering, fee="0")
    entering.control("adjust", amount="-7.00", description="Terminal rent")
    pay_out(entering)
    (held,) = entering.attention("payout_held")
    entering.desk.dismiss(held.id)
    entering.hourly()
    assert entering.attention() == []
    assert entering.intents(ENTRIES) == []


def test_a_payout_tells_how_far_its_entry_is(entering: Stage) -> None:
    entering.desk.change_setting("auto_post", "off")
    paid(entering, fee="3.00")
    entering.desk.approve(entering.attention("payment_waits")[0].id)
    entering.sync()
    pay_out(entering)
    (row,) = entering.desk.list_payouts()
    assert row.deposit == "proposed"
    assert {line.account: line.debit or line.credit for line in row.journal}.keys() == {
        "Business Checking",
        "Bank Fees",
        "Petty Cash",
    }
    entering.desk.approve(entering.attention("payout_waits")[0].id)
    entering.sync()
    (row,) = entering.desk.list_payouts()
    assert row.deposit == "verified"


def test_a_preview_tells_the_entry_to_come_and_the_balances_after_it(entering: Stage) -> None:
    paid(entering, fee="3.00")
    entering.desk.change_setting("auto_post", "off")
    pay_out(entering)
    entering.desk.approve(entering.attention("payout_waits")[0].id)
    preview = entering.desk.preview()
    (write,) = preview.writes
    assert (write.kind, str(write.amount)) == ("journal_entry", "100.00 USD")
    moved = {row.role: (str(row.before), str(row.after)) for row in preview.balances}
    assert moved["undeposited_funds"] == ("100.00 USD", "0.00 USD")
    assert moved["bank"] == ("0.00 USD", "97.00 USD")
    assert moved["fees"] == ("0.00 USD", "3.00 USD")
    assert entering.intents(ENTRIES)[0].attempts == 0


def test_an_entry_is_undone_by_a_reversing_one_and_not_entered_again(entering: Stage) -> None:
    paid(entering, fee="3.00")
    payout = pay_out(entering)
    (entry,) = entering.intents(ENTRIES)
    plan = entering.desk.undo(f"out_{payout}", CancelToken(), silent)
    assert [item.state for item in plan.items] == ["undone"]
    assert balances(entering) == {"Petty Cash": "100.00", "Sales": "-100.00"}
    entering.hourly()
    states = {intent.key.leg: intent.state for intent in entering.intents(ENTRIES)}
    assert states == {
        entry.key.leg: PostingState.UNDONE,
        f"reversal:{entry.key.leg}": PostingState.VERIFIED,
    }
    (proof,) = entering.desk.status().clearing
    assert (str(proof.proven), str(proof.difference)) == ("100.00 USD", "0.00 USD")


def test_an_entry_that_somebody_touched_is_not_reversed(entering: Stage) -> None:
    paid(entering, fee="3.00")
    payout = pay_out(entering)
    for row in entering.books.journal.details:
        if row.kind == "journal_entry":
            row.minor *= 2
    entering.books.changed()
    before = balances(entering)
    with pytest.raises(UndoStopped):
        entering.desk.undo(f"out_{payout}", CancelToken(), silent)
    assert balances(entering) == before
    assert len(entering.intents(ENTRIES)) == 1
