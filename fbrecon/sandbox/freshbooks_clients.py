"""FreshBooks' clients: list, read, create, change, delete."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Flask, Response

from fbrecon.sandbox.clock import eastern_day
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_errors import accounting_error, not_found
from fbrecon.sandbox.freshbooks_http import (
    answer,
    arguments,
    open_books,
    read_whole,
    result,
    result_page,
    sent_object,
    visible,
)
from fbrecon.sandbox.freshbooks_rows import DELETED, ClientRow
from fbrecon.sandbox.freshbooks_wire import CLIENT_DEFAULTS, client_wire
from fbrecon.sandbox.paging import (
    Arguments,
    Filter,
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

_PATH = "/accounting/account/<account_id>/users/clients"
_NEVER_WRITTEN = {"role", "last_activity", "last_login", "num_logins", "level"}

FILTERS: dict[str, Filter] = {
    "userid": one_of(lambda row: row.id),
    "userids": one_of(lambda row: row.id),
    "email": one_of(lambda row: row.fields.get("email", "")),
    "email_like": like(lambda row: row.fields.get("email", "")),
    "organization_like": like(lambda row: row.fields.get("organization", "")),
    "user_like": like(lambda row: f"{row.fields.get('fname', '')} {row.fields.get('lname', '')}"),
    "username": one_of(lambda row: row.fields.get("username", "")),
    "updated_min": from_day(lambda row: eastern_day(row.updated_at)),
    "updated_max": to_day(lambda row: eastern_day(row.updated_at)),
    "vis_state": one_of(lambda row: row.vis_state),
}


def list_clients(books: Books, asked: Arguments) -> list[ClientRow]:
    """The clients that pass the filters, in the order asked."""
    found = matching(books.clients.values(), FILTERS, searches(asked))
    return ordered(found, asked, {"organization": lambda row: row.display_name})


def get_client(books: Books, client_id: int) -> ClientRow:
    """That client, deleted ones too; raises the 404."""
    row = books.clients.get(client_id)
    if row is None:
        raise not_found("client", "userid", client_id)
    return row


def apply_fields(books: Books, row: ClientRow, fields: dict[str, Any], at: datetime) -> None:
    """Merges the fields that were sent; `updated` moves only if something differs."""
    before = (row.currency, dict(row.fields))
    row.currency = str(fields.get("currency_code") or row.currency)
    for name, value in fields.items():
        if name in CLIENT_DEFAULTS and name not in _NEVER_WRITTEN:
            row.fields[name] = value
    if (row.currency, row.fields) != before:
        row.updated_at = at
        books.changed()


def register(app: Flask, state: SandboxState) -> None:
    """Adds the routes."""

    @app.get(_PATH)
    def clients_list(account_id: str) -> Response:
        books = open_books(state, account_id, "clients")
        asked = arguments()
        page = page_from(asked)
        key = ("clients", repr(searches(asked)), repr(asked.get("sort")))
        rows, numbers = page_of(books.listing(key, lambda: list_clients(books, asked)), page)
        shown = visible([client_wire(row, account_id) for row in rows])
        return result_page("clients", shown, numbers)

    @app.get(f"{_PATH}/<int:client_id>")
    def clients_get(account_id: str, client_id: int) -> Response:
        books = open_books(state, account_id, "clients")
        return result("client", client_wire(get_client(books, client_id), account_id))

    @app.post(_PATH)
    def clients_create(account_id: str) -> Response:
        books = open_books(state, account_id, "clients")
        fields = sent_object("client")
        if not any(fields.get(name) for name in ("fname", "lname", "email", "organization")):
            raise accounting_error(
                422,
                7012,
                "To save this client, please include a First Name, Last Name, Email or Company.",
                field="organization",
                name="client",
            )
        at = state.clock.now()
        row = books.add_client({}, str(fields.get("currency_code") or books.currency), at)
        apply_fields(books, row, fields, at)
        return result("client", client_wire(row, account_id))

    @app.put(f"{_PATH}/<int:client_id>")
    def clients_change(account_id: str, client_id: int) -> Response:
        books = open_books(state, account_id, "clients")
        row = get_client(books, client_id)
        fields = sent_object("client")
        if "vis_state" in fields:
            wanted = read_whole(fields["vis_state"], "vis_state", "client")
            books.set_client_state(row, wanted, state.clock.now())
        else:
            apply_fields(books, row, fields, state.clock.now())
        return result("client", client_wire(row, account_id))

    @app.delete(f"{_PATH}/<int:client_id>")
    def clients_delete(account_id: str, client_id: int) -> Response:
        books = open_books(state, account_id, "clients")
        books.set_client_state(get_client(books, client_id), DELETED, state.clock.now())
        return answer({"response": {}})
