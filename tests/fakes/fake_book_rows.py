"""How the books in memory are read: whole, by id, page after page, newest id first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock, eastern_day
from fbrecon.domain.business import Business, Identity
from fbrecon.domain.documents import (
    BookPayment,
    Customer,
    Invoice,
    Method,
    Visibility,
)
from fbrecon.domain.drafts import PaymentScan
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.pages import BooksQuery, OddRow, Page, RowStamp
from fbrecon.errors import Unreadable
from fbrecon.sync.ports import Ledger
from tests.fakes.send_script import SendScript

Row = TypeVar("Row", Customer, Invoice, BookPayment)

BUSINESS = Business("11", "acc11", "uuid-11", "Harbor Light", "owner", "America/New_York")
TYPES = {Method.CARD: "Credit Card", Method.ACH: "ACH", Method.OTHER: "Other"}


class FakeBookRows:
    """What the books hold and how `fbrecon.sync.ports.Books` reads it."""

    def __init__(self, clock: Clock, *, page_size: int = 4) -> None:
        self.clock = clock
        self.ledger: Ledger | None = None
        self.page_size = page_size
        self.identity = Identity("7", "keeper@example.com", (BUSINESS,))
        self.customers: dict[int, Customer] = {}
        self.invoices: dict[int, Invoice] = {}
        self.payments: dict[int, BookPayment] = {}
        self.accounts: dict[str, LedgerAccount] = {}
        self.odd: dict[tuple[str, int], str] = {}
        self.asked: list[tuple[str, int, BooksQuery]] = []
        self.on_read: Callable[[str, int], None] | None = None
        self.payment_sends = SendScript(clock.monotonic)
        self.removal_sends = SendScript(clock.monotonic)
        self.account_sends = SendScript(clock.monotonic)
        self.list_lag = 0.0  # seconds until a new payment shows in lists
        self.room = 0  # reads that are allowed at the same time; 0: nothing is said of it
        self.rest = 0.0  # seconds for which writes have to rest
        self.claims_more = 0  # rows that a list counts and does not show
        self.hidden: set[int] = set()  # rows that no list shows, though they are there
        self._shown_from: dict[int, float] = {}
        self._next_id = 100
        self._requests = 0
        self._answered_at: datetime | None = None

    def get_identity(self) -> Identity:
        self._read("identity", 1)
        return self.identity

    def iter_customers(self, query: BooksQuery, cancel: Cancel) -> Iterator[Page[Customer]]:
        return self._pages("customers", self.customers.values, query, cancel, None)

    def iter_invoices(self, query: BooksQuery, cancel: Cancel) -> Iterator[Page[Invoice]]:
        rows = self.invoices
        return self._pages("invoices", rows.values, query, cancel, lambda i: i.create_on)

    def iter_payments(self, query: BooksQuery, cancel: Cancel) -> Iterator[Page[BookPayment]]:
        return self._pages("payments", self._listed, query, cancel, lambda p: p.paid_on)

    def iter_stamps(
        self, resource: str, query: BooksQuery, cancel: Cancel
    ) -> Iterator[Page[RowStamp]]:
        rows: dict[str, Callable[[], Iterable[Customer | Invoice | BookPayment]]] = {
            "customers": self.customers.values,
            "invoices": self.invoices.values,
            "payments": self._listed,
        }
        for found, number, pages, total in self._walk(
            f"{resource}:stamps", rows[resource], query, cancel, None
        ):
            stamps = tuple(RowStamp(row.id, row.visibility, row.updated_at) for row in found)
            yield Page(stamps, (), number, pages, total)

    def read_ledger_accounts(self) -> Page[LedgerAccount]:
        self._read("accounts", 1)
        return Page(tuple(self.accounts.values()), (), 1, 1, len(self.accounts))

    def find_invoice(self, invoice_id: InvoiceId) -> Invoice | None:
        self._read("invoice", int(invoice_id))
        self._refuse_odd("invoices", int(invoice_id))
        return self.invoices.get(invoice_id)

    def find_payment(self, payment_id: str) -> BookPayment | None:
        self._read("payment", int(payment_id))
        self._refuse_odd("payments", int(payment_id))
        return self.payments.get(int(payment_id))

    def scan_payments(self, invoice_id: InvoiceId, cancel: Cancel) -> PaymentScan:
        cancel.raise_if_cancelled()
        self._read("scan", int(invoice_id))
        found = [p for p in self._listed() if p.invoice_id == invoice_id]
        return PaymentScan(tuple(found), complete=not self.claims_more)

    def read_payments(self, invoice_id: InvoiceId, cancel: Cancel) -> PaymentScan:
        return self.scan_payments(invoice_id, cancel)

    def find_payments(self, payment_ids: Sequence[str], cancel: Cancel) -> list[BookPayment]:
        cancel.raise_if_cancelled()
        self._read("payments by id", len(payment_ids))
        live = [p for p in self._listed() if p.visibility is not Visibility.DELETED]
        return [p for p in live if str(p.id) in payment_ids and ("payments", p.id) not in self.odd]

    def find_invoices(self, invoice_ids: Sequence[InvoiceId], cancel: Cancel) -> list[Invoice]:
        cancel.raise_if_cancelled()
        self._read("invoices by id", len(invoice_ids))
        live = [i for i in self.invoices.values() if i.visibility is not Visibility.DELETED]
        return [i for i in live if i.id in invoice_ids and ("invoices", i.id) not in self.odd]

    def room_to_read(self) -> int:
        return self.room

    def seconds_to_rest(self) -> float:
        return self.rest

    def invoice_link(self, invoice_id: InvoiceId) -> str:
        return f"https://books.example/{invoice_id}"

    def customer_link(self, customer_id: int) -> str:
        return f"https://books.example/customer/{customer_id}"

    def expense_link(self, expense_id: str) -> str:
        return f"https://books.example/expense/{expense_id}"

    def service_time(self) -> datetime | None:
        return self._answered_at

    @property
    def requests_made(self) -> int:
        return self._requests

    # ---- inside

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id

    def _today(self) -> date:
        return eastern_day(self.clock.now())

    def _read(self, what: str, number: int) -> None:
        self._requests += 1
        self.payment_sends.arrive()
        self.removal_sends.arrive()
        self.account_sends.arrive()
        if self.on_read is not None:
            self.on_read(what, number)
        self._answered_at = self.clock.now()

    def _refuse_odd(self, resource: str, number: int) -> None:
        problem = self.odd.get((resource, number))
        if problem is not None:
            raise Unreadable("A record cannot be read", problem, "Check it in FreshBooks.")

    def _listed(self) -> list[BookPayment]:
        """Payments that lists show by now."""
        now = self.clock.monotonic()
        return [p for p in self.payments.values() if self._shown_from.get(p.id, now) <= now]

    def _pages(
        self,
        name: str,
        rows: Callable[[], Iterable[Row]],
        query: BooksQuery,
        cancel: Cancel,
        day_of: Callable[[Row], date] | None,
    ) -> Iterator[Page[Row]]:
        for page, number, pages, total in self._walk(name, rows, query, cancel, day_of):
            odd = [row for row in page if (name, int(row.id)) in self.odd]
            yield Page(
                tuple(row for row in page if row not in odd),
                tuple(OddRow(name, str(row.id), self.odd[name, int(row.id)]) for row in odd),
                number,
                pages,
                total,
            )

    def _walk(
        self,
        name: str,
        rows: Callable[[], Iterable[Any]],
        query: BooksQuery,
        cancel: Cancel,
        day_of: Callable[[Any], date] | None,
    ) -> Iterator[tuple[list[Any], int, int, int]]:
        """The rows of each page, its number, how many pages there are and how many rows."""
        number = query.first_page
        while True:
            cancel.raise_if_cancelled()
            self.asked.append((name, number, query))
            self._read(name, number)
            found = [row for row in rows() if _passes(row, query, day_of)]
            found = [row for row in found if int(row.id) not in self.hidden]
            found.sort(key=lambda row: -row.id)
            first = (number - 1) * self.page_size
            page = found[first : first + self.page_size]
            pages = -(-len(found) // self.page_size)
            yield page, number, pages, len(found) + self.claims_more
            if not page or number >= pages:
                return
            number += 1


def _passes(row: Row, query: BooksQuery, day_of: Callable[[Row], date] | None) -> bool:
    if (row.visibility is Visibility.DELETED) is not query.deleted:
        return False
    if query.updated_since is not None and eastern_day(row.updated_at) < query.updated_since:
        return False
    if day_of is None:
        return True
    day = day_of(row)
    return not (
        (query.from_on is not None and day < query.from_on)
        or (query.before_on is not None and day >= query.before_on)
    )


def years_ago(clock: Clock, years: float) -> date:
    """A day that many years before the clock's."""
    return eastern_day(clock.now() - timedelta(days=round(365.25 * years)))
