"""Made-up bank lines for the window: every state, and the payouts that come near."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from fbrecon.app.views import DepositRow, PayoutCandidate, TableQuery
from fbrecon.domain.money import Money

from .sample_books import TODAY

_TEXTS = ("ALTPAY PAYOUT", "ALTERNATIVE PAYMENTS", "ACH CREDIT ALTPAY", "INCOMING WIRE")
_OPEN = ("suggested", "suggested", "suggested", "ambiguous", "unmatched")


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def make_bank_lines(opened: int, matched: int) -> list[DepositRow]:
    """`opened` lines to decide on, then `matched` ones: line_b1 …, newest first."""
    return [_line(n, n <= opened) for n in range(1, opened + matched + 1)]


def net_of(number: int) -> Money:
    """What payout out_`number` pays out."""
    return usd(97_090 + 1_731 * number)


def _line(number: int, is_open: bool) -> DepositRow:
    state = _OPEN[number % len(_OPEN)] if is_open else "matched"
    shown = state in ("suggested", "matched")
    short = usd(-500) if number % 10 == 5 and is_open else usd(0)
    amount = net_of(number) + short if state != "unmatched" else usd(-90_000 - number)
    reason = {
        "suggested": "Same sum, 1 day after it was expected, the texts share a word. "
        "No other fits.",
        "matched": "Same sum, 1 day after it was expected, the text quotes its reference. "
        "No other fits.",
        "ambiguous": "2 equal lines and 2 equal sums that nothing tells apart: which belongs to "
        "which is open, the total is the same.",
        "unmatched": "Nothing that was expected fits.",
    }[state]
    if short.minor:
        reason = (
            "5.00 USD less, which nothing explains, 1 day after it was expected. No other fits."
        )
    text = _TEXTS[number % len(_TEXTS)] if state != "unmatched" else "RENT APRIL"
    near = () if state != "ambiguous" else (f"out_{number}", f"out_{number + 1}")
    return DepositRow(
        f"line_b{number}",
        f"b{number}",
        TODAY - timedelta(days=number),
        amount,
        f"{text} {4_000 + number}",
        f"TR{number:05}",
        "Checking",
        state,
        (f"out_{number}",) if shown else (),
        (f"b{number}",),
        0.99,
        reason,
        near,
        others=1 if state == "ambiguous" else 0,
        unexplained=short if shown else None,
    )


def make_candidate(name: str, lines: Iterable[DepositRow]) -> PayoutCandidate:
    """The payout with that public id, beside these lines."""
    number = int(name.removeprefix("out_"))
    rows = list(lines)
    net = net_of(number)
    seen = sum(row.amount.minor for row in rows)
    gap = usd(seen - net.minor)
    more = "more" if gap.minor > 0 else "less"
    how = f"{usd(abs(gap.minor))} {more}" if gap.minor else "Same sum"
    return PayoutCandidate(
        name,
        f"po_{number}",
        TODAY - timedelta(days=number + 1),
        net,
        net + usd(2_910),
        usd(2_910),
        3,
        "paid",
        f"{how}, 1 day after it was expected.",
        gap,
        (),
        (),
    )


def list_bank(rows: Iterable[DepositRow], query: TableQuery) -> list[DepositRow]:
    """The rows that match, in the order asked for."""
    order = ("suggested", "ambiguous", "comparing", "unmatched", "matched")
    text = query.text.casefold()
    found = [
        row
        for row in rows
        if query.status in ("", status_of(row))
        and text in f"{row.description} {row.amount}".casefold()
    ]
    reads = {
        "date": lambda row: row.on.toordinal(),
        "amount": lambda row: row.amount.minor,
        "description": lambda row: row.description,
    }
    rank = reads.get(query.sort, lambda row: (row.is_not_ours, order.index(row.state)))
    return sorted(found, key=rank, reverse=query.descending)


def status_of(row: DepositRow) -> str:
    """How the filter sorts it."""
    return "open" if row.is_open else "not_ours" if row.is_not_ours else "matched"
