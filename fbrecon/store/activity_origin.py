"""The first entries of the activity log, for a file that had writes before it had a log.

Told from what the file keeps of each write: when it was added, each send with its answer, and
where it stands. Who decided and what happened in between was not kept, so it is not made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from fbrecon.domain.activity import Actor, Deed, Who
from fbrecon.domain.intents import Attempt, Intent
from fbrecon.domain.posting import OutcomeClass, PostingState
from fbrecon.store.database import CompanyFile
from fbrecon.store.repositories.activity import ActivityLog
from fbrecon.store.repositories.outbox import Outbox, deed_of

_AFTER = {
    OutcomeClass.APPLIED: PostingState.POSTED,
    OutcomeClass.APPLIED_DIFFERENT: PostingState.DISCREPANCY,
    OutcomeClass.REFUSED: PostingState.REFUSED,
    OutcomeClass.NOT_APPLIED: PostingState.APPROVED,
    OutcomeClass.AMBIGUOUS: PostingState.UNCERTAIN,
}


def tell_what_was_before(log: ActivityLog, outbox: Outbox, file: CompanyFile) -> None:
    """Begin the log with the writes that are in the file already; once, and only if there are."""
    if log.find_head() is not None or not file.sql("SELECT 1 FROM intent LIMIT 1"):
        return
    with file.write():
        if log.find_head() is not None:  # another program was quicker
            return
        log.begin("It begins with what was written before there was a log.")
        told = [
            (at, intent.row, place, deed)
            for intent in outbox.list_intents()
            for place, (at, deed) in enumerate(_deeds(intent, outbox.list_attempts(intent.key)))
        ]
        for at, _row, _place, deed in sorted(told, key=lambda one: one[:3]):
            log.add(at, Actor(Who.NOT_RECORDED), deed)


def _deeds(intent: Intent, attempts: list[Attempt]) -> Iterator[tuple[datetime, Deed]]:
    """What is known of one write, in order; the last one ends with the state it has."""
    moment, state = intent.created_at, None
    for attempt in attempts:
        if attempt.phase == "begin":
            after, why = PostingState.SENDING, f"Attempt {attempt.number} begins."
        else:
            after, why = _AFTER[OutcomeClass(attempt.outcome)], attempt.summary
        moment = max(moment, attempt.at)
        yield moment, deed_of(intent, state, after, why)
        state = after
    if state is not intent.state:
        yield max(moment, intent.changed_at), deed_of(intent, state, intent.state, intent.reason)
