"""Tables as a person looks at them: first the ids of all rows in order, then windows by id.

Sorting and filtering happen in SQL over indexed columns; what is shown of a row is read only for
the rows in sight.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fbrecon.domain.money import Money
from fbrecon.domain.overview import CustomerRow, InvoiceRow, LineRow, TableQuery
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import DayField

INVOICE_SORTS = {
    "number": "number COLLATE NOCASE",
    "customer": "customer_name COLLATE NOCASE",
    "total": "total_minor",
    "outstanding": "outstanding_minor",
    "paid": "paid_minor",
    "create_date": "create_on",
    "due_date": "due_on",
    "status": "status",
    "lines": "line_count",
}
ESCAPE = "ESCAPE '\\'"  # stands after each LIKE whose pattern `like` made
_UNUSED = "('deleted', 'gone')"
# A live copy on which nothing is due any more: later edits in the books change nothing there. The
# platform's currencies have two decimals; sums for sorting have four.
_FROZEN = """EXISTS (
    SELECT 1 FROM copy AS fc JOIN platform_invoice AS fi ON fi.id = fc.platform_invoice_id
    WHERE fc.invoice_id = i.id AND fi.state <> 'archived' AND fi.total_minor * 100 <= (
        SELECT COALESCE(SUM(fp.sort_amount), 0) FROM allocation AS fa
        JOIN platform_payment AS fp ON fp.id = fa.payment_id AND fp.state = 'succeeded'
        LEFT JOIN match AS fm ON fm.payment_id = fp.id
        WHERE fa.platform_invoice_id = fi.id
        AND (fm.payment_id IS NOT NULL OR fp.method = 'none')))"""
_OPEN = (
    """i.visibility = 'active' AND i.status IN ('open', 'partial') AND i.outstanding_minor > 0"""
)
_COPIES = """SELECT 1 FROM copy AS lc JOIN platform_invoice AS li ON li.id = lc.platform_invoice_id
    WHERE lc.invoice_id = i.id"""
_PLATFORM = f"""CASE WHEN {_FROZEN} THEN 'paid'
    WHEN EXISTS ({_COPIES} AND li.state <> 'archived') THEN 'listed'
    WHEN NOT ({_OPEN}) THEN '' WHEN EXISTS ({_COPIES}) THEN 'archived' ELSE 'waits' END"""


class Listing:
    """Reads the tables of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- invoices

    def invoice_ids(self, query: TableQuery) -> list[int]:
        """Ids of all invoices that the query lets through, in its order."""
        where, values = ["1"], []
        if query.text:
            where.append(f"(number LIKE ? {ESCAPE} OR customer_name LIKE ? {ESCAPE})")
            values += [like(query.text)] * 2
        if query.status == "archived":
            where.append("visibility = 'archived'")
        elif query.status == "deleted":
            where.append(f"visibility IN {_UNUSED}")
        elif query.status == "on_platform":
            where.append("EXISTS (SELECT 1 FROM copy WHERE copy.invoice_id = invoice.id)")
        elif query.status:
            where.append(f"status = ? AND visibility NOT IN {_UNUSED}")
            values.append(query.status)
        order = ordering(INVOICE_SORTS, query)
        statement = f"SELECT id FROM invoice WHERE {' AND '.join(where)} ORDER BY {order}"  # noqa: S608
        return [row[0] for row in self._file.sql(statement, values)]

    def invoice_rows(self, keys: Sequence[int]) -> list[InvoiceRow]:
        """The rows of these ids, in the same order; ids that are gone are left out."""
        found: dict[int, InvoiceRow] = {}
        for part in chunks(keys):
            marks = ", ".join("?" * len(part))
            statement = f"""
                SELECT i.id, i.number, i.customer_name, i.customer_id, i.currency, i.total_minor,
                       i.outstanding_minor, i.paid_minor, i.create_on, i.due_on, i.status,
                       i.visibility, i.line_count,
                       (SELECT platform_invoice_id FROM copy JOIN platform_invoice AS pi
                        ON pi.id = copy.platform_invoice_id WHERE copy.invoice_id = i.id
                        ORDER BY pi.state = 'archived', pi.created_at DESC LIMIT 1),
                       {_FROZEN}, {_PLATFORM}
                FROM invoice AS i WHERE i.id IN ({marks})"""  # noqa: S608 - marks only
            for row in self._file.sql(statement, part):
                found[row[0]] = _invoice_row(row)
        return [found[key] for key in keys if key in found]

    def line_rows(self, invoice_id: int) -> list[LineRow]:
        """The lines of one invoice in their order."""
        statement = """
            SELECT position, name, description, quantity, currency, unit_cost, amount_minor,
                   tax1_name, tax1_percent, tax2_name, tax2_percent
            FROM line WHERE invoice_id = ? ORDER BY position"""
        return [
            LineRow(
                id=f"line_{invoice_id}_{position}",
                name=name,
                description=description,
                quantity=quantity,
                unit_cost=unit,
                amount=Money(amount, currency),
                taxes=_taxes((name1, percent1), (name2, percent2)),
            )
            for (
                position,
                name,
                description,
                quantity,
                currency,
                unit,
                amount,
                name1,
                percent1,
                name2,
                percent2,
            ) in self._file.sql(statement, (invoice_id,))
        ]

    # ---- customers

    def count_platform_only(self) -> dict[str, int]:
        """How many invoices and customers were made on the platform and are none of the books'."""
        statement = """
            SELECT (SELECT COUNT(*) FROM platform_invoice AS i WHERE NOT EXISTS (
                       SELECT 1 FROM copy WHERE copy.platform_invoice_id = i.id)),
                   (SELECT COUNT(*) FROM platform_customer AS c WHERE NOT EXISTS (
                       SELECT 1 FROM intent WHERE kind = 'platform_customer' AND remote_id = c.id)
                    AND c.id NOT IN (
                       SELECT i.customer_id FROM copy JOIN platform_invoice AS i
                       ON i.id = copy.platform_invoice_id))"""
        [(invoices, customers)] = self._file.sql(statement)
        return {"platform_only_invoices": invoices, "platform_only_customers": customers}

    def customer_rows(self, only: int | None = None) -> list[CustomerRow]:
        """All customers by name, or one."""
        statement = """
            SELECT c.id, c.name, c.email, c.currency, c.visibility, there.remote_id,
                   COALESCE(pc.name, ''), COALESCE(pc.email, '')
            FROM customer AS c
            LEFT JOIN (SELECT leg, MAX(remote_id) AS remote_id FROM intent
                WHERE kind = 'platform_customer' AND remote_id IS NOT NULL GROUP BY leg) AS there
                ON there.leg = CAST(c.id AS TEXT)
            LEFT JOIN platform_customer AS pc ON pc.id = there.remote_id
            WHERE ?1 IS NULL OR c.id = ?1
            ORDER BY c.name COLLATE NOCASE, c.id"""
        return [
            CustomerRow(f"cus_{row[0]}", str(row[0]), *row[1:])
            for row in self._file.sql(statement, (only,))
        ]


