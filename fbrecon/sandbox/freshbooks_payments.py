"""FreshBooks' payments: list, read, record, change, delete.

No idempotency key, no refusal of an overpayment, duplicates taken: as in reality.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask import Flask, Response

from fbrecon.sandbox.amounts import to_decimal, to_minor
from fbrecon.sandbox.clock import eastern_day
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_errors import accounting_error, invalid, not_found, required
from fbrecon.sandbox.freshbooks_http import (
    answer,
    arguments,
    open_books,
    read_day,
    read_whole,
    result,
    result_page,
    sent_object,
    visible,
)
from fbrecon.sandbox.freshbooks_invoices import get_invoice
from fbrecon.sandbox.freshbooks_rows import DELETED, InvoiceRow, PaymentRow
from fbrecon.sandbox.freshbooks_wire import payment_wire
from fbrecon.sandbox.paging import (
    Arguments,
    Filter,
    at_least,
    at_most,
    from_day,
    like,
    matching,
    one_of,
    ordered,
    page_from,
    page_of,
    searches,
    to_day,
)
from fbrecon.sandbox.state import SandboxState

_PATH = "/accounting/account/<account_id>/payments/payments"

TYPES = (
    "Check", "Credit", "Cash", "Bank Transfer", "Credit Card", "Debit", "PayPal", "2Checkout",
    "VISA", "MASTERCARD", "DISCOVER", "AMEX", "DINERS", "JCB", "ACH", "Other",
)  # fmt: skip
_TYPE_BY_LOWER = {name.lower(): name for name in TYPES}


def filters(books: Books) -> dict[str, Filter]:
    """The filters of the payment list; both `_max` dates mean "less than"."""

    def client_name(row: PaymentRow) -> str:
        client = books.clients.get(row.client_id)
        return client.display_name if client else ""

    def number(row: PaymentRow) -> str:
        invoice = books.invoices.get(row.invoice_id or 0)
        return invoice.number if invoice else ""

    return {
        "logid": one_of(lambda row: row.id),
        "logids": one_of(lambda row: row.id),
        "invoiceid": one_of(lambda row: row.invoice_id),
        "clientid": one_of(lambda row: row.client_id),
        "clientids": one_of(lambda row: row.client_id),
        "customerid": one_of(lambda row: row.client_id),
        "customerids": one_of(lambda row: row.client_id),
        "currency": one_of(lambda row: row.currency),
        "type": one_of(lambda row: row.type),
        "from_credit": one_of(lambda row: row.from_credit),
        "payment_or_credit": one_of(lambda row: "credit" if row.credit_id else "invoice"),
        "notes": like(lambda row: row.note),
        "client_name": like(client_name),
        "number": like(number),
        "amount_min": at_least(lambda row: to_decimal(row.amount_minor, row.currency)),
        "amount_max": at_most(lambda row: to_decimal(row.amount_minor, row.currency)),
        "date_min": from_day(lambda row: row.paid_on),
        "date_max": to_day(lambda row: row.paid_on, exclusive=True),
        "updated_min": from_day(lambda row: eastern_day(row.updated_at)),
        "updated_max": to_day(lambda row: eastern_day(row.updated_at), exclusive=True),
        "vis_state": one_of(lambda row: row.vis_state),
    }


def list_payments(books: Books, asked: Arguments) -> list[PaymentRow]:
    """The payments and credits that pass the filters, in the order asked."""
    wanted = searches(asked)
    rows: Iterable[PaymentRow] = books.payments.values()
    for name, values in wanted:
        if name == "invoiceid" and values[-1].isdecimal():
            rows = books.list_payments_of(int(values[-1]))
    found = matching(rows, filters(books), wanted)
    return ordered(found, asked, {"date": lambda row: row.paid_on})


def get_payment(books: Books, payment_id: int) -> PaymentRow:
    """That payment, deleted ones too; raises the 404."""
    row = books.payments.get(payment_id)
    if row is None:
        raise not_found("payment", "logid", payment_id)
    return row


def record(books: Books, fields: dict[str, Any], at: datetime) -> PaymentRow:
    """Books a payment as sent: drafts and deleted invoices take one too."""
    for name in ("invoiceid", "amount", "date"):
        if fields.get(name) in (None, ""):
            raise required(name, "payment")
    invoice = get_invoice(books, read_whole(fields["invoiceid"], "invoiceid", "payment"))
    notify = fields.get("send_client_notification")
    return books.add_payment(
        invoice,
        _sum(fields["amount"], invoice.currency),
        read_day(fields["date"], "date", "payment"),
        at,
        kind=_type(fields.get("type")),
        note=str(fields.get("note") or ""),
        from_credit=bool(fields.get("from_credit", False)),
        send_client_notification=None if notify is None else bool(notify),
    )


def apply_fields(books: Books, row: PaymentRow, fields: dict[str, Any], at: datetime) -> None:
    """Merges what was sent; `updated` moves only if something differs."""
    if "invoiceid" in fields:
        invoice: InvoiceRow = get_invoice(
            books, read_whole(fields["invoiceid"], "invoiceid", "payment")
        )
        if invoice.currency != row.currency:
            raise _wrong_currency(row.currency)
        if invoice.id != row.invoice_id:
            books.move_payment(row, invoice, at)
    if "amount" in fields:
        amount_minor = _sum(fields["amount"], row.currency)
        if amount_minor != row.amount_minor:
            books.set_payment_sum(row, amount_minor, at)
    paid_on = row.paid_on
    if "date" in fields:
        paid_on = read_day(fields["date"], "date", "payment")
    kind = _type(fields["type"]) if "type" in fields else row.type
    note = str(fields["note"] or "") if "note" in fields else row.note
    if (paid_on, kind, note) != (row.paid_on, row.type, row.note):
        row.type, row.note, row.updated_at = kind, note, at
        books.redate_payment(row, paid_on, at)


def register(app: Flask, state: SandboxState) -> None:
    """Adds the routes."""

    @app.get(_PATH)
    def payments_list(account_id: str) -> Response:
        books = open_books(state, account_id, "payments")
        asked = arguments()
        page = page_from(asked)
        key = ("payments", repr(searches(asked)), repr(asked.get("sort")))
        rows, numbers = page_of(books.listing(key, lambda: list_payments(books, asked)), page)
        shown = visible([payment_wire(row, account_id) for row in rows])
        return result_page("payments", shown, numbers)

    @app.get(f"{_PATH}/<int:payment_id>")
    def payments_get(account_id: str, payment_id: int) -> Response:
        books = open_books(state, account_id, "payments")
        return result("payment", payment_wire(get_payment(books, payment_id), account_id))

    @app.post(_PATH)
    def payments_create(account_id: str) -> Response:
        books = open_books(state, account_id, "payments")
        row = record(books, sent_object("payment"), state.clock.now())
        return result("payment", payment_wire(row, account_id))

    @app.put(f"{_PATH}/<int:payment_id>")
    def payments_change(account_id: str, payment_id: int) -> Response:
        books = open_books(state, account_id, "payments")
        row = get_payment(books, payment_id)
        fields, at = sent_object("payment"), state.clock.now()
        if "vis_state" in fields:
            books.set_payment_state(
                row, read_whole(fields["vis_state"], "vis_state", "payment"), at
            )
        else:
            apply_fields(books, row, fields, at)
        return result("payment", payment_wire(row, account_id))

    @app.delete(f"{_PATH}/<int:payment_id>")
    def payments_delete(account_id: str, payment_id: int) -> Response:
        books = open_books(state, account_id, "payments")
        books.set_payment_state(get_payment(books, payment_id), DELETED, state.clock.now())
        return answer({"response": {}})


def _sum(sent: Any, currency: str) -> int:
    """The sum sent, in minor units; a code may be left out but not differ."""
    amount, code = (
        (sent.get("amount"), sent.get("code")) if isinstance(sent, dict) else (sent, None)
    )
    if code and code != currency:
        raise _wrong_currency(currency)
    try:
        amount_minor = to_minor(amount, currency)
    except ValueError:
        raise invalid("amount", "payment", amount) from None
    if amount_minor <= 0:
        raise accounting_error(
            422, 1025, "Amount must be positive.", field="amount", name="payment", value=amount
        )
    return amount_minor


def _type(sent: Any) -> str:
    if not sent:
        return "Check"
    kind = _TYPE_BY_LOWER.get(str(sent).lower())
    if kind is None:
        raise invalid("type", "payment", sent)
    return kind


def _wrong_currency(currency: str) -> Exception:
    return invalid(
        "currency_code", "payment", currency, f"The payment must be in the invoice's {currency}."
    )
