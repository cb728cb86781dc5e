"""From the platform's rows to records of the domain, row by row.

A row that cannot be read is set aside with its id and the reason; the rest of the page goes on.
Pure: no network, no clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TypeVar

import msgspec

from fbrecon.domain.documents import (
    CopyState,
    Payout,
    PlatformCustomer,
    PlatformInvoice,
    PlatformPayment,
    StatedFee,
)
from fbrecon.domain.ids import (
    PayoutId,
    PlatformCustomerId,
    PlatformInvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.pages import OddRow, Page
from fbrecon.platforms.alternative_payments import words
from fbrecon.platforms.alternative_payments.wire import (
    MOST_DIGITS,
    RowId,
    WireCustomer,
    WireFee,
    WireId,
    WireInvoice,
    WireMethod,
    WirePage,
    WirePayment,
    WirePayout,
    decode,
    text_id,
)

R = TypeVar("R")
ReadRow = Callable[[msgspec.Raw | bytes], R]

_FIELD = re.compile(r"field `(?P<missing>\w+)`|at `\$\.?(?P<place>[^`]*)`")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:\Z|[T ])")
_DECIMALS = 2  # of every currency that the platform takes


class OddRowError(ValueError):
    """A row of the platform that cannot be taken as it is; the text is for a person."""


def read_page(rows: WirePage, number: int, resource: str, read_row: ReadRow[R]) -> Page[R]:
    """A page of records; rows that cannot be read stand under `odd`."""
    records: list[R] = []
    odd: list[OddRow] = []
    for raw in rows.rows:
        try:
            records.append(read_row(raw))
        except (msgspec.DecodeError, OddRowError, MoneyError) as error:
            odd.append(OddRow(resource, row_id(raw), problem_of(error)))
    return Page(tuple(records), tuple(odd), number)


def row_id(raw: msgspec.Raw | bytes) -> str:
    """The id of a row however odd it is, empty where it has none."""
    try:
        found = decode(raw, RowId)
    except msgspec.DecodeError:
        return ""
    return text_id(found.id) or text_id(found.transaction_id)


def problem_of(error: Exception) -> str:
    """Why a row was set aside, in plain words."""
    if isinstance(error, OddRowError):
        return str(error)
    if isinstance(error, MoneyError):
        return f"An amount cannot be taken: {error}."
    found = _FIELD.search(str(error))
    name = (found["missing"] or found["place"] or "") if found else ""
    if not name:
        return "The row is not of the documented shape."
    return f"The field “{name}” is missing or not of the documented kind."


def read_customer(raw: msgspec.Raw | bytes) -> PlatformCustomer:
    """A customer. Raises `msgspec.DecodeError` or `OddRowError`."""
    row = decode(raw, WireCustomer)
    return PlatformCustomer(
        id=PlatformCustomerId(_required_id(row.id, "id")),
        name=(row.name or row.legal_name or "").strip(),
        email=(row.email or "").strip(),
        external_id=text_id(row.external_id),
        created_at=_optional_moment(row.created_at, "created_at"),
        archived=_is_archived(row.status, row.archived, row.archived_at),
    )


def read_invoice(raw: msgspec.Raw | bytes) -> PlatformInvoice:
    """An invoice. Raises `msgspec.DecodeError`, `MoneyError` or `OddRowError`."""
    row = decode(raw, WireInvoice)
    raw_state = row.status or ""
    state = words.copy_state(raw_state)
    if _is_archived(None, row.archived, row.archived_at):
        state = CopyState.ARCHIVED
    return PlatformInvoice(
        id=PlatformInvoiceId(_required_id(row.id, "id")),
        number=text_id(row.invoice_number),
        customer_id=PlatformCustomerId(_required_id(row.customer_id, "customer_id")),
        total=Money.from_decimal(_amount(row.total, "total"), row.currency.strip().upper()),
        due_on=_optional_day(row.due_date, "due_date"),
        state=state,
        raw_state=raw_state,
        descriptions=tuple(line.description or "" for line in row.line_items or ()),
        created_at=_optional_moment(row.created_at, "created_at"),
    )


def read_payment(raw: msgspec.Raw | bytes, learned: Mapping[str, str]) -> PlatformPayment:
    """A payment; `learned` explains words of its state that the table does not know.

    Raises `msgspec.DecodeError` or `OddRowError`.
    """
    row = decode(raw, WirePayment)
    method = row.payment_method
    customer_id = text_id(row.customer_id)
    if isinstance(method, WireMethod):
        # An object without a word says that there was a method, not which.
        method = method.type or "other"
    return PlatformPayment(
        id=PlatformPaymentId(_required_id(row.id, "id")),
        customer_id=PlatformCustomerId(customer_id) if customer_id else None,
        created_at=_moment(row.created_at, "created_at"),
        method=words.payment_method(method),
        state=words.payment_state(row.status, learned),
        raw_state=row.status,
        total=_amount(row.total, "total"),
        sub_total=_amount(row.sub_total, "sub_total"),
        fees=read_fees(row.fees),
    )


def read_payout(raw: msgspec.Raw | bytes) -> Payout:
    """A payout without its lines. Raises `msgspec.DecodeError` or `OddRowError`."""
    row = decode(raw, WirePayout)
    return Payout(
        id=PayoutId(_required_id(row.id, "id")),
        state=words.payout_state(row.status),
        raw_state=row.status,
        created_at=_moment(row.created_at, "created_at"),
        arrival_on=_optional_day(row.arrival_date, "arrival_date"),
        net=_amount(row.total, "total"),
        gross=_amount(row.sub_total, "sub_total"),
        fees=read_fees(row.fees),
    )


def read_fees(fees: list[WireFee] | None) -> tuple[StatedFee, ...]:
    """The fees as stated; one that does not say who pays is the merchant's."""
    return tuple(
        StatedFee(
            name=(fee.name or "").strip(),
            kind=words.fee_kind(fee.type or ""),
            amount=_amount(fee.amount, "fees.amount"),
            paid_by_customer=bool(fee.covered_by_customer),
        )
        for fee in fees or ()
    )


