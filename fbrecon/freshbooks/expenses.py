"""FreshBooks' expenses and their categories: read, recorded once, taken back once.

A second equal expense is flagged by FreshBooks, never refused. Reads raise errors of
`fbrecon.errors`; sends return outcomes and never raise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

import msgspec
from msgspec import Raw

from fbrecon.cancelling import Cancel, at_hand
from fbrecon.domain.business import Business
from fbrecon.domain.pages import Page
from fbrecon.domain.posting import WriteOutcome
from fbrecon.domain.postings import Expense, ExpenseCategory, ExpenseDraft, ExpenseScan
from fbrecon.errors import NotFound
from fbrecon.freshbooks import ledger_judging, ledger_render
from fbrecon.freshbooks.endpoints import (
    Params,
    accounting_path,
    fetch_page,
    iter_pages,
    read_result,
)
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import UNKNOWN_RESOURCE, unreadable
from fbrecon.freshbooks.fields import FieldError
from fbrecon.freshbooks.ledger_wire import read_category, read_expense
from fbrecon.freshbooks.outcomes import send
from fbrecon.freshbooks.transport import FreshBooksTransport

R = TypeVar("R")
_MAX_READINGS = 8


@dataclass(slots=True)
class _Reading:
    """What one reading of both lists showed; `whole` if it had all it claimed to have."""

    found: dict[int, Expense] = field(default_factory=dict)
    shown: set[tuple[bool, int]] = field(default_factory=set)
    whole: bool = True
    pages: int = 0

    def scan(self, from_on: date, until_on: date, *, complete: bool) -> ExpenseScan:
        """Other days are left out: a filter that the service ignores shows them too."""
        rows = (row for _, row in sorted(self.found.items()) if from_on <= row.on <= until_on)
        return ExpenseScan(tuple(rows), complete)


class FreshBooksExpenses:
    """The expenses of one business."""

    def __init__(self, transport: FreshBooksTransport, business: Business) -> None:
        self.business = business
        self._transport = transport

    def list_categories(self, cancel: Cancel) -> list[ExpenseCategory]:
        """All categories of expenses that can be read."""
        pages = self._pages("expenses/categories", "categories", read_category, [], cancel)
        return [row for page in pages for row in page.records]

    def iter_expenses(
        self, params: Params, cancel: Cancel, *, deleted: bool = False
    ) -> Iterator[Page[Expense]]:
        """Pages of expenses; deleted ones only where asked for."""
        asked = [*params, ("search[vis_state]", "1")] if deleted else params
        return self._pages("expenses/expenses", "expenses", read_expense, asked, cancel)

    def find_expense(self, expense_id: int) -> Expense | None:
        """One expense as it stands now, deleted ones too; None if there is none."""

        def read(answer: Answer) -> Expense:
            raw = read_result(answer, self._transport).get("expense")
            if raw is None:
                raise unreadable("expense")
            try:
                return read_expense(raw)
            except (FieldError, msgspec.DecodeError):
                raise unreadable("expense") from None

        path = self._path(f"expenses/expenses/{int(expense_id)}")
        try:
            return self._transport.get(path, [], read, at_hand())
        except NotFound as problem:
            if problem.code == UNKNOWN_RESOURCE:
                return None
            raise

    def read_expenses(
        self, from_on: date, until_on: date, cancel: Cancel, *, twice: bool
    ) -> ExpenseScan:
        """All expenses of these days, live and deleted: two lists, since none shows both.

        `twice`, and wherever a list has several pages, goes on until two readings in a row show
        the same rows, each as many as the service counts; the scan says where that never comes.
        """
        before: _Reading | None = None
        for _ in range(_MAX_READINGS):
            reading = self._read_once(from_on, until_on, cancel)
            alone = not twice and reading.pages <= 1 and reading.whole
            agree = before is not None and before.whole and before.shown == reading.shown
            if alone or (agree and reading.whole):
                return reading.scan(from_on, until_on, complete=True)
            before = reading
        return (before or _Reading()).scan(from_on, until_on, complete=False)

    def _read_once(self, from_on: date, until_on: date, cancel: Cancel) -> _Reading:
        # Whether the last day is included is not documented: one more is asked for, and left out.
        params: Params = [
            ("search[date_min]", from_on.isoformat()),
            ("search[date_max]", (until_on + timedelta(days=1)).isoformat()),
        ]
        reading = _Reading()
        for deleted in (False, True):
            totals: set[int | None] = set()
            seen: set[int] = set()
            pages = 0
            for page in self.iter_expenses(params, cancel, deleted=deleted):
                pages += 1
                totals.add(page.total)
                reading.whole = reading.whole and not page.odd
                for expense in page.records:
                    seen.add(expense.id)
                    reading.found[expense.id] = expense
            reading.pages = max(reading.pages, pages)
            reading.whole = reading.whole and totals == {len(seen)}
            reading.shown |= {(deleted, number) for number in seen}
        return reading

    # ---- writing

    def render_expense(self, draft: ExpenseDraft) -> bytes:
        """The exact body to be sent, frozen with the intent."""
        return ledger_render.render_expense(draft)

    def send_expense(self, body: bytes) -> WriteOutcome:
        """Record an expense once, on a fresh connection. Never raises."""

        def judge(answer: bytes, status: int) -> WriteOutcome | None:
            return ledger_judging.judge_expense(body, answer, status)

        return send(self._transport, self._path("expenses/expenses"), body, judge)

    def expense_differences(self, body: bytes, expense: Expense) -> tuple[str, ...]:
        """How an expense differs from a body that was sent once, in clauses. Asks nobody."""
        return ledger_judging.expense_differences(body, expense)

    def expense_changes(self, body: bytes, expense: Expense) -> tuple[str, ...]:
        """The same with its vendor and notes: whatever somebody has changed. Asks nobody."""
        return ledger_judging.expense_changes(body, expense)

    def render_expense_removal(self) -> bytes:
        """The exact body that takes an expense back, frozen with the intent."""
        return ledger_render.render_expense_removal()

    def send_expense_removal(self, expense_id: str, body: bytes) -> WriteOutcome:
        """Delete an expense once, on a fresh connection. Never raises."""

        def judge(answer: bytes, status: int) -> WriteOutcome | None:
            return ledger_judging.judge_expense_removal(expense_id, answer, status)

        path = self._path(f"expenses/expenses/{int(expense_id)}")
        return send(self._transport, path, body, judge, method="PUT")

    # ---- below

    def _path(self, resource: str) -> str:
        return accounting_path(self.business.account_id, resource)

    def _pages(
        self, resource: str, key: str, read_row: Callable[[Raw], R], params: Params, cancel: Cancel
    ) -> Iterator[Page[R]]:
        def fetch(number: int) -> Page[R]:
            path = self._path(resource)
            return fetch_page(self._transport, path, key, read_row, params, number, cancel)

        return iter_pages(fetch, cancel)
