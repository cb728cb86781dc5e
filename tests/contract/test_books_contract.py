"""The books in memory and FreshBooks' adaptor before the sandbox, held to the same contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from fbrecon.domain.documents import Visibility
from fbrecon.domain.ids import InvoiceId
from fbrecon.sandbox.freshbooks_books import NewLine
from fbrecon.sandbox.freshbooks_rows import ARCHIVED, DELETED
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import Sandbox
from tests.contract.books_contract import START, BooksContract, BooksScene
from tests.fakes.fake_books import FakeBooks
from tests.fakes.fake_clock import FakeClock
from tests.fakes.freshbooks_connected import Connected


class FakeScene:
    """The books in memory."""

    def __init__(self) -> None:
        self.clock = FakeClock(START)
        self.books = FakeBooks(self.clock, page_size=100)

    def add_invoice(self, minor: int, on: date) -> InvoiceId:
        return self.books.add_invoice(minor, on=on)

    def edit_invoice(self, invoice_id: InvoiceId, minor: int) -> None:
        self.books.edit_invoice(invoice_id, minor)

    def delete_invoice(self, invoice_id: InvoiceId) -> None:
        self.books.delete_invoice(invoice_id)

    def archive_invoice(self, invoice_id: InvoiceId) -> None:
        self.books.edit_invoice(invoice_id, visibility=Visibility.ARCHIVED)

    def pay(self, invoice_id: InvoiceId, minor: int, on: date) -> str:
        return str(self.books.pay_by_hand(invoice_id, minor, on))

    def delete_payment(self, payment_id: str) -> None:
        self.books.delete_payment(int(payment_id))

    def advance(self, seconds: int) -> None:
        self.clock.advance(seconds)


class SandboxScene:
    """FreshBooks' adaptor, signed in to an empty sandbox; people are played on its rows."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.connected = Connected(sandbox)
        self.books = self.connected.books()
        self._rows = sandbox.state.main_books
        self._customer: int | None = None

    def add_invoice(self, minor: int, on: date) -> InvoiceId:
        at = self.sandbox.state.clock.now()
        with self.sandbox.state.lock:
            if self._customer is None:
                self._customer = self._rows.add_client({"organization": "Kestrel"}, "USD", at).id
            client = self._rows.clients[self._customer]
            line = NewLine("Work", "In November", Decimal(1), Decimal(minor) / 100)
            row = self._rows.add_invoice(client, [line], on, at)
            self._rows.mark_sent(row, at)
        return InvoiceId(row.id)

    def edit_invoice(self, invoice_id: InvoiceId, minor: int) -> None:
        amount = str(Decimal(minor) / 100)
        self.sandbox.control("edit", kind="invoice", id=invoice_id, amount=amount)

    def delete_invoice(self, invoice_id: InvoiceId) -> None:
        self._set_state(invoice_id, DELETED)

    def archive_invoice(self, invoice_id: InvoiceId) -> None:
        self._set_state(invoice_id, ARCHIVED)

    def _set_state(self, invoice_id: InvoiceId, vis_state: int) -> None:
        with self.sandbox.state.lock:
            row = self._rows.invoices[invoice_id]
            self._rows.set_invoice_state(row, vis_state, self.sandbox.state.clock.now())

    def pay(self, invoice_id: InvoiceId, minor: int, on: date) -> str:
        paid = self.sandbox.control(
            "book_payment",
            invoice=invoice_id,
            amount=str(Decimal(minor) / 100),
            date=on.isoformat(),
        )
        return str(paid["id"])

    def delete_payment(self, payment_id: str) -> None:
        self.sandbox.control("delete", kind="payment", id=payment_id)

    def advance(self, seconds: int) -> None:
        self.sandbox.control("advance", seconds=seconds)


class TestFakeBooks(BooksContract):
    """The fake."""

    @pytest.fixture
    def scene(self) -> BooksScene:
        return FakeScene()


class TestFreshBooksAtTheSandbox(BooksContract):
    """The real adaptor."""

    @pytest.fixture
    def scene(self) -> Iterator[BooksScene]:
        options = SandboxOptions(scenario="empty", now=START, platform_rate_limit=1000)
        with Sandbox(options) as sandbox:
            scene = SandboxScene(sandbox)
            yield scene
            scene.books.close()
