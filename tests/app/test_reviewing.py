"""What needs a person opens and closes with its fact, and a decision is remembered."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from fbrecon.app.views import AttentionRow, Mode, PaymentRow, TableQuery
from fbrecon.domain.documents import Method, PlatformState
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import NotFound, Refused, WrongUsage
from fbrecon.sync.progress import CancelToken, silent
from tests.app.bench import Home
from tests.fakes.send_script import Fault

S = PostingState


def _item(home: Home, kind: str) -> AttentionRow:
    (found,) = [row for row in home.desk.list_attention() if row.kind == kind]
    return found


def _state(home: Home) -> PostingState:
    (intent,) = home.desk.company.stores.outbox.list_intents([WriteKind.PAYMENT])
    return intent.state


def _row(home: Home, payment: str) -> PaymentRow:
    (row,) = home.desk.payment_rows([f"pay_{payment}"])
    return row


def _held_for_a_twin(home: Home) -> tuple[int, str, int]:
    """A payment that may be one which somebody recorded by hand."""
    invoice, payment = home.paid(10_000)
    twin = home.books.pay_by_hand(invoice, 2_000)
    home.platform.edit_payment(payment, total=Decimal(20), sub_total=Decimal(20))
    home.sync()
    assert _state(home) is S.HELD
    return invoice, payment, twin


# ---- approve


def test_a_yes_is_remembered_and_looked_at_no_more(connected: Home) -> None:
    invoice, payment, twin = _held_for_a_twin(connected)
    connected.desk.approve(f"pay_{payment}")
    assert "payment_held" not in connected.kinds()
    connected.sync()
    assert _state(connected) is S.VERIFIED
    live = [p.id for p in connected.books.payments.values() if p.invoice_id == invoice]
    assert twin in live
    assert len(live) == 2


def test_a_yes_to_one_thing_is_no_yes_to_another(connected: Home) -> None:
    invoice, payment, _ = _held_for_a_twin(connected)
    connected.desk.approve(f"pay_{payment}")
    another = connected.books.pay_by_hand(invoice, 2_000)
    connected.sync()
    assert _state(connected) is S.HELD
    assert str(another) in _row(connected, payment).reason


def test_the_same_money_is_matched_and_nothing_is_sent(connected: Home) -> None:
    _, payment, twin = _held_for_a_twin(connected)
    connected.desk.approve(f"pay_{payment}", f"pay_book_{twin}")
    for _ in range(2):
        connected.sync()
    assert connected.books.payment_sends.bodies == []
    assert _row(connected, payment).state == "matched"
    assert connected.kinds() == []
    (match,) = connected.desk.company.stores.decisions.matches()
    assert (match.payment_id, match.book_payment_id, match.made_by) == (payment, twin, "person")


def test_it_may_be_answered_through_the_attention_item(connected: Home) -> None:
    _, payment, twin = _held_for_a_twin(connected)
    connected.desk.approve(_item(connected, "payment_held").id, str(twin))
    assert _row(connected, payment).state == "matched"
    assert connected.kinds() == []


def test_a_payment_of_another_invoice_is_not_the_same_money(connected: Home) -> None:
    _, payment, _ = _held_for_a_twin(connected)
    other = connected.books.add_invoice(4_000)
    stranger = connected.books.pay_by_hand(other, 4_000)
    connected.sync()
    with pytest.raises(Refused, match="do not belong together"):
        connected.desk.approve(f"pay_{payment}", str(stranger))
    with pytest.raises(NotFound):
        connected.desk.approve(f"pay_{payment}", "pay_book_999999")
    assert _state(connected) is S.HELD


def test_what_was_sent_is_settled_by_looking_not_by_saying_so(connected: Home) -> None:
    invoice, payment = connected.paid(10_000)
    connected.books.payment_sends.plan(Fault.REFUSED)
    connected.sync()
    by_hand = connected.books.pay_by_hand(invoice, 10_000)
    connected.sync()
    with pytest.raises(Refused, match="already sent"):
        connected.desk.approve(f"pay_{payment}", str(by_hand))


def test_a_refused_payment_is_tried_once_more_when_approved(connected: Home) -> None:
    _, payment = connected.paid()
    connected.books.payment_sends.plan(Fault.REFUSED)
    connected.sync()
    assert _item(connected, "payment_refused").subject == f"pay_{payment}"
    connected.sync()
    assert _state(connected) is S.REFUSED  # never by itself
    connected.desk.approve(f"pay_{payment}")
    connected.sync()
    assert _state(connected) is S.VERIFIED
    assert connected.kinds() == []


def test_what_waits_from_before_the_connection_goes_on_a_yes(connected: Home) -> None:
    tomorrow = connected.clock.now().date() + timedelta(days=1)
    connected.desk.change_setting("post_since", tomorrow.isoformat())
    _, payment = connected.paid()
    connected.sync()
    assert _item(connected, "payment_waits").subject == f"pay_{payment}"
    connected.desk.approve(_item(connected, "payment_waits").id)
    connected.sync()
    assert _state(connected) is S.VERIFIED


@pytest.mark.parametrize("public_id", ["pay_nothing", "att_999", "act_999"])
def test_what_is_not_there_cannot_be_decided_on(connected: Home, public_id: str) -> None:
    connected.sync()
    for decide in (connected.desk.approve, connected.desk.dismiss):
        with pytest.raises((NotFound, Refused)):
            decide(public_id)


@pytest.mark.parametrize("public_id", ["", "pay", "pay_", "xyz_1", "inv_7", "att_x", "act_-1"])
def test_what_is_no_id_is_wrong_usage(connected: Home, public_id: str) -> None:
    for decide in (connected.desk.approve, connected.desk.dismiss):
        with pytest.raises(WrongUsage):
            decide(public_id)


def test_what_is_recorded_already_needs_no_yes(connected: Home) -> None:
    _, payment = connected.paid()
    connected.sync()
    with pytest.raises(Refused, match="does not wait"):
        connected.desk.approve(f"pay_{payment}")
    with pytest.raises(Refused, match="does not wait"):
        connected.desk.dismiss(f"pay_{payment}")


# ---- dismiss


@pytest.mark.parametrize("through", ["payment", "item"])
def test_a_no_lasts(connected: Home, through: str) -> None:
    _, payment, _ = _held_for_a_twin(connected)
    public_id = f"pay_{payment}" if through == "payment" else _item(connected, "payment_held").id
    connected.desk.dismiss(public_id)
    for _ in range(3):
        connected.clock.advance(86_400)
        connected.sync()
    assert _state(connected) is S.DROPPED
    assert connected.kinds() == []
    assert connected.books.payment_sends.bodies == []


def test_a_dismissed_item_stays_away_until_it_goes_and_comes_back(connected: Home) -> None:
    _, payment = connected.paid()
    connected.sync()
    connected.platform.set_state(payment, PlatformState.RETURNED)
    connected.sync()
    connected.desk.dismiss(_item(connected, "payment_failed_after_posting").id)
    connected.sync()
    assert connected.kinds() == []
    connected.platform.set_state(payment, PlatformState.SUCCEEDED)
    connected.sync()
    connected.platform.set_state(payment, PlatformState.RETURNED)
    connected.sync()
    assert connected.kinds() == ["payment_failed_after_posting"]


def test_a_run_that_was_stopped_early_forgets_no_decision(connected: Home) -> None:
    first, second = connected.books.add_invoice(6_000), connected.books.add_invoice(4_000)
    connected.sync()
    payment = connected.platform.pay(*connected.platform.invoices, amount="90.00")
    connected.sync()
    assert _item(connected, "payment_held").subject == f"pay_{payment}"
    connected.desk.dismiss(_item(connected, "payment_held").id)
    cancel = CancelToken()
    cancel.cancel()
    assert connected.desk.sync(cancel, silent).outcome == "cancelled"
    connected.sync()
    assert connected.kinds() == ["dismissed_differs"]
    assert [p for p in connected.books.payments.values() if p.invoice_id in (first, second)] == []


# ---- findings open and close


def test_the_question_about_the_hosted_link_stands_until_it_is_answered(home: Home) -> None:
    home.connect(mode=Mode.READ)
    home.sync()
    assert home.kinds() == ["mode_question"]
    home.desk.set_mode(Mode.WRITE)
    home.sync()
    assert home.kinds() == []


def test_money_that_went_back_is_told_and_closes_when_the_books_are_put_right(
    connected: Home,
) -> None:
    invoice, payment = connected.paid()
    connected.sync()
    connected.platform.set_state(payment, PlatformState.RETURNED)
    connected.sync()
    item = _item(connected, "payment_failed_after_posting")
    assert item.link == f"https://books.example/{invoice}"
    assert item.subject == f"pay_{payment}"
    assert _row(connected, payment).state == "returned"
    (recorded,) = [p.id for p in connected.books.payments.values()]
    connected.books.delete_payment(recorded)
    connected.sync()
    assert connected.kinds() == []


def test_an_uncertain_payment_is_told_and_closes_when_it_is_found(connected: Home) -> None:
    _, payment = connected.paid()
    connected.books.payment_sends.plan(Fault.LATE)
    connected.sync()
    assert connected.kinds() == ["payment_uncertain"]
    assert _row(connected, payment).state == "uncertain"
    connected.clock.advance(1_000)
    connected.sync()
    assert connected.kinds() == []
    assert _row(connected, payment).state == "posted"


def test_a_row_that_cannot_be_read_is_told_and_closes_when_it_can(connected: Home) -> None:
    odd = connected.books.add_invoice(100)
    connected.books.odd["invoices", odd] = "its sum cannot be read"
    connected.sync()
    assert _item(connected, "row_set_aside").subject == str(odd)
    connected.books.odd.clear()
    connected.books.edit_invoice(odd, 200)
    connected.sync()
    assert connected.kinds() == []


def test_a_write_to_the_platform_that_is_refused_is_told(connected: Home) -> None:
    connected.books.add_invoice(100)
    connected.platform.customer_sends.plan(Fault.REFUSED)
    connected.sync()
    item = _item(connected, "write_held")
    assert item.subject.startswith("act_")
    connected.desk.approve(item.subject)
    connected.sync()
    assert connected.kinds() == []
    assert len(connected.platform.invoices) == 1


def test_since_says_when_it_was_first_found(connected: Home) -> None:
    _held_for_a_twin(connected)
    first = _item(connected, "payment_held").since
    connected.clock.advance(86_400)
    connected.sync()
    assert _item(connected, "payment_held").since == first


# ---- words


def test_a_word_is_asked_about_once_and_the_answer_is_kept(connected: Home) -> None:
    invoice = connected.books.add_invoice(10_000)
    connected.sync()
    (copy,) = connected.platform.invoices
    payment = connected.platform.pay(copy, word="settling")
    connected.sync()
    item = _item(connected, "unknown_word")
    assert "1 payment" in item.message
    assert item.subject == "settling"
    connected.desk.answer_word(item.id, "succeeded")
    assert connected.kinds() == []
    connected.sync()
    assert _row(connected, payment).state == "posted"
    assert [p.invoice_id for p in connected.books.payments.values()] == [invoice]
    connected.reopen()
    connected.sync()
    assert connected.kinds() == []


@pytest.mark.parametrize("meaning", ["", "unknown", "paid", "Succeeded"])
def test_a_meaning_must_be_one_of_the_states(connected: Home, meaning: str) -> None:
    connected.books.add_invoice(10_000)
    connected.sync()
    (copy,) = connected.platform.invoices
    connected.platform.pay(copy, word="settling")
    connected.sync()
    with pytest.raises(WrongUsage, match="succeeded"):
        connected.desk.answer_word(_item(connected, "unknown_word").id, meaning)


def test_only_a_question_about_a_word_takes_a_meaning(connected: Home) -> None:
    _held_for_a_twin(connected)
    with pytest.raises(WrongUsage):
        connected.desk.answer_word(_item(connected, "payment_held").id, "succeeded")
    with pytest.raises(NotFound):
        connected.desk.answer_word("att_999", "succeeded")
    assert connected.desk.company.stores.decisions.words() == {}


# ---- what the table says


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"method": Method.NONE}, "no money moved"),
        ({"state": PlatformState.PENDING}, "not collected it yet"),
        ({"state": PlatformState.FAILED}, "did not collect"),
        ({"state": PlatformState.REFUNDED_PART}, "A part of it was refunded"),
        ({"word": "settling"}, "a word that nobody has explained"),
    ],
)
def test_what_is_not_recorded_says_why_in_the_table(
    connected: Home, how: dict[str, object], why: str
) -> None:
    invoice = connected.books.add_invoice(10_000)
    connected.sync()
    (copy,) = connected.platform.invoices
    payment = connected.platform.pay(copy, **how)  # type: ignore[arg-type]
    connected.sync()
    rows = connected.desk.payment_rows(connected.desk.payment_keys(TableQuery("date")))
    assert [row.id for row in rows] == [f"pay_{payment}"]
    assert why in _row(connected, payment).reason
    assert why in connected.desk.invoice_detail(invoice).payments[0].reason


def test_a_payment_of_an_invoice_made_on_the_platform_says_so(connected: Home) -> None:
    connected.sync()
    customer = connected.platform.add_customer()
    payment = connected.platform.pay(connected.platform.add_invoice(500, customer=customer))
    connected.sync()
    assert "made on the platform" in _row(connected, payment).reason


def test_while_reading_each_payment_says_so(home: Home) -> None:
    home.connect(mode=Mode.READ)
    invoice = home.books.add_invoice(500)
    number = home.books.invoices[invoice].number
    customer = home.platform.add_customer()
    copy = home.platform.add_invoice(500, customer=customer, number=number)
    payment = home.platform.pay(copy)
    home.sync()
    assert "only reads" in _row(home, payment).reason


def test_every_write_is_listed_newest_first(connected: Home) -> None:
    connected.paid()
    connected.sync()
    rows = connected.desk.list_activity()
    assert [row.kind for row in rows] == ["payment", "platform_invoice", "platform_customer"]
    assert {row.outcome for row in rows} == {"verified"}
    assert all(row.remote_id and row.attempts == 1 for row in rows)
