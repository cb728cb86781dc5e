"""The payments platform's rows, and what happens to the money: paid, failed, returned, paid out.

Sums are whole cents. States are this module's own words; `platform_wire` translates them into
the dialect that is served. Callers hold the state's lock; nothing here knows of HTTP.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fbrecon.sandbox.amounts import rounded
from fbrecon.sandbox.chance import Chance
from fbrecon.sandbox.clock import SandboxClock

RETURN_FEE_CENTS = 1500
CHARGEBACK_FEE_CENTS = 2500

# States in which the money has arrived, in full or less a refund.
COLLECTED = ("succeeded", "partially_refunded", "refunded")


@dataclass(slots=True)
class Fee:
    """What the platform keeps of a payment or a payout."""

    cents: int
    name: str
    kind: str
    covered_by_customer: bool = False


@dataclass(slots=True)
class CustomerRow:
    """Who pays; ``fields`` holds the plain texts under their wire names."""

    id: str
    created_at: datetime
    fields: dict[str, Any]
    archived: bool = False


@dataclass(slots=True)
class Item:
    """One line of an invoice."""

    description: str
    cents: int
    quantity: int


@dataclass(slots=True)
class InvoiceRow:
    """What a customer is asked to pay; ``raw_status`` overrides the status that follows."""

    id: str
    customer_id: str
    currency: str
    due_on: date
    items: list[Item]
    created_at: datetime
    number: str | None = None
    memo: str | None = None
    archived: bool = False
    raw_status: str | None = None

    @property
    def total_cents(self) -> int:
        """The sum of its lines."""
        return sum(item.cents * item.quantity for item in self.items)


@dataclass(slots=True)
class PaymentRow:
    """Money collected; ``sub_total_cents`` comes off the invoice.

    ``method`` is None where someone marked the invoice as paid in the dashboard.
    """

    id: str
    customer_id: str
    invoice_id: str
    currency: str
    sub_total_cents: int
    method: str | None
    state: str
    created_at: datetime
    due_on: date
    fees: list[Fee] = field(default_factory=list)
    refunded_cents: int = 0
    payout_id: str | None = None
    raw_status: str | None = None

    @property
    def total_cents(self) -> int:
        """What was charged: the sum for the invoice and the fees the customer covers."""
        return self.sub_total_cents + sum(f.cents for f in self.fees if f.covered_by_customer)

    @property
    def merchant_fee_cents(self) -> int:
        """What the platform keeps of the merchant's money."""
        return sum(f.cents for f in self.fees if not f.covered_by_customer)


@dataclass(slots=True)
class PayoutLine:
    """One signed part of a payout."""

    id: str
    kind: str
    cents: int
    payment_id: str | None
    description: str
    created_at: datetime


@dataclass(slots=True)
class PayoutRow:
    """A transfer to the bank; its lines add up to the net sum."""

    id: str
    currency: str
    status: str
    created_at: datetime
    arrives_on: date
    lines: list[PayoutLine]

    @property
    def net_cents(self) -> int:
        """What reaches the bank."""
        return sum(line.cents for line in self.lines)

    @property
    def fee_cents(self) -> int:
        """The merchant's fees, as a positive sum."""
        return -sum(line.cents for line in self.lines if line.kind == "fee")


