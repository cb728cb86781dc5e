"""A rehearsal of the writing part of a sync: the same code on the same facts, and nothing leaves.

It runs inside a transaction that is rolled back. Looking reads the company file where a real run
reads the services; sending only changes the copies as the service would. So whatever proposes,
holds back or follows from another write does so here exactly as it will later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast

from fbrecon.clock import Clock
from fbrecon.domain.documents import (
    BookPayment,
    CopyState,
    Invoice,
    InvoiceStatus,
    PlatformCustomer,
    PlatformInvoice,
    PlatformPayment,
    Visibility,
)
from fbrecon.domain.drafts import PaymentScan
from fbrecon.domain.ids import (
    BookPaymentId,
    InvoiceId,
    PlatformCustomerId,
    PlatformInvoiceId,
)
from fbrecon.domain.intents import Intent
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Page
from fbrecon.domain.posting import OutcomeClass, PostingState, WriteKind, WriteOutcome
from fbrecon.domain.postings import ExpenseScan, PostingQuery, PostingWindow
from fbrecon.domain.proposing import NotProposed
from fbrecon.domain.rules import WritingRules
from fbrecon.platforms.port import Platform
from fbrecon.sync.engine import Services, SyncEngine
from fbrecon.sync.entry_stage import EntryPlan
from fbrecon.sync.fee_stage import FeePlan
from fbrecon.sync.ports import Books, Ledger
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.settling import SettleRules
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import Confirmation, Look, Sight, Writer


@dataclass(frozen=True, slots=True)
class Send:
    """A write as it would be sent, with the reason for it and its invoice before and after."""

    intent: Intent
    reason: str = ""
    before: Invoice | None = None
    after: Invoice | None = None


@dataclass(slots=True)
class Stage:
    """What happened in a rehearsal: sends in their order, and payments that were not proposed."""

    stores: Stores
    sends: list[Send] = field(default_factory=list)
    not_proposed: list[NotProposed] = field(default_factory=list)

    def next_id(self) -> str:
        """An id that no service gives: those of the books are positive numbers."""
        return str(-1 - len(self.sends))


def rehearse(
    services: Services,
    stores: Stores,
    rules: WritingRules,
    clock: Clock,
    settle: SettleRules,
    entries: EntryPlan | None = None,
    fees: FeePlan | None = None,
) -> Stage:
    """Play the writing part of the next run. Call it inside `stores.rehearsing()` only."""
    stage = Stage(stores)
    books, platform = services.books, services.platform
    engine = SyncEngine(
        Services(
            None if books is None else cast("Books", MirroredBooks(books, stores)),
            None if platform is None else cast("Platform", MirroredPlatform(platform, stores)),
        ),
        stores,
        rules,
        clock,
        settle,
        lambda _: 0,
        wrap=lambda kind, writer: RehearsedWriter(kind, writer, stage),
        entries=entries,
        fees=fees,
    )
    engine.write_only(CancelToken(), silent)
    stage.not_proposed = list(engine.not_proposed or ())
    return stage


class RehearsedWriter:
    """Looks as its writer does, and sends to the copies in the company file."""

    def __init__(self, kind: WriteKind, writer: Writer, stage: Stage) -> None:
        self._writer = writer
        self._stage = stage
        self._effect = _EFFECTS.get(kind, _no_effect)
        self._reasons: dict[str, str] = {}

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """What the writer sees in the copies. Only a real reading settles what is uncertain."""
        if intent.state is PostingState.UNCERTAIN:
            return Look(Sight.LATER, "It is settled by reading the service.")
        self._reasons[intent.key.text] = intent.reason
        if intent.kind is WriteKind.EXPENSE_REMOVAL:
            return Look(Sight.CLEAR, "Expenses are not copied; it is read before it is deleted.")
        return self._writer.look(intent, cancel)

    def send(self, intent: Intent) -> WriteOutcome:
        """Do to the copies what the service would do."""
        remote_id = self._stage.next_id()
        with self._stage.stores.write():
            before, after, made = self._effect(self._stage.stores, intent, remote_id)
        reason = self._reasons.get(intent.key.text, "")
        self._stage.sends.append(Send(intent, reason, before, after))
        return WriteOutcome(OutcomeClass.APPLIED, "rehearsed", made)

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """It would be there as written; what follows from a removal follows from reading it."""
        if intent.kind is WriteKind.PAYMENT_REMOVAL:
            return self._writer.confirm(intent, cancel)
        return Confirmation(True, "rehearsed")

    def service_time(self) -> datetime | None:
        """No service is asked."""
        return None


class _Mirrored:
    """A service played by its copy: what needs no network is asked of the real adaptor."""

    pure: frozenset[str] = frozenset()

    def __init__(self, real: object, stores: Stores) -> None:
        self._real = real
        self._stores = stores

    requests_made = 0

    def __getattr__(self, name: str) -> Any:
        if name in type(self).pure:
            return getattr(self._real, name)
        raise AttributeError(f"a rehearsal asks no service for {name}")


class MirroredBooks(_Mirrored):
    """The books as the company file has them."""

    pure = frozenset(
        {
            "render_payment",
            "render_payment_removal",
            "payment_differences",
            "render_ledger_account",
            "invoice_link",
            "customer_link",
            "expense_link",
        }
    )

    @property
    def ledger(self) -> Ledger | None:
        """The ledger as last read."""
        real = self._real.ledger  # type: ignore[attr-defined]
        return None if real is None else cast("Ledger", MirroredLedger(real, self._stores))

    def find_invoice(self, invoice_id: InvoiceId) -> Invoice | None:
        """As last read."""
        return self._stores.books.find_invoice(invoice_id)

    def find_payment(self, payment_id: str) -> BookPayment | None:
        """As last read."""
        return self._stores.books.find_payment(BookPaymentId(int(payment_id)))

    def scan_payments(self, invoice_id: InvoiceId, cancel: CancelToken) -> PaymentScan:
        """All payments of the invoice as last read."""
        del cancel
        return PaymentScan(tuple(self._stores.books.list_payments_of([invoice_id])), True)

    def read_payments(self, invoice_id: InvoiceId, cancel: CancelToken) -> PaymentScan:
        """The same."""
        return self.scan_payments(invoice_id, cancel)

    def find_payments(self, payment_ids: Sequence[str], cancel: CancelToken) -> list[BookPayment]:
        """As last read."""
        del cancel
        found = (self.find_payment(payment_id) for payment_id in payment_ids)
        return [payment for payment in found if payment is not None]

    def find_invoices(self, invoice_ids: Sequence[InvoiceId], cancel: CancelToken) -> list[Invoice]:
        """As last read."""
        del cancel
        found = (self.find_invoice(invoice_id) for invoice_id in invoice_ids)
        return [invoice for invoice in found if invoice is not None]

    def room_to_read(self) -> int:
        """Nothing is asked."""
        return 0

    def seconds_to_rest(self) -> float:
        """Nothing is sent."""
        return 0.0


class MirroredLedger(_Mirrored):
    """The postings as the company file has them: those of clearing accounts and of our entries."""

    pure = frozenset(
        {
            "render_entry",
            "entry_accounts",
            "entry_differences",
            "render_expense",
            "expense_differences",
            "expense_changes",
        }
    )

    def read_expenses(
        self, from_on: date, until_on: date, cancel: CancelToken, *, twice: bool
    ) -> ExpenseScan:
        """The company file has none: whether one is alike shows when it is looked for."""
        del from_on, until_on, cancel, twice
        return ExpenseScan((), complete=True)

    def read_postings(
        self, query: PostingQuery, cancel: CancelToken, *, twice: bool = False
    ) -> PostingWindow:
        """As last read."""
        del cancel, twice
        return PostingWindow(tuple(self._stores.ledger.list_postings(query)), (), complete=True)


class MirroredPlatform(_Mirrored):
    """The platform as the company file has it."""

    pure = frozenset({"name", "capabilities", "render_customer", "render_invoice"})

    def find_invoice(self, invoice_id: PlatformInvoiceId) -> PlatformInvoice | None:
        """As last read."""
        invoices = self._stores.platform.list_invoices()
        return next((invoice for invoice in invoices if invoice.id == invoice_id), None)

    def list_payments_of_invoice(
        self, invoice_id: PlatformInvoiceId, cancel: CancelToken
    ) -> list[PlatformPayment]:
        """As last read."""
        del cancel
        return self._payments_of.get(invoice_id, [])

    @cached_property
    def _payments_of(self) -> dict[PlatformInvoiceId, list[PlatformPayment]]:
        """Read once: no write changes what was collected."""
        payments = {payment.id: payment for payment in self._stores.platform.list_payments()}
        found: dict[PlatformInvoiceId, list[PlatformPayment]] = {}
        for payment_id, invoice_ids in self._stores.platform.allocations().items():
            for invoice_id in invoice_ids:
                if payment_id in payments:
                    found.setdefault(invoice_id, []).append(payments[payment_id])
        return found

    def iter_customers(self, cancel: CancelToken) -> Iterator[Page[PlatformCustomer]]:
        """Nothing that the company file does not have."""
        del cancel
        yield from ()

    def iter_invoices(
        self, cancel: CancelToken, **which: object
    ) -> Iterator[Page[PlatformInvoice]]:
        """Nothing that the company file does not have."""
        del cancel, which
        yield from ()


# ---- what each kind of write does to the copies

Effected = tuple[Invoice | None, Invoice | None, str]
Effect = Callable[[Stores, Intent, str], Effected]


def _no_effect(stores: Stores, intent: Intent, remote_id: str) -> Effected:
    del stores, intent
    return None, None, remote_id


def _record(stores: Stores, intent: Intent, remote_id: str) -> Effected:
    """A payment takes its sum off the invoice."""
    invoice_id, amount = InvoiceId(int(intent.key.leg)), intent.amount
    before = stores.books.find_invoice(invoice_id)
    assert before is not None
    assert amount is not None
    assert intent.on_date is not None
    after = _with_paid(before, before.paid + amount)
    stores.books.save_invoices([after])
    stores.books.save_payments(
        [
            BookPayment(
                id=BookPaymentId(int(remote_id)),
                invoice_id=invoice_id,
                customer_id=before.customer_id,
                credit_id=None,
                amount=amount,
                paid_on=intent.on_date,
                method="",
                note=intent.marker,
                gateway="",
                overpayment_id=None,
                from_credit=False,
                visibility=Visibility.ACTIVE,
                updated_at=before.updated_at,
            )
        ]
    )
    return before, after, remote_id


def _take_back(stores: Stores, intent: Intent, remote_id: str) -> Effected:
    """A deleted payment opens its invoice again."""
    del remote_id
    payment = stores.books.find_payment(BookPaymentId(int(intent.target)))
    before = stores.books.find_invoice(InvoiceId(int(intent.key.leg)))
    assert payment is not None
    assert before is not None
    after = _with_paid(before, before.paid - payment.amount)
    stores.books.save_payments([replace(payment, visibility=Visibility.DELETED)])
    stores.books.save_invoices([after])
    return before, after, intent.target


def _with_paid(invoice: Invoice, paid: Money) -> Invoice:
    outstanding = invoice.outstanding - (paid - invoice.paid)
    if outstanding.minor <= 0:
        status = InvoiceStatus.PAID
    else:
        status = InvoiceStatus.PARTIAL if paid.minor else InvoiceStatus.OPEN
    return replace(invoice, paid=paid, outstanding=outstanding, status=status)


def _put_customer(stores: Stores, intent: Intent, remote_id: str) -> Effected:
    customer = PlatformCustomer(
        PlatformCustomerId(remote_id), intent.subject, "", intent.target, intent.created_at
    )
    stores.platform.save_customers([customer])
    return None, None, remote_id


def _put_copy(stores: Stores, intent: Intent, remote_id: str) -> Effected:
    invoice = stores.books.find_invoice(InvoiceId(int(intent.key.leg)))
    assert intent.amount is not None
    copy = PlatformInvoice(
        PlatformInvoiceId(remote_id),
        "" if invoice is None else invoice.number,
        PlatformCustomerId(intent.target),
        intent.amount,
        intent.on_date,
        CopyState.OPEN,
        "",
        (intent.marker,),
        intent.created_at,
    )
    stores.platform.save_invoices([copy])
    return invoice, invoice, remote_id


def _archive_copy(stores: Stores, intent: Intent, remote_id: str) -> Effected:
    del remote_id
    invoice = stores.books.find_invoice(InvoiceId(int(intent.key.leg)))
    copies = [i for i in stores.platform.list_invoices() if i.id == intent.target]
    stores.platform.save_invoices([replace(copy, state=CopyState.ARCHIVED) for copy in copies])
    return invoice, invoice, intent.target


_EFFECTS: Mapping[WriteKind, Effect] = {
    WriteKind.PAYMENT: _record,
    WriteKind.PAYMENT_REMOVAL: _take_back,
    WriteKind.PLATFORM_CUSTOMER: _put_customer,
    WriteKind.PLATFORM_INVOICE: _put_copy,
    WriteKind.ARCHIVE_COPY: _archive_copy,
}
