"""The program's sentences in the language of the person who reads them.

Everything below the window and the command line writes English, and that is what the company
file, the log and JSON keep: a reason found last year must be readable in any language, and codes
and logs must not change with the reader. So translating comes last, where a sentence is shown:
`said(sentence)` finds the template that it was made from in the catalogue, takes out what was
filled in, and fills it into the other language's template. What the catalogue does not know is
shown as it is, sentence by sentence.

A catalogue is a JSON object, template to translation, with `{names}` for what is filled in;
`make translations` keeps its keys to what the source says. Standard library only; knows nobody but
how a language writes sums and days (`fbrecon/french.py`).
"""

from __future__ import annotations

import json
import locale
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from fbrecon import french

LANGUAGES: Final = ("en", "fr")

_NAME = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")
# A template with fewer letters of its own than this would fit almost anything.
_FEWEST_LETTERS = 3
_DEEPEST = 4
_HEAD = 3
# What strings words together, the mark that parts the most first; a catalogue may have its own.
_MARKS = ("; ", ", ", " and ", " or ")
# What is filled in under these names was written by others, and stays as it was.
_BY_OTHERS = ("description", "slug", "rule", "email", "shown")
# A name is known as it is, so that nothing is found in the words that it is made of.
_NAMES = ("name", "customer")
_LONGEST_NAME = 60

Said = tuple[str, int]
"""What is shown, and ten for each mark of it, blanks apart, that the catalogue knew."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """One template: how its sentences look, and a piece that all of them have."""

    pattern: re.Pattern[str]
    piece: str
    marks: int
    text: str


class Catalogue:
    """The templates of one language; `write` puts sums, counts and days into its form.

    Of several templates, and several ways to part a text into known pieces, the one that knows
    most of it is taken.
    """

    def __init__(
        self, entries: Mapping[str, str], write: Callable[[str], str] = lambda value: value
    ) -> None:
        self._write = write
        self._between = [(mark, entries.get(mark, mark)) for mark in _MARKS]
        self._whole = {key: text for key, text in entries.items() if text and not _NAME.search(key)}
        self._shapes: dict[str, list[_Shape]] = {}
        for key, text in entries.items():
            if text and _NAME.search(key) and _letters(_NAME.sub("", key)) >= _FEWEST_LETTERS:
                self._shapes.setdefault(_beginning(key), []).append(_shape(key, text))

    def translate(self, sentence: str) -> str:
        """The sentence in this language, as far as the catalogue knows it."""
        return self._say(sentence, 0)[0]

    def _say(self, text: str, depth: int) -> Said:
        """A sentence, a fragment of one, or several, each as far as it is known."""
        best = self._find(text, depth)
        if best[1] == _marks(text):
            return best
        ways = [(_END.split(text), " ", " ", "")]
        stop = "." if text.endswith(".") else ""
        ways += [(text.removesuffix(".").split(m), m, own, stop) for m, own in self._between]
        for parts, mark, own, end in ways:
            if len(parts) > 1:
                found = self._part(parts, mark, own, depth)
                if found[1] > best[1]:
                    best = (found[0] + end, found[1])
        return best

    def _part(self, parts: list[str], mark: str, own: str, depth: int) -> Said:
        """Several sentences or members of a list, in the runs that are known best."""
        # The best for the first parts, one more with each step.
        best: list[Said] = [("", 0)]
        for end in range(1, len(parts) + 1):
            choices = []
            for start in range(end):
                if end - start == len(parts):
                    continue  # the whole was looked at before
                run = mark.join(parts[start:end])
                told = self._member(run, depth, single=end - start == 1)
                if told[1] or end - start == 1:
                    before, known = best[start]
                    choices.append((before + own + told[0] if start else told[0], known + told[1]))
            best.append(max(choices, key=lambda choice: choice[1]))
        text, known = best[-1]
        if not known and all(any(map(str.isdigit, part)) for part in parts):
            known = _marks(mark)  # numbers alone: "12 and 13"
        return (text, known)

    def _member(self, run: str, depth: int, *, single: bool) -> Said:
        if not _is_ours(run):
            return (run, 0)
        return self._say(run, depth) if single else self._find(run, depth)

    def _find(self, text: str, depth: int) -> Said:
        """A sentence, or a title that got a full stop to stand among sentences."""
        best = self._find_as_it_is(text, depth)
        if text.endswith("."):
            title, known = self._find_as_it_is(text[:-1], depth)
            if known > best[1]:
                best = (title + ".", known)
        return best

    def _find_as_it_is(self, text: str, depth: int) -> Said:
        whole = self._whole.get(text)
        if whole is not None:
            return (whole, _marks(text))
        best: Said = (text, 0)
        for beginning in (text[:_HEAD], ""):
            for shape in self._shapes.get(beginning, ()):
                if shape.piece not in text:
                    continue
                match = shape.pattern.fullmatch(text)
                if match is not None:
                    found = self._fill(shape, match.groupdict(), depth)
                    if found[1] > best[1]:
                        best = found
        return best

    def _fill(self, shape: _Shape, values: Mapping[str, str], depth: int) -> Said:
        # What was filled in may be words of ours too; a name or a sum is not in the catalogue.
        known = shape.marks
        done: dict[str, str] = {}
        for name, taken in values.items():
            done[name] = self._write(taken)
            if done[name] != taken:
                known += _marks(taken)
            elif name.startswith(_NAMES):
                # A little less than words of ours: no name shall swallow what follows it.
                known += _marks(taken) * 9 // 10 if len(taken) <= _LONGEST_NAME else 0
            elif name.startswith(_BY_OTHERS):
                pass
            elif depth < _DEEPEST and _is_ours(taken):
                done[name], more = self._say(taken, depth + 1)
                known += more
        return (_NAME.sub(lambda found: done[found[1]], shape.text), known)


def _is_ours(text: str) -> bool:
    """Whether it may be words of ours: one word that begins with a capital is rather a name."""
    return " " in text.strip() or text.islower()


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _marks(text: str) -> int:
    return 10 * (len(text) - text.count(" "))


def _beginning(key: str) -> str:
    """The first letters where they are the template's own; "" where something is filled in."""
    head = key[:_HEAD]
    return "" if "{" in head or len(head) < _HEAD else head


