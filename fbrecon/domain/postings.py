"""The books' own double entries as far as they are read, and entries about to be written.

A *posting* is one leg of an entry on one ledger account. Most are FreshBooks' own, made for an
invoice or a payment; a *journal entry* is made on purpose and chooses its accounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fbrecon.domain.ids import BookPaymentId, InvoiceId, LedgerAccountId
from fbrecon.domain.money import Money, total
from fbrecon.domain.pages import OddRow
from fbrecon.domain.posting import find_marker


@dataclass(frozen=True, slots=True)
class Posting:
    """One leg; `amount` is positive for a debit. `account_id` is None where the books name an
    account that is not in the chart. `on` is the day of the entry, without a zone.
    """

    id: int
    entry_id: str
    account_id: LedgerAccountId | None
    account_name: str
    amount: Money
    on: date
    kind: str
    name: str
    description: str
    payment_id: BookPaymentId | None = None
    invoice_id: InvoiceId | None = None
    expense_id: int | None = None

    @property
    def marker(self) -> str | None:
        """Our marker in its name or description."""
        return find_marker(self.description) or find_marker(self.name)


@dataclass(frozen=True, slots=True)
class PostingQuery:
    """Which postings: of one ledger account (None: all), from a day to a day, both included."""

    account_id: LedgerAccountId | None = None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class PostingWindow:
    """All postings that one reading of a query showed, and the rows that could not be read.

    `complete` is false where the service counted other rows than it showed, or while it showed
    them: then what is missing may be there all the same.
    """

    postings: tuple[Posting, ...]
    odd: tuple[OddRow, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line of an entry about to be written; `amount` is positive for a debit."""

    account_id: LedgerAccountId
    amount: Money


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A journal entry about to be written; the description carries the marker."""

    name: str
    description: str
    on: date
    lines: tuple[EntryLine, ...]

    @property
    def is_balanced(self) -> bool:
        """Two lines at least, one currency, and debits that equal credits to the cent."""
        currencies = {line.amount.currency for line in self.lines}
        if len(self.lines) < 2 or len(currencies) != 1:
            return False
        return not total((line.amount for line in self.lines), currencies.pop()).minor


class EntryWay(StrEnum):
    """Which of the service's generations of journal entries is to be had."""

    NEWER = "newer"
    CLASSIC = "classic"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class EntryAbility:
    """Whether journal entries can be written, found by reading only, and why not."""

    way: EntryWay
    reason: str = ""

    @property
    def can_write(self) -> bool:
        """Whether there is a way at all."""
        return self.way is not EntryWay.NONE


@dataclass(frozen=True, slots=True)
class ExpenseCategory:
    """What an expense is filed under; the only account that an expense can choose."""

    id: int
    name: str
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class ExpenseDraft:
    """An expense about to be recorded; the notes carry the marker, the sum includes taxes."""

    category_id: int
    amount: Money
    on: date
    vendor: str
    notes: str


@dataclass(frozen=True, slots=True)
class Expense:
    """An expense as the books have it; `category_id` is 0 for one that has none yet."""

    id: int
    category_id: int
    amount: Money
    on: date
    vendor: str
    notes: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class ExpenseScan:
    """The expenses of some days, deleted ones too. `complete` says that absence means something."""

    expenses: tuple[Expense, ...]
    complete: bool
