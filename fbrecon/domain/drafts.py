"""What is about to be written to the books, and what a whole reading before that found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fbrecon.domain.documents import BookPayment, Method
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.money import Money


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """A payment about to be recorded in the books; `note` ends with the marker."""

    invoice_id: InvoiceId
    amount: Money
    paid_on: date
    method: Method
    note: str


@dataclass(frozen=True, slots=True)
class LedgerAccountDraft:
    """A ledger account about to be made; its description carries the marker."""

    name: str
    sub_type: str
    description: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class PaymentScan:
    """All payments of one invoice in one complete reading, deleted rows and credits included.

    `complete` is false where the service claims more rows than it shows.
    """

    payments: tuple[BookPayment, ...]
    complete: bool
