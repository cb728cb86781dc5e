"""What happened to a record, and how both sides stand: the story that a detail shows. Pure values.

Words are codes; a front end puts them into a person's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from fbrecon.domain.money import Money


class Side(StrEnum):
    """Where something happened, or what a link opens."""

    FRESHBOOKS = "freshbooks"
    PLATFORM = "platform"
    BANK = "bank"
    HERE = "fbrecon"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. `on` is its day in the business's time zone, None if not told.

    `at` is the moment, where one is known. `kind` is a write's kind, or invoice, payment, payout,
    bank_line or match; `what` says what became of it. `about` names the other record (an invoice's
    number, the id of a payout), `why` is a sentence, `item` the public id that tells more.
    """

    on: date | None
    where: Side
    kind: str
    what: str
    at: datetime | None = None
    amount: Money | None = None
    about: str = ""
    why: str = ""
    who: str = ""
    item: str = ""


_OWN_WORDS = ("state", "id", "method")  # each side has its own for them


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact as both sides state it; None where a side has none. Texts may be codes of states."""

    what: str
    in_books: str | Money | date | None
    on_platform: str | Money | date | None

    @property
    def differs(self) -> bool:
        """Whether both state it, and not alike; where each has words of its own it is not told."""
        if self.what in _OWN_WORDS or self.in_books is None or self.on_platform is None:
            return False
        if isinstance(self.in_books, str) and isinstance(self.on_platform, str):
            return self.in_books.strip().casefold() != self.on_platform.strip().casefold()
        return self.in_books != self.on_platform


@dataclass(frozen=True, slots=True)
class Link:
    """A page of a service that a person may open: `kind` is invoice, customer or expense."""

    where: Side
    kind: str
    address: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Everything about one record: how both sides state it, what happened, and where to look."""

    item: str
    compared: tuple[Compared, ...]
    happenings: tuple[Happening, ...]
    links: tuple[Link, ...] = ()


def in_order(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Oldest first, each once; what has a day alone stands where it belongs on that day.

    What bears no day stands last: it came after what it ended. At the same moment a payment stands
    before what was done because of it.
    """
    return tuple(sorted(dict.fromkeys(happenings), key=_place))


def _place(one: Happening) -> tuple[bool, date, int, float, bool, str]:
    rank = 1 if one.at is not None else {"made": 0, "seen": 3}.get(one.what, 2)
    moment = 0.0 if one.at is None else one.at.timestamp()
    is_ours = one.item.startswith("act_")
    return (one.on is None, one.on or date.min, rank, moment, is_ours, one.item)
