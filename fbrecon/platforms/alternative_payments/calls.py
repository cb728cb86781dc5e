"""Signed calls: a read that is renewed and retried, and a write that is sent exactly once."""

from __future__ import annotations

import logging
from collections.abc import Mapping

import requests
import urllib3.exceptions

from fbrecon.cancelling import Cancel, at_hand
from fbrecon.domain.posting import WriteOutcome
from fbrecon.errors import FbreconError, Unreadable
from fbrecon.http_rules import Witness
from fbrecon.platforms.alternative_payments import outcomes
from fbrecon.platforms.alternative_payments.auth import TokenSource
from fbrecon.platforms.alternative_payments.problems import another_answered, error_for
from fbrecon.platforms.alternative_payments.transport import Answer, Transport

log = logging.getLogger(__name__)


class Calls:
    """The two ways to speak to the platform; safe to share between threads."""

    def __init__(self, transport: Transport, tokens: TokenSource, patience: Cancel) -> None:
        """`patience` waits where neither a call nor the work at hand has a cancel token."""
        self._transport = transport
        self._tokens = tokens
        self._patience = patience

    def read(
        self,
        path: str,
        what: str,
        params: Mapping[str, str] | None = None,
        cancel: Cancel | None = None,
    ) -> bytes:
        """The body of a successful GET; `what` names the rows in plain words for the errors.

        Repeated up to three times where that may help, and once with a new token. Raises
        `SignInAgain`, `NotFound`, `Refused`, `RateLimited`, `Unreachable` or `Unreadable`.
        """
        cancel = cancel or at_hand(self._patience)
        answer, token_was_new = self._read_once(path, params, cancel)
        if answer.status == 401 and not token_was_new:
            answer, _ = self._read_once(path, params, cancel)
        if answer.status != 200:
            raise error_for(answer, what)
        if answer.is_html:
            raise another_answered()
        return answer.body

    def _read_once(
        self, path: str, params: Mapping[str, str] | None, cancel: Cancel
    ) -> tuple[Answer, bool]:
        token, token_was_new = self._tokens.get(cancel)
        headers = {"Authorization": f"Bearer {token}"}
        answer = self._transport.retried(
            lambda: self._transport.exchange("GET", path, cancel, headers=headers, params=params),
            cancel,
        )
        if answer.status == 401:
            self._tokens.drop(token)
        return answer, token_was_new

    def write(
        self,
        method: str,
        path: str,
        body: bytes | None,
        read_success: outcomes.ReadSuccess,
    ) -> WriteOutcome:
        """Send once, on a fresh connection, without redirects; never raises what the world does."""
        try:
            token, token_was_new = self._tokens.get(self._patience)
        except FbreconError as error:
            return outcomes.from_no_token(error)
        headers = {"Authorization": f"Bearer {token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        witness = Witness()
        try:
            answer = self._transport.exchange(
                method, path, self._patience, headers=headers, body=body, witness=witness
            )
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            return outcomes.from_failure(error, bytes_left=witness.bytes_left)
        except Unreadable:
            return outcomes.ambiguous("The platform's answer was too large to be read.")
        if answer.status == 401:
            self._tokens.drop(token)
        try:
            return outcomes.from_answer(answer, read_success, token_was_new=token_was_new)
        except Exception as error:
            # A fault of ours must not hide that something may have been written.
            log.exception("an answer could not be judged")
            return outcomes.ambiguous(
                f"A fault of this program ({type(error).__name__}) hides what became of it.",
                answer.status,
            )
