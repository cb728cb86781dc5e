"""Keeps one sign-in alive: one-time refresh tokens, used once, by one thread of one process.

Under the vault's lock the stored pair is read again; that a renewal began is written; the answer
is kept before it is read (`token_slots`). A renewal that has begun is carried to its end
(`unbroken`). Tokens are never deleted because the service refused them.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime
from enum import StrEnum

import msgspec

from fbrecon.clock import Clock
from fbrecon.errors import FbreconError, SecretsError
from fbrecon.freshbooks.failures import sign_in_again
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.token_endpoint import AnswerLost, GrantRefused, TokenEndpoint
from fbrecon.freshbooks.token_slots import CrashPoint, Head, TokenSlots, no_crash
from fbrecon.freshbooks.tokens import TokenRecord, Tokens
from fbrecon.freshbooks.unbroken import UNBROKEN
from fbrecon.secret_store import SecretStore

log = logging.getLogger(__name__)

_REST_AFTER_FAILURE = 300.0
_GUARD_SECONDS = 600
_GUARD_AN_HOUR = 4
_FORCED_IN_GUARD = 4


class SignInState(StrEnum):
    """Whether there is a sign-in, and whether a person must renew it."""

    NONE = "none"
    KEPT = "kept"
    RECONNECT = "reconnect"


def sign_in_name(endpoints: Endpoints, client_id: str, identity_id: str) -> str:
    """The name in the vault: one for each pair of services, app and person."""
    place = f"{endpoints.api_base} {endpoints.auth_base} {client_id}".encode()
    return f"freshbooks.{hashlib.sha256(place).hexdigest()[:16]}.{identity_id}"


class TokenKeeper:
    """The sign-in of one identity. Safe for all threads; share one for each identity."""

    def __init__(
        self,
        store: SecretStore,
        clock: Clock,
        endpoints: Endpoints,
        app: RegisteredApp,
        identity_id: str,
        crash: CrashPoint = no_crash,
    ) -> None:
        self.name = sign_in_name(endpoints, app.client_id, identity_id)
        self._store = store
        self._slots = TokenSlots(store, self.name, crash)
        self._crash = crash
        self._clock = clock
        self._endpoint = TokenEndpoint(endpoints, app, clock)
        self._cached: Tokens | None = None
        self._unsaved: TokenRecord | None = None
        self._rest_until = float("-inf")
        self._forced_at: list[float] = []

    @property
    def has_unsaved(self) -> bool:
        """Whether a renewed pair could not be written yet and lives in memory only."""
        return self._unsaved is not None

    def state(self) -> tuple[SignInState, str]:
        """How the sign-in stands, and the reason where a person must sign in again."""
        head = self._slots.find_head()
        if head is None:
            return SignInState.NONE, ""
        if head.reconnect:
            return SignInState.RECONNECT, head.reconnect
        return SignInState.KEPT, ""

    def keep(self, record: TokenRecord) -> None:
        """Take over the pair of a fresh sign-in, durably. Raises `SecretsError`."""
        with self._store.locked(self.name):
            head = self._slots.find_head()
            generation = (head.generation if head else 0) + 1
            self._slots.commit(head, msgspec.structs.replace(record, generation=generation), ())
            self._cached = None
            self._unsaved = None
            self._forced_at.clear()

    def current(self, *, seconds_needed: float = 0.0) -> Tokens:
        """A pair whose access token is good for that long, renewed at half of its life.

        Raises `SignInAgain`; `Unreachable` where the old one is over and cannot be renewed now.
        """
        self.save_unsaved()
        tokens = self._cached or self._load()
        now = self._clock.now()
        if now < tokens.renew_at and tokens.seconds_left(now) > seconds_needed:
            return tokens
        if tokens.seconds_left(now) <= seconds_needed:
            return self._rotate(tokens.generation, forced=False)
        if self._clock.monotonic() < self._rest_until:
            return tokens
        try:
            return self._rotate(tokens.generation, forced=False)
        except FbreconError as problem:
            # Early by design: the old access token serves until it ends.
            log.warning("the sign-in could not be renewed early: %s", problem.title)
            self._rest_until = self._clock.monotonic() + _REST_AFTER_FAILURE
            return tokens

    def renew(self, refused: Tokens) -> Tokens:
        """Another pair than the one the service has just refused. As `current`."""
        self.save_unsaved()
        return self._rotate(refused.generation, forced=True)

    def save_unsaved(self) -> bool:
        """Write a renewed pair that the vault would not take; whether none is left unwritten."""
        if not self.has_unsaved:
            return True
        try:
            with self._store.locked(self.name):
                record = self._unsaved
                head = self._slots.find_head()
                if record is not None and (head is None or head.generation < record.generation):
                    self._slots.commit(head, record, head.renewed if head else ())
                self._unsaved = None
        except SecretsError:
            log.error("a renewed sign-in still cannot be written to the vault")
            return False
        return True

    def forget(self, *, revoke: bool) -> bool:
        """Remove the sign-in from the vault; whether the service confirmed its revocation."""
        with self._store.locked(self.name):
            head = self._slots.find_head()
            if self._unsaved is not None:
                tokens = self._unsaved.find_tokens()
            else:
                tokens = self._slots.find_tokens(head) if head else None
            confirmed = bool(revoke and tokens and self._endpoint.revoke(tokens.refresh))
            self._slots.forget()
            self._cached = None
            self._unsaved = None
        return confirmed

    def _rotate(self, seen: int, *, forced: bool) -> Tokens:
        """Renew unless somebody else did. The lock is held over the call: one token, one use."""
        return UNBROKEN.run(lambda: self._rotate_locked(seen, forced=forced))

    def _rotate_locked(self, seen: int, *, forced: bool) -> Tokens:
        with self._store.locked(self.name):
            if self._unsaved is not None:
                return self._in_memory(seen, forced=forced)
            head = self._slots.finish_half_done(self._get_head())
            tokens = self._slots.find_tokens(head)
            now = self._clock.now()
            if tokens is None:
                raise sign_in_again("The sign-in that this computer keeps is damaged.")
            if head.generation > seen:
                self._cached = tokens
                return tokens
            if head.reconnect:
                if forced or tokens.seconds_left(now) <= 0:
                    raise sign_in_again(head.reconnect)
                return tokens
            resting = tokens.seconds_left(now) > 0 and self._clock.monotonic() < self._rest_until
            if not forced and (resting or _guarded(head, now)):
                return tokens
            if forced:
                self._count_forced()
            self._slots.put_head(msgspec.structs.replace(head, begun=True))
            self._crash("beginning kept")
            return self._renew(head, tokens, now)

    def _in_memory(self, seen: int, *, forced: bool) -> Tokens:
        """The pair that could not be written yet: what the vault holds is spent."""
        tokens = self._cached
        if tokens is None or (forced and tokens.generation <= seen):
            raise SecretsError(
                "The renewed sign-in cannot be written",
                "The vault did not take it, so it must not be renewed once more.",
                "Free some disk space or unlock the vault; closing the program now would lose it.",
            )
        return tokens

    def _renew(self, head: Head, tokens: Tokens, now: datetime) -> Tokens:
        try:
            record = self._endpoint.renew(tokens.refresh)
        except (AnswerLost, GrantRefused) as problem:
            newer = self._newer_than(head)
            if newer is not None:
                return newer
            if isinstance(problem, AnswerLost):
                # If the service did act, the next attempt is refused, and `lost` will say why.
                lost = head.lost or head.begun or problem.maybe_done
                self._slots.put_head(msgspec.structs.replace(head, begun=False, lost=lost))
                raise problem.error from problem
            reason = _why_refused(problem.code, lost=head.lost or head.begun)
            self._slots.put_head(msgspec.structs.replace(head, begun=False, reconnect=reason))
            raise sign_in_again(reason) from problem
        self._crash("answered")
        record = msgspec.structs.replace(record, generation=head.generation + 1)
        renewed = (*head.renewed, int(now.timestamp()))[-_GUARD_AN_HOUR:]
        try:
            head = self._slots.commit(head, record, renewed)
        except SecretsError:
            log.error("a renewed sign-in could not be written to the vault yet")
            self._unsaved = record
        fresh = record.find_tokens()
        if fresh is None:
            raise sign_in_again(head.reconnect or "The renewed sign-in came back unreadable.")
        self._cached = fresh
        return fresh

    def _newer_than(self, head: Head) -> Tokens | None:
        """The pair that somebody wrote in spite of the lock, say where its file was deleted.

        Who came second must not write over what the first one was given.
        """
        stored = self._slots.find_head()
        if stored is None or stored.generation <= head.generation:
            return None
        self._cached = self._slots.find_tokens(stored)
        return self._cached

    def _load(self) -> Tokens:
        tokens = self._slots.find_tokens(self._get_head())
        if tokens is None:
            raise sign_in_again("The sign-in that this computer keeps is damaged.")
        self._cached = tokens
        return tokens

    def _get_head(self) -> Head:
        head = self._slots.find_head()
        if head is None:
            raise sign_in_again("This computer keeps no sign-in to FreshBooks.")
        return head

    def _count_forced(self) -> None:
        """Refuse to go round for ever where the service refuses what it has just given out."""
        now = self._clock.monotonic()
        self._forced_at = [at for at in self._forced_at if now - at < _GUARD_SECONDS]
        if len(self._forced_at) >= _FORCED_IN_GUARD:
            raise sign_in_again("FreshBooks keeps refusing sign-ins that it has just renewed.")
        self._forced_at.append(now)


def _guarded(head: Head, now: datetime) -> bool:
    """Whether the clock alone may not order another renewal: it may be the clock that is wrong."""
    moment = now.timestamp()
    last_hour = [at for at in head.renewed if 0 <= moment - at < 3600]
    recent = any(moment - at < _GUARD_SECONDS for at in last_hour)
    return recent or len(last_hour) >= _GUARD_AN_HOUR


def _why_refused(code: str, *, lost: bool) -> str:
    if code == "invalid_client":
        return "FreshBooks no longer accepts the client id or the secret of the registered app."
    if lost:
        return "An earlier renewal's answer was lost on its way, and FreshBooks gives it only once."
    return "The sign-in was ended in FreshBooks, or renewed by another program."
