"""The composition of a payout: its transactions as signed lines, in any shape they come in.

The documents leave the shape open, so three are understood: signed amounts with fees as rows of
their own; sums with a direction and their fees inside; plain payments. A row of any other shape
makes the whole composition unreadable: half a composition would look like a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from fbrecon.domain.documents import PayoutLine, PayoutLineKind, PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.platforms.alternative_payments import words
from fbrecon.platforms.alternative_payments.parse import (
    OddRowError,
    check_amount,
    read_fees,
    read_payment,
)
from fbrecon.platforms.alternative_payments.wire import (
    DirectedTransaction,
    SignedTransaction,
    WireFee,
    WireId,
    decode,
    text_id,
)


def find_lines(
    rows: Iterable[msgspec.Raw], learned: Mapping[str, str]
) -> tuple[PayoutLine, ...] | None:
    """The signed lines of all rows, decimal major units; None if any row is not understood."""
    lines: list[PayoutLine] = []
    for raw in rows:
        found = _find_row_lines(raw, learned)
        if found is None:
            return None
        lines += found
    return tuple(lines)


def _find_row_lines(raw: msgspec.Raw, learned: Mapping[str, str]) -> list[PayoutLine] | None:
    for read in (_signed, _directed, _plain_payment):
        try:
            return read(raw, learned)
        except msgspec.DecodeError:
            continue  # not this shape
        except OddRowError:
            return None
    return None


def _signed(raw: msgspec.Raw, learned: Mapping[str, str]) -> list[PayoutLine]:
    """`{id, type, amount, payment_id}`: the amount is the line, whatever it stands for.

    Where a direction stands beside it, that gives the sign.
    """
    del learned
    row = decode(raw, SignedTransaction)
    amount = check_amount(row.amount, "amount")
    if row.direction is not None:
        amount = _with_sign(amount, row.direction)
    return [
        PayoutLine(
            line_id=text_id(row.id),
            kind=words.line_kind(row.type),
            amount=amount,
            payment_id=_payment_id(row.payment_id),
            description=(row.description or row.type).strip(),
        )
    ]


def _directed(raw: msgspec.Raw, learned: Mapping[str, str]) -> list[PayoutLine]:
    """`{transaction_id, kind, sub_total, direction, fees, reference}`: a sum, its fees inside."""
    del learned
    row = decode(raw, DirectedTransaction)
    amount = _with_sign(check_amount(row.sub_total, "sub_total"), row.direction)
    kind = words.line_kind(row.kind)
    referred = row.reference.payment_id if row.reference is not None else None
    payment_id = _payment_id(referred if referred is not None else row.payment_id)
    line_id = text_id(row.transaction_id)
    line = PayoutLine(line_id, kind, amount, payment_id, (row.description or row.kind).strip())
    # A row that is itself a fee may list it a second time inside.
    inner = [] if kind is PayoutLineKind.FEE else _fee_lines(row.fees, line_id, payment_id)
    return [line, *inner]


def _plain_payment(raw: msgspec.Raw, learned: Mapping[str, str]) -> list[PayoutLine]:
    """A row as in the list of payments; only one that was collected tells its sign."""
    payment = read_payment(raw, learned)
    if payment.state is not PlatformState.SUCCEEDED:
        raise OddRowError("The transaction does not say which way the money went.")
    line = PayoutLine(payment.id, PayoutLineKind.PAYMENT, payment.sub_total, payment.id, "payment")
    fees = [
        PayoutLine(
            f"{payment.id}:fee:{place}", PayoutLineKind.FEE, -fee.amount, payment.id, fee.name
        )
        for place, fee in enumerate(payment.fees, start=1)
        if not fee.paid_by_customer and fee.amount
    ]
    return [line, *fees]


def _fee_lines(
    fees: list[WireFee] | None, line_id: str, payment_id: PlatformPaymentId | None
) -> list[PayoutLine]:
    return [
        PayoutLine(
            line_id=f"{line_id}:fee:{place}",
            kind=PayoutLineKind.FEE,
            amount=-fee.amount,
            payment_id=payment_id,
            description=fee.name or fee.kind,
        )
        for place, fee in enumerate(read_fees(fees), start=1)
        if not fee.paid_by_customer and fee.amount
    ]


def _with_sign(amount: Decimal, direction: str) -> Decimal:
    word = words.normalise(direction)
    if word in words.DEBIT_WORDS:
        return -abs(amount)
    if word not in words.CREDIT_WORDS or amount < 0:
        raise OddRowError("The transaction does not say which way the money went.")
    return amount


def _payment_id(value: WireId | None) -> PlatformPaymentId | None:
    text = text_id(value)
    return PlatformPaymentId(text) if text else None
