"""Every keyboard shortcut of the window: the only place that has them."""

from __future__ import annotations

from typing import Final

SYNC_NOW: Final = ("F5", "Ctrl+R")
COMPANIES: Final = "Ctrl+K"
FIND: Final = "Ctrl+F"
COPY_ROWS: Final = "Ctrl+C"
OPEN_IN_FRESHBOOKS: Final = "Ctrl+O"
APPROVE: Final = "Ctrl+Return"
WHICH_INVOICE: Final = "Ctrl+Shift+Return"
TAKE_BACK: Final = "Ctrl+Z"
IMPORT: Final = "Ctrl+I"
QUIT: Final = "Ctrl+Q"
HELP: Final = "F1"
BACK: Final = "Alt+Left"
CLOSE: Final = "Esc"

# On the page of bank lines; Return and Enter accept. The last two go by what the key types,
# which other keyboards have elsewhere; letters do not, since Caps Lock must decide nothing.
BANK_CHOOSE: Final = "C"
BANK_NOT_OURS: Final = "N"
BANK_NEVER_OURS: Final = "Shift+N"
BANK_NOT_THIS: Final = "R"
BANK_UNDO: Final = "U"
BANK_ALL_CERTAIN: Final = "A"
BANK_PARTS: Final = "D"
BANK_SEARCH: Final = "/"
BANK_KEYS: Final = "?"

# One for each page, in the order of the navigation.
# Deposits came later: the numbers of the others stay what people's fingers know.
PAGES: Final = (
    *(f"Ctrl+{number}" for number in range(1, 6)),
    "Ctrl+D",
    *(f"Ctrl+{number}" for number in range(6, 10)),
    "Ctrl+0",
    "Ctrl+,",
)
