"""Answers to break: every recorded answer of FreshBooks, and the platform's documented shapes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fakes.freshbooks_sends import MARKER, wrapped

FOLDER = Path(__file__).parent.parent / "wire_samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One answer and the call that gets it (`tests/fuzz/wire_calls.py`)."""

    name: str
    call: str
    status: int
    body: bytes


# Which call gets the answer of a recorded path, by how the path ends.
_PATHS = (
    ("users/clients", "customers"),
    ("invoices/invoices", "invoices"),
    ("payments/payments", "payments"),
    ("users/me", "identity"),
    ("expenses/categories", "categories"),
    ("expenses/expenses", "expenses"),
    ("journal_entries/journal_entry_details", "postings"),
)
_WHOLE = {
    "chart_of_accounts_report": "ledger_accounts",
    "gateway_connections": "payments",
    "invoice_with_lines": "invoice",
    "journal_entry_create_classic": "send_entry",
    "ledger_account_create_response": "send_ledger_account",
    "ledger_accounts_list": "ledger_accounts",
    "ledger_sub_types": "ledger_accounts",
    "ledger_types": "ledger_accounts",
    "payments_page": "payments",
    "sdk_auth_me_response": "identity",
    "sdk_auth_me_response__no_auth": "identity",
    "sdk_auth_token_response": "tokens",
    "sdk_create_ledger_account_response__validation_errors": "send_ledger_account",
    "sdk_get_client_response__not_found": "customers",
    "sdk_journal_entry_accounts": "base_currency",
    "sdk_list_clients_response": "customers",
    "sdk_list_ledger_accounts_response": "ledger_accounts",
}
_STATUSES = {
    "sdk_auth_me_response__no_auth": 401,
    "sdk_create_ledger_account_response__validation_errors": 400,
    "sdk_get_client_response__not_found": 404,
}


