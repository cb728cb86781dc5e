"""The part of the desk that is about day after day: pausing what runs on a schedule."""

from __future__ import annotations

from typing import Protocol

from fbrecon.app.views import Pause, PauseFor


class DaysCounter(Protocol):
    """What a front end can ask about the days with one company.

    The timetable rests while syncing is paused; whoever asks for a sync gets one all the same.
    """

    def pause_syncing(self, wanted: PauseFor) -> Pause:
        """Pause what runs on a schedule in this company, from now on."""
        ...

    def resume_syncing(self) -> None:
        """End the pause of this company."""
        ...

    def pause_everywhere(self, wanted: PauseFor | None) -> None:
        """Pause all companies of this user, or resume them (None)."""
        ...
