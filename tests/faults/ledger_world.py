"""FreshBooks' ledger in the made-up world: postings of its payments, and journal entries it took.

Entries can be neither changed nor deleted. Like payments they may arrive minutes after the caller
gave up, and the list of postings shows them later than they were written.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.ledger import Role
from fbrecon.domain.payout_entries import EntryRules
from fbrecon.domain.posting import find_marker
from fbrecon.domain.postings import EntryWay
from fbrecon.sync.entry_stage import EntryPlan

if TYPE_CHECKING:
    from tests.faults.books_world import BooksWorld, Recorded

BANK, FEES, CLEARING, OWED = "uuid-bank", "uuid-fees", "uuid-clearing", "uuid-owed"
_NUMBERS = {BANK: 501, FEES: 502, CLEARING: 503, OWED: 504}  # as postings name them
_OF_NUMBER = {str(number): account for account, number in _NUMBERS.items()}
_NEWER, _CLASSIC = "manualJournalEntry", "journal_entry"
PAGE_SIZE = 5

Legs = tuple[tuple[str, int], ...]  # account, minor units, debits positive


@dataclass(slots=True)
class Entered:
    """A journal entry; `made_of` is the marker it came with."""

    id: int
    on: str
    name: str
    description: str
    legs: Legs
    made_of: str
    shown_from: float
    classic: bool
    touched: bool = False  # nobody can change one

    def to_wire(self) -> dict[str, Any]:
        """As a new one is answered."""
        made = {"id": self.id, "name": self.name, "description": self.description}
        return {_CLASSIC if self.classic else _NEWER: made}


@dataclass
class LedgerWorld:
    """The entries; the postings of payments are what their rows say now."""

    books: BooksWorld
    entries: dict[int, Entered] = field(default_factory=dict)

    def take(self, body: bytes, chance: random.Random, at: float | None = None) -> Entered:
        """What FreshBooks does with an entry: it has no way to know it already."""
        ((kind, sent),) = json.loads(body, parse_float=Decimal).items()
        classic = kind == _CLASSIC
        day = sent["user_entered_date"] if classic else _day(sent["userEnteredDate"])
        now = self.books.clock.seconds if at is None else at
        shown = now + chance.uniform(0, self.books.manners.list_lag)
        legs = tuple((_classic_leg if classic else _newer_leg)(row) for row in sent["details"])
        text = sent["description"]
        made = Entered(
            self.books.new_id(), day, sent["name"], text, legs, find_marker(text) or "", shown,
            classic,
        )  # fmt: skip
        self.entries[made.id] = made
        return made

    def live_of(self, marker: str) -> list[Entered]:
        """All entries that were written with that marker."""
        return [entry for entry in self.entries.values() if entry.made_of == marker]

    def list_postings(self, asked: dict[str, str]) -> list[dict[str, Any]]:
        """The postings that a list shows by now, newest first."""
        account = _OF_NUMBER.get(asked.get("search[sub_accountid]", ""))
        first, last = asked.get("search[start_date]", ""), asked.get("search[end_date]", "9999")
        rows = [
            row
            for row in (*self._of_payments(), *self._of_entries())
            if first <= row["user_entered_date"] <= last
            and account in (None, row["sub_account"]["account_sub_name"])
        ]
        rows.sort(key=lambda row: -row["id"])
        return rows

    def _of_payments(self) -> Iterator[dict[str, Any]]:
        for row in self.books.rows.values():
            if row.invoice is None or row.shown_from > self.books.clock.seconds:
                continue
            legs: Legs = ((CLEARING, row.minor), (OWED, -row.minor))
            if row.deleted:  # what was posted stays, and is posted the other way round
                legs += tuple((account, -minor) for account, minor in legs)
            yield from _postings(row.id, row.on, row.kind, row.note, legs, payment=row)

    def _of_entries(self) -> Iterator[dict[str, Any]]:
        for entry in self.entries.values():
            if entry.shown_from <= self.books.clock.seconds:
                yield from _postings(entry.id, entry.on, entry.name, entry.description, entry.legs)


def chart() -> list[dict[str, Any]]:
    """The chart of accounts, with the numbers of before."""
    return [
        {"uuid": account, "name": account, "number": str(number), "type": "asset",
         "sub_type": "cash", "state": "active", "jesa_id": number}
        for account, number in _NUMBERS.items()
    ]  # fmt: skip


def plan_entries(way: EntryWay) -> EntryPlan:
    """Payouts are entered by themselves, each as soon as its payments are in the books."""
    from tests.faults.books_world import BEGAN, CURRENCY

    roles = {
        Role.UNDEPOSITED_FUNDS: LedgerAccountId(CLEARING),
        Role.BANK: LedgerAccountId(BANK),
        Role.FEES: LedgerAccountId(FEES),
    }
    return EntryPlan(EntryRules(roles, CURRENCY, BEGAN.date(), automatic=True), way)


def is_entry(body: bytes) -> bool:
    """Whether a body is a journal entry, and not a payment."""
    return body.startswith((f'{{"{_NEWER}"'.encode(), f'{{"{_CLASSIC}"'.encode()))


def _postings(
    entry: int, on: str, name: str, text: str, legs: Legs, *, payment: Recorded | None = None
) -> Iterator[dict[str, Any]]:
    refs = {"entryid": entry}
    if payment is not None:
        refs |= {"paymentid": payment.id, "invoiceid": payment.invoice or 0}
    for place, (account, minor) in enumerate(legs, 1):
        size = {"amount": f"{abs(minor) // 100}.{abs(minor) % 100:02d}", "code": "USD"}
        yield {
            "id": entry * 100 + place,
            "sub_account": {
                "sub_accountid": _NUMBERS[account],
                "account_sub_name": account,
            },
            "debit": size if minor >= 0 else None,
            "credit": size if minor < 0 else None,
            "currency_code": "USD",
            "name": name,
            "description": text,
            "detail_type": "payment" if payment is not None else "manual",
            "user_entered_date": on,
            "entry": refs,
        }


def _day(parts: dict[str, int]) -> str:
    return f"{parts['year']:04d}-{parts['month']:02d}-{parts['day']:02d}"


def _newer_leg(row: dict[str, Any]) -> tuple[str, int]:
    minor = int(Decimal(row["amount"]["amount"]) * 100)
    return row["accountId"], minor if row["type"] == "TYPE_DEBIT" else -minor


def _classic_leg(row: dict[str, Any]) -> tuple[str, int]:
    minor = int((Decimal(row.get("debit", "0")) - Decimal(row.get("credit", "0"))) * 100)
    return _OF_NUMBER[row["sub_accountid"]], minor
