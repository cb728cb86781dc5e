"""Tables as a person looks at them: sorted, filtered and searched, each row in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fbrecon.domain.documents import CopyState, InvoiceStatus, Line, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.overview import CustomerRow, InvoiceRow, LineRow, TableQuery
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.listing import Listing
from tests.fakes.samples import (
    AT,
    a_customer,
    a_key,
    a_line,
    a_new_intent,
    a_platform_invoice,
    a_platform_payment,
    an_invoice,
    usd,
)


@pytest.fixture
def listing(stores: CompanyStores) -> Listing:
    """Four invoices that differ in every column."""
    stores.books.save_invoices(
        [
            an_invoice(
                1,
                usd(3000),
                label="b-10",
                customer_name="alder",
                create_on=date(2026, 1, 3),
                due_on=date(2026, 2, 1),
                lines=[],
            ),
            an_invoice(
                2,
                usd(1000),
                outstanding=usd(400),
                label="B-9",
                customer_name="Birch",
                create_on=date(2026, 1, 1),
                due_on=None,
                lines=[a_line(usd(1)), a_line(usd(2), 2)],
            ),
            an_invoice(
                3,
                usd(2000),
                outstanding=usd(0),
                label="A-7",
                customer_name="cedar 100%",
                create_on=date(2026, 1, 2),
                due_on=date(2026, 1, 9),
                visibility=Visibility.ARCHIVED,
            ),
            an_invoice(
                4,
                usd(500),
                label="c_1",
                customer_name="Dogwood",
                create_on=date(2026, 1, 2),
                due_on=date(2026, 1, 9),
                visibility=Visibility.DELETED,
            ),
        ]
    )
    return stores.listing


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("number", [3, 1, 2, 4]),
        ("customer", [1, 2, 3, 4]),
        ("total", [4, 2, 3, 1]),
        ("outstanding", [3, 2, 4, 1]),
        ("paid", [1, 4, 2, 3]),
        ("create_date", [2, 3, 4, 1]),
        ("due_date", [2, 3, 4, 1]),
        ("status", [1, 4, 3, 2]),
        ("lines", [1, 3, 4, 2]),
    ],
)
def test_every_column_sorts_both_ways_and_ties_go_by_id(
    listing: Listing, sort: str, ids: list[int]
) -> None:
    assert list(listing.invoice_ids(TableQuery(sort))) == ids
    assert list(listing.invoice_ids(TableQuery(sort, descending=True))) == ids[::-1]


@pytest.mark.parametrize("sort", ["no such column", "id; DROP TABLE invoice", ""])
def test_a_column_that_cannot_be_sorted_by_is_refused(listing: Listing, sort: str) -> None:
    with pytest.raises(ValueError, match="no sorting"):
        listing.invoice_ids(TableQuery(sort))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", [1, 2, 3, 4]),
        ("B-", [1, 2]),
        ("irc", [2]),
        ("ALDER", [1]),
        ("%", [3]),
        ("_", [4]),
        ("100%", [3]),
        ("\\", []),
        ("'", []),
        ("nothing", []),
    ],
)
def test_the_search_finds_the_text_itself_in_number_or_customer(
    listing: Listing, text: str, ids: list[int]
) -> None:
    assert list(listing.invoice_ids(TableQuery("customer", text=text))) == ids


@pytest.mark.parametrize(
    ("status", "ids"),
    [
        ("open", [1]),
        ("partial", [2]),
        ("paid", [3]),
        ("draft", []),
        ("archived", [3]),
        ("deleted", [4]),
        ("on_platform", [2]),
    ],
)
def test_a_filter_lets_through_what_it_says(
    listing: Listing, stores: CompanyStores, status: str, ids: list[int]
) -> None:
    copy = Copy(PlatformInvoiceId("i1"), InvoiceId(2), ours=True, reason="")
    stores.platform.keep_copies([copy])
    assert list(listing.invoice_ids(TableQuery("customer", status=status))) == ids


def test_search_and_filter_hold_together(listing: Listing) -> None:
    assert list(listing.invoice_ids(TableQuery("customer", text="b-", status="partial"))) == [2]


def test_a_row_shows_the_invoice(listing: Listing) -> None:
    [row] = listing.invoice_rows([2])
    assert row == InvoiceRow(
        id="inv_2",
        freshbooks_id="2",
        number="B-9",
        customer="Birch",
        customer_id="cus_7",
        total=usd(1000),
        outstanding=usd(400),
        paid=usd(600),
        create_on=date(2026, 1, 1),
        due_on=None,
        status="partial",
        visibility="active",
        lines=2,
        platform_invoice_id=None,
        frozen=False,
        platform="waits",
    )


def test_rows_come_in_the_order_asked_for_and_ids_that_are_gone_are_left_out(
    listing: Listing,
) -> None:
    assert [row.freshbooks_id for row in listing.invoice_rows([4, 99, 1])] == ["4", "1"]
    assert listing.invoice_rows([]) == []


def test_many_rows_are_read_in_parts(stores: CompanyStores) -> None:
    stores.books.save_invoices([an_invoice(number, lines=[]) for number in range(1, 1203)])
    keys = stores.listing.invoice_ids(TableQuery("number", descending=True))
    assert [int(row.freshbooks_id) for row in stores.listing.invoice_rows(keys)] == list(keys)
    assert len(keys) == 1202


def test_of_several_copies_the_live_and_newest_is_shown(stores: CompanyStores) -> None:
    stores.books.save_invoices([an_invoice(100)])
    stores.platform.save_invoices(
        [
            a_platform_invoice(
                "newest-but-archived", state=CopyState.ARCHIVED, created_at=AT.replace(day=9)
            ),
            a_platform_invoice("old", created_at=AT.replace(day=1)),
            a_platform_invoice("new", created_at=AT.replace(day=5)),
        ]
    )
    names = ("newest-but-archived", "old", "new")
    stores.platform.keep_copies(
        Copy(PlatformInvoiceId(name), InvoiceId(100), ours=True, reason="") for name in names
    )
    [row] = stores.listing.invoice_rows([100])
    assert row.platform_invoice_id == "new"


@pytest.mark.parametrize(
    ("asked", "owed", "state", "matched", "frozen"),
    [
        (12_000, 0, PlatformState.SUCCEEDED, True, True),
        (12_000, 1, PlatformState.SUCCEEDED, True, True),  # edited afterwards
        (12_001, 1, PlatformState.SUCCEEDED, True, False),
        (12_000, 0, PlatformState.RETURNED, True, False),
        (12_000, 0, PlatformState.SUCCEEDED, False, False),
    ],
)
def test_an_invoice_is_frozen_while_it_is_paid_in_full_through_the_platform(
    stores: CompanyStores,
    asked: int,
    owed: int,
    state: PlatformState,
    matched: bool,
    frozen: bool,
) -> None:
    stores.books.save_invoices([an_invoice(100, usd(12000), outstanding=usd(owed))])
    stores.platform.save_invoices([a_platform_invoice("i1", total=usd(asked))])
    stores.platform.save_payments([a_platform_payment("p1", state=state, total="120.00")])
    stores.platform.link_payments(PlatformInvoiceId("i1"), [PlatformPaymentId("p1")])
    stores.platform.keep_copies(
        [Copy(PlatformInvoiceId("i1"), InvoiceId(100), ours=True, reason="")]
    )
    if matched:
        match = Match(PlatformPaymentId("p1"), BookPaymentId(500), "", "marker")
        stores.decisions.keep_matches([match], AT)
    [row] = stores.listing.invoice_rows([100])
    assert row.frozen is frozen
    assert (row.platform == "paid") is frozen


def test_lines_show_their_taxes_only_where_there_are_any(stores: CompanyStores) -> None:
    lines = [
        Line(1, "Work", "March", "2", "50.5", usd(10100), "VAT", "19", "GST", "5.5"),
        Line(2, "Fee", "", "1", "1.00", usd(100), "VAT", "0.00"),
    ]
    stores.books.save_invoices([an_invoice(100, lines=lines)])
    assert stores.listing.line_rows(100) == [
        LineRow("line_100_0", "Work", "March", "2", "50.5", usd(10100), "VAT 19 %, GST 5.5 %"),
        LineRow("line_100_1", "Fee", "", "1", "1.00", usd(100), ""),
    ]
    assert stores.listing.line_rows(101) == []


def test_customers_are_listed_by_name_with_their_twin_on_the_platform(
    stores: CompanyStores,
) -> None:
    stores.books.save_customers(
        [a_customer(1, "birch"), a_customer(2, "Alder", visibility=Visibility.ARCHIVED)]
    )
    key = a_key("x", "1", kind=WriteKind.PLATFORM_CUSTOMER)
    intent = stores.outbox.add(a_new_intent(key))
    stores.outbox.move(intent, PostingState.ADOPTED, "There.", remote_id="c1")
    email = "books@birch.example"
    assert stores.customers.rows() == [
        CustomerRow("cus_2", "2", "Alder", email, "USD", "archived", None),
        CustomerRow("cus_1", "1", "birch", email, "USD", "active", "c1"),
    ]


def test_a_disputed_invoice_that_was_deleted_is_only_found_among_the_deleted(
    stores: CompanyStores,
) -> None:
    gone = an_invoice(1, status=InvoiceStatus.DISPUTED, visibility=Visibility.DELETED)
    stores.books.save_invoices([gone, replace(gone, id=InvoiceId(2), visibility=Visibility.ACTIVE)])
    assert list(stores.listing.invoice_ids(TableQuery("number", status="disputed"))) == [2]
    assert list(stores.listing.invoice_ids(TableQuery("number", status="deleted"))) == [1]


def test_dates_are_days_and_never_pass_through_a_zone(stores: CompanyStores) -> None:
    late = datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
    stores.books.save_invoices([an_invoice(create_on=date(2026, 3, 1), updated_at=late)])
    assert stores.listing.invoice_rows([100])[0].create_on == date(2026, 3, 1)


def test_the_first_rows_alone_are_the_first_of_all(listing: Listing) -> None:
    query = TableQuery("customer", descending=True)
    assert list(listing.invoice_ids(replace(query, limit=2))) == [4, 3]
    assert list(listing.invoice_ids(replace(query, limit=2, text="irc"))) == [2]


@pytest.mark.parametrize(
    ("changed", "ids"),
    [
        ({"from_on": date(2026, 1, 2)}, [1, 3, 4]),
        ({"until_on": date(2026, 1, 2)}, [2, 3, 4]),
        ({"from_on": date(2026, 1, 2), "until_on": date(2026, 1, 2)}, [3, 4]),
        ({"currency": "USD"}, [1, 2, 3, 4]),
        ({"currency": "CAD"}, []),
        ({"from_on": date(2026, 1, 2), "status": "open", "text": "b-"}, [1]),
    ],
)
@pytest.mark.parametrize("sort", ["customer", "create_date"])
def test_period_and_currency_hold_with_every_order(
    listing: Listing, changed: dict[str, object], ids: list[int], sort: str
) -> None:
    query = replace(TableQuery(sort), **changed)  # type: ignore[arg-type]
    assert sorted(listing.invoice_ids(query)) == ids


def test_new_invoices_are_found_before_the_search_was_taught(listing: Listing) -> None:
    assert list(listing.invoice_ids(TableQuery("number", text="cedar"))) == [3]
    listing._file.sql("UPDATE invoice SET customer_name = 'Elm' WHERE id = 3")
    assert list(listing.invoice_ids(TableQuery("number", text="cedar"))) == []
    assert list(listing.invoice_ids(TableQuery("number", text="ELM"))) == [3]


# ---- which invoice a payment is for


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", [2, 1]),
        ("b-", [2, 1]),
        ("ALDER", [1]),
        ("4.00", [2]),
        ("10", [2, 1]),  # the total of one, and a part of the other's number
        ("30,00 usd", [1]),
        ("cedar", []),
        ("dogwood", []),
    ],
)
def test_an_invoice_that_is_owed_is_found_by_number_customer_or_sum(
    listing: Listing, text: str, ids: list[int]
) -> None:
    assert list(listing.owed_ids(TableQuery("left", text=text), (), usd(400))) == ids


def test_what_comes_near_is_first_then_the_nearest_in_sum(listing: Listing) -> None:
    near = TableQuery("left")
    assert list(listing.owed_ids(near, (), usd(2900))) == [1, 2]
    assert list(listing.owed_ids(near, (2,), usd(2900))) == [2, 1]
    # One that was paid in the meantime may be the same money; a deleted one states none.
    assert list(listing.owed_ids(near, (3, 4, 2), usd(2900))) == [3, 2, 1]
    assert list(listing.owed_ids(near, (3,))) == [3, 1, 2]  # no sum: the newest
    assert list(listing.owed_ids(TableQuery("number", descending=True), (3,))) == [2, 1, 3]
    assert list(listing.owed_ids(TableQuery("left", limit=1), (), usd(400))) == [2]
    assert list(listing.owed_ids(TableQuery("left", currency="EUR"), (), None)) == []


def test_drafts_are_no_place_for_a_payment(stores: CompanyStores) -> None:
    stores.books.save_invoices([an_invoice(5, usd(100), status=InvoiceStatus.DRAFT)])
    assert list(stores.listing.owed_ids(TableQuery("left"), (), usd(100))) == []
