"""Puts a copy of a company file back in its place. What stood there is kept beside it.

Nothing is overwritten, and a program that ends in the midst of it leaves either the file of before
or the copy. That it is another file is noticed by the next sync (`fbrecon/sync/send_watch.py`).
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import apsw

from fbrecon.errors import FileError, WrongUsage
from fbrecon.store.database import APPLICATION_ID
from fbrecon.store.migrations import LATEST

_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A copy of a company file. `made_on` is the day it was made, as far as its file tells."""

    name: str
    made_on: date


def list_copies(file: Path) -> list[BackupCopy]:
    """The copies of a company file, newest first."""
    found = [(path.stat().st_mtime, path) for path in (file.parent / "backups").glob("*.db")]
    return [
        BackupCopy(path.name, datetime.fromtimestamp(moment).astimezone().date())
        for moment, path in sorted(found, reverse=True)
    ]


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
        database = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            made_by = database.pragma("application_id")
            version = database.pragma("user_version")
            sound = database.pragma("integrity_check") == "ok"
        finally:
            database.close()
        if made_by != APPLICATION_ID or not 0 < version <= LATEST:
            flaw = "it is no company file, or a newer fbrecon made it"
        elif not sound:
            flaw = "it is damaged itself"
    except apsw.Error:
        flaw = "it cannot be read"
    if flaw:
        raise FileError(
            "This copy cannot be used",
            f"{name}: {flaw}. Nothing was changed.",
            "Choose an older one, or connect again to fetch everything anew.",
        )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
