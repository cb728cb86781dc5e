"""The access token for the platform: asked for with the key, kept in memory only, renewed in time.

There is no refresh token: an hour's token is followed by a new one. One thread asks, the others
wait for its answer. oauthlib builds and reads the grant; sending goes through our transport,
whose own rule decides where plain http is allowed.
"""

from __future__ import annotations

import threading
from base64 import b64encode
from typing import Final

from oauthlib.oauth2 import BackendApplicationClient, OAuth2Error

from fbrecon.cancelling import Cancel
from fbrecon.clock import Clock
from fbrecon.platforms.alternative_payments.problems import (
    error_for,
    key_not_accepted,
    unreadable,
)
from fbrecon.platforms.alternative_payments.transport import Answer, Transport

TOKEN_PATH: Final = "/oauth/token"  # noqa: S105 - a path, not a secret
EARLY: Final = 300.0
"""Seconds before its end that a token is no longer used."""

_DEFAULT_LIFE = 3600.0
_LONGEST_LIFE = 86400.0


class TokenSource:
    """Tokens for one key. Safe to share between threads."""

    def __init__(
        self, transport: Transport, client_id: str, client_secret: str, clock: Clock
    ) -> None:
        self._transport = transport
        self._client_id = client_id
        self._client_secret = client_secret
        self._clock = clock
        self._lock = threading.Lock()
        self._token = ""
        self._good_until = float("-inf")

    def get(self, cancel: Cancel) -> tuple[str, bool]:
        """A token, and whether it was asked for just now.

        Raises `SignInAgain` where the key is not accepted, else `Unreachable`, `RateLimited` or
        `Unreadable`.
        """
        with self._lock:
            if self._token and self._clock.monotonic() < self._good_until:
                return self._token, False
            self._token = ""
            answer = self._transport.retried(lambda: self._ask(cancel), cancel)
            asked_at = self._clock.monotonic()
            self._token, life = self._read(answer)
            self._good_until = asked_at + max(life - EARLY, life / 2)
            return self._token, True

    def drop(self, token: str) -> None:
        """Forget a token that was turned down; one that replaced it meanwhile stays."""
        with self._lock:
            if self._token == token:
                self._token = ""

    def _ask(self, cancel: Cancel) -> Answer:
        grant = BackendApplicationClient(client_id=self._client_id)
        body: str = grant.prepare_request_body(include_client_id=False)
        pair = f"{self._client_id}:{self._client_secret}".encode()
        return self._transport.exchange(
            "POST",
            TOKEN_PATH,
            cancel,
            headers={
                "Authorization": "Basic " + b64encode(pair).decode("ascii"),
                "Content-Type": "application/x-www-form-urlencoded",
            },
            body=body.encode("ascii"),
            counted=False,
        )

    def _read(self, answer: Answer) -> tuple[str, float]:
        if answer.status in (400, 401, 403) and not answer.is_html:
            raise key_not_accepted()
        if answer.status != 200:
            raise error_for(answer, "keys")
        grant = BackendApplicationClient(client_id=self._client_id)
        try:
            read = grant.parse_request_body_response(answer.body.decode())
        except (
            OAuth2Error,
            ArithmeticError,
            RecursionError,
            ValueError,
            TypeError,
            AttributeError,
            Warning,
        ):
            # `from None`: oauthlib's errors may carry the answer, and with it the token.
            raise unreadable("keys", TOKEN_PATH) from None
        token = read.get("access_token")
        kind = str(read.get("token_type") or "bearer").lower()
        if not isinstance(token, str) or not token or kind != "bearer":
            raise unreadable("keys", TOKEN_PATH)
        try:
            life = min(float(read.get("expires_in") or _DEFAULT_LIFE), _LONGEST_LIFE)
        except (TypeError, ValueError, OverflowError):
            life = _DEFAULT_LIFE
        return token, life
