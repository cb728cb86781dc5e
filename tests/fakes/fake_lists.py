"""The made-up books as the window's tables list them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fbrecon.app.periods import ClosingPlan, last_month_end
from fbrecon.app.typed_entries import TypedEntries
from fbrecon.app.views import (
    ClearingItem,
    CustomerDetail,
    CustomerRow,
    InvoiceDetail,
    InvoiceRow,
    PaymentRow,
    PayoutDetail,
    PayoutRow,
    RunView,
    TableQuery,
)
from fbrecon.domain.closings import AgreedFigures, ClosedPeriod
from fbrecon.domain.postings import ExpenseCategory

from . import sample_books as books
from .fake_papers import FakePapers
from .fake_tables import (
    list_customers,
    list_invoices,
    list_owed,
    list_payments,
    make_customers,
)
from .sample_clearing import make_items, make_proofs
from .sample_payouts import list_payouts, make_payout_detail


class FakeLists(FakePapers):
    """What the tables and their cards ask of a desk."""

    invoices: dict[str, InvoiceRow]
    payments: dict[str, PaymentRow]
    payouts: dict[str, PayoutRow]
    runs: list[RunView]
    periods: list[ClosedPeriod]

    def _ask_keys(self, method: str, query: TableQuery) -> None:
        """Record what is asked for; the first look at a few rows goes before each first one."""
        if query.limit is None:
            self._ask(method, query)

    def list_runs(self, limit: int = 20) -> list[RunView]:
        """As the sample books have them."""
        self._ask("list_runs", limit)
        return self.runs[:limit]

    def invoice_ids(self, query: TableQuery) -> list[int]:
        """Keys are the numbers of the public ids."""
        self._ask_keys("invoice_ids", query)
        rows = list_invoices(self.invoices.values(), query)
        return [int(r.id.removeprefix("inv_")) for r in rows]

    def invoice_rows(self, keys: Sequence[int]) -> list[InvoiceRow]:
        """In the order of the keys."""
        self._ask("invoice_rows", tuple(keys))
        return [self.invoices[f"inv_{key}"] for key in keys]

    def invoice_detail(self, key: int) -> InvoiceDetail:
        """With two lines and its payments."""
        self._ask("invoice_detail", key)
        invoice = self.invoices[f"inv_{key}"]
        paid = tuple(
            p for p in self.payments.values() if p.invoice_freshbooks_id == invoice.freshbooks_id
        )
        link = f"https://my.freshbooks.com/#/invoice/{invoice.freshbooks_id}"
        there = f"It stands there as pi_{key}, asking for {invoice.outstanding}."
        return InvoiceDetail(invoice, books.make_lines(invoice), paid[:4], link, there)

    def payment_keys(self, query: TableQuery) -> list[int]:
        """Keys are the places among all, counted from 1."""
        self._ask_keys("payment_keys", query)
        places = {public: place for place, public in enumerate(self.payments, 1)}
        return [places[row.id] for row in list_payments(self.payments.values(), query)]

    def payment_rows(self, keys: Sequence[int | str]) -> list[PaymentRow]:
        """In the order of the keys."""
        self._ask("payment_rows", tuple(keys))
        ids = list(self.payments)
        return [self.payments[ids[k - 1] if isinstance(k, int) else k] for k in keys]

    def owed_invoice_keys(self, payment_id: str, query: TableQuery) -> list[int]:
        """The candidates, then the nearest in sum."""
        self._ask_keys("owed_invoice_keys", query)
        payment = self.payments[payment_id]
        rows = list_owed(self.invoices.values(), payment, query)
        return [int(row.id.removeprefix("inv_")) for row in rows]

    def list_currencies(self) -> list[str]:
        """Those of the invoices."""
        return sorted({row.total.currency for row in self.invoices.values()})

    def customer_keys(self, query: TableQuery) -> list[int]:
        """Keys are the numbers of the public ids."""
        self._ask_keys("customer_keys", query)
        rows = list_customers(self.list_customers(), query)
        return [int(row.id.removeprefix("cus_")) for row in rows]

    def customer_rows(self, keys: Sequence[int]) -> list[CustomerRow]:
        """In the order of the keys."""
        self._ask("customer_rows", tuple(keys))
        rows = {row.id: row for row in self.list_customers()}
        return [rows[f"cus_{key}"] for key in keys]

    def customer_detail(self, key: int) -> CustomerDetail:
        """With the newest invoices and payments."""
        self._ask("customer_detail", key)
        (row,) = self.customer_rows([key])
        invoices = [i for i in self.invoices.values() if i.customer_id == row.id]
        payments = [p for p in self.payments.values() if p.customer == row.name]
        return CustomerDetail(row, tuple(invoices[:-6:-1]), tuple(payments[:4]))

    def list_customers(self) -> list[CustomerRow]:
        """By name, as the invoices have them."""
        return make_customers(self.invoices.values())

    def payout_keys(self, query: TableQuery) -> list[str]:
        """Public ids."""
        self._ask_keys("payout_keys", query)
        return [row.id for row in list_payouts(self.payouts.values(), query)]

    def payout_rows(self, keys: list[str]) -> list[PayoutRow]:
        """In the order of the keys."""
        return [self.payouts[key] for key in keys]

    def payout_detail(self, key: str) -> PayoutDetail:
        """With lines."""
        self._ask("payout_detail", key)
        return make_payout_detail(self.payouts[key])

    def list_categories(self) -> list[ExpenseCategory]:
        """As FreshBooks has them from the first day."""
        self._ask("list_categories")
        return [ExpenseCategory(11, "Bank Fees", None), ExpenseCategory(12, "Commissions", None)]

    def save_entries(self, path: Path) -> TypedEntries:
        """Nothing is left to type in."""
        self._ask("save_entries", path)
        path.write_text("", encoding="utf-8")
        return TypedEntries((), ())

    def list_periods(self) -> list[ClosedPeriod]:
        """Those that were closed here."""
        self._ask("list_periods")
        return list(self.periods)

    def plan_closing(self, until_on: date | None = None) -> ClosingPlan:
        """The made-up figures, as if they had been so on that day."""
        day = until_on or last_month_end(books.TODAY)
        figures = tuple(AgreedFigures(p.expected, p.proven) for p in make_proofs())
        closed = any(period.until_on >= day for period in self.periods)
        return ClosingPlan(None, day, figures, 61, "It is closed already." if closed else "")

    def close_period(self, until_on: date, *, although: bool = False) -> ClosedPeriod:
        """Keep it."""
        self._ask("close_period", until_on, although)
        plan = self.plan_closing(until_on)
        self.periods.append(ClosedPeriod(None, until_on, books.NOW, plan.figures))
        return self.periods[-1]

    def reopen_period(self, until_on: date) -> None:
        """Forget it."""
        self._ask("reopen_period", until_on)
        self.periods = [period for period in self.periods if period.until_on < until_on]

    def list_clearing(self, currency: str = "") -> list[ClearingItem]:
        """The rows of the made-up proof."""
        self._ask("list_clearing")
        return make_items(currency)

    def list_payouts(self) -> list[PayoutRow]:
        """Newest first."""
        return list(self.payouts.values())
