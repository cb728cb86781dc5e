"""Reads that try again, writes that go out once, both with the bearer of one sign-in.

Reads keep their connections alive and are repeated on 429, 5xx, broken connections and
answers cut short. A write gets a connection of its own and is never repeated: what became of it
is for `outcomes` to judge. Knows nothing of resources.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

import requests
from oauthlib.oauth2.rfc6749.tokens import prepare_bearer_headers
from requests_oauthlib import OAuth2

from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock
from fbrecon.errors import FbreconError
from fbrecon.freshbooks.exchange import Answer, Witness, exchange, open_session, unreachable
from fbrecon.freshbooks.failures import NotJson, error_for
from fbrecon.freshbooks.pacing import LONGEST_WINDOW, Pace, retry_after
from fbrecon.freshbooks.registration import Endpoints, is_safe
from fbrecon.freshbooks.tokens import Tokens
from fbrecon.http_rules import ServiceTime

T = TypeVar("T")

MAX_TRIES = 3
SECONDS_NEEDED_TO_WRITE = 300.0
_BACK_OFF = 0.5
_chance = secrets.SystemRandom()


class TokenSource(Protocol):
    """Where the bearer comes from. Both raise errors of `fbrecon.errors`."""

    def current(self, *, seconds_needed: float = 0.0) -> Tokens:
        """A pair whose access token is good for that long."""
        ...

    def renew(self, refused: Tokens) -> Tokens:
        """Another pair than the one that was just refused."""
        ...


class Bearer(OAuth2):
    """requests-oauthlib's bearer, with our own rule for plain http in the place of its switch.

    The library refuses http altogether unless an environment variable lifts that for all hosts.
    Here http is accepted for loopback only, whatever the environment says.
    """

    def __init__(self, client_id: str, access_token: str) -> None:
        token = {"access_token": access_token, "token_type": "Bearer"}
        super().__init__(client_id, token=token)
        self._access_token = access_token

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the header. Raises `requests.exceptions.InvalidURL` for an unsafe address."""
        if not is_safe(urlsplit(r.url or "")):
            raise requests.exceptions.InvalidURL("a bearer is never sent over plain http")
        r.headers.update(prepare_bearer_headers(self._access_token))
        return r


@dataclass(frozen=True, slots=True)
class Sent:
    """What one write came to. Without an answer, `bytes_left` says if any of it went out."""

    answer: Answer | None
    bytes_left: bool
    problem: str = ""
    wait: float | None = None
    tokens: Tokens | None = None


