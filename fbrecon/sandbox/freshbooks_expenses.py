"""FreshBooks' expenses and their categories.

A category is all that an expense can choose; a second equal expense is flagged, never refused.
Categories cannot be made through the API.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask import Flask, Response

from fbrecon.sandbox.amounts import to_decimal, to_minor, wire_money
from fbrecon.sandbox.clock import eastern_day, eastern_text, eastern_text_micro
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_errors import invalid, not_found, required
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
from fbrecon.sandbox.freshbooks_rows import DELETED, CategoryRow, ExpenseRow
from fbrecon.sandbox.paging import (
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

_PATH = "/accounting/account/<account_id>/expenses/expenses"
_CATEGORIES = "/accounting/account/<account_id>/expenses/categories"


def category_wire(row: CategoryRow, *, used: bool) -> dict[str, Any]:
    """A category as sent."""
    return {
        "id": row.id,
        "categoryid": row.id,
        "category": row.name,
        "parentid": row.parent_id,
        "is_cogs": row.is_cogs,
        "is_editable": False,
        "transaction_posted": used,
        "created_at": eastern_text(row.created_at),
        "updated_at": eastern_text(row.created_at),
        "vis_state": 0,
    }


def expense_wire(row: ExpenseRow, account_id: str) -> dict[str, Any]:
    """An expense with the whole field set that FreshBooks sends."""
    return {
        "id": row.id,
        "expenseid": row.id,
        "accounting_systemid": account_id,
        "account_name": "",
        "accountid": None,
        "amount": wire_money(row.amount_minor, row.currency),
        "background_jobid": None,
        "bank_name": "",
        "bill_matches": [],
        "billable": False,
        "categoryid": row.category_id,
        "clientid": 0,
        "compounded_tax": False,
        "converse_projectid": None,
        "date": row.on.isoformat(),
        "ext_accountid": None,
        "ext_invoiceid": 0,
        "ext_systemid": 0,
        "from_bulk_import": False,
        "has_receipt": False,
        "include_receipt": False,
        "invoiceid": None,
        "is_cogs": False,
        "isduplicate": row.is_duplicate,
        "markup_percent": "0",
        "modern_projectid": None,
        "notes": row.notes,
        "potential_bill_payment": False,
        "profileid": None,
        "projectid": 0,
        "staffid": row.staff_id,
        "status": 0,
        "taxAmount1": None,
        "taxAmount2": None,
        "taxName1": None,
        "taxName2": None,
        "taxPercent1": None,
        "taxPercent2": None,
        "transactionid": None,
        "updated": eastern_text(row.updated_at),
        "vendor": row.vendor,
        "version": eastern_text_micro(row.updated_at),
        "vis_state": row.vis_state,
    }


def filters() -> dict[str, Filter]:
    """The filters of the list of expenses."""
    return {
        "expenseid": one_of(lambda row: row.id),
        "expenseids": one_of(lambda row: row.id),
        "categoryid": one_of(lambda row: row.category_id),
        "categoryids": one_of(lambda row: row.category_id),
        "staffid": one_of(lambda row: row.staff_id),
        "vendor": like(lambda row: row.vendor or ""),
        "amount_min": at_least(lambda row: to_decimal(row.amount_minor, row.currency)),
        "amount_max": at_most(lambda row: to_decimal(row.amount_minor, row.currency)),
        "date_min": from_day(lambda row: row.on),
        "date_max": to_day(lambda row: row.on),
        "updated_min": from_day(lambda row: eastern_day(row.updated_at)),
        "updated_max": to_day(lambda row: eastern_day(row.updated_at)),
        "vis_state": one_of(lambda row: row.vis_state),
    }


def get_expense(books: Books, expense_id: int) -> ExpenseRow:
    """That expense, deleted ones too; raises the 404."""
    row = books.expenses.get(expense_id)
    if row is None:
        raise not_found("expense", "expenseid", expense_id)
    return row


def record(books: Books, fields: dict[str, Any], at: datetime) -> ExpenseRow:
    """An expense as sent."""
    for name in ("amount", "categoryid", "staffid", "date"):
        if fields.get(name) in (None, ""):
            raise required(name, "expense")
    row = ExpenseRow(
        id=books.next_id("expense"),
        category_id=0,
        staff_id=read_whole(fields["staffid"], "staffid", "expense"),
        amount_minor=0,
        currency=books.currency,
        on=at.date(),
        updated_at=at,
    )
    _merge(books, row, fields)
    books.add_expense(row)
    return row


def _merge(books: Books, row: ExpenseRow, fields: dict[str, Any]) -> None:
    if "categoryid" in fields:
        category_id = read_whole(fields["categoryid"], "categoryid", "expense")
        if category_id not in books.categories:
            raise invalid("categoryid", "expense", category_id)
        row.category_id = category_id
    if "amount" in fields:
        sent = fields["amount"]
        amount = sent.get("amount") if isinstance(sent, dict) else sent
        row.currency = (sent.get("code") if isinstance(sent, dict) else None) or row.currency
        try:
            row.amount_minor = to_minor(amount, row.currency)
        except ValueError:
            raise invalid("amount", "expense", amount) from None
    if "date" in fields:
        row.on = read_day(fields["date"], "date", "expense")
    if "vendor" in fields:
        row.vendor = None if fields["vendor"] is None else str(fields["vendor"])
    if "notes" in fields:
        row.notes = str(fields["notes"] or "")


def register(app: Flask, state: SandboxState) -> None:
    """Adds the routes."""

    @app.get(_CATEGORIES)
    def categories_list(account_id: str) -> Response:
        books = open_books(state, account_id, "expenses")
        used = {row.category_id for row in books.expenses.values()}
        ordered_rows = sorted(books.categories.values(), key=lambda row: row.name)
        rows, numbers = page_of(ordered_rows, page_from(arguments()))
        shown = visible([category_wire(row, used=row.id in used) for row in rows])
        return result_page("categories", shown, numbers)

    @app.get(_PATH)
    def expenses_list(account_id: str) -> Response:
        books = open_books(state, account_id, "expenses")
        asked = arguments()
        found: Iterable[ExpenseRow] = matching(books.expenses.values(), filters(), searches(asked))
        in_order = ordered(list(found), asked, {"date": lambda row: row.on})
        rows, numbers = page_of(in_order, page_from(asked))
        shown = visible([expense_wire(row, account_id) for row in rows])
        return result_page("expenses", shown, numbers)

    @app.get(f"{_PATH}/<int:expense_id>")
    def expenses_get(account_id: str, expense_id: int) -> Response:
        books = open_books(state, account_id, "expenses")
        return result("expense", expense_wire(get_expense(books, expense_id), account_id))

    @app.post(_PATH)
    def expenses_create(account_id: str) -> Response:
        books = open_books(state, account_id, "expenses")
        row = record(books, sent_object("expense"), state.clock.now())
        return result("expense", expense_wire(row, account_id))

    @app.put(f"{_PATH}/<int:expense_id>")
    def expenses_change(account_id: str, expense_id: int) -> Response:
        books = open_books(state, account_id, "expenses")
        row, fields = get_expense(books, expense_id), sent_object("expense")
        if "vis_state" in fields:
            row.vis_state = read_whole(fields["vis_state"], "vis_state", "expense")
        else:
            _merge(books, row, fields)
        books.expense_changed(row, state.clock.now())
        return result("expense", expense_wire(row, account_id))

    @app.delete(f"{_PATH}/<int:expense_id>")
    def expenses_delete(account_id: str, expense_id: int) -> Response:
        books = open_books(state, account_id, "expenses")
        row = get_expense(books, expense_id)
        row.vis_state = DELETED
        books.expense_changed(row, state.clock.now())
        return answer({"response": {}})
