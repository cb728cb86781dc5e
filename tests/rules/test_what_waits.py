"""Payments that wait: for what lets them go by itself, for a person, or after a no."""

from __future__ import annotations

from tests.rules.scenes import paid
from tests.rules.stage import Stage

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


# ---- what is under way for ever


def test_a_payment_that_never_arrives_is_told_and_what_it_holds_up(stage: Stage) -> None:
    invoice, payment = paid(stage)
    stage.control("edit", kind="platform_payment", id=payment, status="on_hold")
    stage.hourly()
    (question,) = stage.attention("unknown_word")
    stage.desk.answer_word(question.id, "pending")
    stage.control("archive", kind="platform_invoice", id=stage.copy(invoice)["id"])
    stage.hourly()
    assert "under way" in stage.desk.invoice_detail(invoice).on_platform
    stage.advance(days=29)
    stage.hourly()
    assert stage.kinds() == []
    stage.advance(days=2)
    stage.hourly()
    assert sorted(stage.kinds()) == ["payment_late", "unknown_word"]
    stage.desk.answer_word(stage.attention("unknown_word")[0].id, "failed")
    stage.hourly()
    stage.hourly()
    assert "payment_late" not in stage.kinds()


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


def test_what_a_dismissed_payment_paid_is_not_asked_for_again_on_a_new_copy(stage: Stage) -> None:
    stage.desk.change_setting("auto_post", "off")
    invoice, payment = paid(stage, "100.00", amount="40.00")
    stage.hourly()
    stage.desk.dismiss(f"pay_{payment}")
    stage.control("archive", kind="platform_invoice", id=stage.copy(invoice)["id"])
    for _ in range(2):
        stage.hourly()
    assert stage.copies(invoice) == []
    assert [row.subject for row in stage.attention("dismissed_differs")] == [f"pay_{payment}"]
    assert "not put on the platform again" in stage.desk.invoice_detail(invoice).on_platform
    stage.desk.approve(stage.attention("dismissed_differs")[0].id)
    stage.hourly()
    assert stage.recorded(invoice) == ["40.00"]
    assert stage.attention("dismissed_differs") == []
