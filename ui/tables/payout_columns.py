"""The columns of the payouts table. Keys are the sort keys that the desk understands."""

from __future__ import annotations

from fbrecon.app.views import PayoutRow
from fbrecon.domain.money import Money

from .. import formats
from ..language import tr
from . import words
from .columns import Cell, Column, Kind


def _arrival(row: PayoutRow) -> Cell:
    if row.arrival_on is None:
        return Cell("\u2013")
    return Cell(formats.day(row.arrival_on), plain=row.arrival_on.isoformat())


def _money(money: Money | None) -> Cell:
    return Cell("\u2013") if money is None else Cell(formats.money(money), money=money)


def _difference(row: PayoutRow) -> Cell:
    money = row.difference
    if money is None or not money.minor:
        return Cell("" if money is None else "\u2013", faded=True)
    return Cell(formats.money(money), money=money, tone="danger")


def _state(row: PayoutRow) -> Cell:
    text, tone = words.payout_state(row.state)
    return Cell(text, tone=tone)


def _deposit(row: PayoutRow) -> Cell:
    text, tone = words.deposit_state(row.deposit, waits=bool(row.deposit_reason))
    return Cell(text, tone=tone)


def payout_columns() -> tuple[Column[PayoutRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""

    def money_tip(money: Money | None) -> str:
        return "" if money is None else formats.money(money)

    return (
        Column("arrival", tr("Arrives"), Kind.DATE, 118, _arrival),
        Column(
            "net",
            tr("To the bank"),
            Kind.MONEY,
            122,
            lambda row: _money(row.net),
            tip=lambda row: money_tip(row.net),
        ),
        Column("gross", tr("Payments"), Kind.MONEY, 122, lambda row: _money(row.gross)),
        Column("fees", tr("Fees"), Kind.MONEY, 112, lambda row: _money(row.fees)),
        Column("difference", tr("Unexplained"), Kind.MONEY, 112, _difference),
        Column("state", tr("State"), Kind.PILL, 106, _state),
        Column("deposit", tr("In the ledger"), Kind.PILL, 118, _deposit),
        Column(
            "reason",
            tr("Why it waits"),
            Kind.TEXT,
            120,
            lambda row: Cell(row.deposit_reason, faded=True),
            stretch=True,
            sortable=False,
            tip=lambda row: row.deposit_reason,
        ),
    )
