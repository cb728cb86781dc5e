"""The records of both services, as plain frozen facts. No record knows where it was stored.

Dates (`_on`) have no zone. Times (`_at`) are aware UTC. Sums are `Money`. Where the platform
leaves out the currency, the sum stays an exact `Decimal` until the invoice tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from fbrecon.domain.ids import (
    BookPaymentId,
    CustomerId,
    InvoiceId,
    PayoutId,
    PlatformCustomerId,
    PlatformInvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.money import Money


class Visibility(StrEnum):
    """Whether a record in the books is in use. Archived ones still count; deleted ones do not.

    `GONE` is no word of FreshBooks: the service shows the record nowhere any more, neither among
    the live rows nor among the deleted ones. Why is not known, so nothing counts as undone by it.
    """

    ACTIVE = "active"
    ARCHIVED = "archived"
    DELETED = "deleted"
    GONE = "gone"


class InvoiceStatus(StrEnum):
    """Where an invoice stands, reduced to what decides anything."""

    DRAFT = "draft"
    OPEN = "open"
    PARTIAL = "partial"
    PAID = "paid"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Customer:
    """Who owes, as the books have it."""

    id: CustomerId
    name: str
    email: str
    currency: str
    visibility: Visibility
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice; `amount` is before tax, percents are decimal strings.

    `unit_cost` is a decimal text in the invoice's currency: a rate may have more decimals than
    the currency, so it is shown and never reckoned with.
    """

    line_id: int
    name: str
    description: str
    quantity: str
    unit_cost: str
    amount: Money
    tax1_name: str = ""
    tax1_percent: str = "0"
    tax2_name: str = ""
    tax2_percent: str = "0"


@dataclass(frozen=True, slots=True)
class Invoice:
    """What was billed. `outstanding` is what the books say is still owed."""

    id: InvoiceId
    number: str
    customer_id: CustomerId
    customer_name: str
    total: Money
    outstanding: Money
    paid: Money
    discount: Money
    create_on: date
    due_on: date | None
    status: InvoiceStatus
    visibility: Visibility
    updated_at: datetime
    lines: tuple[Line, ...] = ()

    @property
    def is_collectable(self) -> bool:
        """Open, live and more than nothing is owed: what may stand on the platform."""
        return (
            self.visibility is Visibility.ACTIVE
            and self.status in (InvoiceStatus.OPEN, InvoiceStatus.PARTIAL)
            and self.outstanding.minor > 0
        )


@dataclass(frozen=True, slots=True)
class BookPayment:
    """A payment recorded in the books. Credit rows have no invoice."""

    id: BookPaymentId
    invoice_id: InvoiceId | None
    customer_id: CustomerId | None
    credit_id: int | None
    amount: Money
    paid_on: date
    method: str
    note: str
    gateway: str
    overpayment_id: int | None
    from_credit: bool
    visibility: Visibility
    updated_at: datetime


class PlatformState(StrEnum):
    """What became of a platform payment; `unknown` is a word nobody has explained yet."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    RETURNED = "returned"
    DISPUTED = "disputed"
    REFUNDED_PART = "refunded_part"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"

    @property
    def is_final(self) -> bool:
        """Nothing more is expected (a success can still be returned, up to 60 days later)."""
        return self not in (PlatformState.PENDING, PlatformState.UNKNOWN)


class Method(StrEnum):
    """How the customer paid.

    `none` marks a payment without money (marked as paid by hand), `unknown` one of which the
    platform does not say how it was made: money may have moved, or not.
    """

    CARD = "card"
    ACH = "ach"
    OTHER = "other"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlatformCustomer:
    """A customer on the platform; `external_id` is ours where we made it."""

    id: PlatformCustomerId
    name: str
    email: str
    external_id: str
    created_at: datetime | None
    archived: bool = False


class CopyState(StrEnum):
    """Where an invoice on the platform stands."""

    OPEN = "open"
    PAID = "paid"
    ARCHIVED = "archived"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlatformInvoice:
    """An invoice on the platform. A marker may stand in one of its lines' `descriptions`."""

    id: PlatformInvoiceId
    number: str
    customer_id: PlatformCustomerId
    total: Money
    due_on: date | None
    state: CopyState
    raw_state: str
    descriptions: tuple[str, ...]
    created_at: datetime | None


