"""Everything one sandbox holds in memory, behind one lock.

The servers take ``lock`` around every request, the controls around every call. Nothing here is
written to disk and nothing outlives the process.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fbrecon.sandbox.chance import Chance
from fbrecon.sandbox.clock import SandboxClock, rfc3339
from fbrecon.sandbox.faults import Faults
from fbrecon.sandbox.freshbooks_books import Books
from fbrecon.sandbox.freshbooks_tokens import TokenDesk
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.platform_book import PlatformBook
from fbrecon.sandbox.ratelimit import MinuteLimit, SecondLimit


@dataclass(frozen=True, slots=True)
class Membership:
    """One business of the signed-in person, and what they are there."""

    id: int
    role: str
    business_id: int
    business_uuid: str
    name: str
    account_id: str | None
    timezone: str
    fasttrack_token: str


@dataclass(slots=True)
class Visit:
    """One line of the request log; never a body, never a header."""

    service: str
    method: str
    path: str
    query: str
    at: str
    status: int | None = None


@dataclass
class SandboxState:
    """The two services' rows, the registered app, faults, limits and the log."""

    options: SandboxOptions
    lock: threading.RLock = field(default_factory=threading.RLock)
    closing: threading.Event = field(default_factory=threading.Event)
    memberships: list[Membership] = field(default_factory=list)
    books: dict[str, Books] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    later: list[tuple[datetime, Callable[[], None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        options = self.options
        self.chance = Chance(options.seed)
        self.clock = SandboxClock(options.now, frozen=options.frozen_clock)
        self.faults = Faults()
        self.email = "books@harborlight.example"
        self.password = f"sandbox-{self.chance.hex('person', 8)}"
        self.identity_id = 14_000_000 + self.chance.stream("person").randrange(900_000)
        self.identity_uuid = self.chance.uuid("person")
        self.tokens = TokenDesk(
            self.chance, self.clock, refresh_ends_access=options.refresh_ends_access_token
        )
        self.freshbooks_limit = MinuteLimit(self.clock, options.rate_limit)
        self.platform_limit = SecondLimit(options.platform_rate_limit)
        self.platform = PlatformBook(self.chance, self.clock)

    @property
    def main_books(self) -> Books:
        """The books of the business that the person owns."""
        account_id = self.memberships[0].account_id
        assert account_id is not None
        return self.books[account_id]

    def do_later(self, seconds: float, work: Callable[[], None]) -> None:
        """Do that once so much time has passed here."""
        self.later.append((self.clock.now() + timedelta(seconds=seconds), work))

    def catch_up(self) -> None:
        """Do what is due by now. The caller holds the lock."""
        now = self.clock.now()
        due = [work for at, work in self.later if at <= now]
        self.later = [(at, work) for at, work in self.later if at > now]
        for work in due:
            work()

    def log(self, service: str, method: str, path: str, query: str) -> Visit:
        """Writes a request down as it comes in; its status is filled in when it is answered."""
        visit = Visit(service, method, path, query, rfc3339(self.clock.now()))
        self.visits.append(visit)
        return visit
