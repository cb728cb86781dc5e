"""The journal behind the books: double-entry postings of everything that moves money.

Append only. What changes is posted again: the old legs are reversed, then the new ones stand. What
FreshBooks posts by itself is restated here from the rows; only journal entries choose accounts.
Legs are signed minor units, debits positive; those of one entry add up to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fbrecon.sandbox.freshbooks_rows import (
    ACTIVE,
    DELETED,
    ExpenseRow,
    InvoiceRow,
    LedgerRow,
    PaymentRow,
)

# Accounts that FreshBooks posts to by itself, by their system names.
CASH, RECEIVABLE, SALES = "Petty Cash", "Accounts Receivable", "Sales"
TAX, CREDIT = "Sales Tax Payable", "Customer Credit"

Legs = tuple[tuple[str, int], ...]  # ledger uuid, signed minor units


@dataclass(slots=True)
class DetailRow:
    """One leg of one entry, as `journal_entry_details` lists it."""

    id: int
    entry_id: int
    account: str
    minor: int
    balance_minor: int
    currency: str
    on: date
    at: datetime
    name: str
    description: str
    kind: str
    refs: Mapping[str, int]
    vis_state: int = ACTIVE


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands for one row of the books; ``kind`` is the wire's `detail_type`."""

    kind: str
    legs: Legs
    currency: str
    on: date
    name: str
    refs: Mapping[str, int]
    description: str = ""


class Journal:
    """The postings of one set of books."""

    def __init__(self, ledger: Mapping[str, LedgerRow], first_id: int) -> None:
        self.details: list[DetailRow] = []
        self._ledger = ledger
        self._system: dict[str, str] = {}
        self._standing: dict[tuple[str, int], Entry] = {}
        self._balances: dict[tuple[str, str], int] = {}
        self._next_entry = first_id
        self._next_detail = first_id * 2

    def balances(self) -> dict[tuple[str, str], int]:
        """What each account holds in each currency, debits positive: (uuid, currency) → minor."""
        return dict(self._balances)

    def invoice(self, row: InvoiceRow, at: datetime) -> None:
        """A sent invoice is owed: income and tax; a draft or a deleted one is not."""
        legs: Legs = ()
        if row.sent and row.vis_state != DELETED:
            net_minor = sum(line.amount_minor for line in row.lines) - row.discount_minor
            legs = self._legs(
                (RECEIVABLE, row.total_minor),
                (SALES, -net_minor),
                (TAX, net_minor - row.total_minor),
            )
        refs = {"invoiceid": row.id, "clientid": row.customer_id}
        entry = Entry("invoice", legs, row.currency, row.create_on, f"Invoice {row.number}", refs)
        self._restate(("invoice", row.id), entry, at)

    def payment(self, row: PaymentRow, at: datetime) -> None:
        """Money into Petty Cash and off what is owed; a credit waits for the customer."""
        legs: Legs = ()
        if row.vis_state == ACTIVE:
            taken = CREDIT if row.from_credit else CASH
            off = RECEIVABLE if row.invoice_id is not None else CREDIT
            legs = self._legs((taken, row.amount_minor), (off, -row.amount_minor))
        refs = {"paymentid": row.id, "clientid": row.client_id}
        if row.invoice_id is not None:
            refs["invoiceid"] = row.invoice_id
        if row.credit_id is not None:
            refs["creditid"] = row.credit_id
        kind = "payment" if row.credit_id is None else "credit"
        entry = Entry(kind, legs, row.currency, row.paid_on, row.type, refs, row.note)
        self._restate(("payment", row.id), entry, at)

    def expense(self, row: ExpenseRow, category: str, at: datetime) -> None:
        """An expense out of Petty Cash into its category's account."""
        legs: Legs = ()
        cash = self._find(CASH)
        if row.vis_state != DELETED and cash is not None:
            legs = tuple(
                leg for leg in ((category, row.amount_minor), (cash, -row.amount_minor)) if leg[1]
            )
        refs = {"expenseid": row.id, "categoryid": row.category_id}
        entry = Entry("expense", legs, row.currency, row.on, row.vendor or "", refs, row.notes)
        self._restate(("expense", row.id), entry, at)

    def add(self, entry: Entry, at: datetime) -> list[DetailRow]:
        """A manual entry; nothing can change or delete it."""
        if sum(minor for _, minor in entry.legs):
            raise ValueError("the entry does not balance")
        return self._append(entry, entry.legs, at)

    def _restate(self, key: tuple[str, int], entry: Entry, at: datetime) -> None:
        standing = self._standing.get(key)
        if standing is not None:
            same = (standing.legs, standing.on, standing.currency)
            if same == (entry.legs, entry.on, entry.currency):
                return
            self._append(standing, tuple((uuid, -minor) for uuid, minor in standing.legs), at)
        elif not entry.legs:
            return
        self._standing[key] = entry
        self._append(entry, entry.legs, at)

    def _append(self, entry: Entry, legs: Legs, at: datetime) -> list[DetailRow]:
        if not legs:
            return []
        entry_id = self._next_entry
        self._next_entry += 1
        rows = []
        for uuid, minor in legs:
            place = (uuid, entry.currency)
            self._balances[place] = self._balances.get(place, 0) + minor
            rows.append(
                DetailRow(
                    id=self._next_detail,
                    entry_id=entry_id,
                    account=uuid,
                    minor=minor,
                    balance_minor=self._balances[place],
                    currency=entry.currency,
                    on=entry.on,
                    at=at,
                    name=entry.name,
                    description=entry.description,
                    kind=entry.kind,
                    refs=entry.refs,
                )
            )
            self._next_detail += 2
        self.details += rows
        return rows

    def _legs(self, *named: tuple[str, int]) -> Legs:
        """The legs with their accounts; none where the chart lacks one, as before it is filled."""
        found = [(self._find(name), minor) for name, minor in named if minor]
        return tuple((uuid, minor) for uuid, minor in found if uuid is not None)

    def _find(self, system_name: str) -> str | None:
        if system_name not in self._system:
            for row in self._ledger.values():
                if row.system_name is not None:
                    self._system.setdefault(row.system_name, row.uuid)
        return self._system.get(system_name)


def is_balanced(rows: Iterable[DetailRow]) -> bool:
    """Whether every entry's legs add up to nothing."""
    sums: dict[int, int] = {}
    for row in rows:
        sums[row.entry_id] = sums.get(row.entry_id, 0) + row.minor
    return not any(sums.values())
