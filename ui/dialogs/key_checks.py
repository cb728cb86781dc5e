"""What is wrong, or only odd, about keys as they are typed; pure, and says why in words."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QUrl

from ..language import tr

_HEX: Final = re.compile(r"[0-9a-fA-F]+")
_FRESHBOOKS_LENGTH: Final = 64


def key_problem(text: str, other: str = "") -> str:
    """Why this cannot be an id or a secret; `other` is the field that it must differ from."""
    if len(text.split()) > 1:
        return tr("It contains a blank; copy it again.")
    if text.startswith(("http://", "https://")):
        return tr("This is an address, not a key.")
    if not text.isprintable():
        return tr("It contains a character that cannot be seen; copy it again.")
    if text.startswith(("'", '"')) or text.endswith(("'", '"')):
        return tr("Leave out the quotation marks.")
    if text and text == other:
        return tr("ID and secret are the same; one of them was copied twice.")
    return ""


def freshbooks_note(text: str) -> str:
    """What FreshBooks gives out has 64 of the digits 0 to 9 and a to f; others are not refused."""
    if not _HEX.fullmatch(text):
        return tr("FreshBooks' own have only the digits 0 to 9 and a to f. Is it the right one?")
    if len(text) != _FRESHBOOKS_LENGTH:
        told = tr("FreshBooks' own have {usual} characters, this has {n}. Was all of it copied?")
        return told.format(usual=_FRESHBOOKS_LENGTH, n=len(text))
    return ""


def redirect_problem(text: str) -> str:
    """Why FreshBooks would not take this redirect address."""
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or not url.host():
        return tr("This is not a web address. It looks like https://localhost/callback.")
    if url.scheme() != "https":
        return tr("FreshBooks accepts only addresses that begin with https://.")
    if url.hasQuery() or url.hasFragment() or url.userInfo():
        return tr("It must not contain ?, # or @.")
    return ""
