"""What may have arrived is settled by reading: found, certainly not there, or a person's question.

A record that is missing proves nothing before the settling delay is over, and the delay is over
only when time has certainly passed (`fbrecon/domain/waiting.py`): the wall clock alone, which
anybody can set, never makes anything be sent again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from fbrecon.clock import SESSION, Clock
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import NEVER_SENT_AGAIN, PostingState, WriteKind
from fbrecon.domain.waiting import TimeMark, time_passed, was_set_back
from fbrecon.errors import FbreconError
from fbrecon.sync import crash_points as at
from fbrecon.sync.crash_points import CrashPoint
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import OutboxStore
from fbrecon.sync.writers import DOUBTS, Look, Sight, Writer

MOST_ATTEMPTS = 3
NEEDED_NEGATIVES = 2


@dataclass(frozen=True, slots=True)
class SettleRules:
    """How long an uncertain write may still arrive late: the setting `settle_after`, seconds."""

    settle_after: float

    @property
    def wait(self) -> timedelta:
        """Before that a missing record proves nothing."""
        return timedelta(seconds=self.settle_after)

    @property
    def between_reads(self) -> timedelta:
        """Two negative readings must lie at least this far apart."""
        return timedelta(seconds=self.settle_after / 3)

    @property
    def patience(self) -> timedelta:
        """A reading that stays unclear for so long comes before a person."""
        return timedelta(seconds=self.settle_after * 4)


class TellsTime(Protocol):
    """A service, or whoever speaks to one."""

    def service_time(self) -> datetime | None:
        """What time it was there when it last answered."""
        ...


class Clocks:
    """The clocks of this process; `session` is another one after each start of the program."""

    def __init__(self, clock: Clock, session: str = SESSION) -> None:
        self._clock = clock
        self._session = session

    def mark(self, service: TellsTime | None = None) -> TimeMark:
        """What they say now; the service's own only right after an answer of it."""
        heard = None if service is None else service.service_time()
        return TimeMark(self._clock.now(), self._session, self._clock.monotonic(), heard)


class Settler:
    """Settles what is uncertain, and keeps notes without repeating itself."""

    def __init__(
        self,
        outbox: OutboxStore,
        writers: Mapping[WriteKind, Writer],
        clocks: Clocks,
        rules: SettleRules,
        crash: CrashPoint,
    ) -> None:
        self._outbox = outbox
        self._writers = writers
        self._clocks = clocks
        self._rules = rules
        self._crash = crash

    def settle(self, intent: Intent, cancel: CancelToken) -> Intent:
        """Only a reading settles it; a reading that fails settles nothing."""
        writer = self._writers[intent.kind]
        try:
            # A yes to sending it was none to taking an unclear reading for its absence.
            look = writer.look(replace(intent, waived=intent.waived - DOUBTS), cancel)
        except FbreconError as error:
            return self.note(intent, f"It could not be looked up: {error.message}")
        now = self._clocks.mark(writer)
        self._crash(at.SETTLING)
        settled = self._keep(intent, look, now)
        self._crash(at.SETTLED)
        return settled

    def _keep(self, intent: Intent, look: Look, now: TimeMark) -> Intent:
        if look.sight is Sight.FOUND:
            return self._outbox.move(
                intent, PostingState.POSTED, look.text, remote_id=look.remote_id
            )
        if look.sight is Sight.FOUND_DIFFERENT:
            return self._outbox.move(
                intent, PostingState.DISCREPANCY, look.text, remote_id=look.remote_id
            )
        if look.sight is Sight.ASK:
            return self._outbox.move(intent, PostingState.HELD, look.text, hold=look.hold)
        if look.sight is Sight.LATER:
            return self.note(intent, look.text)
        intent, since = self._witnessed(intent, now)
        if look.sight is Sight.UNCLEAR:
            return self.unclear(intent, look)
        return self._count_negative(intent, since, now)

    def _witnessed(self, intent: Intent, now: TimeMark) -> tuple[Intent, TimeMark]:
        """Since when it is uncertain, by the service's clock from its first answer after that."""
        assert intent.uncertain_since is not None
        since = intent.uncertain_mark or TimeMark(intent.uncertain_since)
        if since.service is None and now.service is not None:
            since = replace(since, service=now.service)
            intent = self._outbox.keep_mark(intent, since)
        return intent, since

    def _count_negative(self, intent: Intent, since: TimeMark, now: TimeMark) -> Intent:
        last = intent.negative_mark
        if was_set_back(since, now) or (last is not None and was_set_back(last, now)):
            # Neither shorten the wait nor draw it out by as much as the clock was wrong.
            text = "The clock was set back; the wait begins anew."
            return self._outbox.move(intent, PostingState.UNCERTAIN, text, mark=now)
        passed = time_passed(since, now)
        if passed is None:
            text = "How long ago it was sent cannot be told for certain."
            return self.unclear(intent, Look(Sight.UNCLEAR, text, hold="untimed"))
        if passed < self._rules.wait:
            return intent
        if intent.negative_reads:
            between = None if last is None else time_passed(last, now)
            if between is None or between < self._rules.between_reads:
                return intent
        text = "Read again: the service does not have it."
        intent = self._outbox.count_negative_read(intent, text, now)
        if intent.negative_reads < NEEDED_NEGATIVES:
            return intent
        if intent.kind in NEVER_SENT_AGAIN:
            return self._outbox.move(
                intent,
                PostingState.HELD,
                "It was looked for twice and is not there. Nothing can delete a journal entry, so "
                "it is sent again only if you say so.",
            )
        if intent.attempts >= MOST_ATTEMPTS:
            text = f"It was sent {intent.attempts} times and never arrived."
            return self._outbox.move(intent, PostingState.HELD, text)
        text = "It did not arrive; it may be sent again."
        return self._outbox.move(intent, PostingState.APPROVED, text)

    def unclear(self, intent: Intent, look: Look) -> Intent:
        """Wait for a clear reading, and ask a person where none comes."""
        noted = intent.evidence[-1] if intent.evidence else None
        if noted is None or noted.text != look.text:
            return self._outbox.note(intent, look.text)
        if self._clocks.mark().wall - noted.at < self._rules.patience:
            return intent
        return self._outbox.move(intent, PostingState.HELD, look.text, hold=look.hold)

    def note(self, intent: Intent, text: str) -> Intent:
        """Keep what was read, unless the receipt ends with just that."""
        if intent.evidence and intent.evidence[-1].text == text:
            return intent
        return self._outbox.note(intent, text)
