"""The books in memory: answers as FreshBooks does, as far as sync and posting can tell.

Rows are listed newest id first. Deleting an invoice leaves its `updated` alone, an overpayment is
truncated without a refusal, and lists may lag behind what was written.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TypeVar

from fbrecon.domain.business import Business
from fbrecon.domain.documents import (
    BookPayment,
    Customer,
    Invoice,
    InvoiceStatus,
    Line,
    Method,
    Visibility,
)
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft
from fbrecon.domain.ids import BookPaymentId, CustomerId, InvoiceId, LedgerAccountId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money
from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from tests.fakes.fake_book_rows import FakeBookRows
from tests.fakes.send_script import applied, refused

Row = TypeVar("Row", Customer, Invoice, BookPayment)

BUSINESS = Business("11", "acc11", "uuid-11", "Harbor Light", "owner", "America/New_York")
TYPES = {Method.CARD: "Credit Card", Method.ACH: "ACH", Method.OTHER: "Other"}


class FakeBooks(FakeBookRows):
    """Implements `fbrecon.sync.ports.Books`; the other methods are what people do in FreshBooks."""

    # ---- what people do

    def add_customer(self, name: str = "Kestrel Freight", currency: str = "USD") -> CustomerId:
        """A new customer."""
        number = CustomerId(self._new_id())
        email = f"{name.split()[0].lower()}@example.com"
        self.customers[number] = Customer(
            number, name, email, currency, Visibility.ACTIVE, self.clock.now()
        )
        return number

    def add_invoice(
        self,
        *amounts: int,
        customer: CustomerId | None = None,
        currency: str = "USD",
        on: date | None = None,
        due: date | None = None,
        status: InvoiceStatus = InvoiceStatus.OPEN,
    ) -> InvoiceId:
        """A new invoice with one line for each amount in minor units."""
        customer = customer or next(iter(self.customers), None) or self.add_customer()  # type: ignore[assignment]
        assert customer is not None
        number = InvoiceId(self._new_id())
        lines = tuple(
            Line(place, f"Work {place}", "", "1", "0", Money(minor, currency))
            for place, minor in enumerate(amounts or (10_000,), 1)
        )
        full = Money(sum(line.amount.minor for line in lines), currency)
        zero = Money.zero(currency)
        self.invoices[number] = Invoice(
            number,
            f"{number:07d}",
            customer,
            self.customers[customer].name,
            full,
            full,
            zero,
            zero,
            on or self._today(),
            due,
            status,
            Visibility.ACTIVE,
            self.clock.now(),
            lines,
        )
        return number

    def edit_invoice(self, invoice_id: int, minor: int | None = None, **changes: object) -> None:
        """Change an invoice; `minor` makes it one line of that sum."""
        invoice = self.invoices[invoice_id]
        if minor is not None:
            amount = Money(minor, invoice.total.currency)
            line = replace(invoice.lines[0], amount=amount)
            changes |= {"total": amount, "lines": (line,)}
        edited = replace(invoice, **changes)  # type: ignore[arg-type]
        self.invoices[invoice_id] = edited
        self._recount(invoice_id)

    def delete_invoice(self, invoice_id: int) -> None:
        """Delete an invoice: its `updated` and its payments stay as they were."""
        self.invoices[invoice_id] = replace(
            self.invoices[invoice_id], visibility=Visibility.DELETED
        )

    def lose(self, row_id: int) -> None:
        """A row is there no more, and nothing tells of it."""
        for rows in (self.customers, self.invoices, self.payments):
            rows.pop(row_id, None)

    def pay_by_hand(
        self, invoice_id: int, minor: int, on: date | None = None, note: str = ""
    ) -> BookPaymentId:
        """A person records a payment."""
        return self._add_payment(invoice_id, minor, on or self._today(), "Check", note).id

    def delete_payment(self, payment_id: int) -> None:
        """Delete a payment; its invoice opens again."""
        self.edit_payment(payment_id, visibility=Visibility.DELETED)

    def edit_payment(self, payment_id: int, **changes: object) -> None:
        """Change a payment."""
        payment = replace(
            self.payments[payment_id],
            updated_at=self.clock.now(),
            **changes,  # type: ignore[arg-type]
        )
        self.payments[payment_id] = payment
        self._recount(payment.invoice_id)

    def add_account(
        self, name: str, kind: str = "asset", sub_type: str = "Current Asset", **more: object
    ) -> LedgerAccountId:
        """A ledger account."""
        number = LedgerAccountId(f"uuid-{self._new_id()}")
        account = LedgerAccount(number, name, "", kind, sub_type, None, "", "active", False)
        self.accounts[number] = replace(account, **more)  # type: ignore[arg-type]
        return number

    def live_with(self, marker: str) -> list[BookPayment]:
        """The live payments whose note carries the marker."""
        return [
            p
            for p in self.payments.values()
            if marker in p.note and p.visibility is not Visibility.DELETED
        ]

    # ---- the port: writing

    def render_payment(self, draft: PaymentDraft) -> bytes:
        return json.dumps(
            {
                "invoice": draft.invoice_id,
                "amount": draft.amount.minor,
                "currency": draft.amount.currency,
                "date": draft.paid_on.isoformat(),
                "type": TYPES[draft.method],
                "note": draft.note,
            }
        ).encode()

    def send_payment(self, body: bytes) -> WriteOutcome:
        self._requests += 1
        return self.payment_sends.send(body, lambda: self._take_payment(json.loads(body)))

    def _take_payment(self, sent: dict[str, object]) -> WriteOutcome:
        invoice = self.invoices.get(int(str(sent["invoice"])))
        minor = int(str(sent["amount"]))
        if invoice is None or sent["currency"] != invoice.total.currency or minor <= 0:
            return refused("There is no such invoice in that currency.")
        day = date.fromisoformat(str(sent["date"]))
        made = self._add_payment(invoice.id, minor, day, str(sent["type"]), str(sent["note"]))
        self._shown_from[made.id] = self.clock.monotonic() + self.list_lag
        if made.amount.minor != minor:
            summary = f"{made.amount} was recorded."
            return WriteOutcome(OutcomeClass.APPLIED_DIFFERENT, summary, str(made.id), 200)
        return applied(str(made.id))

    def payment_differences(self, body: bytes, payment: BookPayment) -> tuple[str, ...]:
        sent = json.loads(body)
        there = {
            "invoice": payment.invoice_id,
            "amount": payment.amount.minor,
            "currency": payment.amount.currency,
            "date": payment.paid_on.isoformat(),
            "type": payment.method,
            "note": payment.note,
        }
        return tuple(f"its {name} is {is_}" for name, is_ in there.items() if is_ != sent[name])

    def render_payment_removal(self) -> bytes:
        return b"delete"

    def send_payment_removal(self, payment_id: str, body: bytes) -> WriteOutcome:
        assert body == b"delete"
        self._requests += 1
        return self.removal_sends.send(body, lambda: self._take_removal(int(payment_id)))

    def _take_removal(self, payment_id: int) -> WriteOutcome:
        if payment_id not in self.payments:
            return refused("There is no such payment.")
        self.delete_payment(payment_id)
        return applied(str(payment_id))

    def render_ledger_account(self, draft: LedgerAccountDraft) -> bytes:
        return json.dumps([draft.name, draft.sub_type, draft.description]).encode()

    def send_ledger_account(self, body: bytes) -> WriteOutcome:
        self._requests += 1
        return self.account_sends.send(body, lambda: self._take_account(*json.loads(body)))

    def _take_account(self, name: str, sub_type: str, description: str) -> WriteOutcome:
        del description
        if any(a.name.casefold() == name.casefold() for a in self.accounts.values()):
            return refused("An account of that name already exists.")
        kind = "expense" if "Expense" in sub_type else "asset"
        return applied(self.add_account(name, kind, sub_type))

    # ---- inside

    def _add_payment(
        self, invoice_id: int, minor: int, on: date, kind: str, note: str
    ) -> BookPayment:
        invoice = self.invoices[invoice_id]
        taken = max(0, min(minor, invoice.outstanding.minor))
        number = BookPaymentId(self._new_id())
        blank = BookPayment(
            number, InvoiceId(invoice_id), invoice.customer_id, None,
            Money(taken, invoice.total.currency), on, kind, note, "", None, False,
            Visibility.ACTIVE, self.clock.now(),
        )  # fmt: skip
        if taken < minor:
            credit = BookPaymentId(self._new_id())
            rest = Money(minor - taken, invoice.total.currency)
            self.payments[credit] = replace(
                blank, id=credit, invoice_id=None, credit_id=credit + 9000, amount=rest, note=""
            )
            blank = replace(blank, overpayment_id=credit)
        self.payments[number] = blank
        self._recount(invoice_id)
        return blank

    def _recount(self, invoice_id: int | None) -> None:
        if invoice_id is None:
            return
        invoice = self.invoices[invoice_id]
        live = [
            p.amount.minor
            for p in self.payments.values()
            if p.invoice_id == invoice_id and p.visibility is Visibility.ACTIVE
        ]
        paid = Money(sum(live), invoice.total.currency)
        due = invoice.total - paid
        status = invoice.status
        if status not in (InvoiceStatus.DRAFT, InvoiceStatus.DISPUTED):
            status = (
                InvoiceStatus.PAID if due.minor <= 0 and live
                else InvoiceStatus.PARTIAL if live else InvoiceStatus.OPEN
            )  # fmt: skip
        self.invoices[invoice_id] = replace(
            invoice, paid=paid, outstanding=due, status=status, updated_at=self.clock.now()
        )
