"""The payments platform in memory: answers as the platform does, as far as sync can tell.

A payment's row names no invoice; asking for the payments of an invoice tells. Payouts come
without their lines until they are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock
from fbrecon.domain.documents import (
    CopyState,
    Method,
    Payout,
    PayoutLine,
    PayoutLineKind,
    PayoutState,
    PlatformCustomer,
    PlatformInvoice,
    PlatformPayment,
    PlatformState,
    StatedFee,
)
from fbrecon.domain.ids import PayoutId, PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import OddRow, Page
from fbrecon.domain.posting import WriteOutcome
from fbrecon.platforms.port import Capabilities, CopyDraft, CustomerDraft
from tests.fakes.send_script import SendScript, applied, refused

Row = TypeVar("Row", PlatformCustomer, PlatformInvoice, PlatformPayment, Payout)

CAPABILITIES = Capabilities(
    holds_invoices=True,
    links_payments_to_invoices=True,
    composes_payouts=True,
    currencies=frozenset({"USD", "CAD"}),
)


class FakePlatform:
    """Implements `fbrecon.platforms.port.Platform`; the rest is what customers and banks do."""

    name = "fake_platform"

    def __init__(
        self, clock: Clock, *, page_size: int = 4, words: Mapping[str, str] | None = None
    ) -> None:
        self.capabilities = CAPABILITIES
        self.clock = clock
        self.page_size = page_size
        self.words: Mapping[str, str] = {} if words is None else words
        self.customers: dict[str, PlatformCustomer] = {}
        self.invoices: dict[str, PlatformInvoice] = {}
        self.payments: dict[str, PlatformPayment] = {}
        self.invoices_of: dict[str, tuple[str, ...]] = {}
        self.payouts: dict[str, Payout] = {}
        self.odd: dict[tuple[str, str], str] = {}
        self.refuses_negative_lines = False
        self.unlisted: set[str] = set()  # invoices that no list shows
        self.forgotten: set[str] = set()  # invoices that are not answered for
        self.on_read: Callable[[str, str], None] | None = None
        self.customer_sends = SendScript(clock.monotonic)
        self.invoice_sends = SendScript(clock.monotonic)
        self.archive_sends = SendScript(clock.monotonic)
        self.archived: list[str] = []
        self._next_id = 0
        self._requests = 0
        self._answered_at: datetime | None = None

    # ---- what customers, banks and people do

    def add_customer(self, external_id: str = "", name: str = "") -> PlatformCustomerId:
        """A customer, made here by somebody; without a name nothing speaks against anybody."""
        number = PlatformCustomerId(self._new_id("cus"))
        self.customers[number] = PlatformCustomer(number, name, "", external_id, self.clock.now())
        return number

    def add_invoice(
        self,
        minor: int,
        *,
        customer: str,
        currency: str = "USD",
        number: str = "",
        descriptions: Sequence[str] = (),
    ) -> PlatformInvoiceId:
        """An invoice, made here by somebody."""
        made = PlatformInvoiceId(self._new_id("pinv"))
        self.invoices[made] = PlatformInvoice(
            made, number, PlatformCustomerId(customer), Money(minor, currency), None,
            CopyState.OPEN, "open", tuple(descriptions), self.clock.now(),
        )  # fmt: skip
        return made

    def pay(
        self,
        *invoices: str,
        amount: str | None = None,
        method: Method = Method.CARD,
        state: PlatformState = PlatformState.SUCCEEDED,
        customer_fee: str = "0",
        merchant_fee: str = "0",
        word: str = "",
    ) -> PlatformPaymentId:
        """A customer pays; `amount` is what comes off the invoices, all they are over by default.

        `word` is what the platform calls its state where that is no known word.
        """
        full = sum(
            (Decimal(self.invoices[i].total.to_decimal_string()) for i in invoices), Decimal(0)
        )
        sub_total = full if amount is None else Decimal(amount)
        fees = tuple(
            StatedFee("Fee", "processing", Decimal(fee), by_customer)
            for fee, by_customer in ((customer_fee, True), (merchant_fee, False))
            if Decimal(fee)
        )
        made = PlatformPaymentId(self._new_id("p"))
        self.payments[made] = PlatformPayment(
            made, self.invoices[invoices[0]].customer_id, self.clock.now(), method, state,
            word or state.value, sub_total + Decimal(customer_fee), sub_total, fees,
        )  # fmt: skip
        self.invoices_of[made] = invoices
        for invoice in invoices:
            paid = sum(
                (self.payments[p].sub_total for p, of in self.invoices_of.items() if invoice in of),
                Decimal(0),
            )
            if paid >= Decimal(self.invoices[invoice].total.to_decimal_string()):
                self.invoices[invoice] = replace(self.invoices[invoice], state=CopyState.PAID)
        return made

    def set_state(self, payment: str, state: PlatformState) -> None:
        """The payment becomes something else: returned, refunded, succeeded."""
        self.payments[payment] = replace(self.payments[payment], state=state, raw_state=state.value)

    def edit_payment(self, payment: str, **changes: object) -> None:
        """Change the row of a payment."""
        self.payments[payment] = replace(self.payments[payment], **changes)  # type: ignore[arg-type]

    def archive(self, invoice: str) -> None:
        """Somebody archives an invoice."""
        self.invoices[invoice] = replace(
            self.invoices[invoice], state=CopyState.ARCHIVED, raw_state="archived"
        )

    def pay_out(
        self, *payments: str, state: PayoutState = PayoutState.PAID, on: date | None = None
    ) -> PayoutId:
        """The platform transfers these payments, less the merchant's fees."""
        rows = [self.payments[p] for p in payments]
        lines = [
            PayoutLine(f"l-{r.id}", PayoutLineKind.PAYMENT, r.sub_total, r.id, "Payment")
            for r in rows
        ]
        fees = sum((r.merchant_fees for r in rows), Decimal(0))
        if fees:
            lines.append(PayoutLine("l-fee", PayoutLineKind.FEE, -fees, None, "Fees"))
        gross = sum((r.sub_total for r in rows), Decimal(0))
        made = PayoutId(self._new_id("po"))
        self.payouts[made] = Payout(
            made, state, state.value, self.clock.now(), on or self.clock.now().date(),
            gross - fees, gross, (), tuple(lines),
        )  # fmt: skip
        return made

    # ---- the port: reading

    def check_connection(self) -> None:
        self._read("connection", "")

    def iter_customers(
        self, cancel: Cancel, *, created_from: datetime | None = None
    ) -> Iterator[Page[PlatformCustomer]]:
        def rows() -> list[PlatformCustomer]:
            return [c for c in self.customers.values() if _is_since(c.created_at, created_from)]

        return self._pages("platform_customers", rows, cancel)

    def iter_invoices(
        self,
        cancel: Cancel,
        *,
        customer_id: PlatformCustomerId | None = None,
        created_from: datetime | None = None,
    ) -> Iterator[Page[PlatformInvoice]]:
        def rows() -> list[PlatformInvoice]:
            return [
                i
                for i in self.invoices.values()
                if customer_id in (None, i.customer_id)
                and _is_since(i.created_at, created_from)
                and i.id not in self.unlisted
            ]

        return self._pages("platform_invoices", rows, cancel)

    def find_invoice(self, invoice_id: PlatformInvoiceId) -> PlatformInvoice | None:
        self._read("invoice", invoice_id)
        return None if invoice_id in self.forgotten else self.invoices.get(invoice_id)

    def iter_payments(
        self, created_from: datetime, created_to: datetime | None, cancel: Cancel
    ) -> Iterator[Page[PlatformPayment]]:
        def rows() -> list[PlatformPayment]:
            return [
                self._worded(p)
                for p in self.payments.values()
                if created_from <= p.created_at
                and (created_to is None or p.created_at <= created_to)
            ]

        return self._pages("platform_payments", rows, cancel)

    def find_payment(self, payment_id: PlatformPaymentId) -> PlatformPayment | None:
        self._read("payment", payment_id)
        found = self.payments.get(payment_id)
        return None if found is None else self._worded(found)

    def list_payments_of_invoice(
        self, invoice_id: PlatformInvoiceId, cancel: Cancel
    ) -> list[PlatformPayment]:
        cancel.raise_if_cancelled()
        self._read("payments_of", invoice_id)
        return [
            self._worded(self.payments[p]) for p, of in self.invoices_of.items() if invoice_id in of
        ]

    def iter_payouts(self, created_from: datetime | None, cancel: Cancel) -> Iterator[Page[Payout]]:
        def rows() -> list[Payout]:
            return [
                replace(p, lines=None)
                for p in self.payouts.values()
                if created_from is None or p.created_at >= created_from
            ]

        return self._pages("payouts", rows, cancel)

    def read_payout_lines(self, payout: Payout, cancel: Cancel) -> Payout:
        cancel.raise_if_cancelled()
        self._read("payout_lines", payout.id)
        if not self.capabilities.composes_payouts:
            return replace(payout, lines=None)
        return replace(payout, lines=self.payouts[payout.id].lines)

    def find_payout(self, payout_id: PayoutId) -> Payout | None:
        self._read("payout", payout_id)
        found = self.payouts.get(payout_id)
        return None if found is None else replace(found, lines=None)

    def service_time(self) -> datetime | None:
        return self._answered_at

    @property
    def requests_made(self) -> int:
        return self._requests

    # ---- the port: writing

    def render_customer(self, draft: CustomerDraft) -> bytes:
        return json.dumps([draft.external_id, draft.name, draft.email]).encode()

    def send_customer(self, body: bytes) -> WriteOutcome:
        self._requests += 1
        return self.customer_sends.send(body, lambda: self._take_customer(*json.loads(body)))

    def _take_customer(self, external_id: str, name: str, email: str) -> WriteOutcome:
        del email
        if any(c.external_id == external_id for c in self.customers.values()):
            return refused("external_id is already used.")
        return applied(self.add_customer(external_id, name))

    def render_invoice(self, draft: CopyDraft) -> bytes:
        lines = [(x.description, x.amount.minor, x.amount.currency) for x in draft.lines]
        return json.dumps([draft.customer_id, draft.number, str(draft.due_on), lines]).encode()

    def send_invoice(self, body: bytes) -> WriteOutcome:
        self._requests += 1
        return self.invoice_sends.send(body, lambda: self._take_invoice(*json.loads(body)))

    def _take_invoice(
        self, customer: str, number: str, due_on: str, lines: list[tuple[str, int, str]]
    ) -> WriteOutcome:
        del number, due_on  # the real one keeps no number either
        if customer not in self.customers:
            return refused("customer_id is unknown.")
        if self.refuses_negative_lines and any(minor < 0 for _, minor, _ in lines):
            return refused("A line may not be negative.")
        texts = [text for text, _, _ in lines]
        minor = sum(minor for _, minor, _ in lines)
        made = self.add_invoice(minor, customer=customer, currency=lines[0][2], descriptions=texts)
        return applied(made)

    def archive_invoice(self, invoice_id: PlatformInvoiceId) -> WriteOutcome:
        self._requests += 1
        return self.archive_sends.send(invoice_id.encode(), lambda: self._take_archive(invoice_id))

    def _take_archive(self, invoice_id: PlatformInvoiceId) -> WriteOutcome:
        self.archived.append(invoice_id)
        if invoice_id in self.invoices:
            self.archive(invoice_id)
        return applied(invoice_id)

    @property
    def sent(self) -> int:
        """How many writes reached it in all."""
        sends = (self.customer_sends, self.invoice_sends)
        return sum(len(script.bodies) for script in sends) + len(self.archived)

    # ---- inside

    def _new_id(self, prefix: str) -> str:
        self._next_id += 1
        return f"{prefix}-{self._next_id:04d}"

    def _worded(self, payment: PlatformPayment) -> PlatformPayment:
        """As it is read: a word that nobody explained is unknown."""
        if payment.raw_state in (state.value for state in PlatformState):
            return payment
        meaning = self.words.get(payment.raw_state, PlatformState.UNKNOWN.value)
        return replace(payment, state=PlatformState(meaning))

    def _read(self, what: str, which: str) -> None:
        self._requests += 1
        self.customer_sends.arrive()
        self.invoice_sends.arrive()
        if self.on_read is not None:
            self.on_read(what, which)
        self._answered_at = self.clock.now()

    def _pages(
        self, name: str, rows: Callable[[], list[Row]], cancel: Cancel
    ) -> Iterator[Page[Row]]:
        """Pages by cursor: the id after which the next one begins."""
        after, number = "", 1
        while True:
            cancel.raise_if_cancelled()
            self._read(name, str(number))
            left = sorted((row for row in rows() if row.id > after), key=lambda row: row.id)
            page = left[: self.page_size]
            odd = [row for row in page if (name, row.id) in self.odd]
            yield Page(
                tuple(row for row in page if row not in odd),
                tuple(OddRow(name, row.id, self.odd[name, row.id]) for row in odd),
                number,
            )
            if len(left) <= self.page_size:
                return
            after, number = page[-1].id, number + 1


def _is_since(created_at: datetime | None, created_from: datetime | None) -> bool:
    return created_from is None or created_at is None or created_at >= created_from
