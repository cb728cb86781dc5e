"""The expenses of the books in memory: two lists, a lag, and people who edit and delete."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from fbrecon.domain.money import Money
from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.domain.postings import Expense, ExpenseDraft, ExpenseScan
from fbrecon.sync.progress import CancelToken
from tests.fakes.send_script import SendScript, applied, refused


class FakeExpenses:
    """The part of `fbrecon.sync.ports.Ledger` that is about expenses."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.rows: dict[int, Expense] = {}
        self.sends = SendScript(monotonic)
        self.removals = SendScript(monotonic)
        self.complete = True
        self.readable = True  # whether one can be read back
        self.truncates = 0  # by how much the service records less
        self._next = 500

    # ---- what people do

    def add(self, minor: int, on: date, notes: str = "") -> int:
        """An expense recorded by hand."""
        self._next += 1
        self.rows[self._next] = Expense(
            self._next, 7, Money(minor, "USD"), on, "Stationer", notes, deleted=False
        )
        return self._next

    def edit(self, number: int, **changes: object) -> None:
        """Somebody changes one."""
        self.rows[number] = replace(self.rows[number], **changes)  # type: ignore[arg-type]

    # ---- what the port asks

    def read_expenses(
        self, from_on: date, until_on: date, cancel: CancelToken, *, twice: bool
    ) -> ExpenseScan:
        cancel.raise_if_cancelled()
        del twice
        self.sends.arrive()
        rows = tuple(row for row in self.rows.values() if from_on <= row.on <= until_on)
        return ExpenseScan(rows, self.complete)

    def find_expense(self, expense_id: int) -> Expense | None:
        return self.rows.get(expense_id)

    def render_expense(self, draft: ExpenseDraft) -> bytes:
        sent = [
            draft.category_id,
            draft.amount.minor,
            draft.amount.currency,
            draft.on.isoformat(),
            draft.notes,
        ]
        return json.dumps(sent).encode()

    def send_expense(self, body: bytes) -> WriteOutcome:
        return self.sends.send(body, lambda: self._take(body))

    def _take(self, body: bytes) -> WriteOutcome:
        category, minor, currency, day, notes = json.loads(body)
        self._next += 1
        number = self._next
        amount = Money(minor - self.truncates, currency)
        on = date.fromisoformat(day)
        self.rows[number] = Expense(number, category, amount, on, "Us", notes, deleted=False)
        if self.truncates:
            return WriteOutcome(OutcomeClass.APPLIED_DIFFERENT, "Another sum.", str(number), 200)
        return applied(str(number))

    def expense_differences(self, body: bytes, expense: Expense) -> tuple[str, ...]:
        category, minor, currency, day, _ = json.loads(body)
        found = (expense.category_id, expense.amount.minor, expense.amount.currency)
        same = found == (category, minor, currency) and expense.on.isoformat() == day
        return () if same else ("it is another one",)

    def expense_changes(self, body: bytes, expense: Expense) -> tuple[str, ...]:
        notes = json.loads(body)[-1]
        changes = self.expense_differences(body, expense)
        return changes if expense.notes == notes else (*changes, "its notes were changed")

    def render_expense_removal(self) -> bytes:
        return b"{}"

    def send_expense_removal(self, expense_id: str, body: bytes) -> WriteOutcome:
        return self.removals.send(body, lambda: self._remove(int(expense_id)))

    def _remove(self, number: int) -> WriteOutcome:
        if number not in self.rows:
            return refused("There is none.")
        self.edit(number, deleted=True)
        return applied(str(number))