def _shape(key: str, text: str) -> _Shape:
    parts, pieces, seen, before = [], [""], set(), ""
    for place, part in enumerate(_NAME.split(key)):
        if place % 2 == 0:
            parts.append(re.escape(part))
            pieces.append(part)
            before = part
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            # What stands right behind something else is said only sometimes, with its own blank
            # or comma: "payout out_5{net} with", where `net` is " over 5.00 USD" or nothing.
            first = place == 1 and not before
            loose = not first and not before.endswith((" ", "“", "(", "[", ":", "/", "_", "="))
            some = "[^“”]+?" if before.endswith("“") else ".+?"
            parts.append(f"(?P<{part}>(?:[ ,;(].+?)?)" if loose else f"(?P<{part}>{some})")
            before = ""
    own = _marks("".join(pieces))
    return _Shape(re.compile("".join(parts), re.DOTALL), max(pieces, key=len), own, text)


@dataclass(frozen=True, slots=True)
class Speech:
    """One language: its code, and how a sentence is said in it."""

    code: str
    say: Callable[[str], str]


ENGLISH: Final = Speech("en", str)


@lru_cache(maxsize=4)
def speech_of(language: str) -> Speech:
    """How a language of `LANGUAGES` is spoken; English for any that is not known.

    For files that are written for one reader, whatever this program speaks meanwhile.
    """
    if language == ENGLISH.code or language not in LANGUAGES:
        return ENGLISH
    return Speech(language, read(language).translate)


_speaking: Speech = ENGLISH


def speak(language: str) -> None:
    """From now on `said` answers in that language ("fr"); English for any that is not known."""
    global _speaking
    _speaking = speech_of(language)
    said.cache_clear()


def spoken() -> Speech:
    """The language that `said` answers in."""
    return _speaking


def read(language: str) -> Catalogue:
    """The catalogue of a language of `LANGUAGES`."""
    file = resources.files("fbrecon").joinpath("sentences", f"{language}.json")
    entries = json.loads(file.read_text(encoding="utf-8"))
    return Catalogue(entries, french.written if language == "fr" else str)


@lru_cache(maxsize=4096)  # a table paints the same reasons again and again
def said(sentence: str) -> str:
    """A sentence of the core, as it is shown to this reader."""
    return _speaking.say(sentence) if sentence else sentence


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
