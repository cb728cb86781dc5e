"""Bank lines that a person said are no payouts: a rule on the text, so that the next is one too.

What changes from one such line to the next is numbers: days, months, running numbers. So a rule is
the words that hold no digit, in order; or all words, where each holds one.
"""

from __future__ import annotations

from fbrecon.domain.matching.texts import split_words


def rule_of(description: str) -> str:
    """`"Interest payment 02/2026"` → `"interest payment"`; "" where there is no word at all."""
    words = split_words(description)
    plain = [word for word in words if not any(sign.isdigit() for sign in word)]
    return " ".join(plain or words)
