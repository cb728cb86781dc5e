"""What the desk hands out about its writes: the preview before, the receipt after, the way back.

Plain frozen values; sums are `Money`, times aware UTC, `item` is a public id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fbrecon.domain.money import Money

# ---- before: the preview


@dataclass(frozen=True, slots=True)
class InvoiceChange:
    """An invoice before and after a write."""

    number: str
    item: str
    customer: str
    outstanding_before: Money
    outstanding_after: Money
    status_before: str
    status_after: str


@dataclass(frozen=True, slots=True)
class PreviewedWrite:
    """One write that the next sync would make. `subject` says it in a person's words.

    `undo` is yes, reversing entry or no, `way_back` what that means.
    """

    kind: str
    item: str
    subject: str
    reason: str
    amount: Money | None
    undo: str
    way_back: str
    invoice: InvoiceChange | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that would not be written, and why."""

    item: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class BalanceChange:
    """What the writes make of an account. `basis` says what the figures are reckoned from."""

    account: str
    role: str
    before: Money
    after: Money
    basis: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything the next sync would write. `token` stands for all that it was built on.

    `as_of` is when both services were last read, None if never. `note` says why nothing would be
    written, "" where something would.
    """

    token: str
    as_of: datetime | None
    writes: tuple[PreviewedWrite, ...]
    waiting: tuple[Waiting, ...]
    balances: tuple[BalanceChange, ...]
    note: str


# ---- after: the receipt


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """One line of a receipt: `what` is decided, read, sent, answered or read back.

    `who` is empty where the log does not tell it; `http_status` is 0 where there was none.
    """

    at: datetime
    what: str
    text: str
    who: str = ""
    http_status: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """How one payment came into the books, from the intent to the proof."""

    item: str
    kind: str
    subject: str
    state: str
    reason: str
    business: str
    customer: str
    invoice_number: str
    amount: Money | None
    paid_on: date | None
    platform: str
    platform_payment_id: str
    freshbooks_payment_id: str
    marker: str
    link: str
    body_sha256: str
    attempts: int
    intended_at: datetime
    steps: tuple[ReceiptStep, ...]


# ---- back: undoing


@dataclass(frozen=True, slots=True)
class UndoItem:
    """One write that is to be taken back, or was asked to be.

    `possible`: it still is as it was written, and `words` say what will be done. `changed`: it is
    not, and `words` say how. Neither: it cannot be taken back, or was, and `words` say why. `about`
    is the id of the payment where it is one.
    """

    item: str
    about: str
    kind: str
    subject: str
    amount: Money | None
    remote_id: str
    state: str
    words: str
    possible: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What would be taken back under an id, or what became of it."""

    item: str
    items: tuple[UndoItem, ...]
