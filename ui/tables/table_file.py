"""What a table shows, as a file: row by row, so that a million of them take no memory.

The file is there whole or not at all. Sums are numbers beside their currency, days are ISO days,
and no text is a formula (`fbrecon/domain/spreadsheet_text.py`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

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
    """Write the rows of these keys; returns how many there were. `.xlsx` is a workbook, else CSV.

    Raises `FileError` where it cannot be written, `Cancelled` where the person stopped; then no
    file is there that was not before.
    """
    written = 0
    with _whole(path) as partial:
        table = _open(partial, path.suffix, columns)
        try:
            for start in range(0, len(keys), _AT_ONCE):
                token.raise_if_cancelled()
                rows = fetch(list(keys[start : start + _AT_ONCE]))
                table.add(rows)
                written += len(rows)
                report(Progress(_STAGE, start + len(rows), len(keys)))
        finally:
            table.close()
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
    return written


class _Table(Protocol):
    """A file that grows by rows."""

    def add(self, rows: Sequence[Any]) -> None: ...
    def close(self) -> None: ...


class _CsvTable:
    """Text with a mark that tells spreadsheets how its letters are written."""

    def __init__(self, path: Path, columns: Sequence[Column[Any]]) -> None:
        self._columns = columns
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._file.write(csv_text(columns, []))

    def add(self, rows: Sequence[Any]) -> None:
        """A line for each row."""
        self._file.write(csv_text(self._columns, rows, head=False))

    def close(self) -> None:
        """Nothing more comes."""
        self._file.close()


def _open(path: Path, ending: str, columns: Sequence[Column[Any]]) -> _Table:
    if ending.casefold() != ".xlsx":
        return _CsvTable(path, columns)
    from .xlsx_table import XlsxTable  # loads for a tenth of a second, and few need it

    return XlsxTable(path, columns)


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
            f"{path.name}: {getattr(error, 'strerror', '') or 'the disk refused it'}.",
            "Choose another folder, or close the program that has the file open.",
        ) from error
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
