"""The real program in processes that are killed: at named points, at any time, at any disk step.

`python -m tests.faults.kill_player` in the program's own environment, then one JSON order a line on
stdin, one answer a line on stdout. Each order is done by a forked child of a process that has
imported everything and opened nothing, so that a life costs no start. Only this launcher knows how
to die; the program ships with crash points that do nothing.
"""

from __future__ import annotations

import json
import logging
import os
import select
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fbrecon.platforms.alternative_payments.transport as platform_transport
from fbrecon.app.company_desk import CompanyDesk
from fbrecon.bootstrap import Environment, Program
from fbrecon.errors import FbreconError
from fbrecon.freshbooks import transport
from fbrecon.store.backup import back_up_before_migration
from fbrecon.store.database import CompanyFile
from fbrecon.store.vault import FILE_NAME
from fbrecon.store.vault_keys import PassphraseKey
from fbrecon.sync.progress import CancelToken, silent
from tests.faults.token_player import DyingDisk, die

Order = dict[str, Any]


def crash_at(order: Order) -> Callable[[str], None]:
    """Dies at the n-th named point of that name."""
    left = [int(order.get("nth", 1))]

    def point(name: str) -> None:
        if name == order.get("die_at"):
            left[0] -= 1
            if left[0] == 0:
                die()

    return point


def die_while_sending(seconds: float) -> None:
    """Dies that long after a write to FreshBooks has begun, wherever it is then."""
    exchange = transport.exchange  # type: ignore[attr-defined]  # the name that the transport uses

    def doomed(session: Any, clock: Any, method: str, *words: Any, **more: Any) -> Any:
        if method == "POST":
            threading.Thread(target=_die_after, args=(seconds,), daemon=True).start()
        return exchange(session, clock, method, *words, **more)

    transport.exchange = doomed  # type: ignore[attr-defined]


def _die_after(seconds: float) -> None:
    time.sleep(seconds)
    die()


class Life:
    """What one child does."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def sync(self, order: Order) -> dict[str, Any]:
        """One sync of the only company."""
        desk = self._desk(crash_at(order))
        report = desk.sync(CancelToken(), silent, only=tuple(order.get("only", ())))
        return {"outcome": report.outcome, "postings": report.postings, "pushed": report.pushed,
                "problems": [p.problem for p in report.problems]}  # fmt: skip

    def intents(self, order: Order) -> dict[str, Any]:
        """What the outbox says, and whether the file is sound."""
        del order
        program = Program(self._environment)
        stores = program.shelf.open(program.shelf.list_slugs()[0])
        rows = stores.file.sql("SELECT source, marker, state, remote_id, reason FROM intent")
        return {"intents": rows, "problems": stores.check()}

    def migrate(self, order: Order) -> dict[str, Any]:
        """Open a company file of an earlier release."""
        file = CompanyFile(Path(order["file"]), before_migration=back_up_before_migration)
        return {"version": file.version, "problems": file.check()}

    def back_up(self, order: Order) -> dict[str, Any]:
        """Copy the company file."""
        program = Program(self._environment)
        stores = program.shelf.open(program.shelf.list_slugs()[0])
        stores.file.back_up(Path(order["file"]))
        return {"problems": stores.check()}

    def _desk(self, crash: Callable[[str], None]) -> CompanyDesk:
        program = Program(self._environment)
        slug = program.shelf.list_slugs()[0]
        return CompanyDesk(
            program.shelf, program.doors, program.clock, slug, crash, desks=program.desks
        )

    def run(self, order: Order) -> dict[str, Any]:
        """Whatever the order says; the errors of the program are its answers."""
        if order.get("die_step"):
            disk = DyingDisk(int(order["die_step"]))
            disk.armed = True
        if order.get("die_sending") is not None:
            die_while_sending(float(order["die_sending"]))
        try:
            answer: dict[str, Any] = getattr(self, str(order["do"]))(order)
        except FbreconError as error:
            return {"error": type(error).__name__, "why": error.message}
        return answer


class Child:
    """A forked life, and what is heard of it."""

    def __init__(self, life: Life, order: Order) -> None:
        self._hear, say = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._hear)
            try:
                answer = life.run(order)
            except BaseException as problem:  # noqa: BLE001 - a fault of the program is an answer
                answer = {"fault": repr(problem)}
            os.write(say, json.dumps(answer).encode())
            os._exit(0)
        os.close(say)

    def end(self, after: float | None) -> dict[str, Any]:
        """What it answered; where it has not ended after that many seconds, it is killed."""
        if after is not None and not select.select([self._hear], [], [], after)[0]:
            os.kill(self.pid, signal.SIGKILL)
        said = b""
        while chunk := os.read(self._hear, 65_536):
            said += chunk
        os.close(self._hear)
        _, status = os.waitpid(self.pid, 0)
        killed = os.WIFSIGNALED(status)
        answer: dict[str, Any] = json.loads(said) if said and not killed else {}
        return {"killed": True} if killed else answer


def remember_key(environment: Environment) -> None:
    """Open the vault's lock once for all lives: what is tested here is not the passphrase."""
    with sqlite3.connect(environment.home / FILE_NAME) as vault:
        (salt,) = vault.execute("SELECT value FROM meta WHERE name = 'salt'").fetchone()
    vault.close()
    key = PassphraseKey(environment.key("FBRECON_PASSPHRASE"))._wrapping_key(salt)
    PassphraseKey._wrapping_key = lambda *_: key  # type: ignore[method-assign]


def main() -> None:
    """Orders in, answers out, until the input ends."""
    environment = Environment.take(os.environ)
    remember_key(environment)
    platform_transport.REQUESTS_A_SECOND = 10_000  # type: ignore[misc]  # this sandbox has no limit
    logging.getLogger("fbrecon").addHandler(logging.NullHandler())
    life = Life(environment)
    for line in sys.stdin:
        order = json.loads(line)
        children = [Child(life, order)]
        if order.get("beside"):
            children.append(Child(life, {"do": "sync", **order["beside"]}))
        answers = [child.end(order.get("die_after") if n == 0 else None)
                   for n, child in enumerate(children)]  # fmt: skip
        print(json.dumps(answers[0] | ({"beside": answers[1]} if answers[1:] else {})), flush=True)


if __name__ == "__main__":
    main()
