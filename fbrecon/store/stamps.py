"""Which tables dear results are read from, so that each write to one of them can be counted.

A table that is read and not named here would leave a result standing after it has changed; tests
compare this with what SQLite says is read, and is written (`tests/app/test_kept.py`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from fbrecon.domain.basis import Basis, Stamp

_PAYOUTS: Final = ("payout", "payout_line", "from_file")

READS: Final[Mapping[Basis, tuple[str, ...]]] = {
    Basis.FUNDS: (
        *_PAYOUTS,
        "platform_payment",
        "book_payment",
        "posting",
        "match",
        "intent",
        "fact",
        "setting",
        "role",
        "ledger_account",
        "closed_period",
    ),
    Basis.BANK: ("bank_line", *_PAYOUTS, "platform_invoice", "allocation"),
    Basis.BANK_SAID: ("bank_pair", "not_ours"),
}
COUNTED: Final = frozenset(table for tables in READS.values() for table in tables)
COUNTS: Final = "SELECT name, times FROM written"
_COUNT: Final = (
    "INSERT INTO written (name, times) VALUES (?, 1) "
    "ON CONFLICT (name) DO UPDATE SET times = times + 1"
)


def stamp_of(basis: Basis, counts: Sequence[tuple[Any, ...]]) -> Stamp:
    """The stamp of a basis, out of how often each table was written to."""
    found = dict(counts)
    return tuple(found.get(table, 0) for table in READS[basis])


class WriteCounts:
    """Counts each table once in a transaction, and within it.

    So who reads meanwhile sees neither the rows nor the count, and what is rolled back was not
    counted. One thread writes at a time: the file's own lock sees to that.
    """

    def __init__(self, execute: Callable[[str, tuple[Any, ...]], object]) -> None:
        self._execute = execute
        self._writer: int | None = None
        self._counted: set[str] = set()

    @property
    def are_mine(self) -> bool:
        """Whether this thread is the one that is writing now."""
        return self._writer == threading.get_ident()

    @contextmanager
    def of_transaction(self) -> Iterator[None]:
        """Inside the outermost transaction of the thread that writes."""
        self._writer = threading.get_ident()
        try:
            yield
        finally:
            self._writer = None
            self._counted.clear()

    def note(self, table: str) -> None:
        """It was written to."""
        if table in COUNTED and table not in self._counted:
            self._counted.add(table)
            self._execute(_COUNT, (table,))
