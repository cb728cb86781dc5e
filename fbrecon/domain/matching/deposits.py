"""Deposits and payouts as the matcher compares them.

A payout that failed or was called off is not expected at the bank. Its net is what should arrive;
its fees are named, for banks that show what was collected and what was kept as two lines.
"""

from __future__ import annotations

from decimal import Decimal

from fbrecon.domain.deposits import Deposit
from fbrecon.domain.documents import Payout, PayoutState
from fbrecon.domain.matching.entries import Entry, NamedPart
from fbrecon.domain.money import Money

_NOT_EXPECTED = (PayoutState.FAILED, PayoutState.CANCELLED)


def entry_of_deposit(deposit: Deposit) -> Entry:
    """A line of a bank statement; what the bank calls its reference is part of the text."""
    texts = [deposit.description]
    if deposit.reference and deposit.reference not in deposit.description:
        texts.append(deposit.reference)
    amount = deposit.amount
    return Entry(
        deposit.id, amount.minor, amount.currency, deposit.on, " ".join(filter(None, texts))
    )


def find_entry_of_payout(
    payout: Payout, currency: str, text: str = "", reference: str = ""
) -> Entry | None:
    """What a payout should look like at the bank; None where nothing is expected there.

    `text` is what the platform writes on its transfers, `reference` what the bank is told to
    quote, "" where unknown; the payout's id may be quoted too. Raises `MoneyError` where the
    currency cannot hold its sums.
    """
    if payout.state in _NOT_EXPECTED:
        return None
    kept = sum((fee.amount for fee in payout.fees if not fee.paid_by_customer), Decimal(0))
    fees = Money.from_decimal(kept, currency).minor
    return Entry(
        payout.id,
        Money.from_decimal(payout.net, currency).minor,
        currency,
        payout.arrival_on or payout.created_at.date(),
        text,
        tuple(filter(None, (payout.id, reference))),
        (NamedPart("fees", fees),) if fees else (),
    )
