"""Storing a page: rows that are as they were cost one look and no write.

Each mirrored table has a `digest` of everything else in the row, so that a day-granular filter
which sends known rows again changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from peewee import EXCLUDED

from fbrecon.domain.pages import Saved
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.tables import Table


def digest(*content: Any) -> int:
    """63 bits over the content's text; equal content gives an equal number on every machine."""
    text = "\x1f".join(map(repr, content)).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big") >> 1


def upsert(
    file: CompanyFile, table: type[Table], rows: Sequence[tuple[Any, ...]]
) -> tuple[Saved, dict[Any, bool]]:
    """Store rows given in the table's column order, id first and digest last.

    Returns the counts, and of each id that was written whether it is new. A later row with the same
    id wins.
    """
    by_id = {row[0]: row for row in rows}
    known: dict[Any, int] = {}
    for part in chunks(list(by_id)):
        known.update(file.tuples(_known(table, part)))
    differing = [row for row in by_id.values() if known.get(row[0]) != row[-1]]
    if differing:
        file.run_many(_put(table), differing)
    written = {row[0]: row[0] not in known for row in differing}
    new = sum(written.values())
    # A row that came twice on one page was seen twice: the repeat counts as unchanged.
    saved = Saved(new, len(differing) - new, len(rows) - len(differing))
    return saved, written


@composed
def _known(table: type[Table], ids: Sequence[Any]) -> Any:
    fields = _fields(table)
    return table.select(fields[0], fields[-1]).where(fields[0].in_(ids))


@composed
def _put(table: type[Table]) -> Any:
    """The values only shape the statement."""
    fields = _fields(table)
    return table.insert(dict.fromkeys(fields, 0)).on_conflict(
        conflict_target=[fields[0]],
        update={field: getattr(EXCLUDED, field.column_name) for field in fields[1:]},
    )


def _fields(table: type[Table]) -> list[Any]:
    meta: Any = table._meta  # noqa: SLF001 - peewee's documented way to a model's columns
    fields: list[Any] = meta.sorted_fields
    return fields
