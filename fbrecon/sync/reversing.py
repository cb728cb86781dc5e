"""Taking a journal entry of ours back: nothing can delete it, so a second one reverses it.

Only a person orders it, and only while the entry in the ledger still equals what was written. The
reversing entry is an intent like every other; once it is proven, the first one counts as undone.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind, may_move
from fbrecon.domain.postings import EntryDraft, EntryLine, EntryWay
from fbrecon.errors import Refused
from fbrecon.sync.ports import Ledger
from fbrecon.sync.stores import OutboxStore, Stores

_REVERSAL = "reversal:"
_UNDER_WAY = (PostingState.APPROVED, PostingState.SENDING, PostingState.UNCERTAIN)
_WAITING = (PostingState.HELD, PostingState.REFUSED, PostingState.PROPOSED, PostingState.DROPPED)


def is_reversal(intent: Intent) -> bool:
    """Whether an entry reverses another one."""
    return intent.kind is WriteKind.JOURNAL_ENTRY and intent.key.leg.startswith(_REVERSAL)


def find_reversed(outbox: OutboxStore, reversal: Intent) -> Intent | None:
    """The entry that a reversing one takes back."""
    leg = reversal.key.leg.removeprefix(_REVERSAL)
    return outbox.find(replace(reversal.key, leg=leg, generation=1))


def order_reversal(
    ledger: Ledger,
    stores: Stores,
    intent: Intent,
    way: EntryWay,
    locked_until: date | None,
    today: date,
    why: str,
) -> Intent:
    """Keep a person's order to reverse that entry; it is sent by the next posting run.

    It bears the day of the entry, or today where the books are locked up to that. The order of an
    entry that is being reversed is the one that is there. Raises `Refused` for what was not sent.
    """
    if intent.remote_id is None or intent.on_date is None or is_reversal(intent):
        raise Refused(
            "There is no entry to reverse",
            f"“{intent.subject}” was not entered by fbrecon, or reverses another entry itself.",
            "Look at its state in the activity.",
        )
    on = intent.on_date
    if locked_until is not None and on <= locked_until:
        on = today
    for generation in itertools.count(1):
        key = replace(intent.key, leg=f"{_REVERSAL}{intent.key.leg}", generation=generation)
        known = stores.outbox.find(key)
        if known is None:
            return stores.outbox.add(_new(ledger, intent, key, way, on, why))
        if known.state in _UNDER_WAY:
            return known
        if known.state in _WAITING:
            return _order_again(stores, known, why)
        if intent.state is PostingState.UNDONE:
            return known
    raise AssertionError("generations never end")


def note_reversed(outbox: OutboxStore, reversal: Intent) -> None:
    """A proven reversing entry: what it reverses is undone."""
    first = find_reversed(outbox, reversal)
    if first is not None and may_move(first.state, PostingState.UNDONE):
        outbox.move(first, PostingState.UNDONE, f"It was reversed by entry {reversal.remote_id}.")


def _new(
    ledger: Ledger, intent: Intent, key: IntentKey, way: EntryWay, on: date, why: str
) -> NewIntent:
    lines = tuple(
        EntryLine(account, -amount)
        for account, amount in sorted(ledger.entry_accounts(intent.body), key=str)
        if account is not None and amount.minor
    )
    assert intent.on_date is not None
    title = f"Reversal of the entry of {intent.on_date.isoformat()}"
    draft = EntryDraft(
        name=title,
        description=f"{title}, number {intent.remote_id} · entered by fbrecon · {key.marker}",
        on=on,
        lines=lines,
    )
    return NewIntent(
        key=key,
        subject=f"Reversal: {intent.subject}",
        target=intent.target,
        body=ledger.render_entry(draft, way),
        state=PostingState.APPROVED,
        reason=why,
        amount=intent.amount,
        on_date=on,
    )


def _order_again(stores: Stores, intent: Intent, why: str) -> Intent:
    with stores.write():
        if not may_move(intent.state, PostingState.APPROVED):
            intent = stores.outbox.move(intent, PostingState.PROPOSED, why)
        return stores.outbox.move(intent, PostingState.APPROVED, why)
