"""In which currency a payout is: the platform states its sums without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fbrecon.app.company import Company
from fbrecon.domain.documents import Payout
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.sync.entries import invoiced_currencies


def currencies_of(company: Company, payouts: list[Payout]) -> dict[PayoutId, str]:
    """The currency of each payout that tells one: by the file it came in, or by its payments."""
    stated = company.stores.files.currencies("payout")
    paid = _currency_of_payments(company)
    found: dict[PayoutId, str] = {}
    for payout in payouts:
        currency = stated.get(payout.id) or _by_payments(payout, paid)
        if currency:
            found[payout.id] = currency
    return found


def currencies_of_few(company: Company, payouts: Sequence[Payout]) -> dict[PayoutId, str]:
    """The same for a few payouts: nothing is asked but what they are made of."""
    stated = company.stores.files.currencies("payout")
    ids = {x.payment_id for payout in payouts for x in payout.lines or () if x.payment_id}
    platform = company.doors.platform_name()
    paid = company.stores.payments.currencies_of(platform, ids)
    known = {PlatformPaymentId(key): currency for key, currency in paid.items()}
    found = ((p.id, stated.get(p.id) or _by_payments(p, known)) for p in payouts)
    return {payout_id: currency for payout_id, currency in found if currency}


def _currency_of_payments(company: Company) -> dict[PlatformPaymentId, str]:
    """The currency of each payment, as the invoice it is for tells it, or the file it came in."""
    stated = company.stores.files.currencies("payment")
    found = {PlatformPaymentId(key): currency for key, currency in stated.items()}
    return found | invoiced_currencies(company.stores)


def _by_payments(payout: Payout, currencies: Mapping[PlatformPaymentId, str]) -> str:
    paid = {line.payment_id for line in payout.lines or () if line.payment_id is not None}
    found = {currencies[payment_id] for payment_id in paid if payment_id in currencies}
    return found.pop() if len(found) == 1 else ""
