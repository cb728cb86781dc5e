"""What a file says about payments and payouts, before it is a record of ours.

A file states days, the platform's API states moments; and a file may name a currency, an invoice
number and a customer where the API names none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from fbrecon.domain.documents import (
    Method,
    Payout,
    PayoutLine,
    PayoutLineKind,
    PayoutState,
    PlatformPayment,
    PlatformState,
    StatedFee,
)
from fbrecon.domain.ids import PayoutId, PlatformPaymentId
from fbrecon.domain.moments import noon_in

T = TypeVar("T")
FactKind = Literal["payment", "payout"]

PROCESSING = "processing"
"""The kind of fee that a file states: what the platform keeps for its work."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One row that was not taken in. `row` counts as a spreadsheet does: the first line is 1.

    `field` is ours, empty where the whole row is meant. `skipped` marks a row that is sound and
    simply nothing of this kind, or known better already.
    """

    row: int
    field: str
    problem: str
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a file came to: the rows that could be read, with their numbers, and those not."""

    rows: tuple[tuple[int, T], ...]
    problems: tuple[RowProblem, ...]
    came_back: tuple[CameBack, ...] = ()


class Origin(StrEnum):
    """Where a payment or payout that is here already comes from."""

    FILE = "file"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class FileNote:
    """What a file states of a payment or payout beside what the platform's API would.

    `stated` is all of it as text but what its word for the state means, so that the same statement
    is known when it comes again; `state` is that meaning.
    """

    id: str
    currency: str
    customer: str
    invoice_number: str
    payout_id: str
    reference: str
    stated: str
    state: str
    source: str = ""

    @property
    def content(self) -> tuple[str, ...]:
        """What a digest is made of."""
        told = (self.currency, self.customer, self.invoice_number, self.payout_id, self.stated)
        return (*told, self.source) if self.source else told


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a file says was given back of a payment; `amount` is below zero where it was won back.

    `kind` is refund, return or chargeback. `line_id` tells it apart from others of that payment.
    """

    payment_id: PlatformPaymentId
    line_id: str
    kind: PayoutLineKind
    amount: Decimal


GIVEN_BACK = frozenset({PayoutLineKind.REFUND, PayoutLineKind.RETURN, PayoutLineKind.CHARGEBACK})


def state_after(
    state: PlatformState, charged: Decimal, came_back: Iterable[CameBack]
) -> PlatformState:
    """What became of a payment of which that came back; only what was collected can."""
    if state is not PlatformState.SUCCEEDED:
        return state
    sums = dict.fromkeys(GIVEN_BACK, Decimal(0))
    for part in came_back:
        sums[part.kind] += part.amount
    if sums[PayoutLineKind.CHARGEBACK] > 0:
        return PlatformState.DISPUTED
    if sums[PayoutLineKind.RETURN] > 0:
        return PlatformState.RETURNED
    # A refund that failed comes back as a return above zero.
    refunded = sums[PayoutLineKind.REFUND] + min(sums[PayoutLineKind.RETURN], Decimal(0))
    if refunded >= charged:
        return PlatformState.REFUNDED
    return PlatformState.REFUNDED_PART if refunded > 0 else state


@dataclass(frozen=True, slots=True)
class ImportedPayment:
    """A payment as a file states it, in decimal major units.

    `gross` is what the customer was charged. `currency` is "" where the file names none. `at` is
    known where the file states a time with its zone.
    """

    id: PlatformPaymentId
    on: date
    at: datetime | None
    customer: str
    invoice_number: str
    gross: Decimal
    fee: Decimal
    fee_paid_by_customer: bool
    currency: str
    method: Method
    state: PlatformState
    raw_state: str
    payout_id: PayoutId | None
    source: str = field(default="", repr=False)

    def note(self) -> FileNote:
        """What stands beside the payment."""
        return FileNote(
            self.id,
            self.currency,
            self.customer,
            self.invoice_number,
            self.payout_id or "",
            "",
            repr(replace(self, state=PlatformState.UNKNOWN)),
            self.state.value,
            self.source,
        )

    def as_payment(self, zone: str) -> PlatformPayment:
        """As the platform's API would state it; a day without a time becomes its noon in `zone`."""
        fees: tuple[StatedFee, ...] = ()
        if self.fee:
            fees = (StatedFee("fee", PROCESSING, self.fee, self.fee_paid_by_customer),)
        covered = self.fee if self.fee_paid_by_customer else Decimal(0)
        return PlatformPayment(
            self.id,
            None,
            self.at or noon_in(self.on, zone),
            self.method,
            self.state,
            self.raw_state,
            self.gross,
            self.gross - covered,
            fees,
        )


@dataclass(frozen=True, slots=True)
class ImportedPayout:
    """A payout as a file states it, in decimal major units; `lines` where the file lists them.

    `fees` is None where the file does not state them. `rows` are those it was read from.
    """

    id: PayoutId
    arrival_on: date
    net: Decimal
    gross: Decimal
    fees: Decimal | None
    currency: str
    state: PayoutState
    raw_state: str
    reference: str
    lines: tuple[PayoutLine, ...] | None = None
    rows: tuple[int, ...] = ()
    source: str = field(default="", repr=False)

    def note(self) -> FileNote:
        """What stands beside the payout."""
        stated = repr(replace(self, rows=(), state=PayoutState.UNKNOWN))
        return FileNote(
            self.id,
            self.currency,
            "",
            "",
            "",
            self.reference,
            stated,
            self.state.value,
            self.source,
        )

    def beside(self, known: Payout, reference: str) -> ImportedPayout:
        """With what another file said of the same payout and this one does not state.

        A list of payouts states how each stands and what the bank quotes, a breakdown what it is
        made of. Where both came, sums are those of the lines, whichever came last.
        """
        lines = known.lines if self.lines is None else self.lines
        net = self.net
        if self.lines is not None and (known.lines is None or known.gap):
            # A net that lines do not make up was stated as such: it is not what these add up to.
            net = known.net if net == _sum_of(self.lines) else net
        stated = bool(self.raw_state)
        return replace(
            self,
            net=net,
            gross=self.gross if lines is None else _sum_of(lines, PayoutLineKind.PAYMENT),
            fees=self.fees if lines is None else -_sum_of(lines, PayoutLineKind.FEE),
            state=self.state if stated else known.state,
            raw_state=self.raw_state if stated else known.raw_state,
            reference=self.reference or reference,
            lines=lines,
            source=self.source or known.source,
        )

    def as_payout(self, zone: str) -> Payout:
        """As the platform's API would state it."""
        fees: tuple[StatedFee, ...] = ()
        if self.fees:
            fees = (StatedFee("fees", PROCESSING, self.fees, paid_by_customer=False),)
        return Payout(
            self.id,
            self.state,
            self.raw_state,
            noon_in(self.arrival_on, zone),
            self.arrival_on,
            self.net,
            self.gross,
            fees,
            self.lines,
        )


def _sum_of(lines: Iterable[PayoutLine], kind: PayoutLineKind | None = None) -> Decimal:
    return sum((line.amount for line in lines if kind in (None, line.kind)), Decimal(0))
