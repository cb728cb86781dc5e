"""What a table shows, as a file: row by row, so that a million of them take no memory.

The file is there whole or not at all. Sums are numbers beside their currency, days are ISO days,
and no text is a formula (`fbrecon/domain/spreadsheet_text.py`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from fbrecon.errors import FileError
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn

from .columns import Column
from .csv_text import csv_text

_AT_ONCE: Final = 500
_STAGE: Final = "Writing the file"

Fetch = Callable[[list[Any]], Sequence[Any]]


def write_table(
    path: Path,
    columns: Sequence[Column[Any]],
    keys: Sequence[Any],
    fetch: Fetch,
    token: CancelToken,
    report: ProgressFn,
) -> int:
    """Write the rows of these keys; returns how many there were.

    Raises `FileError` where it cannot be written, `Cancelled` where the person stopped; then no
    file is there that was not before.
    """
    written = 0
    with _whole(path) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(csv_text(columns, []))
        for start in range(0, len(keys), _AT_ONCE):
            token.raise_if_cancelled()
            rows = fetch(list(keys[start : start + _AT_ONCE]))
            file.write(csv_text(columns, rows, head=False))
            written += len(rows)
            report(Progress(_STAGE, start + len(rows), len(keys)))
        file.flush()
        os.fsync(file.fileno())
    return written


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the wanted one, which takes its place at the end."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise FileError(
            "The file could not be written",
            f"{path.name}: {error.strerror or 'the disk refused it'}.",
            "Choose another folder, or close the program that has the file open.",
        ) from error
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
