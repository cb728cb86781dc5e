"""One thing that is dear to reckon, kept as long as nothing that it follows from was written to.

The company file tells that by a stamp, whichever process wrote. While somebody reckons, others who
ask wait for it instead of reckoning the same.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from fbrecon.app.ports import CompanyStores
from fbrecon.domain.basis import Basis, Stamp

T = TypeVar("T")


class Kept(Generic[T]):
    """Safe for all threads. What is kept is handed out as it is: nobody may change it."""

    def __init__(self, stores: CompanyStores, *bases: Basis) -> None:
        self._stores = stores
        self._bases = bases
        self._lock = threading.Lock()
        self._found: tuple[Stamp, Hashable, T] | None = None

    def stamp(self) -> Stamp | None:
        """The stamp of all that it follows from in the file; None for a thread that is writing."""
        stamps = [self._stores.stamp(basis) for basis in self._bases]
        known = [stamp for stamp in stamps if stamp is not None]
        return sum(known, ()) if len(known) == len(stamps) else None

    def get(self, beside: Hashable, reckon: Callable[[], T]) -> T:
        """What was reckoned last, else anew; `beside` is what it follows from besides the file.

        A thread that is writing reckons for itself: what it sees may be forgotten again.
        """
        if self.stamp() is None:
            return reckon()
        with self._lock:
            stamp = self.stamp()  # before reading: what changes meanwhile tells
            if self._found is not None and self._found[:2] == (stamp, beside):
                return self._found[2]
            found = reckon()
            self._found = None if stamp is None else (stamp, beside, found)
            return found
