"""The columns of the payments table. Keys are the sort keys that the desk understands."""

from __future__ import annotations

from fbrecon.app.views import PaymentRow
from fbrecon.wording import said

from .. import formats
from ..language import tr
from . import words
from .columns import Cell, Column, Kind


def _paid_on(row: PaymentRow) -> Cell:
    return Cell(formats.day(row.paid_on), plain=row.paid_on.isoformat())


def _invoice(row: PaymentRow) -> Cell:
    return Cell(row.invoice_number or "\u2013")


def _customer(row: PaymentRow) -> Cell:
    return Cell(row.customer or "\u2013")


def _amount(row: PaymentRow) -> Cell:
    if row.amount is None:
        unknown = tr("not known yet")
        return Cell(unknown)
    return Cell(formats.money(row.amount), money=row.amount)


def _method(row: PaymentRow) -> Cell:
    return Cell(words.method(row.method))


def _state(row: PaymentRow) -> Cell:
    text, tone = words.payment_state(row.state)
    return Cell(text, tone=tone)


def _reason(row: PaymentRow) -> Cell:
    return Cell(said(row.reason), faded=True)


def payment_columns() -> tuple[Column[PaymentRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""
    return (
        Column("date", tr("Date"), Kind.DATE, 118, _paid_on),
        Column("invoice_number", tr("Invoice"), Kind.TEXT, 105, _invoice),
        Column("customer", tr("Customer"), Kind.TEXT, 200, _customer, tip=lambda row: row.customer),
        Column(
            "amount",
            tr("Amount"),
            Kind.MONEY,
            126,
            _amount,
            tip=lambda row: formats.money(row.amount),
        ),
        Column("method", tr("Method"), Kind.TEXT, 108, _method),
        Column("state", tr("State"), Kind.PILL, 112, _state),
        Column(
            "reason",
            tr("Why"),
            Kind.TEXT,
            150,
            _reason,
            stretch=True,
            sortable=False,
            tip=lambda row: said(row.reason),
        ),
    )
