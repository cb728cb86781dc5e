"""What the platform collected and paid out, week by week. Reads the company file only.

A payment counts for the week in which it was made, with what it takes off its invoice, while the
money is there; a payout for the week in which it arrives.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from fbrecon.app.company import Company
from fbrecon.app.funds import NOT_PAID_OUT, payout_day
from fbrecon.app.payout_currencies import currencies_of_few
from fbrecon.app.payouts import payout_row
from fbrecon.clock import day_in
from fbrecon.domain.documents import Payout, PlatformState
from fbrecon.domain.moments import midnight_in
from fbrecon.domain.weeks import WEEK, MoneyByWeek, PaidOut, sum_up, weeks_until

MOST_WEEKS: Final = 520
_CAME_IN: Final = (PlatformState.SUCCEEDED.value, PlatformState.REFUNDED_PART.value)
_DAY = timedelta(days=1)


def money_by_week(company: Company, count: int) -> tuple[MoneyByWeek, ...]:
    """The last `count` weeks of each currency in which anything moved; at most `MOST_WEEKS`."""
    zone, platform = company.business.timezone, company.doors.platform_name()
    mondays = weeks_until(day_in(company.clock.now(), zone), max(1, min(count, MOST_WEEKS)))
    collected = {
        monday: company.stores.payments.sums_between(
            platform, midnight_in(monday, zone), midnight_in(monday + WEEK, zone), _CAME_IN
        )
        for monday in mondays
    }
    # Days of UTC may begin earlier or later than the business's own.
    payouts = company.stores.platform.list_payouts_between(mondays[0] - _DAY, mondays[-1] + WEEK)
    return sum_up(mondays, collected, _paid_out(company, payouts))


def _paid_out(company: Company, payouts: list[Payout]) -> list[PaidOut]:
    """Those that were or will be paid out and whose currency is known."""
    currencies = currencies_of_few(company, payouts)
    zone, found = company.business.timezone, []
    for payout in payouts:
        row = payout_row(payout, currencies.get(payout.id))
        if payout.state not in NOT_PAID_OUT and row.net is not None:
            found.append(PaidOut(payout_day(payout, zone), row.net, row.gross, row.fees))
    return found


def as_json(found: tuple[MoneyByWeek, ...]) -> dict[str, Any]:
    """For scripts: the weeks of each currency."""
    return {
        "currencies": [
            {
                "currency": one.currency,
                "collected": one.collected.to_decimal_string(),
                "paid_out": one.paid_out.to_decimal_string(),
                "fees": one.fees.to_decimal_string(),
                "fees_of": one.gross.to_decimal_string(),
                "fee_share": one.fee_share,
                "weeks": [
                    {
                        "week": week.on.isoformat(),
                        "collected": week.collected.to_decimal_string(),
                        "paid_out": week.paid_out.to_decimal_string(),
                    }
                    for week in one.weeks
                ],
            }
            for one in found
        ]
    }


def in_words(found: tuple[MoneyByWeek, ...]) -> str:
    """For a person: one line a week."""
    lines = []
    for one in found:
        lines.append(f"{one.currency}: collected {one.collected}, paid out {one.paid_out}")
        lines += [f"  {w.on}  {w.collected!s:>18}  {w.paid_out!s:>18}" for w in one.weeks]
        if one.fee_share:
            lines.append(f"  fees {one.fees}, {one.fee_share} of the payments paid out")
    return "\n".join(lines) or "Nothing was collected or paid out in these weeks."
