"""The sandbox's controls: what tests and demonstrations make happen from outside.

Every control takes the body of its call and answers JSON; ValueError becomes a 400 with its
message. Controls are not subject to faults, limits or latency, and are not in the request log.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request
from werkzeug.test import run_wsgi_app

from fbrecon.sandbox import controls_books, controls_money
from fbrecon.sandbox.amounts import json_bytes, to_text
from fbrecon.sandbox.clock import rfc3339
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_entries import detail_wire
from fbrecon.sandbox.freshbooks_errors import WireError
from fbrecon.sandbox.freshbooks_expenses import expense_wire
from fbrecon.sandbox.freshbooks_invoices import wire as invoice_wire
from fbrecon.sandbox.freshbooks_ledger import wire as ledger_wire
from fbrecon.sandbox.freshbooks_wire import client_wire, payment_wire
from fbrecon.sandbox.platform_wire import PlatformWire
from fbrecon.sandbox.service import Answer, Service
from fbrecon.sandbox.state import SandboxState

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

Control = Callable[[SandboxState, dict[str, Any]], dict[str, Any]]


def fault(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """Scripts a fault, or with ``clear`` forgets those that wait."""
    if body.get("clear"):
        state.faults.clear()
    else:
        state.faults.add(body)
    return {}


def advance(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """Moves the sandbox's clock."""
    seconds = body.get("seconds")
    if isinstance(seconds, bool) or not isinstance(seconds, (int, Decimal)):
        raise ValueError("advance needs a number of seconds")
    return {"now": rfc3339(state.clock.advance(float(seconds)))}


def clock(state: SandboxState, _: dict[str, Any]) -> dict[str, Any]:
    """What time it is in the sandbox."""
    return {"now": rfc3339(state.clock.now())}


def snapshot(state: SandboxState, _: dict[str, Any]) -> dict[str, Any]:
    """All rows of both services as they look on the wire, and a little of what it hides."""
    main = state.main_books
    others = [books for books in state.books.values() if books is not main]
    return {
        "now": rfc3339(state.clock.now()),
        "freshbooks": {
            **_books(state, main),
            "other_accounts": [_books(state, books) for books in others],
        },
        "platform": _platform(state),
        "ledger_balances": ledger_balances(main),
        "requests": [dataclasses.asdict(visit) for visit in state.visits],
    }


def ledger_balances(books: Books) -> list[dict[str, str]]:
    """What the journal leaves on each account that was posted to, debits positive."""
    return [
        {
            "account": uuid,
            "name": books.ledger[uuid].name,
            "currency": currency,
            "balance": to_text(minor, currency),
        }
        for (uuid, currency), minor in sorted(books.journal.balances().items())
    ]


CONTROLS: dict[str, Control] = {
    **controls_money.CONTROLS,
    **controls_books.CONTROLS,
    "fault": fault,
    "advance": advance,
    "clock": clock,
    "state": snapshot,
}
_READ_BY_GET = ("clock", "state")


def run(state: SandboxState, name: str, body: dict[str, Any]) -> bytes:
    """Runs one control under the lock and answers its JSON; raises ValueError."""
    control = CONTROLS.get(name)
    if control is None:
        raise ValueError(f"unknown control {name!r}; known: {', '.join(sorted(CONTROLS))}")
    with state.lock:
        state.catch_up()
        try:
            answer = control(state, body)
            state.catch_up()
            return json_bytes(answer)
        except WireError as refusal:
            raise ValueError(f"FreshBooks would refuse: {refusal}") from refusal


class ControlService(Service):
    """Serves the controls over HTTP, outside of everything that is scripted."""

    def __init__(self, state: SandboxState) -> None:
        super().__init__(
            "controls", _create_app(state), state, lambda _: (True, {}), lambda _: None
        )

    def answer(self, environ: WSGIEnvironment) -> Answer:
        """The app's answer as it is."""
        parts, status, headers = run_wsgi_app(self.app, environ, buffered=True)
        return Answer(status, list(headers), b"".join(parts))


def _create_app(state: SandboxState) -> Flask:
    app = Flask("fbrecon.sandbox")

    @app.get("/controls/<name>")
    def read(name: str) -> Response:
        if name not in _READ_BY_GET:
            return _problem(f"{name} is not a control that can be read", 404)
        return Response(run(state, name, {}), mimetype="application/json")

    @app.post("/controls/<name>")
    def act(name: str) -> Response:
        try:
            body = json.loads(request.get_data() or b"{}", parse_float=Decimal)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return _problem("the body must be a JSON object", 400)
        try:
            return Response(run(state, name, body), mimetype="application/json")
        except ValueError as problem:
            return _problem(str(problem), 400)

    return app


def _problem(text: str, status: int) -> Response:
    return Response(json_bytes({"error": text}), status, mimetype="application/json")


def _books(state: SandboxState, books: Books) -> dict[str, Any]:
    today, account_id = state.clock.today(), books.account_id
    membership = next(m for m in state.memberships if m.account_id == account_id)
    return {
        "account_id": account_id,
        "business_id": membership.business_id,
        "business_uuid": membership.business_uuid,
        "name": membership.name,
        "role": membership.role,
        "clients": [client_wire(row, account_id) for row in books.clients.values()],
        "invoices": [
            invoice_wire(books, row, today, with_lines=True) for row in books.invoices.values()
        ],
        "payments": [payment_wire(row, account_id) for row in books.payments.values()],
        "ledger_accounts": [ledger_wire(books, row) for row in books.ledger.values()],
        "expenses": [expense_wire(row, account_id) for row in books.expenses.values()],
        "journal_entries": [
            detail_wire(books, row) for row in books.journal.details if row.kind == "journal_entry"
        ],
    }


def _platform(state: SandboxState) -> dict[str, Any]:
    book = state.platform
    wire = PlatformWire(book, state.options.dialect)
    return {
        "customers": [
            {**wire.customer(row), "archived": row.archived} for row in book.customers.values()
        ],
        "invoices": [
            {**wire.invoice(row), "state": book.invoice_state(row)}
            for row in book.invoices.values()
        ],
        "payments": [
            {
                **wire.payment(row),
                "state": row.state,
                "invoice_id": row.invoice_id,
                "currency": row.currency,
                "payout_id": row.payout_id,
            }
            for row in book.payments.values()
        ],
        "payouts": [
            {**wire.payout(row), "currency": row.currency, "transactions": wire.payout_rows(row)}
            for row in book.payouts.values()
        ],
    }
