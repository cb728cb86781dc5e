"""What a part of the benchmark says: what was measured, beside what, and its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time


@dataclass
class Stopwatch:
    """Seconds that a `measured()` block took."""

    seconds: float = 0.0


@contextmanager
def measured() -> Iterator[Stopwatch]:
    """Tells how much of the processor this process had for the block, whoever else wanted it."""
    watch = Stopwatch()
    began = process_time()
    yield watch
    watch.seconds = process_time() - began


@dataclass(frozen=True)
class Figure:
    """One line of the benchmark: `seconds` beside those of `reference`, measured in the same run.

    `megabytes` is what it took itself, None where what its process held at most shall stand.
    `most_seconds`, `most_ratio` and `most_megabytes` are limits at full size, None for none.
    """

    name: str
    seconds: float
    reference: str
    reference_seconds: float
    most_seconds: float | None = None
    most_ratio: float | None = None
    most_megabytes: float | None = None
    megabytes: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference it took."""
        return self.seconds / max(self.reference_seconds, 1e-9)


@dataclass(frozen=True)
class Part:
    """A part by name; `run` takes a scale (1: full size) and measures."""

    name: str
    run: Callable[[float], list[Figure]]
