"""FreshBooks' journal entries: the list of postings, and both generations of manual entries.

The classic generation names sub-accounts by number, the newer one ledger accounts by uuid and wants
its version named in a header. Neither can change or delete an entry.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from flask import Flask, Response, request

from fbrecon.sandbox.amounts import to_decimal, to_minor, to_text, wire_money
from fbrecon.sandbox.clock import eastern_text
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_errors import (
    BASE_VERSION,
    forbidden,
    invalid,
    ledger_error,
    required,
)
from fbrecon.sandbox.freshbooks_http import (
    answer,
    arguments,
    open_books,
    open_business,
    read_day,
    read_whole,
    result,
    result_page,
    sent_json,
    sent_object,
    visible,
)
from fbrecon.sandbox.freshbooks_journal import DetailRow, Entry, Legs
from fbrecon.sandbox.freshbooks_rows import LedgerRow
from fbrecon.sandbox.paging import (
    Filter,
    from_day,
    matching,
    one_of,
    page_from,
    page_of,
    searches,
    to_day,
)
from fbrecon.sandbox.state import SandboxState

_CLASSIC = "/accounting/account/<account_id>/journal_entries"
_NEWER = "/accounting/businesses/<business_uuid>/journal_entries"
NEWER_VERSION = "2023-09-25"
_REFS = ("invoiceid", "paymentid", "expenseid", "creditid", "incomeid", "clientid", "categoryid")
_MOST_PER_PAGE = 100


def detail_wire(books: Books, row: DetailRow) -> dict[str, Any]:
    """A posting: one of debit and credit is null; custom accounts are named by their uuid."""
    own = books.ledger[row.account]
    parent = books.ledger[own.parent_uuid] if own.parent_uuid else own
    money = wire_money(abs(row.minor), row.currency)
    return {
        "id": row.id,
        "detailid": row.id,
        "account": {
            "id": parent.jea_id,
            "accountid": parent.jea_id,
            "account_name": _classic_name(parent),
            "account_number": parent.number,
            "account_type": parent.type,
        },
        "sub_account": None
        if own is parent
        else {
            "id": own.jesa_id,
            "sub_accountid": own.jesa_id,
            "parentid": parent.jea_id,
            "account_sub_name": _classic_name(own),
            "account_sub_number": own.number.rpartition("-")[2],
            "account_type": own.type,
        },
        "debit": money if row.minor > 0 else None,
        "credit": money if row.minor < 0 else None,
        "balance": wire_money(row.balance_minor, row.currency),
        "name": row.name,
        "description": row.description,
        "detail_type": row.kind,
        "user_entered_date": row.on.isoformat(),
        "entry": {"entryid": row.entry_id, **{name: row.refs.get(name) for name in _REFS}},
    }


def _classic_name(row: LedgerRow) -> str:
    return row.name if row.system_name is not None or row.jesa_id is None else row.uuid


def _heading_wire(books: Books, row: LedgerRow) -> dict[str, Any]:
    """A heading of the older chart with its sub-accounts; balances are stale, as in reality."""
    subs = [sub for sub in books.ledger.values() if sub.parent_uuid == row.uuid and sub.jesa_id]
    shared = {"balance": "0", "created_at": eastern_text(row.updated_at)}
    return {
        **shared,
        "id": row.jea_id,
        "accountid": row.jea_id,
        "account_name": row.name,
        "account_number": row.number,
        "account_type": row.type,
        "currency_code": books.currency,
        "sub_accounts": [
            {
                **shared,
                "id": sub.jesa_id,
                "sub_accountid": sub.jesa_id,
                "parentid": row.jea_id,
                "account_sub_name": _classic_name(sub),
                "account_sub_number": sub.number.rpartition("-")[2],
                "account_type": sub.type,
                "currency_code": books.currency,
                "custom": sub.system_name is None,
                "transaction_posted": any(d.account == sub.uuid for d in books.journal.details),
            }
            for sub in subs
        ],
    }


def filters(books: Books) -> dict[str, Filter]:
    """The filters of the list of postings; both days are included."""

    def sub_account(row: DetailRow) -> int | None:
        return books.ledger[row.account].jesa_id

    return {
        "sub_accountid": one_of(sub_account),
        "start_date": from_day(lambda row: row.on),
        "end_date": to_day(lambda row: row.on),
    }


def register(app: Flask, state: SandboxState) -> None:
    """Adds the routes."""

    @app.get(f"{_CLASSIC}/journal_entry_details")
    def details_list(account_id: str) -> Response:
        books = open_books(state, account_id, "journal_entries")
        asked = arguments()
        page = page_from(asked)
        wanted = searches(asked)

        def find() -> list[DetailRow]:
            found = matching(books.journal.details, filters(books), wanted)
            return sorted(found, key=lambda row: row.id, reverse=True)

        rows, numbers = page_of(books.listing(("details", repr(wanted)), find), page)
        shown = visible([detail_wire(books, row) for row in rows])
        return result_page("journal_entry_details", shown, numbers)

    @app.get("/accounting/account/<account_id>/journal_entry_accounts/journal_entry_accounts")
    def headings_list(account_id: str) -> Response:
        books = open_books(state, account_id, "journal_entries")
        parents = [row for row in books.ledger.values() if row.parent_uuid is None and row.jea_id]
        shown = visible([_heading_wire(books, row) for row in parents])
        # Paging is ignored, and the page size tells how many there are.
        numbers = {"page": 1, "pages": 1, "per_page": len(parents), "total": len(parents)}
        return result_page("journal_entry_accounts", shown, numbers)

    @app.post(f"{_CLASSIC}/journal_entries")
    def classic_create(account_id: str) -> Response:
        books = open_books(state, account_id, "journal_entries")
        _check_feature(state)
        fields = sent_object("journal_entry")
        for name in ("name", "user_entered_date", "details"):
            if not fields.get(name):
                raise required(name, "journal_entry")
        currency = str(fields.get("currency_code") or books.currency)
        legs = _classic_legs(books, fields["details"], currency)
        entry = Entry(
            "journal_entry",
            legs,
            currency,
            read_day(fields["user_entered_date"], "user_entered_date", "journal_entry"),
            str(fields["name"]),
            {},
            str(fields.get("description") or ""),
        )
        rows = _add(books, state, entry)
        return result("journal_entry", _classic_wire(books, entry, rows))

    @app.get(_NEWER)
    def newer_list(business_uuid: str) -> Response:
        _check_version()
        _, books = open_business(state, business_uuid)
        size = min(max(request.args.get("page_size", 20, int), 1), _MOST_PER_PAGE)
        number = max(request.args.get("page_number", 1, int), 1)
        entries = _manual_entries(books)
        start = (number - 1) * size
        shown = visible([_newer_wire(rows) for rows in entries[start : start + size]])
        numbers = {"page": number, "pageSize": size, "total": len(entries)}
        return answer({"manualJournalEntries": shown, "pagination": numbers})

    @app.post(_NEWER)
    def newer_create(business_uuid: str) -> Response:
        _check_version()
        _, books = open_business(state, business_uuid)
        _check_feature(state)
        body = sent_json()
        fields = body.get("manualJournalEntry") if isinstance(body, dict) else None
        if not isinstance(fields, dict):
            raise ledger_error(400, [("manualJournalEntry", "This field is required.")])
        entry = _newer_entry(books, fields)
        rows = _add(books, state, entry)
        return answer({"manualJournalEntry": _newer_wire(rows)})


def _add(books: Books, state: SandboxState, entry: Entry) -> list[DetailRow]:
    rows = books.journal.add(entry, state.clock.now())
    for uuid, _ in entry.legs:
        account = books.ledger[uuid]
        if account.jea_id is None and account.jesa_id is None:
            # A new account is answered without the older ids; what was posted to must have one.
            number = books.next_id("jesa")
            account.jea_id, account.jesa_id = (
                (None, number) if account.parent_uuid else (number, None)
            )
    books.changed()
    return rows


def _manual_entries(books: Books) -> list[list[DetailRow]]:
    """The legs of each manual entry, newest first."""
    found: dict[int, list[DetailRow]] = {}
    for row in books.journal.details:
        if row.kind == "journal_entry":
            found.setdefault(row.entry_id, []).append(row)
    return [found[number] for number in sorted(found, reverse=True)]


def _check_feature(state: SandboxState) -> None:
    if not state.options.journal_entries:
        raise forbidden("Your plan does not include journal entries.")


def _check_version() -> None:
    if request.headers.get("X-API-VERSION", BASE_VERSION) < NEWER_VERSION:
        raise ledger_error(400, [("x-api-version", f"must be {NEWER_VERSION} or later.")])


def _classic_legs(books: Books, details: Any, currency: str) -> Legs:
    accounts = {row.jesa_id: row for row in books.ledger.values() if row.jesa_id is not None}
    legs: list[tuple[str, int]] = []
    for detail in details if isinstance(details, list) else []:
        number = read_whole(detail.get("sub_accountid"), "sub_accountid", "journal_entry")
        if number not in accounts:
            raise invalid("sub_accountid", "journal_entry", number)
        minor = 0
        for name, sign in (("debit", 1), ("credit", -1)):
            if detail.get(name) is not None:
                minor += sign * _classic_sum(detail[name], name, currency)
        legs.append((accounts[number].uuid, minor))
    left_minor: int = sum(leg_minor for _, leg_minor in legs)
    if len(legs) < 2 or left_minor:
        raise invalid("details", "journal_entry", "", "Debits and credits must be equal.")
    return tuple(legs)


def _classic_sum(value: Any, field: str, currency: str) -> int:
    try:
        return to_minor(value, currency)
    except ValueError:
        raise invalid(field, "journal_entry", value) from None


def _classic_wire(books: Books, entry: Entry, rows: list[DetailRow]) -> dict[str, Any]:
    shared = {
        "currency_code": entry.currency,
        "description": entry.description,
        "name": entry.name,
        "user_entered_date": entry.on.isoformat(),
    }
    return {
        **shared,
        "entryid": rows[0].entry_id,
        "id": rows[0].entry_id,
        "details": [
            {
                **shared,
                "id": row.id,
                "detailid": row.id,
                "sub_accountid": books.ledger[row.account].jesa_id,
                "debit": to_text(row.minor, row.currency) if row.minor > 0 else None,
                "credit": to_text(-row.minor, row.currency) if row.minor < 0 else None,
            }
            for row in rows
        ],
    }


def _newer_entry(books: Books, fields: dict[str, Any]) -> Entry:
    details = fields.get("details")
    problems = [
        (n, "This field is required.") for n in ("name", "userEnteredDate") if not fields.get(n)
    ]
    if not isinstance(details, list) or len(details) < 2:
        problems.append(("details", "Two lines at least are required."))
    if problems:
        raise ledger_error(400, problems)
    assert isinstance(details, list)
    currencies = {str(d.get("amount", {}).get("code") or books.currency) for d in details}
    if len(currencies) != 1:
        raise ledger_error(422, [("details", "All lines must have one currency.")])
    currency = currencies.pop()
    legs = tuple(_newer_leg(books, detail, currency) for detail in details)
    if sum(minor for _, minor in legs) != 0:
        raise ledger_error(422, [("details", "Debits and credits must be equal.")])
    refs = {"number": int(fields["journalEntryNumber"])} if _is_number(fields) else {}
    return Entry(
        "journal_entry",
        legs,
        currency,
        _newer_day(fields["userEnteredDate"]),
        str(fields["name"]),
        refs,
        str(fields.get("description") or ""),
    )


def _is_number(fields: dict[str, Any]) -> bool:
    return str(fields.get("journalEntryNumber") or "").isdecimal()


def _newer_day(value: Any) -> date:
    try:
        return date(int(value["year"]), int(value["month"]), int(value["day"]))
    except (TypeError, KeyError, ValueError):
        raise ledger_error(400, [("userEnteredDate", "This is not a date.")]) from None


def _newer_leg(books: Books, detail: dict[str, Any], currency: str) -> tuple[str, int]:
    sign = {"TYPE_DEBIT": 1, "TYPE_CREDIT": -1}.get(str(detail.get("type")))
    account = books.ledger.get(str(detail.get("accountId")))
    if account is None or account.state != "active" or sign is None:
        raise ledger_error(422, [("accountId" if sign else "type", "This is not a valid choice.")])
    try:
        minor = to_minor(_shortest(detail.get("amount", {}).get("amount")), currency)
    except ValueError:
        raise ledger_error(422, [("amount", "This is not an amount.")]) from None
    if minor <= 0:
        raise ledger_error(422, [("amount", "This must be more than nothing.")])
    return account.uuid, sign * minor


def _shortest(value: Any) -> Any:
    """A JSON number may come with zeros after its digits, as 12.50 does."""
    return value.normalize() if isinstance(value, Decimal) else value


def _newer_wire(rows: list[DetailRow]) -> dict[str, Any]:
    """How the newer generation answers; the shape is inferred from its request."""
    first = rows[0]
    return {
        "id": str(first.entry_id),
        "name": first.name,
        "description": first.description,
        "journalEntryNumber": str(first.refs["number"]) if "number" in first.refs else None,
        "userEnteredDate": {"year": first.on.year, "month": first.on.month, "day": first.on.day},
        "details": [
            {
                "id": str(row.id),
                "accountId": row.account,
                "amount": {
                    "amount": to_decimal(abs(row.minor), row.currency),
                    "code": row.currency,
                },
                "type": "TYPE_DEBIT" if row.minor > 0 else "TYPE_CREDIT",
            }
            for row in rows
        ],
    }
