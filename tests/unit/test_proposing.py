"""What is recorded in the books for what the platform collected, and what waits, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from fbrecon.domain.documents import Invoice, Method, PlatformPayment, PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import PostingState
from fbrecon.domain.proposing import (
    NotProposed,
    Proposal,
    paid_on,
    payment_key,
    propose_payments,
)
from fbrecon.domain.rules import WritingRules
from tests.fakes.samples import (
    AT,
    DAY,
    a_fee,
    a_key,
    a_platform_payment,
    an_invoice,
    some_rules,
    usd,
)


def _ask(
    payment: PlatformPayment,
    invoices: Sequence[Invoice] | None = None,
    rules: WritingRules | None = None,
) -> tuple[list[Proposal], list[NotProposed]]:
    invoices = [an_invoice()] if invoices is None else invoices
    rules = some_rules() if rules is None else rules
    return propose_payments([payment], {payment.id: invoices}, [], rules)


def _one(payment: PlatformPayment, rules: WritingRules | None = None) -> Proposal:
    [proposal], others = _ask(payment, rules=rules)
    assert others == []
    return proposal


def _waits(payment: PlatformPayment, invoices: Sequence[Invoice]) -> NotProposed:
    proposals, [other] = _ask(payment, invoices)
    assert proposals == []
    return other


def test_a_certain_payment_is_approved_with_its_facts() -> None:
    payment = a_platform_payment()
    assert _one(payment) == Proposal(
        a_key("p1", "100"),
        payment,
        an_invoice(),
        usd(12000),
        DAY,
        PostingState.APPROVED,
        "The platform says which invoice it is for, and the sums agree.",
    )


def test_what_is_recorded_is_what_was_charged_less_what_the_customer_covers() -> None:
    covered = a_platform_payment(total="123.60", fees=[a_fee("3.60", by_customer=True)])
    assert _one(covered).amount == usd(12000)


def test_a_fee_that_the_merchant_bears_is_not_taken_off() -> None:
    borne = a_platform_payment(total="120.00", fees=[a_fee("3.48")])
    assert _one(borne).amount == usd(12000)


def test_both_kinds_of_fee_together() -> None:
    fees = [a_fee("3.60", by_customer=True), a_fee("0.30"), a_fee("0.40", by_customer=True)]
    assert _one(a_platform_payment(total="124.00", fees=fees)).amount == usd(12000)


@pytest.mark.parametrize("state", [s for s in PlatformState if s is not PlatformState.SUCCEEDED])
def test_only_a_payment_that_succeeded_is_recorded(state: PlatformState) -> None:
    proposals, others = _ask(a_platform_payment(state=state))
    assert proposals == []
    assert len(others) == (state is PlatformState.REFUNDED_PART)


def test_refunded_in_part_before_it_was_recorded_is_for_a_person() -> None:
    payment = a_platform_payment(state=PlatformState.REFUNDED_PART)
    _, [other] = _ask(payment)
    assert other.needs_person
    assert "refunded" in other.reason
    assert not _ask(payment, rules=some_rules(writes=False))[1][0].needs_person


def test_a_payment_that_is_settled_is_not_proposed_again() -> None:
    payment = a_platform_payment()
    found = propose_payments(
        [payment], {payment.id: [an_invoice()]}, iter([payment.id]), some_rules()
    )
    assert found == ([], [])


def test_marked_as_paid_by_hand_is_never_recorded() -> None:
    for rules in (some_rules(), some_rules(writes=False)):
        proposals, [other] = _ask(a_platform_payment(method=Method.NONE), rules=rules)
        assert proposals == []
        assert "no money moved" in other.reason
        assert not other.needs_person


def test_a_payment_that_does_not_say_how_it_was_made_is_held() -> None:
    held = _one(a_platform_payment(method=Method.UNKNOWN))
    assert held.state is PostingState.HELD
    assert "does not say how it was made" in held.reason


def test_where_the_books_have_no_room_for_it_and_nothing_was_kept_it_is_a_mark_by_hand() -> None:
    settled = [an_invoice(outstanding=usd(0))]
    assert not _waits(a_platform_payment(method=Method.UNKNOWN), settled).needs_person
    [held], _ = _ask(a_platform_payment(method=Method.UNKNOWN, fees=[a_fee("3.20")]), settled)
    assert held.state is PostingState.HELD


@pytest.mark.parametrize("auto_post", [True, False])
def test_while_only_reading_nothing_is_proposed(auto_post: bool) -> None:
    rules = some_rules(writes=False, auto_post=auto_post)
    proposals, [other] = _ask(a_platform_payment(), rules=rules)
    assert proposals == []
    assert "only reads" in other.reason
    assert not other.needs_person


def test_a_payment_without_an_invoice_in_the_books_waits() -> None:
    other = _waits(a_platform_payment(), [])
    assert "for which invoice" in other.reason
    proposals, [unknown] = propose_payments([a_platform_payment()], {}, [], some_rules())
    assert proposals == []
    assert unknown == other


# ---- dates


@pytest.mark.parametrize(
    ("since", "state"),
    [
        (date(2026, 2, 28), PostingState.APPROVED),
        (date(2026, 3, 1), PostingState.APPROVED),
        (date(2026, 3, 2), PostingState.PROPOSED),
    ],
)
def test_what_was_paid_before_posting_began_waits_for_approval(
    since: date, state: PostingState
) -> None:
    proposal = _one(a_platform_payment(), some_rules(post_since=since))
    assert proposal.state is state
    assert (since.isoformat() in proposal.reason) == (state is PostingState.PROPOSED)


def test_the_day_is_that_of_the_business_also_where_posting_began() -> None:
    """23:30 on the last of February in New York is already March in UTC."""
    late = a_platform_payment(created_at=datetime(2026, 3, 1, 4, 30, tzinfo=UTC))
    rules = some_rules(post_since=date(2026, 3, 1))
    assert paid_on(late, rules) == date(2026, 2, 28)
    assert _one(late, rules).paid_on == date(2026, 2, 28)
    assert _one(late, rules).state is PostingState.PROPOSED
    in_utc = some_rules(post_since=date(2026, 3, 1), timezone="UTC")
    assert _one(late, in_utc).paid_on == date(2026, 3, 1)
    assert _one(late, in_utc).state is PostingState.APPROVED


def test_with_posting_by_itself_off_everything_waits_for_approval() -> None:
    proposal = _one(a_platform_payment(), some_rules(auto_post=False))
    assert proposal.state is PostingState.PROPOSED
    assert "switched off" in proposal.reason


# ---- figures


@pytest.mark.parametrize(
    "payment",
    [
        a_platform_payment(total="120.00", sub_total="119.99"),
        a_platform_payment(total="123.60", sub_total="120.00"),
        a_platform_payment(
            total="120.00", sub_total="120.00", fees=[a_fee("3.60", by_customer=True)]
        ),
    ],
)
@pytest.mark.parametrize("auto_post", [True, False])
def test_figures_that_do_not_add_up_are_held_with_the_figures(
    payment: PlatformPayment, auto_post: bool
) -> None:
    held = _one(payment, some_rules(auto_post=auto_post, post_since=date(2030, 1, 1)))
    assert held.state is PostingState.HELD
    for figure in (payment.total, payment.sub_total, payment.customer_fees):
        assert str(figure) in held.reason


@pytest.mark.parametrize("kind", ["late_payment", "interest"])
@pytest.mark.parametrize("by_customer", [True, False])
def test_a_late_fee_or_interest_is_held(kind: str, by_customer: bool) -> None:
    fee = a_fee("5.00", kind=kind, by_customer=by_customer)
    held = _one(a_platform_payment(fees=[a_fee("1.00"), fee]))
    assert held.state is PostingState.HELD
    assert "late" in held.reason


@pytest.mark.parametrize("total", ["0.00", "-5.00", "3.60"])
def test_a_payment_that_takes_nothing_off_is_held(total: str) -> None:
    fees = [a_fee("3.60", by_customer=True)] if total == "3.60" else []
    held = _one(a_platform_payment(total=total, fees=fees))
    assert held.state is PostingState.HELD
    assert "nothing" in held.reason


def test_a_sum_with_too_many_decimals_is_for_a_person_and_never_rounded() -> None:
    for total in ("120.005", "120.004"):
        other = _waits(a_platform_payment(total=total), [an_invoice()])
        assert other.needs_person
        assert total in other.reason


def test_the_currency_is_that_of_the_invoice() -> None:
    yen = an_invoice(total=Money(120, "JPY"))
    [proposal], _ = _ask(a_platform_payment(total="120"), [yen])
    assert proposal.amount == Money(120, "JPY")
    assert _waits(a_platform_payment(total="120.50"), [yen]).needs_person


# ---- several invoices


def test_several_invoices_that_make_it_up_exactly_get_what_each_is_owed() -> None:
    invoices = [
        an_invoice(100, usd(9000), outstanding=usd(5000)),
        an_invoice(101, usd(7000)),
    ]
    proposals, others = _ask(a_platform_payment(total="120.00"), invoices)
    assert others == []
    assert [(p.invoice.id, p.amount, p.key) for p in proposals] == [
        (100, usd(5000), a_key("p1", "100")),
        (101, usd(7000), a_key("p1", "101")),
    ]
    assert {p.state for p in proposals} == {PostingState.APPROVED}


@pytest.mark.parametrize("owed", [6999, 7001, 0])
def test_several_invoices_that_do_not_make_it_up_exactly_are_for_a_person(owed: int) -> None:
    invoices = [an_invoice(100, usd(5000)), an_invoice(101, usd(7000), outstanding=usd(owed))]
    other = _waits(a_platform_payment(total="120.00"), invoices)
    assert other.needs_person
    assert "several invoices" in other.reason


def test_several_invoices_in_two_currencies_are_for_a_person() -> None:
    invoices = [an_invoice(100, usd(5000)), an_invoice(101, Money(7000, "CAD"))]
    assert _waits(a_platform_payment(total="120.00"), invoices).needs_person


def test_a_split_that_gives_one_invoice_nothing_is_held_as_a_whole() -> None:
    invoices = [an_invoice(100, usd(12000)), an_invoice(101, usd(7000), outstanding=usd(0))]
    proposals, _ = _ask(a_platform_payment(total="120.00"), invoices)
    assert {p.state for p in proposals} == {PostingState.HELD}


def test_one_invoice_that_stands_on_the_platform_twice_gets_the_payment_once() -> None:
    half = an_invoice(100, usd(12000), outstanding=usd(6000))
    proposals, others = _ask(a_platform_payment(total="120.00"), [half, half])
    assert others == []
    assert [(p.invoice.id, p.amount) for p in proposals] == [(100, usd(12000))]


# ---- keys


def test_the_key_of_a_payment_names_platform_payment_invoice_and_generation() -> None:
    key = payment_key(some_rules(), PlatformPaymentId("p1"), an_invoice(100).id, 2)
    assert key == a_key("p1", "100", generation=2)


def test_a_change_of_sum_or_day_keeps_the_key() -> None:
    first = _one(a_platform_payment(total="120.00"))
    later = _one(a_platform_payment(total="90.00", created_at=AT.replace(day=9)))
    assert first.key == later.key
    assert first.amount != later.amount


def test_payments_keep_their_order() -> None:
    payments = [a_platform_payment(name) for name in ("p3", "p1", "p2")]
    of = {payment.id: [an_invoice()] for payment in payments}
    proposals, _ = propose_payments(payments, of, [], some_rules())
    assert [proposal.payment.id for proposal in proposals] == ["p3", "p1", "p2"]
