"""Controls of the rows themselves: what people do in FreshBooks' or the platform's own windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from fbrecon.sandbox import freshbooks_clients, freshbooks_invoices, freshbooks_payments
from fbrecon.sandbox.amounts import to_minor
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_rows import ACTIVE, ARCHIVED, DELETED, InvoiceRow
from fbrecon.sandbox.platform_book import Item
from fbrecon.sandbox.state import SandboxState

_MADE_THERE = "platform_customer, platform_invoice"
_KINDS = "invoice, client, payment, platform_invoice, platform_payment, platform_payout"


def edit(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """Changes fields of a row, under their wire names, and moves its `updated`.

    An invoice also takes ``amount`` (one line of that sum), ``due_date``, ``sent``, ``viewed``
    and ``disputed``. The platform's rows take ``status``, whatever word it is.
    """
    fields = {name: value for name, value in body.items() if name not in ("kind", "id", "account")}
    kind, at = body.get("kind"), state.clock.now()
    if kind in ("platform_invoice", "platform_payment", "platform_payout"):
        _edit_platform(state, str(kind), str(body.get("id")), fields)
        return {}
    books = _books(state, body)
    number = _number(body.get("id"))
    if kind == "invoice":
        _edit_invoice(books, number, fields, at)
    elif kind == "client":
        client = freshbooks_clients.get_client(books, number)
        freshbooks_clients.apply_fields(books, client, fields, at)
        client.updated_at = at
    elif kind == "payment":
        payment = freshbooks_payments.get_payment(books, number)
        freshbooks_payments.apply_fields(books, payment, fields, at)
        payment.updated_at = at
    else:
        raise ValueError(f"unknown kind {kind!r}; known: {_KINDS}")
    books.changed()
    return {}


def create(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A person makes a client or an invoice in FreshBooks, or either in the platform's dashboard.

    ``client`` takes ``currency_code`` and the fields of the wire. ``invoice`` takes ``customerid``,
    ``lines`` or ``amount``, ``create_date``, ``currency_code`` and the other fields of ``edit``; it
    is sent unless ``sent`` is false. ``platform_customer`` takes ``name``; ``platform_invoice``
    takes ``customer_id``, ``amount``, ``currency``, ``due_date`` and, as the dashboard lets people
    type one, ``invoice_number``.
    """
    fields = {name: value for name, value in body.items() if name not in ("kind", "account")}
    kind, at = body.get("kind"), state.clock.now()
    if kind == "platform_customer":
        return {"id": state.platform.add_customer(fields).id}
    if kind == "platform_invoice":
        return {"id": _create_platform_invoice(state, fields)}
    books = _books(state, body)
    if kind == "client":
        currency = str(fields.pop("currency_code", books.currency))
        return {"id": str(books.add_client(fields, currency, at).id)}
    if kind != "invoice":
        raise ValueError(f"cannot create {kind!r}; known: client, invoice, {_MADE_THERE}")
    customer = freshbooks_clients.get_client(books, _number(fields.pop("customerid", None)))
    create_on = date.fromisoformat(str(fields.pop("create_date", state.clock.today())))
    currency = fields.pop("currency_code", None)
    row = books.add_invoice(customer, (), create_on, at, currency=currency and str(currency))
    _edit_invoice(books, row.id, {"sent": True, **fields}, at)
    books.changed()
    return {"id": str(row.id), "number": row.number}