@dataclass(frozen=True, slots=True)
class StatedFee:
    """A fee as the platform states it, in decimal major units, currency not given."""

    name: str
    kind: str
    amount: Decimal
    paid_by_customer: bool


@dataclass(frozen=True, slots=True)
class ToldByFile:
    """What a file tells of a payment or payout beside what the platform's API would.

    `source` is the platform it is of, "" for the connected one. `alone` says that only a file tells
    of it: the platform itself has not, or not since. Texts are "" where the file has none.
    """

    source: str = ""
    currency: str = ""
    customer: str = ""
    invoice_number: str = ""
    alone: bool = True


@dataclass(frozen=True, slots=True)
class PlatformPayment:
    """A payment collected by the platform, in the platform's own figures.

    `total` is what the customer was charged, `sub_total` what it is before fees that the customer
    covers; both decimal major units. The currency is known only through the invoice.
    """

    id: PlatformPaymentId
    customer_id: PlatformCustomerId | None
    created_at: datetime
    method: Method
    state: PlatformState
    raw_state: str
    total: Decimal
    sub_total: Decimal
    fees: tuple[StatedFee, ...] = ()
    told: ToldByFile | None = None

    @property
    def only_in_file(self) -> bool:
        """Whether only a file tells of it, so that nothing is done about it by itself."""
        return self.told is not None and self.told.alone

    @property
    def source(self) -> str:
        """The platform it is of, "" for the connected one."""
        return "" if self.told is None else self.told.source

    @property
    def customer_fees(self) -> Decimal:
        """Fees the customer covers: charged on top, never booked."""
        return sum((fee.amount for fee in self.fees if fee.paid_by_customer), Decimal(0))

    @property
    def merchant_fees(self) -> Decimal:
        """Fees the merchant bears: kept back from the payout."""
        return sum((fee.amount for fee in self.fees if not fee.paid_by_customer), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether what was charged is the sub-total plus the fees that the customer covers."""
        return self.total == self.sub_total + self.customer_fees

    def taken_off(self, currency: str) -> Money:
        """What the payment takes off the invoice: charged less fees the customer covers."""
        return Money.from_decimal(self.total - self.customer_fees, currency)


class PayoutState(StrEnum):
    """Where the platform's transfer to the bank stands."""

    PENDING = "pending"
    IN_TRANSIT = "in_transit"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class PayoutLineKind(StrEnum):
    """What a payout's signed line stands for."""

    PAYMENT = "payment"
    REFUND = "refund"
    RETURN = "return"
    CHARGEBACK = "chargeback"
    FEE = "fee"
    ADJUSTMENT = "adjustment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PayoutLine:
    """One signed part of a payout, in decimal major units."""

    line_id: str
    kind: PayoutLineKind
    amount: Decimal
    payment_id: PlatformPaymentId | None
    description: str


@dataclass(frozen=True, slots=True)
class Payout:
    """The platform's transfer to the bank; `net` is what should arrive there."""

    id: PayoutId
    state: PayoutState
    raw_state: str
    created_at: datetime
    arrival_on: date | None
    net: Decimal
    gross: Decimal
    fees: tuple[StatedFee, ...] = ()
    lines: tuple[PayoutLine, ...] | None = None
    told: ToldByFile | None = None

    @property
    def only_in_file(self) -> bool:
        """Whether only a file tells of it, so that nothing is done about it by itself."""
        return self.told is not None and self.told.alone

    @property
    def source(self) -> str:
        """The platform it is of, "" for the connected one."""
        return "" if self.told is None else self.told.source

    @property
    def gap(self) -> Decimal:
        """Net less the sum of the lines: zero when the composition is whole."""
        if self.lines is None:
            return Decimal(0)
        return self.net - sum((line.amount for line in self.lines), Decimal(0))
