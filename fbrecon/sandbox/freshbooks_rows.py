"""The rows of one set of FreshBooks books: clients, invoices, payments, ledger, expenses.

Sums are minor units, moments aware UTC. How a row looks outside is `freshbooks_wire`; what may
happen to it is `freshbooks_books`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

ACTIVE, DELETED, ARCHIVED = 0, 1, 2


@dataclass(slots=True)
class ClientRow:
    """Who is billed; ``fields`` holds the plain texts under their wire names."""

    id: int
    currency: str
    uuid: str
    signup_at: datetime
    updated_at: datetime
    fields: dict[str, Any]
    vis_state: int = ACTIVE

    @property
    def display_name(self) -> str:
        """Organization, else the person's name."""
        person = f"{self.fields.get('fname', '')} {self.fields.get('lname', '')}".strip()
        return str(self.fields.get("organization") or person)


@dataclass(slots=True)
class LineRow:
    """One line; ``unit_cost`` is a decimal sum, ``amount_minor`` is before tax."""

    lineid: int
    name: str
    description: str
    qty: Decimal
    unit_cost: Decimal
    amount_minor: int
    taxes: tuple[tuple[str, Decimal], ...] = ()


@dataclass(slots=True)
class InvoiceRow:
    """One invoice; paid sums are derived from its payments by `Books`."""

    id: int
    customer_id: int
    number: str
    currency: str
    create_on: date
    due_offset_days: int
    lines: list[LineRow]
    uuid: str
    created_at: datetime
    updated_at: datetime
    lines_at: datetime
    discount_percent: Decimal = Decimal(0)
    discount_minor: int = 0
    total_minor: int = 0
    paid_minor: int = 0
    sent: bool = False
    viewed: bool = False
    disputed: bool = False
    fulfilled_on: date | None = None
    paid_on: date | None = None
    vis_state: int = ACTIVE
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def due_on(self) -> date:
        """The due date follows from the date of the invoice and the offset."""
        return self.create_on + timedelta(days=self.due_offset_days)

    @property
    def outstanding_minor(self) -> int:
        """What is still owed."""
        return self.total_minor - self.paid_minor


@dataclass(slots=True)
class PaymentRow:
    """A payment of an invoice, or a credit (``credit_id`` set, no invoice)."""

    id: int
    client_id: int
    invoice_id: int | None
    amount_minor: int
    currency: str
    paid_on: date
    type: str
    note: str
    updated_at: datetime
    credit_id: int | None = None
    overpayment_id: int | None = None
    from_credit: bool = False
    gateway: str | None = None
    order_id: int | None = None
    send_client_notification: bool | None = None
    vis_state: int = ACTIVE


@dataclass(slots=True)
class LedgerRow:
    """One line of the chart of accounts."""

    uuid: str
    name: str
    number: str
    type: str
    sub_type: str
    updated_at: datetime
    parent_uuid: str | None = None
    description: str = ""
    system_name: str | None = None
    auto_created: bool = False
    state: str = "active"
    category_id: int | None = None
    jea_id: int | None = None
    jesa_id: int | None = None


@dataclass(slots=True)
class CategoryRow:
    """A category of expenses; ``ledger`` is the account that its expenses are posted to."""

    id: int
    name: str
    ledger: str
    created_at: datetime
    parent_id: int | None = None
    is_cogs: bool = False


@dataclass(slots=True)
class ExpenseRow:
    """One expense; the sum includes taxes."""

    id: int
    category_id: int
    staff_id: int
    amount_minor: int
    currency: str
    on: date
    updated_at: datetime
    vendor: str | None = None
    notes: str = ""
    is_duplicate: bool = False
    vis_state: int = ACTIVE
