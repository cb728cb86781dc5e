"""FreshBooks' expenses in the made-up world: what it took, and what people do with them.

Like payments they may arrive minutes after the caller gave up, lists show them later than they were
written, and a second equal one is taken like any other.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from fbrecon.domain.money import Money
from fbrecon.domain.payout_entries import EntryRules
from fbrecon.domain.posting import find_marker
from fbrecon.freshbooks.ledger_wire import WireExpense
from fbrecon.sync.fee_stage import FeePlan

if TYPE_CHECKING:
    from tests.faults.books_world import BooksWorld

CATEGORY = 77
PAGE_SIZE = 3


@dataclass(slots=True)
class Spent:
    """An expense; `made_of` is the marker it came with."""

    id: int
    minor: int
    on: str
    category: int
    vendor: str
    notes: str
    made_of: str
    shown_from: float
    deleted: bool = False
    touched: bool = False

    def to_wire(self) -> dict[str, Any]:
        """As it is answered, new or listed."""
        sign, whole = ("-" if self.minor < 0 else ""), abs(self.minor)
        return {
            "id": self.id,
            "expenseid": self.id,
            "categoryid": self.category,
            "amount": {"amount": f"{sign}{whole // 100}.{whole % 100:02d}", "code": "USD"},
            "date": self.on,
            "vendor": self.vendor,
            "notes": self.notes,
            "vis_state": 1 if self.deleted else 0,
        }


@dataclass
class ExpenseWorld:
    """The expenses of one business."""

    books: BooksWorld
    rows: dict[int, Spent] = field(default_factory=dict)

    def take(self, body: bytes, chance: random.Random, at: float | None = None) -> Spent:
        """What FreshBooks does with an expense: it has no way to know it already."""
        sent = _BODY.decode(body)["expense"]
        assert sent.amount is not None
        now = self.books.clock.seconds if at is None else at
        notes = sent.notes or ""
        made = Spent(
            self.books.new_id(), Money.parse(sent.amount.amount or "", "USD").minor,
            sent.date or "", sent.categoryid or 0, sent.vendor or "", notes,
            find_marker(notes) or "", now + chance.uniform(0, self.books.manners.list_lag),
        )  # fmt: skip
        self.rows[made.id] = made
        return made

    def enter_by_hand(self, like: Spent) -> None:
        """A person enters the same once more."""
        made = Spent(
            self.books.new_id(), like.minor, like.on, like.category, like.vendor, "", "",
            self.books.clock.seconds,
        )  # fmt: skip
        self.rows[made.id] = made

    def delete(self, row: Spent) -> None:
        """A person deletes one."""
        row.deleted = row.touched = True

    def list_rows(self, asked: dict[str, str]) -> list[dict[str, Any]]:
        """The expenses that a list shows by now, newest first."""
        deleted = asked.get("search[vis_state]") == "1"
        first, last = asked.get("search[date_min]", ""), asked.get("search[date_max]", "9999")
        return [
            row.to_wire()
            for row in reversed(self.rows.values())
            if row.deleted == deleted
            and row.shown_from <= self.books.clock.seconds
            and first <= row.on <= last
        ]


def plan_fees(rules: EntryRules) -> FeePlan:
    """Fees are recorded by themselves, each as soon as its payments are in the books."""
    return FeePlan(rules, CATEGORY)


def is_expense(body: bytes) -> bool:
    """Whether a body is an expense, and not a payment."""
    return body.startswith(b'{"expense"')


_BODY = msgspec.json.Decoder(dict[str, WireExpense])
