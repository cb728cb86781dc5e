"""The desk's counter for day after day: pausing what runs on a schedule."""

from __future__ import annotations

from fbrecon.app.desk_decisions import DecisionsDesk
from fbrecon.app.views import Pause, PauseFor
from fbrecon.domain.pausing import make_pause, spell_pause


class DaysDesk(DecisionsDesk):
    """What a person wants of fbrecon on a working day."""

    def pause_syncing(self, wanted: PauseFor) -> Pause:
        """Have the timetable of this company rest."""
        company = self.company
        made = make_pause(wanted, self._clock.now(), company.business.timezone)
        self.change_setting("paused_until", spell_pause(made))
        return made

    def resume_syncing(self) -> None:
        """End the pause of this company; nothing happens where there is none."""
        if self.company.setting("paused_until"):
            self.change_setting("paused_until", "")
