"""Sorts and filters the sample rows as a desk does, for its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from fbrecon.app.views import CustomerRow, InvoiceRow, PaymentRow, TableQuery
from fbrecon.domain.money import Money

_INVOICES: dict[str, Callable[[InvoiceRow], Any]] = {
    "number": lambda row: row.number,
    "customer": lambda row: row.customer,
    "create_date": lambda row: row.create_on,
    "due_date": lambda row: str(row.due_on or ""),
    "status": lambda row: row.status,
    "total": lambda row: row.total.minor,
    "outstanding": lambda row: row.outstanding.minor,
}
_CUSTOMERS: dict[str, Callable[[CustomerRow], Any]] = {
    "name": lambda row: row.name,
    "email": lambda row: row.email,
    "currency": lambda row: row.currency,
    "open": lambda row: sum(money.minor for money in row.open),
    "invoices": lambda row: row.invoices,
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


def list_owed(
    rows: Iterable[InvoiceRow], payment: PaymentRow, query: TableQuery
) -> list[InvoiceRow]:
    """What is owed in the payment's currency: its candidates, then the nearest in sum."""
    near, amount = payment.candidates, payment.amount
    found = [
        row
        for row in rows
        if (row.outstanding.minor > 0 or row.id in near)
        and (amount is None or row.outstanding.currency == amount.currency)
        and query.text.casefold() in f"{row.number} {row.customer} {row.outstanding}".casefold()
    ]
    if query.sort != "left":
        return list_invoices(found, replace(query, text=""))

    def away(row: InvoiceRow) -> tuple[int, int]:
        place = near.index(row.id) if row.id in near else len(near)
        return place, 0 if amount is None else abs(row.outstanding.minor - amount.minor)

    return sorted(found, key=away, reverse=query.descending)


def list_payments(rows: Iterable[PaymentRow], query: TableQuery) -> list[PaymentRow]:
    """The rows that match, in the order asked for."""
    found = [row for row in rows if _fits(query, f"{row.invoice_number} {row.customer}", row.state)]
    return sorted(found, key=_PAYMENTS[query.sort], reverse=query.descending)


def _fits(query: TableQuery, text: str, status: str) -> bool:
    return query.text.casefold() in text.casefold() and query.status in ("", status)


def list_customers(rows: Iterable[CustomerRow], query: TableQuery) -> list[CustomerRow]:
    """The rows that match, in the order asked for."""
    found = [
        row
        for row in rows
        if _fits(query, f"{row.name} {row.email}", "owing" if row.open else "settled")
    ]
    return sorted(found, key=_CUSTOMERS[query.sort], reverse=query.descending)


def make_customers(invoices: Iterable[InvoiceRow]) -> list[CustomerRow]:
    """The customers of these invoices by name; one is known by another name on the platform."""
    of: dict[str, list[InvoiceRow]] = {}
    for invoice in invoices:
        of.setdefault(invoice.customer_id, []).append(invoice)
    rows = [_customer(key, theirs) for key, theirs in of.items()]
    return sorted(rows, key=lambda row: row.name)


def _customer(key: str, invoices: list[InvoiceRow]) -> CustomerRow:
    number = int(key.removeprefix("cus_"))
    name = invoices[0].customer
    owed: dict[str, int] = {}
    for invoice in invoices:
        if invoice.status in ("open", "partial") and invoice.visibility != "deleted":
            currency = invoice.outstanding.currency
            owed[currency] = owed.get(currency, 0) + invoice.outstanding.minor
    # Most owe in one currency, a few in several, some nothing.
    sums = [Money(minor, currency) for currency, minor in sorted(owed.items(), reverse=True)]
    there = f"pc_{number}" if number % 4 else None
    return CustomerRow(
        key,
        str(number),
        name,
        f"office@{name.split()[0].lower()}.example",
        "USD",
        "archived" if number == 11 else "active",
        there,
        "Alder Bikes" if number == 5 else name if there else "",
        f"office@{name.split()[0].lower()}.example" if there else "",
        tuple(sums[: number % 3]),
        len(invoices),
    )
