"""Makes text from the services safe to show: it must never be markup, nor trick the eye.

Names and descriptions come from other people. Control and bidi characters could reorder what
stands next to an amount, and Qt takes some strings for rich text unless told otherwise.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Bidi embeddings, overrides and isolates, marks, and the separators that break a line unseen.
_BIDI = re.compile("[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ANY_BREAK = re.compile(r"\s*[\r\n]+\s*")
_MOST = 4000


def clean(text: str) -> str:
    """The text without bidi controls and control characters; line breaks and tabs stay."""
    text = _BIDI.sub("", text[:_MOST])
    return "".join(
        letter if letter in "\n\t" or unicodedata.category(letter) != "Cc" else " "
        for letter in text
    )


def one_line(text: str) -> str:
    """`clean`, on one line: for table cells, titles and buttons."""
    return _ANY_BREAK.sub(" ", clean(text)).replace("\t", " ").strip()


def tooltip(text: str) -> str:
    """`clean`, escaped: a tooltip is rich text as soon as it looks like it."""
    return "<qt>" + html.escape(clean(text)).replace("\n", "<br>") + "</qt>" if text else ""


def button(text: str) -> str:
    """`one_line` with `&` doubled, so that a name does not become a keyboard shortcut."""
    return one_line(text).replace("&", "&&")
