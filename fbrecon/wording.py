"""The program's sentences in the language of the person who reads them.

Everything below the window and the command line writes English, and that is what the company
file, the log and JSON keep: a reason found last year must be readable in any language, and codes
and logs must not change with the reader. So translating comes last, where a sentence is shown:
`said(sentence)` finds the template that it was made from in the catalogue, takes out what was
filled in, and fills it into the other language's template. What the catalogue does not know is
shown as it is, sentence by sentence.

A catalogue is a JSON object, template to translation, with `{names}` for what is filled in;
`make translations` keeps its keys to what the source says. Standard library only; knows nobody.
"""

from __future__ import annotations

import json
import locale
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

LANGUAGES: Final = ("en", "fr")

_NAME = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")
# A template with fewer letters of its own than this would fit almost anything.
_FEWEST_LETTERS = 4
_DEEPEST = 3


class Catalogue:
    """The templates of one language."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._whole = {key: text for key, text in entries.items() if text and not _NAME.search(key)}
        self._shapes: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        filled = [key for key, text in entries.items() if text and _NAME.search(key)]
        # Those that say most themselves come first: they fit least by chance.
        for key in sorted(filled, key=lambda key: (-_letters(key), key)):
            if _letters(key) >= _FEWEST_LETTERS:
                self._shapes.setdefault(_beginning(key), []).append((_shape(key), entries[key]))

    def translate(self, sentence: str) -> str:
        """The sentence in this language, as far as the catalogue knows it."""
        found = self._find_titled(sentence)
        if found is not None:
            return found
        parts = _END.split(sentence)
        if len(parts) == 1:
            return sentence
        return self._runs(parts)

    def _runs(self, parts: list[str]) -> str:
        """Several sentences, the longest runs that are known first."""
        done: list[str] = []
        at = 0
        while at < len(parts):
            for end in range(len(parts), at, -1):
                found = self._find_titled(" ".join(parts[at:end]))
                if found is not None:
                    break
            done.append(parts[at] if found is None else found)
            at = at + 1 if found is None else end
        return " ".join(done)

    def _find_titled(self, sentence: str) -> str | None:
        """A sentence, or a title that got a full stop to stand among sentences."""
        found = self._find(sentence, 0)
        if found is None and sentence.endswith("."):
            title = self._find(sentence[:-1], 0)
            found = None if title is None else title + "."
        return found

    def _find(self, sentence: str, depth: int) -> str | None:
        whole = self._whole.get(sentence)
        if whole is not None:
            return whole
        for beginning in ("", sentence[:_HEAD]):
            for shape, text in self._shapes.get(beginning, ()):
                match = shape.fullmatch(sentence)
                if match is not None:
                    return self._fill(text, match.groupdict(), depth)
        return None

    def _fill(self, text: str, values: Mapping[str, str], depth: int) -> str:
        # What was filled in may be words of ours too; a name or a sum is not in the catalogue.
        def value(found: re.Match[str]) -> str:
            taken = values[found[1]]
            if depth >= _DEEPEST or not (" " in taken or (taken.isalpha() and taken.islower())):
                return taken
            inner = self._find(taken, depth + 1)
            return taken if inner is None else inner

        return _NAME.sub(value, text)


_HEAD = 3


def _letters(key: str) -> int:
    return sum(letter.isalpha() for letter in _NAME.sub("", key))


def _beginning(key: str) -> str:
    """The first letters where they are the template's own; "" where something is filled in."""
    head = key[:_HEAD]
    return "" if "{" in head or len(head) < _HEAD else head


def _shape(key: str) -> re.Pattern[str]:
    parts, seen = [], set()
    for place, part in enumerate(_NAME.split(key)):
        if place % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            parts.append(f"(?P<{part}>.+?)")
    return re.compile("".join(parts), re.DOTALL)


_speaking: Catalogue | None = None


def speak(language: str) -> None:
    """From now on `said` answers in that language ("fr"); English for any that is not known."""
    global _speaking
    _speaking = None if language == "en" or language not in LANGUAGES else read(language)
    said.cache_clear()


def read(language: str) -> Catalogue:
    """The catalogue of a language of `LANGUAGES`."""
    file = resources.files("fbrecon").joinpath("sentences", f"{language}.json")
    return Catalogue(json.loads(file.read_text(encoding="utf-8")))


@lru_cache(maxsize=4096)  # a table paints the same reasons again and again
def said(sentence: str) -> str:
    """A sentence of the core, as it is shown to this reader."""
    return sentence if _speaking is None or not sentence else _speaking.translate(sentence)


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language that a terminal asks for: LANGUAGE, LC_ALL, LC_MESSAGES, LANG, in this order."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for word in environment.get(name, "").split(":"):
            code = locale.normalize(word).split(".")[0].split("_")[0].lower() if word else ""
            if code in LANGUAGES:
                return code
            if code in ("c", "posix"):
                return "en"
    return "en"
