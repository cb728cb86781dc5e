"""The columns of the bank lines. Keys are the sort keys that the desk understands."""

from __future__ import annotations

from fbrecon.app.views import DepositRow

from .. import formats
from ..language import tr
from . import words
from .columns import Cell, Column, Kind


def _state(row: DepositRow) -> Cell:
    text, tone = words.bank_state(row)
    return Cell(text, tone=tone)


def bank_columns() -> tuple[Column[DepositRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""
    return (
        Column(
            "date",
            tr("Date"),
            Kind.DATE,
            118,
            lambda row: Cell(formats.day(row.on), plain=row.on.isoformat()),
        ),
        Column(
            "description",
            tr("At the bank"),
            Kind.TEXT,
            130,
            lambda row: Cell(row.description or "\u2013", faded=row.is_not_ours),
            stretch=True,
            tip=lambda row: row.description,
        ),
        Column(
            "amount",
            tr("Sum"),
            Kind.MONEY,
            150,
            lambda row: Cell(formats.money(row.amount), money=row.amount, faded=row.is_not_ours),
            tip=lambda row: formats.money(row.amount),
        ),
        Column("state", tr("State"), Kind.PILL, 124, _state),
    )
