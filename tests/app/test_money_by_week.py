"""Money by week: in the business's own weeks, to the cent, with the fees' share of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.app.money_by_week import as_json, in_words
from fbrecon.clock import day_in
from fbrecon.domain.documents import PayoutLine, PayoutLineKind, PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.weeks import PaidOut, monday_of, sum_up, weeks_until
from tests.app.bench import Home
from tests.fakes.samples import usd


def this_week(home: Home) -> date:
    return monday_of(day_in(home.clock.now(), home.desk.company.business.timezone))


def test_what_was_collected_and_paid_out_stands_in_its_week(connected: Home) -> None:
    _, first = connected.paid(10_000)
    connected.sync()
    connected.clock.advance(timedelta(days=7).total_seconds())
    connected.paid(2_500)
    connected.platform.pay_out(first)
    connected.sync()
    (found,) = connected.desk.money_by_week(4)
    weeks = {week.on: week for week in found.weeks}
    assert len(weeks) == 4
    now = this_week(connected)
    assert weeks[now - timedelta(days=7)].collected == usd(10_000)
    assert weeks[now].collected == usd(2_500)
    assert found.collected == usd(12_500)
    assert found.paid_out == usd(10_000)
    assert sum(week.paid_out.minor for week in found.weeks) == 10_000


def test_a_payment_late_on_sunday_belongs_to_the_business_own_week(connected: Home) -> None:
    """Monday has begun in UTC, and not where the business is."""
    _, payment = connected.paid()
    row = connected.platform.payments[payment]
    monday = this_week(connected)
    late = datetime(monday.year, monday.month, monday.day, 1, tzinfo=UTC)
    assert day_in(late, connected.desk.company.business.timezone) < monday
    connected.platform.payments[payment] = replace(row, created_at=late)
    connected.sync()
    (found,) = connected.desk.money_by_week(2)
    assert [week.collected for week in found.weeks] == [usd(10_000), usd(0)]


def test_money_that_went_back_does_not_count_as_collected(connected: Home) -> None:
    _, payment = connected.paid()
    connected.sync()
    row = connected.platform.payments[payment]
    connected.platform.payments[payment] = replace(row, state=PlatformState.RETURNED)
    connected.sync()
    assert connected.desk.money_by_week(4) == ()
    assert "Nothing was collected" in in_words(connected.desk.money_by_week(4))


def test_fees_are_told_as_a_share_of_the_payments_that_they_were_kept_back_from(
    connected: Home,
) -> None:
    _, payment = connected.paid(100_000)
    connected.sync()
    payout = connected.platform.pay_out(payment)
    row = connected.platform.payouts[payout]
    fee = PayoutLine("f", PayoutLineKind.FEE, Decimal("-29.10"), PlatformPaymentId(payment), "Fee")
    connected.platform.payouts[payout] = replace(
        row, net=row.gross - Decimal("29.10"), lines=(*(row.lines or ()), fee)
    )
    connected.sync()
    (found,) = connected.desk.money_by_week()
    assert (found.fees, found.gross, found.fee_share) == (usd(2_910), usd(100_000), "2.91 %")
    assert found.paid_out == usd(97_090)
    assert as_json((found,))["currencies"][0]["fee_share"] == "2.91 %"
    assert "2.91 %" in in_words((found,))


def test_before_a_company_there_are_no_weeks(home: Home) -> None:
    assert home.desk.money_by_week() == ()


_DAYS = st.dates(date(2025, 12, 1), date(2026, 3, 31))
_SUMS = st.integers(-500_000, 500_000)


@given(st.lists(st.tuples(_DAYS, _SUMS, st.sampled_from(("USD", "CAD")))))
def test_no_cent_of_a_known_week_is_lost_and_none_of_another_is_counted(
    moved: list[tuple[date, int, str]],
) -> None:
    mondays = weeks_until(date(2026, 3, 4), 6)
    payouts = [PaidOut(on, Money(minor, currency), None, None) for on, minor, currency in moved]
    found = sum_up(mondays, {}, payouts)
    inside = [(m, c) for on, m, c in moved if mondays[0] <= on <= date(2026, 3, 8)]
    assert {one.currency for one in found} == {c for _, c in inside}
    for one in found:
        assert one.paid_out.minor == sum(m for m, c in inside if c == one.currency)
        assert [week.on for week in one.weeks] == mondays
