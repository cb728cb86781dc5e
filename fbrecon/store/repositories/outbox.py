"""The outbox: every write to a service, durable before it is sent.

The posting machine's edges are enforced by a trigger in the file, one send in flight an account
by a unique index, and the attempts only ever grow. A move that finds another state than the one
it started from raises `StaleIntentError`: somebody else was quicker. Every move is told to the
activity log in its own transaction.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from fbrecon.clock import Clock
from fbrecon.domain.activity import Deed
from fbrecon.domain.intents import Attempt, Intent, NewIntent, Note
from fbrecon.domain.money import Money
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind, WriteOutcome
from fbrecon.domain.waiting import TimeMark
from fbrecon.errors import Overtaken
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.fields import from_micros, to_micros
from fbrecon.store.repositories.activity import ActivityLog
from fbrecon.store.tables import AttemptRow, IntentRow


class StaleIntentError(Overtaken):
    """The intent is no longer in the state the caller saw."""


class Outbox:
    """Reads and moves the intents of one company file."""

    def __init__(self, file: CompanyFile, clock: Clock, activity: ActivityLog) -> None:
        self._file = file
        self._clock = clock
        self._activity = activity

    def add(self, new: NewIntent) -> Intent:
        """Keep a new intent, or return the one that already has this key, unchanged."""
        now = self._clock.now()
        with self._file.write():
            known = self.find(new.key)
            if known is not None:
                return known
            last = self._file.find(_last_first())
            number = 1 + (0 if last is None else last.row)
            self._file.run(
                _insert_intent(
                    key=new.key.text,
                    row=number,
                    marker=new.key.marker,
                    account=new.key.account,
                    kind=new.key.kind.value,
                    source=new.key.source,
                    leg=new.key.leg,
                    generation=new.key.generation,
                    subject=new.subject,
                    target=new.target,
                    currency=new.amount.currency if new.amount else None,
                    amount_minor=new.amount.minor if new.amount else None,
                    on_date=new.on_date,
                    body=new.body,
                    body_sha256=hashlib.sha256(new.body).hexdigest(),
                    state=new.state.value,
                    reason=new.reason,
                    created_at=now,
                    changed_at=now,
                    evidence=_dump([Note(now, new.reason)] if new.reason else []),
                )
            )
            added = self.get(new.key)
            self._activity.append(deed_of(added, None, added.state, added.reason), now)
        return added

    def refresh_unsent(self, intent: Intent, new: NewIntent) -> Intent:
        """Replace sum, date and body of an intent that was never sent; its key stays."""
        with self._file.write():
            current = self.get(intent.key)
            if current.attempts or current.state is not intent.state:
                raise StaleIntentError(intent.key.text)
            self._update(
                current,
                new.state,
                reason=new.reason,
                body=new.body,
                body_sha256=hashlib.sha256(new.body).hexdigest(),
                subject=new.subject,
                target=new.target,
                currency=new.amount.currency if new.amount else None,
                amount_minor=new.amount.minor if new.amount else None,
                on_date=new.on_date,
            )
            return self.get(intent.key)

    # ---- moving

    def move(
        self,
        intent: Intent,
        after: PostingState,
        reason: str,
        *,
        remote_id: str | None = None,
        not_before: datetime | None = None,
        hold: str = "",
        waive: str = "",
        unwaive: str = "",
        mark: TimeMark | None = None,
    ) -> Intent:
        """Move along one edge of the machine and note why; `mark` is what the clocks say."""
        changes: dict[str, Any] = {"not_before": not_before, "hold": hold}
        if unwaive:
            changes["waived"] = json.dumps(sorted(intent.waived - {unwaive}))
        if waive:
            changes["waived"] = json.dumps(sorted({*intent.waived, waive}))
        if remote_id is not None:
            changes["remote_id"] = remote_id
        if after is PostingState.UNCERTAIN:
            changes.update(
                uncertain_since=self._clock.now(),
                uncertain_mark=mark.dump() if mark else "",
                negative_reads=0,
                last_negative_at=None,
                negative_mark="",
            )
        with self._file.write():
            self._update(intent, after, reason=reason, **changes)
            return self.get(intent.key)

    def begin_send(self, intent: Intent) -> Intent:
        """Approved → sending, with its attempt begun; durable before this returns."""
        now = self._clock.now()
        number = intent.attempts + 1
        with self._file.write():
            self._update(
                intent, PostingState.SENDING, reason=f"Attempt {number} begins.", attempts=number
            )
            self._add_attempt(intent.key, number, "begin", now, None)
            return self.get(intent.key)

    def end_send(
        self,
        intent: Intent,
        outcome: WriteOutcome,
        after: PostingState,
        reason: str,
        *,
        not_before: datetime | None = None,
        mark: TimeMark | None = None,
    ) -> Intent:
        """Sending → what the answer means, with its attempt ended, in one transaction."""
        now = self._clock.now()
        with self._file.write():
            self._add_attempt(intent.key, intent.attempts, "end", now, outcome)
            return self.move(
                intent,
                after,
                reason,
                remote_id=outcome.remote_id or None,
                not_before=not_before,
                mark=mark,
            )

    def keep_mark(self, intent: Intent, mark: TimeMark) -> Intent:
        """Keep since when an uncertain write is waited for, now that the service told its time."""
        statement = _change(
            intent.key.text, intent.state.value, intent.attempts, uncertain_mark=mark.dump()
        )
        if self._file.run(statement) != 1:
            raise StaleIntentError(intent.key.text)
        return self.get(intent.key)

    def count_negative_read(
        self, intent: Intent, text: str, mark: TimeMark | None = None
    ) -> Intent:
        """A valid reading did not find an uncertain write."""
        with self._file.write():
            self._update(
                intent,
                intent.state,
                reason=intent.reason,
                note=text,
                negative_reads=intent.negative_reads + 1,
                last_negative_at=self._clock.now(),
                negative_mark=mark.dump() if mark else "",
            )
            return self.get(intent.key)

    def note(self, intent: Intent, text: str) -> Intent:
        """Keep something that was read about the intent, for its receipt."""
        with self._file.write():
            self._update(intent, intent.state, reason=intent.reason, note=text)
            return self.get(intent.key)

    def _update(
        self, intent: Intent, after: PostingState, *, reason: str, note: str = "", **changes: Any
    ) -> None:
        now = self._clock.now()
        text = note or reason
        evidence = [*intent.evidence, Note(now, text)] if text else list(intent.evidence)
        statement = _change(
            intent.key.text,
            intent.state.value,
            intent.attempts,
            state=after.value,
            reason=reason,
            changed_at=now,
            evidence=_dump(evidence),
            **changes,
        )
        with self._file.write():
            if self._file.run(statement) != 1:
                raise StaleIntentError(intent.key.text)
            if not note:
                remote_id = changes.get("remote_id")
                deed = deed_of(intent, intent.state, after, reason, remote_id)
                self._activity.append(deed, now)

    def _add_attempt(
        self, key: IntentKey, number: int, phase: str, at: datetime, outcome: WriteOutcome | None
    ) -> None:
        self._file.run(
            _insert_attempt(
                key=key.text,
                number=number,
                phase=phase,
                at=at,
                outcome=outcome.kind.value if outcome else "",
                summary=outcome.summary if outcome else "",
                http_status=outcome.http_status if outcome else 0,
            )
        )

    # ---- reading

    def find(self, key: IntentKey) -> Intent | None:
        """The intent with that key."""
        found = self._file.find(_by_key(key.text))
        return None if found is None else _intent(found)

    def get(self, key: IntentKey) -> Intent:
        """The intent with that key; raises `KeyError` if there is none."""
        found = self.find(key)
        if found is None:
            raise KeyError(key.text)
        return found

    def find_by_row(self, row: int) -> Intent | None:
        """The intent with that number in this file."""
        found = self._file.find(IntentRow.select().where(IntentRow.row == row))
        return None if found is None else _intent(found)

    def find_by_remote(self, kind: WriteKind, remote_id: str) -> Intent | None:
        """The intent that made that record, the last one where there were several."""
        found = self._file.find(
            IntentRow.select()
            .where(IntentRow.kind == kind.value, IntentRow.remote_id == remote_id)
            .order_by(IntentRow.row.desc())
        )
        return None if found is None else _intent(found)

    def find_by_marker(self, marker: str) -> Intent | None:
        """The intent with that marker."""
        found = self._file.find(IntentRow.select().where(IntentRow.marker == marker))
        return None if found is None else _intent(found)

    def list_intents(
        self,
        kinds: Iterable[WriteKind] = (),
        states: Iterable[PostingState] = (),
        *,
        leg: str | None = None,
    ) -> list[Intent]:
        """Intents of these kinds, states and target (all where none is named), oldest first."""
        query = _intents([kind.value for kind in kinds], [state.value for state in states], leg)
        return [_intent(row) for row in self._file.rows(query)]

    def list_of_source(self, source: str) -> list[Intent]:
        """Everything that one cause led to, oldest first; `source` as it stands in the keys."""
        return [_intent(row) for row in self._file.rows(_of_source(source))]

    def list_attempts(self, key: IntentKey) -> list[Attempt]:
        """Everything that was sent for that intent, in order."""
        query = AttemptRow.select().where(AttemptRow.key == key.text).order_by(AttemptRow.id)
        return [
            Attempt(row.number, row.phase, row.at, row.outcome, row.summary, row.http_status)
            for row in self._file.rows(query)
        ]


@composed
def _by_key(key: str) -> Any:
    return IntentRow.select().where(IntentRow.key == key)


@composed
def _of_source(source: str) -> Any:
    return IntentRow.select().where(IntentRow.source == source).order_by(IntentRow.row)


@composed
def _last_first() -> Any:
    return IntentRow.select(IntentRow.row).order_by(IntentRow.row.desc())


@composed
def _insert_intent(**values: Any) -> Any:
    return IntentRow.insert(**values)


@composed
def _change(key: str, was: str, sends: int, /, **values: Any) -> Any:
    """Changes nothing where another program moved the intent meanwhile."""
    return IntentRow.update(**values).where(
        IntentRow.key == key, IntentRow.state == was, IntentRow.attempts == sends
    )


@composed
def _insert_attempt(**values: Any) -> Any:
    return AttemptRow.insert(**values)


@composed
def _intents(kinds: Sequence[str], states: Sequence[str], leg: str | None) -> Any:
    query = IntentRow.select().order_by(IntentRow.row)
    if kinds:
        query = query.where(IntentRow.kind.in_(kinds))
    if states:
        query = query.where(IntentRow.state.in_(states))
    return query if leg is None else query.where(IntentRow.leg == leg)


def deed_of(
    intent: Intent,
    before: PostingState | None,
    after: PostingState,
    why: str,
    remote_id: str | None = None,
) -> Deed:
    """A move of an intent, as the activity log tells it."""
    return Deed(
        kind=intent.kind.value,
        subject=intent.subject,
        why=why,
        item=f"act_{intent.row}",
        before="" if before is None else before.value,
        after=after.value,
        remote_id=remote_id or intent.remote_id or "",
    )


def _dump(notes: Sequence[Note]) -> str:
    return json.dumps([[to_micros(note.at), note.text] for note in notes])


def _intent(row: IntentRow) -> Intent:
    key = IntentKey(row.account, WriteKind(row.kind), row.source, row.leg, row.generation)
    return Intent(
        row.row,
        key,
        row.marker,
        row.subject,
        row.target,
        None if row.currency is None else Money(row.amount_minor, row.currency),
        row.on_date,
        bytes(row.body),
        PostingState(row.state),
        row.reason,
        row.remote_id,
        row.attempts,
        row.created_at,
        row.changed_at,
        row.uncertain_since,
        row.negative_reads,
        row.last_negative_at,
        row.not_before,
        row.hold,
        frozenset(json.loads(row.waived)),
        tuple(Note(from_micros(at), text) for at, text in json.loads(row.evidence)),
        TimeMark.load(row.uncertain_mark),
        TimeMark.load(row.negative_mark),
    )
