"""FreshBooks' grants: codes, access tokens, refresh tokens that can be used once.

Knows nothing of pages or HTTP; a refusal is raised as the token endpoint's own error.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from fbrecon.sandbox.chance import Chance
from fbrecon.sandbox.clock import SandboxClock
from fbrecon.sandbox.freshbooks_errors import token_error

ACCESS_SECONDS = 43_200
CODE_SECONDS = 300

_READ_ONLY = ("notifications", "profile", "reports")
_READ_WRITE = (
    "account", "bill_payments", "bill_vendors", "billable_items", "bills", "business", "clients",
    "credit_notes", "estimates", "expenses", "invoices", "journal_entries", "online_payments",
    "other_income", "payments", "projects", "retainers", "taxes", "teams", "time_entries",
    "uploads",
)  # fmt: skip
PROFILE_SCOPE = "user:profile:read"
KNOWN_SCOPES = frozenset(
    [f"user:{name}:read" for name in (*_READ_ONLY, *_READ_WRITE)]
    + [f"user:{name}:write" for name in _READ_WRITE]
)


@dataclass(slots=True)
class Code:
    """An authorization code and what the exchange has to match."""

    scopes: tuple[str, ...]
    redirect_uri: str
    challenge: str | None
    expires_at: datetime
    used: bool = False


@dataclass(slots=True)
class Grant:
    """One issued pair of tokens."""

    access_token: str
    refresh_token: str
    scopes: tuple[str, ...]
    issued_at: datetime
    access_expires_at: datetime
    access_dead: bool = False
    refresh_dead: bool = False


class TokenDesk:
    """Issues and checks tokens of the one registered app and the one person."""

    def __init__(self, chance: Chance, clock: SandboxClock, *, refresh_ends_access: bool) -> None:
        self.client_id = chance.hex("app", 64)
        self.client_secret = chance.hex("app", 64)
        self.redirect_uri = "https://localhost/callback"
        self._chance = chance
        self._clock = clock
        self._refresh_ends_access = refresh_ends_access
        self._codes: dict[str, Code] = {}
        self._grants: list[Grant] = []

    def issue_code(self, scopes: tuple[str, ...], redirect_uri: str, challenge: str | None) -> str:
        """A code that lives five minutes; no scopes asked means all that the app registered."""
        granted = scopes or tuple(sorted(KNOWN_SCOPES))
        if PROFILE_SCOPE not in granted:
            granted = (*granted, PROFILE_SCOPE)
        code = self._chance.hex("tokens", 64)
        expires_at = self._clock.now() + timedelta(seconds=CODE_SECONDS)
        self._codes[code] = Code(granted, redirect_uri, challenge, expires_at)
        return code

    def check_app(self, client_id: object, client_secret: object) -> None:
        """Raises unless these are the registered app's own."""
        if (client_id, client_secret) != (self.client_id, self.client_secret):
            raise token_error(
                401,
                "invalid_client",
                "Client authentication failed due to unknown client, no client authentication "
                "included, or unsupported authentication method.",
            )

    def exchange(self, code: str, redirect_uri: str, verifier: str | None) -> Grant:
        """Turns a code into tokens, once."""
        kept = self._codes.get(code)
        if (
            kept is None
            or kept.used
            or kept.expires_at <= self._clock.now()
            or kept.redirect_uri != redirect_uri
            or not _verified(kept.challenge, verifier)
        ):
            raise _invalid_grant()
        kept.used = True
        # One live refresh token for each person and app: a new sign-in ends the older ones.
        for grant in self._grants:
            grant.refresh_dead = True
        return self._issue(kept.scopes)

    def refresh(self, refresh_token: str, redirect_uri: str) -> Grant:
        """Swaps a refresh token for a new pair; the old one is dead at once."""
        for grant in self._grants:
            if grant.refresh_token == refresh_token:
                if grant.refresh_dead or redirect_uri != self.redirect_uri:
                    break
                grant.refresh_dead = True
                if self._refresh_ends_access:
                    grant.access_dead = True
                return self._issue(grant.scopes)
        raise _invalid_grant()

    def revoke(self, token: str) -> None:
        """Ends the grant that this access or refresh token belongs to; unknown ones are ignored."""
        for grant in self._grants:
            if token in (grant.access_token, grant.refresh_token):
                grant.access_dead = grant.refresh_dead = True

    def expire(self, access_token: str) -> None:
        """Lets an access token run out now; the refresh token lives on."""
        for grant in self._grants:
            if grant.access_token == access_token:
                grant.access_dead = True

    def find_grant(self, access_token: str) -> Grant | None:
        """The live grant of an access token."""
        now = self._clock.now()
        for grant in reversed(self._grants):
            if grant.access_token == access_token:
                live = not grant.access_dead and now < grant.access_expires_at
                return grant if live else None
        return None

    def _issue(self, scopes: tuple[str, ...]) -> Grant:
        now = self._clock.now()
        grant = Grant(
            access_token=self._jwt(scopes, now),
            refresh_token=self._chance.hex("tokens", 64),
            scopes=scopes,
            issued_at=now,
            access_expires_at=now.replace(microsecond=0) + timedelta(seconds=ACCESS_SECONDS),
        )
        self._grants.append(grant)
        return grant

    def _jwt(self, scopes: tuple[str, ...], now: datetime) -> str:
        """Looks like the real thing, a signed token of about a thousand characters."""
        issued = int(now.timestamp())
        payload = {
            "jti": self._chance.uuid("tokens"),
            "iat": issued,
            "exp": issued + ACCESS_SECONDS,
            "client_id": self.client_id,
            "scopes": list(scopes),
        }
        parts = [
            _base64(json.dumps({"typ": "JWT", "alg": "RS256"}).encode()),
            _base64(json.dumps(payload).encode()),
            _base64(self._chance.stream("tokens").randbytes(256)),
        ]
        return ".".join(parts)


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _verified(challenge: str | None, verifier: str | None) -> bool:
    if challenge is None:
        return True
    return verifier is not None and _base64(hashlib.sha256(verifier.encode()).digest()) == challenge


def _invalid_grant() -> Exception:
    return token_error(
        400,
        "invalid_grant",
        "The provided authorization grant is invalid, expired, revoked, does not match the "
        "redirection URI used in the authorization request, or was issued to another client.",
    )
