"""One business's books: its rows, their numbering, and what one change does to another.

Every operation takes the moment at which it happens. Sums are minor units. Callers hold the
state's lock; nothing here knows of HTTP.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from fbrecon.sandbox.amounts import digits_of, rounded
from fbrecon.sandbox.chance import Chance
from fbrecon.sandbox.clock import EASTERN
from fbrecon.sandbox.freshbooks_journal import Journal
from fbrecon.sandbox.freshbooks_rows import (
    ACTIVE,
    DELETED,
    CategoryRow,
    ClientRow,
    ExpenseRow,
    InvoiceRow,
    LedgerRow,
    LineRow,
    PaymentRow,
)

_T = TypeVar("_T")


@dataclass(slots=True)
class NewLine:
    """A line before it has a number of its own; ``unit_cost`` is a decimal sum."""

    name: str
    description: str
    qty: Decimal
    unit_cost: Decimal
    taxes: tuple[tuple[str, Decimal], ...] = ()


class Books:
    """The rows of one account, and the operations that keep them consistent."""

    def __init__(self, account_id: str, chance: Chance, currency: str, first_id: int) -> None:
        self.account_id = account_id
        self.currency = currency
        self.clients: dict[int, ClientRow] = {}
        self.invoices: dict[int, InvoiceRow] = {}
        self.payments: dict[int, PaymentRow] = {}
        self.ledger: dict[str, LedgerRow] = {}
        self.categories: dict[int, CategoryRow] = {}
        self.expenses: dict[int, ExpenseRow] = {}
        self.journal = Journal(self.ledger, first_id * 7)
        self._payments_of: dict[int, list[int]] = {}
        self._chance = chance
        self._next = {
            "client": first_id + 110_000,
            "invoice": first_id,
            "payment": first_id - 140_000,
            "credit": first_id - 60_000,
            "line": first_id * 3,
            "expense": first_id * 5,
            "jesa": first_id * 27,
            "number": 1,
        }
        self._generation = 0
        self._listings: dict[object, tuple[int, Sequence[Any]]] = {}

    # Numbering

    def next_id(self, kind: str) -> int:
        """The next free id of that kind; ids grow, with gaps as other accounts take some."""
        given = self._next[kind]
        gap = (
            1
            if kind in ("line", "number", "jesa")
            else self._chance.stream("ids").choice((1, 1, 2, 4))
        )
        self._next[kind] = given + gap
        return given

    def next_number(self) -> str:
        """The next invoice number, seven digits."""
        return f"{self.next_id('number'):07d}"

    def new_uuid(self) -> str:
        """A fresh uuid."""
        return self._chance.uuid("rows")

    # Listing

    def changed(self) -> None:
        """Forgets prepared listings; every operation calls it."""
        self._generation += 1

    def listing(self, key: object, prepare: Callable[[], Sequence[_T]]) -> Sequence[_T]:
        """The rows that ``prepare`` finds, kept until something changes."""
        kept = self._listings.get(key)
        if kept is not None and kept[0] == self._generation:
            return kept[1]
        if len(self._listings) > 64:
            self._listings.clear()
        rows = prepare()
        self._listings[key] = (self._generation, rows)
        return rows

    def list_payments_of(self, invoice_id: int) -> list[PaymentRow]:
        """All payments ever written on that invoice, deleted ones too, oldest first."""
        return [self.payments[number] for number in self._payments_of.get(invoice_id, ())]

    # Clients

    def add_client(
        self, fields: dict[str, Any], currency: str, at: datetime, vis_state: int = ACTIVE
    ) -> ClientRow:
        """A new client."""
        row = ClientRow(
            self.next_id("client"), currency, self.new_uuid(), at, at, fields, vis_state
        )
        self.clients[row.id] = row
        self.changed()
        return row

    def set_client_state(self, row: ClientRow, vis_state: int, at: datetime) -> None:
        """Deletes, archives or restores a client; `updated` moves if it was another state."""
        if row.vis_state != vis_state:
            row.vis_state = vis_state
            row.updated_at = at
            self.changed()

    # Invoices

    def add_invoice(
        self,
        customer: ClientRow,
        lines: Iterable[NewLine],
        create_on: date,
        at: datetime,
        *,
        due_offset_days: int = 0,
        currency: str | None = None,
        number: str | None = None,
        discount_percent: Decimal = Decimal(0),
        fields: dict[str, Any] | None = None,
    ) -> InvoiceRow:
        """A new draft with the client's address as it is now; the client's `updated` moves."""
        copied = {
            name: customer.fields.get(source, "")
            for name, source in (
                ("organization", "organization"),
                ("fname", "fname"),
                ("lname", "lname"),
                ("street", "p_street"),
                ("city", "p_city"),
                ("province", "p_province"),
                ("code", "p_code"),
                ("country", "p_country"),
            )
        }
        row = InvoiceRow(
            id=self.next_id("invoice"),
            customer_id=customer.id,
            number=number or self.next_number(),
            currency=currency or customer.currency,
            create_on=create_on,
            due_offset_days=due_offset_days,
            lines=[],
            uuid=self.new_uuid(),
            created_at=at,
            updated_at=at,
            lines_at=at,
            discount_percent=discount_percent,
            fields={**copied, **(fields or {})},
        )
        self.invoices[row.id] = row
        self.set_lines(row, lines, at)
        customer.updated_at = at
        return row

    def set_lines(self, row: InvoiceRow, lines: Iterable[NewLine], at: datetime) -> None:
        """Replaces the whole set of lines and counts the sums anew."""
        row.lines = [
            LineRow(
                self.next_id("line"),
                line.name,
                line.description,
                line.qty,
                line.unit_cost,
                rounded((line.qty * line.unit_cost).scaleb(digits_of(row.currency))),
                line.taxes,
            )
            for line in lines
        ]
        row.lines_at = at
        self.price(row, at)

    def price(self, row: InvoiceRow, at: datetime) -> None:
        """Total = lines less discount, plus each tax on what is left of its lines."""
        keep = (Decimal(100) - row.discount_percent) / 100
        sub_total = sum(line.amount_minor for line in row.lines)
        taxed: dict[tuple[str, Decimal], Decimal] = {}
        for line in row.lines:
            for name, percent in line.taxes:
                base = line.amount_minor * keep * percent / 100
                taxed[name, percent] = taxed.get((name, percent), Decimal(0)) + base
        row.discount_minor = sub_total - rounded(sub_total * keep)
        row.total_minor = sub_total - row.discount_minor + sum(rounded(t) for t in taxed.values())
        self.journal.invoice(row, at)
        self.recount(row, at)

    def recount(self, row: InvoiceRow, at: datetime) -> None:
        """Takes the paid sum from the active payments; `updated` moves to ``at``."""
        active = [p for p in self.list_payments_of(row.id) if p.vis_state == ACTIVE]
        row.paid_minor = sum(p.amount_minor for p in active)
        settled = row.outstanding_minor <= 0 and bool(active)
        row.paid_on = max(p.paid_on for p in active) if settled else None
        row.updated_at = at
        self.changed()

    def mark_sent(self, row: InvoiceRow, at: datetime) -> None:
        """A draft becomes a sent invoice; only now does it count."""
        if not row.sent:
            row.sent = True
            row.fulfilled_on = at.astimezone(EASTERN).date()
            row.updated_at = at
            self.journal.invoice(row, at)
            self.changed()

    def set_invoice_state(self, row: InvoiceRow, vis_state: int, at: datetime) -> None:
        """Deletes, archives or restores. Deletion leaves `updated` and the payments alone."""
        if row.vis_state != vis_state:
            row.vis_state = vis_state
            if vis_state != DELETED:
                row.updated_at = at
            self.journal.invoice(row, at)
            self.changed()

    # Payments

    def add_payment(
        self,
        invoice: InvoiceRow,
        amount_minor: int,
        paid_on: date,
        at: datetime,
        *,
        kind: str = "Check",
        note: str = "",
        from_credit: bool = False,
        send_client_notification: bool | None = None,
    ) -> PaymentRow:
        """Takes a sum off an invoice; what is over becomes a credit row of its own."""
        applied = max(0, min(amount_minor, invoice.outstanding_minor))
        row = PaymentRow(
            id=self.next_id("payment"),
            client_id=invoice.customer_id,
            invoice_id=invoice.id,
            amount_minor=applied,
            currency=invoice.currency,
            paid_on=paid_on,
            type=kind,
            note=note,
            updated_at=at,
            from_credit=from_credit,
            send_client_notification=send_client_notification,
        )
        self._keep(row)
        if amount_minor > applied:
            credit = self.add_credit(
                invoice.customer_id,
                amount_minor - applied,
                invoice.currency,
                paid_on,
                at,
                kind=kind,
            )
            credit.note = f"Overpayment: invoice #{invoice.number}"
            row.overpayment_id = credit.id
        if applied:
            self.recount(invoice, at)
        return row

    def add_credit(
        self,
        client_id: int,
        amount_minor: int,
        currency: str,
        paid_on: date,
        at: datetime,
        *,
        kind: str = "Credit",
    ) -> PaymentRow:
        """A credit row: in the payments list, but of no invoice."""
        row = PaymentRow(
            id=self.next_id("payment"),
            client_id=client_id,
            invoice_id=None,
            amount_minor=amount_minor,
            currency=currency,
            paid_on=paid_on,
            type=kind,
            note="",
            updated_at=at,
            credit_id=self.next_id("credit"),
        )
        self._keep(row)
        return row

    def set_payment_state(self, row: PaymentRow, vis_state: int, at: datetime) -> None:
        """Deletes or restores a payment; its invoice reopens or closes."""
        if row.vis_state != vis_state:
            row.vis_state = vis_state
            row.updated_at = at
            self._recount_of(row, at)

    def set_payment_sum(self, row: PaymentRow, amount_minor: int, at: datetime) -> None:
        """Changes the sum, no further than the invoice's outstanding sum allows."""
        invoice = self.invoices.get(row.invoice_id or 0)
        if invoice is not None and row.vis_state == ACTIVE:
            room = max(0, invoice.outstanding_minor + row.amount_minor)
            amount_minor = min(amount_minor, room)
        row.amount_minor = amount_minor
        row.updated_at = at
        self._recount_of(row, at)

    def move_payment(self, row: PaymentRow, invoice: InvoiceRow, at: datetime) -> None:
        """Puts a payment on another invoice."""
        former = self.invoices.get(row.invoice_id or 0)
        if former is not None:
            self._payments_of[former.id].remove(row.id)
            self.recount(former, at)
        row.invoice_id = invoice.id
        row.client_id = invoice.customer_id
        row.updated_at = at
        self._payments_of.setdefault(invoice.id, []).append(row.id)
        self.journal.payment(row, at)
        self.recount(invoice, at)

    def redate_payment(self, row: PaymentRow, paid_on: date, at: datetime) -> None:
        """Puts a payment on another day."""
        row.paid_on = paid_on
        self.journal.payment(row, at)
        self.changed()

    def _keep(self, row: PaymentRow) -> None:
        self.payments[row.id] = row
        self.journal.payment(row, row.updated_at)
        if row.invoice_id is not None:
            self._payments_of.setdefault(row.invoice_id, []).append(row.id)
        self.changed()

    def _recount_of(self, row: PaymentRow, at: datetime) -> None:
        self.journal.payment(row, at)
        invoice = self.invoices.get(row.invoice_id or 0)
        if invoice is not None:
            self.recount(invoice, at)
        self.changed()

    # Expenses

    def add_expense(self, row: ExpenseRow) -> None:
        """An expense is flagged, not refused, where an equal one is there already."""
        fields = (row.category_id, row.amount_minor, row.currency, row.on)
        row.is_duplicate = any(
            (e.category_id, e.amount_minor, e.currency, e.on) == fields
            for e in self.expenses.values()
            if e.vis_state != DELETED
        )
        self.expenses[row.id] = row
        self.expense_changed(row, row.updated_at)

    def expense_changed(self, row: ExpenseRow, at: datetime) -> None:
        """Posts an expense as it stands now."""
        row.updated_at = at
        self.journal.expense(row, self.categories[row.category_id].ledger, at)
        self.changed()
