"""What a source of payments can be asked. Each says what it can do; the window shows only that.

Reads raise errors of `fbrecon.errors`. Sends never raise: they return an outcome, and whatever is
unclear comes back as ambiguous. Nothing here moves money.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from fbrecon.cancelling import Cancel
from fbrecon.domain.composing import CopyLine as CopyLine
from fbrecon.domain.documents import Payout, PlatformCustomer, PlatformInvoice, PlatformPayment
from fbrecon.domain.ids import PayoutId, PlatformCustomerId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.pages import Page
from fbrecon.domain.posting import WriteOutcome


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What this platform can do."""

    holds_invoices: bool
    links_payments_to_invoices: bool
    composes_payouts: bool
    currencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A customer about to be put on the platform; `external_id` must be unique there."""

    external_id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CopyDraft:
    """An invoice about to be put on the platform; the first line carries number and marker."""

    customer_id: PlatformCustomerId
    number: str
    due_on: date
    lines: tuple[CopyLine, ...]


class Platform(Protocol):
    """A source of payments."""

    name: str
    capabilities: Capabilities

    def check_connection(self) -> None:
        """Raise if the key does not work."""
        ...

    def iter_customers(
        self, cancel: Cancel, *, created_from: datetime | None = None
    ) -> Iterator[Page[PlatformCustomer]]:
        """Pages of all customers, or of those created since (UTC)."""
        ...

    def iter_invoices(
        self,
        cancel: Cancel,
        *,
        customer_id: PlatformCustomerId | None = None,
        created_from: datetime | None = None,
    ) -> Iterator[Page[PlatformInvoice]]:
        """Pages of invoices, archived ones included as far as the platform shows them."""
        ...

    def find_invoice(self, invoice_id: PlatformInvoiceId) -> PlatformInvoice | None:
        """One invoice as it stands now; None if there is none."""
        ...

    def iter_payments(
        self, created_from: datetime, created_to: datetime | None, cancel: Cancel
    ) -> Iterator[Page[PlatformPayment]]:
        """Pages of payments created in the window (UTC)."""
        ...

    def find_payment(self, payment_id: PlatformPaymentId) -> PlatformPayment | None:
        """One payment as it stands now; None if there is none."""
        ...

    def list_payments_of_invoice(
        self, invoice_id: PlatformInvoiceId, cancel: Cancel
    ) -> list[PlatformPayment]:
        """All payments of one invoice, in every state."""
        ...

    def iter_payouts(self, created_from: datetime | None, cancel: Cancel) -> Iterator[Page[Payout]]:
        """Pages of payouts, without their lines."""
        ...

    def read_payout_lines(self, payout: Payout, cancel: Cancel) -> Payout:
        """The payout with its lines; `lines` stays None where they cannot be read."""
        ...

    def find_payout(self, payout_id: PayoutId) -> Payout | None:
        """One payout as it stands now, without lines; None if there is none."""
        ...

    def render_customer(self, draft: CustomerDraft) -> bytes:
        """The exact body to be sent."""
        ...

    def send_customer(self, body: bytes) -> WriteOutcome:
        """Create a customer once."""
        ...

    def render_invoice(self, draft: CopyDraft) -> bytes:
        """The exact body to be sent; amounts are decimal major units."""
        ...

    def send_invoice(self, body: bytes) -> WriteOutcome:
        """Create an invoice once."""
        ...

    def archive_invoice(self, invoice_id: PlatformInvoiceId) -> WriteOutcome:
        """Archive an invoice; archiving one that is archived already counts as applied."""
        ...

    def service_time(self) -> datetime | None:
        """What time it was at the service when it last answered (UTC); None before it did."""
        ...

    @property
    def requests_made(self) -> int:
        """Requests sent so far by this adaptor, for the run's report."""
        ...