class PlatformBook:
    """All rows of the platform, for the one key that there is."""

    def __init__(self, chance: Chance, clock: SandboxClock) -> None:
        self.client_id = chance.hex("platform-key", 32)
        self.client_secret = chance.hex("platform-key", 48)
        self.customers: dict[str, CustomerRow] = {}
        self.invoices: dict[str, InvoiceRow] = {}
        self.payments: dict[str, PaymentRow] = {}
        self.payouts: dict[str, PayoutRow] = {}
        # Lines that the next payout will carry, with their currency.
        self.pending_lines: list[tuple[str, PayoutLine]] = []
        self._chance = chance
        self._clock = clock

    def new_id(self) -> str:
        """A fresh id."""
        return self._chance.uuid("platform")

    def payments_of(self, invoice_id: str) -> list[PaymentRow]:
        """The payments of an invoice, oldest first."""
        return [row for row in self.payments.values() if row.invoice_id == invoice_id]

    def paid_cents(self, invoice_id: str, *, pending: bool = False) -> int:
        """What came off the invoice; with ``pending`` what is under way counts too."""
        states = (*COLLECTED, "processing") if pending else COLLECTED
        return sum(self.taken_off_cents(row, states) for row in self.payments_of(invoice_id))

    @staticmethod
    def taken_off_cents(row: PaymentRow, states: Collection[str] = COLLECTED) -> int:
        """What a payment takes off its invoice while it stands in one of these states."""
        return row.sub_total_cents - row.refunded_cents if row.state in states else 0

    def invoice_state(self, row: InvoiceRow) -> str:
        """archived, paid, partially_paid or open."""
        if row.archived:
            return "archived"
        paid = self.paid_cents(row.id)
        if paid >= row.total_cents:
            return "paid"
        return "partially_paid" if paid > 0 else "open"

    def add_customer(self, fields: dict[str, Any]) -> CustomerRow:
        """A new customer."""
        row = CustomerRow(self.new_id(), self._clock.now(), fields)
        self.customers[row.id] = row
        return row

    def add_invoice(
        self, customer_id: str, currency: str, due_on: date, items: list[Item]
    ) -> InvoiceRow:
        """A new open invoice."""
        row = InvoiceRow(self.new_id(), customer_id, currency, due_on, items, self._clock.now())
        self.invoices[row.id] = row
        return row

    def pay(
        self,
        invoice: InvoiceRow,
        cents: int,
        *,
        method: str | None,
        state: str,
        fee_cents: int | None,
        fee_paid_by_customer: bool,
    ) -> PaymentRow:
        """A customer pays; without a fee given a card costs 2.9 % + 0.30, other ways nothing."""
        if fee_cents is None:
            fee_cents = card_fee_cents(cents) if method == "card" else 0
        fees = []
        if fee_cents and method is not None:
            fees.append(Fee(fee_cents, "Processing fee", "method", fee_paid_by_customer))
        row = PaymentRow(
            id=self.new_id(),
            customer_id=invoice.customer_id,
            invoice_id=invoice.id,
            currency=invoice.currency,
            sub_total_cents=cents,
            method=method,
            state=state,
            created_at=self._clock.now(),
            due_on=invoice.due_on,
            fees=fees,
        )
        self.payments[row.id] = row
        return row

    def take_back(self, row: PaymentRow, kind: str, fee_cents: int | None) -> None:
        """A bank's return or a chargeback: after a payout it comes off the next one, with a fee."""
        paid_out = row.payout_id is not None
        row.state = "disputed" if kind == "chargeback" else "returned"
        if paid_out:
            cents = row.sub_total_cents - row.refunded_cents
            self._pend(row.currency, kind, -cents, row.id, f"{kind.capitalize()} of a payment")
        if fee_cents is None:
            usual = CHARGEBACK_FEE_CENTS if kind == "chargeback" else RETURN_FEE_CENTS
            fee_cents = usual if paid_out else 0
        if fee_cents:
            self._pend(row.currency, "fee", -fee_cents, row.id, f"{kind.capitalize()} fee")

    def refund(self, row: PaymentRow, cents: int) -> None:
        """Gives money back; it comes off the payout in which it is next."""
        row.refunded_cents += cents
        full = row.refunded_cents >= row.sub_total_cents
        row.state = "refunded" if full else "partially_refunded"
        self._pend(row.currency, "refund", -cents, row.id, "Refund to the customer")

    def adjust(self, currency: str, cents: int, description: str) -> None:
        """Puts a line of no payment into the next payout."""
        self._pend(currency, "adjustment", cents, None, description)

    def unpaid_out(self) -> list[PaymentRow]:
        """The payments whose money has arrived and not been passed on yet."""
        return [
            row
            for row in self.payments.values()
            if row.payout_id is None and row.method is not None and row.state in COLLECTED
        ]

    def pay_out(
        self, payments: Iterable[PaymentRow], currency: str, *, status: str, arrives_on: date
    ) -> PayoutRow:
        """One transfer of these payments less fees, and of whatever else was waiting."""
        payout = PayoutRow(self.new_id(), currency, status, self._clock.now(), arrives_on, lines=[])
        for row in payments:
            row.payout_id = payout.id
            payout.lines.append(self._line("payment", row.sub_total_cents, row.id, "Payment"))
            for fee in row.fees:
                if not fee.covered_by_customer:
                    payout.lines.append(self._line("fee", -fee.cents, row.id, fee.name))
        payout.lines += [line for kept, line in self.pending_lines if kept == currency]
        self.pending_lines = [entry for entry in self.pending_lines if entry[0] != currency]
        self.payouts[payout.id] = payout
        return payout

    def _pend(
        self, currency: str, kind: str, cents: int, payment_id: str | None, description: str
    ) -> None:
        self.pending_lines.append((currency, self._line(kind, cents, payment_id, description)))

    def _line(self, kind: str, cents: int, payment_id: str | None, description: str) -> PayoutLine:
        return PayoutLine(self.new_id(), kind, cents, payment_id, description, self._clock.now())


def card_fee_cents(cents: int) -> int:
    """2.9 % and 30 cents, halves up."""
    return rounded(Decimal(cents * 29) / 1000) + 30
