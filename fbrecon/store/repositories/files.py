"""What files said: bank lines, and beside the copy of the platform what only a file knows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from fbrecon.domain.deposits import Deposit
from fbrecon.domain.documents import PayoutLineKind
from fbrecon.domain.ids import DepositId, InvoiceId, PlatformPaymentId
from fbrecon.domain.imports import CameBack, FactKind, FileNote, Origin
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Saved
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.file_tables import (
    BankLineRow,
    CameBackRow,
    FromFileRow,
    MappingRow,
    PlacedRow,
    UnplacedFileRow,
)
from fbrecon.store.repositories.upsert import digest, upsert
from fbrecon.store.tables import PayoutRow, PlatformPaymentRow

_MIRROR: dict[FactKind, Any] = {"payment": PlatformPaymentRow, "payout": PayoutRow}


class FileRecords:
    """Reads and writes what one company file knows from files."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- bank lines

    def save_deposits(self, deposits: Sequence[Deposit]) -> Saved:
        """Store the lines of a statement; those that are here already are left as they are."""
        rows = []
        for d in deposits:
            content = (
                d.account,
                d.on.isoformat(),
                d.amount.currency,
                d.amount.minor,
                d.description,
                d.reference,
            )
            rows.append((d.id, *content, digest(*content)))
        with self._file.write():
            return upsert(self._file, BankLineRow, rows)[0]

    def list_deposits(self) -> list[Deposit]:
        """All bank lines, newest first."""
        query = BankLineRow.select().order_by(BankLineRow.booked_on.desc(), BankLineRow.id)
        return [_deposit(row) for row in self._file.rows(query)]

    def find_deposits(self, ids: Sequence[DepositId]) -> list[Deposit]:
        """Those of these bank lines that are here, newest first."""
        found: list[Deposit] = []
        for part in chunks(ids):
            query = BankLineRow.select().where(BankLineRow.id.in_(part))
            found += [_deposit(row) for row in self._file.rows(query)]
        return sorted(found, key=lambda line: (-line.on.toordinal(), line.id))

    def list_deposit_ids(self) -> list[str]:
        """The ids of all bank lines, newest first."""
        return [
            row[0] for row in self._file.sql("SELECT id FROM bank_line ORDER BY booked_on DESC, id")
        ]

    def has_deposits(self) -> bool:
        """Whether there is any bank line."""
        return bool(self._file.sql("SELECT 1 FROM bank_line LIMIT 1"))

    def count_deposits(self) -> int:
        """How many bank lines there are."""
        return int(self._file.sql("SELECT COUNT(*) FROM bank_line")[0][0])

    # ---- payments and payouts

    def origins(self, kind: FactKind, ids: Sequence[str]) -> dict[str, Origin]:
        """Where each of these that is here already comes from."""
        table = _MIRROR[kind]
        found: dict[str, Origin] = {}
        for part in chunks(list(ids)):
            written = dict(
                self._file.tuples(
                    FromFileRow.select(FromFileRow.id, FromFileRow.written).where(
                        FromFileRow.kind == kind, FromFileRow.id.in_(part)
                    )
                )
            )
            query = table.select(table.id, table.digest).where(table.id.in_(part))
            for id_, now in self._file.tuples(query):
                found[id_] = Origin.FILE if written.get(id_) == now else Origin.PLATFORM
        return found

    def changed_notes(self, kind: FactKind, notes: Iterable[FileNote]) -> set[str]:
        """Ids of those that a file did not state in just that way before."""
        by_id = {note.id: (digest(*note.content), note.state) for note in notes}
        known: dict[str, tuple[int, str]] = {}
        table = _MIRROR[kind]
        for part in chunks(list(by_id)):
            query = (
                FromFileRow.select(FromFileRow.id, FromFileRow.digest, table.state)
                .join(table, on=(table.id == FromFileRow.id))
                .where(FromFileRow.kind == kind, FromFileRow.id.in_(part))
            )
            known.update((id_, (stated, state)) for id_, stated, state in self._file.tuples(query))
        return {id_ for id_, stated in by_id.items() if known.get(id_) != stated}

    def rewritten(self, kind: FactKind, ids: Sequence[str]) -> None:
        """Their rows in the copy of the platform were changed here, not by the platform."""
        table = _MIRROR[kind]
        for part in chunks(list(ids)):
            digests = table.select(table.digest).where(table.id == FromFileRow.id)
            self._file.run(
                FromFileRow.update(written=digests).where(
                    FromFileRow.kind == kind, FromFileRow.id.in_(part)
                )
            )

    def keep_notes(self, kind: FactKind, notes: Sequence[FileNote]) -> None:
        """Remember what a file stated, once its rows stand in the copy of the platform."""
        table = _MIRROR[kind]
        now: dict[str, int] = {}
        for part in chunks([note.id for note in notes]):
            query = table.select(table.id, table.digest).where(table.id.in_(part))
            now.update(self._file.tuples(query))
        rows = [
            (
                kind,
                note.id,
                note.currency,
                note.customer,
                note.invoice_number,
                note.payout_id,
                note.reference,
                now[note.id],
                digest(*note.content),
                note.source,
            )
            for note in notes
        ]
        fields = FromFileRow._meta.sorted_fields  # noqa: SLF001 - peewee's way to the columns
        statement = FromFileRow.insert(dict.fromkeys(fields, 0)).on_conflict_replace()
        if rows:
            self._file.run_many(statement, rows)

    def currencies(self, kind: FactKind) -> dict[str, str]:
        """The currency of each that a file stated with one."""
        query = FromFileRow.select(FromFileRow.id, FromFileRow.currency).where(
            FromFileRow.kind == kind, FromFileRow.currency != ""
        )
        return dict(self._file.tuples(query))

    def references(self, kind: FactKind) -> dict[str, str]:
        """What a file says the bank quotes for each, where it says so."""
        query = FromFileRow.select(FromFileRow.id, FromFileRow.reference).where(
            FromFileRow.kind == kind, FromFileRow.reference != ""
        )
        return dict(self._file.tuples(query))

    def payments_of_payouts(self) -> dict[str, tuple[str, ...]]:
        """The payments that files say were paid out with each payout."""
        query = FromFileRow.select(FromFileRow.payout_id, FromFileRow.id).where(
            FromFileRow.kind == "payment", FromFileRow.payout_id != ""
        )
        found: dict[str, list[str]] = {}
        for payout_id, payment_id in self._file.tuples(query.order_by(FromFileRow.id)):
            found.setdefault(payout_id, []).append(payment_id)
        return {payout_id: tuple(ids) for payout_id, ids in found.items()}

    # ---- what came back, and what a payment is for

    def keep_came_back(self, parts: Iterable[CameBack]) -> None:
        """Remember what files say was given back; what is here already changes nothing."""
        rows = [(p.payment_id, p.line_id, p.kind.value, str(p.amount)) for p in parts]
        fields = CameBackRow._meta.sorted_fields  # noqa: SLF001 - peewee's way to the columns
        statement = CameBackRow.insert(dict.fromkeys(fields, "")).on_conflict_replace()
        if rows:
            self._file.run_many(statement, rows)

    def came_back(self, ids: Sequence[str]) -> dict[str, list[CameBack]]:
        """What was given back of each of these payments."""
        found: dict[str, list[CameBack]] = {}
        for part in chunks(list(ids)):
            query = CameBackRow.select().where(CameBackRow.payment_id.in_(part))
            for row in self._file.rows(query.order_by(CameBackRow.payment_id, CameBackRow.line_id)):
                back = CameBack(
                    PlatformPaymentId(row.payment_id),
                    row.line_id,
                    PayoutLineKind(row.kind),
                    Decimal(row.amount),
                )
                found.setdefault(row.payment_id, []).append(back)
        return found

    def places(self) -> dict[PlatformPaymentId, InvoiceId]:
        """The invoices that a person named for payments of files."""
        query = PlacedRow.select(PlacedRow.payment_id, PlacedRow.invoice_id)
        return {PlatformPaymentId(id_): InvoiceId(of) for id_, of in self._file.tuples(query)}

    def place(self, payment_id: PlatformPaymentId, invoice_id: InvoiceId, at: datetime) -> None:
        """A person says which invoice a payment is for."""
        self._file.put(PlacedRow, payment_id=payment_id, invoice_id=invoice_id, at=at)

    def keep_unplaced(self, unplaced: Iterable[tuple[str, str, Sequence[InvoiceId]]]) -> None:
        """Replace why payments of files are for no invoice that could be told: id, reason, near."""
        rows = [(id_, reason, json.dumps(near)) for id_, reason, near in unplaced]
        with self._file.write():
            if set(rows) == set(self._file.tuples(_unplaced())):
                return
            self._file.run(UnplacedFileRow.delete())
            statement = UnplacedFileRow.insert(payment_id="", reason="", candidates="")
            self._file.run_many(statement, rows)

    def book_currencies(self) -> set[str]:
        """The currencies that stand in the books."""
        return {
            str(row[0])
            for row in self._file.sql(
                "SELECT currency FROM invoice UNION SELECT currency FROM book_payment"
            )
        }

    # ---- mappings

    def mappings(self) -> list[tuple[str, str, str]]:
        """Kind, name and content of each kept mapping."""
        query = MappingRow.select(MappingRow.kind, MappingRow.name, MappingRow.content)
        return self._file.tuples(query.order_by(MappingRow.kind, MappingRow.name))

    def keep_mapping(self, kind: str, name: str, content: str, at: datetime) -> None:
        """Keep a mapping under its name."""
        with self._file.write():
            self._file.put(MappingRow, kind=kind, name=name, content=content, at=at)


def _deposit(row: BankLineRow) -> Deposit:
    return Deposit(
        DepositId(row.id),
        row.booked_on,
        Money(row.amount_minor, row.currency),
        row.description,
        row.reference,
        row.account,
    )


@composed
def _unplaced() -> Any:
    return UnplacedFileRow.select()
