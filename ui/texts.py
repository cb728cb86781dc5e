"""Makes text from the services safe to show: it must never be markup, nor trick the eye.

Names and descriptions come from other people. Control and bidi characters could reorder what
stands next to an amount, and Qt takes some strings for rich text unless told otherwise.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

# Bidi embeddings, overrides and isolates, marks, and the separators that break a line unseen,
# are taken out; control characters other than line breaks and tabs become blanks.
_REMOVED = (0x061C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))
_HARMLESS: dict[int, str | None] = {
    **dict.fromkeys(_REMOVED),
    **dict.fromkeys(_CONTROLS, " "),
    0x0D: "\n",
}
_ANY_BREAK = re.compile(r"\s*\n+\s*")
_MOST = 4000


def clean(text: str) -> str:
    """The text without bidi controls and control characters; line breaks and tabs stay."""
    return text[:_MOST].replace("\r\n", "\n").translate(_HARMLESS)


@lru_cache(maxsize=8192)  # a table paints the same texts again and again
def one_line(text: str) -> str:
    """`clean`, on one line: for table cells, titles and buttons."""
    return _ANY_BREAK.sub(" ", clean(text)).replace("\t", " ").strip()


def tooltip(text: str) -> str:
    """`clean`, escaped: a tooltip is rich text as soon as it looks like it."""
    return "<qt>" + html.escape(clean(text)).replace("\n", "<br>") + "</qt>" if text else ""


def button(text: str) -> str:
    """`one_line` with `&` doubled, so that a name does not become a keyboard shortcut."""
    return one_line(text).replace("&", "&&")
