"""What sync and posting rely on the books for. The fake and the real adaptor must both hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol, TypeVar

import pytest

from fbrecon.clock import eastern_day
from fbrecon.domain.documents import InvoiceStatus, Method, Visibility
from fbrecon.domain.drafts import LedgerAccountDraft, PaymentDraft, PaymentScan
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import BooksQuery, Page, RowStamp
from fbrecon.domain.posting import OutcomeClass
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import Cancelled, CancelToken

R = TypeVar("R")
START = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)  # still the 20th in New York
TODAY = eastern_day(START)
MARKER = "FBR-0123456789ABCDEF"
LIVE, DELETED = BooksQuery(), BooksQuery(deleted=True)


class BooksScene(Protocol):
    """The books, and what people do in them. They begin empty, at `START`."""

    @property
    def books(self) -> Books: ...

    def add_invoice(self, minor: int, on: date) -> InvoiceId:
        """An open invoice in dollars."""
        ...

    def edit_invoice(self, invoice_id: InvoiceId, minor: int) -> None: ...
    def delete_invoice(self, invoice_id: InvoiceId) -> None: ...
    def archive_invoice(self, invoice_id: InvoiceId) -> None: ...
    def pay(self, invoice_id: InvoiceId, minor: int, on: date) -> str: ...
    def delete_payment(self, payment_id: str) -> None: ...
    def advance(self, seconds: int) -> None: ...


def _rows(pages: Iterable[Page[R]]) -> list[R]:
    return [row for page in pages for row in page.records]


def _draft(
    invoice_id: InvoiceId, minor: int, currency: str = "USD", method: Method = Method.CARD
) -> PaymentDraft:
    return PaymentDraft(invoice_id, Money(minor, currency), TODAY, method, f"Paid · {MARKER}")


class BooksContract:
    """Subclasses give a `scene` fixture."""

    # ---- lists

    def test_every_row_comes_once_newest_first_over_several_pages(self, scene: BooksScene) -> None:
        made = [scene.add_invoice(100 + n, TODAY) for n in range(203)]
        pages = list(scene.books.iter_invoices(LIVE, CancelToken()))
        assert [page.number for page in pages] == [1, 2, 3]
        assert {page.total for page in pages} == {203}
        assert [row.id for row in _rows(pages)] == sorted(made, reverse=True)
        rest = scene.books.iter_invoices(BooksQuery(first_page=2), CancelToken())
        assert [page.number for page in rest] == [2, 3]

    def test_an_empty_list_is_a_page_without_rows(self, scene: BooksScene) -> None:
        assert _rows(scene.books.iter_customers(DELETED, CancelToken())) == []
        assert _rows(scene.books.iter_invoices(LIVE, CancelToken())) == []
        assert _rows(scene.books.iter_payments(LIVE, CancelToken())) == []

    def test_deleted_rows_have_a_list_of_their_own(self, scene: BooksScene) -> None:
        kept, archived, gone = (scene.add_invoice(100, TODAY) for _ in range(3))
        scene.archive_invoice(archived)
        scene.delete_invoice(gone)
        live = _rows(scene.books.iter_invoices(LIVE, CancelToken()))
        deleted = _rows(scene.books.iter_invoices(DELETED, CancelToken()))
        assert {row.id: row.visibility for row in live} == {
            kept: Visibility.ACTIVE,
            archived: Visibility.ARCHIVED,
        }
        assert {row.id: row.visibility for row in deleted} == {gone: Visibility.DELETED}

    def test_what_changed_is_asked_for_by_the_day_in_new_york(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(100, TODAY)
        payment = scene.pay(invoice, 50, TODAY)
        for since, found in ((TODAY, True), (TODAY + timedelta(days=1), False)):
            query = BooksQuery(updated_since=since)
            invoices = _rows(scene.books.iter_invoices(query, CancelToken()))
            payments = _rows(scene.books.iter_payments(query, CancelToken()))
            customers = _rows(scene.books.iter_customers(query, CancelToken()))
            assert [row.id for row in invoices] == ([invoice] if found else [])
            assert [str(row.id) for row in payments] == ([payment] if found else [])
            assert bool(customers) is found

    def test_an_edit_moves_a_row_to_the_day_of_the_edit(self, scene: BooksScene) -> None:
        edited, _ = scene.add_invoice(100, TODAY), scene.add_invoice(200, TODAY)
        scene.advance(3 * 86_400)
        scene.edit_invoice(edited, 150)
        query = BooksQuery(updated_since=TODAY + timedelta(days=2))
        rows = _rows(scene.books.iter_invoices(query, CancelToken()))
        assert [(row.id, row.total) for row in rows] == [(edited, Money(150, "USD"))]

    def test_the_days_of_a_document_bound_it_first_in(self, scene: BooksScene) -> None:
        days = [TODAY - timedelta(days=n) for n in (2, 1, 0)]
        invoices = [scene.add_invoice(100, day) for day in days]
        payments = [scene.pay(i, 10, day) for i, day in zip(invoices, days, strict=True)]
        query = BooksQuery(from_on=days[1], before_on=days[2])
        paid = _rows(scene.books.iter_payments(query, CancelToken()))
        assert [str(row.id) for row in paid] == [payments[1]]
        # Whether the last day is in is not documented for invoices: it may come along.
        found = [row.id for row in _rows(scene.books.iter_invoices(query, CancelToken()))]
        assert found in ([invoices[1]], [invoices[2], invoices[1]])
        later = _rows(scene.books.iter_invoices(BooksQuery(from_on=days[2]), CancelToken()))
        assert [row.id for row in later] == [invoices[2]]

    def test_stamps_stand_on_the_pages_of_their_rows_and_say_the_same(
        self, scene: BooksScene
    ) -> None:
        made = [scene.add_invoice(100 + n, TODAY) for n in range(103)]
        payments = [scene.pay(number, 10, TODAY) for number in made[:3]]
        scene.archive_invoice(made[0])
        scene.delete_invoice(made[1])
        scene.delete_payment(payments[0])
        lists: dict[str, Callable[[BooksQuery], Iterable[Page[Any]]]] = {
            "customers": lambda query: scene.books.iter_customers(query, CancelToken()),
            "invoices": lambda query: scene.books.iter_invoices(query, CancelToken()),
            "payments": lambda query: scene.books.iter_payments(query, CancelToken()),
        }
        for name, rows_of in lists.items():
            for query in (LIVE, DELETED, BooksQuery(first_page=2)):
                stamped = list(scene.books.iter_stamps(name, query, CancelToken()))
                full = list(rows_of(query))
                assert [
                    [RowStamp(int(row.id), row.visibility, row.updated_at) for row in page.records]
                    for page in full
                ] == [list(page.records) for page in stamped]
                assert [(p.number, p.pages, p.total) for p in full] == [
                    (p.number, p.pages, p.total) for p in stamped
                ]

    def test_a_cancel_ends_the_walk(self, scene: BooksScene) -> None:
        scene.add_invoice(100, TODAY)
        cancel = CancelToken()
        cancel.cancel()
        with pytest.raises(Cancelled):
            list(scene.books.iter_invoices(LIVE, cancel))

    # ---- single rows

    def test_deleted_rows_are_found_by_their_id(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(100, TODAY)
        payment = scene.pay(invoice, 40, TODAY)
        scene.delete_payment(payment)
        scene.delete_invoice(invoice)
        found, paid = scene.books.find_invoice(invoice), scene.books.find_payment(payment)
        assert found is not None
        assert paid is not None
        assert (found.visibility, paid.visibility) == (Visibility.DELETED, Visibility.DELETED)
        assert (found.total, paid.amount) == (Money(100, "USD"), Money(40, "USD"))

    def test_what_was_never_there_is_none(self, scene: BooksScene) -> None:
        assert scene.books.find_invoice(InvoiceId(987_654_321)) is None
        assert scene.books.find_payment("987654321") is None

    def test_deleting_an_invoice_leaves_its_time_and_its_payments(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(100, TODAY)
        payment = scene.pay(invoice, 40, TODAY)
        before = scene.books.find_invoice(invoice)
        scene.advance(86_400)
        scene.delete_invoice(invoice)
        after, paid = scene.books.find_invoice(invoice), scene.books.find_payment(payment)
        assert before is not None
        assert after is not None
        assert after.updated_at == before.updated_at
        assert paid is not None
        assert paid.visibility is Visibility.ACTIVE

    def test_deleting_a_payment_opens_its_invoice_again(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(100, TODAY)
        payment = scene.pay(invoice, 100, TODAY)
        paid = scene.books.find_invoice(invoice)
        assert paid is not None
        assert (paid.status, paid.outstanding) == (InvoiceStatus.PAID, Money(0, "USD"))
        scene.advance(86_400)
        scene.delete_payment(payment)
        opened, gone = scene.books.find_invoice(invoice), scene.books.find_payment(payment)
        assert opened is not None
        assert gone is not None
        assert (opened.status, opened.outstanding) == (InvoiceStatus.OPEN, Money(100, "USD"))
        assert min(opened.updated_at, gone.updated_at) > paid.updated_at

    # ---- all payments of an invoice

    def test_a_scan_shows_live_and_deleted_payments_of_that_invoice_alone(
        self, scene: BooksScene
    ) -> None:
        invoice, other = scene.add_invoice(100, TODAY), scene.add_invoice(100, TODAY)
        gone, kept = scene.pay(invoice, 40, TODAY), scene.pay(invoice, 30, TODAY)
        scene.pay(other, 10, TODAY)
        scene.delete_payment(gone)
        scan = scene.books.scan_payments(invoice, CancelToken())
        assert scan.complete
        assert {str(p.id): p.visibility for p in scan.payments} == {
            gone: Visibility.DELETED,
            kept: Visibility.ACTIVE,
        }

    def test_a_scan_of_an_unpaid_invoice_is_complete_and_empty(self, scene: BooksScene) -> None:
        scan = scene.books.scan_payments(scene.add_invoice(100, TODAY), CancelToken())
        assert (scan.payments, scan.complete) == ((), True)

    def test_one_reading_shows_live_and_deleted_payments_too(self, scene: BooksScene) -> None:
        invoice, other = scene.add_invoice(100, TODAY), scene.add_invoice(100, TODAY)
        assert scene.books.read_payments(invoice, CancelToken()) == PaymentScan((), True)
        gone, _ = scene.pay(invoice, 40, TODAY), scene.pay(invoice, 30, TODAY)
        scene.pay(other, 10, TODAY)
        scene.delete_payment(gone)
        once = scene.books.read_payments(invoice, CancelToken())
        assert once == scene.books.scan_payments(invoice, CancelToken())
        assert len(once.payments) == 2

    def test_many_are_found_together_and_only_those(self, scene: BooksScene) -> None:
        invoices = [scene.add_invoice(100 + n, TODAY) for n in range(4)]
        payments = [scene.pay(invoice, 10, TODAY) for invoice in invoices]
        found = scene.books.find_payments(payments[1:3], CancelToken())
        assert sorted(str(p.id) for p in found) == sorted(payments[1:3])
        assert all(p == scene.books.find_payment(str(p.id)) for p in found)
        wanted = invoices[2:]
        by_id = {i.id: i for i in scene.books.find_invoices(wanted, CancelToken())}
        assert sorted(by_id) == sorted(wanted)
        assert all(invoice == scene.books.find_invoice(id_) for id_, invoice in by_id.items())

    def test_without_a_limit_nothing_has_to_rest(self, scene: BooksScene) -> None:
        assert scene.books.seconds_to_rest() == 0.0

    # ---- recording

    @pytest.mark.parametrize(
        ("method", "kind"),
        [(Method.CARD, "Credit Card"), (Method.ACH, "ACH"), (Method.OTHER, "Other")],
    )
    def test_a_payment_is_there_as_it_was_sent(
        self, scene: BooksScene, method: Method, kind: str
    ) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        body = scene.books.render_payment(_draft(invoice, 2_550, method=method))
        outcome = scene.books.send_payment(body)
        assert outcome.kind is OutcomeClass.APPLIED, outcome.summary
        found = scene.books.find_payment(outcome.remote_id)
        assert found is not None
        assert (found.invoice_id, found.amount) == (invoice, Money(2_550, "USD"))
        assert (found.paid_on, found.method) == (TODAY, kind)
        assert MARKER in found.note
        assert [p.id for p in scene.books.scan_payments(invoice, CancelToken()).payments] == [
            found.id
        ]
        after = scene.books.find_invoice(invoice)
        assert after is not None
        assert (after.status, after.paid) == (InvoiceStatus.PARTIAL, Money(2_550, "USD"))

    def test_the_same_body_twice_is_two_payments(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        body = scene.books.render_payment(_draft(invoice, 1_000))
        outcomes = [scene.books.send_payment(body) for _ in range(2)]
        assert [outcome.kind for outcome in outcomes] == [OutcomeClass.APPLIED] * 2
        assert len({outcome.remote_id for outcome in outcomes}) == 2

    def test_too_much_is_recorded_smaller_and_the_rest_becomes_credit(
        self, scene: BooksScene
    ) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        outcome = scene.books.send_payment(scene.books.render_payment(_draft(invoice, 12_500)))
        assert outcome.kind is OutcomeClass.APPLIED_DIFFERENT
        rows = {str(p.id): p for p in _rows(scene.books.iter_payments(LIVE, CancelToken()))}
        ours = rows.pop(outcome.remote_id)
        assert ours.amount == Money(10_000, "USD")
        (credit,) = rows.values()
        assert (credit.invoice_id, credit.amount) == (None, Money(2_500, "USD"))
        assert credit.credit_id is not None
        assert ours.overpayment_id is not None

    def test_a_payment_on_a_settled_invoice_takes_nothing_off(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        scene.pay(invoice, 10_000, TODAY)
        outcome = scene.books.send_payment(scene.books.render_payment(_draft(invoice, 1_000)))
        assert outcome.kind is OutcomeClass.APPLIED_DIFFERENT
        found = scene.books.find_payment(outcome.remote_id)
        assert found is not None
        assert found.amount.is_zero

    def test_a_deleted_invoice_takes_a_payment_all_the_same(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        scene.delete_invoice(invoice)
        outcome = scene.books.send_payment(scene.books.render_payment(_draft(invoice, 1_000)))
        assert outcome.kind is OutcomeClass.APPLIED

    def test_what_cannot_be_recorded_is_refused(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        for draft in (_draft(InvoiceId(987_654_321), 100), _draft(invoice, 100, "CAD")):
            outcome = scene.books.send_payment(scene.books.render_payment(draft))
            assert outcome.kind is OutcomeClass.REFUSED, outcome.summary
        assert _rows(scene.books.iter_payments(LIVE, CancelToken())) == []

    # ---- taking back

    def test_a_payment_taken_back_is_deleted_and_its_invoice_open_again(
        self, scene: BooksScene
    ) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        kept = scene.pay(invoice, 4_000, TODAY)
        body = scene.books.render_payment(_draft(invoice, 6_000))
        made = scene.books.send_payment(body).remote_id
        paid = scene.books.find_invoice(invoice)
        assert paid is not None
        assert paid.status is InvoiceStatus.PAID
        for _ in range(2):  # what is deleted already is deleted all the same
            outcome = scene.books.send_payment_removal(made, scene.books.render_payment_removal())
            assert (outcome.kind, outcome.remote_id) == (OutcomeClass.APPLIED, made)
        found = scene.books.find_payment(made)
        assert found is not None
        assert found.visibility is Visibility.DELETED
        # Nothing else of it was touched.
        assert scene.books.payment_differences(body, found) == ()
        after = scene.books.find_invoice(invoice)
        assert after is not None
        assert (after.status, after.outstanding) == (InvoiceStatus.PARTIAL, Money(6_000, "USD"))
        scan = scene.books.scan_payments(invoice, CancelToken())
        assert {str(p.id): p.visibility for p in scan.payments} == {
            kept: Visibility.ACTIVE,
            made: Visibility.DELETED,
        }

    def test_what_is_not_there_cannot_be_taken_back(self, scene: BooksScene) -> None:
        body = scene.books.render_payment_removal()
        assert scene.books.send_payment_removal("987654321", body).kind is OutcomeClass.REFUSED

    def test_a_payment_is_compared_with_what_was_sent(self, scene: BooksScene) -> None:
        invoice = scene.add_invoice(10_000, TODAY)
        body = scene.books.render_payment(_draft(invoice, 2_500))
        found = scene.books.find_payment(scene.books.send_payment(body).remote_id)
        assert found is not None
        assert scene.books.payment_differences(body, found) == ()
        for change in (
            {"amount": Money(2_400, "USD")},
            {"amount": Money(2_500, "CAD")},
            {"invoice_id": InvoiceId(7)},
            {"paid_on": TODAY - timedelta(days=1)},
            {"method": "Check"},
            {"note": f"{found.note} too"},
        ):
            changed = replace(found, **change)
            assert len(scene.books.payment_differences(body, changed)) == 1

    # ---- ledger accounts

    def test_an_account_is_made_once_and_its_name_is_then_taken(self, scene: BooksScene) -> None:
        draft = LedgerAccountDraft("Platform Clearing", "Current Asset", f"Made here {MARKER}")
        body = scene.books.render_ledger_account(draft)
        made = scene.books.send_ledger_account(body)
        assert made.kind is OutcomeClass.APPLIED, made.summary
        found = {a.id: a for a in scene.books.read_ledger_accounts().records}
        account = next(a for id_, a in found.items() if id_ == made.remote_id)
        assert (account.name, account.type) == ("Platform Clearing", "asset")
        assert scene.books.send_ledger_account(body).kind is OutcomeClass.REFUSED

    def test_every_answer_tells_what_time_it_is_there(self, scene: BooksScene) -> None:
        assert scene.books.service_time() is None
        invoice = scene.add_invoice(100, TODAY)
        scene.books.find_invoice(invoice)
        first = scene.books.service_time()
        assert first is not None
        scene.advance(3600)
        assert scene.books.service_time() == first  # nothing carries it on
        scene.books.find_invoice(invoice)
        second = scene.books.service_time()
        assert second is not None
        assert timedelta(minutes=59) < second - first < timedelta(minutes=61)

    def test_requests_are_counted(self, scene: BooksScene) -> None:
        before = scene.books.requests_made
        scene.books.read_ledger_accounts()
        assert scene.books.requests_made == before + 1
