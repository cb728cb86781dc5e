"""What a parser may cost: steps of the interpreter are counted, never time, so a result repeats."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")

FREE_STEPS = 60_000
STEPS_A_BYTE = 60


class TooMuchWorkError(AssertionError):
    """A parser that is still busy after more steps than any payload of that size deserves."""


def counted(work: Callable[[], T], size: int) -> T:
    """The result of `work`; raises `TooMuchWorkError` amid it where it takes too many steps."""
    left = FREE_STEPS + STEPS_A_BYTE * size

    def step(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            sys.setprofile(None)
            raise TooMuchWorkError(f"still busy in {frame.f_code.co_qualname} for {size} bytes")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        return work()
    finally:
        sys.setprofile(before)
