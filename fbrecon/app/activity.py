"""What was written to the services, one row a write, with where it stands now."""

from __future__ import annotations

from fbrecon.app.company import Company
from fbrecon.app.views import ActivityRow
from fbrecon.domain.activity import Actor, Who
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState


def list_writes(company: Company, text: str = "") -> list[ActivityRow]:
    """Every write to a service that was at least tried, newest first.

    With a text those only in which each word of it is found.
    """
    actors = company.stores.activity.last_actors()
    unknown = Actor(Who.NOT_RECORDED)
    rows = [
        _row(intent, actors.get(f"act_{intent.row}", unknown))
        for intent in reversed(company.stores.outbox.list_intents())
        if intent.attempts or intent.remote_id
    ]
    words = text.casefold().split()
    return [row for row in rows if all(word in _searched(row) for word in words)]


def _searched(row: ActivityRow) -> str:
    told = (row.id, row.kind, row.subject, row.intent, row.outcome, row.remote_id or "", row.marker)
    return " ".join(told).casefold()


def _row(intent: Intent, actor: Actor) -> ActivityRow:
    return ActivityRow(
        id=f"act_{intent.row}",
        at=intent.changed_at,
        kind=intent.kind.value,
        subject=intent.subject,
        intent=intent.reason,
        attempts=intent.attempts,
        outcome=intent.state.value,
        remote_id=intent.remote_id,
        undone=intent.state is PostingState.UNDONE,
        who=actor.who.value,
        run="" if actor.run is None else f"run_{actor.run}",
        created_at=intent.created_at,
        marker=intent.marker,
    )
