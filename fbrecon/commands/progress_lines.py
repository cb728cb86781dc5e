"""How far a run has come, in lines: each stage, and within a long one every few seconds."""

from __future__ import annotations

from collections.abc import Callable

from fbrecon.sync.progress import Progress

EVERY_SECONDS = 5.0


class ProgressLines:
    """A progress function; `say` prints a line, `monotonic` tells seconds that only grow."""

    def __init__(self, say: Callable[[str], None], monotonic: Callable[[], float]) -> None:
        self._say = say
        self._monotonic = monotonic
        self._stage = ""
        self._said_at = 0.0

    def __call__(self, progress: Progress) -> None:
        """Say it if it is new, or if some seconds have passed."""
        now = self._monotonic()
        if progress.stage != self._stage:
            self._stage, self._said_at = progress.stage, now
            self._say(f"{progress.stage}…")
        elif now - self._said_at >= EVERY_SECONDS:
            self._said_at = now
            self._say(f"{progress.stage}: {_how_far(progress)}")


def _how_far(progress: Progress) -> str:
    """As in: 1,200 of 20,000, 85 a second, about 4 min left."""
    parts = [f"{progress.done:,}"]
    if progress.total:
        parts = [f"{progress.done:,} of {max(progress.total, progress.done):,}"]
    if progress.rate is not None:
        parts.append(f"{max(1, round(progress.rate)):,} a second")
    if progress.seconds_left is not None:
        parts.append(_left(progress.seconds_left))
    return ", ".join(parts)


def _left(seconds: float) -> str:
    if seconds < 45:
        return "less than a minute left"
    minutes = max(1, round(seconds / 60))
    return f"about {minutes} min left" if minutes < 90 else f"about {round(minutes / 60)} h left"
