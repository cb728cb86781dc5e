"""Rows of tables and lists: what the company file holds, as a person looks at it.

Ids are public strings (`inv_…`, `pay_…`, `out_…`, `act_…`), unique over all kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fbrecon.domain.money import Money


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One invoice in a table.

    `platform` says where it stands there: listed, paid (frozen), archived (by hand), waits (to be
    put there), currency (one that the platform does not take), "" where there is nothing to say.
    """

    id: str
    freshbooks_id: str
    number: str
    customer: str
    customer_id: str
    total: Money
    outstanding: Money
    paid: Money
    create_on: date
    due_on: date | None
    status: str
    visibility: str
    lines: int
    platform_invoice_id: str | None
    frozen: bool
    platform: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of an invoice."""

    id: str
    name: str
    description: str
    quantity: str
    unit_cost: str
    amount: Money
    taxes: str


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer in a table, and what the platform calls them ("" where they are not there).

    `open` is what they owe, a sum for each currency; `invoices` counts those that are not deleted.
    """

    id: str
    freshbooks_id: str
    name: str
    email: str
    currency: str
    visibility: str
    platform_customer_id: str | None
    platform_name: str = ""
    platform_email: str = ""
    open: tuple[Money, ...] = ()
    invoices: int = 0

    @property
    def differs(self) -> bool:
        """Whether the platform knows the customer by another name or e-mail address."""
        if not self.platform_name and not self.platform_email:
            return False
        name = self.platform_name.casefold() != self.name.strip().casefold()
        return name or self.platform_email.casefold() != self.email.strip().casefold()


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment, seen from both sides. `amount` is None while its currency is not known.

    `candidates` are invoices (`inv_…`) that one of a file may be for, the nearest first.
    `takes_invoice`: a person may say which invoice it is for, any that is owed.
    """

    id: str
    platform_payment_id: str | None
    freshbooks_payment_id: str | None
    invoice_number: str | None
    invoice_freshbooks_id: str | None
    customer: str
    amount: Money | None
    paid_on: date
    method: str
    state: str
    platform_state: str
    posting_state: str
    reason: str
    candidates: tuple[str, ...] = ()
    takes_invoice: bool = False


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of a payout's entries; one of debit and credit is None."""

    account: str
    debit: Money | None
    credit: Money | None


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """One payout of the platform. `deposit` is off, proposed, approved, posted, verified or
    uncertain; `deposit_reason` says why it waits, `journal` what is or will be entered.
    `bank_lines` are the own ids of the bank lines that show it. `expense` is off or one of the
    same words, for its fees where they are recorded as an expense; `expense_reason` why it waits.
    """

    id: str
    platform_payout_id: str
    arrival_on: date | None
    gross: Money | None
    fees: Money | None
    net: Money | None
    difference: Money | None
    state: str
    payments: tuple[str, ...]
    composed: bool
    deposit: str = "off"
    deposit_reason: str = ""
    journal: tuple[JournalLine, ...] = ()
    bank_lines: tuple[str, ...] = ()
    expense: str = "off"
    expense_reason: str = ""


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One write to a remote service. `who` moved it last, in the sync `run` ("" outside of one)."""

    id: str
    at: datetime
    kind: str
    subject: str
    intent: str
    attempts: int
    outcome: str
    remote_id: str | None
    undone: bool
    who: str
    run: str
    created_at: datetime
    marker: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry of the activity log: `item` is the public id of what it is about, "" for none.

    `who` is person, fbrecon, schedule or not_recorded; `run` the sync it happened in, "" outside.
    `undo` says of a write whether its kind can be taken back: yes, reversing entry or no.
    """

    id: str
    at: datetime
    who: str
    run: str
    kind: str
    subject: str
    item: str
    why: str
    before: str
    after: str
    remote_id: str
    undo: str = ""


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What a table shows: `sort` is a column key, `text` searches, `status` filters.

    `from_on` and `until_on` are the first and the last day of a period, None where it is open.
    With a `limit` no more rows than that are wanted: what is seen first.
    """

    sort: str
    descending: bool = False
    text: str = ""
    status: str = ""
    from_on: date | None = None
    until_on: date | None = None
    currency: str = ""
    limit: int | None = None
