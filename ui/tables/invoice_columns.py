"""The columns of the invoices table. Keys are the sort keys that the desk understands."""

from __future__ import annotations

from collections.abc import Callable

from fbrecon.app.views import InvoiceRow
from fbrecon.domain.money import Money

from .. import formats
from ..language import tr
from . import words
from .columns import Cell, Column, Kind


def _faded(row: InvoiceRow) -> bool:
    return row.visibility in ("deleted", "gone")


def _number(row: InvoiceRow) -> Cell:
    return Cell(row.number or "\u2013", faded=_faded(row))


def _customer(row: InvoiceRow) -> Cell:
    return Cell(row.customer or "\u2013", mark=words.visibility(row.visibility), faded=_faded(row))


def _created(row: InvoiceRow) -> Cell:
    return Cell(formats.day(row.create_on), faded=_faded(row), plain=row.create_on.isoformat())


def _due(row: InvoiceRow) -> Cell:
    plain = row.due_on.isoformat() if row.due_on else ""
    return Cell(formats.day(row.due_on), faded=_faded(row), plain=plain)


def _total(row: InvoiceRow) -> Cell:
    return Cell(formats.money(row.total), money=row.total, faded=_faded(row))


def _outstanding(row: InvoiceRow) -> Cell:
    faded = _faded(row) or row.outstanding.is_zero
    return Cell(formats.money(row.outstanding), money=row.outstanding, faded=faded)


def _status(row: InvoiceRow) -> Cell:
    text, tone = words.invoice_status(row.status)
    return Cell(text, tone=tone)


def _platform(row: InvoiceRow) -> Cell:
    return Cell(words.on_platform(row.platform) or "\u2013", faded=_faded(row))


def invoice_columns() -> tuple[Column[InvoiceRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""
    return (
        Column("number", tr("Number"), Kind.TEXT, 98, _number),
        Column(
            "customer",
            tr("Customer"),
            Kind.TEXT,
            140,
            _customer,
            stretch=True,
            tip=lambda row: row.customer,
        ),
        Column("create_date", tr("Date"), Kind.DATE, 114, _created),
        Column("due_date", tr("Due"), Kind.DATE, 114, _due),
        Column("status", tr("Status"), Kind.PILL, 112, _status),
        Column(
            "total", tr("Total"), Kind.MONEY, 122, _total, tip=lambda row: formats.money(row.total)
        ),
        Column(
            "outstanding",
            tr("Outstanding"),
            Kind.MONEY,
            122,
            _outstanding,
            tip=lambda row: formats.money(row.outstanding),
        ),
        Column(
            "paid",
            tr("Paid"),
            Kind.MONEY,
            122,
            lambda row: Cell(formats.money(row.paid), money=row.paid, faded=_faded(row)),
            tip=lambda row: formats.money(row.paid),
            optional=True,
        ),
        Column(
            "lines",
            tr("Lines"),
            Kind.NUMBER,
            70,
            lambda row: Cell(formats.number(row.lines), faded=_faded(row), plain=str(row.lines)),
            optional=True,
        ),
        Column(
            "id",
            tr("Id in FreshBooks"),
            Kind.TEXT,
            110,
            lambda row: Cell(row.freshbooks_id, faded=_faded(row)),
            sortable=False,
            optional=True,
        ),
        Column(
            "platform",
            tr("Platform"),
            Kind.TEXT,
            88,
            _platform,
            sortable=False,
            tip=lambda row: words.on_platform_tip(row.platform),
        ),
    )


def choice_columns(
    left: Callable[[InvoiceRow], Money | None],
) -> tuple[Column[InvoiceRow], ...]:
    """The columns by which a payment's invoice is chosen; `left` is what stays outstanding then."""
    shown = {"number", "customer", "create_date", "outstanding"}

    def rest(row: InvoiceRow) -> Cell:
        money = left(row)
        return Cell("\u2013" if money is None else formats.money(money), money=money)

    return (
        *(column for column in invoice_columns() if column.key in shown),
        Column("left", tr("Left after it"), Kind.MONEY, 136, rest),
    )
