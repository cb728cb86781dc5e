"""A period that was closed stays as it was agreed, and what changes in it all the same is named."""

from __future__ import annotations

from datetime import date

import pytest

from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import NotFound, Refused
from fbrecon.sync.progress import CancelToken, silent
from tests.rules.payout_scenes import account, balances, choose_accounts, paid, pay_out
from tests.rules.stage import Stage

S = PostingState
END = date(2026, 3, 31)


@pytest.fixture
def entering(stage: Stage) -> Stage:
    """A company whose payouts are entered, with one of them in March."""
    choose_accounts(stage)
    stage.desk.change_setting("record_deposits", "on")
    return stage


def april(stage: Stage) -> None:
    """The month is over."""
    stage.advance(days=32)
    stage.hourly()


def changed(stage: Stage) -> list[str]:
    return [row.message for row in stage.attention("period_changed")]


def test_what_was_agreed_is_kept_and_nothing_is_said_while_it_stands(entering: Stage) -> None:
    paid(entering, fee="3.00")
    pay_out(entering)
    paid(entering, "50.00")
    april(entering)
    plan = entering.desk.plan_closing()
    assert (plan.until_on, plan.problem, plan.is_proven) == (END, "", True)
    closed = entering.desk.close_period(END)
    (figures,) = closed.figures
    assert (str(figures.expected), str(figures.proven)) == ("50.00 USD", "50.00 USD")
    paid(entering, "70.00")
    pay_out(entering)
    entering.hourly()
    assert changed(entering) == []
    assert entering.desk.list_period_changes() == {END: []}


def test_a_payment_that_is_deleted_or_lowered_afterwards_is_named_with_its_sum(
    entering: Stage,
) -> None:
    _, first = paid(entering)
    _, second = paid(entering, "50.00")
    april(entering)
    entering.desk.close_period(END)
    for payment, act in ((first, "delete"), (second, "edit")):
        recorded = entering.payment(payment).freshbooks_payment_id
        fields = {"amount": "49.00"} if act == "edit" else {}
        entering.control(act, kind="payment", id=recorded, **fields)
    entering.hourly()
    told = sorted(changed(entering))
    assert len(told) == 2
    assert "over 100.00 USD was taken back: -100.00 USD against" in told[0]
    assert "over 50.00 USD is now 49.00 USD: -1.00 USD against" in told[1]
    entering.desk.dismiss(entering.attention("period_changed")[0].id)
    entering.hourly()
    assert len(changed(entering)) == 1, "what was dismissed is not told again"


def test_a_payout_that_fails_after_it_was_paid_is_named(entering: Stage) -> None:
    paid(entering, fee="3.00")
    payout = pay_out(entering)
    april(entering)
    entering.desk.close_period(END)
    for row in entering.sandbox.state.platform.payouts.values():
        if row.id == payout:
            row.status = "failed"
    entering.hourly()
    assert any(
        f"Payout {payout} over 97.00 USD was taken back" in text for text in changed(entering)
    )


def test_what_others_post_into_the_period_is_named(entering: Stage) -> None:
    from fbrecon.sandbox.freshbooks_journal import Entry

    paid(entering)
    april(entering)
    entering.desk.close_period(END)
    legs = ((account(entering, "Bank Fees"), 500), (account(entering, "Petty Cash"), -500))
    entry = Entry("journal_entry", legs, "USD", date(2026, 3, 20), "Correction", {})
    entering.books.journal.add(entry, entering.clock.now())
    entering.books.changed()
    entering.hourly()
    (text,) = changed(entering)
    assert "Posting “Correction” over -5.00 USD was added: -5.00 USD" in text


