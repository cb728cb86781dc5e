"""Chance that repeats: one stream of random values a purpose, all from the seed.

Separate streams keep the data the same whatever order other things are drawn in.
"""

from __future__ import annotations

import random
import uuid


class Chance:
    """Hands out a random stream for each named purpose."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._streams: dict[str, random.Random] = {}

    def stream(self, purpose: str) -> random.Random:
        """The stream of that purpose; asking again continues it."""
        if purpose not in self._streams:
            # Test data, not secrets: a repeatable generator is what is wanted.
            self._streams[purpose] = random.Random(f"{self._seed}:{purpose}")  # noqa: S311
        return self._streams[purpose]

    def hex(self, purpose: str, size: int) -> str:
        """``size`` hexadecimal digits."""
        return self.stream(purpose).randbytes((size + 1) // 2).hex()[:size]

    def uuid(self, purpose: str) -> str:
        """A version 4 uuid."""
        return str(uuid.UUID(bytes=self.stream(purpose).randbytes(16), version=4))
