"""Payouts in the ledger: every event ends at its balances, read from the ledger itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.reports import ReportKind
from tests.rules.conftest import SetStage
from tests.rules.payout_scenes import DAYS, account, balances, choose_accounts, paid, pay_out
from tests.rules.stage import Stage

ENTRIES = WriteKind.JOURNAL_ENTRY


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
    (seen,) = entering.desk.list_companies()
    assert [str(row.difference) for row in seen.clearing] == ["0.00 USD"], "kept by the sync"


def test_a_sync_tells_the_entries_that_it_wrote(entering: Stage) -> None:
    paid(entering, fee="3.00")
    entering.advance(days=DAYS)
    entering.control("payout")
    report = entering.sync()
    assert report.other_writes["entries"] == 1
    assert "1 payout entry written to the ledger" in report.sentence
    (run,) = (run for run in entering.desk.list_runs(1))
    assert (run.written, run.nothing) == (1, "")
    assert entering.sync().other_writes["entries"] == 0


def test_before_the_payout_clearing_holds_what_was_collected(entering: Stage) -> None:
    paid(entering)
    (proof,) = entering.desk.status().clearing
    assert (str(proof.expected), str(proof.proven)) == ("100.00 USD", "100.00 USD")
    (item,) = entering.desk.list_clearing("USD")
    assert (item.bucket, str(item.amount)) == ("not_paid_out", "100.00 USD")
    assert balances(entering) == {"Petty Cash": "100.00", "Sales": "-100.00"}


@pytest.mark.parametrize("dialect", ["a", "b"])
def test_a_fee_that_the_customer_covers_is_booked_nowhere(
    set_stage: SetStage, dialect: str
) -> None:
    entering = set_stage(dialect=dialect)
    choose_accounts(entering)
    entering.desk.change_setting("record_deposits", "on")
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


@pytest.mark.loud
def test_an_account_that_older_entries_cannot_name_is_told_and_stops_nothing_else(
    entering: Stage,
) -> None:
    """Accounts made by hand may have no number there; the older entries know numbers only."""
    entering.desk.company.stores.decisions.keep_fact("entry_way", "classic")
    made = next(row for row in entering.books.ledger.values() if row.name == "Bank Fees")
    made.jesa_id = made.jea_id = None
    paid(entering, fee="3.00")
    entering.advance(days=DAYS)
    entering.control("payout")
    invoice = entering.invoice("20.00")
    report = entering.try_sync()
    assert report.outcome == "partial"
    (problem,) = report.problems
    assert "Bank Fees" in problem.problem
    assert entering.intents(ENTRIES) == []
    assert entering.copy(invoice)["total"]
