"""What is uncertain is settled by reading, and only by reading."""

from __future__ import annotations

import pytest

from fbrecon.domain.posting import PostingState
from fbrecon.errors import Unreachable
from fbrecon.sync.report import SyncReport
from tests.fakes.send_script import Fault
from tests.sync.bench import ALL_POINTS, CRASH_POINTS, WRITES, Bench, Crash, crash_at

S = PostingState


def test_what_arrived_without_an_answer_is_found_at_once(bench: Bench) -> None:
    invoice, payment = bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.sync()
    assert bench.states() == [S.VERIFIED]
    assert bench.intent().remote_id == str(bench.recorded(invoice)[0].id)
    assert len(bench.books.live_with(bench.marker(payment, invoice))) == 1


def test_what_a_list_does_not_show_yet_is_waited_for(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.list_lag = 2_000.0
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.sync()
    assert bench.states() == [S.UNCERTAIN]
    bench.settle(2)
    # Its own figure says that the invoice is paid, so absence from the list proves nothing.
    assert bench.states() == [S.UNCERTAIN]
    bench.settle(2)
    assert bench.states() == [S.VERIFIED]
    assert len(bench.books.payment_sends.bodies) == 1
    assert len(bench.recorded(invoice)) == 1


def test_before_the_settling_delay_no_reading_counts(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    for _ in range(14):
        bench.advance(minutes=1)
        bench.sync(WRITES)
    assert bench.states() == [S.UNCERTAIN]
    assert bench.intent().negative_reads == 0


def test_two_negative_readings_apart_allow_a_second_send(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    bench.advance(seconds=bench.settle_after)
    bench.sync(WRITES)
    bench.advance(seconds=bench.settle_after / 3 - 1)
    bench.sync(WRITES)
    assert bench.intent().negative_reads == 1
    assert len(bench.books.payment_sends.bodies) == 1
    bench.advance(seconds=1)
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


def test_a_late_arrival_within_the_delay_is_found_and_not_doubled(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.late_by = bench.settle_after - 1
    bench.books.payment_sends.plan(Fault.LATE)
    bench.sync()
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == len(bench.books.payment_sends.bodies) == 1


def test_after_three_sends_a_person_is_asked(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(*[Fault.LOST_BEFORE] * 5)
    bench.sync()
    bench.settle(12)
    assert len(bench.books.payment_sends.bodies) == 3
    assert bench.states() == [S.HELD]
    assert "3 times" in bench.intent().reason


@pytest.mark.loud
def test_a_reading_that_fails_settles_nothing(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()

    def broken(what: str, which: int) -> None:
        if what in ("invoice", "scan"):
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    bench.books.on_read = broken
    bench.settle()
    assert bench.states() == [S.UNCERTAIN]
    assert bench.intent().negative_reads == 0
    assert "could not be looked up" in bench.intent().evidence[-1].text


def test_the_receipt_does_not_grow_with_every_unclear_look(bench: Bench) -> None:
    bench.paid()
    bench.books.list_lag = 1e9
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.sync()
    notes = len(bench.intent().evidence)
    for _ in range(10):
        bench.advance(minutes=5)
        bench.sync(WRITES)
    assert len(bench.intent().evidence) == notes


def test_what_stays_unclear_for_an_hour_comes_before_a_person(bench: Bench) -> None:
    bench.paid()
    bench.books.list_lag = 1e9
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.sync()
    bench.settle(3)
    assert bench.states() == [S.UNCERTAIN]
    bench.settle(2)
    assert bench.states() == [S.HELD]
    assert len(bench.books.payment_sends.bodies) == 1


def test_an_incomplete_list_is_no_negative_reading(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    bench.books.claims_more = 1
    bench.settle()
    assert bench.states() == [S.UNCERTAIN]
    assert bench.intent().negative_reads == 0


def test_while_one_is_uncertain_nothing_else_goes_to_that_invoice(bench: Bench) -> None:
    invoice = bench.open_invoice(10_000)
    copy = bench.copy_of(invoice)
    bench.platform.pay(copy, amount="10.00")
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    bench.platform.pay(copy, amount="20.00")
    bench.advance(minutes=5)
    bench.sync()
    assert bench.states() == [S.UNCERTAIN, S.APPROVED]
    bench.settle()
    assert bench.states() == [S.VERIFIED, S.VERIFIED]
    assert sorted(p.amount.minor for p in bench.recorded(invoice)) == [1_000, 2_000]


def test_other_invoices_do_not_wait_for_an_uncertain_one(bench: Bench) -> None:
    first, second = bench.open_invoice(), bench.open_invoice()
    for invoice in (first, second):
        bench.platform.pay(bench.copy_of(invoice))
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    assert bench.states() == [S.UNCERTAIN, S.VERIFIED]


def test_what_a_person_recorded_meanwhile_is_asked_about(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    bench.books.pay_by_hand(invoice, 4_000)
    bench.settle()
    assert bench.states() == [S.HELD]
    assert len(bench.books.payment_sends.bodies) == 1


def test_one_that_is_held_and_arrives_after_all_is_adopted(bench: Bench) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.books.payment_sends.late_by = 3_000.0
    bench.books.payment_sends.plan(Fault.LATE)
    bench.sync()
    bench.books.pay_by_hand(invoice, 4_000)
    bench.advance(seconds=bench.settle_after)
    bench.sync(WRITES)
    assert bench.states() == [S.HELD]
    bench.advance(seconds=3_000)
    bench.sync(WRITES)
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED]


# ---- clocks


@pytest.mark.parametrize("back", [600, 86_400, 400 * 86_400])
def test_a_clock_set_back_neither_shortens_the_wait_nor_draws_it_out(
    bench: Bench, back: int
) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.late_by = bench.settle_after - 10
    bench.books.payment_sends.plan(Fault.LATE)
    bench.sync(WRITES)
    bench.clock.jump(-back)
    bench.sync(WRITES)
    assert bench.intent().negative_reads == 0
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == len(bench.books.payment_sends.bodies) == 1


def test_a_clock_set_back_does_not_keep_a_lost_one_for_ever(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync(WRITES)
    bench.clock.jump(-400 * 86_400)
    bench.settle(6)
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.loud
def test_a_clock_set_back_does_not_put_a_send_off_for_ever(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.WAIT)
    bench.sync()
    bench.clock.jump(-400 * 86_400)
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED]


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("jumps", [(25,), (25, -25), (-25, 50), (25, 25)])
def test_setting_the_clock_never_shortens_the_wait(
    bench: Bench, jumps: tuple[int, ...], restarts: bool
) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.late_by = bench.settle_after - 60
    bench.books.payment_sends.plan(Fault.LATE)
    bench.sync(WRITES)
    for hours in jumps:
        bench.clock.jump(3600 * hours)
        for _ in range(3):
            if restarts:
                bench.restart()
            bench.sync(WRITES)
        bench.advance(seconds=60)
    assert bench.intent().negative_reads == 0
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == len(bench.books.payment_sends.bodies) == 1


def test_a_clock_set_forward_does_not_bring_two_readings_closer(bench: Bench) -> None:
    bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync(WRITES)
    bench.advance(seconds=bench.settle_after)
    bench.sync(WRITES)
    bench.clock.jump(25 * 3600)
    bench.sync(WRITES)
    assert bench.intent().negative_reads == 1
    assert len(bench.books.payment_sends.bodies) == 1


def test_a_program_that_runs_for_seconds_at_a_time_still_settles(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync(WRITES)
    for _ in range(5):
        bench.restart()
        bench.advance(seconds=bench.settle_after / 2)
        bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


def test_where_nothing_witnesses_the_time_a_person_is_asked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.paid()
    monkeypatch.setattr(bench.books, "service_time", lambda: None)
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync(WRITES)
    for _ in range(8):
        bench.restart()
        bench.advance(seconds=bench.settle_after)
        bench.sync(WRITES)
    assert bench.states() == [S.HELD]
    assert len(bench.books.payment_sends.bodies) == 1


# ---- crashes


@pytest.mark.parametrize("point", CRASH_POINTS)
@pytest.mark.parametrize("fault", [None, Fault.LOST_AFTER, Fault.LOST_BEFORE, Fault.LATE])
def test_a_crash_anywhere_ends_in_exactly_one_payment(
    bench: Bench, point: str, fault: Fault | None
) -> None:
    invoice, payment = bench.paid()
    bench.books.payment_sends.plan(fault)
    with pytest.raises(Crash):
        bench.sync(crash=crash_at(point))
    bench.restart()
    bench.sync(WRITES)
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1
    assert len(bench.books.live_with(bench.marker(payment, invoice))) == 1
    posted = 1 if point == "looked" or fault is not Fault.LOST_BEFORE else 2
    assert len(bench.books.payment_sends.bodies) <= posted + 1


@pytest.mark.parametrize("point", CRASH_POINTS)
def test_a_crash_while_sending_the_second_time_is_no_worse(bench: Bench, point: str) -> None:
    invoice, _ = bench.paid()
    bench.books.payment_sends.plan(Fault.LOST_BEFORE)
    bench.sync()
    bench.advance(seconds=bench.settle_after)
    bench.sync(WRITES)
    bench.advance(seconds=bench.settle_after)
    with pytest.raises(Crash):
        bench.sync(WRITES, crash=crash_at(point))
    bench.restart()
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.parametrize("point", sorted(set(ALL_POINTS) - set(CRASH_POINTS)))
def test_a_crash_while_proposing_recovering_settling_or_reading_back_is_made_good(
    bench: Bench, point: str
) -> None:
    invoice, _ = bench.paid()
    crashed = []
    bench.books.payment_sends.plan(Fault.LATE)
    # The first of these runs ends while it sends, so that there is something to recover.
    for here in ("answered", point, point):
        try:
            bench.sync(WRITES, crash=crash_at(here))
        except Crash:
            crashed.append(here)
            bench.restart()
        bench.advance(seconds=bench.settle_after / 2)
    bench.settle()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == len(bench.books.payment_sends.bodies) == 1
    assert crashed[:2] == ["answered", point]


def test_a_crash_in_the_middle_of_many_loses_none_and_doubles_none(bench: Bench) -> None:
    invoices = [bench.open_invoice(sync=False) for _ in range(4)]
    bench.sync()
    for invoice in invoices:
        bench.platform.pay(bench.copy_of(invoice))
    for nth in range(1, 5):
        with pytest.raises(Crash):
            bench.sync(WRITES, crash=crash_at("answered", 1))
        bench.restart()
        assert sum(len(bench.recorded(invoice)) for invoice in invoices) == nth
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED] * 4
    assert [len(bench.recorded(invoice)) for invoice in invoices] == [1] * 4


def test_the_run_that_a_crash_ended_is_told_as_failed(bench: Bench) -> None:
    bench.paid()
    with pytest.raises(Crash):
        bench.sync(crash=crash_at("answered"))
    run = bench.stores.journal.find_run()
    assert run is not None
    assert run.outcome == "failed"
    assert SyncReport.load(run.report).resources["platform_payments"].new == 1


def test_a_record_whose_marker_a_person_took_away_is_asked_about_not_sent_again(
    bench: Bench,
) -> None:
    invoice, _ = bench.paid(10_000, amount="40.00")
    bench.books.payment_sends.plan(Fault.LOST_AFTER)
    bench.books.list_lag = 60.0
    bench.sync()
    assert bench.states() == [S.UNCERTAIN]
    bench.advance(minutes=2)
    with pytest.raises(Crash):  # its match is kept, and nothing is settled yet
        bench.sync(crash=crash_at("settling"))
    bench.restart()
    bench.books.edit_payment(bench.recorded(invoice)[0].id, note="tidied up")
    bench.settle()
    assert bench.states() == [S.HELD]
    assert len(bench.books.payment_sends.bodies) == 1


def test_a_yes_to_an_unclear_reading_does_not_settle_the_send_that_follows(bench: Bench) -> None:
    """The books always say that more is paid here than they show; a person has looked at that."""
    invoice = bench.open_invoice(20_000)
    bench.platform.pay(bench.copy_of(invoice), amount="50.00")
    bench.books.payment_sends.plan(Fault.LOST_BEFORE, Fault.LOST_AFTER)
    bench.books.list_lag = 1e9  # nothing that is written from here on is ever listed
    bench.books.payment_sends.on_send = lambda _: _pay_unseen(bench, invoice)
    bench.sync()
    bench.settle(6)
    assert (bench.states(), bench.intent().hold) == ([S.HELD], "unwitnessed")
    bench.stores.outbox.move(
        bench.intent(), S.APPROVED, "A person approved it.", waive="unwitnessed"
    )
    bench.settle(8)
    assert (bench.states(), bench.intent().attempts) == ([S.HELD], 2)
    assert len(bench.books.live_with(bench.intent().marker)) == 1


def _pay_unseen(bench: Bench, invoice: int) -> None:
    """Somebody records a payment that this sign-in may not see."""
    bench.books.payment_sends.on_send = None
    number = bench.books.pay_by_hand(invoice, 1_000)
    bench.books._shown_from[number] = 1e12
