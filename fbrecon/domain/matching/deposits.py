"""Deposits and payouts as the matcher compares them.

A payout is expected at the bank once it is on its way there. Its net is what should arrive; its
fees are named, for banks that show what was collected and what was kept as two lines.
"""

from __future__ import annotations

from decimal import Decimal

from fbrecon.domain.deposits import Deposit
from fbrecon.domain.documents import Payout, PayoutLineKind, PayoutState
from fbrecon.domain.matching.entries import Entry, NamedPart
from fbrecon.domain.money import Money

_EXPECTED = (PayoutState.IN_TRANSIT, PayoutState.PAID)


def entry_of_deposit(deposit: Deposit) -> Entry:
    """A line of a bank statement; what the bank calls its reference is part of the text."""
    texts = [deposit.description]
    if deposit.reference and deposit.reference not in deposit.description:
        texts.append(deposit.reference)
    amount = deposit.amount
    return Entry(
        deposit.id, amount.minor, amount.currency, deposit.on, " ".join(filter(None, texts))
    )


def is_expected(payout: Payout) -> bool:
    """Whether the bank should show it: it is on its way there, or has arrived."""
    return payout.state in _EXPECTED


def find_entry_of_payout(
    payout: Payout, currency: str, text: str = "", reference: str = ""
) -> Entry | None:
    """What a payout should look like at the bank; None where nothing is expected there.

    `text` is what the platform writes on its transfers, `reference` what the bank is told to
    quote, "" where unknown; the payout's id may be quoted too. Raises `MoneyError` where the
    currency cannot hold its sums.
    """
    if not is_expected(payout):
        return None
    fees = Money.from_decimal(_kept(payout), currency).minor
    return Entry(
        payout.id,
        Money.from_decimal(payout.net, currency).minor,
        currency,
        payout.arrival_on or payout.created_at.date(),
        text,
        tuple(filter(None, (payout.id, reference))),
        (NamedPart("fees", fees),) if fees else (),
    )


def _kept(payout: Payout) -> Decimal:
    """What the platform kept of it: by its lines where it has any, else as it states its fees."""
    if payout.lines is not None:
        lines = [line.amount for line in payout.lines if line.kind is PayoutLineKind.FEE]
        return -sum(lines, Decimal(0))
    return sum((fee.amount for fee in payout.fees if not fee.paid_by_customer), Decimal(0))
