"""The platform into the company file: customers, invoices, payments with their invoices, payouts.

The platform's payments name no invoice. For each new one, the payments of its payer's invoices
are asked for, so that requests grow with payments and not with invoices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from fbrecon.clock import Clock
from fbrecon.domain.documents import (
    Payout,
    PayoutState,
    PlatformPayment,
    PlatformState,
)
from fbrecon.domain.ids import PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.pages import Page
from fbrecon.platforms.port import Platform
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.pull import is_due
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

LOOK_BACK = timedelta(days=75)  # returns come up to 60 days late
OVERLAP = timedelta(days=2)
_SETTLED_PAYOUTS = (PayoutState.PAID, PayoutState.CANCELLED)


class PlatformPull:
    """Mirrors the platform of one company."""

    def __init__(self, platform: Platform, stores: Stores, clock: Clock) -> None:
        self._platform = platform
        self._stores = stores
        self._clock = clock

    def pull_customers(self, cancel: CancelToken, report: ProgressFn) -> None:
        """All customers of the platform."""
        done = 0
        for page in self._platform.iter_customers(cancel):
            with self._stores.write():
                self._stores.platform.save_customers(page.records)
                self._set_aside("platform_customers", page)
            done += len(page.records)
            report(Progress("Customers on the platform", done, page.total))

    def pull_invoices(self, cancel: CancelToken, report: ProgressFn) -> None:
        """All invoices of the platform, archived ones as far as it shows them."""
        done = 0
        for page in self._platform.iter_invoices(cancel):
            with self._stores.write():
                self._stores.platform.save_invoices(page.records)
                self._set_aside("platform_invoices", page)
            done += len(page.records)
            report(Progress("Invoices on the platform", done, page.total))

    def pull_payments(
        self, cancel: CancelToken, report: ProgressFn, tally: Tally, *, deep: bool
    ) -> None:
        """New payments and those not final yet; once a day, and where `deep`, the last 75 days."""
        now = self._clock.now()
        cursor = self._stores.journal.cursor("platform_payments")
        due = is_due(cursor.last_deep_at, now)
        since = self._window_start(now, cursor.last_deep_at, deep=deep or due)
        done = 0
        for page in self._platform.iter_payments(since, None, cancel):
            self._keep_payments(page, tally)
            done += len(page.records)
            report(Progress("Payments on the platform", done, page.total))
        self._allocate(since, cancel, report)
        if deep or due:
            cursor = replace(cursor, last_deep_at=now)
        self._stores.journal.keep_cursor(cursor)

    def _window_start(
        self, now: datetime, last_deep_at: datetime | None, *, deep: bool
    ) -> datetime:
        if deep:
            start = now - LOOK_BACK
            # A program that was away for longer has more to catch up with.
            return start if last_deep_at is None else min(start, last_deep_at - OVERLAP)
        oldest = self._stores.platform.oldest_open_payment_at()
        recent = now - OVERLAP
        return recent if oldest is None else max(now - LOOK_BACK, min(oldest, recent))

    def _keep_payments(self, page: Page[PlatformPayment], tally: Tally) -> None:
        with self._stores.write():
            saved = self._stores.platform.save_payments(page.records)
            self._set_aside("platform_payments", page)
        tally.resources["platform_payments"].add(saved)
        tally.odd("platform_payments", page.odd)

    def _set_aside(self, name: str, page: Page[Any]) -> None:
        self._stores.journal.set_aside(name, page.odd, self._clock.now())
        self._stores.journal.readable_again(name, [record.id for record in page.records])

    def _allocate(self, since: datetime, cancel: CancelToken, report: ProgressFn) -> None:
        """Find the invoices of payments in the window that have none yet.

        A payment for no invoice at all is asked about for two days, then once a day.
        """
        if not self._platform.capabilities.links_payments_to_invoices:
            return
        known = self._stores.platform.allocations()
        waiting: dict[PlatformCustomerId, set[PlatformPaymentId]] = defaultdict(set)
        for payment in self._stores.platform.list_payments():
            if (
                payment.id not in known
                and payment.created_at >= since
                and payment.customer_id is not None
                and payment.state is not PlatformState.CANCELLED
            ):
                waiting[payment.customer_id].add(payment.id)
        for place, (customer_id, payment_ids) in enumerate(sorted(waiting.items())):
            report(Progress("Invoices of new payments", place, len(waiting)))
            self._allocate_payer(customer_id, payment_ids.union(known), cancel)

    def _allocate_payer(
        self,
        customer_id: PlatformCustomerId,
        payment_ids: AbstractSet[PlatformPaymentId],
        cancel: CancelToken,
    ) -> None:
        """Ask for the payments of each of the payer's invoices; all links are kept, or none.

        A payment over two invoices of which only one was asked would look like one for that
        invoice alone. For the same reason one that came up while asking waits for the next run.
        """
        # The payer's newest invoices may not be mirrored yet.
        for page in self._platform.iter_invoices(cancel, customer_id=customer_id):
            with self._stores.write():
                self._stores.platform.save_invoices(page.records)
                self._set_aside("platform_invoices", page)
        found: dict[PlatformInvoiceId, list[PlatformPayment]] = {}
        for invoice in self._stores.platform.list_invoices(customer_id):
            payments = self._platform.list_payments_of_invoice(invoice.id, cancel)
            found[invoice.id] = [p for p in payments if p.id in payment_ids]
            cancel.raise_if_cancelled()
        with self._stores.write():
            for invoice_id, payments in found.items():
                self._stores.platform.save_payments(payments)
                self._stores.platform.link_payments(invoice_id, [p.id for p in payments])

    def pull_payouts(
        self, cancel: CancelToken, report: ProgressFn, tally: Tally, *, deep: bool
    ) -> None:
        """New payouts and those that may still change, with their composition."""
        known = {payout.id: payout for payout in self._stores.platform.list_payouts()}
        open_since = [p.created_at for p in known.values() if p.state not in _SETTLED_PAYOUTS]
        since = None
        if known and not deep:
            newest = max(payout.created_at for payout in known.values())
            since = min([newest - OVERLAP, *open_since])
        done = 0
        for page in self._platform.iter_payouts(since, cancel):
            whole = [
                self._composed(payout, known.get(payout.id), cancel) for payout in page.records
            ]
            with self._stores.write():
                tally.resources["payouts"].add(self._stores.platform.save_payouts(whole))
                self._set_aside("payouts", page)
            tally.odd("payouts", page.odd)
            done += len(page.records)
            report(Progress("Payouts", done, page.total))

    def _composed(self, payout: Payout, known: Payout | None, cancel: CancelToken) -> Payout:
        """The payout with its lines; they are read again only while they may still change."""
        same = known is not None and replace(known, lines=None) == replace(payout, lines=None)
        if same and known is not None and known.lines is not None and not known.gap:
            return known
        read = self._platform.read_payout_lines(payout, cancel)
        if read.lines is None and known is not None:
            return replace(read, lines=known.lines)
        return read
