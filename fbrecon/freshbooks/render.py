"""The exact bytes of what is written to FreshBooks: compact, the same for the same draft."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from fbrecon.domain.documents import Method
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft

PAYMENT_TYPES = {
    Method.CARD: "Credit Card",
    Method.ACH: "ACH",
    Method.OTHER: "Other",
    Method.UNKNOWN: "Other",
}


class _Amount(Struct):
    amount: str
    code: str


class _Payment(Struct):
    invoiceid: int
    amount: _Amount
    date: str
    type: str
    note: str
    # Left to the business's default, a repeated send could mail the customer a second receipt.
    send_client_notification: bool = False


class _PaymentBody(Struct):
    payment: _Payment


class _LedgerAccount(Struct, omit_defaults=True):
    name: str
    sub_type: str
    description: str
    number: str = ""


def render_payment(draft: PaymentDraft) -> bytes:
    """The body of `POST payments/payments`. Raises ValueError for a payment without money."""
    if draft.method not in PAYMENT_TYPES:
        raise ValueError(f"a payment by {draft.method} is never posted")
    payment = _Payment(
        invoiceid=draft.invoice_id,
        amount=_Amount(draft.amount.to_decimal_string(), draft.amount.currency),
        date=draft.paid_on.isoformat(),
        type=PAYMENT_TYPES[draft.method],
        note=draft.note,
    )
    return msgspec.json.encode(_PaymentBody(payment))


def render_payment_removal() -> bytes:
    """The body of `PUT payments/payments/{id}` that deletes a payment.

    Nothing else may stand beside `vis_state`: FreshBooks would drop it without a word.
    """
    return b'{"payment":{"vis_state":1}}'


def render_ledger_account(draft: LedgerAccountDraft) -> bytes:
    """The body of `POST ledger_accounts/accounts`: a top-level account.

    Without a number FreshBooks gives one. `parent_account` is sent as null: validation names it
    as required, and accounts without a parent are answered with null.
    """
    account = msgspec.to_builtins(
        _LedgerAccount(draft.name, draft.sub_type, draft.description, draft.number)
    )
    return msgspec.json.encode({**account, "parent_account": None})
