"""What two short texts say about stating the same fact.

Bank texts are cut, padded and decorated, so agreement is weighed by how rare what they share is
among all texts at hand: a rare name says much, a word that stands in every line says nothing.
Words count whole. Only the last word of a text that fills its field may be a part of one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_WORD = re.compile(r"[^\W_]+")
_AFTER_ALL = "\U0010ffff"
# A word is common if one text in two hundred has it; shorter ones are initials.
_COMMON_SHARE = 1 / 200
_COMMON_LENGTH = 3
# A field's length shows as a length that is five times as frequent as its neighbours together.
_SPIKE = 5
_ENOUGH_TEXTS = 50


class TextKind(StrEnum):
    """How two texts agree."""

    REFERENCE = "reference"
    EQUAL = "equal"
    CUT = "cut"
    WORDS = "words"
    NAMES = "names"
    SHARES = "shares"
    NOTHING = "nothing"
    SILENT = "silent"


SAYING_NOTHING = (TextKind.NAMES, TextKind.NOTHING, TextKind.SILENT)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the form in which it is compared: words, lower case, and whether it may be cut."""

    joined: str
    words: tuple[str, ...]
    cut: bool


def split_words(text: str) -> tuple[str, ...]:
    """The whole words of a text, without signs and case: `"PO-17, Ä"` → `("po", "17", "ä")`."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


class Texts:
    """All texts of both sides, and how frequent what stands in them is."""

    def __init__(self, lines: Iterable[str], expected: Iterable[str]) -> None:
        sides = [list(lines), list(expected)]
        self._limits = [_find_limits(texts) for texts in sides]
        self._known: list[dict[str, Text]] = [{}, {}]
        joined: list[str] = []
        self._having: Counter[str] = Counter()
        for side, texts in enumerate(sides):
            for text, times in Counter(texts).items():
                made = self._make(text, side)
                joined.extend([made.joined] * times)
                for word in set(made.words):
                    self._having[word] += times
        joined.sort()
        self._sorted = joined
        self.count = max(1, len(joined))
        self._equal = Counter(joined)
        self._beginning: dict[str, int] = {}
        floor = max(_COMMON_SHARE * self.count, 2)
        self._common = {
            word
            for word, times in self._having.items()
            if times >= floor and len(word) >= _COMMON_LENGTH
        }
        self._common_parts = {word[:n] for word in self._common for n in range(1, len(word))}

    def _make(self, text: str, side: int) -> Text:
        made = self._known[side].get(text)
        if made is None:
            words = split_words(text)
            cut = len(text) in self._limits[side]
            made = self._known[side][text] = Text(" ".join(words), words, cut)
        return made

    def of_line(self, text: str) -> Text:
        """A bank line's text as it is compared."""
        return self._make(text, 0)

    def of_expected(self, text: str) -> Text:
        """An expected movement's text as it is compared."""
        return self._make(text, 1)

    def frequency_of_equal(self, joined: str) -> float:
        """Share of all texts that are this one."""
        return max(1, self._equal[joined]) / self.count

    def frequency_of_beginning(self, beginning: str) -> float:
        """Share of all texts that begin so."""
        known = self._beginning.get(beginning)
        if known is None:
            first = bisect_left(self._sorted, beginning)
            known = bisect_left(self._sorted, beginning + _AFTER_ALL, first) - first
            self._beginning[beginning] = known
        return max(1, known) / self.count

    def times(self, word: str) -> int:
        """In how many texts the word stands, whole."""
        return self._having[word]

    def frequency_of_word(self, word: str) -> float:
        """Share of all texts in which the word stands, whole."""
        return max(1, self._having[word]) / self.count

    def _says_little(self, text: Text, place: int) -> bool:
        """Whether a word is one of many (a common word, a number), so that it may differ."""
        word = text.words[place]
        if word in self._common or any(sign.isdigit() for sign in word):
            return True
        last = place == len(text.words) - 1
        return last and text.cut and word in self._common_parts

    def compare(self, line: Text, other: Text) -> tuple[TextKind, float]:
        """How the texts agree, and how likely so much agreement is among any two texts."""
        if not line.words or not other.words:
            return TextKind.SILENT, 1.0
        if line.joined == other.joined:
            return TextKind.EQUAL, self.frequency_of_equal(line.joined)
        if line.cut and other.joined.startswith(line.joined):
            return TextKind.CUT, self.frequency_of_equal(line.joined)
        if other.cut and line.joined.startswith(other.joined):
            return TextKind.CUT, self.frequency_of_beginning(other.joined)
        same = 0
        for mine, theirs in zip(line.words, other.words, strict=False):
            if mine != theirs:
                break
            same += 1
        rest = set(line.words[same:]).intersection(other.words[same:])
        shared = min((self.frequency_of_word(word) for word in rest), default=1.0)
        if not same:
            if rest:
                return TextKind.SHARES, shared
            return TextKind.NOTHING, 1 - self.frequency_of_beginning(line.words[0])
        little = all(
            len(text.words) == same or self._says_little(text, same) for text in (line, other)
        )
        if little and len(line.words) == same:
            return TextKind.WORDS, self.frequency_of_equal(line.joined)
        begun = self.frequency_of_beginning(" ".join(line.words[:same]))
        return (TextKind.WORDS if little else TextKind.NAMES), min(begun, shared)


def _find_limits(texts: list[str]) -> frozenset[int]:
    """Lengths at which a field seems to end."""
    lengths = Counter(map(len, texts))
    if len(texts) < _ENOUGH_TEXTS:
        return frozenset()
    return frozenset(
        length
        for length, times in lengths.items()
        if times * 10 >= len(texts) and times >= _SPIKE * lengths[length + 1]
    )
