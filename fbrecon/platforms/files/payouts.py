"""Payouts from a table: one a row, or one in several rows, each a line of it.

A payout is a signed sum. Where a row of it cannot be read the payout is left out as a whole: with
a line missing it would be told with a wrong sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from fbrecon.domain.documents import PayoutLine, PayoutLineKind, PayoutState
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.domain.imports import GIVEN_BACK, CameBack, ImportedPayout, RowProblem
from fbrecon.platforms.files.came_back import source_of
from fbrecon.platforms.files.fees import fees_are_negative
from fbrecon.table_files.days import Stamp
from fbrecon.table_files.mapping import TableKind, normal
from fbrecon.table_files.problems import FieldError, shown
from fbrecon.table_files.sheet import Read, Row, Sheet

_STATES: Final = {state.value: state for state in PayoutState}
_KINDS: Final = {kind.value: kind for kind in PayoutLineKind}
_OF_A_PAYMENT: Final = frozenset({PayoutLineKind.PAYMENT, *GIVEN_BACK})
_WHOLE: Final = "payout"
"""The word for a row that states the payout itself among its lines, with the opposite sign."""


def read_payouts(sheet: Sheet) -> Read[ImportedPayout]:
    """The payouts of a sheet. Rows that give one payout different figures are all left out."""
    if sheet.mapping.kind is TableKind.PAYOUT_LINES:
        return _read_lines(sheet)
    read = sheet.read(_payout)
    said: dict[PayoutId, ImportedPayout] = {}
    at_odds: dict[PayoutId, int] = {}
    for number, payout in read.rows:
        known = said.setdefault(payout.id, payout)
        if (known.net, known.gross, known.fees, known.arrival_on, known.state) != (
            payout.net,
            payout.gross,
            payout.fees,
            payout.arrival_on,
            payout.state,
        ):
            at_odds[payout.id] = known.rows[0] if known.rows else number
    problems = [
        RowProblem(
            number,
            "payout_id",
            f"{shown(payout.id)} stands in the file with different figures, first in row "
            f"{at_odds[payout.id]}.",
        )
        for number, payout in read.rows
        if payout.id in at_odds
    ]
    rows = tuple((n, payout) for n, payout in read.rows if payout.id not in at_odds)
    return Read(rows, tuple(sorted((*read.problems, *problems), key=lambda p: p.row)))


def _payout(row: Row) -> ImportedPayout:
    currency = row.currency()
    net = row.amount("net", currency)
    fees = row.find_amount("fees", currency)
    gross = row.find_amount("gross", currency)
    if fees is not None and fees < 0:
        raise FieldError("fees", f"{fees} is below zero.")
    word = row.word("status")
    state = PayoutState.PAID if not word else _STATES.get(normal(word), PayoutState.UNKNOWN)
    return ImportedPayout(
        PayoutId(row.required("payout_id")),
        row.day("arrival_date").on,
        net,
        net + (fees or 0) if gross is None else gross,
        fees,
        currency,
        state,
        row.text("status"),
        row.text("bank_reference"),
        rows=(row.number,),
        source=source_of(row),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    payout_id: PayoutId
    arrival: Stamp
    currency: str
    kind: str
    gross: Decimal
    fee: Decimal
    net: Decimal
    payment_id: str
    line_id: str
    description: str
    source: str


def _read_lines(sheet: Sheet) -> Read[ImportedPayout]:
    negative = fees_are_negative(sheet)

    def read_row(row: Row) -> _Line | RowProblem:
        if not row.text("payout_id"):
            text = "It is not paid out yet: it names no payout."
            return RowProblem(row.number, "payout_id", text, skipped=True)
        return _line(row, negative=negative)

    read = sheet.read(read_row)
    of_payout: dict[PayoutId, list[_Line]] = {}
    for _, line in read.rows:
        of_payout.setdefault(line.payout_id, []).append(line)
    broken, is_open = _broken_payouts(sheet, read.problems)
    payouts: list[tuple[int, ImportedPayout]] = []
    problems = list(read.problems)
    for payout_id, lines in of_payout.items():
        reason = ""
        if payout_id in broken:
            reason = f"Row {broken[payout_id]} of the same payout cannot be read."
        elif is_open is not None and not any(line.kind == _WHOLE for line in lines):
            reason = f"Row {is_open} cannot be read and may belong to the same payout."
        elif len({(line.currency, line.arrival.on) for line in lines}) > 1:
            reason = "Its rows name different currencies or days of arrival."
        if reason:
            problems += [RowProblem(line.number, "payout_id", reason) for line in lines]
        else:
            payouts.append((lines[0].number, _compose(payout_id, lines)))
    own = {line.line_id for _, line in read.rows if line.line_id}
    back = tuple(
        CameBack(line.payment_id, line.line_id, line.kind, -line.amount)
        for _, payout in payouts
        for line in payout.lines or ()
        if line.kind in GIVEN_BACK and line.payment_id is not None
        # Only an id of its own tells that a file of payments speaks of the same row.
        if line.line_id in own
    )
    return Read(tuple(payouts), tuple(sorted(problems, key=lambda p: p.row)), back)


def _broken_payouts(
    sheet: Sheet, problems: Sequence[RowProblem]
) -> tuple[dict[PayoutId, int], int | None]:
    """Payouts that lack a row, with that row; and a row of which nobody knows whose it is."""
    failed = {p.row for p in problems if not p.skipped}
    named = {
        row.number: PayoutId(row.text("payout_id")) for row in sheet.rows() if row.number in failed
    }
    broken: dict[PayoutId, int] = {}
    for number in sorted(named):
        broken.setdefault(named[number], number)
    nobodys = sorted(failed - set(named))
    return broken, nobodys[0] if nobodys else None


def _line(row: Row, *, negative: bool) -> _Line:
    currency = row.currency()
    gross = row.amount("gross", currency)
    fee = row.find_amount("fee", currency) or Decimal(0)
    if negative:
        fee = -fee
    net = row.amount("net", currency)
    if net != gross - fee:
        raise FieldError("net", f"{net} is not {gross} less {fee}.")
    return _Line(
        row.number,
        PayoutId(row.required("payout_id")),
        row.day("arrival_date"),
        currency,
        normal(row.word("kind")),
        gross,
        fee,
        net,
        row.text("payment_id"),
        row.text("line_id"),
        row.text("description"),
        source_of(row),
    )


def _compose(payout_id: PayoutId, lines: Sequence[_Line]) -> ImportedPayout:
    """The payout of these lines. What they leave unexplained of its own row stays a gap."""
    whole = [line for line in lines if line.kind == _WHOLE]
    parts = [line for line in lines if line.kind != _WHOLE]
    net = sum((line.net for line in parts), Decimal(0))
    if whole:
        net = -sum((line.net for line in whole), Decimal(0))
    made: list[PayoutLine] = []
    for line in parts:
        made += _parts(line)
    paid = [x.amount for x in made if x.kind is PayoutLineKind.PAYMENT]
    fees = [-x.amount for x in made if x.kind is PayoutLineKind.FEE]
    first = lines[0]
    return ImportedPayout(
        payout_id,
        first.arrival.on,
        net,
        sum(paid, Decimal(0)),
        sum(fees, Decimal(0)),
        first.currency,
        PayoutState.PAID,
        "",
        "",
        tuple(made),
        tuple(line.number for line in lines),
        first.source,
    )


def _parts(line: _Line) -> list[PayoutLine]:
    """A row as lines: what moved, and the fee for it apart, so that no sum hides another."""
    kind = _KINDS.get(line.kind, PayoutLineKind.OTHER)
    names_one = kind in _OF_A_PAYMENT and line.payment_id
    payment_id = PlatformPaymentId(line.payment_id) if names_one else None
    named = line.line_id or line.payment_id or f"row {line.number}"
    text = line.description or line.kind
    found = [PayoutLine(named, kind, line.gross, payment_id, text)] if line.gross else []
    if line.fee:
        fee_of = PlatformPaymentId(line.payment_id) if line.payment_id else None
        found.append(PayoutLine(f"{named} fee", PayoutLineKind.FEE, -line.fee, fee_of, text))
    return found
