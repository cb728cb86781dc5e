"""The daily re-check: the rows that the books list, compared one by one with the copy.

The lists are read for their stamps alone: id, visibility, time of change. Only the pages on which
a stamp differs are read again in full. What the copy has and no list shows is believed to be gone
only when two listings in a row show the same ids, and the row cannot be read by its id either.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fbrecon.domain.documents import Visibility
from fbrecon.domain.pages import BooksQuery, RowStamp
from fbrecon.errors import Unreadable
from fbrecon.sync.mirroring import Mirroring, Resource
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Checked, Tally

MOST_LISTINGS = 5
PLENTY = 20  # rows below which an empty answer is no news
_MOST_LOOKS = 200  # rows that are asked for one by one in one check


@dataclass(slots=True)
class _Listing:
    """What both lists showed: stamps by id, and where each stood (deleted rows or not, page)."""

    rows: dict[int, RowStamp] = field(default_factory=dict)
    places: dict[int, tuple[bool, int]] = field(default_factory=dict)
    unreadable: set[int] = field(default_factory=set)
    hidden: int = 0
    whole: bool = True

    @property
    def ids(self) -> set[tuple[int, bool]]:
        """Which rows were shown, and in which list."""
        return {(number, place[0]) for number, place in self.places.items()}


class Recheck:
    """Compares the copy of one company's books with what the books list."""

    def __init__(self, books: Books, stores: Stores, mirroring: Mirroring) -> None:
        self._books = books
        self._stores = stores
        self._mirroring = mirroring

    def run(
        self, resource: Resource, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> Checked:
        """Compare until both agree; raises `Unreadable` where far too much is missing."""
        checked = Checked()
        before: _Listing | None = None
        for _ in range(MOST_LISTINGS):
            listing = self._list(resource, cancel, report)
            checked.listed, checked.hidden = len(listing.rows), listing.hidden
            checked.read_again += self._read_again(resource, listing, cancel, tally)
            held = self._stores.census.stamps(resource.name)
            missing = self._missing(resource, held, listing)
            if self._is_unlike(resource, held, listing):
                before = None  # rows moved while it was read: begin again
                continue
            if not missing:
                return checked
            if before is not None and listing.whole and before.ids == listing.ids:
                checked.gone = self._believe(resource, missing, cancel, tally)
                return checked
            before = listing if listing.whole else None
        tally.trouble(
            resource.tally_name,
            f"{resource.title} kept changing while they were compared; they are compared again "
            "with the next daily check.",
        )
        return checked

    def _list(self, resource: Resource, cancel: CancelToken, report: ProgressFn) -> _Listing:
        listing = _Listing()
        for deleted in (False, True):
            totals: set[int | None] = set()
            shown: set[int] = set()
            query = BooksQuery(deleted=deleted)
            for page in self._books.iter_stamps(resource.name, query, cancel):
                totals.add(page.total)
                for stamp in page.records:
                    listing.rows[stamp.id] = stamp
                    listing.places[stamp.id] = (deleted, page.number)
                unreadable = {int(row.id) for row in page.odd if row.id.isdecimal()}
                listing.unreadable |= unreadable
                shown |= unreadable.union(stamp.id for stamp in page.records)
                if not deleted:
                    report(Progress(f"{resource.title}: compared", len(shown), page.total))
                cancel.raise_if_cancelled()
            # A list may count rows that this sign-in may not see; never fewer than it shows.
            (total,) = totals if len(totals) == 1 else (-1,)
            if total is not None:
                listing.whole = listing.whole and total >= len(shown)
                listing.hidden += max(0, total - len(shown))
        return listing

    def _read_again(
        self, resource: Resource, listing: _Listing, cancel: CancelToken, tally: Tally
    ) -> int:
        """Read the pages on which something differs; returns how many rows differed."""
        held = self._stores.census.stamps(resource.name)
        differing = [number for number, row in listing.rows.items() if held.get(number) != row]
        for deleted, number in sorted({listing.places[row_id] for row_id in differing}):
            query = BooksQuery(deleted=deleted, first_page=number)
            page = next(iter(resource.fetch(query, cancel)))
            self._mirroring.keep(resource, page, tally)
            cancel.raise_if_cancelled()
        return len(differing)

    def _is_unlike(self, resource: Resource, held: dict[int, RowStamp], listing: _Listing) -> bool:
        """Whether a row still differs that was not set aside as unreadable."""
        aside = {row.id for row in self._stores.journal.list_odd(resource.name)}
        return any(
            held.get(number) != row and str(number) not in aside
            for number, row in listing.rows.items()
        )

    def _missing(
        self, resource: Resource, held: dict[int, RowStamp], listing: _Listing
    ) -> list[int]:
        live = [
            row.id
            for row in held.values()
            if row.visibility in (Visibility.ACTIVE, Visibility.ARCHIVED)
        ]
        missing = [
            number
            for number in live
            if number not in listing.rows and number not in listing.unreadable
        ]
        if len(missing) > max(PLENTY, len(live) // 4):
            raise suddenly_fewer(resource.title.lower(), len(missing), len(live))
        return sorted(missing)

    def _believe(
        self, resource: Resource, missing: list[int], cancel: CancelToken, tally: Tally
    ) -> int:
        """Mark what is nowhere; what can still be read by its id is kept as it is now read."""
        gone = []
        for number in missing[:_MOST_LOOKS]:
            cancel.raise_if_cancelled()
            if self._is_there(resource, number, tally):
                continue
            gone.append(number)
            tally.name(resource.tally_name, str(number), NO_LONGER_SHOWN)
        self._stores.census.mark_gone(resource.name, gone)
        return len(gone)

    def _is_there(self, resource: Resource, number: int, tally: Tally) -> bool:
        if resource.find is None:
            return False
        try:
            record = resource.find(number)
        except Unreadable:
            return True  # it is there, whatever it looks like
        if record is None:
            return False
        with self._stores.write():
            resource.store([record], tally)
        return True


NO_LONGER_SHOWN = "FreshBooks no longer shows it, neither among the live rows nor the deleted ones."


def suddenly_fewer(what: str, missing: int, known: int) -> Unreadable:
    """The error of a list that lost too much at once to be believed."""
    return Unreadable(
        "FreshBooks suddenly shows far less",
        f"It no longer shows {missing:,} of {known:,} {what}.",
        "Nothing was changed here. Check in FreshBooks that the sign-in may still see everything, "
        "then sync.",
    )
