"""What is done after a decision on bank lines: counted, and no more where there are more lines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import FrameType

import pytest

from fbrecon.app.company import Company
from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.reconcile import match_bank
from fbrecon.app.views import DepositRow, SyncReport
from fbrecon.domain.basis import Basis
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.ids import DepositId
from fbrecon.domain.matching.findings import BankMatched, Matching
from fbrecon.domain.matching.pairing import match_entries
from fbrecon.domain.money import Money
from fbrecon.domain.overview import TableQuery
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from fbrecon.store.stamps import READS
from tests.app.bench import Home
from tests.app.test_reconciling import BANK, FIRST, PAYOUTS, bring, day, payout, seen, some
from tests.fakes.table_watch import touched

BANK_TABLES = set(READS[Basis.BANK]) - {"from_file"}


def file_of(here: Home) -> CompanyFile:
    stores = here.desk.company.stores
    assert isinstance(stores, CompanyStores)
    return stores.file


def open_lines(here: Home) -> list[DepositRow]:
    keys = here.desk.bank_keys(TableQuery("state", status="open"))
    return here.desk.bank_rows(keys[:100])


def offered(here: Home, lines: int) -> None:
    """Many lines that show nothing, and three payouts that a person has to decide about."""
    here.desk.company.stores.files.save_deposits(
        [
            Deposit(
                DepositId(f"other{n}"),
                FIRST + timedelta(days=n % 300),
                Money(-1000 - n, "USD"),
                f"RENT {n}",
                "",
                "",
            )
            for n in range(lines)
        ]
    )
    for n in range(3):
        trace = f"TRACE{n}77"
        bring(here, PAYOUTS, payout(f"p{n}", day(20 * n), f"{311 + n}.00", reference=trace))
        bring(here, BANK, seen(f"b{n}", day(20 * n + 1), f"{310 + n}.99", f"PAYOUT {trace}"))


def calls(act: Callable[[], object]) -> int:
    """How many functions of Python are called meanwhile: what makes other threads wait."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lines were matched with payouts, each time that everything is."""
    found: list[int] = []

    def note(*words: object) -> Matching:
        found.append(len(words[0]))  # type: ignore[arg-type]
        return match_entries(*words)  # type: ignore[arg-type]

    monkeypatch.setattr("fbrecon.app.reconcile.match_entries", note)
    return found


def test_a_decision_and_the_table_after_it_look_at_no_other_lines(here: Home) -> None:
    def decide() -> None:
        (line, *_) = [row for row in open_lines(here)[:3] if row.amount.minor > 0]
        here.desk.find_payouts(line.payouts, [line.id])
        here.desk.match_lines([line.id], line.payouts, line.unexplained)
        open_lines(here)

    def measure(lines: int) -> int:
        offered(here, lines)
        here.desk.reconcile()
        decide()  # what is made once
        return calls(decide)

    few = measure(100)
    for pair in here.desk.company.stores.bank.memory().confirmed:
        here.desk.reopen_line(f"line_{pair[0]}")
    assert measure(500) < few + 50


def test_all_that_matching_reads_counts_as_what_it_follows_from(here: Home) -> None:
    some(here)
    with touched(file_of(here)) as found:
        here.desk.list_deposits()
    assert found.read >= BANK_TABLES
    assert found.read - {"written"} <= {*READS[Basis.BANK], *READS[Basis.BANK_SAID]}


def test_after_a_decision_the_records_are_not_read_again(here: Home) -> None:
    offered(here, 3)
    here.desk.reconcile()
    (line, *_) = [row for row in open_lines(here) if row.amount.minor > 0]
    here.desk.match_lines([line.id], line.payouts, line.unexplained)
    with touched(file_of(here)) as found:
        here.desk.reconcile()
    assert BANK_TABLES.isdisjoint(found.read)
    bring(here, BANK, seen("new", day(80), "1.00"))
    with touched(file_of(here)) as found:
        here.desk.reconcile()
    assert found.read >= BANK_TABLES


