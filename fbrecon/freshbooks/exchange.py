"""One HTTP exchange with FreshBooks, and whether any byte of it left this computer.

Every request of this package goes through here: no proxy or password file from the environment,
no cookie, no redirect followed, certificates always checked, always a time limit, and no answer
beyond 20 MiB. What an answer means is not known here.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError

from fbrecon.clock import Clock
from fbrecon.errors import Unreachable
from fbrecon.http_rules import SafeAdapter
from fbrecon.http_rules import Witness as Witness

log = logging.getLogger(__name__)

CONNECT_SECONDS = 10.0
READ_SECONDS = 60.0
WHOLE_ANSWER_SECONDS = 180.0
MAX_BYTES = 20 * 1024 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `headers` are found whatever their case; `body` may hold secrets."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_success(self) -> bool:
        """Whether the status says so; the body may still say otherwise."""
        return 200 <= self.status < 300

    @property
    def is_html(self) -> bool:
        """A web page where data was expected: an outage page, a proxy or a hotel's network."""
        kind = self.headers.get("content-type", "")
        return "html" in kind.lower() or self.body.lstrip()[:1] == b"<"


class AnswerTooLarge(requests.RequestException):
    """The answer went beyond 20 MiB, or took longer than any real one."""


def open_session(witness: Witness | None = None) -> requests.Session:
    """A session that trusts nothing around it. With a witness it is for one write only."""
    session = requests.Session()
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.headers["User-Agent"] = "fbrecon"
    session.headers["Accept"] = "application/json"
    if witness is not None:
        witness.watch(session)
        return session
    adapter = SafeAdapter()
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def exchange(
    session: requests.Session,
    clock: Clock,
    method: str,
    url: str,
    *,
    params: list[tuple[str, str]] | None = None,
    body: bytes | dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
    auth: AuthBase | None = None,
) -> Answer:
    """Send once and read the whole answer. Raises `requests.RequestException` and nothing else."""
    started = clock.monotonic()
    path = urlsplit(url).path
    try:
        with session.request(
            method,
            url,
            params=params,
            data=body,
            headers=headers,
            auth=auth,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            allow_redirects=False,
            stream=True,
        ) as response:
            content = _read_whole(response, clock, started)
            status, answered = response.status_code, dict(response.headers)
    except requests.RequestException as problem:
        log.info("%s %s failed: %s", method, path, type(problem).__name__)
        raise
    except (HTTPError, OSError, ValueError) as problem:
        # Some errors of urllib3 and of the system come through while a body is read.
        log.info("%s %s failed: %s", method, path, type(problem).__name__)
        raise requests.ConnectionError(type(problem).__name__) from problem
    log.debug("%s %s %d in %.2f s", method, path, status, clock.monotonic() - started)
    lowered = {name.lower(): value for name, value in answered.items()}
    return Answer(status, lowered, content)


def _read_whole(response: requests.Response, clock: Clock, started: float) -> bytes:
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > MAX_BYTES:
        raise AnswerTooLarge("announced beyond the limit")
    content = bytearray()
    for chunk in response.iter_content(_CHUNK):
        content += chunk
        if len(content) > MAX_BYTES:
            raise AnswerTooLarge("grew beyond the limit")
        if clock.monotonic() - started > WHOLE_ANSWER_SECONDS:
            raise AnswerTooLarge("took too long")
    return bytes(content)


def unreachable(problem: requests.RequestException) -> Unreachable:
    """What a failed exchange means to a person."""
    if isinstance(problem, requests.exceptions.SSLError):
        message = "The connection to FreshBooks could not be secured: its certificate was refused."
        hint = "Check this computer's date and its antivirus or proxy, then run it again."
    elif isinstance(problem, requests.Timeout):
        message = "FreshBooks did not answer in time."
        hint = "Run it again later; nothing is lost."
    elif isinstance(problem, AnswerTooLarge):
        message = "FreshBooks' answer did not come to an end."
        hint = "Run it again later; nothing is lost."
    else:
        message = "The connection to FreshBooks could not be made, or broke off."
        hint = "Check the internet connection and run it again; nothing is lost."
    error = Unreachable("FreshBooks is out of reach", message, hint)
    error.detail = type(problem).__name__
    return error
