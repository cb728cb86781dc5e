"""A language that nobody speaks: accented, bracketed and 40 % longer than English.

What stays plain on a page in it was never translated; what is cut there would be cut in German.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_ACCENTED = str.maketrans("aeiouycnAEIOU", "áéíóúýçñÁÉÍÓÚ")


class PseudoLanguage(QTranslator):
    """Answers for every sentence; what is filled in later keeps its name."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        """The sentence in it; Qt asks for its own settings by names that begin with QT_."""
        if not source or source.startswith("QT_"):
            return ""
        parts = re.split(r"(\{\w*\})", source)
        told = "".join(
            part if part.startswith("{") else part.translate(_ACCENTED) for part in parts
        )
        return f"[{told}{'~' * (len(source) * 4 // 10)}]"
