"""The vault that keeps nothing: secrets in memory, gone with the process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager


class SessionVault:
    """Secrets in memory; nothing outlives the process."""

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}
        self._locks: dict[str, threading.RLock] = {}
        self._mutex = threading.Lock()

    def close(self) -> None:
        """Forget everything."""
        with self._mutex:
            self._secrets.clear()

    def find(self, name: str) -> bytes | None:
        """The secret; None if there is none."""
        with self._mutex:
            return self._secrets.get(name)

    def put(self, name: str, value: bytes) -> None:
        """Keep it until the process ends."""
        with self._mutex:
            self._secrets[name] = bytes(value)

    def forget(self, name: str) -> None:
        """Remove it; nothing happens if it is not there."""
        with self._mutex:
            self._secrets.pop(name, None)

    def list_names(self, prefix: str) -> list[str]:
        """Names that begin with the prefix, sorted."""
        with self._mutex:
            return sorted(name for name in self._secrets if name.startswith(prefix))

    def locked(self, name: str) -> AbstractContextManager[None]:
        """Hold a lock of that name against all threads; no other process has these secrets."""
        with self._mutex:
            lock = self._locks.setdefault(name, threading.RLock())
        return _held(lock)


@contextmanager
def _held(lock: threading.RLock) -> Iterator[None]:
    with lock:
        yield
