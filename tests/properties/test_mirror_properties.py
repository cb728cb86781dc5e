"""Whatever pages arrive in whatever order: the mirror holds the latest of everything, once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fbrecon.domain.documents import BookPayment, Customer, Invoice, Visibility
from fbrecon.domain.overview import TableQuery
from fbrecon.domain.pages import Saved
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from tests.fakes.fake_clock import FakeClock
from tests.fakes.samples import a_book_payment, a_customer

from .kinds import days, invoices, moments, monies, words

# Each example opens a file of its own, so that there are fewer of them.
_FEWER = settings(max_examples=max(5, settings().max_examples // 4))

_customers = st.builds(
    a_customer,
    st.integers(1, 5),
    words.filter(lambda text: "\0" not in text),
    visibility=st.sampled_from(Visibility),
    updated_at=moments,
)
_payments = st.builds(
    a_book_payment,
    st.integers(1, 5),
    monies,
    invoice=st.none() | st.integers(1, 3),
    paid_on=days,
    note=words,
    visibility=st.sampled_from(Visibility),
    updated_at=moments,
)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "company.db"
    CompanyFile(path).close()
    return path


@contextmanager
def _new_file(blank: Path) -> Iterator[CompanyStores]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "company.db"
        shutil.copy(blank, path)
        stores = CompanyStores(path, FakeClock())
        try:
            yield stores
        finally:
            stores.close()


def _total(saved: Saved) -> int:
    return saved.new + saved.changed + saved.unchanged


@_FEWER
@given(pages=st.lists(st.lists(_customers, max_size=6), max_size=5))
def test_the_latest_customer_of_each_id_is_held_and_every_row_is_counted(
    blank: Path, pages: list[list[Customer]]
) -> None:
    with _new_file(blank) as stores:
        latest: dict[int, Customer] = {}
        for page in pages:
            fresh = {customer.id for customer in page} - set(latest)
            saved = stores.books.save_customers(page)
            assert _total(saved) == len(page)
            assert saved.new == len(fresh)
            latest |= {customer.id: customer for customer in page}
        assert stores.books.row_counts()["customers"] == len(latest)
        for customer in latest.values():
            assert stores.books.find_customer(customer.id) == customer
        [before] = stores.file.sql("SELECT total_changes()")
        assert stores.books.save_customers(list(latest.values())) == Saved(0, 0, len(latest))
        assert stores.file.sql("SELECT total_changes()") == [before]


@_FEWER
@given(pages=st.lists(st.lists(invoices(), max_size=3), max_size=3), twice=st.booleans())
def test_the_latest_invoice_of_each_id_is_held_with_its_own_lines(
    blank: Path, pages: list[list[Invoice]], twice: bool
) -> None:
    with _new_file(blank) as stores:
        latest: dict[int, Invoice] = {}
        for page in pages:
            page = page + page[:1] if twice else page
            saved, lines = stores.books.save_invoices(page)
            assert _total(saved) == len(page)
            assert _total(lines) == sum(len(invoice.lines) for invoice in page)
            latest |= {invoice.id: invoice for invoice in page}
        for invoice in latest.values():
            assert stores.books.find_invoice(invoice.id) == invoice
        counts = stores.books.row_counts()
        assert counts["invoices"] == len(latest)
        assert counts["lines"] == sum(len(invoice.lines) for invoice in latest.values())
        open_ones = {i.id: i for i in stores.books.list_collectable()}
        assert open_ones == {i.id: i for i in latest.values() if i.is_collectable}


@_FEWER
@given(page=st.lists(_payments, max_size=6, unique_by=lambda payment: payment.id), text=words)
def test_a_searched_table_holds_what_has_the_text_and_nothing_else(
    blank: Path, page: list[BookPayment], text: str
) -> None:
    with _new_file(blank) as stores:
        stores.books.save_payments(page)
        for payment in page:
            assert stores.books.find_payment(payment.id) == payment
        keys = stores.payments.keys("any", TableQuery("date"))
        shown = [row.id for row in stores.payments.rows("any", "UTC", keys)]
        live = [p for p in page if p.visibility is not Visibility.DELETED]
        assert sorted(shown) == sorted(f"pay_book_{payment.id}" for payment in live)
        keys = stores.payments.keys("any", TableQuery("date", text=text))
        found = [row.id for row in stores.payments.rows("any", "UTC", keys)]
        plain = text.isascii() and "\0" not in text
        if plain:
            assert found == [key for key in shown if text.lower() in key.lower()]
