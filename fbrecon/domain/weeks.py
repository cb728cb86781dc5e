"""Money by week: what came in, what went to the bank, and what share of it fees took. Pure.

A week begins on Monday, in the business's own time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fbrecon.domain.money import Money, total
from fbrecon.domain.report_sums import share_of

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PaidOut:
    """A payout for its day; `fees` and `gross` are None where nothing tells them."""

    on: date
    net: Money
    gross: Money | None
    fees: Money | None


@dataclass(frozen=True, slots=True)
class Week:
    """One week: `on` is its Monday."""

    on: date
    collected: Money
    paid_out: Money

    @property
    def until_on(self) -> date:
        """Its Sunday."""
        return self.on + WEEK - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MoneyByWeek:
    """The weeks of one currency, oldest first, the last one still under way.

    `fees` is what the payouts of these weeks were short of, `gross` the payments in them; payouts
    that tell no fees are in neither. `fee_share` is the one of the other, as a person reads it, ""
    where there is none.
    """

    currency: str
    weeks: tuple[Week, ...]
    collected: Money
    paid_out: Money
    fees: Money
    gross: Money

    @property
    def fee_share(self) -> str:
        """What share of the payments the fees are: `2.91 %`."""
        return share_of(self.fees, self.gross)


def monday_of(day: date) -> date:
    """The first day of that day's week."""
    return day - timedelta(days=day.weekday())


def weeks_until(today: date, count: int) -> list[date]:
    """The Mondays of the last `count` weeks, oldest first, that of today the last."""
    last = monday_of(today)
    return [last - WEEK * back for back in range(count - 1, -1, -1)]


def sum_up(
    mondays: Sequence[date], collected: Mapping[date, Iterable[Money]], payouts: Sequence[PaidOut]
) -> tuple[MoneyByWeek, ...]:
    """The weeks of each currency that occurs, sorted by currency.

    `collected` holds what came in by the week's Monday; payouts of other weeks are left out.
    """
    known = set(mondays)
    came = [(on, money) for on, sums in collected.items() for money in sums if on in known]
    went = [payout for payout in payouts if monday_of(payout.on) in known]
    currencies = {money.currency for _, money in came} | {p.net.currency for p in went}
    return tuple(_of_currency(c, mondays, came, went) for c in sorted(currencies))


def _of_currency(
    currency: str,
    mondays: Sequence[date],
    came: Sequence[tuple[date, Money]],
    went: Sequence[PaidOut],
) -> MoneyByWeek:
    own = [payout for payout in went if payout.net.currency == currency]
    weeks = tuple(
        Week(
            monday,
            total((m for on, m in came if on == monday and m.currency == currency), currency),
            total((p.net for p in own if monday_of(p.on) == monday), currency),
        )
        for monday in mondays
    )
    told = [(p.fees, p.gross) for p in own if p.fees is not None and p.gross is not None]
    return MoneyByWeek(
        currency,
        weeks,
        total((week.collected for week in weeks), currency),
        total((week.paid_out for week in weeks), currency),
        total((fees for fees, _ in told), currency),
        total((gross for _, gross in told), currency),
    )
