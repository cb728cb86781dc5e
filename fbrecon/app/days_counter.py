"""The part of the desk that is about day after day: pausing what runs on a schedule."""

from __future__ import annotations

from typing import Protocol

from fbrecon.app.views import Pause, PauseFor, RunView


class DaysCounter(Protocol):
    """What a front end can ask about the days with one company.

    The timetable rests while syncing is paused; whoever asks for a sync gets one all the same.
    """

    def list_runs(self, limit: int = 20) -> list[RunView]:
        """The last runs, newest first, with their reasons."""
        ...

    def pause_syncing(self, wanted: PauseFor) -> Pause:
        """Pause what runs on a schedule in this company, from now on."""
        ...

    def resume_syncing(self) -> None:
        """End the pause of this company."""
        ...

    def pause_everywhere(self, wanted: PauseFor | None) -> None:
        """Pause all companies of this user, or resume them (None)."""
        ...