def ordering(sorts: dict[str, str], query: TableQuery, tie: str = "id") -> str:
    """The ORDER BY of a query; ties are broken by id, so that the order is always the same.

    Raises `ValueError` for a column that cannot be sorted by: sorting by another one in silence
    would show a person something else than they asked for.
    """
    if query.sort not in sorts:
        raise ValueError(f"there is no sorting by {query.sort!r}")
    way = "DESC" if query.descending else "ASC"
    return f"{sorts[query.sort]} {way}, {tie} {way}"


def like(text: str) -> str:
    """A LIKE pattern that finds the text anywhere, its own wildcards taken literally."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _invoice_row(row: tuple[Any, ...]) -> InvoiceRow:
    day = DayField()
    currency = row[4]
    create_on = day.python_value(row[8])
    assert create_on is not None
    return InvoiceRow(
        id=f"inv_{row[0]}",
        freshbooks_id=str(row[0]),
        number=row[1],
        customer=row[2],
        customer_id=f"cus_{row[3]}",
        total=Money(row[5], currency),
        outstanding=Money(row[6], currency),
        paid=Money(row[7], currency),
        create_on=create_on,
        due_on=day.python_value(row[9]),
        status=row[10],
        visibility=row[11],
        lines=row[12],
        platform_invoice_id=row[13],
        frozen=bool(row[14]),
        platform=row[15],
    )


def _taxes(*taxes: tuple[str, str]) -> str:
    return ", ".join(
        f"{name} {percent} %" for name, percent in taxes if name and percent.strip("0.")
    )
