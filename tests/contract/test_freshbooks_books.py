"""The books of the sandbox, read and written over real sockets."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.drafts import LedgerAccountDraft
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import BooksQuery
from fbrecon.errors import Refused, Unreachable
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.sandbox.server import Sandbox
from tests.contract.callers import open_invoice
from tests.contract.conftest import StartSandbox
from tests.fakes.freshbooks_bench import HandCancel
from tests.fakes.freshbooks_connected import DELETED, LIVE, MARKER, Connected, draft, records


@pytest.fixture
def connected(sandbox: Sandbox) -> Iterator[Connected]:
    connected = Connected(sandbox)
    yield connected
    for books in connected.opened:
        books.close()


@pytest.mark.parametrize("number", [0, 1])
def test_everything_of_a_business_is_read(connected: Connected, number: int) -> None:
    books = connected.books(number)
    state = connected.sandbox.control("state")["freshbooks"]
    account = books.business.account_id
    if number:
        state = next(one for one in state["other_accounts"] if one["account_id"] == account)
    cancel = connected.cancel

    def ids(key: str, *, deleted: bool) -> set[int]:
        return {row["id"] for row in state[key] if (row["vis_state"] == 1) is deleted}

    for query, deleted in ((LIVE, False), (DELETED, True)):
        customers = records(books.iter_customers(query, cancel))
        invoices = records(books.iter_invoices(query, cancel))
        payments = records(books.iter_payments(query, cancel))
        assert {one.id for one in customers} == ids("clients", deleted=deleted)
        assert {one.id for one in invoices} == ids("invoices", deleted=deleted)
        assert {one.id for one in payments} == ids("payments", deleted=deleted)
        assert all((one.visibility is Visibility.DELETED) is deleted for one in invoices)
        assert all(one.lines for one in invoices)
    accounts = books.read_ledger_accounts()
    assert accounts.odd == ()
    assert {one.id for one in accounts.records} == {row["uuid"] for row in state["ledger_accounts"]}


def test_the_sums_of_the_mirror_are_those_of_the_service(connected: Connected) -> None:
    books = connected.books()
    theirs = {row["id"]: row for row in connected.rows("invoices")}
    for invoice in records(books.iter_invoices(LIVE, connected.cancel)):
        row = theirs[invoice.id]
        assert str(invoice.total) == f"{row['amount']['amount']} {row['amount']['code']}"
        assert invoice.outstanding == invoice.total - invoice.paid
        assert invoice.total.currency == row["currency_code"]


def test_only_what_changed_since_a_day_is_asked_for(connected: Connected) -> None:
    books = connected.books()
    invoice = open_invoice(connected.sandbox)
    connected.sandbox.control("advance", seconds=3 * 86_400)
    connected.sandbox.control("edit", kind="invoice", id=invoice["id"], notes="changed")
    since = BooksQuery(updated_since=date(2026, 11, 23))
    changed = records(books.iter_invoices(since, connected.cancel))
    assert [one.id for one in changed] == [invoice["id"]]


def test_an_odd_row_is_set_aside_and_the_rest_of_its_page_comes(connected: Connected) -> None:
    books = connected.books()
    connected.fault("odd_row", "invoices/invoices", field="amount", value={"amount": "x"})
    pages = list(books.iter_invoices(LIVE, connected.cancel))
    good = sum(len(page.records) for page in pages)
    odd = [one for page in pages for one in page.odd]
    expected = sum(row["vis_state"] != 1 for row in connected.rows("invoices"))
    assert (good, len(odd)) == (expected - 1, 1)
    assert odd[0].id.isdecimal()
    assert "amount" in odd[0].problem


@pytest.mark.parametrize(
    "kind", ["truncated", "reset_before", "reset_after", "refuse", "500", "502_html", "503", "429"]
)
def test_a_read_survives_a_passing_fault(connected: Connected, kind: str) -> None:
    books = connected.books()
    connected.fault(kind, "payments/payments", times=2)
    found = records(books.iter_payments(LIVE, connected.cancel))
    assert {one.id for one in found} == {
        row["id"] for row in connected.rows("payments") if row["vis_state"] != 1
    }
    assert len(connected.cancel.waits) == 2


@pytest.mark.parametrize("kind", ["html", "500", "reset_before"])
def test_a_lasting_fault_is_out_of_reach_and_nothing_worse(connected: Connected, kind: str) -> None:
    books = connected.books()
    connected.fault(kind, "payments/payments", times=-1)
    with pytest.raises(Unreachable):
        list(books.iter_payments(LIVE, connected.cancel))


def test_an_error_in_a_success_is_an_error(connected: Connected) -> None:
    books = connected.books()
    connected.fault("error_200", "users/clients")
    with pytest.raises(Refused, match="1100"):
        list(books.iter_customers(LIVE, connected.cancel))


def test_the_rate_limit_is_kept_to(start_sandbox: StartSandbox) -> None:
    connected = Connected(start_sandbox(rate_limit=6))
    books = connected.books()

    class Advancing(HandCancel):
        """Waits let the sandbox's minute go by."""

        def wait(self, seconds: float) -> None:
            super().wait(seconds)
            connected.sandbox.control("advance", seconds=math.ceil(seconds))

    cancel = Advancing()
    invoices = records(books.iter_invoices(LIVE, cancel))
    assert records(books.iter_payments(LIVE, cancel))
    books.close()
    assert len(invoices) == sum(row["vis_state"] != 1 for row in connected.rows("invoices"))
    assert cancel.waits
    statuses = [visit["status"] for visit in connected.sandbox.control("state")["requests"]]
    assert 429 not in statuses


