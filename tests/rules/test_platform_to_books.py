"""Payments go from the platform to the books, each once; what is in doubt is asked about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState
from tests.rules.conftest import SetStage
from tests.rules.scenes import paid
from tests.rules.stage import Stage

S = PostingState


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
