"""Sending the same payment to a server that misbehaves, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from fbrecon.domain.documents import Method
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.posting import WriteOutcome
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.transport import FreshBooksTransport
from tests.fakes.freshbooks_bench import BUSINESS, FixedTokens, HandClock
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

MARKER = "FBR-0123456789ABCDEF"
DRAFT = PaymentDraft(
    InvoiceId(7), Money(10000, "USD"), date(2026, 1, 31), Method.CARD, f"Card payment {MARKER}"
)
RECORD: dict[str, Any] = {
    "id": 312143,
    "logid": 312143,
    "invoiceid": 7,
    "clientid": 3,
    "creditid": None,
    "overpaymentid": None,
    "amount": {"amount": "100.00", "code": "USD"},
    "date": "2026-01-31",
    "type": "Credit Card",
    "note": f"Card payment {MARKER}",
    "gateway": None,
    "from_credit": False,
    "updated": "2026-06-29 12:49:08",
    "vis_state": 0,
}


def books(base: str, tokens: Any = None) -> FreshBooksBooks:
    over = FreshBooksTransport(
        Endpoints(base, base), "client", tokens or FixedTokens(), HandClock()
    )
    return FreshBooksBooks(over, BUSINESS, base)


def wrapped(**changes: Any) -> dict[str, Any]:
    return {"response": {"result": {"payment": {**RECORD, **changes}}}}


def send(say: Say | Callable[[Asked], Say], tokens: Any = None) -> tuple[WriteOutcome, list[Asked]]:
    """What becomes of the draft when the server says so, and what the server was asked."""
    script = say if callable(say) else lambda _: say
    with ScriptedServer(script) as server:
        to = books(server.url, tokens)
        outcome = to.send_payment(to.render_payment(DRAFT))
        to.close()
    return outcome, server.asked


def error(errno: int | str) -> dict[str, Any]:
    return {"response": {"errors": [{"errno": errno, "message": "No.", "field": "amount"}]}}
