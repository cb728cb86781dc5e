"""What `platform.py` asks the company file, each composed once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fbrecon.domain.documents import PlatformState
from fbrecon.store.composed import composed
from fbrecon.store.repositories.told import PAYMENTS_OF_FILES, PAYOUTS_OF_FILES
from fbrecon.store.tables import (
    AllocationRow,
    CopyRow,
    PayoutLineRow,
    PayoutRow,
    PlatformCustomerRow,
    PlatformInvoiceRow,
    PlatformPaymentRow,
    UnplacedRow,
)

_NOT_FINAL = [state.value for state in PlatformState if not state.is_final]


@composed
def of_id(table: Any, id_: str) -> Any:
    """The row of that id, of any mirrored table."""
    return table.select().where(table.id == id_)


@composed
def customers() -> Any:
    """All customers of the platform."""
    return PlatformCustomerRow.select().order_by(PlatformCustomerRow.id)


@composed
def invoices(customer_id: str | None) -> Any:
    """Invoices of the platform, of one customer or all."""
    query = PlatformInvoiceRow.select().order_by(PlatformInvoiceRow.id)
    if customer_id is None:
        return query
    return query.where(PlatformInvoiceRow.customer_id == customer_id)


@composed
def payments(*, from_files: bool) -> Any:
    """The platform's payments, oldest first; `from_files`: also what only files state."""
    query = PlatformPaymentRow.select().order_by(
        PlatformPaymentRow.created_at, PlatformPaymentRow.id
    )
    return query if from_files else query.where(PlatformPaymentRow.id.not_in(PAYMENTS_OF_FILES))


@composed
def states(ids: Sequence[str]) -> Any:
    """How these payments stand."""
    return PlatformPaymentRow.select(PlatformPaymentRow.id, PlatformPaymentRow.state).where(
        PlatformPaymentRow.id.in_(ids)
    )


@composed
def oldest_open_payment() -> Any:
    """When payments of the platform that are not final yet were created, oldest first."""
    return (
        PlatformPaymentRow.select(PlatformPaymentRow.created_at)
        .where(PlatformPaymentRow.state.in_(_NOT_FINAL))
        .where(PlatformPaymentRow.id.not_in(PAYMENTS_OF_FILES))
        .order_by(PlatformPaymentRow.created_at)
    )


@composed
def allocations() -> Any:
    """Which payment is for which of the platform's invoices."""
    return AllocationRow.select(
        AllocationRow.payment_id, AllocationRow.platform_invoice_id
    ).order_by(AllocationRow.payment_id, AllocationRow.platform_invoice_id)


@composed
def insert_allocation() -> Any:
    """One allocation; the values only shape the statement."""
    return AllocationRow.insert(payment_id="", platform_invoice_id="").on_conflict_ignore()


@composed
def copies(invoice_id: int | None) -> Any:
    """Which invoice is which: all copies, or those of one invoice."""
    query = CopyRow.select()
    return query if invoice_id is None else query.where(CopyRow.invoice_id == invoice_id)


@composed
def delete_copies(platform_invoice_ids: Sequence[str]) -> Any:
    """Take copies out."""
    return CopyRow.delete().where(CopyRow.platform_invoice_id.in_(platform_invoice_ids))


@composed
def insert_copy() -> Any:
    """One copy; the values only shape the statement."""
    return CopyRow.insert(platform_invoice_id="", invoice_id=0, ours=0, reason="")


@composed
def unplaced() -> Any:
    """Payments of which no invoice was found."""
    return UnplacedRow.select()


@composed
def payouts(*, from_files: bool) -> Any:
    """The platform's payouts, newest first; `from_files`: also what only files state."""
    query = PayoutRow.select().order_by(PayoutRow.created_at.desc(), PayoutRow.id)
    return query if from_files else query.where(PayoutRow.id.not_in(PAYOUTS_OF_FILES))


@composed
def payout_lines() -> Any:
    """The lines of all payouts, in order."""
    return PayoutLineRow.select().order_by(PayoutLineRow.payout_id, PayoutLineRow.position)


@composed
def payouts_of(ids: Sequence[str]) -> Any:
    """These payouts."""
    return PayoutRow.select().where(PayoutRow.id.in_(ids))


@composed
def lines_of_payouts(ids: Sequence[str]) -> Any:
    """The lines of these payouts, in order."""
    query = PayoutLineRow.select().order_by(PayoutLineRow.payout_id, PayoutLineRow.position)
    return query.where(PayoutLineRow.payout_id.in_(ids))


@composed
def delete_payout_lines(payout_id: str) -> Any:
    """Take the lines of a payout out."""
    return PayoutLineRow.delete().where(PayoutLineRow.payout_id == payout_id)


@composed
def insert_payout_line() -> Any:
    """One line of a payout; the values only shape the statement."""
    return PayoutLineRow.insert(dict.fromkeys(PayoutLineRow._meta.sorted_fields, 0))  # noqa: SLF001
