"""One attempt to sign in: the address to open, which addresses it may lead over, and its code.

The attempt is good for ten minutes and one callback. It is made of a 256-bit state and a proof key
(S256); requests-oauthlib builds the query. The callback address is never opened: its query is
taken and the navigation ends there.
"""

from __future__ import annotations

import hmac
import re
import secrets
import threading
from datetime import timedelta
from urllib.parse import SplitResult, parse_qsl, urlsplit

from oauthlib.oauth2 import WebApplicationClient
from requests_oauthlib import OAuth2Session

from fbrecon.clock import Clock
from fbrecon.domain.sign_in import Judgement, Verdict
from fbrecon.errors import SignInFailed
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp, is_safe

# What is read and written, and no more. The profile can only be read: asking for more than that
# makes FreshBooks reject the whole consent. Ledger accounts go with journal entries.
SCOPES = (
    "user:profile:read",
    "user:clients:read",
    "user:invoices:read",
    "user:payments:read",
    "user:payments:write",
    "user:journal_entries:read",
    "user:journal_entries:write",
    "user:expenses:read",
    "user:expenses:write",
)
DENIED = "You chose Deny in FreshBooks, so nothing was connected."
_LIFE = timedelta(minutes=10)
_REAL_HOSTS = ("my.freshbooks.com", "www.freshbooks.com", "accounts.freshbooks.com")
_PORTS = {"https": 443, "http": 80}
_UNFIT = re.compile(r"[\x00-\x20\x7f-\uffff\\]")
# Only ever joined to a query; the library refuses to build one for a loopback address.
_PLACE_HOLDER = "https://sign-in.invalid"


class FreshBooksSignIn:
    """One attempt. Safe for all threads; its state and proof key show up nowhere."""

    def __init__(
        self, app: RegisteredApp, endpoints: Endpoints, clock: Clock, scopes: tuple[str, ...]
    ) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._used = False
        self._began_at = clock.now()
        self._began = clock.monotonic()
        self._state = secrets.token_urlsafe(32)
        client = WebApplicationClient(app.client_id)
        self.verifier = str(client.create_code_verifier(96))
        with OAuth2Session(
            client=client, redirect_uri=app.redirect_uri, scope=list(scopes)
        ) as session:
            built, _ = session.authorization_url(
                _PLACE_HOLDER,
                state=self._state,
                code_challenge=client.create_code_challenge(self.verifier, "S256"),
                code_challenge_method="S256",
            )
        self.authorize_url = f"{endpoints.auth_base}/oauth/authorize?{urlsplit(built).query}"
        auth = urlsplit(endpoints.auth_base)
        self.shown_host = auth.netloc
        self._callback = _place(urlsplit(app.redirect_uri))
        self._callback_path = urlsplit(app.redirect_uri).path or "/"
        self._allowed = {_place(auth)}
        if endpoints.is_real:
            self._allowed |= {("https", host, 443) for host in _REAL_HOSTS}

    def judge(self, url: str, *, main_frame: bool = True) -> Judgement:
        """Whether the address may be opened, ends the sign-in, or is refused and why."""
        if url == "about:blank" and not main_frame:
            return Judgement(Verdict.OPEN)
        parts = _split(url)
        if parts is None:
            return _refuse("The page led to an address that cannot be read.")
        if _place(parts) == self._callback and (parts.path or "/") == self._callback_path:
            if not main_frame:
                return _refuse("A part of the page tried to end the sign-in by itself.")
            return self._judge_callback(parts)
        if not is_safe(parts):
            return _refuse(f"The page led to {_named(parts)}, which is not a safe address.")
        if _place(parts) in self._allowed:
            return Judgement(Verdict.OPEN)
        return _refuse(f"The page led to {_named(parts)}, which is no part of the sign-in.")

    def take_code(self, url: str) -> str:
        """The code of the callback, once. Raises `SignInFailed`."""
        with self._lock:
            judgement = self.judge(url.strip())
            if judgement.verdict is not Verdict.FINISH:
                raise SignInFailed(
                    "The sign-in did not finish",
                    judgement.reason or "That address is not the one the sign-in ends at.",
                    "Begin the sign-in again.",
                )
            self._used = True
        return dict(parse_qsl(urlsplit(url.strip()).query))["code"]

    def _judge_callback(self, parts: SplitResult) -> Judgement:
        if self._used:
            return _refuse("This sign-in has come back once already. Begin it again.")
        if self._is_over():
            return _refuse("This sign-in took longer than ten minutes. Begin it again.")
        try:
            fields = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=40)
        except ValueError:
            return _refuse("FreshBooks' way back to this program cannot be read.")
        values: dict[str, list[str]] = {}
        for name, value in fields:
            values.setdefault(name, []).append(value)
        if "error" in values:
            if values["error"] == ["access_denied"]:
                return _refuse(DENIED)
            word = re.sub(r"[^\w .-]", "", values["error"][0])[:60]
            return _refuse(f"FreshBooks ended the sign-in: “{word}”.")
        states = values.get("state", [])
        if len(states) != 1 or not hmac.compare_digest(states[0].encode(), self._state.encode()):
            return _refuse("The way back does not belong to this sign-in. Begin it again.")
        codes = values.get("code", [])
        if len(codes) != 1 or not codes[0]:
            return _refuse("FreshBooks' way back to this program holds no single code.")
        return Judgement(Verdict.FINISH)

    def _is_over(self) -> bool:
        by_wall = self._clock.now() - self._began_at
        by_machine = self._clock.monotonic() - self._began
        return by_wall > _LIFE or by_machine > _LIFE.total_seconds()


def begin_sign_in(
    app: RegisteredApp, endpoints: Endpoints, clock: Clock, scopes: tuple[str, ...] = SCOPES
) -> FreshBooksSignIn:
    """A fresh attempt with its own state and proof key."""
    return FreshBooksSignIn(app, endpoints, clock, scopes)


def _split(url: str) -> SplitResult | None:
    """The address in parts; None where a browser could read it otherwise than we do."""
    if _UNFIT.search(url) or len(url) > 16_000:
        return None
    try:
        parts = urlsplit(url)
        if parts.port == 0:
            return None
    except ValueError:
        return None
    return parts


def _place(parts: SplitResult) -> tuple[str, str, int | None]:
    """Scheme, host and port, with the port a scheme stands for."""
    if parts.username is not None or parts.password is not None:
        return ("", "", None)
    port = parts.port if parts.port is not None else _PORTS.get(parts.scheme)
    return (parts.scheme, parts.hostname or "", port)


def _named(parts: SplitResult) -> str:
    return f"“{parts.hostname or parts.scheme or 'nowhere'}”"


def _refuse(reason: str) -> Judgement:
    return Judgement(Verdict.REFUSE, reason)
