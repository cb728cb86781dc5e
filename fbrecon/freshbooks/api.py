"""The books of one business at FreshBooks: what sync and posting may ask of them.

Reads raise errors of `fbrecon.errors`; sends return outcomes and never raise. Nothing here decides
what is to be written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec
from msgspec import Raw

from fbrecon.cancelling import Cancel, at_hand
from fbrecon.domain.business import Business, Identity
from fbrecon.domain.documents import BookPayment, Customer, Invoice
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft, PaymentScan
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.pages import BooksQuery, Page, RowStamp
from fbrecon.domain.posting import WriteOutcome
from fbrecon.errors import NotFound
from fbrecon.freshbooks import render
from fbrecon.freshbooks.endpoints import (
    IDENTITY_PATH,
    WITH_LINES,
    Params,
    accounting_path,
    fetch_page,
    iter_pages,
    ledger_path,
    query_params,
    read_result,
)
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import UNKNOWN_RESOURCE, error_for, find_failure, unreadable
from fbrecon.freshbooks.fields import FieldError
from fbrecon.freshbooks.judging import (
    judge_ledger_account,
    judge_payment,
    judge_payment_removal,
    payment_differences,
)
from fbrecon.freshbooks.ledger import FreshBooksLedger
from fbrecon.freshbooks.outcomes import send
from fbrecon.freshbooks.parse import (
    read_customer,
    read_identity,
    read_invoice,
    read_ledger_account,
    read_payment,
    read_rows,
    stamp_reader,
)
from fbrecon.freshbooks.scan import read_invoice_payments, scan_invoice_payments
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.freshbooks.wire import IdentityEnvelope, LedgerListEnvelope, decode

R = TypeVar("R")

# Where a resource is listed, its name in the answer, the other name of its id, whether it is dated.
_LISTS = {
    "customers": ("users/clients", "clients", "userid", False),
    "invoices": ("invoices/invoices", "invoices", "invoiceid", True),
    "payments": ("payments/payments", "payments", "logid", True),
}


class FreshBooksBooks:
    """The books of one business. Safe for all threads; `close` when done."""

    def __init__(self, transport: FreshBooksTransport, business: Business, web_base: str) -> None:
        self.business = business
        self._transport = transport
        self._web_base = web_base
        self._ledger = FreshBooksLedger(transport, business)

    def service_time(self) -> datetime | None:
        """What time it was at the service when it last answered (UTC); None before it did."""
        return self._transport.service_time

    @property
    def requests_made(self) -> int:
        """Requests sent so far, repeated ones included; renewing the sign-in is not counted."""
        return self._transport.requests_made

    @property
    def ledger(self) -> FreshBooksLedger:
        """The ledger behind these books, over the same connections."""
        return self._ledger

    def close(self) -> None:
        """Close the kept connections."""
        self._transport.close()

    def get_identity(self) -> Identity:
        """Who is signed in and which businesses that covers."""
        return get_identity(self._transport)

    def iter_customers(self, query: BooksQuery, cancel: Cancel) -> Iterator[Page[Customer]]:
        """Pages of customers; a query's document dates mean nothing to them."""
        params = query_params(query, dated=False)
        first = query.first_page
        return self._pages("users/clients", "clients", read_customer, params, cancel, first)

    def iter_invoices(self, query: BooksQuery, cancel: Cancel) -> Iterator[Page[Invoice]]:
        """Pages of invoices with their lines."""
        params = [*query_params(query, dated=True), WITH_LINES]
        first = query.first_page
        return self._pages("invoices/invoices", "invoices", read_invoice, params, cancel, first)

    def iter_payments(self, query: BooksQuery, cancel: Cancel) -> Iterator[Page[BookPayment]]:
        """Pages of payments and credit rows."""
        params = query_params(query, dated=True)
        first = query.first_page
        return self._pages("payments/payments", "payments", read_payment, params, cancel, first)

    def iter_stamps(
        self, resource: str, query: BooksQuery, cancel: Cancel
    ) -> Iterator[Page[RowStamp]]:
        """Pages of a list, of each row only what tells if it changed; invoices without lines."""
        path, key, field, dated = _LISTS[resource]
        params = query_params(query, dated=dated)
        return self._pages(path, key, stamp_reader(field), params, cancel, query.first_page)

    def read_ledger_accounts(self) -> Page[LedgerAccount]:
        """The whole chart of accounts; it comes in one piece."""
        path = ledger_path(self.business.uuid)
        return self._transport.get(path, [], self._read_ledger, at_hand())

    def find_invoice(self, invoice_id: InvoiceId) -> Invoice | None:
        """One invoice with its lines as it stands now, deleted ones too; None if there is none."""
        invoice = self._find(
            f"invoices/invoices/{int(invoice_id)}", "invoice", read_invoice, [WITH_LINES]
        )
        if invoice is not None and invoice.id != invoice_id:
            raise unreadable("invoice.id")
        return invoice

    def find_payment(self, payment_id: str) -> BookPayment | None:
        """One payment as it stands now, deleted ones too; None if there is none."""
        if not payment_id.isdecimal():
            return None
        payment = self._find(f"payments/payments/{int(payment_id)}", "payment", read_payment, [])
        if payment is not None and payment.id != int(payment_id):
            raise unreadable("payment.id")
        return payment

    def scan_payments(self, invoice_id: InvoiceId, cancel: Cancel) -> PaymentScan:
        """Every payment of the invoice: live, archived and deleted rows, all pages.

        It is read until two readings in a row agree.
        """
        path = self._path("payments/payments")
        return scan_invoice_payments(self._transport, path, invoice_id, cancel)

    def read_payments(self, invoice_id: InvoiceId, cancel: Cancel) -> PaymentScan:
        """The same in one reading a list, where each list comes whole on one page."""
        path = self._path("payments/payments")
        return read_invoice_payments(self._transport, path, invoice_id, cancel)

    def find_payments(self, payment_ids: Sequence[str], cancel: Cancel) -> list[BookPayment]:
        """Those of up to a hundred payments that one page shows."""
        params: Params = [("search[logids][]", number) for number in payment_ids]
        path = self._path("payments/payments")
        page = fetch_page(self._transport, path, "payments", read_payment, params, 1, cancel)
        return [payment for payment in page.records if str(payment.id) in payment_ids]

    def find_invoices(self, invoice_ids: Sequence[InvoiceId], cancel: Cancel) -> list[Invoice]:
        """Those of up to a hundred invoices that one page shows, with their lines.

        Whether this filter works everywhere was not checked: where it does not, none of them, or
        few, are on the page, and they are read one by one.
        """
        params: Params = [("search[invoiceids][]", str(number)) for number in invoice_ids]
        params.append(WITH_LINES)
        path = self._path("invoices/invoices")
        page = fetch_page(self._transport, path, "invoices", read_invoice, params, 1, cancel)
        return [invoice for invoice in page.records if invoice.id in invoice_ids]

    def room_to_read(self) -> int:
        """How many more reads FreshBooks' limits allow now; 0 where it did not say."""
        return self._transport.room_to_read()

    def seconds_to_rest(self) -> float:
        """How long writes have to rest by FreshBooks' own limits."""
        return self._transport.seconds_to_rest()

    def render_payment(self, draft: PaymentDraft) -> bytes:
        """The exact body to be sent, frozen with the intent."""
        return render.render_payment(draft)

    def send_payment(self, body: bytes) -> WriteOutcome:
        """Send a rendered payment once, on a fresh connection. Never raises."""

        def judge(answer: bytes, status: int) -> WriteOutcome | None:
            return judge_payment(body, answer, status)

        return send(self._transport, self._path("payments/payments"), body, judge)

    def payment_differences(self, body: bytes, payment: BookPayment) -> tuple[str, ...]:
        """How a recorded payment differs from a body that was sent; empty if it is as written."""
        return payment_differences(body, payment)

    def render_payment_removal(self) -> bytes:
        """The exact body that takes a payment back, frozen with the intent."""
        return render.render_payment_removal()

    def send_payment_removal(self, payment_id: str, body: bytes) -> WriteOutcome:
        """Delete a payment once, on a fresh connection. Never raises."""

        def judge(answer: bytes, status: int) -> WriteOutcome | None:
            return judge_payment_removal(payment_id, answer, status)

        path = self._path(f"payments/payments/{int(payment_id)}")
        return send(self._transport, path, body, judge, method="PUT")

    def render_ledger_account(self, draft: LedgerAccountDraft) -> bytes:
        """The exact body to be sent, frozen with the intent."""
        return render.render_ledger_account(draft)

    def send_ledger_account(self, body: bytes) -> WriteOutcome:
        """Create a ledger account once, on a fresh connection. Never raises."""

        def judge(answer: bytes, status: int) -> WriteOutcome | None:
            return judge_ledger_account(body, answer, status)

        return send(self._transport, ledger_path(self.business.uuid), body, judge)

    def invoice_link(self, invoice_id: InvoiceId) -> str:
        """Where a person opens the invoice: the address that FreshBooks' own web app shows.

        It is not documented, and was not checked against the service.
        """
        return f"{self._web_base}/#/invoice/{self.business.account_id}-{invoice_id}"

    def customer_link(self, customer_id: int) -> str:
        """Where a person opens the customer; known as the invoice's is."""
        return f"{self._web_base}/#/client/{customer_id}"

    def expense_link(self, expense_id: str) -> str:
        """Where a person opens the expense; known as the invoice's is."""
        return f"{self._web_base}/#/expense/{expense_id}"

    def _path(self, resource: str) -> str:
        return accounting_path(self.business.account_id, resource)

    def _pages(
        self,
        resource: str,
        key: str,
        read_row: Callable[[Raw], R],
        params: Params,
        cancel: Cancel,
        first: int,
    ) -> Iterator[Page[R]]:
        path = self._path(resource)

        def fetch(number: int) -> Page[R]:
            return fetch_page(self._transport, path, key, read_row, params, number, cancel)

        return iter_pages(fetch, cancel, first)

    def _find(
        self, resource: str, key: str, read_row: Callable[[Raw], R], params: Params
    ) -> R | None:
        """One record. Only "no such record" is None: a wrong account is a 404 as well."""

        def read(answer: Answer) -> R:
            raw = read_result(answer, self._transport).get(key)
            if raw is None:
                raise unreadable(key)
            return _read_one(raw, key, read_row)

        try:
            return self._transport.get(self._path(resource), params, read, at_hand())
        except NotFound as problem:
            if problem.code == UNKNOWN_RESOURCE:
                return None
            raise

    def _read_ledger(self, answer: Answer) -> Page[LedgerAccount]:
        rows = _read_data(answer, self._transport)
        records, odd = read_rows("accounts", rows, read_ledger_account)
        return Page(records, odd, number=1, pages=1, total=len(rows))


