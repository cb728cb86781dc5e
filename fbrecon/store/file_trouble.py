"""What the machine can do to a company file, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
from peewee import PeeweeException

from fbrecon.errors import DamagedFile, FileError, MissingFile

_SIGNS_OF_DAMAGE = (
    "malformed",
    "not a database",
    "corrupt",
    "unsupported file format",
    "vtable constructor failed",
)


@contextmanager
def told_as_file_error(path: Path) -> Iterator[None]:
    """Turn what the machine did to the file into words; our own mistakes stay as they are."""
    try:
        yield
    except (PeeweeException, apsw.Error, OSError, UnicodeDecodeError) as error:
        told = _explain(error, path)
        if told is None:
            raise
        raise told from error


def damaged(path: Path) -> DamagedFile:
    """What stands there is no database any more."""
    return DamagedFile(
        "The company file is damaged",
        f"The file {path.name} is no longer a sound database.",
        f"“fbrecon companies restore {path.parent.name}” puts back its newest copy; what stands"
        " there now is kept.",
    )


def missing(path: Path) -> MissingFile:
    """Nothing stands there, and copies tell that something did."""
    return MissingFile(
        "The company file is missing",
        f"The file {path.name} is gone from the folder “{path.parent.name}”; its copies are still"
        " there.",
        f"Put the file back if you moved it, or “fbrecon companies restore {path.parent.name}” puts"
        " back its newest copy.",
    )


def newer(path: Path, version: int, known: int) -> FileError:
    """A newer fbrecon wrote it."""
    return FileError(
        "This company file is newer than this program",
        f"The file {path.name} has version {version}; this fbrecon knows up to {known}.",
        "Install the newest fbrecon. Nothing was changed.",
    )


def foreign(path: Path) -> FileError:
    """Somebody else's database."""
    return FileError(
        "This is not a company file",
        f"The file {path.name} is another program's database.",
        "Choose another file. Nothing was changed.",
    )


def _explain(error: BaseException, path: Path) -> FileError | None:
    text = str(error).lower()
    cause = error.__cause__ or error.__context__ or error
    kinds = {type(error).__name__, type(cause).__name__}
    if "full" in text or "FullError" in kinds or getattr(error, "errno", None) == 28:
        return FileError(
            "The disk is full",
            f"{path.name} could not be written, so nothing was sent or recorded.",
            "Free some space, then sync again.",
        )
    if "locked" in text or "busy" in text or kinds & {"BusyError", "LockedError"}:
        return FileError(
            "The company file is in use",
            f"Another program holds {path.name}.",
            "Close the other program, or wait a moment and try again.",
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return FileError(
            "The company file cannot be written",
            f"{path.name} is read-only or its folder cannot be opened.",
            "Check the permissions of the folder.",
        )
    if isinstance(error, UnicodeDecodeError) or any(word in text for word in _SIGNS_OF_DAMAGE):
        return damaged(path)
    if "disk i/o" in text or isinstance(error, OSError):
        return FileError(
            "The disk does not answer",
            f"{path.name} could not be read or written.",
            "Check the disk, then try again.",
        )
    return None
