"""A pair of tokens: how FreshBooks' answer is kept, and what it says.

The answer is kept as it came, before anybody looks into it, since the refresh token in it is the
only one that still works. No `repr` shows a token.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct

from fbrecon.freshbooks.wire import WireTokens, decode

_LATEST = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A usable pair. `expires_at` is by this computer's clock; `life` is the whole life."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    generation: int
    expires_at: datetime
    life: timedelta

    @property
    def renew_at(self) -> datetime:
        """Half of the life: early, so that a lost answer leaves hours to finish and to ask."""
        return self.expires_at - self.life / 2

    def seconds_left(self, now: datetime) -> float:
        """How long the access token is still good, by the clock; negative once it is over."""
        return (self.expires_at - now).total_seconds()


class TokenRecord(Struct, frozen=True):
    """The token endpoint's answer as it came, with when it came.

    `received_at` is Unix seconds by this computer's clock; `skew` is how many seconds the
    service's clock is ahead of it.
    """

    body: bytes
    received_at: int
    skew: int
    generation: int = 0

    def __repr__(self) -> str:
        return f"TokenRecord(generation={self.generation})"

    def encoded(self) -> bytes:
        """For the vault."""
        return msgspec.json.encode(self)

    @staticmethod
    def decoded(value: bytes) -> TokenRecord | None:
        """From the vault; None if it is not one."""
        try:
            return msgspec.json.decode(value, type=TokenRecord)
        except msgspec.DecodeError:
            return None

    def find_tokens(self) -> Tokens | None:
        """The pair in the answer; None if there is no whole pair in it."""
        try:
            told = decode(self.body, WireTokens)
        except msgspec.DecodeError:
            return None
        if not told.access_token or not told.refresh_token:
            return None
        life = max(told.expires_in, 0)
        issued = told.created_at if told.created_at is not None else self.received_at + self.skew
        ends = _stated_end(told.access_token) or issued + life
        try:
            expires_at = min(datetime.fromtimestamp(ends - self.skew, UTC), _LATEST)
        except (OverflowError, ValueError, OSError):
            expires_at = datetime.fromtimestamp(self.received_at, UTC)
        return Tokens(
            access=told.access_token,
            refresh=told.refresh_token,
            generation=self.generation,
            expires_at=expires_at,
            life=timedelta(seconds=min(life, 366 * 86400)),
        )


class _Claims(Struct, frozen=True):
    exp: int | None = None


def _stated_end(access_token: str) -> int | None:
    """When the token itself says it ends (Unix seconds), where it can be looked into.

    A renewed token's `created_at` was seen to be that of the first sign-in; its own claim is right.
    """
    parts = access_token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))
        return decode(claims, _Claims).exp
    except (ValueError, msgspec.DecodeError):
        return None
