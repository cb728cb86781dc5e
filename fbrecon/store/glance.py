"""A look at a company file as it lies there: eight short statements, whatever it holds.

For lists of companies: nothing is migrated, written or locked, and a file that cannot be read is
an answer, not an error. Each statement reads a small table or goes by an index.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import apsw

from fbrecon.domain.glances import FileState, Glance
from fbrecon.domain.posting import PostingState
from fbrecon.domain.runs import Cursor, Phase, Run
from fbrecon.errors import DamagedFile, FileError, MissingFile
from fbrecon.store.database import APPLICATION_ID
from fbrecon.store.fields import from_micros
from fbrecon.store.file_trouble import damaged, foreign, missing, newer, told_as_file_error
from fbrecon.store.migrations import LATEST
from fbrecon.store.read_only import reading
from fbrecon.store.restore import list_copies

_OPEN = (
    PostingState.PROPOSED,
    PostingState.APPROVED,
    PostingState.SENDING,
    PostingState.HELD,
    PostingState.UNCERTAIN,
    PostingState.REFUSED,
    PostingState.DISCREPANCY,
)
_DAYS = ("boundary_on", "began_on", "mark_on", "deleted_since")
_TIMES = ("last_success_at", "last_deep_at", "complete_at", "check_after")


def glance(file: Path) -> Glance:
    """How a company file lies there, and what it says of itself. Raises nothing for a bad file."""
    try:
        with told_as_file_error(file):
            if not file.exists():
                raise missing(file)
            with reading(file) as database:
                return _look(file, database)
    except MissingFile as error:
        state, problem = FileState.MISSING, error.sentence
    except DamagedFile as error:
        state, problem = FileState.DAMAGED, error.sentence
    except FileError as error:
        state, problem = FileState.UNREADABLE, error.sentence
    except apsw.Error:  # a table that should be there is not
        state, problem = FileState.DAMAGED, damaged(file).sentence
    return Glance(state, problem, _facts_of_a_copy(file))


def _look(file: Path, database: apsw.Connection) -> Glance:
    made_by, version = database.pragma("application_id"), database.pragma("user_version")
    if version < 0:
        raise damaged(file)
    if version > LATEST:
        return Glance(FileState.NEWER, newer(file, version, LATEST).sentence, _facts_if(database))
    if not version and not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall():
        return Glance(FileState.SOUND)  # nobody wrote anything yet
    if made_by != APPLICATION_ID or not version:
        raise foreign(file)
    return Glance(
        FileState.SOUND if version == LATEST else FileState.OLDER,
        facts=_facts(database),
        settings=_pairs(database, "SELECT name, value FROM setting"),
        cursors={cursor.resource: cursor for cursor in _cursors(database)},
        last_run=_last_run(database),
        attention=_attention(database),
        writes=_writes(database),
    )


def _facts(database: apsw.Connection) -> dict[str, str]:
    return _pairs(database, "SELECT name, value FROM fact")


def _facts_if(database: apsw.Connection) -> dict[str, str]:
    try:
        return _facts(database)
    except apsw.Error:
        return {}


def _facts_of_a_copy(file: Path) -> dict[str, str]:
    """Of the newest copy that can be read."""
    for copy in list_copies(file):
        try:
            with reading(file.parent / "backups" / copy.name, immutable=True) as database:
                return _facts(database)
        except (apsw.Error, UnicodeDecodeError):
            continue
    return {}


def _pairs(database: apsw.Connection, statement: str) -> dict[str, str]:
    return {str(name): str(value) for name, value in database.execute(statement)}


def _cursors(database: apsw.Connection) -> list[Cursor]:
    found = database.execute("SELECT * FROM cursor")  # an older file may lack columns
    cursors = []
    for row in found:
        names = [column[0] for column in found.get_description()]
        cursors.append(_cursor(dict(zip(names, row, strict=True))))
    return cursors


def _cursor(row: dict[str, Any]) -> Cursor:
    days: dict[str, Any] = {
        n: None if row.get(n) is None else date.fromisoformat(row[n]) for n in _DAYS
    }
    times: dict[str, Any] = {n: None if row.get(n) is None else from_micros(row[n]) for n in _TIMES}
    return Cursor(row["resource"], Phase(row["phase"]), row["next_page"], **days, **times)


def _last_run(database: apsw.Connection) -> Run | None:
    statement = (
        "SELECT id, outcome, started_at, finished_at, reason, sentence FROM run"
        " ORDER BY id DESC LIMIT 1"
    )
    rows: list[Any] = database.execute(statement).fetchall()
    if not rows:
        return None
    number, outcome, started, finished, reason, sentence = rows[0]
    ended = None if finished is None else from_micros(finished)
    return Run(number, outcome, from_micros(started), ended, reason, sentence, report="")


def _attention(database: apsw.Connection) -> int:
    rows: list[Any] = database.execute(
        "SELECT count(*) FROM attention WHERE closed_at IS NULL AND dismissed = 0"
    ).fetchall()
    return int(rows[0][0])


def _writes(database: apsw.Connection) -> dict[PostingState, int]:
    marks = ", ".join("?" * len(_OPEN))
    rows: list[Any] = database.execute(
        f"SELECT state, count(*) FROM intent WHERE state IN ({marks}) GROUP BY state",  # noqa: S608
        [state.value for state in _OPEN],
    ).fetchall()
    return {PostingState(state): count for state, count in rows}
