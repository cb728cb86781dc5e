"""What payments are sorted and found by is always what their rows say, whatever changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fbrecon.domain.documents import Method, PlatformState, Visibility
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformInvoiceId, PlatformPaymentId
from fbrecon.domain.imports import FileNote
from fbrecon.domain.matching import Match
from fbrecon.domain.matching.copies import Copy
from fbrecon.domain.money import Money
from fbrecon.domain.overview import TableQuery
from fbrecon.domain.posting import PostingState
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.payment_faces import both_sides
from tests.fakes.samples import (
    AT,
    PLATFORM,
    a_book_payment,
    a_customer,
    a_key,
    a_new_intent,
    a_platform_customer,
    a_platform_invoice,
    a_platform_payment,
    an_invoice,
    usd,
)

_ALL = both_sides("SELECT id FROM platform_payment", "SELECT id FROM book_payment")
_FACE = "id, platform_id, book_id, invoice_id, customer_id, day, amount, currency, customer"


def _match(payment: str, booked: int) -> Match:
    return Match(PlatformPaymentId(payment), BookPaymentId(booked), "They agree.", "rule")


def _copies(stores: CompanyStores, **invoices: int) -> None:
    stores.platform.keep_copies(
        Copy(PlatformInvoiceId(there), InvoiceId(here), ours=True, reason="")
        for there, here in invoices.items()
    )


@pytest.fixture
def some(stores: CompanyStores) -> CompanyStores:
    """Two payments there, one of them matched, and two in the books alone; faces up to date."""
    stores.books.save_customers([a_customer(7), a_customer(8, "Alder")])
    stores.books.save_invoices([an_invoice(100), an_invoice(101, customer_name="Cedar")])
    stores.platform.save_customers([a_platform_customer()])
    stores.platform.save_payments([a_platform_payment("p1"), a_platform_payment("p2", "5.00")])
    stores.platform.save_invoices([a_platform_invoice("i100"), a_platform_invoice("i101")])
    stores.platform.link_payments(PlatformInvoiceId("i100"), [PlatformPaymentId("p1")])
    _copies(stores, i100=100, i101=101)
    stores.books.save_payments(
        [a_book_payment(500), a_book_payment(501, invoice=101), a_book_payment(502, invoice=None)]
    )
    stores.decisions.keep_matches([_match("p1", 500)], AT)
    stores.payments.refresh(PLATFORM)
    return stores


def _outbox(stores: CompanyStores) -> None:
    intent = stores.outbox.add(a_new_intent(a_key("p2", "100")))
    stores.payments.refresh(PLATFORM)
    stores.outbox.move(intent, PostingState.HELD, "It waits.")


def _late_invoice(stores: CompanyStores) -> None:
    stores.books.save_payments([a_book_payment(503, invoice=102)])
    stores.payments.refresh(PLATFORM)
    stores.books.save_invoices([an_invoice(102, customer_name="Elm")])


def _note(stores: CompanyStores, **changed: str) -> None:
    note = FileNote("p2", "USD", "Birch", "INV-9", "", "", "as stated", "succeeded")
    stores.files.keep_notes("payment", [replace(note, **changed)])


CHANGES: dict[str, Callable[[CompanyStores], object]] = {
    "another payment there": lambda s: s.platform.save_payments([a_platform_payment("p3")]),
    "its state": lambda s: s.platform.save_payments(
        [a_platform_payment("p2", "5.00", state=PlatformState.RETURNED)]
    ),
    "its sum": lambda s: s.platform.save_payments([a_platform_payment("p2", "6.00")]),
    "its time": lambda s: s.platform.save_payments(
        [a_platform_payment("p2", "5.00", created_at=datetime(2025, 1, 2, tzinfo=UTC))]
    ),
    "its method": lambda s: s.platform.save_payments(
        [a_platform_payment("p2", "5.00", method=Method.ACH)]
    ),
    "its invoice": lambda s: s.platform.link_payments(
        PlatformInvoiceId("i101"), [PlatformPaymentId("p2")]
    ),
    "which invoice a copy is of": lambda s: _copies(s, i100=101, i101=100),
    "a copy that is none any more": lambda s: _copies(s, i101=101),
    "the number of the invoice": lambda s: s.books.save_invoices([an_invoice(100, label="X-1")]),
    "the customer of the invoice": lambda s: s.books.save_invoices(
        [an_invoice(101, customer_name="Dogwood")]
    ),
    "an invoice that was not here": lambda s: _late_invoice(s),
    "the currency there": lambda s: s.platform.save_invoices(
        [a_platform_invoice("i100", Money(1, "CAD"))]
    ),
    "the customer's name there": lambda s: s.platform.save_customers(
        [replace(a_platform_customer(), name="Fir")]
    ),
    "the customer's name in the books": lambda s: s.books.save_customers([a_customer(7, "Gum")]),
    "another payment in the books": lambda s: s.books.save_payments([a_book_payment(504)]),
    "its day in the books": lambda s: s.books.save_payments(
        [a_book_payment(501, invoice=101, paid_on=date(2020, 1, 1))]
    ),
    "its sum in the books": lambda s: s.books.save_payments(
        [a_book_payment(501, usd(1), invoice=101)]
    ),
    "its deletion in the books": lambda s: s.books.save_payments(
        [a_book_payment(501, invoice=101, visibility=Visibility.DELETED)]
    ),
    "a match": lambda s: s.decisions.keep_matches([_match("p2", 501)], AT),
    "a match that is undone": lambda s: s.file.sql("DELETE FROM match"),
    "what is written": _outbox,
    "what a file says": _note,
    "what another file says": lambda s: _note(s, invoice_number="INV-8"),
    "rows that are gone": lambda s: [
        s.file.sql(f"DELETE FROM {table}") for table in ("platform_payment", "book_payment")
    ],
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_face_says_what_its_row_says_after_a_change_of(some: CompanyStores, change: str) -> None:
    before = _faces(some)
    CHANGES[change](some)
    some.payments.refresh(PLATFORM)
    assert _faces(some) != before, "the change must be one"
    assert _faces(some) == _as_rows_say(some)


def _faces(stores: CompanyStores) -> list[tuple[object, ...]]:
    return stores.file.sql(f"SELECT {_FACE}, number, method, state FROM payment_face ORDER BY id")


def _as_rows_say(stores: CompanyStores) -> list[tuple[object, ...]]:
    columns = _FACE.replace("amount", "sort_amount").replace("currency", "COALESCE(currency, '')")
    return stores.file.sql(
        f"SELECT {columns}, COALESCE(number, ''), method, state FROM ({_ALL}) ORDER BY id",
        (PLATFORM,),
    )


def test_a_payment_keeps_its_key_while_it_changes(some: CompanyStores) -> None:
    (before,) = some.payments.keys(PLATFORM, TableQuery("date", text="pay_p2"))
    some.platform.save_payments([a_platform_payment("p2", "9.00", state=PlatformState.FAILED)])
    (after,) = some.payments.keys(PLATFORM, TableQuery("date", text="pay_p2"))
    assert after == before


def test_the_search_forgets_what_a_payment_was_called(some: CompanyStores) -> None:
    assert len(some.payments.keys(PLATFORM, TableQuery("date", text="INV-100"))) == 1
    some.books.save_invoices([an_invoice(100, label="X-1")])
    assert not some.payments.keys(PLATFORM, TableQuery("date", text="INV-100"))
    assert len(some.payments.keys(PLATFORM, TableQuery("date", text="x-1"))) == 1


def test_where_nothing_is_due_nothing_is_written(some: CompanyStores) -> None:
    [(before,)] = some.file.sql("SELECT total_changes()")
    some.payments.keys(PLATFORM, TableQuery("date"))
    assert some.file.sql("SELECT total_changes()") == [(before,)]
