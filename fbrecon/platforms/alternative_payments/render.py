"""From drafts to the exact bytes that are sent, frozen before the first of them leaves.

Amounts are decimal major units (dollars, never cents), written as JSON number literals out of
integer minor units; no float is ever made of them.
"""

from __future__ import annotations

import msgspec

from fbrecon.domain.money import Money, total
from fbrecon.platforms.port import CopyDraft, CustomerDraft


def render_customer(draft: CustomerDraft) -> bytes:
    """The body of a new customer; without an e-mail address the field is left out."""
    body = {"name": draft.name, "external_id": draft.external_id}
    if draft.email:
        body["email"] = draft.email
    return msgspec.json.encode(body)


def render_invoice(draft: CopyDraft) -> bytes:
    """The body of a new invoice, each line of quantity 1.

    Raises `ValueError` for a draft without lines and `MoneyError` for one of several currencies.
    """
    if not draft.lines:
        raise ValueError("an invoice needs at least one line")
    currency = draft.lines[0].amount.currency
    total((line.amount for line in draft.lines), currency)  # refuses to mix currencies
    body: dict[str, object] = {
        "customer_id": draft.customer_id,
        "currency": currency,
        "due_date": draft.due_on.isoformat(),
        "line_items": [
            {
                "description": line.description,
                "amount": number_literal(line.amount),
                "quantity": 1,
            }
            for line in draft.lines
        ],
    }
    if draft.number:
        body["invoice_number"] = draft.number
    return msgspec.json.encode(body)


def number_literal(amount: Money) -> msgspec.Raw:
    """`Money(1234, "USD")` as the JSON number `12.34`, digit by digit."""
    return msgspec.Raw(amount.to_decimal_string().encode("ascii"))
