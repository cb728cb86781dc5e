"""What `books.py` asks the company file, each composed once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fbrecon.domain.documents import InvoiceStatus, Visibility
from fbrecon.store.composed import composed
from fbrecon.store.tables import BookPaymentRow, InvoiceRow, LedgerAccountRow, LineRow


@composed
def of_id(table: Any, id_: int) -> Any:
    """The row of that id, of any mirrored table."""
    return table.select().where(table.id == id_)


@composed
def invoices(ids: Sequence[int]) -> Any:
    """These invoices."""
    return InvoiceRow.select().where(InvoiceRow.id.in_(ids)).order_by(InvoiceRow.id)


@composed
def numbered(numbers: Sequence[str]) -> Any:
    """Invoices with one of these numbers."""
    return InvoiceRow.select().where(InvoiceRow.number.in_(numbers)).order_by(InvoiceRow.id)


@composed
def invoice_ids() -> Any:
    """The ids of all invoices."""
    return InvoiceRow.select(InvoiceRow.id)


@composed
def collectable() -> Any:
    """Open, live invoices with something outstanding, oldest first."""
    return (
        InvoiceRow.select()
        .where(
            InvoiceRow.visibility == Visibility.ACTIVE.value,
            InvoiceRow.status.in_([InvoiceStatus.OPEN.value, InvoiceStatus.PARTIAL.value]),
            InvoiceRow.outstanding_minor > 0,
        )
        .order_by(InvoiceRow.create_on, InvoiceRow.id)
    )


@composed
def lines(invoice_ids: Sequence[int]) -> Any:
    """The lines of these invoices, in order."""
    query = LineRow.select().where(LineRow.invoice_id.in_(invoice_ids))
    return query.order_by(LineRow.invoice_id, LineRow.position)


@composed
def delete_lines(invoice_id: int) -> Any:
    """Take the lines of an invoice out."""
    return LineRow.delete().where(LineRow.invoice_id == invoice_id)


@composed
def insert_line() -> Any:
    """One line; the values only shape the statement."""
    return LineRow.insert(dict.fromkeys(LineRow._meta.sorted_fields, 0))  # noqa: SLF001


@composed
def payments_on(invoice_ids: Sequence[int]) -> Any:
    """Payments of these invoices, deleted ones included."""
    query = BookPaymentRow.select().where(BookPaymentRow.invoice_id.in_(invoice_ids))
    return query.order_by(BookPaymentRow.id)


@composed
def payments(ids: Sequence[int]) -> Any:
    """These payments."""
    return BookPaymentRow.select().where(BookPaymentRow.id.in_(ids))


@composed
def marked() -> Any:
    """Payments with a marker of ours, deleted ones included."""
    query = BookPaymentRow.select().where(BookPaymentRow.marker.is_null(is_null=False))
    return query.order_by(BookPaymentRow.id)


@composed
def marked_as(marker: str) -> Any:
    """Payments with that marker, deleted ones included."""
    query = BookPaymentRow.select().where(BookPaymentRow.marker == marker)
    return query.order_by(BookPaymentRow.id)


@composed
def accounts() -> Any:
    """The chart of accounts by number."""
    return LedgerAccountRow.select().order_by(LedgerAccountRow.number, LedgerAccountRow.name)
