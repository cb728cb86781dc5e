"""Made-up books of a month for reports: payments, a payout that was entered, one that was not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice

from fbrecon.domain.ids import BookPaymentId, LedgerAccountId, PayoutId, PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.postings import Posting
from fbrecon.domain.reconciliation import (
    Funds,
    FundsEntry,
    FundsPayment,
    MovementLine,
    make_statements,
)
from fbrecon.domain.reports import Cell, Column, ColumnKind, Report, ReportKind, Row, RowKind, Table
from fbrecon.domain.statement_tables import buckets_table, movements_table, statement_table

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
FUNDS = LedgerAccountId("a-1300")
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\uff1d1", '=HYPERLINK("http://x")')


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def a_funds_payment(
    number: int,
    minor: int = 10_000,
    day: int = 2,
    *,
    payout: tuple[str, int] | None = None,
    removed: int | None = None,
    currency: str = "USD",
) -> FundsPayment:
    """A payment on a day of March (0 is the last of February, and so on)."""
    held = () if payout is None else ((PayoutId(payout[0]), _day(payout[1])),)
    return FundsPayment(
        PlatformPaymentId(f"p{number}"),
        BookPaymentId(number),
        Money(minor, currency),
        _day(day),
        None if removed is None else _day(removed),
        held,
    )


def a_funds_entry(
    payout: str, day: int, net: int, fees: int = 0, *, marker: str = "FBR-0123456789ABCDEF"
) -> FundsEntry:
    """The entry of a payout."""
    parts = ((MovementLine.PAYOUTS, usd(-net)), (MovementLine.FEES, usd(-fees)))
    text = f"Payout of {_day(day).isoformat()}"
    return FundsEntry("act_9", PayoutId(payout), marker, "77", _day(day), "verified", text, parts)


def a_funds_posting(number: int, minor: int, day: int, **about: object) -> Posting:
    """A leg on undeposited funds."""
    facts: dict[str, object] = {"name": "", "description": "", **about}
    return Posting(
        number,
        f"e{number}",
        FUNDS,
        "Undeposited Funds",
        usd(minor),
        _day(day),
        "journal_entry",
        **facts,  # type: ignore[arg-type]
    )


def _day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def some_funds() -> Funds:
    """Two payments entered with their payout, one paid out and not entered, one that waits."""
    return Funds(
        (
            a_funds_payment(1, 10_000, -3, payout=("o1", 4)),
            a_funds_payment(2, 25_050, 2, payout=("o1", 4)),
            a_funds_payment(3, 9_999, 20, payout=("o2", 25)),
            a_funds_payment(4, 123_456, 28),
        ),
        (a_funds_entry("o1", 4, 34_000, 1_050),),
        None,
        frozenset({FUNDS}),
    )


def a_report(
    kind: ReportKind = ReportKind.RECONCILIATION,
    from_on: date = FIRST,
    until_on: date = LAST,
    *,
    funds: Funds | None = None,
    open_items: int = len(HOSTILE),
) -> Report:
    """The report of some funds, with a table of open items."""
    statements = make_statements(some_funds() if funds is None else funds, from_on, until_on)
    tables = (
        statement_table(statements, from_on, until_on),
        buckets_table(statements),
        hostile_table(open_items),
        movements_table(statements, {}),
    )
    return Report(
        kind,
        "Reconciliation" if kind is ReportKind.RECONCILIATION else "Activity",
        "Harbour & Pine Studio",
        "America/New_York",
        from_on,
        until_on,
        datetime(2026, 4, 1, 9, 30, tzinfo=UTC),
        datetime(2026, 4, 1, 9, 0, tzinfo=UTC),
        ("No bank statement was imported.",),
        tables,
    )


def hostile_table(count: int = len(HOSTILE)) -> Table:
    """Rows of which each text would be a formula, with their sum."""
    columns = (
        Column("date", "Date", ColumnKind.DAY, in_brief=True),
        Column("id", "Id"),
        Column("customer", "Customer", in_brief=True),
        Column("currency", "Currency"),
        Column("amount", "Amount", ColumnKind.MONEY, in_brief=True),
    )
    rows = [
        Row(
            {"date": FIRST, "id": f"pay_{n}", "customer": text, "amount": usd(-100 * n)},
            currency="USD",
        )
        for n, text in enumerate(islice(cycle(HOSTILE), count))
    ]
    ids = tuple(f"pay_{n}" for n in range(count))
    sums: dict[str, Cell] = {"id": "Total", "amount": usd(-100 * sum(range(count)))}
    rows.append(Row(sums, RowKind.TOTAL, "USD", "total", ids))
    return Table("open_payments", "Open: payments not paid out", columns, tuple(rows))
