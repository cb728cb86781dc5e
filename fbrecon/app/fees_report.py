"""The fees of a period: by month, by payout, and each line of them, as the platform states them.

A fee belongs to the payout that was short of it, and so to the day that this payout arrived.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from fbrecon.app.company import Company
from fbrecon.app.funds import NOT_PAID_OUT, payout_day
from fbrecon.app.payouts import payout_rows
from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.money import Money, MoneyError, total
from fbrecon.domain.overview import PaymentRow, PayoutRow
from fbrecon.domain.report_sums import by_month, share_of, with_totals
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, Table
from fbrecon.domain.statement_tables import CURRENCY, money_column

_SHARE = Column("share", "Share of payments", in_brief=True)
_EMPTY = "No payout arrived in this period."


def fees_tables(
    company: Company, from_on: date, until_on: date
) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables of a period and the notes on what they cannot tell. Reads the company file."""
    zone = company.business.timezone
    known = {row.id: row for row in payout_rows(company)}
    payouts = [
        (on, payout)
        for payout in company.stores.platform.list_payouts(from_files=True)
        if from_on <= (on := payout_day(payout, zone)) <= until_on
        and payout.state not in NOT_PAID_OUT
    ]
    payouts.sort(key=lambda found: (found[0], found[1].id))
    rows = [(on, payout, known[f"out_{payout.id}"]) for on, payout in payouts]
    told = [_payout_row(on, row) for on, _, row in rows if row.fees is not None]
    tables = (_months(told), _payouts(told), _lines(company, rows))
    untold = sorted(row.id for _, _, row in rows if row.fees is None)
    notes: tuple[str, ...] = ()
    if untold:
        notes = (f"The fees of these payouts are not known: {', '.join(untold)}.",)
    return tables, notes


def _payout_row(on: date, row: PayoutRow) -> Row:
    assert row.fees is not None
    gross, currency = row.gross, row.fees.currency
    return Row(
        {
            "date": on,
            "id": row.id,
            "gross": gross,
            "fees": row.fees,
            "share": "" if gross is None else share_of(row.fees, gross),
            "net": row.net,
        },
        currency=currency,
        ids=row.payments,
    )


def _months(payouts: Sequence[Row]) -> Table:
    columns = (
        Column("month", "Month", in_brief=True),
        Column("count", "Payouts", ColumnKind.COUNT),
        CURRENCY,
        money_column("gross", "Payments"),
        money_column("fees", "Fees"),
        _SHARE,
    )
    made = []
    for month, currency, own in by_month(payouts):
        sums = {name: _sum(own, name, currency) for name in ("gross", "fees")}
        share = share_of(sums["fees"], sums["gross"])
        ids = tuple(str(row.cells["id"]) for row in own)
        cells: dict[str, Cell] = {"month": month, "count": len(own), **sums, "share": share}
        made.append(Row(cells, currency=currency, ids=ids))
    rows = with_totals(made, ("gross", "fees"), label="month", share=("share", "fees", "gross"))
    return Table("fees_by_month", "Fees by month", columns, rows, empty=_EMPTY)


def _payouts(payouts: Sequence[Row]) -> Table:
    columns = (
        Column("date", "Arrival", ColumnKind.DAY, in_brief=True),
        Column("id", "Payout", in_brief=True),
        CURRENCY,
        money_column("gross", "Payments"),
        money_column("fees", "Fees"),
        _SHARE,
        money_column("net", "Net"),
    )
    rows = with_totals(
        payouts, ("gross", "fees", "net"), label="id", share=("share", "fees", "gross")
    )
    return Table("fees_by_payout", "Fees by payout", columns, rows, empty=_EMPTY)


def _lines(company: Company, payouts: Sequence[tuple[date, Payout, PayoutRow]]) -> Table:
    columns = (
        Column("date", "Arrival", ColumnKind.DAY),
        Column("payout", "Payout", once=True),
        Column("line_id", "Platform’s line", on_paper=False),
        Column("payment", "Payment"),
        Column("invoice", "Invoice"),
        Column("customer", "Customer"),
        Column("description", "Description"),
        CURRENCY,
        money_column("amount", "Fee", in_brief=False),
    )
    found = list(_fee_lines(payouts))
    names = sorted({str(row.cells["payment"]) for row in found if row.cells["payment"]})
    zone = company.business.timezone
    listed = company.stores.payments.rows(company.doors.platform_name(), zone, names)
    about = {row.id: row for row in listed}
    rows = [
        Row({**row.cells, **_about(about.get(str(row.cells["payment"])))}, currency=row.currency)
        for row in found
    ]
    return Table(
        "fee_lines",
        "Each fee",
        columns,
        with_totals(rows, ("amount",), label="payout", ids="line_id"),
        "Fees that a payout states as one sum have no lines of their own.",
        "No payout of this period has lines of fees.",
    )


def _fee_lines(payouts: Sequence[tuple[date, Payout, PayoutRow]]) -> Iterator[Row]:
    for on, payout, known in payouts:
        if known.net is None:
            continue
        currency = known.net.currency
        for line in payout.lines or ():
            if line.kind is PayoutLineKind.FEE:
                cells: dict[str, Cell] = {
                    "date": on,
                    "payout": known.id,
                    "line_id": line.line_id,
                    "payment": "" if line.payment_id is None else f"pay_{line.payment_id}",
                    "description": line.description,
                    # What is taken from the payout is a fee of that sum.
                    "amount": _money(-line.amount, currency),
                }
                yield Row(cells, currency=currency)


def _about(row: PaymentRow | None) -> dict[str, str]:
    return {
        "invoice": "" if row is None else row.invoice_number or "",
        "customer": "" if row is None else row.customer,
    }


def _sum(rows: Sequence[Row], name: str, currency: str) -> Money:
    cells = (row.cells[name] for row in rows)
    return total((cell for cell in cells if isinstance(cell, Money)), currency)


def _money(amount: Decimal, currency: str) -> Money | None:
    try:
        return Money.from_decimal(amount, currency)
    except MoneyError:
        return None
