"""A recorded payment that was deleted, or stands there twice: one click, and never by itself."""

from __future__ import annotations

import pytest

from fbrecon.app.review import list_approvable
from fbrecon.app.views import AttentionRow
from fbrecon.domain.documents import BookPayment, PlatformState, Visibility
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import Refused
from tests.app.bench import Home
from tests.fakes.send_script import Fault

S = PostingState


def _recorded(home: Home, minor: int = 10_000) -> tuple[int, str, int]:
    """An invoice, its platform payment, and the payment that we recorded."""
    invoice, payment = home.paid(minor)
    home.sync()
    (record,) = _live(home, invoice)
    return invoice, payment, record.id


def _live(home: Home, invoice: int) -> list[BookPayment]:
    return [
        p
        for p in home.books.payments.values()
        if p.invoice_id == invoice and p.visibility is Visibility.ACTIVE
    ]


def _states(home: Home) -> list[PostingState]:
    intents = home.desk.company.stores.outbox.list_intents([WriteKind.PAYMENT])
    return [intent.state for intent in intents]


def _item(home: Home, kind: str) -> AttentionRow:
    (found,) = [row for row in home.desk.list_attention() if row.kind == kind]
    return found


def _sent(home: Home) -> int:
    return len(home.books.payment_sends.bodies)


# ---- deleted in the books


@pytest.mark.parametrize("by_item", [True, False])
def test_a_deleted_payment_is_recorded_again_when_a_person_orders_it(
    connected: Home, by_item: bool
) -> None:
    invoice, payment, record = _recorded(connected)
    connected.books.delete_payment(record)
    connected.sync()
    item = _item(connected, "payment_deleted")
    assert "record_again" in item.actions
    connected.desk.approve(item.id if by_item else f"pay_{payment}")
    assert "payment_deleted" not in connected.kinds()
    connected.sync()
    (again,) = _live(connected, invoice)
    assert again.amount.minor == 10_000
    assert again.note != connected.books.payments[record].note
    assert _states(connected) == [S.UNDONE, S.VERIFIED]
    for _ in range(3):
        connected.clock.advance(86_400)
        connected.sync()
    assert len(_live(connected, invoice)) == 1
    assert connected.kinds() == []


def test_it_is_never_recorded_again_by_itself(connected: Home) -> None:
    invoice, _, record = _recorded(connected)
    connected.books.delete_payment(record)
    for _ in range(4):
        connected.clock.advance(86_400)
        connected.sync()
    assert _live(connected, invoice) == []
    assert _sent(connected) == 1


def test_an_order_given_twice_records_it_once(connected: Home) -> None:
    invoice, payment, record = _recorded(connected)
    connected.books.delete_payment(record)
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    with pytest.raises(Refused):
        connected.desk.approve(f"pay_{payment}")
    connected.sync()
    assert len(_live(connected, invoice)) == 1


def test_what_stands_there_live_is_not_recorded_again(connected: Home) -> None:
    invoice, payment, record = _recorded(connected)
    connected.books.delete_payment(record)
    connected.sync()
    connected.books.edit_payment(record, visibility=Visibility.ACTIVE)
    connected.sync()
    with pytest.raises(Refused, match="already"):
        connected.desk.approve(f"pay_{payment}")
    assert len(_live(connected, invoice)) == _sent(connected) == 1


def test_one_that_is_restored_after_the_order_is_seen_before_it_is_sent(connected: Home) -> None:
    invoice, payment, record = _recorded(connected, 10_000)
    connected.books.delete_payment(record)
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    connected.books.edit_payment(record, visibility=Visibility.ACTIVE)
    connected.books.edit_invoice(invoice, 20_000)  # so that the sum alone would fit
    connected.sync()
    assert _sent(connected) == 1
    assert _states(connected)[-1] is S.HELD
    assert [p.id for p in _live(connected, invoice)] == [record]


def test_money_that_the_platform_gave_back_is_not_recorded_again(connected: Home) -> None:
    _, payment, record = _recorded(connected)
    connected.books.delete_payment(record)
    connected.sync()
    connected.platform.set_state(PlatformPaymentId(payment), PlatformState.RETURNED)
    connected.sync()
    with pytest.raises(Refused, match="collected"):
        connected.desk.approve(f"pay_{payment}")


