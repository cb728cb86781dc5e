"""A company file that was lost, restored or copied reads everything again before it sends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fbrecon.domain.posting import PostingState
from fbrecon.errors import Unreachable
from tests.fakes.send_script import Fault
from tests.sync.bench import CRASH_POINTS, WRITES, Bench, Crash, crash_at

S = PostingState


def _why(bench: Bench) -> str:
    frozen = bench.stores.epoch.find_frozen()
    return "" if frozen is None else frozen.why


def _snapshot(bench: Bench, name: str = "backup.db") -> Path:
    target = bench.file.with_name(name)
    target.unlink(missing_ok=True)
    bench.stores.file.back_up(target)
    return target


def _restore(bench: Bench, backup: Path) -> None:
    """The program ends, and somebody puts an older copy in the place of the file."""
    bench.stores.close()
    for path in bench.file.parent.glob("company.db*"):
        path.unlink()
    shutil.copy(backup, bench.file)
    bench.restart()


def _new_payment(bench: Bench) -> int:
    invoice = bench.open_invoice(sync=False)
    bench.sync()
    bench.platform.pay(bench.copy_of(invoice))
    return invoice


def test_a_file_that_only_goes_on_never_waits(bench: Bench) -> None:
    for _ in range(3):
        invoice = _new_payment(bench)
        bench.restart()
        bench.sync()
        assert _why(bench) == ""
        assert len(bench.recorded(invoice)) == 1


def test_where_a_file_goes_on_it_has_a_name_of_its_own(bench: Bench) -> None:
    """Two copies of a file that nothing was sent from must not be taken for each other later."""
    first = bench.stores.epoch.sends().file_id
    copy = _snapshot(bench)
    bench.sync()
    here = bench.stores.epoch.sends().file_id
    bench.counts.kept.clear()  # another computer
    _restore(bench, copy)
    bench.sync()
    assert len({first, here, bench.stores.epoch.sends().file_id}) == 3


def test_a_new_company_without_a_past_sends_at_once(bench: Bench) -> None:
    invoice, _ = bench.paid()
    bench.sync()
    assert bench.states() == [S.VERIFIED]
    assert len(bench.recorded(invoice)) == 1


@pytest.mark.loud
def test_nothing_is_sent_from_a_new_file_before_the_books_were_read(bench: Bench) -> None:
    bench.books.add_invoice(10_000)

    def broken(what: str, which: int) -> None:
        if what == "payments":
            raise Unreachable("Out of reach", "FreshBooks does not answer.")

    bench.books.on_read = broken
    bench.sync()
    assert _why(bench) == "The books were not read yet."
    assert bench.platform.sent == 0
    bench.books.on_read = None
    bench.sync()
    assert bench.platform.sent == 2  # the customer and the copy


def test_a_lost_file_adopts_and_then_waits_before_it_sends(bench: Bench) -> None:
    first, _ = bench.paid()
    bench.sync()
    second = _new_payment(bench)
    bench.lose_file()
    bench.sync()
    assert "made anew" in _why(bench)
    assert len(bench.recorded(first)) == 1
    assert bench.recorded(second) == []
    assert set(bench.states()) == {S.VERIFIED, S.APPROVED}
    bench.settle()
    assert _why(bench) == ""
    assert [len(bench.recorded(i)) for i in (first, second)] == [1, 1]


def test_another_computer_finds_our_payments_and_waits_before_it_sends(bench: Bench) -> None:
    first, _ = bench.paid()
    bench.sync()
    second = _new_payment(bench)
    bench.lose_file()
    bench.counts.kept.clear()
    bench.sync()
    assert "recorded before" in _why(bench)
    assert bench.recorded(second) == []
    bench.settle()
    assert [len(bench.recorded(i)) for i in (first, second)] == [1, 1]
    assert set(bench.states()) == {S.VERIFIED}


def test_a_copied_file_waits_before_it_sends(bench: Bench) -> None:
    bench.paid()
    bench.sync()
    second = _new_payment(bench)
    bench.counts.kept.clear()
    bench.sync(WRITES)
    assert "another computer" in _why(bench)
    assert bench.recorded(second) == []
    bench.settle()
    assert len(bench.recorded(second)) == 1


def test_the_file_that_a_copy_was_made_of_waits_once_the_copy_was_used(bench: Bench) -> None:
    bench.paid()
    bench.sync()
    copy = _snapshot(bench)
    original = _snapshot(bench, "original.db")
    _new_payment(bench)
    bench.sync()
    _restore(bench, copy)
    bench.sync(WRITES)
    assert "older copy" in _why(bench)
    _restore(bench, original)
    bench.sync(WRITES)
    assert "exchanged" in _why(bench)


@pytest.mark.parametrize("fault", [None, Fault.LOST_AFTER, Fault.LATE])
@pytest.mark.parametrize("point", CRASH_POINTS)
def test_a_backup_restored_from_anywhere_in_a_batch_doubles_and_loses_none(
    bench: Bench, point: str, fault: Fault | None
) -> None:
    invoices = [bench.open_invoice(sync=False) for _ in range(3)]
    bench.sync()
    for invoice in invoices:
        bench.platform.pay(bench.copy_of(invoice))
    with pytest.raises(Crash):
        bench.sync(WRITES, crash=crash_at(point, 2))
    backup = _snapshot(bench)
    bench.restart()
    bench.books.payment_sends.late_by = 0.9 * bench.settle_after
    bench.books.payment_sends.plan(None, fault)
    bench.sync(WRITES)
    _restore(bench, backup)
    bench.sync(WRITES)
    assert "older copy" in _why(bench)
    bodies = len(bench.books.payment_sends.bodies)
    bench.advance(seconds=0.5 * bench.settle_after)
    bench.sync(WRITES)
    assert len(bench.books.payment_sends.bodies) == bodies
    bench.settle(6)
    assert _why(bench) == ""
    assert bench.states() == [S.VERIFIED] * 3
    assert [len(bench.recorded(invoice)) for invoice in invoices] == [1, 1, 1]


@pytest.mark.parametrize("point", CRASH_POINTS)
def test_a_crash_is_no_restored_file(bench: Bench, point: str) -> None:
    bench.paid()
    with pytest.raises(Crash):
        bench.sync(crash=crash_at(point))
    bench.restart()
    bench.sync(WRITES)
    assert _why(bench) == ""


def test_many_crashes_in_a_row_are_no_restored_file_either(bench: Bench) -> None:
    invoices = [bench.open_invoice(sync=False) for _ in range(6)]
    bench.sync()
    for invoice in invoices:
        bench.platform.pay(bench.copy_of(invoice))
    for _ in range(5):
        with pytest.raises(Crash):
            bench.sync(WRITES, crash=crash_at("intent durable"))
        bench.restart()
    bench.sync(WRITES)
    assert _why(bench) == ""
    bench.settle()
    assert [len(bench.recorded(invoice)) for invoice in invoices] == [1] * 6


def test_sending_waits_while_anything_could_not_be_read_again(bench: Bench) -> None:
    bench.paid()
    bench.sync()
    second = _new_payment(bench)
    bench.lose_file()
    bench.books.odd.clear()
    for _ in range(6):
        bench.advance(seconds=bench.settle_after)
        bench.sync({"invoices"})  # the platform's payments are not read
    assert _why(bench) != ""
    bench.settle(2)
    assert len(bench.recorded(second)) == 1


@pytest.mark.parametrize("hours", [25, -25])
def test_setting_the_clock_does_not_shorten_this_wait_either(bench: Bench, hours: int) -> None:
    bench.paid()
    bench.sync()
    second = _new_payment(bench)
    bench.lose_file()
    bench.sync()
    bench.clock.jump(3600 * hours)
    for _ in range(3):
        bench.restart()
        bench.sync(WRITES)
    assert bench.recorded(second) == []
    bench.settle()
    assert len(bench.recorded(second)) == 1
