"""Sorts and filters the sample rows as a desk does, for its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fbrecon.app.views import InvoiceRow, PaymentRow, TableQuery

_INVOICES: dict[str, Callable[[InvoiceRow], Any]] = {
    "number": lambda row: row.number,
    "customer": lambda row: row.customer,
    "create_date": lambda row: row.create_on,
    "due_date": lambda row: str(row.due_on or ""),
    "status": lambda row: row.status,
    "total": lambda row: row.total.minor,
    "outstanding": lambda row: row.outstanding.minor,
}
_PAYMENTS: dict[str, Callable[[PaymentRow], Any]] = {
    "date": lambda row: row.paid_on,
    "invoice_number": lambda row: row.invoice_number or "",
    "customer": lambda row: row.customer,
    "amount": lambda row: row.amount.minor if row.amount else 0,
    "method": lambda row: row.method,
    "state": lambda row: row.state,
}


def list_invoices(rows: Iterable[InvoiceRow], query: TableQuery) -> list[InvoiceRow]:
    """The rows that match, in the order asked for."""
    found = [row for row in rows if _fits(query, f"{row.number} {row.customer}", row.status)]
    return sorted(found, key=_INVOICES[query.sort], reverse=query.descending)


def list_payments(rows: Iterable[PaymentRow], query: TableQuery) -> list[PaymentRow]:
    """The rows that match, in the order asked for."""
    found = [row for row in rows if _fits(query, f"{row.invoice_number} {row.customer}", row.state)]
    return sorted(found, key=_PAYMENTS[query.sort], reverse=query.descending)


def _fits(query: TableQuery, text: str, status: str) -> bool:
    return query.text.casefold() in text.casefold() and query.status in ("", status)
