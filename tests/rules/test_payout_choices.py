"""Payouts in the ledger: what is chosen, held, previewed and taken back."""

from __future__ import annotations

import pytest

from fbrecon.app.set_up_facts import Answers, tell_set_up
from fbrecon.app.undo import UndoStopped
from fbrecon.domain.ledger import Role
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import FbreconError, NeedsPerson
from fbrecon.sync.progress import CancelToken, silent
from tests.rules.conftest import SetStage
from tests.rules.payout_scenes import account, balances, choose_accounts, paid, pay_out
from tests.rules.stage import Stage

ENTRIES = WriteKind.JOURNAL_ENTRY


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
    (locked,) = entering.attention("books_locked")
    assert "locked up to 2026-12-31" in locked.message
    assert "books_locked_until" in locked.hint
    entering.desk.change_setting("books_locked_until", "")
    entering.sync()
    assert entering.attention("books_locked") == []
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
