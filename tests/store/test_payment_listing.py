"""The table of payments: both sides in one row, with where each stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fbrecon.domain.documents import Method, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.money import Money
from fbrecon.domain.overview import PaymentRow, TableQuery
from fbrecon.domain.posting import TRANSITIONS, PostingState
from fbrecon.store.company import CompanyStores
from tests.fakes.samples import (
    AT,
    DAY,
    PLATFORM,
    a_book_payment,
    a_customer,
    a_fee,
    a_key,
    a_new_intent,
    a_platform_customer,
    a_platform_invoice,
    a_platform_payment,
    an_invoice,
    usd,
)

ZONE = "America/New_York"
S = PostingState


def _allocate(stores: CompanyStores, payment: str = "p1", invoice: int = 100) -> None:
    """The payment is for that invoice, whose copy on the platform is `i` and its number."""
    remote = PlatformInvoiceId(f"i{invoice}")
    stores.platform.link_payments(remote, [PlatformPaymentId(payment)])
    known = stores.file.sql("SELECT platform_invoice_id, invoice_id FROM copy")
    copies = {PlatformInvoiceId(a): InvoiceId(b) for a, b in known} | {remote: InvoiceId(invoice)}
    stores.platform.keep_copies(Copy(a, b, ours=True, reason="") for a, b in copies.items())


def _match(stores: CompanyStores, payment: str = "p1", booked: int = 500) -> None:
    match = Match(PlatformPaymentId(payment), BookPaymentId(booked), "They agree.", "rule")
    stores.decisions.keep_matches([match], AT)


def _walk(stores: CompanyStores, goal: PostingState, leg: str = "100", payment: str = "p1") -> None:
    """An intent of that payment, brought to that state along the machine."""
    intent = stores.outbox.add(a_new_intent(a_key(payment, leg)))
    ways: dict[PostingState, list[PostingState]] = {S.APPROVED: []}
    queue = [S.APPROVED]
    while goal not in ways:
        here = queue.pop(0)
        for there in sorted(TRANSITIONS[here] - set(ways)):
            ways[there] = [*ways[here], there]
            queue.append(there)
    for step in ways[goal]:
        intent = stores.outbox.move(intent, step, f"It is {step.value}.")


def _keys(stores: CompanyStores, query: TableQuery | None = None) -> list[str]:
    """The public ids of the payments in the order of their keys."""
    keys = stores.payments.keys(PLATFORM, query or TableQuery("date"))
    return [row.id for row in stores.payments.rows(PLATFORM, ZONE, keys)]


def _rows(stores: CompanyStores, zone: str = ZONE) -> list[PaymentRow]:
    return stores.payments.rows(PLATFORM, zone, _keys(stores))


def _row(stores: CompanyStores) -> PaymentRow:
    [row] = _rows(stores)
    return row


# ---- what a row shows


def test_a_matched_payment_is_one_row_with_both_sides(stores: CompanyStores) -> None:
    stores.books.save_customers([a_customer()])
    stores.books.save_invoices([an_invoice(100, usd(12000))])
    stores.books.save_payments([a_book_payment(500)])
    fees = [a_fee("3.60", by_customer=True)]
    stores.platform.save_payments([a_platform_payment("p1", "123.60", fees=fees)])
    _allocate(stores)
    stores.platform.save_invoices([a_platform_invoice("i100")])
    _match(stores)
    assert _row(stores) == PaymentRow(
        id="pay_p1",
        platform_payment_id="p1",
        freshbooks_payment_id="500",
        invoice_number="INV-100",
        invoice_freshbooks_id="100",
        customer="Birch & Co",
        amount=usd(12000),
        paid_on=DAY,
        method="card",
        state="matched",
        platform_state="succeeded",
        posting_state="none",
        reason="They agree.",
    )


def test_a_payment_that_only_the_books_have_is_its_own_row(stores: CompanyStores) -> None:
    stores.books.save_customers([a_customer()])
    stores.books.save_invoices([an_invoice()])
    stores.books.save_payments([a_book_payment(500)])
    assert _row(stores) == PaymentRow(
        id="pay_book_500",
        platform_payment_id=None,
        freshbooks_payment_id="500",
        invoice_number="INV-100",
        invoice_freshbooks_id="100",
        customer="Birch & Co",
        amount=usd(12000),
        paid_on=DAY,
        method="Check",
        state="only_in_freshbooks",
        platform_state="unknown",
        posting_state="none",
        reason="Recorded in FreshBooks; the platform did not collect it.",
    )


def test_a_credit_in_the_books_is_called_so(stores: CompanyStores) -> None:
    stores.books.save_customers([a_customer()])
    stores.books.save_payments([a_book_payment(500, invoice=None, credit=9)])
    row = _row(stores)
    assert row.reason == "A credit in FreshBooks."
    assert (row.invoice_number, row.invoice_freshbooks_id, row.customer) == (
        None,
        None,
        "Birch & Co",
    )


def test_a_deleted_payment_in_the_books_has_no_row(stores: CompanyStores) -> None:
    stores.books.save_payments([a_book_payment(500, visibility=Visibility.DELETED)])
    assert _keys(stores) == []


def test_a_payment_whose_invoice_nobody_knows_has_no_sum(stores: CompanyStores) -> None:
    stores.platform.save_customers([a_platform_customer()])
    stores.platform.save_payments([a_platform_payment()])
    row = _row(stores)
    assert row.amount is None
    assert (row.invoice_number, row.invoice_freshbooks_id) == (None, None)
    assert row.customer == "Birch & Co"


@pytest.mark.parametrize(
    ("total", "currency", "amount"),
    [("120", "JPY", Money(120, "JPY")), ("1.234", "KWD", Money(1234, "KWD")), ("1.5", "JPY", None)],
)
def test_the_sum_is_read_in_the_currency_of_the_platforms_invoice(
    stores: CompanyStores, total: str, currency: str, amount: Money | None
) -> None:
    stores.platform.save_payments([a_platform_payment("p1", total)])
    stores.platform.save_invoices([a_platform_invoice("i100", Money(1, currency))])
    _allocate(stores)
    assert _row(stores).amount == amount


def test_the_day_is_that_of_the_businesss_zone(stores: CompanyStores) -> None:
    late = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
    stores.platform.save_payments([a_platform_payment(created_at=late)])
    assert _rows(stores, "America/New_York")[0].paid_on == date(2026, 2, 28)
    assert _rows(stores, "Pacific/Kiritimati")[0].paid_on == date(2026, 3, 1)


# ---- states


@pytest.mark.parametrize("matched", [False, True])
@pytest.mark.parametrize("platform_state", PlatformState)
def test_without_an_intent_a_payment_stands_where_platform_and_match_say(
    stores: CompanyStores, platform_state: PlatformState, matched: bool
) -> None:
    stores.platform.save_payments([a_platform_payment(state=platform_state)])
    if matched:
        stores.books.save_payments([a_book_payment(500)])
        _match(stores)
    usual = "matched" if matched else "held"
    expected = {
        PlatformState.FAILED: "failed",
        PlatformState.CANCELLED: "failed",
        PlatformState.RETURNED: "returned",
        PlatformState.DISPUTED: "returned",
        PlatformState.REFUNDED: "returned",
    }.get(platform_state, usual)
    row = _row(stores)
    assert (row.state, row.platform_state, row.posting_state) == (
        expected,
        platform_state.value,
        "none",
    )


@pytest.mark.parametrize("matched", [False, True])
@pytest.mark.parametrize("posting_state", PostingState)
def test_an_intent_says_where_a_collected_payment_stands(
    stores: CompanyStores, posting_state: PostingState, matched: bool
) -> None:
    stores.platform.save_payments([a_platform_payment()])
    _walk(stores, posting_state)
    if matched:
        stores.books.save_payments([a_book_payment(500)])
        _match(stores)
    expected = {
        S.POSTED: "posted",
        S.ADOPTED: "posted",
        S.VERIFIED: "posted",
        S.SENDING: "uncertain",
        S.UNCERTAIN: "uncertain",
        S.REFUSED: "failed",
        S.DISCREPANCY: "failed",
    }.get(posting_state, "matched" if matched else "held")
    row = _row(stores)
    assert (row.state, row.posting_state) == (expected, posting_state.value)
    if posting_state is not S.APPROVED:
        assert row.reason == f"It is {posting_state.value}."


@pytest.mark.parametrize(
    ("platform_state", "state"),
    [(PlatformState.RETURNED, "returned"), (PlatformState.FAILED, "failed")],
)
def test_a_payment_that_came_back_after_it_was_posted_says_so(
    stores: CompanyStores, platform_state: PlatformState, state: str
) -> None:
    stores.platform.save_payments([a_platform_payment(state=platform_state)])
    _walk(stores, S.VERIFIED)
    assert (_row(stores).state, _row(stores).posting_state) == (state, "verified")


def test_the_newest_generation_of_a_leg_speaks_for_it(stores: CompanyStores) -> None:
    stores.platform.save_payments([a_platform_payment()])
    _walk(stores, S.UNDONE)
    stores.outbox.add(a_new_intent(a_key("p1", "100", generation=2), S.PROPOSED))
    assert _row(stores).posting_state == "proposed"


@pytest.mark.parametrize("first", ["100", "101"])
@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (S.UNCERTAIN, S.POSTED),
        (S.REFUSED, S.VERIFIED),
        (S.HELD, S.POSTED),
        (S.UNCERTAIN, S.REFUSED),
        (S.DISCREPANCY, S.HELD),
    ],
)
def test_of_several_legs_the_one_that_needs_looking_at_speaks_for_the_payment(
    stores: CompanyStores, first: str, worse: PostingState, better: PostingState
) -> None:
    stores.platform.save_payments([a_platform_payment()])
    stores.platform.save_invoices([a_platform_invoice("i100")])
    _allocate(stores)
    legs = {first: worse, "101" if first == "100" else "100": better}
    for leg in ("100", "101"):
        _walk(stores, legs[leg], leg)
    row = _row(stores)
    assert row.posting_state == worse.value
    assert row.amount == usd(12000)


def test_the_intent_of_another_platforms_payment_says_nothing_here(
    stores: CompanyStores,
) -> None:
    stores.platform.save_payments([a_platform_payment()])
    _walk(stores, S.VERIFIED)
    keys = stores.payments.keys("another", TableQuery("date"))
    [row] = stores.payments.rows("another", ZONE, keys)
    assert (row.state, row.posting_state) == ("held", "none")


# ---- order, search, filter


@pytest.fixture
def three(stores: CompanyStores) -> CompanyStores:
    """Two payments of the platform and one that only the books have."""
    stores.books.save_invoices(
        [
            an_invoice(100, label="B-2", customer_name="alder"),
            an_invoice(101, label="a-1", customer_name="Birch 100%"),
        ]
    )
    stores.platform.save_payments(
        [
            a_platform_payment("p_1", "30.00", created_at=datetime(2026, 3, 3, tzinfo=UTC)),
            a_platform_payment(
                "p2", "5.00", created_at=datetime(2026, 3, 1, tzinfo=UTC), method=Method.ACH
            ),
        ]
    )
    _allocate(stores, "p_1", 100)
    _allocate(stores, "p2", 101)
    stores.books.save_payments(
        [a_book_payment(500, usd(1000), paid_on=date(2026, 3, 2), invoice=None, customer=None)]
    )
    return stores


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("date", ["pay_p2", "pay_book_500", "pay_p_1"]),
        ("amount", ["pay_p2", "pay_book_500", "pay_p_1"]),
        ("customer", ["pay_book_500", "pay_p_1", "pay_p2"]),
        ("invoice_number", ["pay_book_500", "pay_p2", "pay_p_1"]),
        ("method", ["pay_book_500", "pay_p2", "pay_p_1"]),
        ("state", ["pay_p2", "pay_p_1", "pay_book_500"]),
    ],
)
def test_every_column_sorts_both_ways(three: CompanyStores, sort: str, ids: list[str]) -> None:
    assert _keys(three, TableQuery(sort)) == ids
    assert _keys(three, TableQuery(sort, descending=True)) == ids[::-1]


def test_sums_of_currencies_with_other_decimals_sort_by_what_they_say(
    stores: CompanyStores,
) -> None:
    sums = [Money(900, "JPY"), Money(90000, "USD"), Money(901000, "KWD"), Money(9020000, "CLF")]
    stores.books.save_payments([a_book_payment(n, money) for n, money in enumerate(sums, 1)])
    stores.platform.save_payments([a_platform_payment("p1", "901.50")])
    ids = ["pay_book_1", "pay_book_2", "pay_book_3", "pay_p1", "pay_book_4"]
    assert _keys(stores, TableQuery("amount")) == ids


def test_a_sum_too_large_for_sorting_still_has_a_row(stores: CompanyStores) -> None:
    stores.books.save_payments([a_book_payment(1, usd(2**62)), a_book_payment(2, usd(1))])
    assert _keys(stores, TableQuery("amount")) == ["pay_book_2", "pay_book_1"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["pay_p2", "pay_book_500", "pay_p_1"]),
        ("b-2", ["pay_p_1"]),
        ("birch", ["pay_p2"]),
        ("%", ["pay_p2"]),
        ("p_1", ["pay_p_1"]),
        ("pay_p2", ["pay_p2"]),
        ("book_500", ["pay_book_500"]),
        ("\\", []),
        ("pay%2", []),
    ],
)
def test_the_search_finds_the_text_itself_in_number_customer_or_id(
    three: CompanyStores, text: str, ids: list[str]
) -> None:
    assert _keys(three, TableQuery("date", text=text)) == ids


@pytest.mark.parametrize(
    ("status", "ids"),
    [
        ("held", ["pay_p2", "pay_p_1"]),
        ("only_in_freshbooks", ["pay_book_500"]),
        ("matched", []),
        ("posted", []),
    ],
)
def test_the_filter_goes_by_state(three: CompanyStores, status: str, ids: list[str]) -> None:
    assert _keys(three, TableQuery("date", status=status)) == ids


def test_rows_come_in_the_order_asked_for_and_ids_that_are_gone_are_left_out(
    three: CompanyStores,
) -> None:
    keys = ["pay_book_500", "pay_gone", "pay_p2"]
    found = three.payments.rows(PLATFORM, ZONE, keys)
    assert [row.id for row in found] == ["pay_book_500", "pay_p2"]
    assert three.payments.rows(PLATFORM, ZONE, []) == []


def test_more_rows_than_sqlite_takes_parameters_can_be_asked_for(three: CompanyStores) -> None:
    keys = [f"pay_gone_{number}" for number in range(40_000)]
    found = three.payments.rows(PLATFORM, ZONE, [*keys, "pay_p2"])
    assert [row.id for row in found] == ["pay_p2"]


def test_the_payments_of_one_invoice_are_listed_newest_first(three: CompanyStores) -> None:
    three.books.save_payments(
        [
            a_book_payment(501, invoice=100, paid_on=date(2026, 3, 9)),
            a_book_payment(502, invoice=100, paid_on=date(2026, 3, 1)),
        ]
    )
    found = three.payments.rows_of_invoice(PLATFORM, ZONE, 100)
    assert [row.id for row in found] == ["pay_book_501", "pay_p_1", "pay_book_502"]
    assert three.payments.rows_of_invoice(PLATFORM, ZONE, 999) == []