def get_identity(transport: FreshBooksTransport) -> Identity:
    """Who is signed in; needs no business. The answer holds secrets and is not kept."""

    def read(answer: Answer) -> Identity:
        try:
            row = decode(answer.body, IdentityEnvelope).response
            if row is not None and find_failure(answer.body) is None:
                return read_identity(row)
        except (FieldError, msgspec.ValidationError):
            raise unreadable("response.identity_id") from None
        except msgspec.DecodeError:
            raise error_for(answer, transport.clock) from None
        if find_failure(answer.body) is not None:
            raise error_for(answer, transport.clock)
        raise unreadable("response")

    return transport.get(IDENTITY_PATH, [], read, at_hand())


def _read_one(raw: Raw, key: str, read_row: Callable[[Raw], R]) -> R:
    records, odd = read_rows(key, [raw], read_row)
    if odd:
        raise unreadable(key, odd[0].problem)
    return records[0]


def _read_data(answer: Answer, transport: FreshBooksTransport) -> list[Raw]:
    try:
        data = decode(answer.body, LedgerListEnvelope).data
        if data is not None:
            return data
    except msgspec.ValidationError:
        raise unreadable("data") from None
    except msgspec.DecodeError:
        raise error_for(answer, transport.clock) from None
    if find_failure(answer.body) is not None:
        raise error_for(answer, transport.clock)
    raise unreadable("data")
