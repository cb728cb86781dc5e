"""When the next sync is due. A thread asks every few seconds and only ever asks for a sync.

Due times come from the last recorded success in the company file, so that they survive a restart,
a closed lid and a clock that jumps: whatever was missed is due at once. Each job is wrapped, since
one that raises would starve the others, and one that fails is asked for apart from them. While a
person has paused syncing nothing is asked for; what was due meanwhile is due at once afterwards.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import schedule

from fbrecon.clock import Clock
from fbrecon.domain.pausing import Pause

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 10
_PAUSE_AFTER_TRY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Job:
    """One scheduled job: the parts it syncs, how often, and when it last succeeded (UTC)."""

    name: str
    parts: frozenset[str]
    every: timedelta
    last_success_at: Callable[[], datetime | None]

    def due_at(self) -> datetime | None:
        """When it is due; None means at once, since it never ran."""
        last = self.last_success_at()
        return None if last is None else last + self.every


def _never() -> Pause | None:
    return None


def _nothing() -> None:
    pass


class Timetable:
    """Watches the clock for one company while the window is open."""

    def __init__(
        self,
        jobs: Callable[[], list[Job]],
        request_sync: Callable[[frozenset[str]], None],
        clock: Clock,
        find_pause: Callable[[], Pause | None] = _never,
        rest: Callable[[], None] = _nothing,
    ) -> None:
        """`find_pause` tells the pause that was made last; `rest` is called at each look in one."""
        self._find_pause = find_pause
        self._rest = rest
        self._jobs = jobs
        self._request_sync = request_sync
        self._clock = clock
        self._tried_at: dict[str, datetime] = {}
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._scheduler = schedule.Scheduler()
        self._scheduler.every(LOOK_EVERY_SECONDS).seconds.do(self.look)

    def start(self) -> None:
        """Begin watching; the first look is at once."""
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._watch, name="timetable", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End watching; returns when the thread has ended."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=30)
            self._thread = None

    def look(self) -> None:
        """Ask for one sync of everything that is due, or rest while syncing is paused."""
        try:
            pause = self._find_pause()
            if pause is not None and pause.lasts(self._clock.now()):
                self._rest()
                return
            parts = self._due()
            if parts:
                self._request_sync(parts)
        except Exception:
            # Whatever it was, the next look must still come; the run itself has told the person.
            log.exception("a scheduled sync could not be asked for")

    def _due(self) -> frozenset[str]:
        """What to ask for now: all jobs that are due, those in trouble one at a time.

        A job whose last try brought no success could take the others down with it, so it is asked
        for alone, and only when no other is due.
        """
        now = self._clock.now()
        due = [job for job in self._jobs() if self._is_due(job, now)]
        well = [job for job in due if not self._is_in_trouble(job)]
        ill = sorted(due, key=lambda job: self._tried_at.get(job.name, now))[:1]
        parts: frozenset[str] = frozenset()
        for job in well or ill:
            self._tried_at[job.name] = now
            parts |= job.parts
        return parts

    def _is_due(self, job: Job, now: datetime) -> bool:
        tried_at = self._tried_at.get(job.name)
        # A clock that was set back would otherwise put the next run far away.
        if tried_at is not None and timedelta(0) <= now - tried_at < _PAUSE_AFTER_TRY:
            return False
        try:
            last, due_at = job.last_success_at(), job.due_at()
        except Exception:
            # One job that cannot tell must not keep the others from being looked at.
            log.exception("when “%s” is due cannot be told", job.name)
            return False
        return due_at is None or due_at <= now or (last is not None and last > now)

    def _is_in_trouble(self, job: Job) -> bool:
        tried_at, last = self._tried_at.get(job.name), job.last_success_at()
        return tried_at is not None and (last is None or last < tried_at)

    def _watch(self) -> None:
        self.look()
        while not self._stop.is_set():
            self._scheduler.run_pending()
            idle = self._scheduler.idle_seconds
            self._stop.wait(min(max(idle or 0.0, 0.1), LOOK_EVERY_SECONDS))
