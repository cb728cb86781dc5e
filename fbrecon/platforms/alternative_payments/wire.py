"""The shapes of the platform's JSON, as sent. Only what is read is declared; the rest is ignored.

Amounts are decimal major units, decoded into exact `Decimal`s from JSON numbers and strings
alike. Fields that the documentation leaves open are optional here and judged in `parse`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

import msgspec

T = TypeVar("T")
WireId = str | int
MOST_DIGITS = 12


class PageInfo(msgspec.Struct):
    """Paging facts in the shape that nests them."""

    has_next_page: bool | None = None
    end_cursor: str | None = None


class WirePage(msgspec.Struct):
    """One page of any list; `data` is null where a list is empty, rows are decoded one by one."""

    data: list[msgspec.Raw] | None
    has_next_page: bool | None = None
    end_cursor: str | None = None
    pagination: PageInfo | None = None

    @property
    def rows(self) -> list[msgspec.Raw]:
        """The rows, none where the list is empty."""
        return self.data or []

    @property
    def cursor(self) -> str | None:
        """The cursor of the last row, from wherever it stands."""
        nested = self.pagination.end_cursor if self.pagination else None
        return self.end_cursor or nested or None

    @property
    def says_more(self) -> bool | None:
        """Whether the platform says that more pages follow; None where it does not say."""
        if self.has_next_page is not None:
            return self.has_next_page
        return self.pagination.has_next_page if self.pagination else None


class WireError(msgspec.Struct):
    """The platform's own shape of an error, `HttpError`; both fields must be there."""

    code: int | str
    message: str
    validation_errors: dict[str, str | list[str]] | None = None


class RowId(msgspec.Struct):
    """Just the id of a row, for naming rows that cannot be read."""

    id: WireId | None = None
    transaction_id: WireId | None = None


class Wrapped(msgspec.Struct):
    """A single record in the shape that wraps it."""

    data: msgspec.Raw


class WireFee(msgspec.Struct):
    """A fee of a payment or a payout."""

    amount: Decimal
    name: str | None = None
    type: str | None = None
    covered_by_customer: bool | None = None


class WireCustomer(msgspec.Struct):
    """A customer."""

    id: WireId
    name: str | None = None
    legal_name: str | None = None
    email: str | None = None
    external_id: WireId | None = None
    created_at: str | None = None
    archived: bool | None = None
    archived_at: str | None = None
    status: str | None = None


class WireLineItem(msgspec.Struct):
    """A line of an invoice."""

    description: str | None = None


class WireInvoice(msgspec.Struct):
    """An invoice; it states no balance, only its total."""

    id: WireId
    customer_id: WireId
    total: Decimal
    currency: str
    status: str | None = None
    invoice_number: WireId | None = None
    due_date: str | None = None
    line_items: list[WireLineItem] | None = None
    created_at: str | None = None
    archived: bool | None = None
    archived_at: str | None = None


class WireMethod(msgspec.Struct):
    """A payment method in the shape of an object."""

    type: str | None = None


class WirePayment(msgspec.Struct):
    """A payment; the platform states neither its invoice nor its currency."""

    id: WireId
    created_at: str
    status: str
    total: Decimal
    sub_total: Decimal
    customer_id: WireId | None = None
    payment_method: str | WireMethod | None = None
    fees: list[WireFee] | None = None


class WirePayout(msgspec.Struct):
    """A payout: `sub_total` before, `total` after the platform's deductions."""

    id: WireId
    status: str
    created_at: str
    total: Decimal
    sub_total: Decimal
    arrival_date: str | None = None
    fees: list[WireFee] | None = None


class SignedTransaction(msgspec.Struct):
    """A payout's transaction as a signed amount; fees are rows of their own."""

    id: WireId
    type: str
    amount: Decimal
    payment_id: WireId | None = None
    description: str | None = None
    direction: str | None = None


class Reference(msgspec.Struct):
    """What a transaction stems from."""

    payment_id: WireId | None = None


class DirectedTransaction(msgspec.Struct):
    """A payout's transaction as a sum with a direction, its fees inside."""

    transaction_id: WireId
    kind: str
    direction: str
    sub_total: Decimal
    total: Decimal | None = None
    fees: list[WireFee] | None = None
    reference: Reference | None = None
    payment_id: WireId | None = None
    description: str | None = None


class CreatedInvoice(msgspec.Struct):
    """The answer to creating an invoice, as far as it repeats what was sent."""

    id: WireId
    total: Decimal | None = None
    currency: str | None = None
    customer_id: WireId | None = None
    invoice_number: WireId | None = None
    status: str | None = None


class CreatedCustomer(msgspec.Struct):
    """The answer to creating a customer, as far as it repeats what was sent."""

    id: WireId
    name: str | None = None
    email: str | None = None
    external_id: WireId | None = None


class SentLine(msgspec.Struct):
    """A line of our own invoice body."""

    amount: Decimal
    quantity: int


class SentInvoice(msgspec.Struct):
    """Our own invoice body, read back to compare the answer with."""

    customer_id: str
    currency: str
    line_items: list[SentLine]


class SentCustomer(msgspec.Struct):
    """Our own customer body, read back to compare the answer with."""

    name: str
    external_id: str


def decode(body: bytes | msgspec.Raw, kind: type[T]) -> T:
    """Decode into a shape. Raises `msgspec.DecodeError` for whatever is wrong with the bytes."""
    try:
        return msgspec.json.decode(body, type=kind)
    except RecursionError:
        raise msgspec.DecodeError("nested too deeply") from None
    except UnicodeDecodeError:
        raise msgspec.DecodeError("not UTF-8") from None


def decode_one(body: bytes, kind: type[T]) -> T:
    """A single record, bare or wrapped in `data`; raises `msgspec.DecodeError`."""
    try:
        return decode(body, kind)
    except msgspec.ValidationError:
        return decode(decode(body, Wrapped).data, kind)


def is_plain_sum(amount: Decimal) -> bool:
    """Whether it is a number of ordinary size: `1e9999999` is short to send and long to write."""
    return amount.is_finite() and -MOST_DIGITS <= amount.adjusted() < MOST_DIGITS


def text_id(value: WireId | None) -> str:
    """An id as text; empty where there is none."""
    return "" if value is None else str(value).strip()
