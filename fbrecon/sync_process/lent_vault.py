"""Secrets of this session only: they stay in the window's process, and syncs borrow them.

With a keyring or a passphrase the syncing process opens the vault itself, so that a renewed sign-in
is on the disk whatever becomes of the window. A vault that keeps nothing has one place only.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue

from fbrecon.errors import SecretsError
from fbrecon.secret_store import SecretStore
from fbrecon.sync_process.messages import Message, Secret, SecretAsk


class LentVault:
    """The vault as the syncing process sees it: every question crosses the pipe."""

    def __init__(self, say: Callable[[Message], None]) -> None:
        self._say = say
        self._numbers = itertools.count(1)
        self._mutex = threading.Lock()
        self._waiting: dict[int, SimpleQueue[Secret | None]] = {}
        self._locks: dict[str, tuple[threading.RLock, list[int]]] = {}
        self._is_gone = False

    def find(self, name: str) -> bytes | None:
        """The secret; None if there is none."""
        return self._ask("find", name).value

    def put(self, name: str, value: bytes) -> None:
        """Keep it until the window ends."""
        self._ask("put", name, value)

    def forget(self, name: str) -> None:
        """Remove it."""
        self._ask("forget", name)

    def list_names(self, prefix: str) -> list[str]:
        """Names that begin with the prefix, sorted."""
        return list(self._ask("list", prefix).names)

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Hold a lock of that name against all threads of both processes."""
        with self._mutex:
            lock, depth = self._locks.setdefault(name, (threading.RLock(), []))
        with lock:
            if not depth:
                self._ask("lock", name)
            depth.append(1)
            try:
                yield
            finally:
                depth.pop()
                if not depth:
                    self._ask("unlock", name)

    def take(self, answer: Secret) -> None:
        """An answer has come."""
        with self._mutex:
            waiting = self._waiting.pop(answer.number, None)
        if waiting is not None:
            waiting.put(answer)

    def is_gone(self) -> None:
        """Whoever lends the secrets has ended: nobody waits for an answer any more."""
        with self._mutex:
            self._is_gone = True
            waiting, self._waiting = self._waiting, {}
        for one in waiting.values():
            one.put(None)

    def _ask(self, what: str, name: str, value: bytes = b"") -> Secret:
        number, answers = next(self._numbers), SimpleQueue[Secret | None]()
        with self._mutex:
            if self._is_gone:
                raise _gone()
            self._waiting[number] = answers
        try:
            self._say(SecretAsk(number, what, name, value))
        except OSError:
            raise _gone() from None
        answer = answers.get()
        if answer is None:
            raise _gone()
        if answer.problem:
            raise SecretsError("The secrets of this session cannot be read", answer.problem)
        return answer


class Lender:
    """Answers the questions of one syncing process. What it locked is freed when that ends."""

    def __init__(self, vault: SecretStore, say: Callable[[Message], None]) -> None:
        self._vault = vault
        self._say = say
        self._mutex = threading.Lock()
        self._held: dict[str, threading.Event] = {}

    def answer(self, ask: SecretAsk) -> None:
        """Answer one question; a lock that is taken is waited for on a thread of its own."""
        if ask.what == "lock":
            freed = threading.Event()
            threading.Thread(
                target=self._hold, args=(ask, freed), name="lending a lock", daemon=True
            ).start()
            return
        try:
            self._answer(self._look_up(ask))
        except SecretsError as error:
            self._answer(Secret(ask.number, problem=error.message))

    def free_all(self) -> None:
        """The process has ended."""
        with self._mutex:
            held, self._held = self._held, {}
        for freed in held.values():
            freed.set()

    def _look_up(self, ask: SecretAsk) -> Secret:
        match ask.what:
            case "find":
                return Secret(ask.number, value=self._vault.find(ask.name))
            case "put":
                self._vault.put(ask.name, ask.value)
            case "forget":
                self._vault.forget(ask.name)
            case "list":
                return Secret(ask.number, names=tuple(self._vault.list_names(ask.name)))
            case _:
                with self._mutex:
                    freed = self._held.pop(ask.name, None)
                if freed is not None:
                    freed.set()
        return Secret(ask.number)

    def _hold(self, ask: SecretAsk, freed: threading.Event) -> None:
        with self._vault.locked(ask.name):
            with self._mutex:
                self._held[ask.name] = freed
            if self._answer(Secret(ask.number)):
                freed.wait()

    def _answer(self, answer: Secret) -> bool:
        """Whether somebody was there to hear it."""
        try:
            self._say(answer)
        except OSError:
            return False
        return True


def _gone() -> SecretsError:
    return SecretsError(
        "The window has ended",
        "The secrets of this session were in its memory and are gone with it.",
        "Start fbrecon again and connect again; nothing else is lost.",
    )