def check_amount(amount: Decimal, name: str) -> Decimal:
    """The amount, if it is a plain sum in whole cents; raises `OddRowError` else."""
    return _amount(amount, name)


def _amount(amount: Decimal, name: str) -> Decimal:
    if not amount.is_finite() or amount.adjusted() >= MOST_DIGITS:
        raise OddRowError(f"The field “{name}” is not an amount.")
    if amount.adjusted() < -MOST_DIGITS or amount != round(amount, _DECIMALS):
        raise OddRowError(f"The field “{name}”, {str(amount)[:40]}, is finer than a cent.")
    return amount


def _required_id(value: WireId, name: str) -> str:
    text = text_id(value)
    if not text:
        raise OddRowError(f"The field “{name}” is empty.")
    return text


def _is_archived(status: str | None, archived: bool | None, archived_at: str | None) -> bool:  # noqa: FBT001
    said = status is not None and words.copy_state(status) is CopyState.ARCHIVED
    return said or bool(archived) or bool(archived_at)


def _moment(text: str, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise OddRowError(f"The field “{name}”, “{text[:40]}”, is not a time.") from None
    # The platform documents UTC; a time without a zone is taken as that.
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        raise OddRowError(f"The field “{name}”, “{text[:40]}”, is not a time.") from None


def _optional_moment(text: str | None, name: str) -> datetime | None:
    return _moment(text, name) if text and text.strip() else None


def _optional_day(text: str | None, name: str) -> date | None:
    """The calendar day as written: a time beside it does not move it to another zone."""
    if not text or not text.strip():
        return None
    said = text.strip()
    if not _DAY.match(said):
        raise OddRowError(f"The field “{name}”, “{said[:40]}”, is not a date.")
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        raise OddRowError(f"The field “{name}”, “{said[:40]}”, is not a date.") from None
