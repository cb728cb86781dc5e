"""The small tables that several details show: invoices, and payments with where each stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from fbrecon.app.views import InvoiceRow, PaymentRow

from .. import formats
from ..language import tr
from ..tables import words
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.plain_label import Pill, PlainLabel


def payments_grid(payments: Sequence[PaymentRow], *, with_invoice: bool = False) -> QGridLayout:
    """Payments with their reason, newest first; `with_invoice` names the invoice of each."""
    titles = [tr("Payments"), tr("Method"), tr("Date"), tr("State"), tr("Amount")]
    if with_invoice:
        titles.insert(1, tr("Invoice"))
    grid = titled_grid(tuple(titles))
    row = 2
    for payment in payments:
        word, tone = words.payment_state(payment.state)
        cells = [
            PlainLabel(payment.reason or "\u2013", wrap=True),
            PlainLabel(words.method(payment.method)),
            PlainLabel(formats.day(payment.paid_on)),
            Pill(word, tone),
            PlainLabel(formats.money(payment.amount)),
        ]
        if with_invoice:
            cells.insert(1, PlainLabel(payment.invoice_number or "\u2013"))
        row = _add(grid, row, cells)
    if not payments:
        grid.addWidget(PlainLabel(tr("No payments yet."), role="muted"), row, 0)
    return grid


def invoices_grid(invoices: Sequence[InvoiceRow], of: int) -> QGridLayout:
    """Invoices of one customer, who has `of` of them; what is not shown is counted."""
    grid = titled_grid((tr("Invoices"), tr("Date"), tr("Status"), tr("Total"), tr("Outstanding")))
    row = 2
    for invoice in invoices:
        word, tone = words.invoice_status(invoice.status)
        mark = words.visibility(invoice.visibility)
        cells = [
            PlainLabel(f"{invoice.number} ({mark})" if mark else invoice.number),
            PlainLabel(formats.day(invoice.create_on)),
            Pill(word, tone),
            PlainLabel(formats.money(invoice.total)),
            PlainLabel(formats.money(invoice.outstanding)),
        ]
        row = _add(grid, row, cells)
    hidden = of - len(invoices)
    if hidden > 0 or not invoices:
        more = formats.counted(hidden, tr("and {n} older one"), tr("and {n} older ones"))
        text = more if hidden > 0 else tr("No invoices yet.")
        grid.addWidget(PlainLabel(text, role="muted"), row, 0)
    return grid


def _add(grid: QGridLayout, row: int, cells: Sequence[PlainLabel | Pill]) -> int:
    for column, cell in enumerate(cells):
        if column:
            grid.addWidget(cell, row, column, RIGHT)
        else:
            grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
    return row + 1
