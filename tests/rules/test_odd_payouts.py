"""Payouts that are negative, fail later, cross a month, are unknown, or do not add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.sync.progress import CancelToken, silent
from tests.rules.payout_scenes import balances, choose_accounts, paid, pay_out
from tests.rules.stage import Stage

S = PostingState
ENTRIES = WriteKind.JOURNAL_ENTRY


@pytest.fixture
def entering(stage: Stage) -> Stage:
    """A company whose payouts are entered."""
    choose_accounts(stage)
    stage.desk.change_setting("record_deposits", "on")
    return stage


def set_status(stage: Stage, payout: str, status: str) -> None:
    stage.sandbox.state.platform.payouts[payout].status = status


def test_a_negative_payout_is_taken_from_the_bank(entering: Stage) -> None:
    _, payment = paid(entering, fee="0")
    pay_out(entering)
    entering.control("return", payment_id=payment, fee="15.00")
    entering.sync()
    recorded = entering.payment(payment).freshbooks_payment_id
    assert recorded is not None
    entering.delete_payment(recorded)
    pay_out(entering)
    entering.hourly()
    (row, _) = entering.desk.list_payouts()
    assert (str(row.net), str(row.difference)) == ("-115.00 USD", "0.00 USD")
    assert balances(entering) == {
        "Accounts Receivable": "100.00",
        "Business Checking": "-15.00",
        "Bank Fees": "15.00",
        "Sales": "-100.00",
    }
    assert entering.desk.list_clearing() == []


def test_a_payout_that_fails_after_it_was_entered_is_named_and_taken_back_on_a_click(
    entering: Stage,
) -> None:
    paid(entering, fee="3.00")
    payout = pay_out(entering)
    set_status(entering, payout, "failed")
    entering.hourly()
    (item,) = entering.attention("payout_failed")
    assert "97.00 failed" in item.message
    assert balances(entering)["Business Checking"] == "97.00", "not by itself"
    entering.desk.undo(item.id, CancelToken(), silent)
    entering.hourly()
    assert entering.attention() == []
    assert balances(entering) == {"Petty Cash": "100.00", "Sales": "-100.00"}
    (left,) = entering.desk.list_clearing()
    assert (left.bucket, str(left.amount)) == ("not_paid_out", "100.00 USD")
    (proof,) = entering.desk.status().clearing
    assert str(proof.difference) == "0.00 USD"


def test_a_payout_over_a_months_end_belongs_to_the_month_of_its_arrival(entering: Stage) -> None:
    entering.advance(days=29)  # the last day of the month
    assert entering.sandbox.state.clock.today() == date(2026, 3, 31)
    paid(entering, fee="3.00")
    pay_out(entering)
    (entry,) = entering.intents(ENTRIES)
    assert (entry.state, entry.on_date) == (S.VERIFIED, date(2026, 4, 1))
    (figures,) = entering.desk.plan_closing(date(2026, 3, 31)).figures
    assert (str(figures.expected), str(figures.proven)) == ("100.00 USD", "100.00 USD")
    (proof,) = entering.desk.status().clearing
    assert str(proof.proven) == "0.00 USD"


def test_a_status_that_is_not_known_holds_the_payout_and_is_asked_about(entering: Stage) -> None:
    paid(entering, fee="0")
    entering.advance(days=1)
    payout = str(entering.control("payout")["payout_id"])
    set_status(entering, payout, "mystified")
    entering.sync()
    assert entering.intents(ENTRIES) == []
    assert entering.desk.list_payouts()[0].state == "unknown"
    (held,) = entering.attention("payout_held")
    assert "calls it “mystified”, a word that" in held.message
    set_status(entering, payout, "succeeded")
    entering.hourly()
    assert [entry.state for entry in entering.intents(ENTRIES)] == [S.VERIFIED]
    assert entering.attention() == []


def test_a_payout_that_is_still_under_way_asks_for_nothing(entering: Stage) -> None:
    paid(entering, fee="0")
    entering.advance(days=1)
    entering.control("payout", status="processing")
    entering.sync()
    assert entering.intents(ENTRIES) == []
    assert entering.attention() == []


def test_a_gap_stays_a_line_of_its_own_and_is_never_taken_for_a_fee(entering: Stage) -> None:
    entering.desk.change_setting("auto_post", "off")
    paid(entering, fee="3.00")
    entering.desk.approve(entering.attention("payment_waits")[0].id)
    entering.sync()
    pay_out(entering)
    stores = entering.desk.company.stores
    (payout,) = stores.platform.list_payouts()
    stores.platform.save_payouts([replace(payout, net=payout.net - Decimal("0.01"))])
    (row,) = entering.desk.list_payouts()
    assert (str(row.fees), str(row.difference)) == ("3.00 USD", "-0.01 USD")
    assert "unexplained" in row.deposit_reason
    assert row.journal == ()
