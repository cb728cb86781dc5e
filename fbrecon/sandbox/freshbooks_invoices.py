"""FreshBooks' invoices: list, read, create, change in phases, delete."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from flask import Flask, Response

from fbrecon.sandbox.amounts import to_decimal
from fbrecon.sandbox.clock import eastern_day
from fbrecon.sandbox.freshbooks_books import Books, NewLine
from fbrecon.sandbox.freshbooks_clients import get_client
from fbrecon.sandbox.freshbooks_errors import invalid, not_found, required
from fbrecon.sandbox.freshbooks_http import (
    answer,
    arguments,
    includes,
    open_books,
    read_day,
    read_whole,
    result,
    result_page,
    sent_object,
    visible,
)
from fbrecon.sandbox.freshbooks_rows import DELETED, InvoiceRow
from fbrecon.sandbox.freshbooks_wire import INVOICE_DEFAULTS, invoice_wire, statuses
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

_PATH = "/accounting/account/<account_id>/invoices/invoices"
_PLAIN = {
    "notes", "terms", "po_number", "address", "city", "code", "country", "fname", "lname",
    "organization", "province", "street", "street2", "vat_name", "vat_number", "language",
    "show_attachments", "template", "discount_description",
}  # fmt: skip


def filters(today: date) -> dict[str, Filter]:
    """The filters of the invoice list; the status words depend on the day."""
    return {
        "invoiceid": one_of(lambda row: row.id),
        "invoiceids": one_of(lambda row: row.id),
        "customerid": one_of(lambda row: row.customer_id),
        "customerids": one_of(lambda row: row.customer_id),
        "v3_status": one_of(lambda row: statuses(row, today)[1]),
        "address_like": like(lambda row: row.fields.get("street", "")),
        "amount_min": at_least(lambda row: to_decimal(row.total_minor, row.currency)),
        "amount_max": at_most(lambda row: to_decimal(row.total_minor, row.currency)),
        "date_min": from_day(lambda row: row.create_on),
        "date_max": to_day(lambda row: row.create_on),
        "updated_min": from_day(lambda row: eastern_day(row.updated_at)),
        "updated_max": to_day(lambda row: eastern_day(row.updated_at)),
        "vis_state": one_of(lambda row: row.vis_state),
    }


def list_invoices(books: Books, asked: Arguments, today: date) -> list[InvoiceRow]:
    """The invoices that pass the filters, in the order asked."""
    found = matching(books.invoices.values(), filters(today), searches(asked))
    keys = {
        "invoice_date": lambda row: row.create_on,
        "due_date": lambda row: row.due_on,
        "invoice_number": lambda row: row.number,
    }
    return ordered(found, asked, keys)


def get_invoice(books: Books, invoice_id: int) -> InvoiceRow:
    """That invoice, deleted ones too; raises the 404."""
    row = books.invoices.get(invoice_id)
    if row is None:
        raise not_found("invoice", "invoiceid", invoice_id)
    return row


def wire(books: Books, row: InvoiceRow, today: date, *, with_lines: bool) -> dict[str, Any]:
    """The invoice as sent, under the name its client has now."""
    client = books.clients.get(row.customer_id)
    organization = client.display_name if client else str(row.fields.get("organization", ""))
    return invoice_wire(row, books.account_id, organization, today, with_lines=with_lines)


def read_lines(sent: Any) -> list[NewLine]:
    """The lines of a body."""
    if not isinstance(sent, list):
        raise invalid("lines", "invoice", sent)
    return [_read_line(line) for line in sent]


def apply_fields(books: Books, row: InvoiceRow, fields: dict[str, Any], at: datetime) -> None:
    """Merges what was sent. Lines replace the whole set; derived fields are ignored."""
    before = _comparable(books, row)
    former = row.updated_at
    for name in _PLAIN & fields.keys():
        row.fields[name] = fields[name]
    if fields.get("invoice_number"):
        row.number = str(fields["invoice_number"])
    if fields.get("currency_code"):
        row.currency = str(fields["currency_code"])
    if "customerid" in fields:
        row.customer_id = get_client(
            books, read_whole(fields["customerid"], "customerid", "invoice")
        ).id
    if "create_date" in fields:
        row.create_on = read_day(fields["create_date"], "create_date", "invoice")
    if "due_offset_days" in fields:
        row.due_offset_days = read_whole(fields["due_offset_days"], "due_offset_days", "invoice")
    if "discount_value" in fields:
        row.discount_percent = _decimal(fields["discount_value"], "discount_value")
    if "lines" in fields:
        books.set_lines(row, read_lines(fields["lines"]), at)
    else:
        books.price(row, at)
    if _comparable(books, row) == before:
        row.updated_at = former
    books.changed()


def register(app: Flask, state: SandboxState) -> None:
    """Adds the routes."""

    def shown(books: Books, row: InvoiceRow) -> dict[str, Any]:
        return wire(books, row, state.clock.today(), with_lines="lines" in includes())

    @app.get(_PATH)
    def invoices_list(account_id: str) -> Response:
        books = open_books(state, account_id, "invoices")
        asked, today = arguments(), state.clock.today()
        page = page_from(asked)
        key = ("invoices", today, repr(searches(asked)), repr(asked.get("sort")))
        found = books.listing(key, lambda: list_invoices(books, asked, today))
        rows, numbers = page_of(found, page)
        return result_page("invoices", visible([shown(books, row) for row in rows]), numbers)

    @app.get(f"{_PATH}/<int:invoice_id>")
    def invoices_get(account_id: str, invoice_id: int) -> Response:
        books = open_books(state, account_id, "invoices")
        return result("invoice", shown(books, get_invoice(books, invoice_id)))

    @app.post(_PATH)
    def invoices_create(account_id: str) -> Response:
        books = open_books(state, account_id, "invoices")
        fields = sent_object("invoice")
        for name in ("customerid", "create_date"):
            if not fields.get(name):
                raise required(name, "invoice")
        customer = get_client(books, read_whole(fields["customerid"], "customerid", "invoice"))
        lines = read_lines(fields.get("lines") or [])
        at = state.clock.now()
        row = books.add_invoice(
            customer, lines, read_day(fields["create_date"], "create_date", "invoice"), at
        )
        apply_fields(books, row, {k: v for k, v in fields.items() if k != "lines"}, at)
        # The status can be given at creation only.
        if fields.get("action_mark_as_sent") or str(fields.get("status", 1)) != "1":
            books.mark_sent(row, at)
        return result("invoice", shown(books, row))

    @app.put(f"{_PATH}/<int:invoice_id>")
    def invoices_change(account_id: str, invoice_id: int) -> Response:
        books = open_books(state, account_id, "invoices")
        row = get_invoice(books, invoice_id)
        fields, at = sent_object("invoice"), state.clock.now()
        # Work runs in phases and the first that applies is the only one.
        if "vis_state" in fields:
            books.set_invoice_state(
                row, read_whole(fields["vis_state"], "vis_state", "invoice"), at
            )
        elif fields.get("action_mark_as_sent") or fields.get("action_email"):
            books.mark_sent(row, at)
        else:
            apply_fields(books, row, fields, at)
        return result("invoice", shown(books, row))

    @app.delete(f"{_PATH}/<int:invoice_id>")
    def invoices_delete(account_id: str, invoice_id: int) -> Response:
        books = open_books(state, account_id, "invoices")
        books.set_invoice_state(get_invoice(books, invoice_id), DELETED, state.clock.now())
        return answer({"response": {}})


def _comparable(books: Books, row: InvoiceRow) -> dict[str, Any]:
    """The invoice without what moves by itself."""
    shown = wire(books, row, date.min, with_lines=True)
    own = {"updated", "version"}
    lines = [
        {name: value for name, value in line.items() if name not in ("lineid", "updated")}
        for line in shown["lines"]
    ]
    return {**{name: value for name, value in shown.items() if name not in own}, "lines": lines}


def _read_line(sent: Any) -> NewLine:
    if not isinstance(sent, dict):
        raise invalid("lines", "invoice", sent)
    cost = sent.get("unit_cost") or {"amount": "0.00"}
    taxes = tuple(
        (str(sent[f"taxName{n}"]), _decimal(sent.get(f"taxAmount{n}") or 0, f"taxAmount{n}"))
        for n in (1, 2)
        if sent.get(f"taxName{n}")
    )
    return NewLine(
        name=str(sent.get("name") or ""),
        description=str(sent.get("description") or ""),
        qty=_decimal(sent.get("qty", 1), "qty"),
        unit_cost=_decimal(cost.get("amount") if isinstance(cost, dict) else cost, "unit_cost"),
        taxes=taxes,
    )


def _decimal(value: Any, field: str) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise invalid(field, "invoice", value) from None
    if not number.is_finite():
        raise invalid(field, "invoice", value)
    return number


assert INVOICE_DEFAULTS.keys() >= _PLAIN
