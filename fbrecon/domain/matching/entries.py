"""What the matcher compares: a movement as one side states it, with no service's words in it.

A bank line and a payout are told alike. Ids are opaque: they name results and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A line of an expected movement that the other side may show apart, such as its fees.

    `minor` is what the other side's sum has more (or less, if negative) where this part is not in
    it: a payout of 97.10 net with fees of 2.90 that the bank books apart is seen as 100.00, so its
    fees are `NamedPart("fees", 290)`.
    """

    label: str
    minor: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement: signed minor units of a currency, its day, its text.

    `references` are what the other side may quote as whole words: a payout's id, a trace number.
    They and `named` are asked of expected movements only.
    """

    id: str
    minor: int
    currency: str
    on: date
    text: str = ""
    references: tuple[str, ...] = ()
    named: tuple[NamedPart, ...] = ()


def in_order(entries: list[Entry]) -> list[Entry]:
    """Sorted by what they say; the id only tells equal ones apart, so that any order ends here."""
    return sorted(entries, key=lambda x: (x.currency, x.on, x.minor, x.text, x.references, x.id))
