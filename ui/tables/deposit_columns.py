"""The columns of the deposits table: bank lines with what they were matched with."""

from __future__ import annotations

from fbrecon.app.views import DepositRow
from fbrecon.wording import said

from .. import formats
from ..language import tr
from .bank_columns import bank_columns
from .columns import Cell, Column, Kind


def shown_words(row: DepositRow) -> str:
    """The payouts that a line shows, or may show; "" for none."""
    return ", ".join(id_.removeprefix("out_") for id_ in row.payouts)


def _left(row: DepositRow) -> Cell:
    money = row.unexplained
    if money is None:
        return Cell("", faded=True)
    if not money.minor:
        return Cell("\u2013", faded=True)
    return Cell(formats.money(money), money=money, tone="danger")


def deposit_columns() -> tuple[Column[DepositRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""
    return (
        *bank_columns(),
        Column(
            "payouts",
            tr("Payout"),
            Kind.TEXT,
            120,
            lambda row: Cell(shown_words(row) or "\u2013", faded=row.state != "matched"),
            sortable=False,
            tip=shown_words,
        ),
        Column("unexplained", tr("Unexplained"), Kind.MONEY, 112, _left, sortable=False),
        Column(
            "reason",
            tr("Why"),
            Kind.TEXT,
            160,
            lambda row: Cell(said(row.reason), faded=True),
            sortable=False,
            tip=lambda row: said(row.reason),
        ),
        Column(
            "reference",
            tr("Reference"),
            Kind.TEXT,
            120,
            lambda row: Cell(row.reference or "\u2013"),
            sortable=False,
            optional=True,
        ),
        Column(
            "account",
            tr("Bank account"),
            Kind.TEXT,
            120,
            lambda row: Cell(row.account or "\u2013"),
            sortable=False,
            optional=True,
        ),
    )
