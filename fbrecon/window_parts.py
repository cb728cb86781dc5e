"""Finds the parts of the window without importing them: the core never imports Qt."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Any

from fbrecon.errors import FbreconError

GROUP = "fbrecon.window"


def find_window(name: str = "qt") -> Callable[..., Any]:
    """An entry point of the window; raises `FbreconError` where it is not installed."""
    for point in entry_points(group=GROUP):
        if point.name == name:
            try:
                return point.load()  # type: ignore[no-any-return]
            except ImportError as error:
                raise FbreconError(
                    "The window cannot start here",
                    f"A library that it needs is missing: {error}.",
                    "Install the packages that the README lists; the commands work without it.",
                ) from error
    raise FbreconError(
        "The window is not installed",
        "This installation has only the command line.",
        "Install fbrecon again with its window.",
    )
