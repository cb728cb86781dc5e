"""The platform into the company file: customers, invoices, payments with their invoices, payouts.

The platform's payments name no invoice. For each new one, the payments of its payer's invoices
are asked for, so that requests grow with payments and not with invoices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from fbrecon.clock import Clock
from fbrecon.domain.documents import (
    CopyState,
    Payout,
    PayoutState,
    PlatformPayment,
    PlatformState,
)
from fbrecon.domain.ids import PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.pages import Page
from fbrecon.errors import Unreadable
from fbrecon.platforms.port import Platform
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.pull import is_due
from fbrecon.sync.recheck import PLENTY
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

LOOK_BACK = timedelta(days=75)  # returns come up to 60 days late
OVERLAP = timedelta(days=2)
NOT_LISTED = "no longer listed"
_DIRECTORY = "platform_invoices"  # the cursor of customers and invoices
_MOST_LOOKS = 50  # invoices that are asked for one by one in one listing
_MOST_QUESTIONS = 20  # beyond that listing all is cheaper
_SETTLED_PAYOUTS = (PayoutState.PAID, PayoutState.CANCELLED)


class PlatformPull:
    """Mirrors the platform of one company."""

    def __init__(self, platform: Platform, stores: Stores, clock: Clock) -> None:
        self._platform = platform
        self._stores = stores
        self._clock = clock

    # ---- customers and invoices

    def is_directory_due(self) -> bool:
        """Whether all customers and invoices are to be listed: once a day."""
        cursor, now = self._stores.journal.cursor(_DIRECTORY), self._clock.now()
        last = cursor.last_success_at
        return last is None or last > now or is_due(cursor.last_deep_at, now)

    def pull_directory(self, cancel: CancelToken, report: ProgressFn, tally: Tally) -> None:
        """All customers and invoices of the platform, archived ones as far as it shows them.

        An invoice that it no longer lists, twice in a row, and does not answer for is archived.
        """
        began_at = self._clock.now()
        self._customers(None, cancel, report, tally)
        listed = self._invoices(None, cancel, report, tally)
        asking = self._list_asking()
        missing = asking - listed
        if missing:
            again = self._invoices(None, cancel, report, tally)
            missing = self._list_asking() - again if again == listed else set()
        if len(missing) > max(PLENTY, len(asking) // 4):
            raise _far_less(len(missing), len(asking))
        for invoice_id in sorted(missing)[:_MOST_LOOKS]:
            self._look_for(invoice_id, cancel)
        self._keep_directory(began_at, whole=True)

    def pull_new_entries(
        self,
        asked_about: Collection[PlatformInvoiceId],
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
    ) -> None:
        """Customers and invoices made since the last time, and how those asked about stand now."""
        began_at = self._clock.now()
        last = self._stores.journal.cursor(_DIRECTORY).last_success_at
        since = (last or began_at) - OVERLAP
        if len(asked_about) > _MOST_QUESTIONS:
            self.pull_directory(cancel, report, tally)
            return
        self._customers(since, cancel, report, tally)
        self._invoices(since, cancel, report, tally)
        for invoice_id in sorted(asked_about):
            cancel.raise_if_cancelled()
            found = self._platform.find_invoice(invoice_id)
            if found is None:
                self.pull_directory(cancel, report, tally)  # its lists tell what became of it
                return
            self._stores.platform.save_invoices([found])
        self._keep_directory(began_at, whole=False)

    def _keep_directory(self, at: datetime, *, whole: bool) -> None:
        cursor = replace(self._stores.journal.cursor(_DIRECTORY), last_success_at=at)
        self._stores.journal.keep_cursor(replace(cursor, last_deep_at=at) if whole else cursor)

    def _customers(
        self, since: datetime | None, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        done = 0
        for page in self._platform.iter_customers(cancel, created_from=since):
            with self._stores.write():
                saved = self._stores.platform.save_customers(page.records)
                self._set_aside("platform_customers", page, tally)
            tally.resources["platform_customers"].add(saved)
            done += len(page.records)
            report(Progress("Customers on the platform", done, page.total))

    def _invoices(
        self, since: datetime | None, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> set[PlatformInvoiceId]:
        """The ids that were listed, those of unreadable rows included."""
        listed: set[PlatformInvoiceId] = set()
        for page in self._platform.iter_invoices(cancel, created_from=since):
            with self._stores.write():
                saved = self._stores.platform.save_invoices(page.records)
                self._set_aside("platform_invoices", page, tally)
            tally.resources["platform_invoices"].add(saved)
            listed.update(invoice.id for invoice in page.records)
            listed.update(PlatformInvoiceId(row.id) for row in page.odd)
            report(Progress("Invoices on the platform", len(listed), page.total))
        return listed

    def _list_asking(self) -> set[PlatformInvoiceId]:
        """Invoices that ask for money, as far as is known here."""
        quiet = (CopyState.ARCHIVED, CopyState.PAID)
        return {i.id for i in self._stores.platform.list_invoices() if i.state not in quiet}

    def _look_for(self, invoice_id: PlatformInvoiceId, cancel: CancelToken) -> None:
        """What is listed no more, by its id: as it is answered, or archived if it is not."""
        cancel.raise_if_cancelled()
        found = self._platform.find_invoice(invoice_id)
        if found is None:
            known = {i.id: i for i in self._stores.platform.list_invoices()}[invoice_id]
            found = replace(known, state=CopyState.ARCHIVED, raw_state=NOT_LISTED)
        self._stores.platform.save_invoices([found])

    # ---- payments

    def is_long_window_due(self) -> bool:
        """Whether the payments of the last 75 days are to be listed: once a day."""
        return is_due(
            self._stores.journal.cursor("platform_payments").last_deep_at, self._clock.now()
        )

    def pull_payments(
        self, cancel: CancelToken, report: ProgressFn, tally: Tally, *, daily: bool, again: bool
    ) -> None:
        """New payments and those not final yet; `daily` the last 75 days.

        `again` also asks once more for the invoices of payments that were asked for in vain.
        """
        now = self._clock.now()
        cursor = self._stores.journal.cursor("platform_payments")
        since = self._window_start(now, cursor.last_deep_at, deep=daily)
        done = 0
        for page in self._platform.iter_payments(since, None, cancel):
            self._keep_payments(page, tally)
            done += len(page.records)
            report(Progress("Payments on the platform", done, page.total))
        self._allocate(since, cancel, report, tally, again=again)
        if daily:
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
            self._set_aside("platform_payments", page, tally)
        tally.resources["platform_payments"].add(saved)

    def _set_aside(self, name: str, page: Page[Any], tally: Tally) -> None:
        tally.odd(name, page.odd)
        self._stores.journal.set_aside(name, page.odd, self._clock.now())
        self._stores.journal.readable_again(name, [record.id for record in page.records])

    def _allocate(
        self,
        since: datetime,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        *,
        again: bool,
    ) -> None:
        """Find the invoices of payments in the window that have none yet.

        A payment for no invoice at all is asked about when it comes, for two days with the hourly
        runs, then once a day.
        """
        if not self._platform.capabilities.links_payments_to_invoices:
            return
        known = self._stores.platform.allocations()
        in_vain = {} if again else self._stores.platform.unplaced()
        waiting: dict[PlatformCustomerId, set[PlatformPaymentId]] = defaultdict(set)
        for payment in self._stores.platform.list_payments():
            if (
                payment.id not in known
                and payment.id not in in_vain
                and payment.created_at >= since
                and payment.customer_id is not None
                and payment.state is not PlatformState.CANCELLED
            ):
                waiting[payment.customer_id].add(payment.id)
        for place, (customer_id, payment_ids) in enumerate(sorted(waiting.items())):
            report(Progress("Invoices of new payments", place, len(waiting)))
            self._allocate_payer(customer_id, payment_ids, payment_ids.union(known), cancel, tally)

    def _allocate_payer(
        self,
        customer_id: PlatformCustomerId,
        waiting: AbstractSet[PlatformPaymentId],
        payment_ids: AbstractSet[PlatformPaymentId],
        cancel: CancelToken,
        tally: Tally,
    ) -> None:
        """Ask for the payments of each of the payer's invoices; all links are kept, or none.

        A payment over two invoices of which only one was asked would look like one for that
        invoice alone. For the same reason one that came up while asking waits for the next run.
        """
        # The payer's newest invoices may not be mirrored yet.
        for page in self._platform.iter_invoices(cancel, customer_id=customer_id):
            with self._stores.write():
                saved = self._stores.platform.save_invoices(page.records)
                self._set_aside("platform_invoices", page, tally)
            tally.resources["platform_invoices"].add(saved)
        found: dict[PlatformInvoiceId, list[PlatformPayment]] = {}
        for invoice in self._stores.platform.list_invoices(customer_id):
            payments = self._platform.list_payments_of_invoice(invoice.id, cancel)
            found[invoice.id] = [p for p in payments if p.id in payment_ids]
            cancel.raise_if_cancelled()
        placed = {payment.id for payments in found.values() for payment in payments}
        with self._stores.write():
            for invoice_id, payments in found.items():
                self._stores.platform.save_payments(payments)
                self._stores.platform.link_payments(invoice_id, [p.id for p in payments])
            self._stores.platform.keep_unplaced(waiting - placed, self._clock.now())

    # ---- payouts

    def pull_payouts(
        self, cancel: CancelToken, report: ProgressFn, tally: Tally, *, daily: bool
    ) -> None:
        """New payouts and those that may still change, with their composition; `daily` all."""
        known = {payout.id: payout for payout in self._stores.platform.list_payouts()}
        open_since = [p.created_at for p in known.values() if p.state not in _SETTLED_PAYOUTS]
        since = None
        if known and not daily:
            newest = max(payout.created_at for payout in known.values())
            since = min([newest - OVERLAP, *open_since])
        done = 0
        for page in self._platform.iter_payouts(since, cancel):
            whole = [
                self._composed(payout, known.get(payout.id), cancel, again=daily)
                for payout in page.records
            ]
            with self._stores.write():
                saved = self._stores.platform.save_payouts(whole)
                self._set_aside("payouts", page, tally)
            tally.resources["payouts"].add(saved)
            done += len(page.records)
            report(Progress("Payouts", done, page.total))

    def _composed(
        self, payout: Payout, known: Payout | None, cancel: CancelToken, *, again: bool
    ) -> Payout:
        """The payout with its lines; they are read again only when it changed.

        Where they could not be read, or leave something unexplained, also once a day.
        """
        same = known is not None and replace(known, lines=None) == replace(payout, lines=None)
        if same and known is not None:
            explained = known.lines is not None and not known.gap
            if explained or not again:
                return known
        read = self._platform.read_payout_lines(payout, cancel)
        if read.lines is None and known is not None:
            return replace(read, lines=known.lines)
        return read


def _far_less(missing: int, asking: int) -> Unreadable:
    return Unreadable(
        "The platform suddenly shows far less",
        f"It no longer lists {missing:,} of {asking:,} invoices.",
        "Nothing was changed here. Check in the dashboard that the API key may still see all "
        "invoices, then sync.",
    )
