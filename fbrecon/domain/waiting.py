"""How much time has certainly passed, whatever somebody did to this computer's clock.

Three clocks are read at once. The wall clock outlives everything and can be set. The monotonic one
never runs fast, may stand still while the computer sleeps, and is forgotten when the program ends.
The service's own time, which every answer carries, is nobody's to set here, and outlives the
program; it is the time of the last answer, so that an old one never passes for a new one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class TimeMark:
    """What the clocks said. `session` names the life of the monotonic clock, in seconds.

    `service` is the service's time by its last answer, None where it has not answered yet.
    """

    wall: datetime
    session: str = ""
    monotonic: float = 0.0
    service: datetime | None = None

    def dump(self) -> str:
        """As it is kept."""
        service = None if self.service is None else self.service.isoformat()
        return json.dumps([self.wall.isoformat(), self.session, self.monotonic, service])

    @classmethod
    def load(cls, text: str) -> TimeMark | None:
        """As it was kept; None for nothing."""
        if not text:
            return None
        wall, session, monotonic, service = json.loads(text)
        heard = None if service is None else datetime.fromisoformat(service)
        return cls(datetime.fromisoformat(wall), session, float(monotonic), heard)


def was_set_back(since: TimeMark, now: TimeMark) -> bool:
    """Whether the wall clock now says less than it said then."""
    return now.wall < since.wall


def time_passed(since: TimeMark, now: TimeMark) -> timedelta | None:
    """The least time that has certainly passed; None where only the wall clock would say so.

    A clock set forward cannot make it more than was witnessed; the wall clock must agree, so a
    clock set back makes it less, never more.
    """
    witnessed = []
    if since.session and since.session == now.session:
        witnessed.append(timedelta(seconds=now.monotonic - since.monotonic))
    if since.service is not None and now.service is not None:
        witnessed.append(now.service - since.service)
    if not witnessed:
        return None
    return max(min(max(witnessed), now.wall - since.wall), timedelta())
