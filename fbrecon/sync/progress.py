"""Cancel and progress, for work that runs beside a window or a terminal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):  # noqa: N818 - a decision of the person, not an error
    """The person asked to stop; what was finished stays finished."""


class CancelToken:
    """Asked between pages and before each send; its waits end at once when cancelled."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at the next safe point."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Wait, or raise `Cancelled` as soon as somebody asks to stop."""
        if self._event.wait(seconds):
            raise Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the work stands: a stage in plain words, rows done, rows in all if known."""

    stage: str
    done: int = 0
    total: int | None = None


ProgressFn = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """A progress function for those who do not look."""
    del progress
