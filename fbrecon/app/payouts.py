"""Payouts as a bookkeeper looks at them: what they are made of, and what clearing should hold.

A payout's gross is the sum of its payments, fees the merchant's part only, net what arrives. What
the parts do not explain stays visible as the difference.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from fbrecon.app.company import Company
from fbrecon.app.views import ClearingView
from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.overview import PayoutRow
from fbrecon.domain.posting import SETTLED, WriteKind


def payout_rows(company: Company) -> list[PayoutRow]:
    """All payouts, newest first."""
    currencies = currency_of_payments(company)
    stated = company.stores.files.currencies("payout")
    return [
        _row(payout, currencies, stated.get(payout.id))
        for payout in company.stores.platform.list_payouts()
    ]


def currency_of_payments(company: Company) -> dict[PlatformPaymentId, str]:
    """The currency of each payment, as the invoice it is for tells it, or the file it came in."""
    currency_of = {i.id: i.total.currency for i in company.stores.platform.list_invoices()}
    found = {PlatformPaymentId(i): c for i, c in company.stores.files.currencies("payment").items()}
    for payment_id, invoice_ids in company.stores.platform.allocations().items():
        currencies = {currency_of[i] for i in invoice_ids if i in currency_of}
        if len(currencies) == 1:
            found[payment_id] = currencies.pop()
    return found


def clearing(company: Company) -> tuple[ClearingView, ...]:
    """What undeposited funds should hold, by currency: recorded payments less entries written.

    `proven` stays None: the ledger itself was not read.
    """
    expected: dict[str, int] = defaultdict(int)
    settled = company.stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED)
    counted: set[str] = set()
    for intent in settled:
        if intent.amount is not None:
            expected[intent.amount.currency] += intent.amount.minor
            counted.add(intent.source_id)
    for match in company.stores.decisions.matches():
        payment = company.stores.books.find_payment(match.book_payment_id)
        if match.payment_id not in counted and payment is not None:
            expected[payment.amount.currency] += payment.amount.minor
    return tuple(
        ClearingView(currency, Money(minor, currency), None, None)
        for currency, minor in sorted(expected.items())
    )


def _row(payout: Payout, currencies: dict[PlatformPaymentId, str], stated: str | None) -> PayoutRow:
    lines = payout.lines or ()
    paid = [x for x in lines if x.kind is PayoutLineKind.PAYMENT and x.payment_id is not None]
    found = {currencies[x.payment_id] for x in lines if x.payment_id in currencies}
    currency = stated or (found.pop() if len(found) == 1 else None)
    fees = sum((-x.amount for x in lines if x.kind is PayoutLineKind.FEE), Decimal(0))
    if payout.lines is None:
        fees = sum((f.amount for f in payout.fees if not f.paid_by_customer), Decimal(0))
    gross = sum((x.amount for x in paid), Decimal(0)) if payout.lines is not None else payout.gross
    return PayoutRow(
        id=f"out_{payout.id}",
        platform_payout_id=payout.id,
        arrival_on=payout.arrival_on,
        gross=_money(gross, currency),
        fees=_money(fees, currency),
        net=_money(payout.net, currency),
        difference=_money(_difference(payout, gross, fees), currency),
        state=payout.state.value,
        payments=tuple(f"pay_{x.payment_id}" for x in paid),
        composed=payout.lines is not None,
    )


def _difference(payout: Payout, gross: Decimal, fees: Decimal) -> Decimal:
    if payout.lines is not None:
        return payout.gap
    return payout.net - (gross - fees)


def _money(amount: Decimal, currency: str | None) -> Money | None:
    if currency is None:
        return None
    try:
        return Money.from_decimal(amount, currency)
    except MoneyError:
        return None
