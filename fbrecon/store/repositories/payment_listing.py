"""The table of payments: both sides in one row, with where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from fbrecon.domain.moments import day_in
from fbrecon.domain.money import (
    FOUR_DECIMALS,
    NO_DECIMALS,
    THREE_DECIMALS,
    Money,
    MoneyError,
)
from fbrecon.domain.overview import PaymentRow, TableQuery
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import DayField, from_micros
from fbrecon.store.repositories.listing import ESCAPE, like, ordering

PAYMENT_SORTS = {
    "date": "day",
    "amount": "sort_amount",
    "customer": "customer COLLATE NOCASE",
    "invoice_number": "number COLLATE NOCASE",
    "method": "method",
    "state": "state",
}

# One row for each payment of the platform, and one for each in the books that is not matched.
# The newest intent of each leg counts; of several legs, the one that most needs looking at speaks
# for the payment.
_SCALED = f"""b.amount_minor * CASE
        WHEN b.currency IN {tuple(sorted(NO_DECIMALS))} THEN 10000
        WHEN b.currency IN {tuple(sorted(THREE_DECIMALS))} THEN 10
        WHEN b.currency IN {tuple(sorted(FOUR_DECIMALS))} THEN 1 ELSE 100 END"""
_PAYMENTS = """
WITH newest AS (
    SELECT source, MAX(row) AS row FROM intent WHERE kind = 'payment' GROUP BY source, leg),
spokesman AS (
    SELECT n.source AS source, n.row AS row, MIN(CASE
        WHEN i.state IN ('uncertain', 'sending') THEN 1
        WHEN i.state IN ('refused', 'discrepancy') THEN 2
        WHEN i.state IN ('posted', 'adopted', 'verified') THEN 4 ELSE 3 END)
    FROM newest AS n JOIN intent AS i ON i.row = n.row GROUP BY n.source),
target AS (
    SELECT a.payment_id, MIN(c.invoice_id) AS invoice_id, MIN(a.platform_invoice_id) AS remote
    FROM allocation AS a LEFT JOIN copy AS c USING (platform_invoice_id) GROUP BY a.payment_id),
twin AS (
    SELECT payment_id, MIN(book_payment_id) AS book_id, MIN(reason) AS reason
    FROM match GROUP BY payment_id),
payments AS (
    SELECT 'pay_' || p.id AS id, p.id AS platform_id, t.book_id AS book_id,
        COALESCE(inv.number, NULLIF(f.invoice_number, '')) AS number,
        target.invoice_id AS invoice_id,
        COALESCE(inv.customer_name, pc.name, f.customer, '') AS customer,
        date(p.created_at / 1000000, 'unixepoch') AS day, p.created_at AS created_at,
        p.taken_off AS taken_off, NULL AS amount_minor,
        COALESCE(i.currency, pi.currency, NULLIF(f.currency, '')) AS currency,
        p.sort_amount AS sort_amount,
        p.method AS method, p.state AS platform_state,
        COALESCE(i.state, 'none') AS posting_state,
        CASE
            WHEN p.state IN ('failed', 'cancelled') THEN 'failed'
            WHEN p.state IN ('returned', 'disputed', 'refunded') THEN 'returned'
            WHEN i.state IN ('posted', 'adopted', 'verified') THEN 'posted'
            WHEN i.state IN ('uncertain', 'sending') THEN 'uncertain'
            WHEN i.state IN ('refused', 'discrepancy') THEN 'failed'
            WHEN t.book_id IS NOT NULL THEN 'matched'
            ELSE 'held' END AS state,
        COALESCE(NULLIF(i.reason, ''), t.reason, CASE
            WHEN target.remote IS NOT NULL AND target.invoice_id IS NULL
                AND p.state = 'succeeded' AND p.method <> 'none'
            THEN 'It is for an invoice made on the platform, which does not reach the books.'
            WHEN f.id IS NOT NULL THEN 'It came from a file.'
            ELSE '' END) AS reason
    FROM platform_payment AS p
    LEFT JOIN target ON target.payment_id = p.id
    LEFT JOIN invoice AS inv ON inv.id = target.invoice_id
    LEFT JOIN platform_invoice AS pi ON pi.id = target.remote
    LEFT JOIN platform_customer AS pc ON pc.id = p.customer_id
    LEFT JOIN spokesman ON spokesman.source = ? || ':' || p.id
    LEFT JOIN intent AS i ON i.row = spokesman.row
    LEFT JOIN twin AS t ON t.payment_id = p.id
    LEFT JOIN from_file AS f ON f.kind = 'payment' AND f.id = p.id
    UNION ALL
    SELECT 'pay_book_' || b.id, NULL, b.id, inv.number, b.invoice_id,
        COALESCE(inv.customer_name, c.name, ''), b.paid_on, NULL, NULL, b.amount_minor,
        b.currency, :scaled:, b.method, 'unknown', 'none', 'only_in_freshbooks',
        CASE WHEN b.credit_id IS NOT NULL THEN 'A credit in FreshBooks.'
            WHEN b.visibility = 'deleted' THEN 'Deleted in FreshBooks.'
            WHEN b.visibility = 'gone' THEN 'FreshBooks no longer shows it.'
            ELSE 'Recorded in FreshBooks; the platform did not collect it.' END
    FROM book_payment AS b
    LEFT JOIN invoice AS inv ON inv.id = b.invoice_id
    LEFT JOIN customer AS c ON c.id = b.customer_id
    WHERE b.visibility <> 'deleted' AND NOT EXISTS (
        SELECT 1 FROM match WHERE match.book_payment_id = b.id))
