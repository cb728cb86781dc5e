"""Reading ahead saves time and weakens no guard: what is sent was looked at just before."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import pytest

from fbrecon.cancelling import at_hand
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.errors import Unreachable, Unreadable
from fbrecon.sync.preflights import FRESH_SECONDS, WINDOW, Inline, Preflights, Readers
from fbrecon.sync.progress import Cancelled, CancelToken
from tests.fakes.send_script import Fault
from tests.sync.bench import ALL_POINTS, WRITES, Bench, Crash, crash_at

S, PAYMENT = PostingState, WriteKind.PAYMENT


def _collected(bench: Bench, count: int) -> list[int]:
    """So many invoices, each paid on the platform just now."""
    invoices = [bench.open_invoice(sync=False) for _ in range(count)]
    bench.sync()
    for invoice in invoices:
        bench.platform.pay(bench.copy_of(invoice))
    return [int(invoice) for invoice in invoices]


def _log(bench: Bench) -> list[str]:
    log: list[str] = []
    bench.books.on_read = lambda what, which: log.append(f"{what} {which}")
    bench.books.payment_sends.on_send = lambda body: log.append("send")
    return log


def test_the_invoices_of_later_payments_are_read_before_the_first_is_sent(bench: Bench) -> None:
    invoices = _collected(bench, 3)
    log = _log(bench)
    bench.sync(WRITES)
    first = log.index("send")
    assert all(f"invoice {invoice}" in log[:first] for invoice in invoices)
    assert bench.states() == [S.VERIFIED] * 3


def test_no_more_is_read_ahead_than_fits_the_window(bench: Bench) -> None:
    invoices = _collected(bench, WINDOW + 4)
    log = _log(bench)
    bench.sync(WRITES)
    sent = 0
    read = set()
    for what in log:
        sent += what == "send"
        if what.startswith("invoice ") and int(what.split()[1]) in invoices:
            read.add(what)
            assert len(read) <= sent + WINDOW + 1
    assert bench.states() == [S.VERIFIED] * len(invoices)


def test_each_payment_costs_one_reading_of_its_invoice_and_one_of_its_payments(
    bench: Bench,
) -> None:
    invoices = _collected(bench, 5)
    log = _log(bench)
    bench.sync(WRITES)
    for invoice in invoices:
        assert log.count(f"invoice {invoice}") == log.count(f"scan {invoice}") == 1
    assert [what for what in log if "by id" in what] == ["payments by id 5", "invoices by id 5"]


def test_what_was_read_too_long_ago_is_read_again(bench: Bench) -> None:
    first, second = _collected(bench, 2)
    log = _log(bench)

    def slow(body: bytes) -> None:
        log.append("send")
        bench.advance(seconds=FRESH_SECONDS + 1)

    bench.books.payment_sends.on_send = slow
    bench.sync(WRITES)
    assert log.count(f"invoice {first}") == 1
    assert log.count(f"invoice {second}") == 2


@pytest.mark.parametrize("jump", [-3600, 3600])
def test_a_clock_that_is_set_makes_no_old_reading_fresh(bench: Bench, jump: int) -> None:
    _, second = _collected(bench, 2)
    log = _log(bench)

    def set_clock(body: bytes) -> None:
        log.append("send")
        bench.clock.jump(jump)

    bench.books.payment_sends.on_send = set_clock
    bench.sync(WRITES)
    assert log.count(f"invoice {second}") == 2


def test_a_second_payment_of_an_invoice_is_looked_at_after_the_first_was_sent(
    bench: Bench,
) -> None:
    invoice = bench.open_invoice(10_000)
    copy = bench.copy_of(invoice)
    bench.platform.pay(copy, amount="60.00")
    bench.platform.pay(copy, amount="50.00")
    bench.sync(WRITES)
    # Of 100.00 only 40.00 is left for the second, which a reading before the first did not show.
    assert bench.states() == [S.VERIFIED, S.HELD]
    assert [p.amount.minor for p in bench.recorded(invoice)] == [6_000]


@pytest.mark.loud
def test_an_unreadable_invoice_later_on_holds_up_nobody_else(bench: Bench) -> None:
    invoices = _collected(bench, 4)
    bench.books.odd["invoices", invoices[2]] = "odd"
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED, S.VERIFIED, S.APPROVED, S.VERIFIED]


@pytest.mark.loud
def test_what_cannot_be_reached_later_on_ends_the_run_when_its_turn_comes(bench: Bench) -> None:
    invoices = _collected(bench, 4)

    def broken(what: str, which: int) -> None:
        if what == "invoice" and which == invoices[2]:
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    bench.books.on_read = broken
    report = bench.sync(WRITES)
    assert report.exit_code == 4
    assert [len(bench.recorded(invoice)) for invoice in invoices] == [1, 1, 0, 0]


def test_a_cancel_stops_before_the_next_send(bench: Bench) -> None:
    invoices = _collected(bench, 4)
    cancel = CancelToken()
    bench.books.payment_sends.on_send = lambda body: cancel.cancel()
    report = bench.sync(WRITES, cancel=cancel)
    assert report.outcome == "cancelled"
    assert sum(len(bench.recorded(invoice)) for invoice in invoices) == 1
    bench.books.payment_sends.on_send = None
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED] * 4


def test_a_limit_of_the_service_is_waited_out_before_the_intent_is_durable(bench: Bench) -> None:
    invoices = _collected(bench, 2)
    waits: list[float] = []

    class Patient(CancelToken):
        def wait(self, seconds: float) -> None:
            waits.append(seconds)
            assert S.SENDING not in bench.states()
            bench.books.rest = 0.0
            bench.advance(seconds=seconds)

    bench.books.rest = 45.0
    bench.sync(WRITES, cancel=Patient())
    assert waits == [45.0]
    assert [len(bench.recorded(invoice)) for invoice in invoices] == [1, 1]


def test_a_payment_that_cannot_be_read_back_with_the_others_is_read_alone(bench: Bench) -> None:
    invoices = _collected(bench, 3)

    def one_is_deleted(what: str, which: int) -> None:
        if what == "payments by id":
            bench.books.delete_payment(bench.recorded(invoices[1])[0].id)

    bench.books.on_read = one_is_deleted
    bench.sync(WRITES)
    assert bench.states()[1] in (S.DISCREPANCY, S.UNDONE)
    assert [bench.states()[n] for n in (0, 2)] == [S.VERIFIED, S.VERIFIED]


def test_reading_back_goes_on_one_by_one_where_it_fails_together(bench: Bench) -> None:
    _collected(bench, 3)

    def broken(what: str, which: int) -> None:
        if "by id" in what:
            raise Unreadable("An odd answer", "It is no list.")

    bench.books.on_read = broken
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED] * 3


@pytest.mark.parametrize("point", ALL_POINTS)
def test_a_crash_in_a_batch_loses_none_and_doubles_none(bench: Bench, point: str) -> None:
    invoices = _collected(bench, 3)
    bench.books.payment_sends.plan(None, Fault.LATE)
    for _ in range(2):
        try:
            bench.sync(WRITES, crash=crash_at(point, 2))
        except Crash:
            bench.restart()
    bench.sync(WRITES)
    bench.settle()
    assert bench.states() == [S.VERIFIED] * 3
    assert [len(bench.recorded(invoice)) for invoice in invoices] == [1, 1, 1]


def test_threads_come_to_the_same_result(bench: Bench) -> None:
    bench.readers = ThreadPoolExecutor
    invoices = _collected(bench, 12)
    bench.sync(WRITES)
    assert bench.states() == [S.VERIFIED] * 12
    assert all(len(bench.recorded(invoice)) == 1 for invoice in invoices)


def test_inline_keeps_an_error_until_the_result_is_taken() -> None:
    failed = Inline().submit(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failed.result()


@pytest.mark.parametrize("readers", [Inline, ThreadPoolExecutor], ids=["one", "threads"])
def test_whoever_reads_ahead_stops_with_the_run(bench: Bench, readers: Readers) -> None:
    bench.readers = readers
    _collected(bench, 3)
    cancel = CancelToken()
    stopped: list[bool] = []

    def look(_what: str, _which: int) -> None:
        at_hand().raise_if_cancelled()
        cancel.cancel()
        with pytest.raises(Cancelled):
            at_hand().wait(3600)
        stopped.append(True)

    bench.books.on_read = look
    with suppress(Cancelled):
        bench.sync(WRITES, cancel=cancel)
    assert stopped


def test_whoever_rests_ahead_of_a_batch_ends_with_it_and_asks_nothing_more(bench: Bench) -> None:
    _collected(bench, 3)
    bench.sync()
    intents = [replace(one, attempts=0) for one in bench.stores.outbox.list_intents([PAYMENT])]
    resting, ended = threading.Barrier(len(intents) + 1, timeout=10), list[bool]()
    asked: list[str] = []

    def rest(what: str, _which: int) -> None:
        asked.append(what)
        resting.wait()
        try:
            at_hand().wait(3600)
        except Cancelled:
            ended.append(True)
            raise

    bench.books.on_read = rest
    pools: list[ThreadPoolExecutor] = []

    def readers(count: int) -> ThreadPoolExecutor:
        pools.append(ThreadPoolExecutor(count, thread_name_prefix="ahead of a batch"))
        return pools[0]

    with Preflights(bench.books, bench.clock, readers).expecting(intents, CancelToken()):
        resting.wait()
    pools[0].shutdown(wait=True)  # waits for an hour where one rests on
    assert not [x for x in threading.enumerate() if x.name.startswith("ahead of a batch")]
    assert ended == [True] * len(intents)
    assert asked == ["invoice"] * len(intents)
