"""The order of bank lines, kept up while decisions are made: none looks at all lines again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import compress
from typing import Final

from fbrecon.app.reconcile import BankView

COMPARING: Final = "comparing"
NOT_OURS: Final = "not_ours"
# What can be settled at once first.
_STATES: Final = ("suggested", "ambiguous", COMPARING, "unmatched", "matched", NOT_OURS)
_RANKS: Final = {
    "": tuple(range(len(_STATES))),
    "open": (0, 1, 2, 3),
    "matched": (4,),
    NOT_OURS: (5,),
}


class LineOrder:
    """How each line stands, as one byte. Not safe for threads by itself."""

    def __init__(self, view: BankView) -> None:
        self._ids = list(view.deposits)
        self._keys = [f"line_{line_id}" for line_id in self._ids]
        self._places = {line_id: place for place, line_id in enumerate(self._ids)}
        self._ranks = bytearray(_rank(view, (), line_id) for line_id in self._ids)

    def change(self, view: BankView, pending: Collection[str], line_ids: Iterable[str]) -> None:
        """These lines stand as the view has them now, or are being compared."""
        for line_id in line_ids:
            self._ranks[self._places[line_id]] = _rank(view, pending, line_id)

    def keys(self, status: str, *, descending: bool = False) -> list[str]:
        """Public ids: what can be settled first, and the newest first within."""
        return self._walk(self._keys, status, descending=descending)

    def ids(self, status: str, *, descending: bool = False) -> list[str]:
        """The same as the lines' own ids."""
        return self._walk(self._ids, status, descending=descending)

    def by_day(self, status: str) -> list[str]:
        """The lines' own ids, the newest first."""
        wanted = frozenset(_RANKS.get(status, ()))
        return [*compress(self._ids, map(wanted.__contains__, self._ranks))]

    def _walk(self, names: list[str], status: str, *, descending: bool) -> list[str]:
        found: list[str] = []
        for rank in sorted(_RANKS.get(status, ()), reverse=descending):
            found += compress(names, map(rank.__eq__, self._ranks))  # no step of Python for a line
        return found


def _rank(view: BankView, pending: Collection[str], line_id: str) -> int:
    if line_id in view.not_ours:
        return _STATES.index(NOT_OURS)
    if line_id in pending:
        return _STATES.index(COMPARING)
    found = view.finding(line_id)
    return _STATES.index("unmatched" if found is None else found.state.value)