def test_after_three_times_a_person_records_it_by_hand(connected: Home) -> None:
    invoice, payment, _ = _recorded(connected)
    for _ in range(2):
        connected.books.delete_payment(_live(connected, invoice)[0].id)
        connected.sync()
        connected.desk.approve(f"pay_{payment}")
        connected.sync()
    assert _states(connected) == [S.UNDONE, S.UNDONE, S.VERIFIED]
    connected.books.delete_payment(_live(connected, invoice)[0].id)
    connected.sync()
    with pytest.raises(Refused, match="3 times"):
        connected.desk.approve(f"pay_{payment}")


def test_all_that_wait_are_approved_without_those_that_were_deleted(connected: Home) -> None:
    invoice, _, record = _recorded(connected)
    connected.books.delete_payment(record)
    connected.sync()
    assert list_approvable(connected.desk.company) == []
    connected.sync()
    assert _live(connected, invoice) == []


def test_a_file_that_forgot_it_asks_and_records_it_again_under_a_new_marker(
    connected: Home,
) -> None:
    invoice, payment, record = _recorded(connected)
    stores = connected.desk.company.stores
    # As a lost file would find it: the books have it deleted, the outbox knows nothing.
    for trigger in ("attempt_no_delete", "intent_frozen", "intent_moves"):
        stores.file.sql(f"DROP TRIGGER {trigger}")  # type: ignore[attr-defined]
    for table in ("attempt", "intent", "match"):
        stores.file.sql(f"DELETE FROM {table}")  # type: ignore[attr-defined]
    connected.books.delete_payment(record)
    for _ in range(3):
        connected.sync()
        connected.clock.advance(1000)
    item = next(r for r in connected.desk.list_attention() if r.subject == f"pay_{payment}")
    assert "record_again" in item.actions
    connected.desk.approve(item.id)
    connected.sync()
    (again,) = _live(connected, invoice)
    assert again.note != connected.books.payments[record].note
    before, after = _states(connected)
    assert before in (S.DROPPED, S.UNDONE)
    assert after is S.VERIFIED


# ---- twice in the books


def _double(home: Home) -> tuple[int, int, int]:
    """An invoice with our payment and a second one with its marker, from another computer."""
    invoice, _, record = _recorded(home, 10_000)
    home.books.edit_invoice(invoice, 30_000)
    first = home.books.payments[record]
    second = home.books.pay_by_hand(invoice, 10_000, first.paid_on, note=first.note)
    home.books.edit_payment(second, method=first.method)
    return invoice, record, int(second)


def test_two_live_records_with_one_marker_are_flagged_within_one_sync(connected: Home) -> None:
    _, first, second = _double(connected)
    connected.sync()
    item = _item(connected, "payment_doubled")
    assert str(first) in item.message
    assert str(second) in item.message
    assert "remove_second" in item.actions


def test_one_click_takes_the_second_back_and_leaves_the_first(connected: Home) -> None:
    invoice, first, _ = _double(connected)
    connected.sync()
    connected.desk.approve(_item(connected, "payment_doubled").id)
    connected.sync()
    assert [p.id for p in _live(connected, invoice)] == [first]
    assert _states(connected) == [S.VERIFIED]
    connected.sync()
    assert "payment_doubled" not in connected.kinds()


def test_a_second_one_that_was_changed_is_left_alone_and_said(connected: Home) -> None:
    invoice, _, second = _double(connected)
    connected.sync()
    connected.desk.approve(_item(connected, "payment_doubled").id)
    connected.books.edit_payment(second, method="Cash")
    connected.sync()
    assert len(_live(connected, invoice)) == 2
    assert "write_held" in connected.kinds()


def test_one_that_arrives_after_the_delay_is_flagged(connected: Home) -> None:
    invoice, _ = connected.paid(10_000)
    connected.books.edit_invoice(invoice, 30_000)
    connected.books.payment_sends.late_by = 4_000.0
    connected.books.payment_sends.plan(Fault.LATE)
    for _ in range(8):
        connected.sync("payments")
        connected.clock.advance(600)
    assert len(_live(connected, invoice)) == 2  # what no waiting of ours can rule out
    connected.sync()
    assert "payment_doubled" in connected.kinds()
    connected.desk.approve(_item(connected, "payment_doubled").id)
    connected.sync()
    assert len(_live(connected, invoice)) == 1


def test_one_under_an_older_marker_is_flagged_too(connected: Home) -> None:
    invoice, payment, record = _recorded(connected)
    connected.books.delete_payment(record)
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    connected.sync()
    connected.books.edit_invoice(invoice, 30_000)
    connected.books.edit_payment(record, visibility=Visibility.ACTIVE)
    connected.sync()
    assert str(record) in _item(connected, "payment_doubled").message
