"""A made-up clearing account for the window: all four buckets, proven and not."""

from __future__ import annotations

from datetime import timedelta

from fbrecon.app.views import ClearingItem, ClearingView
from fbrecon.domain.clearing import ClearedEntry, ClearedPayment, ClearingProof, prove_clearing
from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId
from fbrecon.domain.money import Money
from fbrecon.domain.postings import Posting

from .sample_books import TODAY

_FUNDS = LedgerAccountId("a-1300")


def _paid(number: int, minor: int, days: int, payout: str = "") -> ClearedPayment:
    held = PayoutId(payout) if payout else None
    on = TODAY - timedelta(days=days)
    key = BookPaymentId(number)
    return ClearedPayment(f"pay_pp_{number}", key, Money(minor, "USD"), on, held)


PAYMENTS = (
    _paid(1, 120_250, 1),
    _paid(2, 64_000, 12),
    _paid(3, 50_000, 9, "po_7"),
    _paid(4, 45_500, 9, "po_7"),
    _paid(5, 88_000, 40, "po_4"),
)
ENTRY = ClearedEntry(
    PayoutId("po_4"), "FBR-SAMPLE", Money(-88_000, "USD"), TODAY - timedelta(days=38)
)


def _posting(row: int, minor: int, name: str, days: int, payment: int | None) -> Posting:
    return Posting(
        row,
        f"e{row}",
        _FUNDS,
        "Undeposited Funds",
        Money(minor, "USD"),
        TODAY - timedelta(days=days),
        "payment" if payment else "expense",
        name,
        "",
        None if payment is None else BookPaymentId(payment),
    )


def _postings() -> list[Posting]:
    rows = [
        _posting(n, p.amount.minor, "Payment", (TODAY - p.paid_on).days, p.book_payment_id)
        for n, p in enumerate((*PAYMENTS[:4], PAYMENTS[4]), 1)
    ]
    # The entry of the oldest payout, as if it had been made for another payment of it.
    rows.append(_posting(8, -88_000, "Payout", 38, 5))
    return [*rows, _posting(9, -1_250, "Stamps", 100, None)]


def make_proofs() -> list[ClearingProof]:
    """US dollars proven but for a posting of somebody else's, Canadian ones not looked at."""
    usd = prove_clearing(PAYMENTS, [ENTRY], _postings(), {_FUNDS}, TODAY)
    cad = ClearedPayment(
        "pay_pp_9", BookPaymentId(9), Money(42_000, "CAD"), TODAY - timedelta(days=3), None
    )
    return [*usd, *prove_clearing([cad], [], None, (), TODAY)]


def make_views() -> tuple[ClearingView, ...]:
    """The proofs as the status shows them."""
    return tuple(
        ClearingView(p.currency, p.expected, p.proven, p.difference, p.balance, p.buckets)
        for p in make_proofs()
    )


def make_items(currency: str) -> list[ClearingItem]:
    """The rows of a currency, by bucket."""
    return [
        item
        for proof in make_proofs()
        if proof.currency == currency
        for bucket in proof.buckets
        for item in proof.items
        if item.bucket is bucket.bucket
    ]
