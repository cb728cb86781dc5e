"""What sync and posting ask of the books. The FreshBooks adaptor answers; so does a fake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from typing import Protocol

from fbrecon.domain.business import Identity
from fbrecon.domain.documents import BookPayment, Customer, Invoice
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft, PaymentScan
from fbrecon.domain.ids import InvoiceId, LedgerAccountId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money
from fbrecon.domain.pages import BooksQuery, Page, RowStamp
from fbrecon.domain.posting import WriteOutcome
from fbrecon.domain.postings import (
    EntryAbility,
    EntryDraft,
    EntryWay,
    Expense,
    ExpenseCategory,
    ExpenseDraft,
    ExpenseScan,
    Posting,
    PostingQuery,
    PostingWindow,
)
from fbrecon.sync.progress import CancelToken

__all__ = ["Books", "LedgerAccountDraft", "PaymentDraft", "PaymentScan"]


class Ledger(Protocol):
    """The ledger behind the books. Reads raise errors of `fbrecon.errors`; sends say outcomes."""

    def read_postings(
        self, query: PostingQuery, cancel: CancelToken, *, twice: bool = False
    ) -> PostingWindow:
        """All postings of a query in one reading.

        `twice`, where they come on several pages, reads until two readings in a row agree.
        """
        ...

    def find_base_currency(self) -> str | None:
        """The currency the books are kept in; None where that cannot be told."""
        ...

    def read_ability(self) -> EntryAbility:
        """Whether journal entries can be written, found by reading only."""
        ...

    def render_entry(self, draft: EntryDraft, way: EntryWay) -> bytes:
        """The exact body to be sent, frozen with the intent.

        Raises `ValueError` for one that is uneven, `Refused` for an account that it cannot name.
        """
        ...

    def send_entry(self, body: bytes) -> WriteOutcome:
        """Send a rendered entry once, on a fresh connection."""
        ...

    def entry_accounts(self, body: bytes) -> AbstractSet[tuple[LedgerAccountId | None, Money]]:
        """Which accounts a rendered entry posts to, each with its sum, debits positive."""
        ...

    def entry_differences(self, body: bytes, postings: Sequence[Posting]) -> tuple[str, ...]:
        """How an entry in the ledger differs from a body that was sent, in clauses."""
        ...

    def list_categories(self, cancel: CancelToken) -> list[ExpenseCategory]:
        """What an expense can be filed under."""
        ...

    def read_expenses(
        self, from_on: date, until_on: date, cancel: CancelToken, *, twice: bool
    ) -> ExpenseScan:
        """All expenses of these days, both included, live and deleted ones.

        `twice` reads until two readings in a row agree: where absence decides after a send.
        """
        ...

    def find_expense(self, expense_id: int) -> Expense | None:
        """One expense as it stands now, deleted ones too; None if there is none."""
        ...

    def render_expense(self, draft: ExpenseDraft) -> bytes:
        """The exact body to be sent, frozen with the intent."""
        ...

    def send_expense(self, body: bytes) -> WriteOutcome:
        """Record an expense once, on a fresh connection."""
        ...

    def expense_differences(self, body: bytes, expense: Expense) -> tuple[str, ...]:
        """How an expense differs from a body that was sent once, in clauses. Asks nobody."""
        ...

    def expense_changes(self, body: bytes, expense: Expense) -> tuple[str, ...]:
        """The same with its texts: what somebody has changed since it was sent. Asks nobody."""
        ...

    def render_expense_removal(self) -> bytes:
        """The exact body that takes an expense back, frozen with the intent."""
        ...

    def send_expense_removal(self, expense_id: str, body: bytes) -> WriteOutcome:
        """Delete an expense once, on a fresh connection."""
        ...


class Books(Protocol):
    """The books. Reads raise errors of `fbrecon.errors`; sends never raise, they say outcomes."""

    def get_identity(self) -> Identity:
        """Who is signed in and which businesses that covers."""
        ...

    def iter_customers(self, query: BooksQuery, cancel: CancelToken) -> Iterator[Page[Customer]]:
        """Pages of customers."""
        ...

    def iter_invoices(self, query: BooksQuery, cancel: CancelToken) -> Iterator[Page[Invoice]]:
        """Pages of invoices with their lines."""
        ...

    def iter_payments(self, query: BooksQuery, cancel: CancelToken) -> Iterator[Page[BookPayment]]:
        """Pages of payments and credit rows."""
        ...

    def iter_stamps(
        self, resource: str, query: BooksQuery, cancel: CancelToken
    ) -> Iterator[Page[RowStamp]]:
        """Pages of customers, invoices or payments, of each row only what tells if it changed.

        The pages are those that the list itself has for the same query. A row of which not even
        that can be read is among the odd ones with its id.
        """
        ...

    def read_ledger_accounts(self) -> Page[LedgerAccount]:
        """The whole chart of accounts."""
        ...

    def find_invoice(self, invoice_id: InvoiceId) -> Invoice | None:
        """One invoice with its lines as it stands now, deleted ones too; None if there is none."""
        ...

    def find_payment(self, payment_id: str) -> BookPayment | None:
        """One payment as it stands now, deleted ones too; None if there is none."""
        ...

    def scan_payments(self, invoice_id: InvoiceId, cancel: CancelToken) -> PaymentScan:
        """Every payment of the invoice: live, archived and deleted rows, all pages."""
        ...

    def read_payments(self, invoice_id: InvoiceId, cancel: CancelToken) -> PaymentScan:
        """The same in one reading a list, before a first send: live and deleted rows are two lists.

        What one page does not hold, or does not add up, is read as `scan_payments` does.
        """
        ...

    def find_payments(self, payment_ids: Sequence[str], cancel: CancelToken) -> list[BookPayment]:
        """Those of up to a hundred payments that a list shows; others may be there as well."""
        ...

    def find_invoices(self, invoice_ids: Sequence[InvoiceId], cancel: CancelToken) -> list[Invoice]:
        """Those of up to a hundred invoices that a list shows, with lines; others may be there."""
        ...

    def room_to_read(self) -> int:
        """How many more reads the service's own limits allow now; 0 where it does not say."""
        ...

    def seconds_to_rest(self) -> float:
        """How long writes have to rest by the service's own limits; 0.0 for not at all."""
        ...

    def render_payment(self, draft: PaymentDraft) -> bytes:
        """The exact body to be sent, frozen with the intent."""
        ...

    def send_payment(self, body: bytes) -> WriteOutcome:
        """Send a rendered payment once, on a fresh connection."""
        ...

    def payment_differences(self, body: bytes, payment: BookPayment) -> tuple[str, ...]:
        """How a payment differs from a body that was sent once, in clauses; empty if it is equal.

        Compares sum, currency, invoice, date, type and note. Asks nobody.
        """
        ...

    def render_payment_removal(self) -> bytes:
        """The exact body that takes a payment back, frozen with the intent."""
        ...

    def send_payment_removal(self, payment_id: str, body: bytes) -> WriteOutcome:
        """Delete a payment once, on a fresh connection; its invoice opens again."""
        ...

    def render_ledger_account(self, draft: LedgerAccountDraft) -> bytes:
        """The exact body to be sent, frozen with the intent."""
        ...

    def send_ledger_account(self, body: bytes) -> WriteOutcome:
        """Create a ledger account once, on a fresh connection."""
        ...

    def service_time(self) -> datetime | None:
        """What time it was at the service when it last answered (UTC); None before it did."""
        ...

    @property
    def ledger(self) -> Ledger | None:
        """The ledger behind these books; None where it is out of reach altogether."""
        ...

    @property
    def requests_made(self) -> int:
        """Requests sent so far by this adaptor, for the run's report."""
        ...

    def invoice_link(self, invoice_id: InvoiceId) -> str:
        """Address of the invoice in FreshBooks for a person to open."""
        ...

    def customer_link(self, customer_id: int) -> str:
        """Address of the customer in FreshBooks for a person to open."""
        ...

    def expense_link(self, expense_id: str) -> str:
        """Address of the expense in FreshBooks for a person to open."""
        ...
