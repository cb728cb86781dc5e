"""The clearing proof is reckoned once, until anything that it follows from has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fbrecon.app.views import ClearingView
from fbrecon.domain.basis import Basis
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from fbrecon.store.stamps import COUNTED, READS
from tests.fakes.table_watch import Touched, touched
from tests.rules.payout_scenes import DAYS, paid, pay_out
from tests.rules.stage import Stage

# Tables that nothing but the proof reads when the status is asked for.
_OF_THE_PROOF = {"posting", "payout_line"}


def file_of(stage: Stage) -> CompanyFile:
    stores = stage.desk.company.stores
    assert isinstance(stores, CompanyStores)
    return stores.file


@contextmanager
def watching(stage: Stage) -> Iterator[Touched]:
    with touched(file_of(stage)) as found:
        yield found


def proven(stage: Stage) -> list[ClearingView]:
    return list(stage.desk.status().clearing)


def reads_it(stage: Stage) -> bool:
    """Whether asking for the status reckons the proof."""
    with watching(stage) as found:
        proven(stage)
    return not _OF_THE_PROOF.isdisjoint(found.read)


def counts(stage: Stage) -> dict[str, int]:
    return dict(file_of(stage).sql("SELECT name, times FROM written"))


def contents(stage: Stage) -> dict[str, int]:
    file = file_of(stage)
    return {table: hash(tuple(file.sql(f"SELECT * FROM {table}"))) for table in COUNTED}


def is_counted(stage: Stage, act: Callable[[], object]) -> set[str]:
    """Do it; whatever it changed was counted. Returns the tables that were."""
    counted, there = counts(stage), contents(stage)
    act()
    now, after = counts(stage), contents(stage)
    changed = {table for table in COUNTED if after[table] != there[table]}
    rose = {table for table in COUNTED if now.get(table) != counted.get(table)}
    assert changed <= rose
    return rose


def test_all_that_the_proof_reads_counts_as_what_it_follows_from(entering: Stage) -> None:
    paid(entering, fee="3.00")
    pay_out(entering)
    _, payment = paid(entering)
    entering.control("fail", payment_id=payment)
    entering.sync()
    entering.restart()
    with watching(entering) as found:
        entering.desk.list_clearing()
    assert found.read >= _OF_THE_PROOF
    assert found.read - {"written"} <= set(READS[Basis.FUNDS])


def test_whatever_a_sync_or_a_person_writes_is_counted(entering: Stage) -> None:
    wrote = is_counted(entering, lambda: paid(entering, fee="3.00"))
    wrote |= is_counted(entering, lambda: pay_out(entering))
    _, payment = paid(entering)
    recorded = entering.payment(payment).freshbooks_payment_id
    assert recorded is not None
    entering.delete_payment(recorded)
    wrote |= is_counted(entering, entering.sync)
    wrote |= is_counted(entering, lambda: entering.desk.change_setting("auto_post", "off"))
    assert wrote >= {"book_payment", "platform_payment", "payout", "payout_line", "intent"}
    assert wrote >= {"posting", "setting", "allocation", "platform_invoice"}
    assert is_counted(entering, entering.sync) <= {"fact", "intent"}


def test_the_proof_is_kept_until_something_changes_and_then_says_so(entering: Stage) -> None:
    paid(entering)
    assert reads_it(entering)
    (before,) = proven(entering)
    assert not reads_it(entering)
    pay_out(entering)
    assert reads_it(entering)
    (after,) = proven(entering)
    assert (str(before.expected), str(after.expected)) == ("100.00 USD", "0.00 USD")
    assert not reads_it(entering)
    entering.desk.change_setting("record_deposits", "off")
    assert proven(entering)[0].proven is None


def test_it_stands_whatever_has_no_part_in_it_and_whoever_changes_what_has(
    entering: Stage,
) -> None:
    paid(entering)
    proven(entering)
    stores, now = entering.desk.company.stores, entering.clock.now()
    stores.bank.confirm([("line", "payout")], now)
    stores.decisions.refresh_attention([], now)
    assert not reads_it(entering)
    another_process = entering.desk.company.shelf.open(entering.desk.company.slug)
    another_process.decisions.keep_setting("books_locked_until", "2020-01-01")
    another_process.close()
    assert reads_it(entering)
    entering.advance(days=DAYS)  # its items have ages
    assert reads_it(entering)
    assert not reads_it(entering)


def test_what_is_rehearsed_is_neither_kept_nor_counted(entering: Stage) -> None:
    paid(entering)
    (before,) = proven(entering)
    counted, stores = counts(entering), entering.desk.company.stores
    with stores.rehearsing():
        stores.decisions.keep_setting("record_deposits", "off")
        assert proven(entering)[0].proven is None
    assert proven(entering) == [before]
    assert counts(entering) == counted


def test_more_payments_take_no_more_statements(entering: Stage) -> None:
    def statements() -> int:
        entering.restart()
        with watching(entering) as found:
            entering.desk.list_clearing()
        return found.statements

    paid(entering)
    of_one = statements()
    for _ in range(3):
        paid(entering)
    assert statements() == of_one
