"""What the window can sort by, the company file can sort by."""

from __future__ import annotations

from fbrecon.store.repositories.customer_listing import CUSTOMER_SORTS
from fbrecon.store.repositories.listing import INVOICE_SORTS
from fbrecon.store.repositories.payment_listing import PAYMENT_SORTS
from ui.tables.customer_columns import customer_columns
from ui.tables.invoice_columns import invoice_columns
from ui.tables.payment_columns import payment_columns


def test_every_sortable_column_is_known_to_the_company_file() -> None:
    assert {c.key for c in invoice_columns() if c.sortable} <= set(INVOICE_SORTS)
    assert {c.key for c in customer_columns() if c.sortable} <= set(CUSTOMER_SORTS)
    assert {c.key for c in payment_columns() if c.sortable} <= set(PAYMENT_SORTS)
