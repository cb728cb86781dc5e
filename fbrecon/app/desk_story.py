"""The desk's counter that tells: the story of one record, and money week by week."""

from __future__ import annotations

from fbrecon.app.desk_bank import BankDesk
from fbrecon.app.money_by_week import money_by_week
from fbrecon.app.reconcile import seen_at_bank, shown_in
from fbrecon.app.stories import Storyteller
from fbrecon.domain.stories import Story
from fbrecon.domain.weeks import MoneyByWeek


class StoryDesk(BankDesk):
    """Reads the company file only."""

    def story(self, public_id: str) -> Story:
        """Both sides of a record, and what happened to it."""
        view = self._board().view()  # what is held of the bank need not be matched anew
        seen = seen_at_bank(self.company) if view is None else shown_in(view)
        return Storyteller(self.company, seen).tell(public_id)

    def money_by_week(self, weeks: int = 13) -> tuple[MoneyByWeek, ...]:
        """What was collected and paid out in the last weeks."""
        return () if self.find_company() is None else money_by_week(self.company, weeks)
