"""Whatever the platform reports: what is proposed is exact, dated right and never doubled."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.documents import Invoice, Method, PlatformPayment, PlatformState, StatedFee
from fbrecon.domain.moments import day_in, eastern_day
from fbrecon.domain.money import Money, total
from fbrecon.domain.posting import PostingState
from fbrecon.domain.proposing import propose_payments
from fbrecon.domain.rules import LATE_FEES, WritingRules
from tests.fakes.samples import a_fee, a_platform_payment, an_invoice, some_rules

from .kinds import near_midnight, zones

_amounts = st.integers(-100, 30_000).map(lambda cents: str(Decimal(cents).scaleb(-2)))
_fees = st.lists(
    st.builds(
        a_fee,
        st.integers(0, 500).map(lambda cents: str(Decimal(cents).scaleb(-2))),
        by_customer=st.booleans(),
        kind=st.sampled_from(["processing", "late_payment", "interest"]),
    ),
    max_size=3,
)
_rules = st.builds(
    some_rules,
    writes=st.booleans(),
    auto_post=st.booleans(),
    post_since=st.dates(date(2025, 12, 30), date(2026, 1, 3)),
    timezone=zones,
)
_around_new_year = st.datetimes(
    datetime(2025, 12, 30),  # noqa: DTZ001
    datetime(2026, 1, 3),  # noqa: DTZ001
    timezones=st.just(ZoneInfo("UTC")),
)
_bills = st.lists(
    st.builds(
        lambda number, minor, currency: an_invoice(number, Money(minor, currency)),
        st.integers(100, 104),
        st.integers(0, 20_000),
        st.sampled_from(["USD", "USD", "USD", "CAD", "JPY"]),
    ),
    max_size=3,
    unique_by=lambda invoice: invoice.id,
)


@st.composite
def _payments(draw: st.DrawFn) -> PlatformPayment:
    fees: list[StatedFee] = draw(_fees)
    return a_platform_payment(
        "p1",
        draw(_amounts),
        sub_total=draw(st.one_of(st.none(), _amounts)),
        fees=fees,
        state=draw(st.sampled_from([PlatformState.SUCCEEDED] * 3 + list(PlatformState))),
        method=draw(st.sampled_from(Method)),
        created_at=draw(_around_new_year),
    )


@given(_payments(), _bills, _rules)
def test_everything_that_is_recorded_keeps_every_rule(
    payment: PlatformPayment, invoices: list[Invoice], rules: WritingRules
) -> None:
    proposals, others = propose_payments([payment], {payment.id: invoices}, [], rules)
    if not proposals:
        collected = (PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART)
        assert len(others) == (payment.state in collected)
        return
    assert others == []
    assert rules.writes
    assert payment.state is PlatformState.SUCCEEDED
    assert payment.method is not Method.NONE
    currency = invoices[0].outstanding.currency
    booked = total((proposal.amount for proposal in proposals), currency)
    assert Decimal(booked.to_decimal_string()) == payment.total - payment.customer_fees
    assert len({proposal.key for proposal in proposals}) == len(proposals) == len(invoices)
    if len(invoices) > 1:
        assert all(proposal.amount == proposal.invoice.outstanding for proposal in proposals)
    for proposal in proposals:
        assert proposal.paid_on == payment.created_at.astimezone(ZoneInfo(rules.timezone)).date()
        if proposal.state is PostingState.APPROVED:
            assert rules.auto_post
            assert proposal.paid_on >= rules.post_since
            assert payment.adds_up
            assert payment.method is not Method.UNKNOWN
            assert proposal.amount.minor > 0
            assert not [fee for fee in payment.fees if fee.kind in LATE_FEES]


@given(_payments(), _bills, _rules)
def test_the_same_facts_make_the_same_proposals(
    payment: PlatformPayment, invoices: list[Invoice], rules: WritingRules
) -> None:
    first = propose_payments([payment], {payment.id: invoices}, [], rules)
    assert propose_payments([payment], {payment.id: list(invoices)}, [], rules) == first


@given(_payments(), _bills, _rules)
def test_what_is_settled_is_left_alone(
    payment: PlatformPayment, invoices: list[Invoice], rules: WritingRules
) -> None:
    found = propose_payments([payment], {payment.id: invoices}, [payment.id], rules)
    assert found == ([], [])


@given(near_midnight(), zones)
def test_a_payment_is_dated_with_the_day_on_the_businesses_wall(
    moment: datetime, zone: str
) -> None:
    payment = a_platform_payment(created_at=moment)
    [proposal], _ = propose_payments(
        [payment],
        {payment.id: [an_invoice()]},
        [],
        some_rules(timezone=zone, post_since=date(2000, 1, 1)),
    )
    wall = moment.astimezone(ZoneInfo(zone))
    assert proposal.paid_on == date(wall.year, wall.month, wall.day)
    assert abs((proposal.paid_on - moment.date()).days) <= 1


@given(near_midnight())
def test_the_eastern_day_is_the_day_in_new_york(moment: datetime) -> None:
    assert eastern_day(moment) == day_in(moment, "America/New_York")
