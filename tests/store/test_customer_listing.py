"""The table of customers: what each owes by currency, sorted, filtered and searched."""

from __future__ import annotations

from datetime import date

import pytest

from fbrecon.domain.documents import InvoiceStatus, Visibility
from fbrecon.domain.money import Money
from fbrecon.domain.overview import TableQuery
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.store.company import CompanyStores
from tests.fakes.samples import (
    PLATFORM,
    a_book_payment,
    a_customer,
    a_key,
    a_new_intent,
    a_platform_customer,
    an_invoice,
    usd,
)


@pytest.fixture
def three(stores: CompanyStores) -> CompanyStores:
    """One who owes in two currencies, one who owes nothing, one who was archived."""
    stores.books.save_customers(
        [
            a_customer(1, "birch"),
            a_customer(2, "Alder", currency="CAD"),
            a_customer(3, "Cedar", visibility=Visibility.ARCHIVED),
        ]
    )
    stores.books.save_invoices(
        [
            an_invoice(10, usd(500), customer=1),
            an_invoice(11, usd(700), outstanding=usd(200), customer=1),
            an_invoice(12, Money(900, "JPY"), customer=1),
            an_invoice(13, usd(900), customer=1, visibility=Visibility.DELETED),
            an_invoice(14, usd(900), customer=2, status=InvoiceStatus.DRAFT),
            an_invoice(15, usd(900), outstanding=usd(0), customer=2),
            an_invoice(16, usd(800), customer=3, status=InvoiceStatus.DISPUTED),
        ]
    )
    intent = stores.outbox.add(a_new_intent(a_key("x", "2", kind=WriteKind.PLATFORM_CUSTOMER)))
    stores.outbox.move(intent, PostingState.ADOPTED, "There.", remote_id="c2")
    stores.platform.save_customers([a_platform_customer("c2")])
    return stores


def test_open_sums_stand_by_currency_and_drafts_and_deleted_ones_owe_nothing(
    three: CompanyStores,
) -> None:
    alder, birch, cedar = three.customers.rows()
    assert (birch.name, birch.open, birch.invoices) == ("birch", (Money(900, "JPY"), usd(700)), 3)
    assert (alder.name, alder.open, alder.invoices) == ("Alder", (), 2)
    assert (cedar.name, cedar.open, cedar.invoices) == ("Cedar", (usd(800),), 1)
    assert (alder.platform_customer_id, alder.platform_name) == ("c2", "Birch & Co")
    assert alder.differs


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("name", [2, 1, 3]),
        ("email", [1, 2, 3]),
        ("currency", [2, 1, 3]),
        ("open", [2, 3, 1]),
        ("invoices", [3, 2, 1]),
        ("visibility", [1, 2, 3]),
    ],
)
def test_every_column_sorts_both_ways(three: CompanyStores, sort: str, ids: list[int]) -> None:
    assert list(three.customers.keys(TableQuery(sort))) == ids
    assert list(three.customers.keys(TableQuery(sort, descending=True))) == ids[::-1]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (TableQuery("name", status="owing"), [1, 3]),
        (TableQuery("name", status="on_platform"), [2]),
        (TableQuery("name", status="archived"), [3]),
        (TableQuery("name", status="deleted"), []),
        (TableQuery("name", text="D"), [2, 3]),
        (TableQuery("open", descending=True, text="irch", status="owing"), [1, 3]),
        (TableQuery("name", text="books@"), [2, 1, 3]),
        (TableQuery("name", currency="CAD"), [2]),
        (TableQuery("name", from_on=date(2030, 1, 1)), [2, 1, 3]),
    ],
)
def test_filters_let_through_what_they_say(
    three: CompanyStores, query: TableQuery, ids: list[int]
) -> None:
    assert list(three.customers.keys(query)) == ids


def test_a_customers_invoices_and_payments_come_newest_first_and_no_more_than_asked_for(
    three: CompanyStores,
) -> None:
    three.books.save_payments(
        [
            a_book_payment(500, invoice=10, paid_on=date(2026, 1, 1)),
            a_book_payment(501, invoice=11, paid_on=date(2026, 1, 3)),
            a_book_payment(502, invoice=16, paid_on=date(2026, 1, 2)),
        ]
    )
    invoices = three.listing.rows_of_customer(1, 3)
    assert [row.freshbooks_id for row in invoices] == ["12", "11", "10"]
    payments = three.payments.rows_of_customer(PLATFORM, "UTC", 1, 1)
    assert [row.id for row in payments] == ["pay_book_501"]
