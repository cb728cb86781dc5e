"""The part of the desk that is about undeposited funds: the proof, the set-up, closed periods."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

from fbrecon.app.periods import ClosingPlan
from fbrecon.app.set_up_facts import SetUpFacts
from fbrecon.app.typed_entries import TypedEntries
from fbrecon.app.views import ClearingItem
from fbrecon.domain.closings import ClosedPeriod
from fbrecon.domain.postings import ExpenseCategory


class FundsCounter(Protocol):
    """What a front end can ask about undeposited funds of one company."""

    def set_up_facts(self, *, refresh: bool = False) -> SetUpFacts:
        """What the set-up of accounts asks about (with `refresh` it may talk to FreshBooks)."""
        ...

    def list_categories(self) -> list[ExpenseCategory]:
        """What fees can be filed under as expenses (talks to FreshBooks)."""
        ...

    def list_clearing(self, currency: str = "") -> list[ClearingItem]:
        """What explains the sum of undeposited funds, row by row, of one currency or of all."""
        ...

    def save_entries(self, path: Path) -> TypedEntries:
        """Write the entries that a person types in to a file (.csv, .txt)."""
        ...

    def list_periods(self) -> list[ClosedPeriod]:
        """All closed periods, oldest first."""
        ...

    def plan_closing(self, until_on: date | None = None) -> ClosingPlan:
        """What closing up to a day, else the last whole month, would agree with."""
        ...

    def close_period(self, until_on: date, *, although: bool = False) -> ClosedPeriod:
        """Agree with everything up to that day; with a difference only `although` it is there.

        Raises `Refused` where it cannot be closed.
        """
        ...

    def reopen_period(self, until_on: date) -> None:
        """Open the period that ends on that day again, and all later ones."""
        ...
