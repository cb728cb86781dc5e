"""The state machine of every write to a service, and what each answer means.

Neither service has idempotency keys, so a write is first an *intent*: a deterministic key, a
marker that travels inside the record, and a frozen body. The table below is the whole machine;
the store refuses every edge that is not in it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

MARKER_PREFIX = "FBR-"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Whole words only: a person may write a full stop or a quote after it, never a letter.
_MARKER = re.compile(rf"(?<![\w-]){MARKER_PREFIX}[{_CROCKFORD}]{{16}}(?![\w-])")


class PostingState(StrEnum):
    """Where an intent stands."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    SENDING = "sending"
    POSTED = "posted"
    ADOPTED = "adopted"
    VERIFIED = "verified"
    HELD = "held"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"
    DISCREPANCY = "discrepancy"
    UNDONE = "undone"
    DROPPED = "dropped"


S = PostingState
TRANSITIONS: dict[PostingState, frozenset[PostingState]] = {
    # approved by a person or by being certain; held when a guard fails; dropped when dismissed
    S.PROPOSED: frozenset({S.APPROVED, S.HELD, S.DROPPED, S.ADOPTED}),
    S.APPROVED: frozenset({S.SENDING, S.HELD, S.ADOPTED, S.DISCREPANCY, S.DROPPED, S.PROPOSED}),
    S.SENDING: frozenset({S.POSTED, S.APPROVED, S.REFUSED, S.UNCERTAIN, S.DISCREPANCY}),
    S.UNCERTAIN: frozenset({S.POSTED, S.APPROVED, S.HELD, S.DISCREPANCY}),
    S.POSTED: frozenset({S.VERIFIED, S.DISCREPANCY, S.UNDONE}),
    S.ADOPTED: frozenset({S.VERIFIED, S.DISCREPANCY, S.UNDONE}),
    S.VERIFIED: frozenset({S.DISCREPANCY, S.UNDONE}),
    S.HELD: frozenset({S.PROPOSED, S.APPROVED, S.ADOPTED, S.DROPPED}),
    S.REFUSED: frozenset({S.APPROVED, S.DROPPED}),
    S.DISCREPANCY: frozenset({S.VERIFIED, S.UNDONE}),
    S.UNDONE: frozenset(),
    S.DROPPED: frozenset({S.PROPOSED}),
}
SETTLED = frozenset({S.POSTED, S.ADOPTED, S.VERIFIED})


class WriteKind(StrEnum):
    """What an intent writes, and where."""

    PAYMENT = "payment"
    PAYMENT_REMOVAL = "payment_removal"
    LEDGER_ACCOUNT = "ledger_account"
    JOURNAL_ENTRY = "journal_entry"
    EXPENSE = "expense"
    EXPENSE_REMOVAL = "expense_removal"
    PLATFORM_CUSTOMER = "platform_customer"
    PLATFORM_INVOICE = "platform_invoice"
    ARCHIVE_COPY = "archive_copy"


# What FreshBooks' ledger shows once it was written.
POSTED_TO_THE_LEDGER = frozenset(
    {WriteKind.PAYMENT, WriteKind.PAYMENT_REMOVAL, WriteKind.JOURNAL_ENTRY}
)
# What nothing can take back there is never sent a second time by itself.
NEVER_SENT_AGAIN = frozenset({WriteKind.JOURNAL_ENTRY})


@dataclass(frozen=True, slots=True)
class IntentKey:
    """What makes an intent the same intent: never a sum, a date or a local row id.

    `account` is the FreshBooks account, `source` the platform and its id of the cause, `leg` the
    target (the FreshBooks invoice, say), `generation` 1 until a person orders it to be done again.
    """

    account: str
    kind: WriteKind
    source: str
    leg: str
    generation: int = 1

    @property
    def text(self) -> str:
        """The canonical text, the primary key of the outbox."""
        return "|".join(
            ("v1", self.account, self.kind, self.source, self.leg, str(self.generation))
        )

    @property
    def marker(self) -> str:
        """`FBR-` and 16 Crockford characters (80 bits) of the key's SHA-256.

        Letters and digits only: FreshBooks' search over notes treats `%` and `_` as wildcards.
        """
        return _marker_of(self.text)


@lru_cache(maxsize=4096)  # it is asked for again and again in one sync
def _marker_of(key: str) -> str:
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:10], "big")
    letters = []
    for _ in range(16):
        number, place = divmod(number, 32)
        letters.append(_CROCKFORD[place])
    return MARKER_PREFIX + "".join(reversed(letters))


class OutcomeClass(StrEnum):
    """What one send tells. Only `applied` and `refused` are certain about the service's state."""

    APPLIED = "applied"
    APPLIED_DIFFERENT = "applied_different"
    REFUSED = "refused"
    NOT_APPLIED = "not_applied"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """The adaptor's reading of one send.

    `not_applied` is claimed only where no byte of the request can have been acted on; whatever is
    unclear is `ambiguous`. `retry_after` is in seconds; `at_once` says that what stood in the way,
    a sign-in that was over, is gone. `summary` is for the receipt: a status and a reason in plain
    words, never a secret.
    """

    kind: OutcomeClass
    summary: str
    remote_id: str = ""
    http_status: int = 0
    retry_after: float | None = None
    sign_in_again: bool = False
    at_once: bool = False
    echo: dict[str, str] = field(default_factory=dict)


def may_move(before: PostingState, after: PostingState) -> bool:
    """Whether the machine has that edge."""
    return after in TRANSITIONS[before]


def list_markers(text: str) -> list[str]:
    """All markers of ours in a note or description, as whole words, in their order."""
    return _MARKER.findall(text)


def find_marker(text: str) -> str | None:
    """The first marker of ours in a note or description, None if there is none."""
    return next(iter(list_markers(text)), None)
