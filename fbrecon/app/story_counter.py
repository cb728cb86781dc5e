"""The part of the desk that tells: what happened to a record, and how money moved week by week."""

from __future__ import annotations

from typing import Protocol

from fbrecon.domain.stories import Story
from fbrecon.domain.weeks import MoneyByWeek


class StoryCounter(Protocol):
    """What a front end can ask about the past of one company; reads the company file only."""

    def story(self, public_id: str) -> Story:
        """Both sides of an invoice, customer, payment, payout or bank line, and its history.

        Raises `NotFound`.
        """
        ...

    def money_by_week(self, weeks: int = 13) -> tuple[MoneyByWeek, ...]:
        """What was collected and paid out in the last weeks, for each currency that moved."""
        ...
