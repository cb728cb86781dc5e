"""What SQLite itself says a piece of work reads: nobody else can leave a table out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import apsw

from fbrecon.store.database import CompanyFile


@dataclass
class Touched:
    """Tables, and how many statements were run."""

    read: set[str] = field(default_factory=set)
    statements: int = 0


@contextmanager
def touched(file: CompanyFile) -> Iterator[Touched]:
    """What this thread does to the file inside. Preparing anew is forced, so nothing is missed."""
    connection: apsw.Connection = file._db.connection()
    found = Touched()

    def look(action: int, table: str | None, _: object, database: str | None, __: object) -> int:
        if action == apsw.SQLITE_READ and table is not None and database == "main":
            found.read.add(table)
        return apsw.SQLITE_OK

    def count(*_: object) -> bool:
        found.statements += 1
        return True

    connection.authorizer, connection.exec_trace = look, count
    try:
        yield found
    finally:
        connection.authorizer = connection.exec_trace = None