def only(books: FreshBooksBooks, connected: Connected, invoice: dict[str, Any]) -> BookPayment:
    """The one payment of the invoice, as a whole scan shows it."""
    scan = books.scan_payments(InvoiceId(invoice["id"]), connected.cancel)
    assert scan.complete
    assert len(scan.payments) == 1
    return scan.payments[0]


def test_a_payment_is_recorded_as_it_was_sent(connected: Connected) -> None:
    books = connected.books()
    invoice = open_invoice(connected.sandbox)
    outcome = books.send_payment(books.render_payment(draft(invoice)))
    assert outcome.kind == "applied", outcome.summary
    payment = only(books, connected, invoice)
    assert str(payment.id) == outcome.remote_id
    assert payment.method == "Credit Card"
    assert payment.note.endswith(MARKER)
    assert books.find_payment(outcome.remote_id) == payment
    after = books.find_invoice(InvoiceId(invoice["id"]))
    assert after is not None
    assert after.outstanding.is_zero
    assert after.status == "paid"


def test_an_overpayment_is_recorded_smaller_and_told_so(connected: Connected) -> None:
    books = connected.books()
    invoice = open_invoice(connected.sandbox)
    outcome = books.send_payment(books.render_payment(draft(invoice, "999999.99")))
    assert outcome.kind == "applied_different"
    assert outcome.echo["amount"] == invoice["outstanding"]["amount"]
    assert outcome.echo["overpayment_id"]
    again = books.send_payment(books.render_payment(draft(invoice, "1.00")))
    assert again.kind == "applied_different"
    assert again.echo["amount"] == "0.00"


@pytest.mark.parametrize(
    ("kind", "outcome", "there"),
    [
        ("reset_before", "ambiguous", 0),
        ("reset_after", "ambiguous", 1),
        ("truncated", "ambiguous", 1),
        ("500", "ambiguous", 0),
        ("500_after", "ambiguous", 1),
        ("502_html", "ambiguous", 0),
        ("503_after", "ambiguous", 1),
        ("408", "ambiguous", 0),
        ("html", "ambiguous", 0),
        ("error_200", "ambiguous", 1),
        ("429", "not_applied", 0),
        ("401", "not_applied", 0),
        ("expire_token", "not_applied", 0),
    ],
)
def test_a_fault_while_sending_is_never_taken_for_more_than_it_proves(
    connected: Connected, kind: str, outcome: str, there: int
) -> None:
    books = connected.books()
    invoice = open_invoice(connected.sandbox)
    connected.fault(kind, "payments/payments", method="POST")
    sent = books.send_payment(books.render_payment(draft(invoice)))
    assert sent.kind == outcome, sent.summary
    scan = books.scan_payments(InvoiceId(invoice["id"]), connected.cancel)
    assert scan.complete
    assert [MARKER in payment.note for payment in scan.payments] == [True] * there
    assert connected.visits("/payments/payments", "POST") == 1


@pytest.mark.parametrize(
    "change",
    [{"invoice_id": InvoiceId(1)}, {"amount": Money(100, "KWD")}],
)
def test_what_freshbooks_will_not_take_is_refused(
    connected: Connected, change: dict[str, Any]
) -> None:
    books = connected.books()
    wrong = dataclasses.replace(draft(open_invoice(connected.sandbox)), **change)
    outcome = books.send_payment(books.render_payment(wrong))
    assert outcome.kind == "refused", outcome.summary


def test_a_deleted_payment_is_seen_by_a_scan(connected: Connected) -> None:
    books = connected.books()
    invoice = open_invoice(connected.sandbox)
    outcome = books.send_payment(books.render_payment(draft(invoice)))
    connected.sandbox.control("delete", kind="payment", id=int(outcome.remote_id))
    payment = only(books, connected, invoice)
    assert payment.visibility is Visibility.DELETED
    assert books.find_payment(outcome.remote_id) == payment


def test_records_that_are_not_there_are_none_and_a_wrong_account_is_an_error(
    connected: Connected,
) -> None:
    books = connected.books()
    assert books.find_invoice(InvoiceId(1)) is None
    assert books.find_payment("1") is None
    books.business = dataclasses.replace(books.business, account_id="nobody")
    with pytest.raises(Refused):
        books.find_invoice(InvoiceId(1))


def test_a_ledger_account_is_made_once_and_a_second_one_is_refused(connected: Connected) -> None:
    books = connected.books()
    body = books.render_ledger_account(
        LedgerAccountDraft("Undeposited Platform Funds", "Current Asset", f"Made here {MARKER}")
    )
    made = books.send_ledger_account(body)
    assert made.kind == "applied", made.summary
    found = {str(one.id): one for one in books.read_ledger_accounts().records}
    assert found[made.remote_id].name == "Undeposited Platform Funds"
    assert found[made.remote_id].type == "asset"
    again = books.send_ledger_account(body)
    assert again.kind == "refused"
    assert "already exists" in again.summary
