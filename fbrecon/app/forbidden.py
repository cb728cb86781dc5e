"""Whether FreshBooks refused a write because it is not allowed at all: by its plan or by a role."""

from __future__ import annotations

from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState
from fbrecon.sync.stores import OutboxStore

_PAYMENT_REQUIRED, _NOT_ALLOWED = 402, 403
_FORBIDDEN = frozenset({_PAYMENT_REQUIRED, _NOT_ALLOWED})


def is_forbidden(outbox: OutboxStore, intent: Intent) -> bool:
    """Whether the last answer to a refused write was that it may not be made, whatever it says."""
    if intent.state is not PostingState.REFUSED:
        return False
    ends = [attempt for attempt in outbox.list_attempts(intent.key) if attempt.phase == "end"]
    return bool(ends) and ends[-1].http_status in _FORBIDDEN
