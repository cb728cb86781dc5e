"""What a column of a table is: a key to sort by, a title, and how its cells read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from fbrecon.domain.money import Money

R = TypeVar("R")


class Kind(Enum):
    """How a cell is painted."""

    TEXT = auto()
    DATE = auto()
    MONEY = auto()
    NUMBER = auto()
    PILL = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, ready to paint: plain text, and what its kind needs beside it.

    `mark` is a second word in the cell, "Archived" say; `faded` marks rows that no longer count.
    """

    text: str
    money: Money | None = None
    tone: str = "neutral"
    mark: str = ""
    faded: bool = False
    plain: str = ""  # for copying, where it differs from the text: an ISO date, a bare sum


@dataclass(frozen=True)  # with slots, `Column[Row](…)` fails in Python 3.11
class Column(Generic[R]):
    """`cell` makes the cell from a row; `width` is in logical pixels; `stretch` takes the rest.

    An `optional` column is hidden until somebody chooses it.
    """

    key: str
    title: str
    kind: Kind
    width: int
    cell: Callable[[R], Cell]
    stretch: bool = False
    sortable: bool = True
    tip: Callable[[R], str] | None = None
    optional: bool = False
