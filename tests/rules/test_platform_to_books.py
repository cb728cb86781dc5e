"""Payments go from the platform to the books, each once; what is in doubt is asked about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState
from tests.rules.conftest import SetStage
from tests.rules.stage import Stage

S = PostingState


def paid(stage: Stage, total: str = "100.00", **how: Any) -> tuple[int, str]:
    """An invoice that its customer has just paid on the platform; nothing is synced since."""
    invoice = stage.invoice(total)
    stage.sync()
    return invoice, stage.pay(invoice, **how)


def five_minutes_later(stage: Stage) -> None:
    stage.advance(300)
    stage.sync("payments")


def test_payments_reach_the_books_within_five_minutes_and_come_back_as_our_own(
    stage: Stage,
) -> None:
    invoice, payment = paid(stage, method="ach")
    five_minutes_later(stage)
    assert stage.recorded(invoice) == ["100.00"]
    (there,) = stage.state()["freshbooks"]["payments"]
    assert (there["type"], there["date"], there["invoiceid"]) == ("ACH", "2026-03-02", invoice)
    assert payment in there["note"]
    row = stage.payment(payment)
    assert (row.state, row.posting_state) == ("posted", "verified")
    # Its own writes come back in the next pulls and are recognised by their marker.
    for _ in range(3):
        stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert [row.state for row in stage.payments()] == ["posted"]
    assert stage.kinds() == []


def test_payments_in_the_books_reach_the_sum_due_on_the_platform(stage: Stage) -> None:
    invoice = stage.invoice("100.00")
    stage.sync()
    stage.cheque(invoice, "40.00")
    stage.hourly()
    assert stage.asked(invoice) == ["60.00"]
    (row,) = stage.payments()
    assert (row.state, row.amount) == ("only_in_freshbooks", Money(4_000, "USD"))


def test_a_partial_payment_through_the_platform_is_recorded_and_the_rest_stays_asked_for(
    stage: Stage,
) -> None:
    invoice, _ = paid(stage, "90.00", amount="30.00", fee="1.17", fee_paid_by="customer")
    stage.hourly()
    assert stage.recorded(invoice) == ["30.00"], "a fee that the customer covers stays out"
    assert stage.row(invoice).outstanding == Money(6_000, "USD")
    assert stage.asked(invoice) == ["90.00"], "the platform itself takes off what it collected"


# ---- marked as paid, or not said how


def test_mark_as_paid_in_the_dashboard_is_matched_and_never_posted(set_stage: SetStage) -> None:
    stage = set_stage(dialect="b")  # the one that says in a word how it was paid
    invoice = stage.invoice("100.00")
    stage.sync()
    cheque = stage.cheque(invoice, "100.00")
    mark = stage.pay(invoice, dashboard=True)
    for _ in range(2):
        stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    row = stage.payment(mark)
    assert (row.state, row.freshbooks_payment_id, row.method) == ("matched", cheque, "none")
    assert stage.kinds() == []


def test_a_mark_is_matched_with_its_cheque_however_long_ago_that_came(set_stage: SetStage) -> None:
    stage = set_stage(dialect="b")
    invoice = stage.invoice("100.00")
    stage.sync()
    mark = stage.pay(invoice, dashboard=True)
    stage.hourly()
    assert stage.kinds() == ["frozen_differs"]
    assert "marked as paid" in stage.attention()[0].message
    stage.cheque(invoice, "100.00", date="2026-01-15")
    stage.hourly()
    assert stage.payment(mark).state == "matched"
    assert stage.kinds() == []


@pytest.mark.parametrize("answer", ["approve", "dismiss", "cheque"])
def test_a_payment_that_does_not_say_how_it_was_made_is_asked_about_and_never_posted_by_itself(
    stage: Stage, answer: str
) -> None:
    invoice, payment = paid(stage, dashboard=True)  # this dialect leaves the method out
    for _ in range(2):
        stage.hourly()
    assert stage.recorded(invoice) == []
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("payment_held", f"pay_{payment}")
    assert "does not say how it was made" in item.message
    assert stage.payment(payment).method == "unknown"
    if answer == "cheque":
        stage.cheque(invoice, "100.00", date="2026-02-20")
    else:
        getattr(stage.desk, answer)(item.id)
    stage.hourly()
    stage.hourly()
    assert stage.recorded(invoice) == ([] if answer == "dismiss" else ["100.00"])
    assert stage.kinds() == (["dismissed_differs"] if answer == "dismiss" else [])


# ---- before the connection


def test_payments_dated_before_the_connection_are_matched_or_wait_for_approval(
    stage: Stage,
) -> None:
    invoices = [stage.invoice(f"{n}0.00") for n in (1, 2, 3)]
    stage.sync()
    days = [5, 4, 3]
    payments = []
    for invoice, days_ago in zip(invoices, days, strict=True):
        payment = stage.pay(invoice, method="ach")
        row = stage.sandbox.state.platform.payments[payment]
        row.created_at -= timedelta(days=days_ago)
        payments.append(payment)
    theirs = stage.cheque(invoices[0], "10.00", date="2026-02-25")
    stage.sync(full=True)
    assert [stage.payment(p).state for p in payments] == ["matched", "held", "held"]
    assert stage.payment(payments[0]).freshbooks_payment_id == theirs
    assert [row.subject for row in stage.attention("payment_waits")] == [
        f"pay_{payment}" for payment in payments[1:]
    ]
    assert all("2026-03-02" in row.message for row in stage.attention())
    stage.hourly()
    assert [stage.recorded(invoice) for invoice in invoices] == [["10.00"], [], []]
    stage.desk.approve(f"pay_{payments[1]}")
    stage.hourly()
    assert [stage.recorded(invoice) for invoice in invoices] == [["10.00"], ["20.00"], []]
    assert len(stage.attention("payment_waits")) == 1


# ---- frozen


def frozen(stage: Stage) -> tuple[int, str]:
    invoice, payment = paid(stage)
    stage.hourly()
    assert stage.row(invoice).frozen
    assert stage.row(invoice).platform == "paid"
    return invoice, payment


def test_an_invoice_paid_in_full_through_the_platform_is_frozen(stage: Stage) -> None:
    invoice, _ = frozen(stage)
    before = stage.writes()
    stage.edit(invoice, amount="130.00")
    stage.hourly()
    assert stage.writes() == before
    assert stage.row(invoice).frozen
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("frozen_differs", f"inv_{invoice}")
    assert "30.00 USD outstanding" in item.message
    assert item.link
    stage.edit(invoice, amount="100.00")
    stage.hourly()
    assert stage.kinds() == []


@pytest.mark.parametrize("how", ["return", "refund", "chargeback"])
def test_it_thaws_when_that_payment_is_returned_or_refunded_in_full(stage: Stage, how: str) -> None:
    invoice, payment = frozen(stage)
    copy = stage.copy(invoice)["id"]
    if how == "refund":
        stage.control("refund", payment_id=payment)
    else:
        stage.control("return", payment_id=payment, kind=how)
    stage.hourly()
    assert not stage.row(invoice).frozen
    assert stage.kinds() == ["payment_failed_after_posting"]
    (recorded,) = [p["id"] for p in stage.state()["freshbooks"]["payments"]]
    stage.delete_payment(str(recorded))
    stage.hourly()
    assert stage.kinds() == []
    if how != "refund":
        assert stage.copy(invoice)["id"] == copy, "the copy waited for the books"
    stage.edit(invoice, amount="130.00")
    stage.hourly()
    assert stage.asked(invoice) == ["130.00"]


# ---- money that went back


@pytest.mark.parametrize(
    ("control", "how", "word"),
    [
        ("fail", {}, "failed"),
        ("return", {}, "returned"),
        ("return", {"kind": "chargeback"}, "disputed"),
        ("refund", {}, "refunded"),
    ],
)
def test_what_did_not_last_changes_nothing_in_the_books_and_is_an_item_until_they_are_right(
    stage: Stage, control: str, how: dict[str, str], word: str
) -> None:
    invoice, payment = frozen(stage)
    (recorded,) = [str(p["id"]) for p in stage.state()["freshbooks"]["payments"]]
    stage.control(control, payment_id=payment, **how)
    other = stage.invoice("70.00")
    stage.hourly()
    stage.pay(other)
    stage.hourly()
    assert stage.recorded(other) == ["70.00"], "nothing else is held up"
    assert stage.recorded(invoice) == ["100.00"], "the books are not changed by fbrecon"
    (item,) = stage.attention()
    assert item.kind == "payment_failed_after_posting"
    assert word in item.message
    assert recorded in item.message
    assert str(invoice) in item.link
    assert stage.payment(payment).state in ("returned", "failed")
    stage.delete_payment(recorded)
    stage.hourly()
    assert stage.kinds() == []


# ---- what is held, and lets go by itself


def test_a_paid_draft_is_held_and_recorded_once_it_is_sent(stage: Stage) -> None:
    invoice, _ = paid(stage)
    stage.edit(invoice, sent=False)
    stage.hourly()
    (item,) = stage.attention()
    assert item.kind == "payment_held"
    assert "draft" in item.message
    stage.edit(invoice, sent=True)
    stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_a_paid_invoice_that_is_deleted_is_held_and_recorded_once_it_is_back(stage: Stage) -> None:
    invoice, _ = paid(stage)
    stage.control("delete", kind="invoice", id=str(invoice))
    stage.sync(full=True)
    assert stage.kinds() == ["payment_held"]
    assert "deleted" in stage.attention()[0].message
    stage.advance(60)
    stage.control("restore", kind="invoice", id=str(invoice))
    stage.sync(full=True)
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_a_payment_beside_an_equal_cheque_is_asked_about_and_goes_on_when_the_cheque_goes(
    stage: Stage,
) -> None:
    invoice, _ = paid(stage, "200.00", amount="100.00")
    cheque = stage.cheque(invoice, "100.00")
    stage.hourly()
    (item,) = stage.attention()
    assert item.kind == "payment_held"
    assert cheque in item.message
    assert stage.recorded(invoice) == ["100.00"]
    stage.delete_payment(cheque)
    stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_a_payment_for_more_than_is_outstanding_is_held_and_goes_on_when_it_fits(
    stage: Stage,
) -> None:
    invoice, _ = paid(stage)
    cheque = stage.cheque(invoice, "55.00")
    stage.hourly()
    (item,) = stage.attention()
    assert "Only 45.00 USD is outstanding" in item.message
    assert stage.recorded(invoice) == ["55.00"], "FreshBooks would have truncated it in silence"
    stage.delete_payment(cheque)
    stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_a_payment_collected_in_another_currency_than_the_invoice_has_by_now_is_asked_about(
    stage: Stage,
) -> None:
    invoice, payment = paid(stage)
    stage.edit(invoice, currency_code="CAD")
    for _ in range(2):
        stage.hourly()
    assert stage.recorded(invoice) == []
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("payment_held", f"pay_{payment}")
    assert "USD" in item.message
    assert "CAD" in item.message
    stage.edit(invoice, currency_code="USD")
    stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_what_could_not_be_placed_and_is_recorded_by_hand_is_matched_and_closes(
    stage: Stage,
) -> None:
    invoice, payment = paid(stage)
    stage.edit(invoice, currency_code="CAD")
    stage.hourly()
    assert stage.kinds() == ["payment_held"]
    theirs = stage.cheque(invoice, "100.00")
    stage.hourly()
    assert stage.kinds() == []
    assert stage.payment(payment).freshbooks_payment_id == theirs


def test_an_unknown_word_for_a_state_is_asked_once_and_blocks_no_other(stage: Stage) -> None:
    invoice, payment = paid(stage)
    stage.control("edit", kind="platform_payment", id=payment, status="on_hold")
    other = stage.invoice("70.00")
    stage.hourly()
    stage.pay(other)
    stage.hourly()
    assert stage.recorded(other) == ["70.00"]
    assert stage.recorded(invoice) == []
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("unknown_word", "on_hold")
    stage.desk.answer_word(item.id, "succeeded")
    stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


def test_a_payment_without_an_invoice_is_asked_about_and_blocks_no_other(stage: Stage) -> None:
    invoice, payment = paid(stage)
    stage.sandbox.state.platform.payments[payment].invoice_id = "nowhere"
    other = stage.invoice("70.00")
    stage.hourly()
    stage.pay(other)
    stage.hourly()
    assert stage.recorded(other) == ["70.00"]
    assert stage.recorded(invoice) == []
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("payment_held", f"pay_{payment}")
    assert "for which invoice" in item.message
    # The platform names it later.
    copy = stage.copy(invoice)["id"]
    stage.sandbox.state.platform.payments[payment].invoice_id = copy
    stage.hourly()
    assert stage.recorded(invoice) == ["100.00"]
    assert stage.kinds() == []


# ---- dismissed


def test_a_dismissed_payment_says_that_it_keeps_the_invoice_out_of_step_and_can_be_approved(
    stage: Stage,
) -> None:
    stage.desk.change_setting("auto_post", "off")
    invoice, payment = paid(stage, "100.00", amount="40.00")
    stage.hourly()
    stage.desk.dismiss(f"pay_{payment}")
    for _ in range(2):
        stage.hourly()
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("dismissed_differs", f"pay_{payment}")
    assert "60.00 USD" in item.message
    assert "100.00 USD" in item.message
    assert stage.asked(invoice) == ["100.00"], "what was collected is not asked for again"
    stage.desk.approve(item.id)
    stage.hourly()
    assert stage.recorded(invoice) == ["40.00"]
    assert stage.kinds() == []


def test_a_dismissed_payment_that_somebody_records_by_hand_is_matched(stage: Stage) -> None:
    stage.desk.change_setting("auto_post", "off")
    invoice, payment = paid(stage, "100.00", amount="40.00")
    stage.hourly()
    stage.desk.dismiss(f"pay_{payment}")
    cheque = stage.cheque(invoice, "40.00")
    for _ in range(2):
        stage.hourly()
    assert stage.payment(payment).freshbooks_payment_id == cheque
    assert stage.recorded(invoice) == ["40.00"]
    assert stage.kinds() == []


def test_a_recorded_payment_that_is_deleted_in_the_books_is_undone_and_said(stage: Stage) -> None:
    invoice, payment = frozen(stage)
    (recorded,) = [str(p["id"]) for p in stage.state()["freshbooks"]["payments"]]
    stage.delete_payment(recorded)
    for _ in range(2):
        stage.hourly()
    assert stage.recorded(invoice) == [], "never recorded again by itself"
    assert stage.payment(payment).posting_state == "undone"
    assert not stage.row(invoice).frozen
    assert len(stage.copies(invoice)) == 1, "nor is the money asked for again"
    (item,) = stage.attention()
    assert (item.kind, item.subject) == ("payment_deleted", f"pay_{payment}")
    again = stage.cheque(invoice, "100.00")
    stage.hourly()
    assert stage.kinds() == []
    assert stage.payment(payment).freshbooks_payment_id == again


def test_a_refund_in_part_is_an_item_until_the_recorded_payment_is_lowered(stage: Stage) -> None:
    invoice, payment = frozen(stage)
    (recorded,) = [str(p["id"]) for p in stage.state()["freshbooks"]["payments"]]
    stage.control("refund", payment_id=payment, amount="30.00")
    stage.control("payout")
    for _ in range(2):
        stage.hourly()
    (item,) = stage.attention()
    assert item.kind == "payment_failed_after_posting"
    assert "refunded in part" in item.message
    assert "30.00 USD" in item.message, "the payout tells how much"
    assert stage.recorded(invoice) == ["100.00"]
    stage.advance(60)
    stage.control("edit", kind="payment", id=recorded, amount={"amount": "70.00"})
    stage.hourly()
    assert stage.kinds() == []
    assert stage.recorded(invoice) == ["70.00"]
    assert len(stage.copies(invoice)) == 1


@pytest.mark.parametrize("control", ["fail", "return", "refund"])
def test_a_payment_that_went_back_before_it_was_recorded_needs_nobody(
    stage: Stage, control: str
) -> None:
    stage.desk.change_setting("auto_post", "off")
    invoice, payment = paid(stage)
    stage.hourly()
    assert stage.kinds() == ["payment_waits"]
    stage.control(control, payment_id=payment)
    stage.desk.change_setting("auto_post", "certain")
    stage.hourly()
    assert stage.kinds() == []
    assert stage.recorded(invoice) == []
    assert stage.asked(invoice) == ["100.00"]
    assert stage.payment(payment).state in ("failed", "returned")
