"""The desk's counter for undeposited funds: what explains the sum that they should hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fbrecon.app import deposits, fees, periods
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.periods import ClosingPlan
from fbrecon.app.set_up_facts import SetUpFacts, set_up_facts
from fbrecon.app.typed_entries import TypedEntries, save_entries
from fbrecon.app.views import ClearingItem
from fbrecon.clock import day_in
from fbrecon.domain.closings import ClosedPeriod, PeriodChange
from fbrecon.domain.postings import ExpenseCategory


class FundsDesk(DeskBase):
    """The clearing proof, row by row, and what the set-up of accounts rests on."""

    def set_up_facts(self, *, refresh: bool = False) -> SetUpFacts:
        """What the set-up of accounts asks about (with `refresh` it may talk to FreshBooks)."""
        return set_up_facts(self.company, refresh=refresh)

    def list_categories(self) -> list[ExpenseCategory]:
        """What fees can be filed under as expenses (talks to FreshBooks)."""
        return fees.list_categories(self.company)

    def save_entries(
        self, path: Path, from_on: date | None = None, until_on: date | None = None
    ) -> TypedEntries:
        """Write what is to be typed in to a file (.csv, .txt); raises `WrongUsage`, `FileError`."""
        return save_entries(self.company, path, from_on, until_on)

    # ---- closed periods

    def list_periods(self) -> list[ClosedPeriod]:
        """All closed periods, oldest first."""
        return [] if self.find_company() is None else self.company.stores.periods.list_periods()

    def list_period_changes(self) -> dict[date, list[PeriodChange]]:
        """What changed since in each closed period, by its last day."""
        return {} if self.find_company() is None else periods.list_changes(self.company)

    def plan_closing(self, until_on: date | None = None) -> ClosingPlan:
        """What closing up to a day, else the last whole month, would agree with."""
        if until_on is None:
            today = day_in(self.company.clock.now(), self.company.business.timezone)
            until_on = periods.last_month_end(today)
        return periods.plan_closing(self.company, until_on)

    def close_period(self, until_on: date, *, although: bool = False) -> ClosedPeriod:
        """Agree with everything up to that day; with a difference only `although` it is there."""
        with self.company.deciding():
            return periods.close_period(self.company, until_on, although=although)

    def reopen_period(self, until_on: date) -> None:
        """Open the period that ends on that day again, and all later ones."""
        with self.company.deciding():
            periods.reopen_period(self.company, until_on)

    def list_clearing(self, currency: str = "") -> list[ClearingItem]:
        """Every row of the proof, of one currency or of all, by bucket and oldest first."""
        if self.find_company() is None:
            return []
        return [
            item
            for proof in deposits.clearing_proofs(self.company)
            if currency in ("", proof.currency)
            for bucket in proof.buckets
            for item in sorted(proof.items, key=lambda item: (item.on, item.id))
            if item.bucket is bucket.bucket
        ]
