"""A question is asked again where it comes up again, and what cannot be is said in words."""

from __future__ import annotations

import pytest

from fbrecon.domain.documents import InvoiceStatus, PlatformState
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import Refused
from fbrecon.sync.progress import CancelToken, Progress
from tests.app.bench import Home
from tests.fakes.send_script import Fault

S = PostingState


def test_a_second_question_about_an_approved_payment_is_seen(connected: Home) -> None:
    invoice, payment = connected.paid(10_000)
    connected.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    connected.sync()
    assert connected.kinds() == ["payment_held"]
    connected.desk.approve(f"pay_{payment}")
    assert connected.kinds() == []
    connected.books.pay_by_hand(invoice, 0)
    connected.books.delete_invoice(invoice)
    connected.sync(full=True)
    (intent,) = connected.desk.company.stores.outbox.list_intents([WriteKind.PAYMENT])
    assert intent.state is S.HELD
    assert "payment_held" in connected.kinds()


def test_a_payment_that_is_deleted_in_the_books_is_no_match(connected: Home) -> None:
    invoice, payment = connected.paid(10_000)
    twin = connected.books.pay_by_hand(invoice, 2_000)
    connected.books.delete_payment(twin)
    connected.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    connected.sync()
    with pytest.raises(Refused, match="deleted"):
        connected.desk.approve(f"pay_{payment}", f"pay_book_{twin}")
    assert connected.desk.company.stores.decisions.matches() == []


def test_what_is_found_in_the_books_already_cannot_be_matched_once_more(connected: Home) -> None:
    invoice, payment = connected.paid(10_000)
    stores = connected.desk.company.stores
    connected.sync()
    (intent,) = stores.outbox.list_intents([WriteKind.PAYMENT])
    other = connected.books.pay_by_hand(invoice, 0)
    connected.sync()
    with pytest.raises(Refused, match="decision"):
        connected.desk.approve(f"pay_{payment}", f"pay_book_{other}")
    assert [i.state for i in stores.outbox.list_intents([WriteKind.PAYMENT])] == [S.VERIFIED]
    assert intent.state is S.VERIFIED


def test_a_part_of_a_payment_over_several_invoices_is_matched_by_its_payment(
    connected: Home,
) -> None:
    first, second = connected.books.add_invoice(10_000), connected.books.add_invoice(5_000)
    connected.sync()
    copies = sorted(connected.platform.invoices)
    payment = connected.platform.pay(*copies)
    for invoice in (first, second):
        connected.books.edit_invoice(invoice, status=InvoiceStatus.DRAFT)
    twin = connected.books.pay_by_hand(second, 5_000)
    connected.books.delete_payment(twin)
    connected.sync("payments")
    twin = connected.books.pay_by_hand(second, 5_000)
    connected.sync("payments")
    connected.desk.approve(f"pay_{payment}", f"pay_book_{twin}")
    (match,) = connected.desk.company.stores.decisions.matches()
    assert (match.payment_id, match.book_payment_id) == (payment, twin)


def test_money_that_went_back_is_told_of_a_payment_that_others_recorded(home: Home) -> None:
    home.connect()
    home.desk.change_setting("mode", "read")
    invoice = home.books.add_invoice(10_000)
    copy = home.platform.add_invoice(
        10_000, customer=home.platform.add_customer(), number=home.books.invoices[invoice].number
    )
    payment = home.platform.pay(copy)
    by_link = home.books.pay_by_hand(invoice, 10_000)
    home.sync()
    home.platform.set_state(payment, PlatformState.RETURNED)
    home.sync()
    assert "payment_failed_after_posting" in home.kinds()
    home.books.delete_payment(by_link)
    home.sync()
    assert "payment_failed_after_posting" not in home.kinds()


def test_a_sync_that_waited_for_accounts_being_made_runs_itself(connected: Home) -> None:
    slug = connected.desk.company.slug
    held = connected.shelf.lease(slug)
    assert held.try_take(0)
    told: list[str] = []

    def tell(progress: Progress) -> None:
        told.append(progress.stage)
        if progress.stage.startswith("Another"):
            held.give_back()

    report = connected.desk.sync(CancelToken(), tell)
    assert report.outcome == "ok"
    assert told[0].startswith("Another")


def test_putting_an_uncertain_payment_out_of_sight_hides_no_later_question(connected: Home) -> None:
    _, payment = connected.paid(10_000)
    connected.books.payment_sends.plan(Fault.LOST_BEFORE)
    connected.sync()
    (item,) = connected.desk.list_attention()
    assert item.kind == "payment_uncertain"
    connected.desk.dismiss(item.id)
    connected.platform.set_state(payment, PlatformState.RETURNED)
    connected.sync()
    assert connected.kinds() == ["payment_held"]
