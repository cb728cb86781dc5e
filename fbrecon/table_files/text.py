"""From bytes to text: UTF-8 with or without a mark, else Windows' western encoding, else a refusal.

The rule is sound for what banks and processors write: text in cp1252 with any letter beyond ASCII
is practically never valid UTF-8, so what decodes as UTF-8 is UTF-8.
"""

from __future__ import annotations

import codecs
from typing import Final

from fbrecon.errors import BadFile

MAX_BYTES: Final = 50 * 1024 * 1024
"""The largest file that is read at all."""

_CSV_AGAIN = "Save or export it as CSV (UTF-8), then import that."
_OTHERS: Final = (
    (b"PK\x03\x04", "It is a spreadsheet or another packed file, not a text file."),
    (b"\xd0\xcf\x11\xe0", "It is a spreadsheet of an old kind, not a text file."),
    (b"%PDF", "It is a PDF, which has no rows that could be read exactly."),
    (b"\x1f\x8b", "It is packed."),
    (codecs.BOM_UTF32_LE, "It is in an encoding (UTF-32) that fbrecon does not read."),
    (codecs.BOM_UTF16_LE, "It is in an encoding (UTF-16) that fbrecon does not read."),
    (codecs.BOM_UTF16_BE, "It is in an encoding (UTF-16) that fbrecon does not read."),
)


def check_size(size: int) -> None:
    """Refuse what is too large to be a table of this kind. Raises `BadFile`."""
    if size > MAX_BYTES:
        raise BadFile(
            "The file is too large",
            f"It has {size:,} bytes; fbrecon reads up to {MAX_BYTES:,}.",
            "Export a shorter period, or split it.",
        )
    if not size:
        raise BadFile("The file is empty", "It holds nothing.", "Export it again.")


def is_utf8(data: bytes) -> bool:
    """Whether the text is in UTF-8, and not in Windows' western encoding."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes) -> str:
    """The text of a file. Raises `BadFile` where it is none, or in another encoding."""
    check_size(len(data))
    for begins, why in _OTHERS:
        if data.startswith(begins):
            raise BadFile("The file is no text file", why, _CSV_AGAIN)
    if b"\x00" in data:
        raise BadFile("The file is no text file", "It holds bytes that no text has.", _CSV_AGAIN)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise BadFile(
            "The file's letters cannot be read",
            f"It is neither UTF-8 nor Windows' western encoding (byte {error.start + 1:,}).",
            _CSV_AGAIN,
        ) from error
