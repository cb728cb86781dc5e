"""An Alternative Payments adaptor before a scripted platform, with a clock that does not wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from fbrecon.platforms.alternative_payments import AlternativePayments
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
EMPTY: dict[str, Any] = {"data": [], "has_next_page": False, "end_cursor": None}
REFUSAL = {"code": "bad_request", "message": "No.", "validation_errors": {"name": "Required."}}


class FakeClock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return self.seconds


class StoppedError(Exception):
    pass


class Patience:
    """Does not wait but moves the clock; can be told to stop at the n-th wait."""

    def __init__(self, clock: FakeClock, stop_at: int | None = None) -> None:
        self.waits: list[float] = []
        self._clock = clock
        self._stop_at = stop_at

    def raise_if_cancelled(self) -> None:
        if self._stop_at is not None and len(self.waits) >= self._stop_at:
            raise StoppedError

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.raise_if_cancelled()
        self._clock.seconds += seconds


class Bench:
    """An adaptor before a scripted platform; tokens `t1`, `t2`, … unless `token` says otherwise."""

    def __init__(self, script: Callable[[Asked, int], Say], token: Say | None = None) -> None:
        self.clock = FakeClock()
        self.patience = Patience(self.clock)
        self.tokens = 0
        self.calls = 0
        self._script = script
        self._token = token
        self.server = ScriptedServer(self._answer)
        self.platform: AlternativePayments

    def _answer(self, asked: Asked) -> Say:
        if asked.path == "/oauth/token":
            self.tokens += 1
            body = {"access_token": f"t{self.tokens}", "token_type": "Bearer", "expires_in": 3600}
            return self._token or Say(body=body)
        self.calls += 1
        return self._script(asked, self.calls)

    def asked(self, path: str) -> list[Asked]:
        return [asked for asked in self.server.asked if asked.path == path]


@contextmanager
def bench(
    script: Callable[[Asked, int], Say] = lambda asked, n: Say(body=EMPTY),
    token: Say | None = None,
) -> Iterator[Bench]:
    made = Bench(script, token)
    with made.server:
        made.platform = AlternativePayments(
            made.server.url, "id-ü", "s:ecret", made.clock, patience=made.patience
        )
        try:
            yield made
        finally:
            made.platform.close()