def credit(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A person takes a client's credit off an invoice: a payment row that came from credit."""
    books, at = _books(state, body), state.clock.now()
    invoice = freshbooks_invoices.get_invoice(books, _number(body.get("invoice")))
    amount_minor = to_minor(body.get("amount"), invoice.currency)
    if not 0 < amount_minor <= invoice.outstanding_minor:
        raise ValueError("a credit can take off no more than is outstanding")
    paid_on = state.clock.today()
    row = books.add_payment(invoice, amount_minor, paid_on, at, kind="Credit", from_credit=True)
    return {"id": str(row.id)}


def book_payment(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A person records a payment in FreshBooks."""
    books, at = _books(state, body), state.clock.now()
    row = freshbooks_payments.record(
        books,
        {
            "invoiceid": body.get("invoice"),
            "amount": body.get("amount"),
            "date": body.get("date") or state.clock.today().isoformat(),
            "type": body.get("type"),
            "note": body.get("note"),
        },
        at,
    )
    return {"id": str(row.id)}


def _set_state(vis_state: int) -> Callable[[SandboxState, dict[str, Any]], dict[str, Any]]:
    def control(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
        kind, at = body.get("kind"), state.clock.now()
        if kind == "platform_invoice":
            platform_row = state.platform.invoices.get(str(body.get("id")))
            if platform_row is None:
                raise ValueError(f"the platform has no invoice {body.get('id')!r}")
            platform_row.archived = vis_state != ACTIVE
            return {}
        books, number = _books(state, body), _number(body.get("id"))
        if kind == "invoice":
            row = freshbooks_invoices.get_invoice(books, number)
            books.set_invoice_state(row, vis_state, at)
        elif kind == "client":
            books.set_client_state(freshbooks_clients.get_client(books, number), vis_state, at)
        elif kind == "payment":
            payment = freshbooks_payments.get_payment(books, number)
            books.set_payment_state(payment, vis_state, at)
        else:
            raise ValueError(f"unknown kind {kind!r}; known: {_KINDS}")
        return {}

    return control


CONTROLS: dict[str, Callable[[SandboxState, dict[str, Any]], dict[str, Any]]] = {
    "create": create,
    "credit": credit,
    "edit": edit,
    "delete": _set_state(DELETED),
    "archive": _set_state(ARCHIVED),
    "restore": _set_state(ACTIVE),
    "book_payment": book_payment,
}


def _edit_invoice(books: Books, number: int, fields: dict[str, Any], at: datetime) -> None:
    row: InvoiceRow = freshbooks_invoices.get_invoice(books, number)
    fields = dict(fields)
    if "amount" in fields:
        amount = fields.pop("amount")
        amount = amount.get("amount") if isinstance(amount, dict) else amount
        name = row.lines[0].name if row.lines else "Services"
        text = row.lines[0].description if row.lines else "Services"
        cost = {"amount": str(amount)}
        fields["lines"] = [{"name": name, "description": text, "unit_cost": cost}]
        fields.setdefault("discount_value", 0)
    freshbooks_invoices.apply_fields(books, row, fields, at)
    if "due_date" in fields:
        due_on = date.fromisoformat(str(fields["due_date"]))
        row.due_offset_days = (due_on - row.create_on).days
    for name in ("sent", "viewed", "disputed"):
        if name in fields:
            setattr(row, name, bool(fields[name]))
    if fields.get("sent") and row.fulfilled_on is None:
        row.fulfilled_on = row.create_on
    row.updated_at = at


def _create_platform_invoice(state: SandboxState, fields: dict[str, Any]) -> str:
    book = state.platform
    customer = book.customers.get(str(fields.get("customer_id")))
    if customer is None:
        raise ValueError(f"the platform has no customer {fields.get('customer_id')!r}")
    cents = to_minor(fields.get("amount"), "USD")
    if cents <= 0:
        raise ValueError("the platform asks for more than nothing")
    due_on = date.fromisoformat(str(fields.get("due_date", state.clock.today())))
    items = [Item(str(fields.get("description", "Typed in the dashboard")), cents, 1)]
    row = book.add_invoice(customer.id, str(fields.get("currency", "USD")), due_on, items)
    row.number = fields.get("invoice_number") and str(fields["invoice_number"])
    return row.id


def _edit_platform(state: SandboxState, kind: str, identity: str, fields: dict[str, Any]) -> None:
    book = state.platform
    if kind == "platform_payout":
        payout = book.payouts.get(identity)
        if payout is None:
            raise ValueError(f"the platform has no payout {identity!r}")
        payout.status = str(fields.get("status", payout.status))
        if "arrival_date" in fields:
            payout.arrives_on = date.fromisoformat(str(fields["arrival_date"]))
        return
    rows: dict[str, Any] = dict(book.invoices if kind == "platform_invoice" else book.payments)
    if identity not in rows:
        raise ValueError(f"the platform has no {kind.removeprefix('platform_')} {identity!r}")
    if "status" in fields:
        rows[identity].raw_status = fields["status"] and str(fields["status"])


def _books(state: SandboxState, body: dict[str, Any]) -> Books:
    account = body.get("account")
    if account is None:
        return state.main_books
    if account not in state.books:
        raise ValueError(f"there is no account {account!r}")
    return state.books[str(account)]


def _number(value: object) -> int:
    text = str(value)
    if not text.isdecimal():
        raise ValueError(f"{value!r} is not an id of FreshBooks")
    return int(text)
