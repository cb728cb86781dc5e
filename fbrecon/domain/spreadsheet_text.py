"""Text that a spreadsheet must not calculate: the one rule for files and the clipboard."""

from __future__ import annotations

from typing import Final

# A spreadsheet takes text that begins with these for a formula; the last four are full-width.
_FORMULA: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\0",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)


def harmless(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would calculate it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
