"""The mirror of the books: customers, invoices with lines, payments, ledger accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from fbrecon.domain.documents import (
    BookPayment,
    Customer,
    Invoice,
    InvoiceStatus,
    Line,
    Visibility,
)
from fbrecon.domain.ids import BookPaymentId, CustomerId, InvoiceId, LedgerAccountId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Saved
from fbrecon.domain.posting import find_marker
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import to_micros
from fbrecon.store.repositories import book_queries as ask
from fbrecon.store.repositories.upsert import digest, upsert
from fbrecon.store.tables import (
    BookPaymentRow,
    CustomerRow,
    InvoiceRow,
    LedgerAccountRow,
    LineRow,
)


class BooksMirror:
    """Reads and writes the mirrored books of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- storing

    def save_customers(self, customers: Sequence[Customer]) -> Saved:
        """Store one page of customers in one transaction."""
        rows = []
        for c in customers:
            content = (c.name, c.email, c.currency, c.visibility.value, to_micros(c.updated_at))
            rows.append((c.id, *content, digest(*content)))
        with self._file.write():
            return upsert(self._file, CustomerRow, rows)[0]

    def save_invoices(self, invoices: Sequence[Invoice]) -> tuple[Saved, Saved]:
        """Store one page of invoices and their lines in one transaction: (invoices, lines)."""
        rows, lines = [], {}
        for invoice in invoices:
            # The same invoice twice on one page: the later one counts, as for its own row.
            lines[invoice.id] = [line_row(invoice.id, n, x) for n, x in enumerate(invoice.lines)]
            rows.append(invoice_row(invoice, lines[invoice.id]))
        with self._file.write():
            saved, written = upsert(self._file, InvoiceRow, rows)
            counts = self._replace_lines({number: lines[number] for number in written}, written)
            seen = sum(len(invoice.lines) for invoice in invoices)
            return saved, counts + Saved(unchanged=seen - sum(len(lines[n]) for n in written))

    def _replace_lines(
        self, lines: Mapping[int, Sequence[tuple[object, ...]]], is_new: Mapping[int, bool]
    ) -> Saved:
        """All lines of these invoices, by invoice. A new one has none yet: lines go with theirs."""
        known = [number for number in lines if not is_new[number]]
        before: dict[int, set[tuple[object, ...]]] = {}
        for part in chunks(known):
            for row in self._file.tuples(ask.lines(part)):
                before.setdefault(row[0], set()).add(row)
        if known:
            self._file.run_many(ask.delete_lines(0), [(number,) for number in known])
        self._file.run_many(ask.insert_line(), chain.from_iterable(lines.values()))
        counts = Saved()
        for number in known:
            rows, old = lines[number], before.get(number, set())
            same = len(old.intersection(rows))
            changed = max(min(len(old), len(rows)) - same, 0)
            counts += Saved(len(rows) - same - changed, changed, same)
        return counts + Saved(new=sum(len(lines[n]) for n in lines if is_new[n]))

    def save_payments(self, payments: Sequence[BookPayment]) -> Saved:
        """Store one page of payments in one transaction."""
        rows = []
        for p in payments:
            content = (
                p.invoice_id,
                p.customer_id,
                p.credit_id,
                p.amount.currency,
                p.amount.minor,
                p.paid_on.isoformat(),
                p.method,
                p.note,
                find_marker(p.note),
                p.gateway,
                p.overpayment_id,
                int(p.from_credit),
                p.visibility.value,
                to_micros(p.updated_at),
            )
            rows.append((p.id, *content, digest(*content)))
        with self._file.write():
            return upsert(self._file, BookPaymentRow, rows)[0]

    def save_ledger_accounts(self, accounts: Sequence[LedgerAccount]) -> Saved:
        """Store the whole chart of accounts; accounts no longer listed are removed."""
        rows = []
        for a in accounts:
            content = (
                a.name,
                a.number,
                a.type,
                a.sub_type,
                a.parent_id,
                a.system_name,
                a.state,
                int(a.has_children),
            )
            rows.append((a.id, *content, digest(*content)))
        with self._file.write():
            saved = upsert(self._file, LedgerAccountRow, rows)[0]
            gone = LedgerAccountRow.id.not_in([row[0] for row in rows])
            self._file.run(LedgerAccountRow.delete().where(gone))
            return saved

    # ---- reading

    def find_customer(self, customer_id: CustomerId) -> Customer | None:
        """One mirrored customer."""
        row = self._file.find(ask.of_id(CustomerRow, customer_id))
        return None if row is None else _customer(row)

    def find_invoice(self, invoice_id: InvoiceId, *, lines: bool = True) -> Invoice | None:
        """One mirrored invoice."""
        row = self._file.find(ask.of_id(InvoiceRow, invoice_id))
        if row is None:
            return None
        return _invoice(row, self._lines_of([row.id]).get(row.id, ()) if lines else ())

    def list_collectable(self) -> list[Invoice]:
        """Open, live invoices with something outstanding, oldest first, with their lines."""
        rows = self._file.rows(ask.collectable())
        lines = self._lines_of([row.id for row in rows])
        return [_invoice(row, lines.get(row.id, ())) for row in rows]

    def list_invoices_by_number(self, numbers: Iterable[str]) -> list[Invoice]:
        """Mirrored invoices with one of these numbers, without their lines."""
        found: list[Invoice] = []
        for part in chunks(sorted(set(numbers))):
            found += [_invoice(row, ()) for row in self._file.rows(ask.numbered(part))]
        return found

    def list_invoices(self, ids: Iterable[InvoiceId]) -> list[Invoice]:
        """These mirrored invoices, without their lines."""
        found: list[Invoice] = []
        for part in chunks(sorted(set(ids))):
            found += [_invoice(row, ()) for row in self._file.rows(ask.invoices(part))]
        return found

    def list_invoice_marks(self) -> list[tuple[InvoiceId, str, int]]:
        """Id, number and outstanding sum in minor units of every live invoice."""
        live = (Visibility.ACTIVE.value, Visibility.ARCHIVED.value)
        query = InvoiceRow.select(InvoiceRow.id, InvoiceRow.number, InvoiceRow.outstanding_minor)
        return self._file.tuples(query.where(InvoiceRow.visibility.in_(live)))

    def list_payments_of_sums(self, sums: Iterable[int]) -> list[BookPayment]:
        """Live payments on invoices that carry no marker of ours, of these sums in minor units."""
        found: list[BookPayment] = []
        live = (Visibility.ACTIVE.value, Visibility.ARCHIVED.value)
        for part in chunks(sorted(set(sums))):
            query = BookPaymentRow.select().where(
                BookPaymentRow.amount_minor.in_(part),
                BookPaymentRow.visibility.in_(live),
                BookPaymentRow.marker.is_null(),
                BookPaymentRow.invoice_id.is_null(is_null=False),
            )
            found += [_payment(row) for row in self._file.rows(query.order_by(BookPaymentRow.id))]
        return found

    def list_invoice_ids(self) -> list[InvoiceId]:
        """The ids of all mirrored invoices."""
        return [row[0] for row in self._file.tuples(ask.invoice_ids())]

    def row_counts(self) -> dict[str, int]:
        """How many rows the file holds, by the names that the contract uses."""
        tables = {
            "invoices": "invoice",
            "lines": "line",
            "customers": "customer",
            "freshbooks_payments": "book_payment",
            "platform_payments": "platform_payment",
            "payouts": "payout",
        }
        counted = ", ".join(f"(SELECT COUNT(*) FROM {name})" for name in tables.values())  # noqa: S608
        [row] = self._file.sql(f"SELECT {counted}")
        return dict(zip(tables, map(int, row), strict=True))

    def _lines_of(self, ids: Sequence[int]) -> dict[int, tuple[Line, ...]]:
        found: dict[int, list[Line]] = {}
        for part in chunks(ids):
            for row in self._file.rows(ask.lines(part)):
                found.setdefault(row.invoice_id, []).append(_line(row))
        return {invoice_id: tuple(lines) for invoice_id, lines in found.items()}

    def find_payment(self, payment_id: BookPaymentId) -> BookPayment | None:
        """One mirrored payment."""
        row = self._file.find(ask.of_id(BookPaymentRow, payment_id))
        return None if row is None else _payment(row)

    def list_payments(self, ids: Iterable[BookPaymentId]) -> list[BookPayment]:
        """These of the mirrored payments, as far as they are here."""
        found: list[BookPayment] = []
        for part in chunks(sorted(set(ids))):
            found += [_payment(row) for row in self._file.rows(ask.payments(part))]
        return found

    def list_payments_of(self, invoice_ids: Iterable[InvoiceId]) -> list[BookPayment]:
        """Mirrored payments of these invoices, deleted ones included."""
        found: list[BookPayment] = []
        for part in chunks(sorted(set(invoice_ids))):
            found += [_payment(row) for row in self._file.rows(ask.payments_on(part))]
        return found

    def list_marked_payments(self) -> list[BookPayment]:
        """Mirrored payments that carry a marker of ours, deleted ones included."""
        return [_payment(row) for row in self._file.rows(ask.marked())]

    def list_payments_with(self, marker: str) -> list[BookPayment]:
        """Mirrored payments that carry that marker, on whatever invoice, deleted ones included."""
        return [_payment(row) for row in self._file.rows(ask.marked_as(marker))]

    def has_marked_payments(self) -> bool:
        """Whether any mirrored payment carries a marker of ours, deleted ones included."""
        return self._file.find(ask.marked()) is not None

    def list_doubled_markers(self) -> list[str]:
        """Markers of ours that stand on more than one live mirrored payment."""
        found = self._file.sql(
            "SELECT marker FROM book_payment WHERE marker IS NOT NULL "
            "AND visibility IN ('active', 'archived') "
            "GROUP BY marker HAVING COUNT(*) > 1 ORDER BY marker"
        )
        return [str(marker) for (marker,) in found]

    def list_ledger_accounts(self) -> list[LedgerAccount]:
        """The mirrored chart of accounts by number."""
        return [
            LedgerAccount(
                LedgerAccountId(row.id),
                row.name,
                row.number,
                row.type,
                row.sub_type,
                row.parent_id,
                row.system_name,
                row.state,
                bool(row.has_children),
            )
            for row in self._file.rows(ask.accounts())
        ]


