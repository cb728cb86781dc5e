"""FreshBooks' chart of accounts in the ledger family: flat lists under a business uuid."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response

from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_errors import WireError, ledger_error
from fbrecon.sandbox.freshbooks_http import (
    answer,
    check_scope,
    open_business,
    sent_json,
    visible,
)
from fbrecon.sandbox.freshbooks_rows import LedgerRow
from fbrecon.sandbox.freshbooks_wire import ledger_wire
from fbrecon.sandbox.state import SandboxState

_PATH = "/accounting/businesses/<business_uuid>/ledger_accounts/accounts"

# (id, type, name, base number)
SUB_TYPES = (
    (1, "asset", "Cash & Bank", "1000"),
    (2, "asset", "Current Asset", "1200"),
    (3, "asset", "Property, Plant, and Equipment", "1500"),
    (4, "asset", "Long-Term Asset", "1300"),
    (5, "liability", "Current Liability", "2000"),
    (6, "liability", "Long-Term Liability", "2500"),
    (7, "equity", "Equity", "3000"),
    (8, "income", "Income", "4000"),
    (9, "expense", "Cost of Goods Sold", "5000"),
    (10, "expense", "Operating Expense", "6000"),
)
TYPE_OF = {name: kind for _, kind, name, _ in SUB_TYPES}
_BASE_OF = {name: base for _, _, name, base in SUB_TYPES}


def wire(books: Books, row: LedgerRow) -> dict[str, Any]:
    """The account as sent, its sub-accounts by number."""
    children = [other for other in books.ledger.values() if other.parent_uuid == row.uuid]
    return ledger_wire(row, [child.uuid for child in sorted(children, key=lambda c: c.number)])


def free_number(books: Books, sub_type: str, parent: LedgerRow | None) -> str:
    """The next number in the parent's or the sub-type's range."""
    taken = {row.number for row in books.ledger.values()}
    step = 1
    while True:
        number = f"{parent.number}-{step}" if parent else str(int(_BASE_OF[sub_type]) + step)
        if number not in taken:
            return number
        step += 1


def register(app: Flask, state: SandboxState) -> None:
    """Adds the routes."""

    @app.get("/accounting/ledger_accounts/types")
    def types() -> Response:
        check_scope("journal_entries", "read")
        names = ("asset", "equity", "expense", "income", "liability")
        return answer({"data": [{"name": name} for name in names]})

    @app.get("/accounting/ledger_accounts/sub_types")
    def sub_types() -> Response:
        check_scope("journal_entries", "read")
        return answer({"data": [_sub_type(entry) for entry in SUB_TYPES]})

    @app.get("/accounting/ledger_accounts/sub_types/<int:sub_type_id>")
    def sub_type(sub_type_id: int) -> Response:
        check_scope("journal_entries", "read")
        for entry in SUB_TYPES:
            if entry[0] == sub_type_id:
                return answer({"data": _sub_type(entry)})
        raise _not_found("id")

    @app.get(_PATH)
    def accounts_list(business_uuid: str) -> Response:
        _, books = open_business(state, business_uuid)
        rows = sorted(books.ledger.values(), key=lambda row: row.number)
        return answer({"data": visible([wire(books, row) for row in rows])})

    @app.get(f"{_PATH}/<account_uuid>")
    def accounts_get(business_uuid: str, account_uuid: str) -> Response:
        _, books = open_business(state, business_uuid)
        return answer({"data": wire(books, _get(books, account_uuid))})

    @app.post(_PATH)
    def accounts_create(business_uuid: str) -> Response:
        _, books = open_business(state, business_uuid)
        fields = _sent()
        parent = _check(books, fields, None)
        sub_type_name = str(fields["sub_type"])
        row = LedgerRow(
            uuid=books.new_uuid(),
            name=str(fields["name"]),
            number=str(fields.get("number") or free_number(books, sub_type_name, parent)),
            type=TYPE_OF[sub_type_name],
            sub_type=sub_type_name,
            updated_at=state.clock.now(),
            parent_uuid=parent.uuid if parent else None,
            description=str(fields.get("description") or ""),
        )
        books.ledger[row.uuid] = row
        return answer({"data": wire(books, row)})

    @app.put(f"{_PATH}/<account_uuid>")
    def accounts_change(business_uuid: str, account_uuid: str) -> Response:
        _, books = open_business(state, business_uuid)
        row, fields = _get(books, account_uuid), _sent()
        parent = _check(books, fields, row)
        row.name = str(fields["name"])
        row.sub_type = str(fields["sub_type"])
        row.type = TYPE_OF[row.sub_type]
        row.number = str(fields.get("number") or row.number)
        row.description = str(fields.get("description") or "")
        row.parent_uuid = parent.uuid if parent else None
        row.updated_at = state.clock.now()
        return answer({"data": wire(books, row)})


def _check(books: Books, fields: dict[str, Any], row: LedgerRow | None) -> LedgerRow | None:
    """Raises with all that is wrong; the answer is the parent account, if there is one."""
    problems = [
        (name, "This field is required.") for name in ("name", "sub_type") if not fields.get(name)
    ]
    if fields.get("sub_type") and fields["sub_type"] not in TYPE_OF:
        problems.append(("sub_type", f'"{fields["sub_type"]}" is not a valid choice.'))
    others = [other for other in books.ledger.values() if other is not row]
    name = str(fields.get("name") or "").strip().lower()
    if name and any(other.name.lower() == name for other in others):
        problems.append(("name", "An account with this name already exists."))
    number = fields.get("number")
    if number and any(other.number == str(number) for other in others):
        problems.append(("number", "An account with this number already exists."))
    parent = books.ledger.get(str(fields.get("parent_account")))
    if fields.get("parent_account") and parent is None:
        problems.append(("parent_account", "This account does not exist."))
    if problems:
        raise ledger_error(400, problems)
    return parent


def _sent() -> dict[str, Any]:
    body = sent_json()
    if not isinstance(body, dict):
        raise ledger_error(400, [("name", "This field is required.")])
    return body


def _get(books: Books, account_uuid: str) -> LedgerRow:
    row = books.ledger.get(account_uuid)
    if row is None:
        raise _not_found("uuid")
    return row


def _not_found(field: str) -> WireError:
    return ledger_error(404, [(field, "Not found.")])


def _sub_type(entry: tuple[int, str, str, str]) -> dict[str, Any]:
    number, kind, name, base = entry
    return {"id": number, "type": kind, "name": name, "base_number": base}