def test_payouts_tell_their_lines_without_matching_everything_again(
    here: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lines() -> dict[str, tuple[str, ...]]:
        keys = here.desk.payout_keys(TableQuery("arrival"))
        return {row.id: row.bank_lines for row in here.desk.payout_rows(keys)}

    offered(here, 3)
    matched = counted(monkeypatch)
    assert set(lines().values()) == {()}
    assert len(matched) == 1
    (line, *_) = [row for row in open_lines(here) if row.amount.minor > 0]
    here.desk.match_lines([line.id], line.payouts, line.unexplained)
    assert lines()[line.payouts[0]] == (line.bank_line_id,)
    here.desk.take_back_decision()
    assert lines()[line.payouts[0]] == ()
    assert len(matched) == 1


@pytest.mark.parametrize("what", ["a line", "another's decision"])
def test_payouts_are_matched_again_where_others_changed_something(
    here: Home, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    offered(here, 3)
    here.desk.reconcile()
    (line, *_) = [row for row in open_lines(here) if row.amount.minor > 0]
    matched = counted(monkeypatch)
    if what == "a line":
        bring(here, BANK, seen("new", day(80), "1.00"))
    else:
        another_process = here.shelf.open(here.desk.company.slug)
        pair = (line.bank_line_id, line.payouts[0].removeprefix("out_"))
        another_process.bank.confirm([pair], here.clock.now())
        another_process.close()
    rows = {row.id: row for row in here.desk.list_payouts()}
    assert len(matched) == 1
    expected = (line.bank_line_id,) if what == "another's decision" else ()
    assert rows[line.payouts[0]].bank_lines == expected


# ---- very many lines are matched in another process


class OtherProcess:
    """Matches what stands in the file, as the syncing process does; may answer out of date."""

    def __init__(self, here: Home, stale: int = 0) -> None:
        self._here = here
        self._stale = stale
        self.asked = 0

    def match_bank(self, slug: str) -> BankMatched:
        self.asked += 1
        company = Company(slug, self._here.shelf, self._here.doors, self._here.clock)
        found = match_bank(company)
        company.close()
        return replace(found, stamp=(0,)) if self.asked <= self._stale else found

    def sync(self, *_words: object, **_named: object) -> SyncReport:
        raise NotImplementedError


def desk_beside(here: Home, other: OtherProcess) -> CompanyDesk:
    slug = here.desk.company.slug
    here.desk.company.close()
    here.desk = CompanyDesk(here.shelf, here.doors, here.clock, slug, elsewhere=lambda: other)
    return here.desk


def test_very_many_lines_are_matched_elsewhere_with_the_same_result(
    here: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered(here, 6)
    wanted, counts = here.desk.list_deposits(), here.desk.reconcile()
    monkeypatch.setattr("fbrecon.app.bank_board.MANY_LINES", 9)
    other = OtherProcess(here)
    desk = desk_beside(here, other)
    assert desk.reconcile() == counts
    assert other.asked == 1
    matched = counted(monkeypatch)
    assert desk.list_deposits() == wanted
    open_ = [row for row in open_lines(here) if row.amount.minor > 0]
    desk.match_lines([open_[0].id], open_[0].payouts, open_[0].unexplained)
    assert {row.id: row.bank_lines for row in desk.list_payouts()}[open_[0].payouts[0]]
    assert (other.asked, matched) == (1, [])
    desk.reconcile()
    assert other.asked == 2


def test_few_lines_are_matched_here(here: Home) -> None:
    offered(here, 6)
    other = OtherProcess(here)
    desk_beside(here, other).reconcile()
    assert other.asked == 0


@pytest.mark.parametrize(("stale", "asked"), [(1, 2), (9, 3)])
def test_an_answer_about_other_records_is_never_shown(
    here: Home, monkeypatch: pytest.MonkeyPatch, stale: int, asked: int
) -> None:
    offered(here, 6)
    wanted = here.desk.list_deposits()
    monkeypatch.setattr("fbrecon.app.bank_board.MANY_LINES", 9)
    other = OtherProcess(here, stale)
    desk = desk_beside(here, other)
    desk.reconcile()
    assert desk.list_deposits() == wanted
    assert other.asked == asked
