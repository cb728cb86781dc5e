"""A file before it is brought in: what it was recognised as, its first rows, and what is asked.

Everything is the import itself, tried and taken back, so that nothing is shown that the import
would not do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from fbrecon.app.company import Company
from fbrecon.app.imports import TABLES, Importer, ImportKind, Wishes, read_file
from fbrecon.app.ports import FileReaders
from fbrecon.app.views import ImportResult
from fbrecon.domain.imports import ImportedPayment, ImportedPayout
from fbrecon.errors import AskAboutFile, FbreconError
from fbrecon.table_files.mapping import FIELDS, REQUIRED, Mapping

SHOWN_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """One of our fields, whether it must be there, and the file's column for it ("" for none)."""

    name: str
    required: bool
    column: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row as it is understood: its number in the file, day, what it is about, sum, state.

    `amount` is in major units with `currency`, "" where the file names none; `state` is the
    platform state that its word stands for, "" for bank lines.
    """

    row: int
    on: date
    text: str
    amount: Decimal
    currency: str
    state: str


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What importing a file would do.

    `header` and `rows` are the file's own, empty for statements that are no tables. `asks` names
    what a person has to say (`dates`, `decimal`, `currency`, `mapping`), `problem` is why the file
    cannot be read as that kind; `result` is what would happen, None where either stands there.
    `read` is how the first rows are understood.
    """

    path: Path
    kind: ImportKind
    form: str
    mapping: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    fields: tuple[FieldColumn, ...] = ()
    asks: str = ""
    problem: str = ""
    result: ImportResult | None = None
    read: tuple[ReadRow, ...] = ()


def preview_file(
    company: Company, readers: FileReaders, path: Path, kind: ImportKind | None, wishes: Wishes
) -> FilePreview:
    """Look at a file, as `kind` or as what it seems to be. Raises `BadFile` where it is no file."""
    data = read_file(path)
    importer = Importer(company, readers)
    form, header, rows = readers.look(data, SHOWN_ROWS)
    kind = kind or (_recognise(readers, importer, data) if header else ImportKind.BANK)
    found = FilePreview(path, kind, form, "", header, rows)
    try:
        mapping = importer.choose(kind, data, wishes)
        if mapping is not None:
            places = mapping.find_columns(header)
            needed = {name for group in REQUIRED[mapping.kind] for name in group}
            fields = tuple(
                FieldColumn(name, name in needed, header[places[name]] if name in places else "")
                for name in FIELDS[mapping.kind]
                if name not in ("kind", "line_id") or name in needed
            )
            found = replace(found, mapping=mapping.name, fields=fields)
        found = replace(found, read=tuple(_read(importer, kind, data, mapping)))
        return replace(found, result=importer.bring_in(kind, path, replace(wishes, dry_run=True)))
    except AskAboutFile as asked:
        return replace(found, asks=asked.asks, problem=asked.message)
    except FbreconError as error:
        return replace(found, problem=error.message)


def _read(
    importer: Importer, kind: ImportKind, data: bytes, mapping: Mapping | None
) -> Iterator[ReadRow]:
    """The first rows that can be read."""
    for number, row in importer.read(kind, data, mapping).rows[:SHOWN_ROWS]:
        if isinstance(row, ImportedPayment):
            text = ", ".join(part for part in (row.customer, row.invoice_number) if part)
            yield ReadRow(number, row.on, text or row.id, row.gross, row.currency, row.state.value)
        elif isinstance(row, ImportedPayout):
            text = row.reference or row.id
            yield ReadRow(number, row.arrival_on, text, row.net, row.currency, row.state.value)
        else:
            amount = Decimal(row.amount.to_decimal_string())
            yield ReadRow(number, row.on, row.description, amount, row.amount.currency, "")


def _recognise(readers: FileReaders, importer: Importer, data: bytes) -> ImportKind:
    """What a table seems to be; of one that may be several things, the first that fits."""
    for kind in TABLES:
        if any(readers.fits(data, mapping) for mapping in importer.list_mappings(kind)):
            return kind
    return ImportKind.PAYMENTS
