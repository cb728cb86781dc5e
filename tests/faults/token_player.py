"""A real process with a real vault that renews a sign-in, and dies where it is told to.

`python -m tests.faults.token_player HOME BASE_URL`, then one JSON order a line on stdin, one answer
a line on stdout. Orders `race` are done here, by many threads; every other order is done by a
forked child, so that thousands of deaths cost one start.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw

from fbrecon.errors import FbreconError
from fbrecon.freshbooks.keeper import TokenKeeper
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.store.vault import Vault
from fbrecon.store.vault_keys import Meta
from tests.fakes.freshbooks_bench import HandClock

IDENTITY = "14"


class OpenKey:
    """A key that costs nothing to open: what is tested here is not the passphrase."""

    kind = "test"

    def create(self, meta: Meta) -> bytes:
        del meta
        return b"k" * 32

    def open(self, meta: Meta) -> bytes:
        return self.create(meta)


def open_keeper(
    home: Path, base: str, clock: HandClock, die_at: str = "", vault: Vault | None = None
) -> TokenKeeper:
    """As the program would make one, except that the redirect address names the process."""

    def crash(name: str) -> None:
        if name == die_at:
            die()

    app = RegisteredApp("my-id", "my-secret", f"https://localhost/callback/{os.getpid()}")
    return TokenKeeper(
        vault or Vault(home, OpenKey()), clock, Endpoints(base, base), app, IDENTITY, crash
    )


def die() -> None:
    """As if the power went: no handler runs, nothing is flushed."""
    os.kill(os.getpid(), signal.SIGKILL)


def clock_at(order: dict[str, Any]) -> HandClock:
    return HandClock(datetime.fromtimestamp(order["now"], UTC))


class DyingDisk(apsw.VFS):
    """Counts what SQLite asks of the disk and ends the process before the n-th such step."""

    def __init__(self, die_before: int) -> None:
        self.left = die_before
        self.armed = False
        self.real = apsw.vfs_names()[0]
        super().__init__("dying disk", self.real, makedefault=True)

    def step(self) -> None:
        if self.armed:
            self.left -= 1
            if self.left == 0:
                die()

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.step()
        super().xDelete(filename, syncdir)


class _File(apsw.VFSFile):
    def __init__(self, disk: DyingDisk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(disk.real, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.step()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._disk.step()
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self._disk.step()
        super().xTruncate(newsize)


def one(home: Path, base: str, order: dict[str, Any]) -> dict[str, Any]:
    """One order of a forked child: the bearer it ends with, or why it has none."""
    disk = DyingDisk(order["die_before_step"]) if order.get("die_before_step") else None
    keeper = open_keeper(home, base, clock_at(order), order.get("die_at", ""))
    if disk is not None:
        _arm_when_answered(keeper, disk)
    try:
        tokens = keeper.current()
        if order["do"] == "renew":
            tokens = keeper.renew(tokens)
    except FbreconError as error:
        return {"error": type(error).__name__, "why": error.message, "state": keeper.state()}
    except KeyboardInterrupt:
        return {"interrupted": True}
    return {"access": tokens.access, "state": keeper.state(), "steps": disk.left if disk else 0}


def _arm_when_answered(keeper: TokenKeeper, disk: DyingDisk) -> None:
    def crash(name: str) -> None:
        if name == "answered":
            disk.armed = True

    keeper._crash = crash


class Race:
    """Many threads of this process that want a bearer in the same instant."""

    def __init__(self, home: Path, base: str) -> None:
        self._clock = HandClock()
        self._keeper = open_keeper(home, base, self._clock)

    def run(self, order: dict[str, Any]) -> dict[str, Any]:
        self._clock.set_wall(datetime.fromtimestamp(order["now"], UTC))
        self._clock.move(3600)  # the machine's own clock goes on, too
        self._clock.set_wall(datetime.fromtimestamp(order["now"], UTC))
        before = self._keeper._cached
        start = threading.Barrier(order["threads"] + 1)
        got: list[str] = []

        def work() -> None:
            start.wait()
            try:
                refused = order["how"] == "refused" and before is not None
                keeper = self._keeper
                tokens = keeper.renew(before) if refused and before else keeper.current()
                got.append(tokens.access)
            except FbreconError as error:
                got.append(f"{type(error).__name__}: {error.message}")

        threads = [threading.Thread(target=work) for _ in range(order["threads"])]
        for thread in threads:
            thread.start()
        answer({"ready": True})
        sys.stdin.readline()  # the other process is ready, too
        start.wait()
        for thread in threads:
            thread.join()
        return {"got": got}


def answer(value: dict[str, Any]) -> None:
    print(json.dumps(value), flush=True)


def forked(home: Path, base: str, order: dict[str, Any]) -> dict[str, Any]:
    """Let a child do it; how it ended if it could not say."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(writing, "w") as pipe:
                json.dump(one(home, base, order), pipe)
            os._exit(0)
        except BaseException:  # noqa: BLE001 - it is a process of its own, and must not go on
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return {"killed": os.WTERMSIG(status)}
    found: dict[str, Any] = json.loads(said)
    return found


def main() -> None:
    # A shell that runs the tests in its background has them ignore Ctrl+C, and so would this.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    home, base = Path(sys.argv[1]), sys.argv[2]
    race: Race | None = None
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "race":
            race = race or Race(home, base)
            answer(race.run(order))
        else:
            answer(forked(home, base, order))


if __name__ == "__main__":
    main()