""".replace(":scaled:", _SCALED)
_AT_ONCE = 30_000  # each reading walks all payments; SQLite takes 32,766 parameters
_COLUMNS = (
    "id, platform_id, book_id, number, invoice_id, customer, day, created_at, taken_off, "
    "amount_minor, currency, method, platform_state, posting_state, state, reason"
)


class PaymentListing:
    """Reads the payments of one company file for a table."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def keys(self, platform: str, query: TableQuery) -> list[str]:
        """Public ids of all payments that the query lets through, in its order."""
        where, values = ["1"], [platform]
        if query.text:
            columns = ("number", "customer", "id")
            where.append(f"({' OR '.join(f'{name} LIKE ? {ESCAPE}' for name in columns)})")
            values += [like(query.text)] * len(columns)
        if query.status:
            where.append("state = ?")
            values.append(query.status)
        order = ordering(PAYMENT_SORTS, query)
        statement = (
            f"{_PAYMENTS} SELECT id FROM payments WHERE {' AND '.join(where)} ORDER BY {order}"  # noqa: S608
        )
        return [row[0] for row in self._file.sql(statement, values)]

    def rows(self, platform: str, zone: str, keys: Sequence[str]) -> list[PaymentRow]:
        """The rows of these public ids, in the same order; ids that are gone are left out."""
        found: dict[str, PaymentRow] = {}
        for part in chunks(keys, _AT_ONCE):
            marks = ", ".join("?" * len(part))
            statement = f"{_PAYMENTS} SELECT {_COLUMNS} FROM payments WHERE id IN ({marks})"  # noqa: S608
            for row in self._file.sql(statement, (platform, *part)):
                found[row[0]] = _row(row, zone)
        return [found[key] for key in keys if key in found]

    def rows_of_invoice(self, platform: str, zone: str, invoice_id: int) -> list[PaymentRow]:
        """All payments of one invoice, newest first."""
        wanted = "WHERE invoice_id = ? ORDER BY day DESC, id"
        statement = f"{_PAYMENTS} SELECT {_COLUMNS} FROM payments {wanted}"  # noqa: S608
        return [_row(row, zone) for row in self._file.sql(statement, (platform, invoice_id))]


def _row(row: tuple[Any, ...], zone: str) -> PaymentRow:
    (
        key,
        platform_id,
        book_id,
        number,
        invoice_id,
        customer,
        day,
        created_at,
        taken_off,
        amount_minor,
        currency,
        method,
        platform_state,
        posting_state,
        state,
        reason,
    ) = row
    paid_on = DayField().python_value(day)
    assert paid_on is not None
    if created_at is not None:
        paid_on = day_in(from_micros(created_at), zone)
    return PaymentRow(
        id=key,
        platform_payment_id=platform_id,
        freshbooks_payment_id=None if book_id is None else str(book_id),
        invoice_number=number,
        invoice_freshbooks_id=None if invoice_id is None else str(invoice_id),
        customer=customer,
        amount=_amount(amount_minor, taken_off, currency),
        paid_on=paid_on,
        method=method,
        state=state,
        platform_state=platform_state,
        posting_state=posting_state,
        reason=reason,
    )


def _amount(minor: int | None, taken_off: str | None, currency: str | None) -> Money | None:
    """What it takes off the invoice; None where the currency is not known or does not fit."""
    if currency is None:
        return None
    if minor is not None:
        return Money(minor, currency)
    try:
        return Money.from_decimal(Decimal(taken_off or ""), currency)
    except (MoneyError, ArithmeticError):
        return None
