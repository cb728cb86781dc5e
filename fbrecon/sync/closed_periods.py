"""What is dated inside a closed period is not written: a person agreed with it as it was."""

from __future__ import annotations

from datetime import datetime

from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteOutcome
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import Confirmation, Look, Sight, Writer

CLOSED = "closed period"  # what a write is held for; no yes waives it, opening the period does


class InOpenPeriods:
    """A writer that asks before it writes into a period that is closed."""

    def __init__(self, writer: Writer, stores: Stores) -> None:
        self._writer = writer
        self._stores = stores

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """As the writer looks. What is there already is found in a closed period, too."""
        look = self._writer.look(intent, cancel)
        if look.sight is not Sight.CLEAR or intent.state is PostingState.UNCERTAIN:
            return look
        closed = self._stores.periods.closed_until()
        if closed is None or intent.on_date is None or intent.on_date > closed:
            return look
        text = (
            f"It is dated {intent.on_date.isoformat()}, and the period up to {closed.isoformat()} "
            "is closed. Open the period again to have it written."
        )
        return Look(Sight.ASK, text, hold=CLOSED)

    def send(self, intent: Intent) -> WriteOutcome:
        """As the writer sends."""
        return self._writer.send(intent)

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """As the writer reads back."""
        return self._writer.confirm(intent, cancel)

    def service_time(self) -> datetime | None:
        """The writer's service."""
        return self._writer.service_time()
