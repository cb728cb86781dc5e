"""A token endpoint that gives each refresh token once, and keepers before it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any, Self
from urllib.parse import parse_qs

from fbrecon.freshbooks.keeper import TokenKeeper
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.tokens import TokenRecord
from tests.fakes.freshbooks_bench import NOW, HandClock, MemoryVault
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

APP = RegisteredApp("my-id", "my-secret", "https://localhost/callback")
HALF = 21_600
INVALID = Say(400, {"error": "invalid_grant", "error_description": "used"})
Fault = Callable[[Asked], Say | None]


def pair(number: int, clock: HandClock, **changes: Any) -> dict[str, Any]:
    return {
        "access_token": f"access-{number}",
        "refresh_token": f"refresh-{number}",
        "token_type": "Bearer",
        "expires_in": 43_200,
        "created_at": int(clock.now().timestamp()),
        **changes,
    }


class Desk:
    """A token endpoint that gives each refresh token once, and keepers before it."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.vault = MemoryVault()
        self.live = 1
        self.fault: Fault | None = None
        self.seen_in_vault: list[list[str]] = []
        self.server = ScriptedServer(self._script)

    def __enter__(self) -> Self:
        self.server.__enter__()
        first = TokenRecord(json.dumps(pair(1, self.clock)).encode(), int(NOW.timestamp()), skew=0)
        self.keeper().keep(first)
        return self

    def __exit__(self, *_: object) -> None:
        self.server.__exit__(None, None, None)

    def keeper(self) -> TokenKeeper:
        """As another process would make one: nothing in memory yet."""
        endpoints = Endpoints(self.server.url, self.server.url)
        return TokenKeeper(self.vault, self.clock, endpoints, APP, "14")

    def _script(self, asked: Asked) -> Say:
        self.seen_in_vault.append(sorted(self.vault.secrets))
        if self.fault is not None:
            say = self.fault(asked)
            if say is not None:
                return say
        return self.rotate(asked)

    def rotate(self, asked: Asked) -> Say:
        """Honest work: the one live token is swapped, any other is refused."""
        form = parse_qs(asked.body.decode())
        if form["refresh_token"] != [f"refresh-{self.live}"]:
            return INVALID
        self.live += 1
        return Say(body=pair(self.live, self.clock))

    @property
    def calls(self) -> int:
        return len(self.server.asked)


def kept_body(vault: MemoryVault, name: str) -> bytes:
    """The token endpoint's answer as it lies in the vault."""
    return base64.b64decode(json.loads(vault.secrets[name])["body"])


def lose_answer(desk: Desk) -> Fault:
    def fault(asked: Asked) -> Say:
        desk.rotate(asked)
        return Say(drop=True)

    return fault