def list_recorded() -> list[Sample]:
    """Every answer in the folder, each with its own call. Raises `KeyError` for a new file."""
    found: list[Sample] = []
    for path in sorted(FOLDER.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if path.stem == "errors":
            for name, case in told.items():
                call = "tokens" if name.startswith("token") else "send_payment"
                found.append(_sample(f"errors.{name}", call, case["http"], case["body"]))
        elif path.stem.startswith("recorded_"):
            found += _calls(path.stem, told)
        elif path.stem == "payment_overpay_request_response":
            found.append(_sample(path.stem, "send_payment", 200, told["response"]))
        else:
            status = _STATUSES.get(path.stem, 200)
            if path.stem == "invoice_with_lines":
                told = {"response": told["response"]}
            found.append(_sample(path.stem, _WHOLE[path.stem], status, told))
    return found


def _calls(stem: str, told: Any) -> list[Sample]:
    found = []
    for verb, paths in told["api"].items():
        for path, call in paths.items():
            reads = next((name for end, name in _PATHS if path.endswith(end)), "invoice")
            if verb != "get":
                reads = {"payments": "send_payment", "expenses": "send_expense"}.get(reads, reads)
            found.append(_sample(f"{stem}.{verb} {path}", reads, call["status"], call["response"]))
    return found


def list_made_up() -> list[Sample]:
    """Answers as the services document them, where none was recorded."""
    return [_sample(name, call, status, body) for name, call, status, body in _MADE_UP]


def _sample(name: str, call: str, status: int, body: Any) -> Sample:
    return Sample(name, call, status, json.dumps(body).encode())


def _page(*rows: Any) -> dict[str, Any]:
    return {"data": list(rows), "has_next_page": False, "end_cursor": None}


_FEE = {"name": "Card fee", "type": "card", "amount": 3.2, "covered_by_customer": False}
_CUSTOMER = {
    "id": "c1",
    "name": "Harbour",
    "email": "a@b.example",
    "external_id": "7",
    "created_at": "2026-01-02T03:04:05Z",
}
_INVOICE = {
    "id": "i1",
    "invoice_number": "INV-7",
    "customer_id": "c1",
    "currency": "USD",
    "due_date": "2026-02-01",
    "status": "open",
    "total": 100.0,
    "line_items": [{"description": f"Work {MARKER}", "amount": 100.0, "quantity": 1}],
    "created_at": "2026-01-02T03:04:05Z",
}
_PAYMENT = {
    "id": "p1",
    "customer_id": "c1",
    "created_at": "2026-01-02T03:04:05Z",
    "payment_method": {"type": "card"},
    "status": "succeeded",
    "sub_total": "100.00",
    "total": 103.2,
    "fees": [_FEE],
}
_PAYOUT = {
    "id": "o1",
    "status": "paid",
    "created_at": "2026-01-02T03:04:05Z",
    "arrival_date": "2026-01-04",
    "total": 96.8,
    "sub_total": 100,
    "fees": [_FEE],
}
_SIGNED = {"id": "t1", "type": "payment", "amount": 100.0, "payment_id": "p1"}
_DIRECTED = {
    "transaction_id": "t2",
    "amount": 100.0,
    "direction": "credit",
    "reference": {"type": "payment", "id": "p1"},
    "fees": [_FEE],
}
_POSTING = {
    "id": 11,
    "sub_account": {"sub_accountid": 9, "account_sub_name": "Bank", "account_sub_number": "1001"},
    "account": {"accountid": 2, "account_name": "Cash"},
    "debit": {"amount": "100.00", "code": "USD"},
    "credit": None,
    "user_entered_date": "2026-01-04",
    "name": "Payout",
    "description": MARKER,
    "detail_type": "payment",
    "entry": {"entryid": 5, "paymentid": 3, "invoiceid": 4},
}
_CHART = {"jesa_id": 9, "uuid": "u9", "name": "Bank", "number": "1001", "type": "asset"}
_ENTRY = {
    "manualJournalEntry": {
        "id": "e1",
        "name": "Payout",
        "description": MARKER,
        "userEnteredDate": {"year": 2026, "month": 1, "day": 4},
        "details": [
            {"accountId": "a", "type": "TYPE_DEBIT", "amount": {"amount": 96.8, "code": "USD"}},
            {"accountId": "b", "type": "TYPE_CREDIT", "amount": {"amount": 96.8, "code": "USD"}},
        ],
    }
}
_EXPENSE = {
    "id": 77,
    "amount": {"amount": "3.20", "code": "USD"},
    "categoryid": 5,
    "date": "2026-01-04",
    "notes": MARKER,
    "vendor": "Alternative Payments",
    "vis_state": 0,
}
_ERROR = {"code": "bad_request", "message": "No.", "validation_errors": {"name": ["Required."]}}


def _listed(key: str, *rows: Any) -> dict[str, Any]:
    about = {"page": 1, "pages": 1, "per_page": 100, "total": len(rows)}
    return {"response": {"result": {key: list(rows), **about}}}


_MADE_UP: tuple[tuple[str, str, int, Any], ...] = (
    ("customers", "platform_customers", 200, _page(_CUSTOMER, _CUSTOMER)),
    ("invoices", "platform_invoices", 200, _page(_INVOICE)),
    ("one invoice", "platform_invoice", 200, {"data": _INVOICE}),
    ("payments", "platform_payments", 200, _page(_PAYMENT, _PAYMENT)),
    ("payouts", "platform_payouts", 200, _page(_PAYOUT)),
    ("signed lines", "platform_lines", 200, _page(_SIGNED, {**_SIGNED, "type": "fee"})),
    ("directed lines", "platform_lines", 200, _page(_DIRECTED)),
    ("payments as lines", "platform_lines", 200, _page(_PAYMENT)),
    ("a made invoice", "platform_send_invoice", 201, _INVOICE),
    ("a made customer", "platform_send_customer", 201, {"data": _CUSTOMER}),
    ("an archived invoice", "platform_archive", 200, {}),
    ("a refusal", "platform_send_invoice", 422, _ERROR),
    ("a refused read", "platform_payments", 403, _ERROR),
    ("a key", "platform_key", 200, {"access_token": "t", "token_type": "Bearer", "expires_in": 1}),
    ("postings", "postings", 200, _listed("journal_entry_details", _POSTING)),
    ("a chart", "chart", 200, {"data": [_CHART, {**_CHART, "uuid": "u8", "name": "Fees"}]}),
    ("categories", "categories", 200, _listed("categories", {"id": 5, "category": "Fees"})),
    ("expenses", "expenses", 200, _listed("expenses", _EXPENSE)),
    ("an expense", "send_expense", 200, {"response": {"result": {"expense": _EXPENSE}}}),
    ("an entry", "send_entry", 200, {"data": _ENTRY}),
    ("a payment as sent", "send_payment", 200, wrapped()),
    ("a removal", "send_removal", 200, wrapped(id=7, vis_state=1)),
    ("stamps", "stamps", 200, _listed("payments", {"id": 7, "vis_state": 0, "updated": None})),
    ("a scan", "scan", 200, _listed("payments", {"id": 7, "vis_state": 0, "invoiceid": 7})),
)
