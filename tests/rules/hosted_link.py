"""The platform's own FreshBooks link, played: it pushes open invoices and records what was paid."""

from __future__ import annotations

from decimal import Decimal

from fbrecon.sandbox.amounts import to_text
from fbrecon.sandbox.platform_book import Item
from tests.rules.stage import Stage


class HostedLink:
    """Works on both services as somebody else's program, with numbers and no markers."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.customers: dict[int, str] = {}
        self.copies: dict[int, str] = {}
        self.posted: dict[str, str] = {}

    def push(self, invoice: int) -> str:
        """An open invoice, under its number, for the customer of its name."""
        book, row = self.stage.sandbox.state.platform, self.stage.books.invoices[invoice]
        client = self.stage.books.clients[row.customer_id]
        if client.id not in self.customers:
            fields = {"name": client.display_name, "email": client.fields.get("email")}
            fields["external_id"] = f"hosted-{client.id}"
            self.customers[client.id] = book.add_customer(fields).id
        item = Item("Work", row.total_minor, 1)
        made = book.add_invoice(self.customers[client.id], row.currency, row.due_on, [item])
        made.number = row.number
        self.copies[invoice] = made.id
        return made.id

    def run(self) -> None:
        """What it does every few minutes: new invoices there, new payments here."""
        book = self.stage.sandbox.state.platform
        for row in list(self.stage.books.invoices.values()):
            if row.id not in self.copies and row.sent and row.outstanding_minor > 0:
                self.push(row.id)
        invoice_of = {copy: invoice for invoice, copy in self.copies.items()}
        for payment in list(book.payments.values()):
            invoice = invoice_of.get(payment.invoice_id)
            if invoice is None or payment.id in self.posted or payment.state != "succeeded":
                continue
            amount = Decimal(to_text(payment.sub_total_cents, payment.currency))
            body = {"invoice": str(invoice), "amount": str(amount), "type": "Credit Card"}
            day = payment.created_at.date().isoformat()
            made = self.stage.control("book_payment", **body, date=day, note="Alternative Payments")
            self.posted[payment.id] = str(made["id"])
