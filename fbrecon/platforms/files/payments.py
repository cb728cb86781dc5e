"""Payments from a table, one a row."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from fbrecon.domain.documents import Method, PayoutLineKind, PlatformState
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.domain.imports import (
    GIVEN_BACK,
    CameBack,
    ImportedPayment,
    RowProblem,
    state_after,
)
from fbrecon.platforms.files.came_back import CameBackRows, source_of
from fbrecon.platforms.files.fees import fees_are_negative
from fbrecon.table_files.mapping import normal
from fbrecon.table_files.problems import FieldError, shown
from fbrecon.table_files.sheet import Read, Row, Sheet

_STATES: Final = {state.value: state for state in PlatformState}
_GIVEN_BACK: Final = {kind.value: kind for kind in GIVEN_BACK}
_METHODS: Final = {method.value: method for method in Method}


def read_payments(sheet: Sheet) -> Read[ImportedPayment]:
    """The payments of a sheet. Rows that give one payment different figures are all left out."""
    negative = fees_are_negative(sheet)
    back = CameBackRows()

    def read_row(row: Row) -> ImportedPayment | RowProblem:
        if not sheet.is_meant(row):
            kind, payment_id = normal(row.word("kind")), row.text("payment_id")
            text = f"{shown(row.text('kind'))} is no payment."
            if kind in _GIVEN_BACK and payment_id:
                back.take(row, _GIVEN_BACK[kind], row.amount("gross", row.currency()))
                text = f"A {kind} of payment {shown(payment_id)}, whose state it changes."
            return RowProblem(row.number, "kind", text, skipped=True)
        return _payment(row, negative=negative)

    read = _without_contradictions(sheet.read(read_row))
    return replace(read, came_back=back.found())


def _payment(row: Row, *, negative: bool) -> ImportedPayment:
    currency = row.currency()
    stamp = row.day("date")
    gross = row.amount("gross", currency)
    fee = row.find_amount("fee", currency) or Decimal(0)
    if negative:
        fee = -fee
    net = row.find_amount("net", currency)
    if gross <= 0:
        raise FieldError("gross", f"{gross} is not what a customer paid; it must be above zero.")
    if not 0 <= fee <= gross:
        raise FieldError("fee", f"A fee of {fee} does not go with a gross of {gross}.")
    if net is not None and net != gross - fee:
        raise FieldError("net", f"{net} is not {gross} less {fee}.")
    by_customer = _paid_by_customer(row)
    word = row.word("status")
    method = row.word("method")
    payout_id = row.text("payout_id")
    state = _STATES.get(normal(word), PlatformState.UNKNOWN)
    refunded = row.find_amount("refunded", currency) or Decimal(0)
    if refunded:
        given = CameBack(PlatformPaymentId(""), "", PayoutLineKind.REFUND, abs(refunded))
        state = state_after(state, gross, [given])
    return ImportedPayment(
        PlatformPaymentId(row.required("payment_id")),
        stamp.on,
        stamp.at,
        row.text("customer"),
        row.text("invoice_number"),
        gross,
        fee,
        by_customer,
        currency,
        _METHODS.get(normal(method), Method.OTHER),
        state,
        row.required("status"),
        PayoutId(payout_id) if payout_id else None,
        source_of(row),
    )


def _paid_by_customer(row: Row) -> bool:
    who = normal(row.word("fee_paid_by"))
    if who in ("", "merchant"):
        return False
    if who == "customer":
        return True
    raise FieldError(
        "fee_paid_by", f"{shown(row.text('fee_paid_by'))} is not merchant or customer."
    )


def _without_contradictions(read: Read[ImportedPayment]) -> Read[ImportedPayment]:
    """Nobody can tell which of two contradicting rows is right, so neither goes in."""
    said: dict[PlatformPaymentId, ImportedPayment] = {}
    first: dict[PlatformPaymentId, int] = {}
    at_odds: set[PlatformPaymentId] = set()
    for number, payment in read.rows:
        if said.setdefault(payment.id, payment) != payment:
            at_odds.add(payment.id)
        first.setdefault(payment.id, number)
    problems = [
        RowProblem(
            number,
            "payment_id",
            f"{shown(payment.id)} stands in the file with different figures, first in row "
            f"{first[payment.id]}.",
        )
        for number, payment in read.rows
        if payment.id in at_odds
    ]
    rows = tuple((n, payment) for n, payment in read.rows if payment.id not in at_odds)
    return Read(rows, tuple(sorted((*read.problems, *problems), key=lambda p: p.row)))
