"""Whatever the invoice: its copy asks for exactly what is outstanding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.composing import compose_copy
from fbrecon.domain.documents import Invoice
from fbrecon.domain.money import total
from fbrecon.domain.posting import IntentKey, find_marker

from .kinds import invoices, keys


@given(invoices(), keys, st.booleans())
def test_the_lines_always_make_up_what_is_outstanding(
    invoice: Invoice, key: IntentKey, itemised: bool
) -> None:
    lines = compose_copy(invoice, key.marker, itemised=itemised)
    currency = invoice.outstanding.currency
    assert total((line.amount for line in lines), currency) == invoice.outstanding


@given(invoices(), keys, st.booleans())
def test_the_first_line_always_carries_number_and_marker(
    invoice: Invoice, key: IntentKey, itemised: bool
) -> None:
    lines = compose_copy(invoice, key.marker, itemised=itemised)
    assert find_marker(lines[0].description) == key.marker
    assert f"Invoice {invoice.number}" in lines[0].description
    assert all(find_marker(line.description) is None for line in lines[1:])


@given(invoices(), keys)
def test_items_keep_the_sums_of_the_books(invoice: Invoice, key: IntentKey) -> None:
    lines = compose_copy(invoice, key.marker)
    if len(lines) > 1:
        shown = [line.amount for line in lines[: len(invoice.lines)]]
        assert shown == [line.amount for line in invoice.lines]


@given(invoices(), keys)
def test_no_line_is_empty_of_words_or_broken_over_lines(invoice: Invoice, key: IntentKey) -> None:
    for line in compose_copy(invoice, key.marker):
        assert line.description.strip()
        assert len(line.description.splitlines()) == 1
