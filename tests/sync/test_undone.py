"""What happens to a recorded payment afterwards: deleted, changed, forgotten by us."""

from __future__ import annotations

import pytest

from fbrecon.domain.documents import Method, PlatformState
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.posting import PostingState
from fbrecon.errors import FileError, Unreachable
from tests.sync.bench import WRITES, Bench, Crash, crash_at

S = PostingState


# ---- deleted or changed in the books


def test_a_payment_deleted_in_the_books_is_undone_and_never_recorded_again(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.sync()
    bench.books.delete_payment(bench.recorded(invoice)[0].id)
    for _ in range(3):
        bench.advance(days=1)
        bench.sync()
    assert bench.states() == [S.UNDONE]
    assert bench.recorded(invoice) == []
    assert len(bench.books.payment_sends.bodies) == 1
    assert bench.stores.decisions.matches() == []


def test_a_payment_changed_in_the_books_is_a_discrepancy_until_it_is_put_right(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid(10_000)
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    right = recorded.amount
    bench.books.edit_payment(recorded.id, amount=type(right)(9_000, "USD"))
    bench.sync()
    assert bench.states() == [S.DISCREPANCY]
    assert "90.00 USD" in bench.intent().reason
    bench.books.edit_payment(recorded.id, amount=right)
    bench.sync()
    assert bench.states() == [S.VERIFIED]


def test_a_record_that_the_books_do_not_know_any_more_is_not_called_put_right(
    bench: Bench,
) -> None:
    """It was here as it should be, since it had been read before it went away."""
    invoice, _ = bench.paid()
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    bench.lose_file()

    def gone_for_good(what: str, which: int) -> None:
        if what == "payment":
            bench.books.lose(which)

    bench.books.on_read = gone_for_good
    bench.sync()
    bench.sync(WRITES)
    assert bench.states() == [S.DISCREPANCY]
    assert bench.intent().reason == f"FreshBooks does not know payment {recorded.id}."


def test_a_discrepancy_that_is_deleted_in_the_books_is_undone(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000)

    def somebody_is_quicker(body: bytes) -> None:
        bench.books.pay_by_hand(invoice, 2_500)

    bench.books.payment_sends.on_send = somebody_is_quicker
    bench.sync()
    bench.books.payment_sends.on_send = None
    assert bench.states() == [S.DISCREPANCY]
    ours = bench.intent().remote_id
    bench.books.delete_payment(int(ours or 0))
    bench.sync()
    assert bench.states() == [S.UNDONE]


def test_an_edited_note_does_not_make_it_a_stranger(bench: Bench) -> None:
    invoice, payment = bench.paid()
    bench.sync()
    (recorded,) = bench.recorded(invoice)
    bench.books.edit_payment(recorded.id, note=f"Thanks! {bench.marker(payment, invoice)}.")
    bench.sync()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.parametrize(
    "state",
    [PlatformState.RETURNED, PlatformState.REFUNDED, PlatformState.DISPUTED, PlatformState.FAILED],
)
def test_money_that_goes_back_after_recording_changes_nothing_in_the_books(
    bench: Bench, state: PlatformState
) -> None:
    invoice, payment = bench.paid()
    bench.sync()
    bench.platform.set_state(payment, state)
    bench.advance(days=1)
    bench.sync()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


# ---- a lost company file


def test_a_lost_company_file_finds_its_payments_by_their_markers(bench: Bench) -> None:
    invoices = []
    for _ in range(3):
        invoice, _ = bench.paid()
        invoices.append(invoice)
    bench.sync()
    sent = len(bench.books.payment_sends.bodies)
    bench.lose_file()
    report = bench.sync()
    assert bench.states() == [S.VERIFIED] * 3
    assert {i.remote_id for i in bench.intents()} == {
        str(bench.recorded(invoice)[0].id) for invoice in invoices
    }
    assert (report.postings["posted"], report.postings["adopted"]) == (0, 3)
    assert len(bench.books.payment_sends.bodies) == sent
    assert bench.platform.sent == 4  # one customer, three invoices: none of them twice


@pytest.mark.loud
def test_a_record_that_could_not_be_adopted_is_adopted_next_time(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.paid()
    bench.sync()
    bench.lose_file()

    def full(*_: object, **__: object) -> None:
        raise FileError("The disk is full", "company.db could not be written.")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(bench.stores.outbox, "move", full)
        bench.sync()
    assert bench.states() == []
    bench.sync()
    assert bench.states() == [S.VERIFIED]


def test_a_lost_company_file_does_not_revive_what_was_deleted(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.sync()
    bench.books.delete_payment(bench.recorded(invoice)[0].id)
    bench.lose_file()
    bench.sync()
    assert bench.states() == [S.HELD]
    assert "deleted" in bench.intent().reason
    assert bench.recorded(invoice) == []


def test_what_was_recorded_twice_is_shown_and_not_chosen_from(bench: Bench) -> None:
    invoice, payment = bench.paid(10_000, amount="40.00")
    bench.sync()
    bench.books.pay_by_hand(invoice, 4_000, note=bench.marker(payment, invoice))
    bench.lose_file()
    bench.sync()
    assert bench.states() == [S.HELD]
    assert "2 times" in bench.intent().reason


def test_our_marker_on_another_sum_is_a_discrepancy(bench: Bench) -> None:
    invoice, payment = bench.paid(10_000)
    bench.books.pay_by_hand(invoice, 1_000, note=bench.marker(payment, invoice))
    bench.sync()
    bench.sync()
    assert bench.books.payment_sends.bodies == []
    assert len(bench.recorded(invoice)) == 1
    assert bench.states() == [S.DISCREPANCY]


# ---- matched, not recorded


def test_what_was_recorded_by_hand_before_the_connection_is_matched(bench: Bench) -> None:
    invoice, payment = bench.paid(10_000)
    by_hand = bench.books.pay_by_hand(invoice, 10_000)
    bench.advance(days=2)
    bench.change_rules(post_since=bench.clock.now().date())
    bench.sync()
    (match,) = bench.stores.decisions.matches()
    assert (match.payment_id, match.book_payment_id) == (payment, by_hand)
    assert bench.intents() == []


def test_what_was_marked_as_paid_is_matched_with_what_the_books_have(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    payment = bench.platform.pay(bench.copy_of(invoice), method=Method.NONE)
    by_hand = bench.books.pay_by_hand(invoice, 10_000)
    bench.sync()
    assert [(m.payment_id, m.book_payment_id) for m in bench.stores.decisions.matches()] == [
        (payment, by_hand)
    ]
    assert bench.intents() == []


# ---- one payment, several invoices


def _two_paid_at_once(bench: Bench, amount: str | None = None) -> tuple[InvoiceId, InvoiceId]:
    first = bench.open_invoice(6_000, sync=False)
    second = bench.open_invoice(4_000, sync=False)
    bench.sync()
    bench.platform.pay(bench.copy_of(first), bench.copy_of(second), amount=amount)
    return first, second


def test_a_payment_over_two_invoices_is_split_where_it_makes_them_up_exactly(
    bench: Bench,
) -> None:
    first, second = _two_paid_at_once(bench)
    bench.sync()
    assert bench.states() == [S.VERIFIED] * 2
    assert [p.amount.minor for p in bench.recorded(first)] == [6_000]
    assert [p.amount.minor for p in bench.recorded(second)] == [4_000]


def test_a_payment_over_two_invoices_that_leaves_a_choice_is_a_question(bench: Bench) -> None:
    first, second = _two_paid_at_once(bench, "90.00")
    bench.sync()
    assert bench.intents() == []
    assert [n.needs_person for n in bench.not_proposed] == [True]
    assert bench.recorded(first) + bench.recorded(second) == []


@pytest.mark.loud
@pytest.mark.parametrize("stop", [1, 2])
def test_asking_for_its_invoices_may_be_cut_off_and_nothing_is_taken_for_less(
    bench: Bench, stop: int
) -> None:
    first, second = _two_paid_at_once(bench)
    asked = []

    def broken(what: str, which: str) -> None:
        if what == "payments_of":
            asked.append(which)
            if len(asked) == stop:
                raise Unreachable("Out of reach", "The platform does not answer.")

    bench.platform.on_read = broken
    bench.sync()
    assert bench.intents() == []
    bench.platform.on_read = None
    bench.sync()
    assert [p.amount.minor for p in bench.recorded(first) + bench.recorded(second)] == [
        6_000,
        4_000,
    ]


@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("point", ["looked", "intent durable", "answered", "answer kept"])
def test_a_crash_between_its_parts_loses_and_doubles_none(
    bench: Bench, point: str, nth: int
) -> None:
    first, second = _two_paid_at_once(bench)
    with pytest.raises(Crash):
        bench.sync(crash=crash_at(point, nth))
    bench.restart()
    bench.sync(WRITES)
    bench.settle()
    assert bench.states() == [S.VERIFIED] * 2
    assert [p.amount.minor for p in bench.recorded(first) + bench.recorded(second)] == [
        6_000,
        4_000,
    ]


def test_a_lost_file_with_half_of_it_recorded_asks_a_person(bench: Bench) -> None:
    first, second = _two_paid_at_once(bench)
    with pytest.raises(Crash):
        bench.sync(crash=crash_at("answered"))
    bench.lose_file()
    bench.sync()
    bench.sync()
    assert len(bench.recorded(first)) == 1
    assert bench.recorded(second) == []
    assert [n.needs_person for n in bench.not_proposed] == [True]
