"""The books in memory: answers as FreshBooks does, as far as sync and posting can tell.

Rows are listed newest id first. Deleting an invoice leaves its `updated` alone, an overpayment is
truncated without a refusal, and lists may lag behind what was written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from fbrecon.clock import Clock, eastern_day
from fbrecon.domain.business import Business, Identity
from fbrecon.domain.documents import (
    BookPayment,
    Customer,
    Invoice,
    InvoiceStatus,
    Line,
    Method,
    Visibility,
)
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft, PaymentScan
from fbrecon.domain.ids import BookPaymentId, CustomerId, InvoiceId, LedgerAccountId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money
from fbrecon.domain.pages import BooksQuery, OddRow, Page, RowStamp
from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.errors import Unreadable
from fbrecon.platforms.port import Cancel
from fbrecon.sync.ports import Ledger
from tests.fakes.send_script import SendScript, applied, refused

Row = TypeVar("Row", Customer, Invoice, BookPayment)

BUSINESS = Business("11", "acc11", "uuid-11", "Harbor Light", "owner", "America/New_York")
TYPES = {Method.CARD: "Credit Card", Method.ACH: "ACH", Method.OTHER: "Other"}


class FakeBooks:
    """Implements `fbrecon.sync.ports.Books`; the other methods are what people do in FreshBooks."""

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
        self.rest = 0.0  # seconds for which writes have to rest
        self.claims_more = 0  # rows that a list counts and does not show
        self.hidden: set[int] = set()  # rows that no list shows, though they are there
        self._shown_from: dict[int, float] = {}
        self._next_id = 100
        self._requests = 0
        self._answered_at: datetime | None = None

    # ---- what people do

    def add_customer(self, name: str = "Kestrel Freight", currency: str = "USD") -> CustomerId:
        """A new customer."""
        number = CustomerId(self._new_id())
        email = f"{name.split()[0].lower()}@example.com"
        self.customers[number] = Customer(
            number, name, email, currency, Visibility.ACTIVE, self.clock.now()
        )
        return number

    def add_invoice(
        self,
        *amounts: int,
        customer: CustomerId | None = None,
        currency: str = "USD",
        on: date | None = None,
        due: date | None = None,
        status: InvoiceStatus = InvoiceStatus.OPEN,
    ) -> InvoiceId:
        """A new invoice with one line for each amount in minor units."""
        customer = customer or next(iter(self.customers), None) or self.add_customer()  # type: ignore[assignment]
        assert customer is not None
        number = InvoiceId(self._new_id())
        lines = tuple(
            Line(place, f"Work {place}", "", "1", "0", Money(minor, currency))
            for place, minor in enumerate(amounts or (10_000,), 1)
        )
        full = Money(sum(line.amount.minor for line in lines), currency)
        zero = Money.zero(currency)
        self.invoices[number] = Invoice(
            number,
            f"{number:07d}",
            customer,
            self.customers[customer].name,
            full,
            full,
            zero,
            zero,
            on or self._today(),
            due,
            status,
            Visibility.ACTIVE,
            self.clock.now(),
            lines,
        )
        return number

    def edit_invoice(self, invoice_id: int, minor: int | None = None, **changes: object) -> None:
        """Change an invoice; `minor` makes it one line of that sum."""
        invoice = self.invoices[invoice_id]
        if minor is not None:
            amount = Money(minor, invoice.total.currency)
            line = replace(invoice.lines[0], amount=amount)
            changes |= {"total": amount, "lines": (line,)}
        edited = replace(invoice, **changes)  # type: ignore[arg-type]
        self.invoices[invoice_id] = edited
        self._recount(invoice_id)

    def delete_invoice(self, invoice_id: int) -> None:
        """Delete an invoice: its `updated` and its payments stay as they were."""
        self.invoices[invoice_id] = replace(
            self.invoices[invoice_id], visibility=Visibility.DELETED
        )

    def lose(self, row_id: int) -> None:
        """A row is there no more, and nothing tells of it."""
        for rows in (self.customers, self.invoices, self.payments):
            rows.pop(row_id, None)

    def pay_by_hand(
        self, invoice_id: int, minor: int, on: date | None = None, note: str = ""
    ) -> BookPaymentId:
        """A person records a payment."""
        return self._add_payment(invoice_id, minor, on or self._today(), "Check", note).id

    def delete_payment(self, payment_id: int) -> None:
        """Delete a payment; its invoice opens again."""
        self.edit_payment(payment_id, visibility=Visibility.DELETED)

    def edit_payment(self, payment_id: int, **changes: object) -> None:
        """Change a payment."""
        payment = replace(
            self.payments[payment_id],
            updated_at=self.clock.now(),
            **changes,  # type: ignore[arg-type]
        )
        self.payments[payment_id] = payment
        self._recount(payment.invoice_id)

    def add_account(
        self, name: str, kind: str = "asset", sub_type: str = "Current Asset", **more: object
    ) -> LedgerAccountId:
        """A ledger account."""
        number = LedgerAccountId(f"uuid-{self._new_id()}")
        account = LedgerAccount(number, name, "", kind, sub_type, None, "", "active", False)
        self.accounts[number] = replace(account, **more)  # type: ignore[arg-type]
        return number

    def live_with(self, marker: str) -> list[BookPayment]:
        """The live payments whose note carries the marker."""
        return [
            p
            for p in self.payments.values()
            if marker in p.note and p.visibility is not Visibility.DELETED
        ]

    # ---- the port: reading

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

    def seconds_to_rest(self) -> float:
        return self.rest

    def invoice_link(self, invoice_id: InvoiceId) -> str:
        return f"https://books.example/{invoice_id}"

    def service_time(self) -> datetime | None:
        return self._answered_at

    @property
    def requests_made(self) -> int:
        return self._requests

    # ---- the port: writing

    def render_payment(self, draft: PaymentDraft) -> bytes:
        return json.dumps(
            {
                "invoice": draft.invoice_id,
                "amount": draft.amount.minor,
                "currency": draft.amount.currency,
                "date": draft.paid_on.isoformat(),
                "type": TYPES[draft.method],
                "note": draft.note,
            }
        ).encode()

    def send_payment(self, body: bytes) -> WriteOutcome:
        self._requests += 1
        return self.payment_sends.send(body, lambda: self._take_payment(json.loads(body)))

    def _take_payment(self, sent: dict[str, object]) -> WriteOutcome:
        invoice = self.invoices.get(int(str(sent["invoice"])))
        minor = int(str(sent["amount"]))
        if invoice is None or sent["currency"] != invoice.total.currency or minor <= 0:
            return refused("There is no such invoice in that currency.")
        day = date.fromisoformat(str(sent["date"]))
        made = self._add_payment(invoice.id, minor, day, str(sent["type"]), str(sent["note"]))
        self._shown_from[made.id] = self.clock.monotonic() + self.list_lag
        if made.amount.minor != minor:
            summary = f"{made.amount} was recorded."
            return WriteOutcome(OutcomeClass.APPLIED_DIFFERENT, summary, str(made.id), 200)
        return applied(str(made.id))

    def payment_differences(self, body: bytes, payment: BookPayment) -> tuple[str, ...]:
        sent = json.loads(body)
        there = {
            "invoice": payment.invoice_id,
            "amount": payment.amount.minor,
            "currency": payment.amount.currency,
            "date": payment.paid_on.isoformat(),
            "type": payment.method,
            "note": payment.note,
        }
        return tuple(f"its {name} is {is_}" for name, is_ in there.items() if is_ != sent[name])

    def render_payment_removal(self) -> bytes:
        return b"delete"

    def send_payment_removal(self, payment_id: str, body: bytes) -> WriteOutcome:
        assert body == b"delete"
        self._requests += 1
        return self.removal_sends.send(body, lambda: self._take_removal(int(payment_id)))

    def _take_removal(self, payment_id: int) -> WriteOutcome:
        if payment_id not in self.payments:
            return refused("There is no such payment.")
        self.delete_payment(payment_id)
        return applied(str(payment_id))

    def render_ledger_account(self, draft: LedgerAccountDraft) -> bytes:
        return json.dumps([draft.name, draft.sub_type, draft.description]).encode()

    def send_ledger_account(self, body: bytes) -> WriteOutcome:
        self._requests += 1
        return self.account_sends.send(body, lambda: self._take_account(*json.loads(body)))

    def _take_account(self, name: str, sub_type: str, description: str) -> WriteOutcome:
        del description
        if any(a.name.casefold() == name.casefold() for a in self.accounts.values()):
            return refused("An account of that name already exists.")
        kind = "expense" if "Expense" in sub_type else "asset"
        return applied(self.add_account(name, kind, sub_type))

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

    def _add_payment(
        self, invoice_id: int, minor: int, on: date, kind: str, note: str
    ) -> BookPayment:
        invoice = self.invoices[invoice_id]
        taken = max(0, min(minor, invoice.outstanding.minor))
        number = BookPaymentId(self._new_id())
        blank = BookPayment(
            number, InvoiceId(invoice_id), invoice.customer_id, None,
            Money(taken, invoice.total.currency), on, kind, note, "", None, False,
            Visibility.ACTIVE, self.clock.now(),
        )  # fmt: skip
        if taken < minor:
            credit = BookPaymentId(self._new_id())
            rest = Money(minor - taken, invoice.total.currency)
            self.payments[credit] = replace(
                blank, id=credit, invoice_id=None, credit_id=credit + 9000, amount=rest, note=""
            )
            blank = replace(blank, overpayment_id=credit)
        self.payments[number] = blank
        self._recount(invoice_id)
        return blank

    def _recount(self, invoice_id: int | None) -> None:
        if invoice_id is None:
            return
        invoice = self.invoices[invoice_id]
        live = [
            p.amount.minor
            for p in self.payments.values()
            if p.invoice_id == invoice_id and p.visibility is Visibility.ACTIVE
        ]
        paid = Money(sum(live), invoice.total.currency)
        due = invoice.total - paid
        status = invoice.status
        if status not in (InvoiceStatus.DRAFT, InvoiceStatus.DISPUTED):
            status = (
                InvoiceStatus.PAID if due.minor <= 0 and live
                else InvoiceStatus.PARTIAL if live else InvoiceStatus.OPEN
            )  # fmt: skip
        self.invoices[invoice_id] = replace(
            invoice, paid=paid, outstanding=due, status=status, updated_at=self.clock.now()
        )

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
