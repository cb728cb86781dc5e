"""A sum as somebody types it to look for it: every sum that it may be the beginning of.

`1,234` is a thousand in one country and one and a quarter in another. Whoever searches is not asked
which: both are looked for. A sum without decimals stands for all with those whole units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fbrecon.domain.money import exponent

_MARKS: Final = str.maketrans({"\u066b": ".", "\u066c": ",", "\u2019": "'"})
_SUM: Final = re.compile(r"[0-9][0-9.,']*")
_GROUPS: Final = re.compile(  # in threes, or as in India in twos before the last
    r"[0-9]+|[0-9]{1,3}(?P<mark>[.,'])(?:[0-9]{2}(?P=mark))*[0-9]{3}(?:(?P=mark)[0-9]{3})*"
)
_MOST_DIGITS: Final = 15


def list_ranges(text: str, currency: str) -> list[tuple[int, int]]:
    """From and to, both included, in minor units of the currency; none where it is no sum.

    The currency's code may stand beside it, spaces anywhere, digits of any script.
    """
    rest = "".join(text.split()).translate(_MARKS)
    rest = "".join(str(int(c)) if c.isdecimal() else c for c in rest)
    folded = currency.casefold()
    if rest.casefold().startswith(folded):
        rest = rest[len(folded) :]
    elif rest.casefold().endswith(folded):
        rest = rest[: -len(folded)]
    if not _SUM.fullmatch(rest) or sum(map(str.isdecimal, rest)) > _MOST_DIGITS:
        return []
    return sorted(set(_readings(rest, exponent(currency))))


def _readings(text: str, places: int) -> Iterator[tuple[int, int]]:
    for mark in (".", ","):
        whole, found, part = text.partition(mark)
        if not _GROUPS.fullmatch(whole) or len(part) > places or (part and not part.isdecimal()):
            continue
        if found and not places:
            continue
        free = places - len(part)  # decimals that were not typed
        first = int(re.sub(r"[.,']", "", whole) + part) * 10**free
        yield first, first + 10**free - 1
