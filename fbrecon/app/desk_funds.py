"""The desk's counter for undeposited funds: what explains the sum that they should hold."""

from __future__ import annotations

from fbrecon.app import deposits, fees
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.set_up_facts import SetUpFacts, set_up_facts
from fbrecon.app.views import ClearingItem
from fbrecon.domain.postings import ExpenseCategory


class FundsDesk(DeskBase):
    """The clearing proof, row by row, and what the set-up of accounts rests on."""

    def set_up_facts(self, *, refresh: bool = False) -> SetUpFacts:
        """What the set-up of accounts asks about (with `refresh` it may talk to FreshBooks)."""
        return set_up_facts(self.company, refresh=refresh)

    def list_categories(self) -> list[ExpenseCategory]:
        """What fees can be filed under as expenses (talks to FreshBooks)."""
        return fees.list_categories(self.company)

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
