"""Rules of HTTP that hold for every remote service, whatever it speaks.

Owns: which addresses are safe, how much of an answer is read, what a `Retry-After` means, whether
any byte of a write left, and how often one may ask. Knows no service, no path, no key.
"""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import certifi
import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from fbrecon import __version__
from fbrecon.errors import Unreadable, WrongUsage

MAX_BODY: Final = 20 * 1024 * 1024
"""Bytes of one answer, after decompression."""

TIMEOUTS: Final = (10.0, 60.0)
"""Seconds to connect, and seconds of silence while reading."""

MAX_RETRY_AFTER: Final = 3600.0
"""Seconds; a service that asks for more gets asked again after an hour."""


def is_loopback(host: str | None) -> bool:
    """Whether the host can only be this computer: `localhost`, 127.0.0.0/8 or `::1`."""
    if not host:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def require_safe_base_url(url: str) -> str:
    """The base URL without a trailing slash; raises `WrongUsage` unless it is safe.

    Safe is https, or plain http to this very computer. No user name, query or fragment.
    """
    try:
        parts = urlsplit(url)
        port_ok = parts.port is None or 0 < parts.port < 65536
        host = parts.hostname
    except ValueError:
        parts, port_ok, host = urlsplit(""), False, None
    plain = bool(parts.username or parts.password or parts.query or parts.fragment)
    if not host or not port_ok or plain or any(c.isspace() or ord(c) < 32 for c in url):
        raise WrongUsage(
            "That is not a service's address",
            "The address of a service must be a plain https address without name or password.",
            "Correct the address, or remove it to use the service's own.",
        )
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)):
        return url.rstrip("/")
    raise WrongUsage(
        "That address is not safe",
        f"“{host}” would be spoken to without encryption, so keys could be read on the way.",
        "Use an address that begins with https; plain http is for this computer only.",
    )


def new_session() -> requests.Session:
    """A session that ignores proxies, netrc and other settings of the environment, never retries.

    A `requests.Session` is not safe to share between threads: one a thread, or one a request.
    """
    session = requests.Session()
    session.trust_env = False
    session.headers["Accept"] = "application/json"
    session.headers["User-Agent"] = f"fbrecon/{__version__}"
    for scheme in ("https://", "http://"):
        session.mount(scheme, SafeAdapter())
    return session


@cache
def tls_context() -> ssl.SSLContext:
    """What every connection is secured with: TLS 1.2 at least, certificate and name checked.

    Trusted is what this computer's own store trusts, so that it works where a firm's proxy or a
    virus scanner looks into connections with a certificate that the computer was given; and the
    list of certifi beside it, for computers without a store. It is made here, and not by the
    libraries, since theirs would write its keys to the file that SSLKEYLOGFILE names.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(certifi.where())
    return context


class SafeAdapter(HTTPAdapter):
    """Connections with our own rules for TLS; a failed request is never sent again."""

    def __init__(self) -> None:
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As the base class, with our TLS."""
        super().init_poolmanager(*args, ssl_context=tls_context(), **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: object, cert: object) -> None:
        """Always; the context knows whom to trust, and reading that list again would take time."""
        del url, verify, cert
        conn.cert_reqs = "CERT_REQUIRED"


def read_capped(response: requests.Response, limit: int = MAX_BODY) -> bytes:
    """The whole body of a response opened with `stream=True`, decompressed; closes it.

    Raises `Unreadable` beyond `limit` bytes, and requests' own errors when the body breaks off.
    """
    parts: list[bytes] = []
    size = 0
    try:
        for part in response.iter_content(64 * 1024):
            size += len(part)
            if size > limit:
                raise Unreadable(
                    "The answer is too large",
                    f"A service sent more than {limit // (1024 * 1024)} MiB in one answer.",
                    "Try again later; if it happens again, report it to the service.",
                )
            parts.append(part)
    finally:
        response.close()
    return b"".join(parts)


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait, from seconds or an HTTP date; None if absent or not readable.

    Never negative, never more than an hour. Ask only for answers that refuse for now (429, 503):
    some services send the header with every answer.
    """
    text = (value or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), MAX_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), MAX_RETRY_AFTER)


def http_date(text: str | None) -> datetime | None:
    """The aware UTC time of an HTTP date, None for anything else."""
    if not text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


class ServiceTime:
    """What time it is at a service, by the `Date` of its last answer.

    Nothing carries it on until the next: a computer that slept would take an old time for now.
    """

    def __init__(self) -> None:
        self._heard: datetime | None = None

    def hear(self, date: str | None) -> None:
        """Take in an answer's `Date`; nonsense counts as not said."""
        self._heard = http_date(date) or self._heard

    @property
    def last(self) -> datetime | None:
        """The time of the last answer, UTC; None before the first."""
        return self._heard


class Witness:
    """Remembers whether a byte of one request can have left this computer.

    It is told by the socket and not by the error: whatever goes wrong before the first byte of the
    request is handed over (a name that is not found, a refused connection, a handshake that ends)
    leaves `bytes_left` false, and nothing that goes wrong afterwards can make it false again.
    """

    def __init__(self) -> None:
        self.bytes_left = False

    def watch(self, session: requests.Session) -> None:
        """Let the session tell; it is for this one request then, on a connection of its own."""
        for scheme in ("https://", "http://"):
            session.mount(scheme, _WitnessAdapter(self))


class _WitnessAdapter(SafeAdapter):
    """Hands out connections that tell the witness before the first byte of a request leaves."""

    def __init__(self, witness: Witness) -> None:
        self._witness = witness
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As the base class, with our connection classes in the pools."""
        super().init_poolmanager(*args, **kwargs)
        witness = self._witness

        class WitnessedHTTP(HTTPConnection):
            def send(self, data: Any) -> None:
                if self.sock is None:
                    self.connect()
                witness.bytes_left = True
                super().send(data)

        class WitnessedHTTPS(HTTPSConnection):
            def send(self, data: Any) -> None:
                if self.sock is None:
                    self.connect()
                witness.bytes_left = True
                super().send(data)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = WitnessedHTTP

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = WitnessedHTTPS

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


class Pacer:
    """At most `limit` requests in any `seconds`, over all threads that share it.

    Each caller reserves the next free moment and waits for it once, so that a waiting caller
    never starves and a stopped clock never spins. `monotonic` tells seconds that only grow.
    """

    def __init__(self, limit: int, seconds: float, monotonic: Callable[[], float]) -> None:
        self._seconds = seconds
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._taken: deque[float] = deque(maxlen=limit)
        self._held_until = float("-inf")

    def reserve(self) -> float:
        """Take the next free moment; the seconds until it comes, 0.0 for at once."""
        with self._lock:
            now = self._monotonic()
            moment = max(now, self._held_until)
            if self._taken:
                moment = max(moment, self._taken[-1])
            if len(self._taken) == self._taken.maxlen:
                moment = max(moment, self._taken[0] + self._seconds)
            self._taken.append(moment)
            return moment - now

    def hold(self, seconds: float) -> None:
        """Let nobody start for so long: the service asked all of us to wait."""
        with self._lock:
            self._held_until = max(self._held_until, self._monotonic() + seconds)
