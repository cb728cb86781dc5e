"""An intent: one write to a service, from the idea to the proof, and what was tried and read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from fbrecon.domain.money import Money
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.domain.waiting import TimeMark


@dataclass(frozen=True, slots=True)
class NewIntent:
    """An intent to be added. `subject` is for people, `target` the id of what is written to.

    `source` of the key names the cause (`alternative_payments:pay_1`); `body` is what will be sent
    byte for byte; `state` is proposed, approved or held, with its reason.
    """

    key: IntentKey
    subject: str
    target: str
    body: bytes
    state: PostingState
    reason: str
    amount: Money | None = None
    on_date: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was read or decided about an intent, for its receipt."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Intent:
    """An intent as the outbox has it. `row` is its number within the company file.

    `hold` names what it is held for ("alike:123"); `waived` are those holds that a person has
    looked at and said yes to all the same. The two marks are what all clocks said when it became
    uncertain and when it was last looked for in vain.
    """

    row: int
    key: IntentKey
    marker: str
    subject: str
    target: str
    amount: Money | None
    on_date: date | None
    body: bytes
    state: PostingState
    reason: str
    remote_id: str | None
    attempts: int
    created_at: datetime
    changed_at: datetime
    uncertain_since: datetime | None = None
    negative_reads: int = 0
    last_negative_at: datetime | None = None
    not_before: datetime | None = None
    hold: str = ""
    waived: frozenset[str] = frozenset()
    evidence: tuple[Note, ...] = field(default=())
    uncertain_mark: TimeMark | None = None
    negative_mark: TimeMark | None = None

    @property
    def kind(self) -> WriteKind:
        """What it writes."""
        return self.key.kind

    @property
    def source_id(self) -> str:
        """The id of the cause, without the name of where it comes from."""
        return self.key.source.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One end of one send: `phase` is begin or end."""

    number: int
    phase: str
    at: datetime
    outcome: str
    summary: str
    http_status: int
