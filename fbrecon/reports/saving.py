"""A file that is whole or not there: written beside its place, then put there."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from fbrecon.errors import FileError

_HINT = "Choose another folder or name, or make room there, then try again."


def save(data: bytes, path: Path) -> None:
    """Write the bytes to the path, over a file that is there. Raises `FileError`."""
    folder = path.absolute().parent
    if path.is_dir():
        raise _failed(path, "That is a folder, not a file.")
    if not folder.is_dir():
        raise _failed(path, "The folder does not exist.")
    partial = folder / f".{path.name[:100]}.{secrets.token_hex(4)}"
    try:
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise _failed(path, f"{error.strerror}.") from error


def _failed(path: Path, why: str) -> FileError:
    return FileError("The report cannot be written there", f"{path}: {why}", _HINT)
