"""Tables as a person looks at them: first the ids of all rows in order, then windows by id.

Sorting and filtering happen in SQL over indexed columns; what is shown of a row is read only for
the rows in sight.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from fbrecon.domain.money import Money
from fbrecon.domain.overview import InvoiceRow, LineRow, TableQuery
from fbrecon.domain.typed_sums import list_ranges
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import DayField
from fbrecon.store.repositories.table_keys import UNUSED, Filters, TextSearch, ordering

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
_INVOICE_SEARCH = TextSearch("invoice_text", ("number", "customer_name"))
_AT_ONCE = 20_000  # invoices in a transaction: others write in between
_SOON = 2_000  # so many invoices are taught to the search at once, before it is used
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
_PLATFORM = f"""CASE WHEN EXISTS ({_COPIES} AND li.state <> 'archived') THEN 'listed'
    WHEN NOT ({_OPEN}) THEN '' WHEN EXISTS ({_COPIES}) THEN 'archived' ELSE 'waits' END"""


class Listing:
    """Reads the tables of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- invoices

    def refresh(self) -> None:
        """Teach the search for invoices what it does not know yet, in short writes."""
        due = f"SELECT id FROM invoice_due ORDER BY id LIMIT {_AT_ONCE}"  # noqa: S608
        while self._file.sql("SELECT 1 FROM invoice_due LIMIT 1"):
            with self._file.write():
                self._file.sql(f"DELETE FROM invoice_text WHERE rowid IN ({due})")  # noqa: S608
                self._file.sql(
                    f"""INSERT INTO invoice_text (rowid, number, customer)
                    SELECT id, number, customer_name FROM invoice WHERE id IN ({due})"""  # noqa: S608
                )
                self._file.sql(f"DELETE FROM invoice_due WHERE id IN ({due})")  # noqa: S608

    def invoice_ids(self, query: TableQuery) -> array[int]:
        """Ids of all invoices that the query lets through, in its order."""
        filters = Filters("create_on", "currency", index="invoice_by_create")
        filters.search(_INVOICE_SEARCH, "id", query.text, indexed=self._is_search_current(query))
        filters.add_period_and_currency(query)
        if query.status == "archived":
            filters.add("visibility = 'archived'")
        elif query.status == "deleted":
            filters.add(f"visibility IN {UNUSED}")
        elif query.status == "on_platform":
            filters.add("id IN (SELECT invoice_id FROM copy)")
        elif query.status:
            filters.add(f"status = ? AND visibility NOT IN {UNUSED}", query.status)
        order = ordering(INVOICE_SORTS, query)
        return filters.keys(self._file, "id", "invoice", order, query.limit)

    def owed_ids(
        self, query: TableQuery, first: Sequence[int] = (), amount: Money | None = None
    ) -> array[int]:
        """Ids of the invoices that a payment can go to: owed and no drafts, or among the `first`;
        none that is deleted.

        The query's text is looked for in number and customer, and as a sum, outstanding or total.
        Sorted by `left`, `first` come first and then those whose outstanding sum is nearest to the
        amount, or the newest where that is not known.
        """
        filters = Filters("create_on", "currency")
        listed = ", ".join(f"{key:d}" for key in first)
        owed = f"(outstanding_minor > 0 AND status <> 'draft' OR id IN ({listed}))"
        filters.add(f"{owed} AND visibility NOT IN {UNUSED}")
        filters.add_period_and_currency(query)
        codes = [query.currency] if query.currency else self._invoice_currencies()
        sums = [
            (f"(currency = ? AND {column} BETWEEN ? AND ?)", (code, *found))
            for code in codes
            for found in list_ranges(query.text, code)
            for column in ("outstanding_minor", "total_minor")
        ]
        is_current = self._is_search_current(query)
        filters.search(_INVOICE_SEARCH, "id", query.text, indexed=is_current, others=sums)
        if query.sort != "left":
            order = ordering(INVOICE_SORTS, query)
        else:
            way = "DESC" if query.descending else "ASC"
            places = "".join(f" WHEN {key:d} THEN {n:d}" for n, key in enumerate(first))
            ranks = [f"CASE id{places} ELSE {len(first):d} END"] if first else []
            if amount is not None:
                ranks.append(f"ABS(outstanding_minor - {amount.minor:d})")
            order = ", ".join([*(f"{rank} {way}" for rank in ranks), "create_on DESC", "id DESC"])
        return filters.keys(self._file, "id", "invoice", order, query.limit)

    def _invoice_currencies(self) -> list[str]:
        return [code for (code,) in self._file.sql("SELECT DISTINCT currency FROM invoice")]

    def _is_search_current(self, query: TableQuery) -> bool:
        """While a first copy is made, looking through all is quicker than teaching the search."""
        if not query.text:
            return True
        [(due,)] = self._file.sql(f"SELECT COUNT(*) FROM (SELECT 1 FROM invoice_due LIMIT {_SOON})")  # noqa: S608
        if 0 < due < _SOON:
            self.refresh()
        return bool(due < _SOON)

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

    def currencies(self) -> list[str]:
        """The currencies of invoices and payments, sorted."""
        statement = """SELECT currency FROM invoice UNION
            SELECT currency FROM payment_face WHERE currency <> '' ORDER BY 1"""
        return [str(code) for (code,) in self._file.sql(statement)]

    def rows_of_customer(self, customer_id: int, most: int) -> list[InvoiceRow]:
        """The newest invoices of one customer, newest first; deleted ones at the end."""
        keys = self._file.sql(
            f"""SELECT id FROM invoice WHERE customer_id = ?
            ORDER BY visibility IN {UNUSED}, create_on DESC, id DESC LIMIT ?""",  # noqa: S608
            (customer_id, most),
        )
        return self.invoice_rows([key for (key,) in keys])

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

    # ---- what the platform alone has

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
        platform="paid" if row[14] else row[15],
    )


def _taxes(*taxes: tuple[str, str]) -> str:
    return ", ".join(
        f"{name} {percent} %" for name, percent in taxes if name and percent.strip("0.")
    )
