"""Work that is carried to its end once it has begun, whoever stops waiting for it.

An answer with a one-time token must reach the vault. So a renewal runs on a thread of its own,
where Ctrl+C cannot strike, and a program that ends waits some seconds for it and begins no more.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any, Final, TypeVar

from fbrecon.errors import Unreachable

T = TypeVar("T")

PATIENCE_SECONDS: Final = 10.0
"""How long a program that is told to end waits for what has begun."""


class Unbroken:
    """Pieces of work that nobody cuts off. Safe for all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: set[Future[Any]] = set()
        self._is_ending = False

    def run(self, work: Callable[[], T]) -> T:
        """The result of `work`, or what it raises. Raises `Unreachable` while the program ends."""
        future: Future[T] = Future()
        with self._lock:
            if self._is_ending:
                raise Unreachable(
                    "The program is ending",
                    "The sign-in to FreshBooks was due to be renewed; that is not begun any more.",
                    "It is renewed when the program runs again; nothing is lost.",
                )
            self._open.add(future)

        def carry() -> None:
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - raised where it is waited for
                future.set_exception(error)
            finally:
                with self._lock:
                    self._open.discard(future)

        # A daemon, so that a service that never answers cannot keep the program for ever.
        threading.Thread(target=carry, name="renewing the sign-in", daemon=True).start()
        try:
            return future.result()
        except KeyboardInterrupt:
            wait((future,), PATIENCE_SECONDS)
            raise

    def end(self, within: float = PATIENCE_SECONDS) -> bool:
        """Begin nothing more; wait for what has begun. Whether all of it came to its end."""
        with self._lock:
            self._is_ending = True
            waiting = tuple(self._open)
        return not wait(waiting, within).not_done


UNBROKEN: Final = Unbroken()
"""The renewals of this process."""

atexit.register(UNBROKEN.end)
