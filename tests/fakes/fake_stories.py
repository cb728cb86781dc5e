"""The part of the fake desk that tells: stories of the sample rows, and thirteen weeks of money."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fbrecon.app.story_sides import compare_customer
from fbrecon.domain.money import Money
from fbrecon.domain.stories import Compared, Happening, Link, Side, Story
from fbrecon.domain.weeks import MoneyByWeek, PaidOut, sum_up, weeks_until

from .fake_reports import FakeReports
from .fake_tables import make_customers
from .sample_books import TODAY

_AT = datetime(2026, 6, 8, 14, 5, tzinfo=UTC)
_HOUR = timedelta(hours=1)


class FakeStories(FakeReports):
    """`weeks` are what Home's plot shows: none, unless somebody wants to see it."""

    weeks: tuple[MoneyByWeek, ...] = ()

    def money_by_week(self, weeks: int = 13) -> tuple[MoneyByWeek, ...]:
        """What it was told to have."""
        self._ask("money_by_week", weeks)
        return self.weeks

    def story(self, public_id: str) -> Story:
        """What happened to that row, as the sample books would have it."""
        self._ask("story", public_id)
        kind = public_id.partition("_")[0]
        return Story(public_id, self._sides(public_id), _happenings(kind), _links(kind))

    def _sides(self, public_id: str) -> tuple[Compared, ...]:
        if public_id.startswith("inv_"):
            row = self.invoices[public_id]
            there = row.platform_invoice_id
            return (
                Compared("state", row.status, "open" if there else None),
                Compared("outstanding", row.outstanding, row.outstanding if there else None),
                Compared("due", row.due_on, row.due_on if there else None),
                Compared("id", row.freshbooks_id, there),
            )
        if public_id.startswith("cus_"):
            known = {row.id: row for row in make_customers(self.invoices.values())}
            return compare_customer(known[public_id])
        if public_id.startswith("pay_"):
            pay = self.payments[public_id]
            is_here = pay.freshbooks_payment_id is not None
            return (
                Compared("state", "active" if is_here else None, pay.platform_state),
                Compared("amount", pay.amount if is_here else None, pay.amount),
                Compared("method", "Credit Card" if is_here else None, pay.method),
                Compared("date", pay.paid_on if is_here else None, pay.paid_on),
                Compared("id", pay.freshbooks_payment_id, pay.platform_payment_id),
            )
        if public_id.startswith("out_"):
            out = self.payouts[public_id]
            return (
                Compared("state", out.deposit if out.deposit != "off" else None, out.state),
                Compared("net", None, out.net),
                Compared("fees", None, out.fees),
                Compared("id", None, out.platform_payout_id),
            )
        return ()


def _happenings(kind: str) -> tuple[Happening, ...]:
    sum_ = Money(120_000, "USD")
    told = {
        "made": Happening(
            TODAY - timedelta(days=9), Side.FRESHBOOKS, "invoice", "made", None, sum_, "0000107"
        ),
        "there": Happening(
            TODAY - timedelta(days=9),
            Side.PLATFORM,
            "platform_invoice",
            "verified",
            _AT,
            sum_,
            "pinv_107",
            "Read back: copy pinv_107 over 1200.00 USD.",
            "schedule",
            "act_3",
        ),
        "collected": Happening(
            TODAY - timedelta(days=4), Side.PLATFORM, "payment", "collected", _AT, sum_, "0000107"
        ),
        "approved": Happening(
            TODAY - timedelta(days=4),
            Side.HERE,
            "payment",
            "approved",
            _AT + _HOUR,
            sum_,
            "",
            "A person approved it.",
            "person",
            "act_4",
        ),
        "verified": Happening(
            TODAY - timedelta(days=4),
            Side.FRESHBOOKS,
            "payment",
            "verified",
            _AT + 2 * _HOUR,
            sum_,
            "5107",
            "Read back: payment 5107, 1200.00 USD, as written.",
            "schedule",
            "act_4",
        ),
        "paid": Happening(
            TODAY - timedelta(days=2),
            Side.PLATFORM,
            "payout",
            "paid",
            None,
            Money(116_520, "USD"),
            "po_1",
            item="out_1",
        ),
        "seen": Happening(
            TODAY - timedelta(days=1),
            Side.BANK,
            "bank_line",
            "seen",
            None,
            Money(116_520, "USD"),
            "ALTERNATIVE PAYMENTS PAYOUT",
            item="line_1",
        ),
        "returned": Happening(None, Side.PLATFORM, "payment", "returned"),
    }
    wanted = {
        "inv": ("made", "there", "collected", "verified", "paid", "seen"),
        "cus": ("there", "made", "collected"),
        "pay": ("collected", "approved", "verified", "paid", "returned"),
        "out": ("paid", "seen"),
        "line": ("paid", "seen"),
    }
    return tuple(told[name] for name in wanted[kind])


def _links(kind: str) -> tuple[Link, ...]:
    opens = {"inv": "invoice", "pay": "invoice", "cus": "customer", "out": "expense"}.get(kind)
    if opens is None:
        return ()
    return (Link(Side.FRESHBOOKS, opens, f"https://my.freshbooks.com/#/{opens}/1", "1"),)


def make_weeks(count: int) -> tuple[MoneyByWeek, ...]:
    """Weeks up to the sample books' today, in two currencies, one week without anything."""
    mondays = weeks_until(TODAY, count)
    collected, payouts = {}, []
    for place, monday in enumerate(mondays):
        if place == 5:
            continue
        usd = Money(640_000 + 37_915 * ((place * 7) % 11), "USD")
        cad = Money(90_000 + 12_345 * (place % 4), "CAD")
        collected[monday] = [usd, cad]
        fees = Money(usd.minor * 29 // 1000, "USD")
        payouts.append(PaidOut(monday + timedelta(days=3), usd - fees, usd, fees))
    return sum_up(mondays, collected, payouts)
