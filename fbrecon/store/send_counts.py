"""How many sends each company file began, kept beside the company files and not inside them.

A restored or exchanged company file cannot take this back with it. One small database with a
rollback journal and `synchronous=EXTRA`: what was kept outlives a power cut.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from fbrecon.domain.sends import Sends
from fbrecon.errors import FileError

FILE_NAME = "sends.db"
_BUSY_MS = 10_000
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS sends "
    "(company TEXT PRIMARY KEY, file_id TEXT NOT NULL, count INTEGER NOT NULL) STRICT"
)


class SendCountFile:
    """`sends.db` in the user's home. Safe for all threads; opened when first asked."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE_NAME
        self._lock = threading.Lock()
        self._database: apsw.Connection | None = None

    def close(self) -> None:
        """Close the file; asking opens it again."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def find(self, company: str) -> Sends | None:
        """What was kept last. Raises `FileError`."""
        with self._opened() as database:
            row = database.execute(
                "SELECT file_id, count FROM sends WHERE company = ?", (company,)
            ).fetchone()
        return None if row is None else Sends(str(row[0]), int(row[1]))

    def keep(self, company: str, sends: Sends) -> None:
        """Keep it, durable on disk before this returns. Raises `FileError`."""
        with self._opened() as database:
            database.execute(
                "INSERT INTO sends (company, file_id, count) VALUES (?, ?, ?) "
                "ON CONFLICT (company) DO UPDATE SET "
                "file_id = excluded.file_id, count = excluded.count",
                (company, sends.file_id, sends.count),
            )

    @contextmanager
    def _opened(self) -> Iterator[apsw.Connection]:
        try:
            with self._lock:
                if self._database is None:
                    self._database = self._open()
                yield self._database
        except (apsw.Error, OSError) as error:
            raise FileError(
                "The count of sends cannot be kept",
                f"{self._path.name} cannot be read or written, so nothing is sent.",
                "Free some space, check the permissions of the folder, then sync again.",
            ) from error

    def _open(self) -> apsw.Connection:
        # Made by us, so that it never exists with wider permissions, not even for a moment.
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        database = apsw.Connection(str(self._path))
        database.set_busy_timeout(_BUSY_MS)
        for pragma in ("journal_mode = TRUNCATE", "synchronous = EXTRA", "fullfsync = 1"):
            database.execute(f"PRAGMA {pragma}").fetchall()
        database.execute(_SCHEMA)
        return database