def test_our_own_writes_into_a_closed_period_are_held_until_it_is_opened_again(
    entering: Stage,
) -> None:
    entering.desk.change_setting("auto_post", "off")
    invoice = entering.invoice("100.00")
    entering.sync()
    entering.pay(invoice, fee="0")
    entering.sync()
    pay_out(entering)
    april(entering)
    entering.desk.close_period(END)
    entering.desk.approve(entering.attention("payment_waits")[0].id)
    entering.sync()
    (payment,) = entering.intents()
    assert (payment.state, payment.attempts) == (S.HELD, 0)
    assert "the period up to 2026-03-31 is closed" in payment.reason
    entering.desk.approve(entering.attention("payment_held")[0].id)
    entering.sync()
    assert entering.intents()[0].state is S.HELD, "no yes waives it"
    entering.desk.reopen_period(END)
    entering.desk.change_setting("auto_post", "certain")
    entering.sync()
    entering.sync()
    assert entering.intents()[0].state is S.VERIFIED or entering.attention("payment_waits")
    log = [entry.deed for entry in entering.desk.company.stores.activity.iter_entries()]
    assert [d.after for d in log if d.kind == "period"] == ["closed", "open"]


def test_an_entry_into_a_closed_period_waits_and_is_named(entering: Stage) -> None:
    entering.desk.change_setting("record_deposits", "off")
    paid(entering, fee="0")
    pay_out(entering)
    april(entering)
    entering.desk.close_period(END)
    entering.desk.change_setting("record_deposits", "on")
    entering.hourly()
    assert entering.intents(WriteKind.JOURNAL_ENTRY) == []
    (held,) = entering.attention("payout_held")
    assert "The period up to 2026-03-31 is closed" in held.message
    entering.desk.reopen_period(END)
    entering.hourly()
    assert [intent.state for intent in entering.intents(WriteKind.JOURNAL_ENTRY)] == [S.VERIFIED]


def test_an_entry_of_a_closed_period_is_reversed_today(entering: Stage) -> None:
    paid(entering, fee="0")
    payout = pay_out(entering)
    april(entering)
    entering.desk.close_period(END)
    entering.desk.undo(f"out_{payout}", CancelToken(), silent)
    first, reversal = entering.intents(WriteKind.JOURNAL_ENTRY)
    assert first.state is S.UNDONE
    assert reversal.on_date is not None
    assert reversal.on_date > END
    assert balances(entering)["Petty Cash"] == "100.00"
    entering.hourly()
    assert changed(entering) == [], "the closed month is as it was"


def test_a_payment_of_a_closed_period_is_not_taken_back(entering: Stage) -> None:
    _, payment = paid(entering)
    april(entering)
    entering.desk.close_period(END)
    plan = entering.desk.undo(f"pay_{payment}", CancelToken(), silent)
    assert [item.state for item in plan.items] == ["verified"]
    assert "is closed" in plan.items[0].words
    assert balances(entering)["Petty Cash"] == "100.00"


def test_a_difference_is_agreed_with_only_on_purpose(entering: Stage) -> None:
    paid(entering)
    for row in entering.books.journal.details:
        if row.kind == "payment":
            row.minor //= 2
    entering.books.changed()
    april(entering)
    entering.desk.sync(CancelToken(), silent, full=True)
    assert not entering.desk.plan_closing().is_proven
    with pytest.raises(Refused, match="in the ledger instead of 100"):
        entering.desk.close_period(END)
    entering.desk.close_period(END, although=True)
    assert [period.until_on for period in entering.desk.list_periods()] == [END]


def test_a_period_that_is_not_over_or_closed_already_is_refused(entering: Stage) -> None:
    paid(entering)
    with pytest.raises(Refused, match="not over yet"):
        entering.desk.close_period(entering.sandbox.state.clock.today())
    april(entering)
    entering.desk.close_period(END)
    with pytest.raises(Refused, match="closed already"):
        entering.desk.close_period(date(2026, 3, 15))
    with pytest.raises(NotFound):
        entering.desk.reopen_period(date(2026, 3, 15))
    entering.advance(days=35)
    entering.hourly()
    later = entering.desk.close_period(date(2026, 4, 30))
    assert later.since_on == date(2026, 4, 1)
    entering.desk.reopen_period(END)
    assert entering.desk.list_periods() == [], "later ones rest on it"