def invoice_row(i: Invoice, lines: Sequence[tuple[object, ...]]) -> tuple[object, ...]:
    """An invoice as its table has it; the digest covers its lines, given as theirs has them."""
    content = (
        i.number,
        i.customer_id,
        i.customer_name,
        i.total.currency,
        i.total.minor,
        i.outstanding.minor,
        i.paid.minor,
        i.discount.minor,
        i.create_on.isoformat(),
        i.due_on.isoformat() if i.due_on else None,
        i.status.value,
        i.visibility.value,
        to_micros(i.updated_at),
        len(i.lines),
    )
    return (i.id, *content, digest(*content, *lines))


def line_row(invoice_id: int, position: int, line: Line) -> tuple[object, ...]:
    """A line as its table has it."""
    return (
        invoice_id,
        position,
        line.line_id,
        line.name,
        line.description,
        line.quantity,
        line.amount.currency,
        line.unit_cost,
        line.amount.minor,
        line.tax1_name,
        line.tax1_percent,
        line.tax2_name,
        line.tax2_percent,
    )


def _customer(row: CustomerRow) -> Customer:
    return Customer(
        CustomerId(row.id),
        row.name,
        row.email,
        row.currency,
        Visibility(row.visibility),
        row.updated_at,
    )


def _invoice(row: InvoiceRow, lines: tuple[Line, ...]) -> Invoice:
    return Invoice(
        InvoiceId(row.id),
        row.number,
        CustomerId(row.customer_id),
        row.customer_name,
        Money(row.total_minor, row.currency),
        Money(row.outstanding_minor, row.currency),
        Money(row.paid_minor, row.currency),
        Money(row.discount_minor, row.currency),
        row.create_on,
        row.due_on,
        InvoiceStatus(row.status),
        Visibility(row.visibility),
        row.updated_at,
        lines,
    )


def _line(row: LineRow) -> Line:
    return Line(
        row.line_id,
        row.name,
        row.description,
        row.quantity,
        row.unit_cost,
        Money(row.amount_minor, row.currency),
        row.tax1_name,
        row.tax1_percent,
        row.tax2_name,
        row.tax2_percent,
    )


def _payment(row: BookPaymentRow) -> BookPayment:
    return BookPayment(
        BookPaymentId(row.id),
        None if row.invoice_id is None else InvoiceId(row.invoice_id),
        None if row.customer_id is None else CustomerId(row.customer_id),
        row.credit_id,
        Money(row.amount_minor, row.currency),
        row.paid_on,
        row.method,
        row.note,
        row.gateway,
        row.overpayment_id,
        bool(row.from_credit),
        Visibility(row.visibility),
        row.updated_at,
    )
