"""Controls of the platform's money: customers pay, banks return, the platform pays out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from fbrecon.sandbox.amounts import to_minor
from fbrecon.sandbox.platform_book import COLLECTED, InvoiceRow, PaymentRow
from fbrecon.sandbox.platform_wire import PAYMENT_STATES, PAYOUT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from fbrecon.sandbox.state import SandboxState


def pay(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A customer pays an invoice of the platform.

    ``amount`` is what comes off the invoice (default: all that is due); ``method`` is card, ach
    or another word; ``fee`` and ``fee_paid_by`` (merchant, customer) replace the usual card fee;
    ``status`` is succeeded or processing; ``dashboard`` stands for "mark as paid" by hand;
    ``force`` pays more than is due, or an archived invoice.
    """
    invoice = _invoice(state, body.get("invoice"))
    force = bool(body.get("force", False))
    book = state.platform
    if invoice.archived and not force:
        raise ValueError("that invoice is archived")
    due = invoice.total_cents - book.paid_cents(invoice.id, pending=True)
    cents = due if body.get("amount") is None else _cents(body["amount"])
    if cents <= 0 or (cents > due and not force):
        raise ValueError(f"cannot pay {cents} cents where {due} are due")
    status = str(body.get("status", "succeeded"))
    if status not in PAYMENT_STATES:
        raise ValueError(f"unknown status {status!r}; known: {', '.join(sorted(PAYMENT_STATES))}")
    payer = str(body.get("fee_paid_by", "merchant"))
    if payer not in ("merchant", "customer"):
        raise ValueError("fee_paid_by must be merchant or customer")
    method = None if body.get("dashboard") else str(body.get("method") or "card").lower()
    row = book.pay(
        invoice,
        cents,
        method=method,
        state=status,
        fee_cents=None if body.get("fee") is None else _cents(body["fee"]),
        fee_paid_by_customer=payer == "customer",
    )
    return {"payment_id": row.id}


def succeed(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A payment under way arrives."""
    row = _payment(state, body.get("payment_id"))
    if row.state != "processing":
        raise ValueError(f"that payment is {row.state}, not processing")
    row.state = "succeeded"
    return {}


def fail(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A payment fails, at once or after it had seemed to succeed; never after its payout."""
    row = _payment(state, body.get("payment_id"))
    if row.payout_id is not None:
        raise ValueError("that payment was paid out already: it can only be returned")
    if row.state not in ("processing", "succeeded"):
        raise ValueError(f"that payment is {row.state}")
    row.state = "failed"
    return {}


def take_back(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """A bank returns a payment (``kind``: return or chargeback); ``fee`` replaces the usual one."""
    row = _payment(state, body.get("payment_id"))
    kind = str(body.get("kind", "return"))
    if kind not in ("return", "chargeback"):
        raise ValueError("kind must be return or chargeback")
    if row.state not in ("succeeded", "partially_refunded"):
        raise ValueError(f"that payment is {row.state}")
    state.platform.take_back(row, kind, None if body.get("fee") is None else _cents(body["fee"]))
    return {}


def refund(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """Gives a payment back, in full or by an ``amount``."""
    row = _payment(state, body.get("payment_id"))
    if row.state not in ("succeeded", "partially_refunded"):
        raise ValueError(f"that payment is {row.state}")
    left = row.sub_total_cents - row.refunded_cents
    cents = left if body.get("amount") is None else _cents(body["amount"])
    if not 0 < cents <= left:
        raise ValueError(f"cannot refund {cents} cents where {left} are left")
    state.platform.refund(row, cents)
    return {}


def adjust(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """Puts a signed line of no payment into the next payout."""
    currency = str(body.get("currency", "USD"))
    description = str(body.get("description", "Adjustment"))
    state.platform.adjust(currency, _cents(body.get("amount")), description)
    return {}


def payout(state: SandboxState, body: dict[str, Any]) -> dict[str, Any]:
    """Transfers what has arrived: the named payments, or all, one payout for each currency.

    ``payout_id`` is the first, ``payout_ids`` all of them; ``status`` and ``arrival_date`` can
    be given.
    """
    book = state.platform
    status = str(body.get("status", "succeeded"))
    if status not in PAYOUT_STATES:
        raise ValueError(f"unknown status {status!r}; known: {', '.join(sorted(PAYOUT_STATES))}")
    arrives_on = date.fromisoformat(str(body.get("arrival_date") or state.clock.today()))
    rows = book.unpaid_out()
    if body.get("payment_ids") is not None:
        rows = [_payment(state, identity) for identity in body["payment_ids"]]
        for row in rows:
            if row.payout_id is not None or row.state not in COLLECTED or row.method is None:
                raise ValueError(f"payment {row.id} cannot be paid out")
    currencies = {row.currency for row in rows} | {kept for kept, _ in book.pending_lines}
    if not currencies:
        raise ValueError("there is nothing to pay out")
    made = [
        book.pay_out(
            [row for row in rows if row.currency == currency],
            currency,
            status=status,
            arrives_on=arrives_on,
        )
        # The currency with the most payments comes first.
        for currency in sorted(currencies, key=lambda c: (-_count(rows, c), c))
    ]
    return {"payout_id": made[0].id, "payout_ids": [row.id for row in made]}


CONTROLS: dict[str, Callable[[SandboxState, dict[str, Any]], dict[str, Any]]] = {
    "pay": pay,
    "succeed": succeed,
    "fail": fail,
    "return": take_back,
    "refund": refund,
    "adjust": adjust,
    "payout": payout,
}


def _count(rows: list[PaymentRow], currency: str) -> int:
    return sum(row.currency == currency for row in rows)


def _invoice(state: SandboxState, identity: object) -> InvoiceRow:
    row = state.platform.invoices.get(str(identity))
    if row is None:
        raise ValueError(f"the platform has no invoice {identity!r}")
    return row


def _payment(state: SandboxState, identity: object) -> PaymentRow:
    row = state.platform.payments.get(str(identity))
    if row is None:
        raise ValueError(f"the platform has no payment {identity!r}")
    return row


def _cents(value: object) -> int:
    return to_minor(value, "USD")
