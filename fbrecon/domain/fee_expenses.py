"""What of a payout is recorded as an expense where no journal entry can be written: its fees.

An expense takes a category and nothing else, so the payout itself stays for the bank feed or the
bookkeeper. It waits for the same reasons as an entry: every line must be known. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fbrecon.domain.documents import Payout, PayoutLine, PayoutLineKind
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.payout_entries import (
    BookedPayment,
    EntryRules,
    WaitingPayout,
    Waits,
    check_payout,
    decided_by_rules,
)
from fbrecon.domain.posting import PostingState


@dataclass(frozen=True, slots=True)
class ProposedFees:
    """The merchant's fees of one payout, of the day it arrived."""

    payout_id: PayoutId
    on: date
    amount: Money
    state: PostingState
    reason: str


def propose_fees(
    payout: Payout,
    currency: str | None,
    booked: Mapping[PlatformPaymentId, BookedPayment],
    rules: EntryRules,
) -> ProposedFees | WaitingPayout:
    """The fees of one payout as one expense; or why not. No account role is needed.

    `currency` is that of its payments, None where they do not agree or are not known.
    """
    try:
        on = check_payout(payout, currency, rules)
        assert currency is not None
        fees = Money.zero(currency)
        for line in payout.lines or ():
            amount = Money.from_decimal(line.amount, currency)
            if line.kind is PayoutLineKind.FEE:
                fees = fees - amount
            else:
                _check_line(line, amount, booked, rules)
        if not fees.minor:
            raise Waits("It holds no fee of yours.", needs_person=False)
        if fees.minor < 0:
            raise Waits(
                f"The platform gave back {-fees} of fees: an expense cannot be negative. Enter it "
                "by hand, then mark the payout as settled outside."
            )
    except Waits as waits:
        return WaitingPayout(
            payout.id, waits.reason, waits.line_id, waits.needs_person, waits.is_locked
        )
    except MoneyError as error:
        return WaitingPayout(payout.id, f"A sum of it cannot be read exactly: {error}.")
    state, reason = decided_by_rules(payout, rules)
    return ProposedFees(payout.id, on, fees, state, reason)


def _check_line(
    line: PayoutLine,
    amount: Money,
    booked: Mapping[PlatformPaymentId, BookedPayment],
    rules: EntryRules,
) -> None:
    """A line that is no fee must be of a payment verified in the books."""
    if line.payment_id is None:
        if amount.minor and line.line_id not in rules.line_accounts:
            raise Waits(
                f"“{line.description}” over {amount} belongs to no payment: choose an account for "
                "it, or mark the payout as settled outside.",
                line.line_id,
            )
        return
    found = booked.get(line.payment_id)
    if found is None:
        raise Waits(
            f"Its {line.kind.value} of {amount} is for a payment that is not in the books.",
            line.line_id,
        )
    if not found.verified:
        raise Waits(
            f"Payment {found.payment_id} was not read back from the books yet.",
            line.line_id,
            needs_person=False,
        )
    if line.kind is PayoutLineKind.PAYMENT and found.written != amount:
        raise Waits(
            f"Payment {found.payment_id} is {amount} in the payout and {found.written} in the "
            "books.",
            line.line_id,
        )
