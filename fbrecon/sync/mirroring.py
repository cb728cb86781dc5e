"""The resources of the books: how each is fetched, and how its pages go into the company file.

One page is one write transaction; no request is made inside one. Rows that cannot be read are set
aside and named; the page goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fbrecon.clock import Clock
from fbrecon.domain.documents import Invoice
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.moments import eastern_day
from fbrecon.domain.pages import BooksQuery, Page
from fbrecon.domain.runs import Cursor, Phase
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

BOOKS_RESOURCES = ("customers", "invoices", "payments")
TALLY_NAMES = {"payments": "freshbooks_payments"}


@dataclass(frozen=True, slots=True)
class Resource:
    """How one resource is fetched and stored; `find` reads one row where the books can tell it."""

    name: str
    title: str
    fetch: Callable[[BooksQuery, CancelToken], Iterator[Page[Any]]]
    store: Callable[[Sequence[Any], Tally], None]
    find: Callable[[int], Any | None] | None = None
    by_date: bool = False

    @property
    def tally_name(self) -> str:
        """What the report calls it."""
        return TALLY_NAMES.get(self.name, self.name)


class Mirroring:
    """Keeps fetched pages of one company's books."""

    def __init__(self, books: Books, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

        def find_invoice(number: int) -> Any | None:
            return books.find_invoice(InvoiceId(number))

        def find_payment(number: int) -> Any | None:
            return books.find_payment(str(number))

        self.resources = {
            "customers": Resource("customers", "Customers", books.iter_customers, self._customers),
            "invoices": Resource(
                "invoices", "Invoices", books.iter_invoices, self._invoices, find_invoice, True
            ),
            "payments": Resource(
                "payments", "Payments", books.iter_payments, self._payments, find_payment, True
            ),
        }

    def keep(
        self, resource: Resource, page: Page[Any], tally: Tally, cursor: Cursor | None = None
    ) -> set[int]:
        """Store a page, with the cursor in the same transaction; returns the ids that came."""
        with self._stores.write():
            resource.store(page.records, tally)
            self.set_aside(resource.name, page, tally)
            if cursor is not None:
                self._stores.journal.keep_cursor(cursor)
        came = {int(record.id) for record in page.records}
        return came.union(int(row.id) for row in page.odd if row.id.isdecimal())

    def set_aside(self, name: str, page: Page[Any], tally: Tally) -> None:
        """Name the rows of a page that could not be read; forget those that can be read now."""
        journal = self._stores.journal
        journal.set_aside(name, page.odd, self._clock.now())
        journal.readable_again(name, [str(record.id) for record in page.records])
        tally.odd(TALLY_NAMES.get(name, name), page.odd)

    # ---- storing

    def _customers(self, records: Sequence[Any], tally: Tally) -> None:
        tally.resources["customers"].add(self._stores.books.save_customers(records))

    def _invoices(self, records: Sequence[Invoice], tally: Tally) -> None:
        invoices, lines = self._stores.books.save_invoices(records)
        tally.resources["invoices"].add(invoices)
        tally.resources["lines"].add(lines)
        if invoices.changed:
            self._suspect_deleted_payments(records)

    def _payments(self, records: Sequence[Any], tally: Tally) -> None:
        tally.resources["freshbooks_payments"].add(self._stores.books.save_payments(records))

    def _suspect_deleted_payments(self, records: Sequence[Invoice]) -> None:
        """An invoice that is paid by less than its known payments has lost one of them.

        The list of changed payments does not show deleted ones, so the next reading of payments
        is told to look among those, too.
        """
        cursor = self._stores.journal.cursor("payments")
        if cursor.phase is not Phase.LIVE:
            return  # deleted payments are read anyway before it is
        short = self._stores.census.list_paid_short([invoice.id for invoice in records])
        days = [eastern_day(i.updated_at) for i in records if i.id in short]
        if cursor.deleted_since is not None:
            days.append(cursor.deleted_since)
        if days:
            self._stores.journal.keep_cursor(replace(cursor, deleted_since=min(days)))
