"""Opens a company file, keeps its rules, and runs queries on it.

SQLite in WAL mode with `synchronous=FULL`; every write is one `IMMEDIATE` transaction, held under
one lock of this process, so that a read-then-write can never meet a busy snapshot. Each thread
has its own connection.
"""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from fbrecon.domain.basis import Basis, Stamp
from fbrecon.domain.posting import TRANSITIONS
from fbrecon.errors import FileError
from fbrecon.store.composed import Asked, Shape, composed, table_of
from fbrecon.store.file_trouble import damaged, foreign, newer, told_as_file_error
from fbrecon.store.migrations import LATEST, STEPS
from fbrecon.store.stamps import COUNTS, WriteCounts, stamp_of
from fbrecon.store.tables import Table

APPLICATION_ID = 0x46425243  # "FBRC"
OLDEST_SQLITE = (3, 51, 3)  # older ones can corrupt a WAL that two connections checkpoint

_PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("temp_store", "memory"),
    ("mmap_size", 0),
    ("cache_size", -8192),
)
_CHUNK = 500


SQLITE = apsw.sqlite_lib_version()


class _Forget(Exception):  # noqa: N818 - no error: the end of a rehearsal
    pass


class _Database(APSWDatabase):
    """Knows the connections of all threads."""

    def __init__(self, *words: Any, **named: Any) -> None:
        self._made: list[weakref.ref[apsw.Connection]] = []
        super().__init__(*words, **named)  # type: ignore[no-untyped-call]

    def _connect(self) -> apsw.Connection:
        made: apsw.Connection = super()._connect()  # type: ignore[no-untyped-call]
        self._made = [one for one in self._made if one() is not None]
        self._made.append(weakref.ref(made))
        return made

    def close_all(self) -> None:
        """Close every one of them."""
        for one in self._made:
            connection = one()
            if connection is not None:
                connection.close()


