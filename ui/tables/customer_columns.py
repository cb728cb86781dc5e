"""The columns of the customers table. Keys are the sort keys that the desk understands."""

from __future__ import annotations

from fbrecon.app.views import CustomerRow

from .. import formats
from ..language import tr
from . import words
from .columns import Cell, Column, Kind


def _faded(row: CustomerRow) -> bool:
    return row.visibility in ("deleted", "gone")


def _name(row: CustomerRow) -> Cell:
    mark = words.visibility(row.visibility)
    return Cell(row.name or "\u2013", mark=mark, faded=_faded(row))


def _email(row: CustomerRow) -> Cell:
    return Cell(row.email or "\u2013", faded=_faded(row))


def _open(row: CustomerRow) -> Cell:
    if len(row.open) == 1:
        return Cell(formats.money(row.open[0]), money=row.open[0], faded=_faded(row))
    if not row.open:
        return Cell("\u2013", faded=True)
    many = tr("{n} currencies").format(n=formats.number(len(row.open)))
    return Cell(many, plain=open_words(row))


def open_words(row: CustomerRow) -> str:
    """What the customer owes in every currency: "1,200.00 USD, 80.00 CAD"; "" for nothing."""
    return ", ".join(formats.money(money) for money in row.open)


def _there(row: CustomerRow) -> Cell:
    if row.platform_customer_id is None:
        return Cell("\u2013", faded=True)
    mark = tr("Differs") if row.differs else ""
    return Cell(row.platform_customer_id, mark=mark, faded=_faded(row))


def _there_tip(row: CustomerRow) -> str:
    if not row.differs:
        return row.platform_customer_id or ""
    there = ", ".join(part for part in (row.platform_name, row.platform_email) if part)
    return tr("The platform knows this customer as {there}.").format(there=there)


def customer_columns() -> tuple[Column[CustomerRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""
    return (
        Column(
            "name", tr("Name"), Kind.TEXT, 190, _name, stretch=True, tip=lambda row: row.name
        ),
        Column("email", tr("E-mail"), Kind.TEXT, 200, _email, tip=lambda row: row.email),
        Column(
            "currency", tr("Currency"), Kind.TEXT, 86, lambda row: Cell(row.currency or "\u2013")
        ),
        Column("open", tr("Open"), Kind.MONEY, 128, _open, tip=open_words),
        Column(
            "invoices",
            tr("Invoices"),
            Kind.NUMBER,
            86,
            lambda row: Cell(formats.number(row.invoices), plain=str(row.invoices)),
        ),
        Column(
            "platform", tr("On the platform"), Kind.TEXT, 150, _there, sortable=False,
            tip=_there_tip,
        ),
    )  # fmt: skip
