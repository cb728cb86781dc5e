"""Who opens addresses for a dialog: the window's actions, which check them first."""

from __future__ import annotations

from typing import Protocol


class Links(Protocol):
    """Opens a page of a service in the person's own browser."""

    def open_link(self, link: str) -> None:
        """Only web addresses; says so where no browser takes it."""
        ...
