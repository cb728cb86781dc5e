"""Puts a copy of a company file back in its place. What stood there is kept beside it.

Nothing is overwritten, and a program that ends in the midst of it leaves either the file of before
or the copy. That it is another file is noticed by the next sync (`fbrecon/sync/send_watch.py`).
"""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Final

import apsw

from fbrecon.domain.backups import BackupCopy, CopyLook, Loss, moment_of
from fbrecon.errors import FileError, WrongUsage
from fbrecon.store.database import APPLICATION_ID
from fbrecon.store.migrations import LATEST
from fbrecon.store.read_only import reading

UNREADABLE: Final = "it cannot be read"
_BESIDE = ("-wal", "-shm")
_COUNTED: Final = {
    "invoices": ("invoice",),
    "customers": ("customer",),
    "payments": ("book_payment", "platform_payment"),
    "bank_lines": ("bank_line",),
}


def list_copies(file: Path) -> list[BackupCopy]:
    """The copies of a company file, newest first."""
    found = []
    for path in (file.parent / "backups").glob("*.db"):
        stat = path.stat()
        found.append(BackupCopy(path.name, moment_of(stat.st_mtime), stat.st_size))
    return sorted(found, key=lambda copy: (copy.made_at, copy.name), reverse=True)


def look_into_copies(file: Path) -> list[CopyLook]:
    """The same with what each holds, and what was done since then. Changes nothing.

    Not every byte is checked here; `restore` does that before it uses one.
    """
    return [_look(file, copy) for copy in list_copies(file)]


def _look(file: Path, copy: BackupCopy) -> CopyLook:
    path = file.parent / "backups" / copy.name
    try:
        with reading(path, immutable=True) as database:
            flaw = _flaw(database)
            counts = {} if flaw else _counts(database)
            last = None if flaw else _last_entry(database)
    except apsw.Error:
        return CopyLook(copy, {}, UNREADABLE, None)
    if last is None:
        return CopyLook(copy, counts, flaw, None)
    return CopyLook(copy, counts, flaw, _loss(file, counts, last))


def _loss(file: Path, then: dict[str, int], last: int) -> Loss | None:
    since = "SELECT count(*) FROM activity WHERE number > ? AND "
    try:
        with reading(file) as database:
            decisions = _number(database, since + "who = 'person'", last)
            recorded = _number(database, since + "after IN ('posted', 'adopted')", last)
            lines = max(0, _counts(database)["bank_lines"] - then["bank_lines"])
    except apsw.Error:
        return None
    return Loss(decisions, lines, recorded)


def _counts(database: apsw.Connection) -> dict[str, int]:
    # An older form of the file may lack a table.
    there = {str(row[0]) for row in database.execute("SELECT name FROM sqlite_master")}
    found = dict.fromkeys(_COUNTED, 0)
    for name, tables in _COUNTED.items():
        for table in there.intersection(tables):
            found[name] += _number(database, f"SELECT count(*) FROM {table}")  # noqa: S608
    return found


def _last_entry(database: apsw.Connection) -> int:
    """The number of the last entry of the activity log; 0 from before there was one."""
    if not _number(database, "SELECT count(*) FROM sqlite_master WHERE name = 'activity'"):
        return 0
    return _number(database, "SELECT ifnull(max(number), 0) FROM activity")


def _number(database: apsw.Connection, statement: str, *parameters: int) -> int:
    found = database.execute(statement, parameters).fetchall()[0][0]
    return found if isinstance(found, int) else 0


def _flaw(database: apsw.Connection) -> str:
    made_by, version = database.pragma("application_id"), database.pragma("user_version")
    if made_by != APPLICATION_ID or not 0 < version <= LATEST:
        return "it is no company file, or a newer fbrecon made it"
    return ""


def restore(file: Path, name: str, now: datetime) -> Path:
    """Put that copy in the place of the file; where what stood there lies now.

    Nobody may have the file open. Raises `WrongUsage` where there is no such copy, `FileError`
    where it is not sound or the disk does not take it; then nothing was changed.
    """
    names = [copy.name for copy in list_copies(file)]
    if name not in names:
        raise WrongUsage(
            "There is no such copy",
            f"The copies are {', '.join(names)}." if names else "This company has no copies yet.",
            "Name one of them." if names else "Connect again to fetch everything anew.",
        )
    coming = file.with_name(file.name + ".restoring")
    aside = file.parent / f"before-restore-{now:%Y%m%d-%H%M%S}"
    try:
        coming.unlink(missing_ok=True)
        shutil.copyfile(file.parent / "backups" / name, coming)
        coming.chmod(0o600)
        _check(coming, name)
        _sync(coming)
        aside.mkdir(mode=0o700)
        if file.exists():
            _keep(file, aside / file.name)
        for ending in _BESIDE:  # the log of the old file must never meet the new one
            beside = file.with_name(file.name + ending)
            if beside.exists():
                beside.replace(aside / beside.name)
        coming.replace(file)
    except OSError as error:
        raise FileError(
            "The copy could not be put back",
            f"{name}: {error.strerror or type(error).__name__}.",
            "Check the disk and its free space, then try again. What was there is still there.",
        ) from error
    finally:
        coming.unlink(missing_ok=True)
    return aside


def _keep(file: Path, target: Path) -> None:
    """A second name for the file where the disk can do that, else a copy of it."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
        target.chmod(0o600)


def _check(path: Path, name: str) -> None:
    flaw = ""
    try:
        with reading(path, immutable=True) as database:
            sound = database.pragma("integrity_check") == "ok"
            flaw = _flaw(database)
        if not flaw and not sound:
            flaw = "it is damaged itself"
    except apsw.Error:
        flaw = UNREADABLE
    if flaw:
        raise FileError(
            "This copy cannot be used",
            f"{name}: {flaw}. Nothing was changed.",
            "Choose an older one, or connect again to fetch everything anew.",
        )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
