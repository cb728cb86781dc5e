"""Looking into a company file or a copy of one without opening it for work.

Nothing is migrated, and no lock is held longer than one statement takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

_BUSY_MS = 500  # for the moment in which another program reads a log that a crash left


@contextmanager
def reading(path: Path, *, immutable: bool = False) -> Iterator[apsw.Connection]:
    """A connection that only reads; an immutable file gets no log beside it.

    Raises `apsw.Error`.
    """
    if not path.exists():
        raise apsw.CantOpenError
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
    database = apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        database.set_busy_timeout(_BUSY_MS)
        yield database
    finally:
        database.close()
