"""What files told of payments and payouts that stand in the copy of the platform."""

from __future__ import annotations

from typing import Any, Final

from fbrecon.domain.documents import ToldByFile
from fbrecon.domain.imports import FactKind
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.file_tables import FromFileRow
from fbrecon.store.tables import PayoutRow, PlatformPaymentRow

_MIRROR: Final[dict[FactKind, Any]] = {"payment": PlatformPaymentRow, "payout": PayoutRow}


def _of_files(kind: FactKind) -> Any:
    """Ids of what only a file states: the platform has not told it, or not since."""
    table = _MIRROR[kind]
    return (
        table.select(table.id)
        .join(FromFileRow, on=(FromFileRow.id == table.id))
        .where(FromFileRow.kind == kind, FromFileRow.written == table.digest)
    )


PAYMENTS_OF_FILES: Final = _of_files("payment")
PAYOUTS_OF_FILES: Final = _of_files("payout")


def told_by_files(file: CompanyFile, kind: FactKind, id_: str = "") -> dict[str, ToldByFile]:
    """What files told, by id: of all of a kind, or of one."""
    query = _told(_MIRROR[kind], kind, id_ or None)
    return {
        key: ToldByFile(source, currency, customer, number, written == now)
        for key, source, currency, customer, number, written, now in file.tuples(query)
    }


@composed
def _told(table: Any, kind: FactKind, id_: str | None) -> Any:
    query = (
        FromFileRow.select(
            FromFileRow.id,
            FromFileRow.source,
            FromFileRow.currency,
            FromFileRow.customer,
            FromFileRow.invoice_number,
            FromFileRow.written,
            table.digest,
        )
        .join(table, on=(table.id == FromFileRow.id))
        .where(FromFileRow.kind == kind)
    )
    return query if id_ is None else query.where(FromFileRow.id == id_)
