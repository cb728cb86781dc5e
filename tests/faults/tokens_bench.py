"""A token endpoint that gives each refresh token once, a vault on disk, and real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

from fbrecon.freshbooks.keeper import TokenKeeper
from fbrecon.freshbooks.tokens import TokenRecord
from fbrecon.store.vault import Vault
from tests.fakes.freshbooks_bench import HandClock
from tests.fakes.freshbooks_token_desk import INVALID, pair
from tests.fakes.scripted_http import Asked, Say, ScriptedServer
from tests.faults.token_player import OpenKey, open_keeper

ROOT = Path(__file__).parents[2]
HOUR = 3600


class TokensBench:
    """The service and this computer. `on_token` may answer in the service's place."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = HandClock()
        self.live = 1
        self.replays: list[str] = []
        self.on_token: Callable[[Asked], Say | None] | None = None
        self.server = ScriptedServer(self._script)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(self.server)
        self.vault = Vault(self.home, OpenKey())
        self._stack.callback(self.vault.close)
        self.sign_in()
        return self

    def __exit__(self, *trace: object) -> None:
        self._stack.close()

    def sign_in(self) -> None:
        """A person signs in: the pair in use is a new one."""
        body = json.dumps(pair(self.live, self.clock)).encode()
        self.keeper().keep(TokenRecord(body, int(self.clock.now().timestamp()), skew=0))

    def keeper(self) -> TokenKeeper:
        """A keeper in this process, with nothing in memory yet."""
        return open_keeper(self.home, self.server.url, self.clock, vault=self.vault)

    def player(self) -> Player:
        """A process of its own."""
        return self._stack.enter_context(Player(self))

    @property
    def calls(self) -> int:
        return sum(asked.path.endswith("/token") for asked in self.server.asked)

    def rotate(self, asked: Asked) -> Say:
        """Honest work: the one live token is swapped, any other is refused."""
        (given,) = parse_qs(asked.body.decode())["refresh_token"]
        if given != f"refresh-{self.live}":
            self.replays.append(given)
            return INVALID
        self.live += 1
        return Say(body=pair(self.live, self.clock))

    def kill_asker(self, asked: Asked) -> None:
        """End the process that asked, before it can see an answer."""
        self.signal_asker(asked, signal.SIGKILL)

    @staticmethod
    def signal_asker(asked: Asked, which: signal.Signals) -> None:
        (address,) = parse_qs(asked.body.decode())["redirect_uri"]
        os.kill(int(address.rpartition("/")[2]), which)

    def _script(self, asked: Asked) -> Say:
        if self.on_token is not None and asked.path.endswith("/token"):
            say = self.on_token(asked)
            if say is not None:
                return say
        return self.rotate(asked)


class Player:
    """One process of `token_player`."""

    def __init__(self, bench: TokensBench) -> None:
        self._bench = bench
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.faults.token_player",
                str(bench.home),
                bench.server.url,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trace: object) -> None:
        self._process.communicate()

    def order(self, do: str, **more: Any) -> None:
        """Ask for something, by the clock of the bench."""
        self.say(json.dumps({"do": do, "now": self._bench.clock.now().timestamp(), **more}))

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """The next answer."""
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said

    def ask(self, do: str, **more: Any) -> dict[str, Any]:
        self.order(do, **more)
        return self.hear()
