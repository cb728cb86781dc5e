"""Keeping within FreshBooks' rate limits, and reading how long it asks us to wait.

FreshBooks sends `Retry-After` on every answer, also on success: it is read on 429 and 503 only.
The limits of writes are counted apart, so each kind of request has a pace of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock
from fbrecon.freshbooks.exchange import Answer
from fbrecon.http_rules import http_date

LONGEST_WINDOW = 120.0
LONGEST_WAIT = 3600.0
DEFAULT_WAIT = 60.0


class Pace:
    """How long requests of one kind have to rest, by the last answer's rate-limit headers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._rest_until = float("-inf")

    def note(self, answer: Answer) -> None:
        """Take in an answer: with nothing left in the window, rest until it ends."""
        if _whole(answer.headers, "x-ratelimit-remaining") != 0:
            return
        reset = _whole(answer.headers, "x-ratelimit-reset")
        if reset is None:
            return
        server_now = http_date(answer.headers.get("date")) or self._clock.now()
        seconds = min(max(reset - server_now.timestamp(), 1.0), LONGEST_WINDOW)
        with self._lock:
            self._rest_until = max(self._rest_until, self._clock.monotonic() + seconds)

    def seconds_left(self) -> float:
        """How long to rest still; 0.0 where nothing speaks against sending."""
        with self._lock:
            return max(self._rest_until - self._clock.monotonic(), 0.0)

    def rest(self, cancel: Cancel) -> None:
        """Rest as long as asked; ends at once when cancelled."""
        seconds = self.seconds_left()
        if seconds > 0:
            cancel.wait(seconds)


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
