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

# On the page of bank lines, by what the key types; Return and Enter accept.
BANK_CHOOSE: Final = "c"
BANK_NOT_OURS: Final = "n"
BANK_NEVER_OURS: Final = "N"
BANK_NOT_THIS: Final = "r"
BANK_UNDO: Final = "u"
BANK_ALL_CERTAIN: Final = "a"
BANK_PARTS: Final = "d"
BANK_SEARCH: Final = "/"
BANK_KEYS: Final = "?"

# One for each page, in the order of the navigation.
PAGES: Final = (*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+0")
