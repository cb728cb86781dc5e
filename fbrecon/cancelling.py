"""Who may stop the work at hand, for waits that are far away from whoever was told of it.

Lists are handed their cancel token. A single record is asked for in many places that have none; yet
the service may ask for a minute's rest before it, and *Cancel* must not have to wait for that. So a
piece of work names its token once, and short reads ask for it here. A thread begins without one:
whoever hands work to a thread hands the token on.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Cancel(Protocol):
    """As much of a cancel token as an adaptor needs."""

    def raise_if_cancelled(self) -> None:
        """Raise if the person asked to stop."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait, or raise as soon as the person asks to stop."""
        ...


class Uncancelled:
    """The token of what nobody can stop: work that named none, and writes."""

    def raise_if_cancelled(self) -> None:
        """Nobody asks to stop."""

    def wait(self, seconds: float) -> None:
        """Wait to the end."""
        threading.Event().wait(seconds)


_AT_HAND: ContextVar[Cancel | None] = ContextVar("cancel token of the work at hand", default=None)


@contextmanager
def cancellable(cancel: Cancel) -> Iterator[None]:
    """While this context lasts, short reads of this thread stop when `cancel` says so."""
    before = _AT_HAND.set(cancel)
    try:
        yield
    finally:
        _AT_HAND.reset(before)


def at_hand(otherwise: Cancel | None = None) -> Cancel:
    """The token of the work that this thread does; where none was named `otherwise`, or none."""
    return _AT_HAND.get() or otherwise or Uncancelled()
