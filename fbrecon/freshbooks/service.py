"""The way into FreshBooks: sign in, keep the sign-ins alive, hand out a business's books.

Holds the registered app in memory only; what it keeps in the vault are tokens, one set for each
person who signed in, shared by all of that person's businesses.
"""

from __future__ import annotations

import threading

from fbrecon.clock import Clock
from fbrecon.domain.business import Business, Identity
from fbrecon.errors import SignInFailed
from fbrecon.freshbooks.api import FreshBooksBooks, get_identity
from fbrecon.freshbooks.failures import sign_in_again
from fbrecon.freshbooks.keeper import SignInState, TokenKeeper
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.sign_in import SCOPES, FreshBooksSignIn, begin_sign_in
from fbrecon.freshbooks.token_endpoint import AnswerLost, GrantRefused, TokenEndpoint
from fbrecon.freshbooks.tokens import Tokens
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.secret_store import SecretStore


class FreshBooksService:
    """FreshBooks, as one registered app reaches it. Safe for all threads."""

    def __init__(
        self, endpoints: Endpoints, app: RegisteredApp, secret_store: SecretStore, clock: Clock
    ) -> None:
        self.endpoints = endpoints
        self._app = app
        self._store = secret_store
        self._clock = clock
        self._lock = threading.Lock()
        self._keepers: dict[str, TokenKeeper] = {}

    def begin_sign_in(self, scopes: tuple[str, ...] = SCOPES) -> FreshBooksSignIn:
        """A fresh attempt with its own state and proof key."""
        return begin_sign_in(self._app, self.endpoints, self._clock, scopes)

    def finish(
        self, attempt: FreshBooksSignIn, url: str, *, expected_identity: str | None = None
    ) -> Identity:
        """Swap the callback's code for tokens, ask who that is, and keep the tokens under them.

        Where `expected_identity` is given, another person's sign-in is refused; it is revoked
        unless that person's sign-in is kept here already.
        Raises `SignInFailed`, `Unreachable`, `SecretsError`.
        """
        code = attempt.take_code(url)
        endpoint = TokenEndpoint(self.endpoints, self._app, self._clock)
        try:
            record = endpoint.exchange_code(code, attempt.verifier)
        except GrantRefused as problem:
            raise _not_exchanged(problem.code) from problem
        except AnswerLost as problem:
            raise problem.error from problem
        tokens = record.find_tokens()
        if tokens is None:
            raise _not_exchanged("")
        identity = self._whose(tokens)
        if expected_identity is not None and identity.id != expected_identity:
            kept = self.keeper(identity.id)
            if kept.state()[0] is SignInState.NONE:
                endpoint.revoke(tokens.refresh)
            else:
                # It ended the sign-in that other companies have of that person, so it replaces it.
                kept.keep(record)
            raise SignInFailed(
                "That is another FreshBooks person",
                f"This company is kept with another person's sign-in than {identity.email}. "
                "Nothing was changed, and nothing is recorded with the other sign-in.",
                "Sign in as the same person as before, or disconnect the company from FreshBooks "
                "first.",
            )
        self.keeper(identity.id).keep(record)
        return identity

    def identity(self, identity_id: str) -> Identity:
        """Who a kept sign-in is and which businesses it covers, asked anew; needs no business."""
        transport = self._transport(identity_id)
        try:
            return get_identity(transport)
        finally:
            transport.close()

    def identity_books(self, business: Business, identity_id: str) -> FreshBooksBooks:
        """The books of one business, with that person's sign-in."""
        transport = self._transport(identity_id)
        return FreshBooksBooks(transport, business, self.endpoints.web_base)

    def sign_in_state(self, identity_id: str) -> tuple[SignInState, str]:
        """How a kept sign-in stands, and why a person must sign in again where that is so."""
        return self.keeper(identity_id).state()

    def revoke(self, identity_id: str) -> bool:
        """End a sign-in for all of its businesses and forget its tokens.

        Whether FreshBooks confirmed it; the tokens are forgotten all the same.
        """
        return self.keeper(identity_id).forget(revoke=True)

    def save_unsaved(self) -> bool:
        """Write what the vault would not take; whether no renewed sign-in is left unwritten."""
        with self._lock:
            keepers = tuple(self._keepers.values())
        return not sum(not keeper.save_unsaved() for keeper in keepers)  # each is tried

    def keeper(self, identity_id: str) -> TokenKeeper:
        """The one keeper of that person's tokens in this process."""
        with self._lock:
            keeper = self._keepers.get(identity_id)
            if keeper is None:
                keeper = TokenKeeper(
                    self._store, self._clock, self.endpoints, self._app, identity_id
                )
                self._keepers[identity_id] = keeper
            return keeper

    def _transport(self, identity_id: str) -> FreshBooksTransport:
        keeper = self.keeper(identity_id)
        return FreshBooksTransport(self.endpoints, self._app.client_id, keeper, self._clock)

    def _whose(self, tokens: Tokens) -> Identity:
        transport = FreshBooksTransport(
            self.endpoints, self._app.client_id, _JustGiven(tokens), self._clock
        )
        try:
            return get_identity(transport)
        finally:
            transport.close()


class _JustGiven:
    """Tokens that have no owner yet: used as they are, never renewed."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def current(self, *, seconds_needed: float = 0.0) -> Tokens:
        del seconds_needed
        return self._tokens

    def renew(self, refused: Tokens) -> Tokens:
        del refused
        raise sign_in_again("FreshBooks did not accept the sign-in that it has just given out.")


def _not_exchanged(code: str) -> SignInFailed:
    if code == "invalid_client":
        return SignInFailed(
            "FreshBooks does not know this app",
            "The client id or the client secret of the registered app is wrong.",
            "Copy both again from the app's page in FreshBooks' developer settings.",
        )
    reason = {
        "invalid_grant": "FreshBooks did not accept the code of this sign-in: it was used already, "
        "took longer than five minutes, or the redirect address differs from the registered one.",
    }.get(code, "FreshBooks did not answer the sign-in with what is needed to stay signed in.")
    return SignInFailed("The sign-in did not finish", reason, "Begin the sign-in again.")
