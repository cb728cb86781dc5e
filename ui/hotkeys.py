"""Every keyboard shortcut of the window: the only place that has them."""

from __future__ import annotations

from typing import Final

SYNC_NOW: Final = ("F5", "Ctrl+R")
COMPANIES: Final = "Ctrl+K"
FIND: Final = "Ctrl+F"
COPY_ROWS: Final = "Ctrl+C"
OPEN_IN_FRESHBOOKS: Final = "Ctrl+O"
APPROVE: Final = "Ctrl+Return"
TAKE_BACK: Final = "Ctrl+Z"
QUIT: Final = "Ctrl+Q"

# One for each page, in the order of the navigation.
PAGES: Final = (*(f"Ctrl+{number}" for number in range(1, 10)),)
