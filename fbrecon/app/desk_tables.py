"""The desk's counter for what there is to look at: tables and lists over the company file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fbrecon.app import activity
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.on_platform import tell, with_currencies
from fbrecon.app.payout_table import PayoutTable
from fbrecon.app.payouts import payout_rows
from fbrecon.app.placing import INVOICE
from fbrecon.app.views import (
    ActivityRow,
    CustomerDetail,
    CustomerRow,
    InvoiceDetail,
    InvoiceRow,
    LogRow,
    PaymentRow,
    PayoutDetail,
    PayoutRow,
    TableQuery,
)
from fbrecon.app.why_waiting import with_reasons
from fbrecon.domain.ids import InvoiceId
from fbrecon.errors import NotFound

MOST_SHOWN: Final = 200  # invoices and payments in the detail of a customer


class TablesDesk(DeskBase):
    """Reads the company file only."""

    _payouts: PayoutTable | None = None

    # ---- tables

    def invoice_ids(self, query: TableQuery) -> Sequence[int]:
        """Keys of invoices in order."""
        return self.company.stores.listing.invoice_ids(query) if self.find_company() else []

    def invoice_rows(self, keys: Sequence[int]) -> list[InvoiceRow]:
        """Rows of invoices."""
        company = self.company
        return with_currencies(company.stores.listing.invoice_rows(keys), company)

    def invoice_detail(self, key: int) -> InvoiceDetail:
        """One invoice with lines and payments."""
        company = self.company
        rows = self.invoice_rows([key])
        if not rows:
            raise NotFound(
                "That invoice is not here", f"Nothing is mirrored with the id {key}.", "Sync again."
            )
        books = company.find_books()
        return InvoiceDetail(
            rows[0],
            tuple(company.stores.listing.line_rows(key)),
            tuple(
                with_reasons(
                    company.stores.payments.rows_of_invoice(
                        self._doors.platform_name(), company.business.timezone, key
                    ),
                    company.rules(),
                )
            ),
            "" if books is None else books.invoice_link(InvoiceId(key)),
            tell(company, InvoiceId(key)),
        )

    def payment_keys(self, query: TableQuery) -> Sequence[int]:
        """Keys of payments in order."""
        if self.find_company() is None:
            return []
        return self.company.stores.payments.keys(self._doors.platform_name(), query)

    def payment_rows(self, keys: Sequence[int | str]) -> list[PaymentRow]:
        """Rows of payments, by key or public id."""
        company = self.company
        rows = company.stores.payments.rows(
            self._doors.platform_name(), company.business.timezone, keys
        )
        return with_reasons(rows, company.rules())

    def owed_invoice_keys(self, payment_id: str, query: TableQuery) -> Sequence[int]:
        """Keys of the invoices that a payment may be for."""
        rows = self.payment_rows([payment_id])
        if not rows:
            raise NotFound(
                "That payment is not here", f"Nothing here has the id {payment_id}.", "Sync again."
            )
        payment = rows[0]
        near = [int(name.removeprefix(INVOICE)) for name in payment.candidates]
        currency = "" if payment.amount is None else payment.amount.currency
        query = replace(query, currency=currency)
        return self.company.stores.listing.owed_ids(query, near, payment.amount)

    def list_currencies(self) -> list[str]:
        """The currencies that occur."""
        return self.company.stores.listing.currencies() if self.find_company() else []

    def customer_keys(self, query: TableQuery) -> Sequence[int]:
        """Keys of customers in order."""
        return self.company.stores.customers.keys(query) if self.find_company() else []

    def customer_rows(self, keys: Sequence[int]) -> list[CustomerRow]:
        """Rows of customers."""
        return self.company.stores.customers.rows(keys)

    def customer_detail(self, key: int) -> CustomerDetail:
        """One customer with their newest invoices and payments."""
        company = self.company
        rows = self.customer_rows([key])
        if not rows:
            raise NotFound(
                "That customer is not here",
                f"Nothing is mirrored with the id {key}.",
                "Sync again.",
            )
        stores, platform = company.stores, self._doors.platform_name()
        payments = stores.payments.rows_of_customer(
            platform, company.business.timezone, key, MOST_SHOWN
        )
        return CustomerDetail(
            rows[0],
            tuple(with_currencies(stores.listing.rows_of_customer(key, MOST_SHOWN), company)),
            tuple(with_reasons(payments, company.rules())),
        )

    def list_customers(self) -> list[CustomerRow]:
        """All customers."""
        return self.company.stores.customers.rows()

    def payout_keys(self, query: TableQuery) -> list[str]:
        """Keys of payouts in order."""
        return [] if self.find_company() is None else self._payout_table().keys(query)

    def payout_rows(self, keys: list[str]) -> list[PayoutRow]:
        """Rows of payouts."""
        return self._payout_table().rows(keys)

    def payout_detail(self, key: str) -> PayoutDetail:
        """One payout with its lines."""
        return self._payout_table().detail(key)

    def _payout_table(self) -> PayoutTable:
        with self._lock:
            if self._payouts is None or self._payouts.company is not self.company:
                self._payouts = PayoutTable(self.company, self._board().seen)
            return self._payouts

    def list_payouts(self) -> list[PayoutRow]:
        """All payouts."""
        return payout_rows(self.company, self._board().seen())

    def list_activity(self, text: str = "") -> list[ActivityRow]:
        """Every write to a service that was at least tried, newest first."""
        return activity.list_writes(self.company, text)

    def log_keys(self, query: TableQuery) -> Sequence[int]:
        """Numbers of the activity log's entries that fit, in order."""
        return [] if self.find_company() is None else self.company.stores.activity.keys(query)

    def log_rows(self, keys: Sequence[int]) -> list[LogRow]:
        """Entries of the activity log."""
        return self.company.stores.activity.rows(keys)
