"""Made-up payouts for the window: every state, some that wait, one with an unexplained sum."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from fbrecon.app.views import JournalLine, PayoutDetail, PayoutLineRow, PayoutRow, TableQuery
from fbrecon.domain.money import Money

from .sample_books import CUSTOMERS, TODAY

_STATES = (
    ("in_transit", "proposed", "The platform calls it in transit."),
    ("paid", "verified", ""),
    ("paid", "approved", ""),
    ("paid", "proposed", "Payment pp_4 was returned, and the books still have it."),
    ("failed", "proposed", "The platform calls it failed."),
    ("paid", "uncertain", ""),
    ("paid", "off", ""),
)


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def make_payouts(count: int) -> list[PayoutRow]:
    """Payouts out_1 … out_count, newest first."""
    return [_payout(number) for number in range(1, count + 1)]


def _payout(number: int) -> PayoutRow:
    state, deposit, reason = _STATES[number % len(_STATES)]
    gross, fees = usd(120_000 + 1_731 * number), usd(3_480 + 50 * number)
    gap = usd(-700) if number % 11 == 0 else usd(0)
    net = gross - fees + gap
    journal = (
        JournalLine("Business Checking", net, None),
        JournalLine("Alternative Payments Fees", fees, None),
        JournalLine("Undeposited Funds", None, gross),
    )
    return PayoutRow(
        id=f"out_{number}",
        platform_payout_id=f"po_{number}",
        arrival_on=None if number % 17 == 0 else TODAY - timedelta(days=number),
        gross=gross,
        fees=fees,
        net=net,
        difference=gap,
        state=state,
        payments=tuple(f"pay_{number}{place}" for place in range(3)),
        composed=True,
        deposit=deposit,
        deposit_reason=reason,
        journal=() if reason or deposit == "off" else journal,
    )


def list_payouts(rows: Iterable[PayoutRow], query: TableQuery) -> list[PayoutRow]:
    """The rows that match, in the order asked for."""
    found = [row for row in rows if query.status in ("", row.state)]
    text = query.text.casefold()
    found = [r for r in found if text in f"{r.net} {r.deposit_reason}".casefold()]
    reads = {
        "net": lambda row: row.net.minor,
        "gross": lambda row: row.gross.minor,
        "fees": lambda row: row.fees.minor,
        "difference": lambda row: row.difference.minor,
        "state": lambda row: row.state,
        "deposit": lambda row: row.deposit,
    }
    read = reads.get(query.sort, lambda row: str(row.arrival_on or ""))
    return sorted(found, key=read, reverse=query.descending)


def make_payout_detail(row: PayoutRow) -> PayoutDetail:
    """Three payments and the fee of each."""
    assert row.gross is not None
    assert row.fees is not None
    parts = [usd(row.gross.minor // 3), usd(row.gross.minor // 3)]
    parts.append(row.gross - parts[0] - parts[1])
    lines = [
        PayoutLineRow("payment", "Payment", f"2025000{n}", CUSTOMERS[n], part, f"pay_{n}")
        for n, part in enumerate(parts)
    ]
    lines.append(PayoutLineRow("fee", "Processing fees", "", "", -row.fees, None))
    return PayoutDetail(row, tuple(lines))
