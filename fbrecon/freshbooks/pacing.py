"""Keeping within FreshBooks' rate limits, and reading how long it asks us to wait.

FreshBooks sends `Retry-After` on every answer, also on success: it is read on 429 and 503 only.
The limits of writes are counted apart, so each kind of request has a pace of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock
from fbrecon.freshbooks.exchange import Answer
from fbrecon.http_rules import http_date

LONGEST_WINDOW = 120.0
LONGEST_WAIT = 3600.0
DEFAULT_WAIT = 60.0
_SOON = 0.05  # seconds after which one that waits for others' answers looks again


@dataclass(slots=True)
class _Window:
    """What was left of the service's window when it answered; `ends_at` by our monotonic clock."""

    resets: int
    ends_at: float
    left: int
    limit: int


class Pace:
    """How many requests of one kind may go out, and how long they have to rest.

    By the rate-limit headers of the answers so far, less what is under way: several threads
    together never ask for more than a window has left. Safe for all threads.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._rest_until = float("-inf")
        self._window: _Window | None = None
        self._under_way = 0

    def note(self, answer: Answer) -> None:
        """Take in an answer: with nothing left in the window, rest until it ends."""
        left = _whole(answer.headers, "x-ratelimit-remaining")
        reset = _whole(answer.headers, "x-ratelimit-reset")
        if left is None or reset is None:
            return
        server_now = http_date(answer.headers.get("date")) or self._clock.now()
        seconds = min(max(reset - server_now.timestamp(), 1.0), LONGEST_WINDOW)
        limit = _whole(answer.headers, "x-ratelimit-limit") or 1
        with self._lock:
            ends_at = self._clock.monotonic() + seconds
            if left == 0:
                self._rest_until = max(self._rest_until, ends_at)
            known = self._window
            if known is None or reset > known.resets + 1:
                self._window = _Window(reset, ends_at, left, limit)
            elif reset >= known.resets - 1:  # an older window's answer may come late
                known.left = min(known.left, left)

    def stop(self, seconds: float) -> None:
        """The service asked for a rest: nobody asks before it is over."""
        with self._lock:
            until = self._clock.monotonic() + min(seconds, LONGEST_WINDOW)
            self._rest_until = max(self._rest_until, until)

    def seconds_left(self) -> float:
        """How long to rest still; 0.0 where nothing speaks against sending."""
        with self._lock:
            return max(self._rest_until - self._clock.monotonic(), 0.0)

    def room(self) -> int:
        """How many requests may go out now beside those under way; 0 if no answer told a limit."""
        with self._lock:
            now = self._clock.monotonic()
            return 0 if self._window is None or self._rest_until > now else self._room(now)

    @contextmanager
    def turn(self, cancel: Cancel) -> Iterator[None]:
        """Wait until one more may go out, for that one; ends at once when cancelled."""
        while (seconds := self._seconds_to_wait()) > 0:
            cancel.wait(seconds)
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1

    def _seconds_to_wait(self) -> float:
        """0.0 takes the turn."""
        with self._lock:
            now = self._clock.monotonic()
            if self._rest_until > now:
                return self._rest_until - now
            if self._window is not None and self._under_way and self._room(now) <= 0:
                return _SOON
            self._under_way += 1
            return 0.0

    def _room(self, now: float) -> int:
        """What the window has left, or the next one will have, less what may count in it yet."""
        window = self._window
        assert window is not None
        left = window.left if now < window.ends_at else window.limit
        return max(left - self._under_way, 0)


def retry_after(answer: Answer, clock: Clock) -> float | None:
    """Seconds the service asks us to wait, at most an hour; None where it does not ask.

    Only 429 and 503 are read. Takes seconds or an HTTP date; nonsense counts as not said.
    """
    if answer.status not in (429, 503):
        return None
    text = answer.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return min(float(text[:9]), LONGEST_WAIT)
    when = http_date(text)
    if when is None:
        return None
    server_now = http_date(answer.headers.get("date")) or clock.now()
    return min(max((when - server_now).total_seconds(), 0.0), LONGEST_WAIT)


def _whole(headers: Mapping[str, str], name: str) -> int | None:
    text = headers.get(name, "").strip()
    return int(text) if text.isdecimal() and len(text) < 15 else None
