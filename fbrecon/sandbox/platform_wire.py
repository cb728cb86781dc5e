"""How the platform's rows look on the wire, in either of two dialects.

What the platform's documents leave open differs between the dialects: words for states and
methods, where the paging flags stand, and what the lines of a payout look like.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from fbrecon.sandbox.amounts import to_decimal
from fbrecon.sandbox.clock import rfc3339
from fbrecon.sandbox.options import Dialect
from fbrecon.sandbox.platform_book import (
    CustomerRow,
    Fee,
    InvoiceRow,
    PaymentRow,
    PayoutLine,
    PayoutRow,
    PlatformBook,
)

_PAYMENT_WORDS_B = {
    "processing": "PS_PENDING",
    "succeeded": "PS_PAID",
    "failed": "PS_FAILED",
    "returned": "PS_RETURNED",
    "disputed": "PS_CHARGEBACK",
    "refunded": "PS_REFUNDED",
    "partially_refunded": "PS_PARTIALLY_REFUNDED",
    "canceled": "PS_VOIDED",
}
_INVOICE_WORDS_B = {
    "open": "IS_OUTSTANDING",
    "paid": "IS_PAID",
    "partially_paid": "IS_PARTIAL",
    "archived": "IS_ARCHIVED",
}
_METHODS_B = {"card": "PM_CARD", "ach": "PM_ACH"}

PAYMENT_STATES = frozenset(_PAYMENT_WORDS_B)
PAYOUT_STATES = frozenset(
    {
        "unspecified", "creating", "processing", "analyzing", "scheduled", "approved", "pending",
        "succeeded", "canceled", "failed",
    }
)  # fmt: skip

CUSTOMER_FIELDS = (
    "name", "legal_name", "email", "external_id", "customer_integration_id",
    "default_payment_method_id", "ein", "street_address", "sub_premise", "city", "state",
    "postal_code", "country",
)  # fmt: skip


def number(cents: int) -> Decimal:
    """Cents as the decimal number that JSON carries."""
    return to_decimal(cents, "USD")


class PlatformWire:
    """Renders rows in one dialect."""

    def __init__(self, book: PlatformBook, dialect: Dialect) -> None:
        self._book = book
        self._dialect = dialect

    def payment_status(self, row: PaymentRow) -> str:
        """The dialect's word for the payment's state."""
        if row.raw_status is not None:
            return row.raw_status
        return _PAYMENT_WORDS_B[row.state] if self._dialect == "b" else row.state

    def invoice_status(self, row: InvoiceRow) -> str:
        """The dialect's word for the invoice's state."""
        if row.raw_status is not None:
            return row.raw_status
        state = self._book.invoice_state(row)
        return _INVOICE_WORDS_B[state] if self._dialect == "b" else state

    def method(self, row: PaymentRow) -> str | None:
        """The dialect's word for how it was paid; marked by hand is no word in a, one in b."""
        if self._dialect == "a":
            return row.method
        if row.method is None:
            return "PM_MARKED_AS_PAID"
        return _METHODS_B.get(row.method, f"PM_{row.method.upper()}")

    def customer(self, row: CustomerRow) -> dict[str, Any]:
        """A customer; nothing on the wire says that it is archived."""
        fields = {name: row.fields.get(name) for name in CUSTOMER_FIELDS}
        return {"id": row.id, **fields, "created_at": rfc3339(row.created_at)}

    def invoice(self, row: InvoiceRow) -> dict[str, Any]:
        """An invoice; there is no sum due on it."""
        return {
            "id": row.id,
            "invoice_number": row.number,
            "customer_id": row.customer_id,
            "currency": row.currency,
            "due_date": row.due_on.isoformat(),
            "status": self.invoice_status(row),
            "memo": row.memo,
            "sub_total": number(row.total_cents),
            "total": number(row.total_cents),
            "line_items": [
                {
                    "description": item.description,
                    "amount": number(item.cents),
                    "quantity": item.quantity,
                }
                for item in row.items
            ],
            "last_notification_at": None,
            "created_at": rfc3339(row.created_at),
        }

    def payment(self, row: PaymentRow) -> dict[str, Any]:
        """A payment; it names neither its invoice nor its currency."""
        return {
            "id": row.id,
            "customer_id": row.customer_id,
            "created_at": rfc3339(row.created_at),
            "due_date": row.due_on.isoformat(),
            "payment_method": self.method(row),
            "status": self.payment_status(row),
            "sub_total": number(row.sub_total_cents),
            "total": number(row.total_cents),
            "fees": [_fee(fee, f"FT_{fee.kind.upper()}") for fee in row.fees],
        }

    def payout(self, row: PayoutRow) -> dict[str, Any]:
        """A payout: total = sub_total less the merchant's fees; those of customers are named."""
        fees = [
            _fee(Fee(-line.cents, line.description, "method"), _payout_fee_type(line))
            for line in row.lines
            if line.kind == "fee"
        ]
        for line in row.lines:
            payment = self._book.payments.get(line.payment_id or "")
            if line.kind == "payment" and payment is not None:
                fees += [_fee(fee, fee.kind) for fee in payment.fees if fee.covered_by_customer]
        return {
            "id": row.id,
            "status": row.status,
            "created_at": rfc3339(row.created_at),
            "arrival_date": row.arrives_on.isoformat(),
            "customer_id": None,
            "sub_total": number(row.net_cents + row.fee_cents),
            "total": number(row.net_cents),
            "fees": fees,
        }

    def payout_rows(self, row: PayoutRow) -> list[dict[str, Any]]:
        """The payout's transactions: signed lines in dialect a, payment-like rows in b."""
        if self._dialect == "a":
            return [self._signed_row(line) for line in row.lines]
        rows = []
        for line in row.lines:
            # A payment's own fee stands within its row; other fees have rows of their own.
            if line.kind == "fee" and self._within_payment(row, line):
                continue
            rows.append(self._payment_like_row(line))
        return rows

    def page(
        self, rows: list[Any], show: Callable[[Any], Any], start: int, end: int
    ) -> dict[str, Any]:
        """One cursor page: rows ``start`` to ``end`` of the whole list."""
        part = rows[start:end]
        more, before = end < len(rows), start > 0
        shown = [show(row) for row in part]
        body: dict[str, Any] = {
            "data": shown,
            "start_cursor": cursor_of(part[0]) if part else None,
            "end_cursor": cursor_of(part[-1]) if part else None,
        }
        flags = {"has_next_page": more, "has_previous_page": before}
        if self._dialect == "b":
            return {**body, "pagination": flags}
        return {**body, **flags}

    @staticmethod
    def _signed_row(line: PayoutLine) -> dict[str, Any]:
        return {
            "id": line.id,
            "type": line.kind,
            "amount": number(line.cents),
            "payment_id": line.payment_id,
            "description": line.description,
            "created_at": rfc3339(line.created_at),
        }

    def _payment_like_row(self, line: PayoutLine) -> dict[str, Any]:
        payment = self._book.payments.get(line.payment_id or "")
        fees: list[Fee] = payment.fees if payment and line.kind == "payment" else []
        covered = sum(fee.cents for fee in fees if fee.covered_by_customer)
        return {
            "transaction_id": line.id,
            "kind": line.kind,
            "sub_total": number(abs(line.cents)),
            "total": number(abs(line.cents) + covered),
            "fees": [_fee(fee, f"FT_{fee.kind.upper()}") for fee in fees],
            "direction": "credit" if line.cents >= 0 else "debit",
            "reference": {"payment_id": line.payment_id},
            "created_at": rfc3339(line.created_at),
        }

    @staticmethod
    def _within_payment(row: PayoutRow, fee: PayoutLine) -> bool:
        return fee.description == "Processing fee" and any(
            line.kind == "payment" and line.payment_id == fee.payment_id for line in row.lines
        )


def cursor_of(row: Any) -> str:
    """The opaque cursor that stands for a row."""
    identity = row if isinstance(row, str) else row.id
    return f"cur_{identity[::-1]}"


def _fee(fee: Fee, kind: str) -> dict[str, Any]:
    return {
        "amount": number(fee.cents),
        "name": fee.name,
        "type": kind,
        "covered_by_customer": fee.covered_by_customer,
    }


def _payout_fee_type(line: PayoutLine) -> str:
    return "method" if line.description == "Processing fee" else "unspecified"