class FreshBooksTransport:
    """The API of FreshBooks as one sign-in reaches it. Safe for all threads."""

    def __init__(
        self, endpoints: Endpoints, client_id: str, tokens: TokenSource, clock: Clock
    ) -> None:
        self.clock = clock
        self._endpoints = endpoints
        self._client_id = client_id
        self._tokens = tokens
        self._reads = Pace(clock)
        self._writes = Pace(clock)
        self._lock = threading.Lock()
        self._idle: list[requests.Session] = []
        self._count = 0
        self._time = ServiceTime()

    @property
    def service_time(self) -> datetime | None:
        """What time it was there when it last answered, UTC."""
        return self._time.last

    @property
    def requests_made(self) -> int:
        """Requests sent to the API so far, repeated ones included."""
        with self._lock:
            return self._count

    def get(
        self,
        path: str,
        params: list[tuple[str, str]],
        read: Callable[[Answer], T],
        cancel: Cancel,
        *,
        version: str = "",
    ) -> T:
        """Ask and read. `read` turns a 2xx answer into a result, or raises `NotJson` to try again.

        `version` names one of the API where a resource wants that. Raises errors of
        `fbrecon.errors`, and whatever the cancel token raises.
        """
        tries = 0
        renewed = False
        while True:
            cancel.raise_if_cancelled()
            wait: float | None = None
            error: FbreconError
            try:
                with self._reads.turn(cancel):
                    tokens = self._tokens.current()
                    tries += 1
                    answer = self._read_once(path, params, tokens, version)
            except requests.RequestException as problem:
                error = unreachable(problem)
                again = True
            else:
                if answer.status == 401 and not renewed:
                    renewed = True
                    tries -= 1
                    self._tokens.renew(tokens)
                    continue
                if answer.is_success:
                    try:
                        return read(answer)
                    except NotJson as problem:
                        error, again = problem, True
                else:
                    error = error_for(answer, self.clock)
                    again = answer.status == 429 or answer.status >= 500
                    wait = retry_after(answer, self.clock)
                    if wait is not None:
                        self._reads.stop(wait)  # whoever else reads is asked to wait, too
            if not again or tries >= MAX_TRIES or (wait or 0.0) > LONGEST_WINDOW:
                raise error
            cancel.wait(back_off(tries) if wait is None else wait)

    def write(self, method: str, path: str, body: bytes, *, version: str = "") -> Sent:
        """Send a write once, on a connection of its own, closed after.

        Raises errors of `fbrecon.errors` only before anything was sent. A refused bearer is
        renewed for the next time; this write is over.
        """
        rest = self._writes.seconds_left()
        if rest > 0:
            return Sent(None, bytes_left=False, problem="the rate limit is used up", wait=rest)
        tokens = self._tokens.current(seconds_needed=SECONDS_NEEDED_TO_WRITE)
        witness = Witness()
        try:
            with open_session(witness) as session:
                self._count_one()
                answer = exchange(
                    session,
                    self.clock,
                    method,
                    self._endpoints.api_base + path,
                    body=body,
                    headers={
                        "Content-Type": "application/json",
                        "Accept-Encoding": "identity",
                        **_named(version),
                    },
                    auth=Bearer(self._client_id, tokens.access),
                )
        except requests.RequestException as problem:
            return Sent(None, bytes_left=witness.bytes_left, problem=unreachable(problem).message)
        self._time.hear(answer.headers.get("date"))
        self._writes.note(answer)
        return Sent(answer, bytes_left=True, tokens=tokens)

    def room_to_read(self) -> int:
        """How many more reads the limits allow now, by the last answers; 0 if none stated them."""
        return self._reads.room()

    def seconds_to_rest(self) -> float:
        """How long writes have to rest still, by the last answer to one."""
        return self._writes.seconds_left()

    def renew_sign_in(self, refused: Tokens) -> None:
        """After a refused write: get another bearer for the next. Raises `SignInAgain`."""
        self._tokens.renew(refused)

    def close(self) -> None:
        """Close the connections that nobody uses now. Reading on opens new ones."""
        with self._lock:
            sessions, self._idle = self._idle, []
        for session in sessions:
            session.close()

    def _read_once(
        self, path: str, params: list[tuple[str, str]], tokens: Tokens, version: str
    ) -> Answer:
        self._count_one()
        with self._session() as session:
            answer = exchange(
                session,
                self.clock,
                "GET",
                self._endpoints.api_base + path,
                params=params,
                headers=_named(version),
                auth=Bearer(self._client_id, tokens.access),
            )
        self._time.hear(answer.headers.get("date"))
        self._reads.note(answer)
        return answer

    @contextmanager
    def _session(self) -> Iterator[requests.Session]:
        """A kept connection for one request alone: as many are open as read at the same time.

        Threads come and go with each batch, so a connection belongs to none of them.
        """
        with self._lock:
            session = self._idle.pop() if self._idle else None
        session = session or open_session()
        try:
            yield session
        finally:
            with self._lock:
                self._idle.append(session)

    def _count_one(self) -> None:
        with self._lock:
            self._count += 1


def _named(version: str) -> dict[str, str]:
    return {"X-API-VERSION": version} if version else {}


def back_off(tries: int) -> float:
    """Seconds before the next try: anywhere up to 1, 2, 4 …, so that many do not come at once."""
    return _chance.uniform(0.0, _BACK_OFF * 2**tries)
