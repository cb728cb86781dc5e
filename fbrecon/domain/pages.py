"""What a fetch yields: a page of records, and the rows of it that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from fbrecon.domain.documents import Visibility

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OddRow:
    """A row set aside: which resource, its id as far as it has one, and why, in plain words."""

    resource: str
    id: str
    problem: str


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page. `number` counts from 1; `pages` and `total` are what the service claims, or None
    where it pages by cursor.
    """

    records: tuple[T, ...]
    odd: tuple[OddRow, ...] = ()
    number: int = 1
    pages: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class BooksQuery:
    """What to ask the books for. Empty means everything active and archived.

    `updated_since` is a US/Eastern day; `from_on`/`before_on` bound the document's own date
    (first included, last excluded); `deleted` asks for deleted rows instead of the live ones;
    `first_page` goes on where an interrupted walk stopped.
    """

    updated_since: date | None = None
    from_on: date | None = None
    before_on: date | None = None
    deleted: bool = False
    first_page: int = 1


@dataclass(frozen=True, slots=True)
class RowStamp:
    """As much of a row as tells whether a copy of it is current; `updated_at` is UTC."""

    id: int
    visibility: Visibility
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What storing a page came to, in rows."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: Saved) -> Saved:
        return Saved(
            self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged
        )
