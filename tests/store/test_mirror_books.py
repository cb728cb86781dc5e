"""The mirrored books: a page goes in whole, what is as it was is not written again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fbrecon.domain.documents import Invoice, InvoiceStatus, Line, Visibility
from fbrecon.domain.ids import BookPaymentId, CustomerId, InvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import Saved
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.books import BooksMirror
from fbrecon.store.repositories.upsert import digest
from tests.fakes.samples import (
    MARKER,
    a_book_payment,
    a_customer,
    a_ledger_account,
    a_line,
    an_invoice,
    usd,
)


@pytest.fixture
def books(stores: CompanyStores) -> BooksMirror:
    return stores.books


def _writes(stores: CompanyStores) -> int:
    """How many rows this connection has written so far."""
    [(count,)] = stores.file.sql("SELECT total_changes()")
    return int(count)


def _lines(*minors: int) -> list[Line]:
    return [a_line(usd(minor), place) for place, minor in enumerate(minors, 1)]


# ---- what goes in comes out


def test_a_customer_comes_back_as_it_was(books: BooksMirror) -> None:
    customer = a_customer(7, "Ærø & Sønner — 日本", visibility=Visibility.ARCHIVED)
    books.save_customers([customer])
    assert books.find_customer(CustomerId(7)) == customer
    assert books.find_customer(CustomerId(8)) is None


def test_an_invoice_comes_back_with_its_lines_in_their_order(books: BooksMirror) -> None:
    line = Line(9, "Work", "In March", "1.5", "33.3333", usd(5000), "VAT", "19", "GST", "5.5")
    invoice = an_invoice(
        100,
        usd(12000),
        outstanding=usd(5000),
        discount=usd(10),
        due_on=None,
        lines=[line, *_lines(7)],
    )
    books.save_invoices([invoice])
    assert books.find_invoice(invoice.id) == invoice
    assert books.find_invoice(invoice.id, lines=False) == replace(invoice, lines=())
    assert books.find_invoice(InvoiceId(101)) is None


@pytest.mark.parametrize("currency", ["JPY", "KWD", "CLF"])
def test_sums_of_every_currency_come_back_to_the_last_unit(
    books: BooksMirror, currency: str
) -> None:
    total = Money(10**15 + 1, currency)
    invoice = an_invoice(total=total, lines=[a_line(total)])
    books.save_invoices([invoice])
    assert books.find_invoice(invoice.id) == invoice


def test_a_payment_comes_back_as_it_was(books: BooksMirror) -> None:
    plain = a_book_payment(500, note=f"x {MARKER}")
    credit = a_book_payment(501, invoice=None, customer=None, credit=9)
    over = replace(a_book_payment(502), overpayment_id=77, gateway="Stripe")
    books.save_payments([plain, credit, over])
    for payment in (plain, credit, over):
        assert books.find_payment(payment.id) == payment
    assert books.find_payment(BookPaymentId(999)) is None


def test_times_keep_their_microseconds_and_become_utc(books: BooksMirror) -> None:
    moment = datetime(2026, 3, 8, 6, 59, 59, 999999, tzinfo=UTC)
    books.save_customers([a_customer(updated_at=moment)])
    found = books.find_customer(CustomerId(7))
    assert found is not None
    assert found.updated_at == moment
    assert found.updated_at.tzinfo is UTC


# ---- new, changed, unchanged


def test_a_page_is_counted_as_new_changed_and_unchanged(books: BooksMirror) -> None:
    assert books.save_customers([a_customer(n) for n in (1, 2, 3)]) == Saved(3, 0, 0)
    page = [a_customer(2), a_customer(3, "Renamed"), a_customer(4)]
    assert books.save_customers(page) == Saved(1, 1, 1)
    assert books.save_customers([]) == Saved()


def test_a_page_that_is_as_it_was_writes_nothing(stores: CompanyStores) -> None:
    customers = [a_customer(n) for n in range(50)]
    invoices = [an_invoice(n, lines=_lines(1, 2)) for n in range(50)]
    payments = [a_book_payment(n) for n in range(50)]
    accounts = [a_ledger_account(f"Account {n}") for n in range(50)]
    for expected in (Saved(50, 0, 0), Saved(0, 0, 50)):
        before = _writes(stores)
        assert stores.books.save_customers(customers) == expected
        assert stores.books.save_invoices(invoices)[0] == expected
        assert stores.books.save_payments(payments) == expected
        assert stores.books.save_ledger_accounts(accounts) == expected
    assert _writes(stores) == before


@pytest.mark.parametrize(
    "changed",
    [
        a_customer(7, "Other"),
        a_customer(email="new@birch.example"),
        a_customer(currency="CAD"),
        a_customer(visibility=Visibility.DELETED),
        a_customer(updated_at=datetime(2026, 3, 1, 12, 0, 1, tzinfo=UTC)),
    ],
)
def test_every_change_of_a_customer_is_noticed(books: BooksMirror, changed: object) -> None:
    books.save_customers([a_customer(7)])
    assert books.save_customers([changed]) == Saved(0, 1, 0)  # type: ignore[list-item]
    assert books.find_customer(CustomerId(7)) == changed


@pytest.mark.parametrize(
    "change",
    [
        {"number": "INV-1x"},
        {"customer_id": CustomerId(8)},
        {"customer_name": "Other"},
        {"outstanding": usd(1)},
        {"paid": usd(1)},
        {"discount": usd(1)},
        {"create_on": date(2026, 2, 1)},
        {"due_on": None},
        {"status": InvoiceStatus.DISPUTED},
        {"visibility": Visibility.DELETED},
    ],
    ids=lambda change: str(*change),
)
def test_every_change_of_an_invoice_is_noticed(
    books: BooksMirror, change: dict[str, object]
) -> None:
    invoice = an_invoice()
    changed = replace(invoice, **change)  # type: ignore[arg-type]
    books.save_invoices([invoice])
    assert books.save_invoices([changed])[0] == Saved(0, 1, 0)
    assert books.find_invoice(invoice.id) == changed


def test_the_same_customer_twice_on_a_page_is_one_row_and_the_later_one_counts(
    books: BooksMirror,
) -> None:
    page = [a_customer(1, "Early"), a_customer(2), a_customer(1, "Late")]
    assert books.save_customers(page) == Saved(2, 0, 1)
    found = books.find_customer(CustomerId(1))
    assert found is not None
    assert found.name == "Late"


def test_the_same_invoice_twice_on_a_page_keeps_row_and_lines_of_the_later_one(
    books: BooksMirror,
) -> None:
    """The page shifted while it was read; the invoice was edited in between."""
    early = an_invoice(100, usd(300), lines=_lines(300))
    late = an_invoice(100, usd(900), lines=_lines(400, 500))
    saved, lines = books.save_invoices([early, late])
    assert saved == Saved(1, 0, 1)
    assert lines == Saved(2, 0, 1)
    assert books.find_invoice(early.id) == late
    assert books.save_invoices([late]) == (Saved(0, 0, 1), Saved(0, 0, 2))


def test_a_page_goes_in_whole_or_not_at_all(stores: CompanyStores) -> None:
    broken = replace(a_customer(3), currency=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        stores.books.save_customers([a_customer(1), a_customer(2), broken])
    assert stores.books.row_counts()["customers"] == 0


def test_a_page_larger_than_one_question_goes_in(books: BooksMirror) -> None:
    many = [a_customer(n) for n in range(1201)]
    assert books.save_customers(many) == Saved(1201, 0, 0)
    many[600] = a_customer(600, "Renamed")
    assert books.save_customers(many) == Saved(0, 1, 1200)


def test_a_digest_is_the_same_on_every_machine_and_fits_the_column() -> None:
    assert digest("a", 1, None) == 4743276499717957731
    assert digest("a", 1) != digest("a1")
    assert digest("1") != digest(1)
    assert digest(None) != digest("None")
    assert all(0 <= digest(number) < 2**63 for number in range(200))


# ---- lines


def test_lines_are_counted_and_replaced_with_their_invoice(books: BooksMirror) -> None:
    first = an_invoice(100, usd(600), lines=_lines(100, 200, 300))
    assert books.save_invoices([first])[1] == Saved(3, 0, 0)
    edited = an_invoice(100, usd(650), lines=_lines(100, 250, 300))
    assert books.save_invoices([edited])[1] == Saved(0, 1, 2)
    longer = an_invoice(100, usd(660), lines=_lines(100, 250, 300, 10))
    assert books.save_invoices([longer])[1] == Saved(1, 0, 3)
    shorter = an_invoice(100, usd(100), lines=_lines(100))
    assert books.save_invoices([shorter])[1] == Saved(0, 0, 1)
    bare = an_invoice(100, usd(100), lines=[])
    assert books.save_invoices([bare])[1] == Saved(0, 0, 0)
    assert books.find_invoice(first.id) == bare


def test_a_change_of_one_line_alone_is_noticed(books: BooksMirror) -> None:
    books.save_invoices([an_invoice(lines=[a_line(usd(12000))])])
    renamed = an_invoice(lines=[a_line(usd(12000), description="In April")])
    assert books.save_invoices([renamed]) == (Saved(0, 1, 0), Saved(0, 1, 0))
    assert books.find_invoice(renamed.id) == renamed


def test_lines_of_other_invoices_stay(books: BooksMirror) -> None:
    one, two = an_invoice(100, lines=_lines(1, 2)), an_invoice(101, lines=_lines(3))
    books.save_invoices([one, two])
    books.save_invoices([replace(one, lines=())])
    assert books.find_invoice(two.id) == two
    assert books.row_counts()["lines"] == 1


# ---- asking


def test_only_open_live_invoices_with_something_owed_are_collectable(books: BooksMirror) -> None:
    late = an_invoice(3, create_on=date(2026, 3, 9))
    half = an_invoice(1, usd(100), outstanding=usd(1), create_on=date(2026, 3, 5))
    early = an_invoice(2, create_on=date(2026, 3, 5), lines=_lines(1, 2))
    others = [
        an_invoice(10, outstanding=usd(0)),
        an_invoice(11, status=InvoiceStatus.DRAFT),
        an_invoice(12, status=InvoiceStatus.DISPUTED),
        an_invoice(13, visibility=Visibility.ARCHIVED),
        an_invoice(14, visibility=Visibility.DELETED),
        an_invoice(15, usd(0), status=InvoiceStatus.OPEN),
        an_invoice(16, usd(5), outstanding=usd(-5)),
    ]
    books.save_invoices([late, *others, half, early])
    found = books.list_collectable()
    assert found == [half, early, late]
    assert all(invoice.is_collectable for invoice in found)
    assert not [invoice for invoice in others if invoice.is_collectable]


def test_invoices_are_found_by_whole_numbers(books: BooksMirror) -> None:
    invoices = [
        an_invoice(n, label=label, lines=[])
        for n, label in enumerate(["12", "123", "3124", "12"], 1)
    ]
    books.save_invoices(invoices)
    found = books.list_invoices_by_number(["12", "12", "99"])
    assert found == [invoices[0], invoices[3]]
    assert books.list_invoices_by_number([]) == []


def test_many_numbers_and_ids_can_be_asked_for_at_once(books: BooksMirror) -> None:
    invoices: list[Invoice] = [an_invoice(n, label=str(n), lines=_lines(n)) for n in range(1, 1101)]
    books.save_invoices(invoices)
    books.save_payments([a_book_payment(n, invoice=n) for n in range(1, 1101)])
    assert len(books.list_invoices_by_number(map(str, range(2000)))) == 1100
    assert len(books.list_payments_of(invoice.id for invoice in invoices)) == 1100
    assert books.list_invoice_ids() == [invoice.id for invoice in invoices]
    assert len(books.list_collectable()) == 1100
    assert books.list_collectable()[999].lines == invoices[999].lines


def test_payments_of_an_invoice_include_deleted_ones(books: BooksMirror) -> None:
    live = a_book_payment(500)
    gone = a_book_payment(501, visibility=Visibility.DELETED)
    books.save_payments([gone, live, a_book_payment(502, invoice=101)])
    assert books.list_payments_of([InvoiceId(100)]) == [live, gone]
    assert books.list_payments_of([]) == []


def test_payments_with_a_marker_of_ours_are_found_also_deleted_ones(books: BooksMirror) -> None:
    marked = a_book_payment(500, note=f"by hand and {MARKER}.")
    gone = a_book_payment(501, note=MARKER, visibility=Visibility.DELETED)
    books.save_payments([marked, gone, a_book_payment(502, note="FBR-1042")])
    assert books.list_marked_payments() == [marked, gone]
    assert books.list_payments_with(MARKER) == [marked, gone]
    assert books.list_payments_with("FBR-1042") == []


def test_a_marker_that_somebody_removed_is_forgotten(books: BooksMirror) -> None:
    books.save_payments([a_book_payment(500, note=MARKER)])
    books.save_payments([a_book_payment(500, note="tidied")])
    assert books.list_marked_payments() == []


def test_rows_are_counted_by_the_names_of_the_outside(books: BooksMirror) -> None:
    books.save_customers([a_customer(1), a_customer(2)])
    books.save_invoices([an_invoice(lines=_lines(1, 2, 3))])
    books.save_payments([a_book_payment()])
    assert books.row_counts() == {
        "invoices": 1,
        "lines": 3,
        "customers": 2,
        "freshbooks_payments": 1,
        "platform_payments": 0,
        "payouts": 0,
    }


# ---- the chart of accounts


def test_the_chart_of_accounts_is_listed_by_number_and_name(books: BooksMirror) -> None:
    chart = [
        a_ledger_account("Zeta", number="1000"),
        a_ledger_account("Alpha", number="1000", system_name="Cash", has_children=True),
        a_ledger_account("Fees", number="0900", type="expense", state="archived"),
    ]
    books.save_ledger_accounts(chart)
    assert books.list_ledger_accounts() == [chart[2], chart[1], chart[0]]


def test_an_account_that_is_no_longer_listed_is_gone(books: BooksMirror) -> None:
    one, two = a_ledger_account("One"), a_ledger_account("Two")
    books.save_ledger_accounts([one, two])
    assert books.save_ledger_accounts([two]) == Saved(0, 0, 1)
    assert books.list_ledger_accounts() == [two]