class CompanyFile:
    """One business's database. Use as long as the company is open, then `close`.

    `busy_seconds` is how long a write waits for another program that holds the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        before_migration: Callable[[CompanyFile], None] | None = None,
        busy_seconds: float = 5,
    ) -> None:
        if tuple(int(part) for part in apsw.sqlite_lib_version().split(".")) < OLDEST_SQLITE:
            raise FileError(
                "This SQLite is too old",
                f"Version {apsw.sqlite_lib_version()} can damage a company file.",
                "Install fbrecon again with the libraries it lists.",
            )
        self.path = path
        self._before_migration = before_migration
        self._lock = threading.RLock()
        is_new = not path.exists()
        if is_new:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.chmod(0o700)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        self._db: Any = _Database(str(path), pragmas=_PRAGMAS, timeout=busy_seconds)
        self._counts = WriteCounts(self._db.execute_sql)
        try:
            with told_as_file_error(path):
                self._migrate()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the calling thread's connection; the others close with their threads."""
        if not self._db.is_closed():
            self._db.close()

    def close_everywhere(self) -> None:
        """Close the connections of all threads: nobody here may use this file any more.

        One that is left would go on with this file when another one stands in its place. Raises
        `FileError` where one is at work.
        """
        try:
            self._db.close_all()
        except apsw.ThreadingViolationError as error:
            raise FileError(
                "The company file is in use",
                f"Something is still being read from {self.path.name}. Nothing was changed.",
                "Try again in a moment.",
            ) from error

    # ---- reading

    def rows(self, query: Any) -> list[Any]:
        """All rows of a query, peewee's or composed."""
        if isinstance(query, Asked):
            return self._ask(query.shape(), query)
        with told_as_file_error(self.path):
            return list(query.execute(self._db))

    def tuples(self, query: Any) -> list[tuple[Any, ...]]:
        """All rows of a query, peewee's or composed, as tuples."""
        if isinstance(query, Asked):
            return self._ask(query.shape(), query)
        with told_as_file_error(self.path):
            return list(query.tuples().execute(self._db))

    def find(self, query: Any) -> Any | None:
        """The first row of a query, peewee's or composed; None if there is none."""
        if isinstance(query, Asked):
            found = self._ask(query.shape(first=True), query)
        else:
            found = self.rows(query.limit(1))
        return found[0] if found else None

    def _ask(self, shape: Shape, asked: Asked) -> list[Any]:
        with told_as_file_error(self.path):
            cursor = self._db.execute_sql(shape.statement, shape.parameters(asked.values))
            return shape.read(cursor.fetchall())

    def sql(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a plain statement, for what reads better as SQL."""
        with told_as_file_error(self.path):
            return list(self._db.execute_sql(statement, tuple(parameters)).fetchall())

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that this thread reads inside is of one moment, whatever others write meanwhile.

        For reading. A write inside may find that the moment has passed, and raises `FileError`.
        """
        with told_as_file_error(self.path):
            if self._db.in_transaction():
                yield
            else:
                with self._db.atomic("DEFERRED"):
                    yield

    # ---- writing

    @contextmanager
    def write(self) -> Iterator[None]:
        """One write transaction, durable when the block ends; may be nested. No network inside."""
        with self._lock, told_as_file_error(self.path):
            if self._db.in_transaction():
                yield
            else:
                with self._db.atomic("IMMEDIATE"), self._counts.of_transaction():
                    yield

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """A write transaction that is always rolled back: whatever the block does is forgotten.

        Others can read meanwhile, and not write. Not inside another transaction.
        """
        with self._lock, told_as_file_error(self.path):
            assert not self._db.in_transaction()
            try:
                with self._db.atomic("IMMEDIATE"), self._counts.of_transaction():
                    yield
                    raise _Forget
            except _Forget:
                pass

    def stamp(self, basis: Basis) -> Stamp | None:
        """Differs once anything that belongs to the basis was written to, whoever wrote it.

        None for a thread that is writing: what it sees may be forgotten again.
        """
        return None if self._counts.are_mine else stamp_of(basis, self.sql(COUNTS))

    def run(self, query: Any) -> Any:
        """Run one writing query inside the current or a new write transaction.

        Returns how many rows it changed, or the number of the row it added.
        """
        with self.write():
            if not isinstance(query, Asked):
                with self._noting(table_of(query)):
                    return query.execute(self._db)
            shape = query.shape()
            with self._noting(shape.table):
                cursor = self._db.execute_sql(shape.statement, shape.parameters(query.values))
            if shape.adds_a_row:
                return self._db.last_insert_id(cursor)
            return self._db.rows_affected(cursor)

    def put(self, table: type[Table], **values: Any) -> None:
        """Insert one row, or replace the one with the same key."""
        self.run(_replace(table, **values))

    def run_many(self, query: Any, rows: Iterable[Sequence[Any]]) -> None:
        """Run the SQL of a query, peewee's or composed, once for each row of parameters.

        The query's own values only shape the statement; `insert_many` would be ten times slower.
        """
        if isinstance(query, Asked):
            shape = query.shape()
            statement, table = shape.statement, shape.table
        else:
            statement, table = query.bind(self._db).sql()[0], table_of(query)
        with self.write(), self._noting(table):
            self._db.connection().cursor().executemany(statement, rows)

    @contextmanager
    def _noting(self, table: str) -> Iterator[None]:
        """Count a write that changes something."""
        connection = self._db.connection()
        before = connection.total_changes()
        yield
        if connection.total_changes() != before:
            self._counts.note(table)

    # ---- the file itself

    @property
    def version(self) -> int:
        """The schema version the file has."""
        return int(self._db.execute_sql("PRAGMA user_version").fetchone()[0])

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; an empty list is a sound file."""
        try:
            found = [str(row[0]) for row in self.sql("PRAGMA integrity_check")]
            loose = self.sql("PRAGMA foreign_key_check")
        except FileError as error:  # harmed so badly that the check itself cannot go on
            return [error.message]
        found += [f"a row of {row[0]} points nowhere" for row in loose]
        return [line for line in found if line != "ok"]

    def back_up(self, target: Path) -> None:
        """A consistent copy, whole or not there at all."""
        partial = target.with_name(target.name + ".partial")
        partial.unlink(missing_ok=True)
        with told_as_file_error(target):
            self._db.execute_sql("VACUUM INTO ?", (str(partial),))
        partial.chmod(0o600)
        with partial.open("rb+") as copy:
            os.fsync(copy.fileno())
        partial.replace(target)

    def _migrate(self) -> None:
        self._db.connect(reuse_if_open=True)
        version = self.version
        if version > LATEST:
            raise newer(self.path, version, LATEST)
        if version < 0:
            raise damaged(self.path)
        if not self._is_ours(version):
            raise foreign(self.path)
        if 0 < version < LATEST and self._before_migration is not None:
            self._before_migration(self)
        for step in range(version + 1, LATEST + 1):
            with self._lock, self._db.atomic("EXCLUSIVE"):
                if self.version >= step:  # another process was quicker
                    continue
                for statement in STEPS[step]:
                    self._db.execute_sql(statement)
                self._db.execute_sql(f"PRAGMA user_version = {step}")
                self._db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        self._write_moves()

    def _is_ours(self, version: int) -> bool:
        """Whether the file was made here, or holds nothing at all yet."""
        if version:
            made_by = self._db.execute_sql("PRAGMA application_id").fetchone()[0]
            return bool(made_by == APPLICATION_ID)
        return not self._db.execute_sql("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()

    def _write_moves(self) -> None:
        """Teach the file the posting machine, whose table lives in the domain."""
        wanted = {(a.value, b.value) for a, after in TRANSITIONS.items() for b in after}
        # Looked at before the lock is taken: who only reads must not wait for who writes.
        known = {(str(a), str(b)) for a, b in self.sql("SELECT before, after FROM move")}
        if known != wanted:
            with self.write():
                self._db.execute_sql("DELETE FROM move")
                self._db.connection().cursor().executemany(
                    "INSERT INTO move (before, after) VALUES (?, ?)", sorted(wanted)
                )


@composed
def _replace(table: type[Table], **values: Any) -> Any:
    return table.insert(**values).on_conflict_replace()


def chunks(items: Sequence[Any], size: int = _CHUNK) -> Iterator[Sequence[Any]]:
    """The items in runs short enough for one `IN (…)`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
