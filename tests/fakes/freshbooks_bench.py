"""What the FreshBooks tests stand on: a clock, a vault and a cancel token, all by hand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol

from fbrecon.domain.business import Business
from fbrecon.errors import SecretsError
from fbrecon.freshbooks.tokens import Tokens

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
BUSINESS = Business(
    id="439000",
    account_id="ACM123",
    uuid="8a5c4a5e-0b0a-4a44-8f0e-000000000001",
    name="Harbor Light",
    role="owner",
    timezone="America/New_York",
)


class HandClock:
    """Both clocks stand still until somebody moves them."""

    def __init__(self, now: datetime = NOW) -> None:
        self._now = now
        self._ticks = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._ticks

    def move(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._ticks += seconds

    def set_wall(self, now: datetime) -> None:
        self._now = now


class StoppedError(Exception):
    """What the cancel token raises here."""


class Moves(Protocol):
    """A clock that goes on only when it is told to."""

    def move(self, seconds: float) -> None: ...


class HandCancel:
    """Waits move the clock instead of the world; `stop_after` cancels at that many waits."""

    def __init__(self, clock: Moves | None = None, stop_after: int | None = None) -> None:
        self.waits: list[float] = []
        self.cancelled = False
        self._clock = clock
        self._stop_after = stop_after

    def raise_if_cancelled(self) -> None:
        if self.cancelled:
            raise StoppedError

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        if self._clock is not None:
            self._clock.move(seconds)
        if self._stop_after is not None and len(self.waits) >= self._stop_after:
            self.cancelled = True
        self.raise_if_cancelled()


class MemoryVault:
    """A vault in memory that keeps the order of its writes and can refuse some of them."""

    def __init__(self) -> None:
        self.secrets: dict[str, bytes] = {}
        self.puts: list[str] = []
        self.refuse_puts: int = 0
        self._lock = threading.RLock()
        self.held = 0

    def find(self, name: str) -> bytes | None:
        return self.secrets.get(name)

    def put(self, name: str, value: bytes) -> None:
        if self.refuse_puts:
            self.refuse_puts -= 1
            raise SecretsError("The vault is full", "The disk is full.", "Free some space.")
        self.puts.append(name)
        self.secrets[name] = value

    def forget(self, name: str) -> None:
        self.secrets.pop(name, None)

    def list_names(self, prefix: str) -> list[str]:
        return sorted(name for name in self.secrets if name.startswith(prefix))

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        del name
        with self._lock:
            self.held += 1
            try:
                yield
            finally:
                self.held -= 1


class FixedTokens:
    """A source of bearers that hands out `old`, and `new` once that was refused."""

    def __init__(self, *, renewed: bool = True) -> None:
        self.refused: list[str] = []
        self._renewed = renewed
        self._access = "old-access"

    def current(self, *, seconds_needed: float = 0.0) -> Tokens:
        del seconds_needed
        return Tokens(
            access=self._access,
            refresh="refresh",
            generation=1,
            expires_at=NOW + timedelta(hours=12),
            life=timedelta(hours=12),
        )

    def renew(self, refused: Tokens) -> Tokens:
        self.refused.append(refused.access)
        if self._renewed:
            self._access = "new-access"
        return self.current()
