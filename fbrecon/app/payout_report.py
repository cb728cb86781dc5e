"""The report's tables of payouts: each with its parts, its entry, its bank line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from fbrecon.app.bank_report import BankFacts
from fbrecon.app.open_items import Known
from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.money import Money, MoneyError, total
from fbrecon.domain.overview import PayoutRow
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, RowKind, Table
from fbrecon.domain.statement_tables import CURRENCY, money_column

_BACK = (PayoutLineKind.REFUND, PayoutLineKind.RETURN, PayoutLineKind.CHARGEBACK)
# Net is the sum of what stands left of it; the difference is the bank's sum less net.
_SUMS = ("gross", "fees", "back", "other", "gap", "net", "bank", "difference")


def payouts_table(payouts: Sequence[Payout], known: Known, bank: BankFacts) -> Table:
    """Each payout of the period, oldest first, with the sums of each currency."""
    columns = (
        Column("date", "Arrival", ColumnKind.DAY, in_brief=True),
        Column("id", "Payout"),
        Column("platform_payout_id", "Platform’s id", on_paper=False),
        Column("state", "State", worded=True),
        CURRENCY,
        money_column("gross", "Payments", in_brief=False),
        money_column("fees", "Fees", in_brief=False),
        money_column("back", "Refunds, returns", in_brief=False),
        money_column("other", "Other", in_brief=False),
        money_column("gap", "Unexplained", in_brief=False),
        money_column("net", "Net"),
        Column("entry", "Entry", worded=True),
        Column("bank_lines", "Bank line"),
        Column("bank_date", "Seen", ColumnKind.DAY),
        money_column("bank", "At the bank"),
        money_column("difference", "Difference"),
    )
    found: dict[str, list[Row]] = {}
    for payout in payouts:
        row = _payout_row(payout, known.payouts[f"out_{payout.id}"], known, bank)
        found.setdefault(row.currency, []).append(row)
    rows: list[Row] = []
    for currency in sorted(found):
        own = sorted(
            found[currency], key=lambda row: (str(row.cells["date"]), str(row.cells["id"]))
        )
        rows += own
        if currency:
            rows.append(_sums(own, currency))
    note = (
        "Payments, less fees, refunds and returns, with other lines and what is unexplained, make "
        "the net. The difference is what the bank shows more or less than the net. Failed and "
        "cancelled payouts are listed and not summed."
    )
    empty = "No payout arrived in this period."
    return Table("payouts", "Payouts", columns, tuple(rows), note if rows else "", empty)


def _payout_row(payout: Payout, row: PayoutRow, known: Known, bank: BankFacts) -> Row:
    cells: dict[str, Cell] = {
        "date": known.payout_days[row.id],
        "id": row.id,
        "platform_payout_id": row.platform_payout_id,
        "state": row.state.replace("_", " "),
        "entry": row.deposit,
        "bank_lines": "",
    }
    currency = "" if row.net is None else row.net.currency
    if row.net is not None:
        cells |= {"gross": row.gross, "net": row.net}
        cells["fees"] = None if row.fees is None else -row.fees
        cells["back"] = _sum_of(payout, _BACK, currency)
        cells["gap"] = row.difference
        cells["other"] = _rest(cells, row.net)
    seen = bank.seen.get(row.id)
    if seen is not None:
        cells |= {
            "bank_lines": " ".join(seen.lines),
            "bank_date": seen.days[0],
            "bank": seen.amount,
            "difference": None if row.net is None else seen.amount - row.net,
        }
    return Row(cells, currency=currency, ids=row.payments)


def _rest(cells: Mapping[str, Cell], net: Money) -> Money | None:
    """What is neither payment, fee, refund nor unexplained: adjustments, lines of no payment."""
    left = net
    for name in ("gross", "fees", "back", "gap"):
        part = cells[name]
        if not isinstance(part, Money):
            return None
        left = left - part
    return left


def _sum_of(payout: Payout, kinds: Sequence[PayoutLineKind], currency: str) -> Money | None:
    amount = sum((x.amount for x in payout.lines or () if x.kind in kinds), Decimal(0))
    return _money(amount, currency)


def _sums(rows: Sequence[Row], currency: str) -> Row:
    counted = [row for row in rows if row.cells["state"] not in ("failed", "cancelled")]
    cells: dict[str, Cell] = {"id": "Total"}
    for name in _SUMS:
        parts = [row.cells.get(name) for row in counted]
        cells[name] = total((part for part in parts if isinstance(part, Money)), currency)
    ids = tuple(str(row.cells["id"]) for row in counted)
    return Row(cells, RowKind.TOTAL, currency, "total", ids)


def payout_lines_table(payouts: Sequence[Payout], known: Known) -> Table:
    """Each line of these payouts, as the platform states it."""
    columns = (
        Column("payout", "Payout", once=True),
        Column("line_id", "Platform’s line", on_paper=False),
        Column("kind", "Kind", worded=True),
        Column("payment", "Payment"),
        Column("invoice", "Invoice"),
        Column("customer", "Customer"),
        Column("description", "Description"),
        CURRENCY,
        money_column("amount", "Amount", in_brief=False),
    )
    rows: list[Row] = []
    unknown = 0
    for payout in payouts:
        row = known.payouts[f"out_{payout.id}"]
        if payout.lines is None or row.net is None:
            unknown += 1
            continue
        currency = row.net.currency
        for line in payout.lines:
            payment_id = "" if line.payment_id is None else f"pay_{line.payment_id}"
            about = known.payments.get(payment_id)
            rows.append(
                Row(
                    {
                        "payout": row.id,
                        "line_id": line.line_id,
                        "kind": line.kind.value,
                        "payment": payment_id,
                        "invoice": "" if about is None else about.invoice_number or "",
                        "customer": "" if about is None else about.customer,
                        "description": line.description,
                        "amount": _money(line.amount, currency),
                    },
                    currency=currency,
                )
            )
        summed = _money(sum((line.amount for line in payout.lines), Decimal(0)), currency)
        cells: dict[str, Cell] = {"payout": row.id, "kind": "sum of its lines", "amount": summed}
        rows.append(Row(cells, RowKind.SUBTOTAL, currency, row.id, row.payments))
    note = ""
    if unknown:
        note = f"Of {unknown} payouts the lines or their currency are not known."
    empty = "No payout of this period has lines."
    return Table("payout_lines", "Payouts by line", columns, tuple(rows), note, empty)


def _money(amount: Decimal, currency: str) -> Money | None:
    try:
        return Money.from_decimal(amount, currency)
    except MoneyError:
        return None
