"""The activity log: who did what, when and why, in a chain that shows when somebody edited it.

Each entry's link is the SHA-256 of the link before it and of the entry itself, so an entry that is
changed, removed or put in breaks the chain. A link can be made anew by anybody, so it is sealed
with a key that does not lie in the company file. What a cut end hides is known only to a witness
outside the file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from fbrecon.domain.posting import WriteKind

NO_LINK = b""
PLATFORM_WRITES = frozenset(
    {WriteKind.PLATFORM_CUSTOMER, WriteKind.PLATFORM_INVOICE, WriteKind.ARCHIVE_COPY}
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Who(StrEnum):
    """Who did it. `not_recorded` is for what happened before there was a log."""

    PERSON = "person"
    PROGRAM = "fbrecon"
    SCHEDULE = "schedule"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is at work, and in which sync run (its number; None outside of one)."""

    who: Who
    run: int | None = None


class DeedKind(StrEnum):
    """What kind of thing was done. The kinds of writes stand beside these (`WriteKind`)."""

    LOG = "log"
    SETTING = "setting"
    ACCOUNTS = "accounts"
    CONNECTION = "connection"
    MATCH = "match"
    WORD = "word"
    ATTENTION = "attention"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done. `kind` is a `DeedKind` or the `WriteKind` of an intent.

    `item` is the public id of what it was done to ("act_12"), "" where it has none. `before` and
    `after` are states or values, "" for nothing. No secrets and no whole bodies.
    """

    kind: str
    subject: str
    why: str
    item: str = ""
    before: str = ""
    after: str = ""
    remote_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed as the log has it. `number` counts from 1 without gaps."""

    number: int
    at: datetime
    actor: Actor
    deed: Deed
    link: bytes
    seal: bytes = b""
    key_id: str = ""


@dataclass(frozen=True, slots=True)
class SealKey:
    """The key that seals links: its bytes, and the public name by which an entry refers to it."""

    secret: bytes

    @property
    def id(self) -> str:
        """Tells which key it was, and nothing about the key."""
        return hashlib.sha256(b"fbrecon log key\0" + self.secret).hexdigest()[:12]

    def seal(self, link: bytes) -> bytes:
        """The seal of a link."""
        return hmac.digest(self.secret, link, "sha256")


def make_link(before: bytes, number: int, at: datetime, actor: Actor, deed: Deed) -> bytes:
    """The link of an entry that follows the entry with the link `before`."""
    told = json.dumps(
        [
            number,
            (at - _EPOCH) // timedelta(microseconds=1),
            actor.who.value,
            actor.run,
            deed.kind,
            deed.subject,
            deed.why,
            deed.item,
            deed.before,
            deed.after,
            deed.remote_id,
        ],
        ensure_ascii=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(before + told.encode()).digest()


class Flaw(StrEnum):
    """What is wrong with a chain."""

    MISSING = "missing"
    CHANGED = "changed"
    FORGED = "forged"


class ChainCheck:
    """Takes the entries in order and remembers the first flaw.

    `unsealed` counts entries that carry no seal, `foreign` those sealed with another key than
    `key`: of both the order can be checked, and that is all.
    """

    def __init__(self, key: SealKey | None) -> None:
        self._key = key
        self._link = NO_LINK
        self.count = 0
        self.unsealed = 0
        self.foreign = 0
        self.flaw: tuple[Flaw, int] | None = None

    def take(self, entry: Entry) -> None:
        """Look at the next entry. Nothing after the first flaw is looked at."""
        if self.flaw is not None:
            return
        if entry.number != self.count + 1:
            self.flaw = (Flaw.MISSING, self.count + 1)
            return
        link = make_link(self._link, entry.number, entry.at, entry.actor, entry.deed)
        if link != entry.link:
            self.flaw = (Flaw.CHANGED, entry.number)
            return
        if not entry.seal:
            self.unsealed += 1
        elif self._key is None or entry.key_id != self._key.id:
            self.foreign += 1
        elif not hmac.compare_digest(self._key.seal(link), entry.seal):
            self.flaw = (Flaw.FORGED, entry.number)
            return
        self.count += 1
        self._link = link


@dataclass(frozen=True, slots=True)
class Head:
    """Where a log ends: its first link tells which log it is, the last one how it got there."""

    first: bytes
    number: int
    link: bytes
    at: datetime
