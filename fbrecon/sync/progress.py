"""Cancel and progress, for work that runs beside a window or a terminal."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace


class Cancelled(Exception):  # noqa: N818 - a decision of the person, not an error
    """The person asked to stop; what was finished stays finished."""


class CancelToken:
    """Asked between pages and before each send; its waits end at once when cancelled."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Ask the work to stop at the next safe point."""
        with self._lock:
            self._event.set()
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    @contextmanager
    def telling(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call it within the block as soon as somebody asks to stop, on whatever thread that is."""
        with self._lock:
            self._listeners.append(listener)
            is_late = self._event.is_set()
        try:
            if is_late:
                listener()
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)

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
    """Where the work stands: a stage in plain words, rows done, rows in all if known.

    `rate` is rows a second and `seconds_left` is for this stage alone; both are None until enough
    was seen to tell.
    """

    stage: str
    done: int = 0
    total: int | None = None
    rate: float | None = None
    seconds_left: float | None = None


ProgressFn = Callable[[Progress], None]


class Pace:
    """Adds rate and time left to what a run reports, from the last two minutes of each stage.

    It would rather say nothing than something wrong: nothing before three reports over three
    seconds, nothing after a pause (the machine slept), nothing where the end is not known.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._seen: dict[str, deque[tuple[float, int]]] = {}

    def __call__(self, progress: Progress) -> Progress:
        """The same progress with what can be told of its pace."""
        now = self._monotonic()
        seen = self._seen.setdefault(progress.stage, deque())
        if seen and (now - seen[-1][0] > _PAUSE or progress.done < seen[-1][1]):
            seen.clear()
        seen.append((now, progress.done))
        while now - seen[0][0] > _WINDOW and len(seen) > _LEAST_REPORTS:
            seen.popleft()
        seconds, rows = now - seen[0][0], progress.done - seen[0][1]
        if len(seen) < _LEAST_REPORTS or seconds < _LEAST_SECONDS or rows <= 0:
            return replace(progress, rate=None, seconds_left=None)
        rate = rows / seconds
        left = None
        if progress.total is not None and progress.total > progress.done:
            left = (progress.total - progress.done) / rate
            left = left if left <= _LONGEST_LEFT else None
        return replace(progress, rate=rate, seconds_left=left)


_WINDOW = 120.0
_PAUSE = 300.0
_LEAST_SECONDS = 3.0
_LEAST_REPORTS = 3
_LONGEST_LEFT = 86_400.0


def silent(progress: Progress) -> None:
    """A progress function for those who do not look."""
    del progress
