"""What a payout is made of where its payments say so: each names the payout that it came with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fbrecon.domain.documents import Payout, PayoutLine, PayoutLineKind, PlatformPayment


def parts_of(payout: Payout, payments: Sequence[PlatformPayment]) -> tuple[PayoutLine, ...] | None:
    """The payments that name this payout as its lines, each with its fee.

    None where they do not make up what was paid out to the cent: then a payment, a refund or a fee
    is missing, and nobody says which.
    """
    lines: list[PayoutLine] = []
    for payment in sorted(payments, key=lambda p: p.id):
        lines.append(
            PayoutLine(payment.id, PayoutLineKind.PAYMENT, payment.sub_total, payment.id, "")
        )
        kept = sum((f.amount for f in payment.fees if not f.paid_by_customer), Decimal(0))
        if kept:
            lines.append(PayoutLine(f"{payment.id} fee", PayoutLineKind.FEE, -kept, payment.id, ""))
    whole = sum((line.amount for line in lines), Decimal(0))
    return tuple(lines) if lines and whole == payout.net else None
