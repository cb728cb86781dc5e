"""The two services' limits on how many requests they take.

FreshBooks counts by the sandbox's clock, in fixed minutes, and says so on every answer; the
platform counts by real time, so that moving the clock hides nothing.
"""

from __future__ import annotations

import math
import time
from collections import deque
from dataclasses import dataclass

from fbrecon.sandbox.clock import SandboxClock

WINDOW_SECONDS = 60
_LIMIT = 600
_POST_LIMIT = 250


@dataclass(slots=True)
class _Window:
    started: float
    count: int = 0


class MinuteLimit:
    """Fixed windows of a minute for each caller, smaller ones for POST."""

    def __init__(self, clock: SandboxClock, limit: int | None) -> None:
        self._clock = clock
        self._limit = _LIMIT if limit is None else limit
        self._post_limit = min(_POST_LIMIT, self._limit)
        self._windows: dict[tuple[str, bool], _Window] = {}

    def take(self, caller: str, *, post: bool) -> tuple[bool, dict[str, str]]:
        """Whether the request may go on, and the headers that every answer carries."""
        now = self._clock.now().timestamp()
        limit = self._post_limit if post else self._limit
        window = self._windows.get((caller, post))
        if window is None or not 0 <= now - window.started < WINDOW_SECONDS:
            window = self._windows[caller, post] = _Window(now)
        allowed = window.count < limit
        window.count += allowed
        ends = window.started + WINDOW_SECONDS
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(limit - window.count),
            "X-RateLimit-Reset": str(math.ceil(ends)),
            "Retry-After": str(max(1, math.ceil(ends - now))),
        }
        return allowed, headers


class SecondLimit:
    """So many requests within any second for each key; refused ones do not count."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._taken: dict[str, deque[float]] = {}

    def take(self, caller: str) -> bool:
        """Whether the request may go on."""
        now = time.monotonic()
        taken = self._taken.setdefault(caller, deque())
        while taken and now - taken[0] >= 1.0:
            taken.popleft()
        if len(taken) >= self._limit:
            return False
        taken.append(now)
        return True
