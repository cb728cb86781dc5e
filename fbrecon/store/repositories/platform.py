"""The mirror of the platform: customers, invoices, payments with their invoices, payouts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from peewee import EXCLUDED

from fbrecon.domain.documents import (
    CopyState,
    Method,
    Payout,
    PayoutLine,
    PayoutLineKind,
    PayoutState,
    PlatformCustomer,
    PlatformInvoice,
    PlatformPayment,
    PlatformState,
    StatedFee,
    ToldByFile,
)
from fbrecon.domain.ids import (
    InvoiceId,
    PayoutId,
    PlatformCustomerId,
    PlatformInvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Saved
from fbrecon.domain.posting import find_marker
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import to_micros
from fbrecon.store.repositories import platform_queries as ask
from fbrecon.store.repositories.told import PAYMENTS_OF_FILES, told_by_files
from fbrecon.store.repositories.upsert import digest, upsert
from fbrecon.store.tables import (
    AllocationRow,
    PayoutRow,
    PlatformCustomerRow,
    PlatformInvoiceRow,
    PlatformPaymentRow,
    UnplacedRow,
)

_PAYOUTS_BETWEEN = """SELECT id FROM payout
    WHERE COALESCE(arrival_on, date(created_at / 1000000, 'unixepoch')) BETWEEN ? AND ?
    ORDER BY created_at DESC, id"""
_PAYOUTS_OF = "SELECT DISTINCT payout_id FROM payout_line WHERE payment_id = ? ORDER BY payout_id"
_SORT_SCALE = 10_000  # four decimals, as many as any currency has; for sorting only


class PlatformMirror:
    """Reads and writes the mirrored platform of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- storing

    def save_customers(self, customers: Sequence[PlatformCustomer]) -> Saved:
        """Store one page of the platform's customers."""
        rows = []
        for c in customers:
            created = None if c.created_at is None else to_micros(c.created_at)
            content = (c.name, c.email, c.external_id, created, int(c.archived))
            rows.append((c.id, *content, digest(*content)))
        with self._file.write():
            return upsert(self._file, PlatformCustomerRow, rows)[0]

    def save_invoices(self, invoices: Sequence[PlatformInvoice]) -> Saved:
        """Store one page of the platform's invoices."""
        rows = []
        for i in invoices:
            marker = next(filter(None, map(find_marker, i.descriptions)), None)
            content = (
                i.number,
                i.customer_id,
                i.total.currency,
                i.total.minor,
                None if i.due_on is None else i.due_on.isoformat(),
                i.state.value,
                i.raw_state,
                marker,
                json.dumps(i.descriptions),
                None if i.created_at is None else to_micros(i.created_at),
            )
            rows.append((i.id, *content, digest(*content)))
        with self._file.write():
            return upsert(self._file, PlatformInvoiceRow, rows)[0]

    def save_payments(self, payments: Sequence[PlatformPayment]) -> Saved:
        """Store one page of the platform's payments; what they are for is stored apart."""
        rows = []
        for p in payments:
            content = (
                p.customer_id,
                to_micros(p.created_at),
                p.method.value,
                p.state.value,
                p.raw_state,
                str(p.total),
                str(p.sub_total),
                _dump_fees(p.fees),
                str(p.total - p.customer_fees),
                int((p.total - p.customer_fees) * _SORT_SCALE),
            )
            rows.append((p.id, *content, digest(*content)))
        with self._file.write():
            return upsert(self._file, PlatformPaymentRow, rows)[0]

    def link_payments(
        self, invoice_id: PlatformInvoiceId, payment_ids: Iterable[PlatformPaymentId]
    ) -> None:
        """Remember that these payments belong to that invoice, as the platform said."""
        rows = [(payment_id, invoice_id) for payment_id in payment_ids]
        if rows:
            self._file.run_many(ask.insert_allocation(), rows)

    def keep_unplaced(self, payment_ids: Iterable[PlatformPaymentId], at: datetime) -> None:
        """Remember when all invoices of their payer were asked for these payments in vain."""
        rows = [(payment_id, to_micros(at)) for payment_id in payment_ids]
        statement = UnplacedRow.insert(payment_id="", asked_at=0).on_conflict(
            conflict_target=[UnplacedRow.payment_id],
            update={UnplacedRow.asked_at: EXCLUDED.asked_at},
        )
        if rows:
            self._file.run_many(statement, rows)

    def unplaced(self) -> dict[PlatformPaymentId, datetime]:
        """When payments were asked for in vain (UTC)."""
        rows = self._file.rows(ask.unplaced())
        return {PlatformPaymentId(row.payment_id): row.asked_at for row in rows}

    def keep_copies(self, copies: Iterable[Copy]) -> None:
        """Replace what is known about which invoice is which."""
        rows = [(c.platform_invoice_id, c.invoice_id, int(c.ours), c.reason) for c in copies]
        with self._file.write():
            # What stays as it is is not written: whatever hangs on a copy would be looked at again.
            known = set(self._file.tuples(ask.copies(None)))
            gone = [row[0] for row in known - set(rows)]
            for part in chunks(gone):
                self._file.run(ask.delete_copies(part))
            self._file.run_many(ask.insert_copy(), [row for row in rows if row not in known])

    def list_copies(self, invoice_id: InvoiceId | None = None) -> list[Copy]:
        """What was last known about which invoice is which: all copies, or those of one invoice."""
        return [
            Copy(PlatformInvoiceId(remote_id), InvoiceId(of), bool(ours), reason)
            for remote_id, of, ours, reason in self._file.tuples(ask.copies(invoice_id))
        ]

    def find_invoice(self, invoice_id: PlatformInvoiceId) -> PlatformInvoice | None:
        """One mirrored invoice of the platform."""
        row = self._file.find(ask.of_id(PlatformInvoiceRow, invoice_id))
        return None if row is None else _invoice(row)

    def list_payments_on(self, invoice_id: PlatformInvoiceId) -> list[PlatformPayment]:
        """The mirrored payments of one of the platform's invoices, oldest first."""
        query = (
            PlatformPaymentRow.select()
            .join(AllocationRow, on=(AllocationRow.payment_id == PlatformPaymentRow.id))
            .where(AllocationRow.platform_invoice_id == invoice_id)
            .order_by(PlatformPaymentRow.created_at, PlatformPaymentRow.id)
        )
        return [_payment(row) for row in self._file.rows(query)]

    def save_payouts(self, payouts: Sequence[Payout]) -> Saved:
        """Store payouts; lines are replaced where they were read (`lines` is not None)."""
        rows = []
        for p in payouts:
            lines = None if p.lines is None else tuple(map(repr, p.lines))
            content = (
                p.state.value,
                p.raw_state,
                to_micros(p.created_at),
                None if p.arrival_on is None else p.arrival_on.isoformat(),
                str(p.net),
                str(p.gross),
                _dump_fees(p.fees),
                int(p.lines is not None),
            )
            rows.append((p.id, *content, digest(*content, lines)))
        with self._file.write():
            saved, written = upsert(self._file, PayoutRow, rows)
            for p in payouts:
                if p.id in written and p.lines is not None:
                    self._replace_lines(p.id, p.lines)
            return saved

    def _replace_lines(self, payout_id: PayoutId, lines: Sequence[PayoutLine]) -> None:
        self._file.run(ask.delete_payout_lines(payout_id))
        self._file.run_many(
            ask.insert_payout_line(),
            [
                (
                    payout_id,
                    place,
                    x.line_id,
                    x.kind.value,
                    str(x.amount),
                    x.payment_id,
                    x.description,
                )
                for place, x in enumerate(lines)
            ],
        )

    # ---- reading

    def list_customers(self) -> list[PlatformCustomer]:
        """All mirrored customers of the platform."""
        return [
            PlatformCustomer(
                PlatformCustomerId(row.id),
                row.name,
                row.email,
                row.external_id,
                row.created_at,
                bool(row.archived),
            )
            for row in self._file.rows(ask.customers())
        ]

    def list_invoices(self, customer_id: PlatformCustomerId | None = None) -> list[PlatformInvoice]:
        """Mirrored invoices of the platform, of one customer or all."""
        return [_invoice(row) for row in self._file.rows(ask.invoices(customer_id))]

    def list_payments(self, *, from_files: bool = False) -> list[PlatformPayment]:
        """The platform's payments, oldest first; `from_files`: also what only files state."""
        told = told_by_files(self._file, "payment")
        rows = self._file.rows(ask.payments(from_files=from_files))
        return [_payment(row, told.get(row.id)) for row in rows]

    def find_payment(self, payment_id: PlatformPaymentId) -> PlatformPayment | None:
        """One mirrored payment."""
        row = self._file.find(ask.of_id(PlatformPaymentRow, payment_id))
        if row is None:
            return None
        return _payment(row, told_by_files(self._file, "payment", payment_id).get(payment_id))

    def states(
        self, payment_ids: Iterable[PlatformPaymentId]
    ) -> dict[PlatformPaymentId, PlatformState]:
        """How these payments stand, as far as they are here."""
        found: dict[PlatformPaymentId, PlatformState] = {}
        for part in chunks(sorted(set(payment_ids))):
            for id_, state in self._file.tuples(ask.states(part)):
                found[PlatformPaymentId(id_)] = PlatformState(state)
        return found

    def allocations(self) -> dict[PlatformPaymentId, tuple[PlatformInvoiceId, ...]]:
        """The platform's invoices of every payment that has any."""
        found: dict[PlatformPaymentId, tuple[PlatformInvoiceId, ...]] = {}
        for payment_id, invoice_id in self._file.tuples(ask.allocations()):
            found[payment_id] = (*found.get(payment_id, ()), invoice_id)
        return found

    def list_from_files(self) -> set[PlatformPaymentId]:
        """Payments that only a file states: the platform has not told them, or not since."""
        found = self._file.tuples(PAYMENTS_OF_FILES)
        return {PlatformPaymentId(payment_id) for (payment_id,) in found}

    def oldest_open_payment_at(self) -> datetime | None:
        """When the oldest payment of the platform that is not final yet was created."""
        row = self._file.find(ask.oldest_open_payment())
        return None if row is None else row.created_at

    def list_payouts(self, *, from_files: bool = False) -> list[Payout]:
        """The platform's payouts with their lines, newest first; `from_files`: also of files."""
        rows = self._file.rows(ask.payouts(from_files=from_files))
        return self._with_lines(rows, self._file.rows(ask.payout_lines()))

    def list_payouts_between(self, from_on: date, until_on: date) -> list[Payout]:
        """Payouts that arrive on these days, or were made then and have no arrival; of files, too.

        The day on which one was made is that of UTC.
        """
        days = (from_on.isoformat(), until_on.isoformat())
        return self.find_payouts([id_ for (id_,) in self._file.sql(_PAYOUTS_BETWEEN, days)])

    def list_payouts_of(self, payment_id: PlatformPaymentId) -> list[Payout]:
        """The payouts that have a line for that payment."""
        ids = self._file.sql(_PAYOUTS_OF, (payment_id,))
        return self.find_payouts([id_ for (id_,) in ids])

    def find_payouts(self, ids: Sequence[PayoutId]) -> list[Payout]:
        """These payouts with their lines; ids that are not there are left out."""
        found: list[Payout] = []
        for part in chunks(ids):
            rows = self._file.rows(ask.payouts_of(part))
            found += self._with_lines(rows, self._file.rows(ask.lines_of_payouts(part)))
        return found

    def _with_lines(self, rows: Iterable[Any], lines: Iterable[Any]) -> list[Payout]:
        of: dict[str, list[PayoutLine]] = {}
        for row in lines:
            of.setdefault(row.payout_id, []).append(
                PayoutLine(
                    row.line_id,
                    PayoutLineKind(row.kind),
                    Decimal(row.amount),
                    row.payment_id,
                    row.description,
                )
            )
        told = told_by_files(self._file, "payout")
        return [
            Payout(
                PayoutId(row.id),
                PayoutState(row.state),
                row.raw_state,
                row.created_at,
                row.arrival_on,
                Decimal(row.net),
                Decimal(row.gross),
                _load_fees(row.fees),
                tuple(of.get(row.id, ())) if row.composed else None,
                told.get(row.id),
            )
            for row in rows
        ]


def _dump_fees(fees: Iterable[StatedFee]) -> str:
    return json.dumps([[f.name, f.kind, str(f.amount), f.paid_by_customer] for f in fees])


def _load_fees(text: str) -> tuple[StatedFee, ...]:
    return tuple(
        StatedFee(name, kind, Decimal(amount), by_customer)
        for name, kind, amount, by_customer in json.loads(text)
    )


def _invoice(row: PlatformInvoiceRow) -> PlatformInvoice:
    return PlatformInvoice(
        PlatformInvoiceId(row.id),
        row.number,
        PlatformCustomerId(row.customer_id),
        Money(row.total_minor, row.currency),
        row.due_on,
        CopyState(row.state),
        row.raw_state,
        tuple(json.loads(row.descriptions)),
        row.created_at,
    )


def _payment(row: PlatformPaymentRow, told: ToldByFile | None = None) -> PlatformPayment:
    return PlatformPayment(
        PlatformPaymentId(row.id),
        None if row.customer_id is None else PlatformCustomerId(row.customer_id),
        row.created_at,
        Method(row.method),
        PlatformState(row.state),
        row.raw_state,
        Decimal(row.total),
        Decimal(row.sub_total),
        _load_fees(row.fees),
        told,
    )
