"""From text to numbered rows of cells, in whatever dialect the header is found in.

A dialect is a delimiter and a quotation mark. It is not guessed from statistics: it is the one in
which a row within the first lines has the columns that are looked for. A broken row is reported
and left out, the others are read; what one unclosed quotation mark can swallow is one row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fbrecon.errors import BadFile
from fbrecon.table_files.problems import RowProblem

DELIMITERS: Final = (",", ";", "\t", "|")
DELIMITER_NAMES: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
QUOTES: Final = ('"', "'")
MAX_ROWS: Final = 500_000
MAX_COLUMNS: Final = 500
MAX_CELL: Final = 32_000
HEADER_WITHIN: Final = 20
"""Banks put a few lines with the account before the header."""

_MAX_BROKEN: Final = 1000
_HEAD: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file parts its cells; a quotation mark inside a quoted cell is doubled."""

    delimiter: str
    quote: str = '"'


@dataclass(frozen=True, slots=True)
class Record:
    """One row. `number` counts as a spreadsheet does; a cell with line breaks is one row there."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Nothing but empty cells."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A header, the rows below it in their order, and the rows that could not be told apart."""

    dialect: Dialect
    header: Record
    rows: tuple[Record, ...]
    broken: tuple[RowProblem, ...]


def read_table(text: str, is_header: Callable[[tuple[str, ...]], bool], wanted: str) -> Table:
    """The table whose header `is_header` recognises; `wanted` says in words what it looks for.

    Raises `BadFile` where there is no such header or the table is larger than any real one.
    """
    lines = _lines(text)
    found, seen = _find_header(lines, is_header)
    if found is not None:
        return _read_below(lines, *found)
    columns = ", ".join(" ".join(cell.split())[:40] for cell in seen[:12] if cell.strip())
    raise BadFile(
        "The file's columns are not the expected ones",
        f"{wanted} The file has {columns or 'no row with several columns'}.",
        "Say which column is which: --mapping NAME --column FIELD=COLUMN.",
    )


def has_header(text: str, is_header: Callable[[tuple[str, ...]], bool]) -> bool:
    """Whether the text is a table with a header that `is_header` recognises."""
    return _find_header(_lines(text[:_HEAD]), is_header)[0] is not None


def peek(
    text: str, most: int
) -> tuple[Dialect, tuple[str, ...], tuple[tuple[str, ...], ...]] | None:
    """What looks like the header, with the first rows below it; None where nothing does.

    It is the row with the most cells within the first lines, in the dialect that gives it most.
    """
    lines = _lines(text[:_HEAD])[: HEADER_WITHIN * 5 + most]
    best: tuple[int, Dialect, int] | None = None
    for dialect in _dialects(lines):
        for found in _split(lines[: HEADER_WITHIN * 5], dialect):
            if isinstance(found, RowProblem) or found.number > HEADER_WITHIN:
                break
            filled = sum(bool(cell.strip()) for cell in found.cells[:MAX_COLUMNS])
            if filled > 1 and (best is None or filled > best[0]):
                best = (filled, dialect, found.number)
    if best is None:
        return None
    _, dialect, number = best
    rows = [r for r in _split(lines, dialect) if isinstance(r, Record) and r.number >= number]
    shown = [tuple(cell[:200] for cell in row.cells[:MAX_COLUMNS]) for row in rows[: most + 1]]
    return dialect, shown[0], tuple(shown[1:])


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _find_header(
    lines: Sequence[str], is_header: Callable[[tuple[str, ...]], bool]
) -> tuple[tuple[Dialect, Record] | None, tuple[str, ...]]:
    """The header with its dialect, and the row with the most cells that was looked at."""
    seen: tuple[str, ...] = ()
    for dialect in _dialects(lines):
        for found in _split(lines[: HEADER_WITHIN * 5], dialect):
            if isinstance(found, RowProblem) or found.number > HEADER_WITHIN:
                break
            if is_header(found.cells):
                return (dialect, found), seen
            if len(found.cells) > len(seen):
                seen = found.cells
    return None, seen


def _dialects(lines: Sequence[str]) -> Iterator[Dialect]:
    first = next((line.strip() for line in lines if line.strip()), "")
    quotes = QUOTES[::-1] if first.startswith("'") else QUOTES[:1]
    for quote in quotes:
        for delimiter in DELIMITERS:
            yield Dialect(delimiter, quote)


def _read_below(lines: Sequence[str], dialect: Dialect, header: Record) -> Table:
    if len(header.cells) > MAX_COLUMNS:
        raise _too_large(f"{len(header.cells):,} columns")
    rows: list[Record] = []
    broken: list[RowProblem] = []
    width = len(header.cells)
    is_short = False
    for found in _split(lines, dialect):
        if isinstance(found, RowProblem):
            if found.row > header.number:
                broken.append(found)
            continue
        if found.number <= header.number or found.is_blank:
            continue
        if len(rows) >= MAX_ROWS:
            raise _too_large(f"more than {MAX_ROWS:,} rows")
        if any(cell.strip() for cell in found.cells[width:]):
            broken.append(
                RowProblem(
                    found.number,
                    "",
                    f"It has {len(found.cells)} cells where the header has {width}; perhaps a "
                    "quotation mark is missing.",
                )
            )
            continue
        cells = found.cells[:width]
        rows.append(Record(found.number, (*cells, *[""] * (width - len(cells)))))
        is_short = len(cells) < width
    if rows and is_short and not lines[-1].endswith(("\n", "\r")):
        # It ends without a line end and before its last cell: a download that broke off.
        broken.append(RowProblem(rows.pop().number, "", "The file is cut off in the middle of it."))
    return Table(dialect, header, tuple(rows), tuple(broken))


def _split(lines: Sequence[str], dialect: Dialect) -> Iterator[Record | RowProblem]:
    """Rows in their order. After a row that cannot be split it goes on with the next line."""
    place = number = broken = 0
    budget = 3 * len(lines) + 10_000  # looking again after a broken row must not go on for ever
    while place < len(lines):
        reader = csv.reader(
            (lines[i] for i in range(place, len(lines))) if place else lines,
            delimiter=dialect.delimiter,
            quotechar=dialect.quote,
            strict=True,
        )
        began = 0
        try:
            for cells in reader:
                number += 1
                if any(len(cell) > MAX_CELL for cell in cells):
                    yield RowProblem(number, "", f"A cell is longer than {MAX_CELL:,} letters.")
                else:
                    yield Record(number, tuple(cells))
                began = reader.line_num
            return
        except csv.Error as error:
            number += 1
            broken += 1
            budget -= reader.line_num
            yield RowProblem(number, "", _why(error, reader.line_num - began))
            place += began + 1
            if broken > _MAX_BROKEN or budget < 0:
                rest = len(lines) - place
                if rest > 0:
                    yield RowProblem(
                        number + 1, "", f"The file is broken from here; {rest:,} lines were left."
                    )
                return


def _why(error: csv.Error, lines: int) -> str:
    text = str(error)
    if "unexpected end" in text:
        return "A quotation mark is opened and never closed."
    if "expected after" in text:
        over = f" in the {lines} lines it goes over" if lines > 1 else ""
        return f"A quotation mark closes a cell in its middle{over}."
    if "field limit" in text:
        return f"A cell is longer than {MAX_CELL:,} letters."
    return "It cannot be split into cells."


def _too_large(what: str) -> BadFile:
    return BadFile(
        "The table is too large",
        f"It has {what}, more than fbrecon reads at once.",
        "Export a shorter period, or split it.",
    )
