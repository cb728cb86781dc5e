"""What the platform collected in a period: by month, by customer, and payment by payment.

A payment counts for the day on which it was made, with the sum that it takes off the invoice. What
went back later is counted there as well, so that a month stays what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fbrecon.app.company import Company
from fbrecon.domain.documents import PlatformState
from fbrecon.domain.money import Money, total
from fbrecon.domain.overview import PaymentRow, TableQuery
from fbrecon.domain.report_sums import by_month, with_totals
from fbrecon.domain.reports import Cell, Column, ColumnKind, Row, Table, Words
from fbrecon.domain.statement_tables import CURRENCY, money_column

_CAME_IN = (PlatformState.SUCCEEDED, PlatformState.REFUNDED_PART)
_WENT_BACK = (PlatformState.RETURNED, PlatformState.DISPUTED, PlatformState.REFUNDED)
_ON_THE_WAY = (PlatformState.PENDING, PlatformState.UNKNOWN)
_COUNTED = (*_CAME_IN, *_WENT_BACK, *_ON_THE_WAY)
_DAY = timedelta(days=1)
_SUMS = ("collected", "back", "pending")
_EMPTY = "The platform collected nothing in this period."


def collected_tables(
    company: Company, from_on: date, until_on: date
) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables of a period and the notes on what they cannot tell. Reads the company file."""
    platform, zone = company.doors.platform_name(), company.business.timezone
    # The table is filtered by the days of UTC; the business's own may begin earlier or later.
    query = TableQuery("date", from_on=from_on - _DAY, until_on=until_on + _DAY)
    keys = company.stores.payments.keys(platform, query)
    listed = company.stores.payments.rows(platform, zone, keys)
    own = [
        payment
        for payment in listed
        if payment.platform_payment_id is not None
        and from_on <= payment.paid_on <= until_on
        and PlatformState(payment.platform_state) in _COUNTED
    ]
    rows = [_payment_row(payment) for payment in own if payment.amount is not None]
    rows.sort(key=lambda row: (str(row.cells["date"]), str(row.cells["id"])))
    notes = []
    lost = sorted(payment.id for payment in own if payment.amount is None)
    if lost:
        notes.append(f"The currency of these payments is not known: {', '.join(lost)}.")
    if any(payment.platform_state == PlatformState.REFUNDED_PART for payment in own):
        notes.append("Of payments that were refunded in part the whole sum counts as collected.")
    return (_by(rows, "month"), _by(rows, "customer"), _payments(rows)), tuple(notes)


def _payment_row(payment: PaymentRow) -> Row:
    assert payment.amount is not None
    state = PlatformState(payment.platform_state)
    cells: dict[str, Cell] = {
        "date": payment.paid_on,
        "id": payment.id,
        "freshbooks_id": payment.freshbooks_payment_id or "",
        "customer": payment.customer,
        "invoice": payment.invoice_number or "",
        "method": payment.method,
        "state": payment.platform_state.replace("_", " "),
    }
    column = "collected" if state in _CAME_IN else "back" if state in _WENT_BACK else "pending"
    cells[column] = payment.amount
    return Row(cells, currency=payment.amount.currency)


def _by(payments: Sequence[Row], what: str) -> Table:
    columns = (
        Column(what, what.capitalize(), in_brief=True),
        Column("count", "Payments", ColumnKind.COUNT, in_brief=True),
        CURRENCY,
        *_money_columns(),
    )
    made = []
    groups = by_month(payments) if what == "month" else _by_customer(payments)
    for name, currency, own in groups:
        cells: dict[str, Cell] = {what: name, "count": len(own)}
        for column in _SUMS:
            parts = (row.cells.get(column) for row in own)
            cells[column] = total((part for part in parts if isinstance(part, Money)), currency)
        ids = tuple(str(row.cells["id"]) for row in own)
        made.append(Row(cells, currency=currency, ids=ids))
    rows = with_totals(made, _SUMS, label=what)
    return Table(f"by_{what}", f"Collected by {what}", columns, rows, empty=_EMPTY)


def _by_customer(payments: Iterable[Row]) -> list[tuple[str, str, list[Row]]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in payments:
        name = str(row.cells["customer"]) or Words("no customer")
        found.setdefault((name, row.currency), []).append(row)
    order = sorted(found, key=lambda key: (key[1], key[0].casefold(), key[0]))
    return [(name, currency, found[name, currency]) for name, currency in order]


def _payments(payments: Sequence[Row]) -> Table:
    columns = (
        Column("date", "Date", ColumnKind.DAY),
        Column("id", "Payment"),
        Column("freshbooks_id", "FreshBooks id"),
        Column("customer", "Customer"),
        Column("invoice", "Invoice"),
        Column("method", "Method", worded=True),
        Column("state", "State now", worded=True),
        CURRENCY,
        *_money_columns(in_brief=False),
    )
    rows = with_totals(payments, _SUMS, label="id")
    return Table("payments", "Each payment", columns, rows, empty=_EMPTY)


def _money_columns(*, in_brief: bool = True) -> tuple[Column, ...]:
    return (
        money_column("collected", "Collected", in_brief=in_brief),
        money_column("back", "Returned", in_brief=in_brief),
        money_column("pending", "Pending", in_brief=in_brief),
    )
