"""The part of a made-up desk that is about day after day."""

from __future__ import annotations

from fbrecon.app.views import Pause, PauseFor
from fbrecon.domain.business import Business
from fbrecon.domain.pausing import make_pause

from . import sample_books as books
from .fake_companies import FakeCompanies


class FakeDays(FakeCompanies):
    """A mixin."""

    def __init__(self, slug: str, business: Business) -> None:
        super().__init__(slug, business)
        self.paused: Pause | None = None

    def pause_syncing(self, wanted: PauseFor) -> Pause:
        """From now on."""
        self._ask("pause_syncing", wanted)
        self.paused = make_pause(wanted, books.NOW, self.business.timezone)
        return self.paused

    def resume_syncing(self) -> None:
        """End it."""
        self._ask("resume_syncing")
        self.paused = None

    def pause_everywhere(self, wanted: PauseFor | None) -> None:
        """In the whole street."""
        self._ask("pause_everywhere", wanted)
        for desk in self.street.values():
            desk.paused = None if wanted is None else make_pause(wanted, books.NOW, "UTC")
