"""The three calls of FreshBooks' token endpoint: exchange a code, renew a pair, revoke.

Each goes out once, on a fresh connection. What comes back is kept by others before it is read;
here only the status is looked at, and a refusal's reason.
"""

from __future__ import annotations

import requests

from fbrecon.clock import Clock
from fbrecon.errors import FbreconError, Unreachable
from fbrecon.freshbooks.exchange import Answer, Witness, exchange, open_session, unreachable
from fbrecon.freshbooks.failures import error_for, find_failure
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.tokens import TokenRecord
from fbrecon.http_rules import http_date

TOKEN_PATH = "/auth/oauth/token"  # noqa: S105 - a path, not a secret
REVOKE_PATH = "/auth/oauth/revoke"


class GrantRefused(Exception):  # noqa: N818 - an answer of the service
    """The service says that the code or refresh token, or the app itself, is not good (any more).

    `code` is the service's word for it, `invalid_grant` or `invalid_client` mostly.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class AnswerLost(Exception):  # noqa: N818 - what happened, not whose fault it is
    """No usable answer came; `maybe_done` says whether the service may have acted all the same."""

    def __init__(self, error: FbreconError, *, maybe_done: bool) -> None:
        super().__init__(error.title)
        self.error = error
        self.maybe_done = maybe_done


class TokenEndpoint:
    """The token endpoint, as one registered app."""

    def __init__(self, endpoints: Endpoints, app: RegisteredApp, clock: Clock) -> None:
        self._endpoints = endpoints
        self._app = app
        self._clock = clock

    def exchange_code(self, code: str, verifier: str) -> TokenRecord:
        """Swap a sign-in's code for a pair. Raises `GrantRefused`, `AnswerLost`."""
        return self._ask(
            {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        )

    def renew(self, refresh_token: str) -> TokenRecord:
        """Swap a refresh token, which ends with it, for a pair. As `exchange_code`."""
        return self._ask({"grant_type": "refresh_token", "refresh_token": refresh_token})

    def revoke(self, token: str) -> bool:
        """End a sign-in; whether the service confirmed it. Never raises."""
        try:
            return self._post(REVOKE_PATH, {"token": token}).is_success
        except AnswerLost:
            return False

    def _ask(self, fields: dict[str, str]) -> TokenRecord:
        answer = self._post(TOKEN_PATH, {**fields, "redirect_uri": self._app.redirect_uri})
        now = self._clock.now()
        if answer.is_success:
            server_now = http_date(answer.headers.get("date")) or now
            return TokenRecord(
                body=answer.body,
                received_at=int(now.timestamp()),
                skew=round((server_now - now).total_seconds()),
            )
        failure = find_failure(answer.body)
        if failure is not None and answer.status in (400, 401, 403):
            raise GrantRefused(failure.code)
        raise AnswerLost(_without_sign_in(answer, self._clock), maybe_done=answer.status >= 500)

    def _post(self, path: str, fields: dict[str, str]) -> Answer:
        witness = Witness()
        keys = {"client_id": self._app.client_id, "client_secret": self._app.client_secret}
        try:
            with open_session(witness) as session:
                url = self._endpoints.api_base + path
                return exchange(session, self._clock, "POST", url, body={**keys, **fields})
        except requests.RequestException as problem:
            raise AnswerLost(unreachable(problem), maybe_done=witness.bytes_left) from problem


def _without_sign_in(answer: Answer, clock: Clock) -> FbreconError:
    error = error_for(answer, clock)
    if isinstance(error, Unreachable):
        return error
    return Unreachable(
        "FreshBooks' sign-in service has a problem",
        f"It answered with status {answer.status} where a renewed sign-in was expected.",
        "Run it again later; nothing is lost.",
    )
