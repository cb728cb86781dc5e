"""Which rows of the books the file holds, and which of them the books show no more.

A row that is gone stays in its table with what was last known of it. It is told apart by its
visibility, and its digest is spoilt, so that it is written anew if it ever comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from fbrecon.domain.documents import Visibility
from fbrecon.domain.pages import RowStamp
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import from_micros, to_micros
from fbrecon.store.tables import BookPaymentRow, CustomerRow, InvoiceRow

_EVER = -(2**62)
_NO_DIGEST = -1  # a digest has 63 bits and no sign
_TABLES: dict[str, Any] = {
    "customers": CustomerRow,
    "invoices": InvoiceRow,
    "payments": BookPaymentRow,
}


class BooksCensus:
    """Counts the mirrored rows of one company file; `resource` is customers, invoices, payments."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def stamps(self, resource: str, since: datetime | None = None) -> dict[int, RowStamp]:
        """What the file holds, by id: of all rows, or of those that changed since (UTC)."""
        name = _TABLES[resource]._meta.table_name  # noqa: SLF001 - peewee's documented way
        statement = f"SELECT id, visibility, updated_at FROM {name} WHERE updated_at >= ?"  # noqa: S608
        rows = self._file.sql(statement, (_EVER if since is None else to_micros(since),))
        return {
            number: RowStamp(number, Visibility(visibility), from_micros(micros))
            for number, visibility, micros in rows
        }

    def held(self, resource: str, ids: Collection[int]) -> set[int]:
        """Which of these rows the file holds, in whatever state."""
        found: set[int] = set()
        for part in chunks(sorted(ids)):
            found.update(row[0] for row in self._file.tuples(_held(_TABLES[resource], part)))
        return found

    def count_live(self, resource: str) -> int:
        """How many rows the books should show among the live ones."""
        name = _TABLES[resource]._meta.table_name  # noqa: SLF001 - peewee's documented way
        statement = f"SELECT COUNT(*) FROM {name} WHERE visibility NOT IN (?, ?)"  # noqa: S608
        unseen = (Visibility.DELETED.value, Visibility.GONE.value)
        return int(self._file.sql(statement, unseen)[0][0])

    def list_paid_short(self, ids: Collection[int]) -> set[int]:
        """Which of these live invoices are paid by less than their active payments come to."""
        found: set[int] = set()
        for part in chunks(sorted(ids)):
            marks = ", ".join("?" * len(part))
            statement = f"""
                SELECT i.id FROM invoice AS i WHERE i.id IN ({marks})
                AND i.visibility IN ('active', 'archived') AND i.paid_minor < (
                    SELECT COALESCE(SUM(p.amount_minor), 0) FROM book_payment AS p
                    WHERE p.invoice_id = i.id AND p.visibility = 'active')"""  # noqa: S608 - marks
            found.update(row[0] for row in self._file.sql(statement, part))
        return found

    def mark_gone(self, resource: str, ids: Collection[int]) -> None:
        """The books show these rows nowhere any more."""
        rows = _TABLES[resource]
        with self._file.write():
            for part in chunks(sorted(ids)):
                values = {rows.visibility: Visibility.GONE.value, rows.digest: _NO_DIGEST}
                self._file.run(rows.update(values).where(rows.id.in_(part)))

    def list_gone(self, resource: str) -> Sequence[int]:
        """The ids of rows that the books show no more."""
        rows = _TABLES[resource]
        query = rows.select(rows.id).where(rows.visibility == Visibility.GONE.value)
        return [row[0] for row in self._file.tuples(query.order_by(rows.id))]


@composed
def _held(table: Any, ids: Sequence[int]) -> Any:
    return table.select(table.id).where(table.id.in_(ids))
