"""Bytes to the platform and back: pace, time-outs, size, retries of reads, and the count.

Knows nothing of keys, tokens or what the answers mean.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import requests

from fbrecon import http_rules
from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock
from fbrecon.errors import Unreachable

REQUESTS_A_SECOND: Final = 5
PACE: Final = 1.05
"""Seconds that so many requests are spread over: the way there may shorten what lies between."""

MAX_RETRIES: Final = 3
LONGEST_WAIT: Final = 60.0
"""Seconds; a service that asks for more is told to the caller instead of being waited for."""

_BACK_OFF = (0.5, 1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `retry_after` in seconds, read only where the service refuses for now."""

    status: int
    body: bytes
    is_html: bool
    retry_after: float | None


class Transport:
    """One base URL, one pace, one count; safe to share between threads.

    Reads use one kept-alive session a thread. A write gets a fresh connection, so that an idle
    connection closed by the other side can never leave it in doubt.
    """

    def __init__(self, base_url: str, clock: Clock) -> None:
        """Raises `WrongUsage` unless the base URL is https or plain http to this computer."""
        self._base_url = http_rules.require_safe_base_url(base_url)
        self._clock = clock
        self._pacer = http_rules.Pacer(REQUESTS_A_SECOND, PACE, clock.monotonic)
        self._local = threading.local()
        self._sessions: weakref.WeakSet[requests.Session] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._made = 0
        self._time = http_rules.ServiceTime()

    @property
    def service_time(self) -> datetime | None:
        """What time it was there when it last answered, UTC."""
        return self._time.last

    @property
    def requests_made(self) -> int:
        """Requests sent so far, repeated ones included; asking for a token is not counted."""
        return self._made

    def close(self) -> None:
        """Close all idle connections; the transport can still be used."""
        with self._lock:
            sessions = list(self._sessions)
        for session in sessions:
            session.close()

    def exchange(
        self,
        method: str,
        path: str,
        cancel: Cancel,
        *,
        headers: Mapping[str, str],
        params: Mapping[str, str] | None = None,
        body: bytes | None = None,
        witness: http_rules.Witness | None = None,
        counted: bool = True,
    ) -> Answer:
        """One request, once; the answer whatever its status. With a witness it is a write.

        Raises requests' errors, `Unreadable` for an answer that is too large, and whatever
        `cancel` raises while waiting for its turn.
        """
        cancel.raise_if_cancelled()
        pause = self._pacer.reserve()
        if pause > 0:
            cancel.wait(pause)
        with self._lock:
            self._made += counted
        session = self._own_session() if witness is None else _watched(witness)
        try:
            response = session.request(
                method,
                self._base_url + path,
                params=params,
                data=body,
                headers=dict(headers),
                timeout=http_rules.TIMEOUTS,
                allow_redirects=False,
                stream=True,
            )
            content = http_rules.read_capped(response)
        finally:
            if witness is not None:
                session.close()
        self._time.hear(response.headers.get("Date"))
        wait = None
        if response.status_code in (429, 503):
            wait = http_rules.parse_retry_after(
                response.headers.get("Retry-After"), self._clock.now()
            )
        kind = response.headers.get("Content-Type", "").lower()
        # Frameworks label an empty answer as a page, too.
        is_html = bool(content.strip()) and kind.startswith("text/html")
        return Answer(response.status_code, content, is_html, wait)

    def retried(self, request: Callable[[], Answer], cancel: Cancel) -> Answer:
        """The answer of a request that may be repeated without harm.

        Tried again, three times at the most, when refused for now, broken on the other side or
        out of reach. Returns the last answer; raises `Unreachable` where there was none.
        """
        for back_off in (*_BACK_OFF, None):
            try:
                answer = request()
            except requests.RequestException as error:
                if back_off is None:
                    raise out_of_reach(error) from error
                cancel.wait(back_off)
                continue
            if answer.status != 429 and answer.status < 500:
                return answer
            wait = answer.retry_after if answer.retry_after is not None else back_off
            if back_off is None or wait is None or wait > LONGEST_WAIT:
                return answer
            if answer.status == 429:
                self._pacer.hold(wait)
            else:
                cancel.wait(wait)
        raise AssertionError("the last try returns or raises")

    def _own_session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = http_rules.new_session()
            with self._lock:
                self._sessions.add(session)
        return session


def _watched(witness: http_rules.Witness) -> requests.Session:
    session = http_rules.new_session()
    witness.watch(session)
    return session


def out_of_reach(error: Exception) -> Unreachable:
    """The error for a person when no answer came."""
    if isinstance(error, requests.exceptions.SSLError):
        message = "No safe connection could be made to Alternative Payments."
        hint = "Check this computer's date and its network; nothing was sent."
    elif isinstance(error, requests.exceptions.Timeout):
        message = "Alternative Payments did not answer in time."
        hint = "Nothing is lost; try again later."
    else:
        message = "Alternative Payments cannot be reached from this computer."
        hint = "Check the network connection; nothing is lost, try again later."
    return Unreachable("The payments platform is out of reach", message, hint)
