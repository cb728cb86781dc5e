"""Cursors go on where they stood; runs end; rows set aside are remembered until they are read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fbrecon.domain.pages import OddRow
from fbrecon.domain.runs import Cursor, Phase, Run
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.journal import SyncJournal
from tests.fakes.fake_clock import NOW

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def journal(stores: CompanyStores) -> SyncJournal:
    return stores.journal


def test_a_resource_that_never_began_has_a_fresh_cursor(journal: SyncJournal) -> None:
    assert journal.cursor("invoices") == Cursor("invoices")


@pytest.mark.parametrize("phase", Phase)
def test_a_cursor_comes_back_as_it_was(journal: SyncJournal, phase: Phase) -> None:
    cursor = Cursor(
        "invoices", phase, 17, date(2025, 3, 2), date(2026, 3, 2), date(2026, 3, 1), NOW, LATER
    )
    journal.keep_cursor(Cursor("invoices"))
    journal.keep_cursor(cursor)
    journal.keep_cursor(Cursor("customers", next_page=3))
    assert journal.cursor("invoices") == cursor
    assert journal.cursor("customers") == Cursor("customers", next_page=3)


def test_a_run_begins_and_ends(journal: SyncJournal) -> None:
    number = journal.begin_run("asked", NOW)
    assert journal.find_run(number) == Run(number, "running", NOW, None, "asked", "", "")
    journal.end_run(number, "ok", LATER, "All in step.", '{"a": 1}')
    ended = Run(number, "ok", NOW, LATER, "asked", "All in step.", '{"a": 1}')
    assert journal.find_run(number) == ended


def test_the_newest_run_is_found_without_a_number(journal: SyncJournal) -> None:
    assert journal.find_run() is None
    first = journal.begin_run("timetable", NOW)
    second = journal.begin_run("asked", LATER)
    assert second > first
    newest = journal.find_run()
    assert newest is not None
    assert newest.number == second
    assert journal.find_run(99) is None


def test_a_run_that_never_ended_is_closed_as_failed_when_the_next_begins(
    journal: SyncJournal,
) -> None:
    ended = journal.begin_run("timetable", NOW)
    journal.end_run(ended, "partial", NOW, "Nearly.", "{}")
    lost = journal.begin_run("timetable", NOW)
    journal.begin_run("timetable", LATER)
    found = journal.find_run(lost)
    assert found is not None
    assert (found.outcome, found.finished_at) == ("failed", LATER)
    assert "ended while this sync was under way" in found.sentence
    kept = journal.find_run(ended)
    assert kept is not None
    assert (kept.outcome, kept.finished_at, kept.sentence) == ("partial", NOW, "Nearly.")


# ---- rows set aside


def test_rows_set_aside_are_remembered_by_resource(journal: SyncJournal) -> None:
    journal.set_aside("invoices", [OddRow("invoices", "2", "no date")], NOW)
    journal.set_aside("customers", [OddRow("customers", "2", "no name")], NOW)
    assert journal.list_odd() == [
        OddRow("customers", "2", "no name"),
        OddRow("invoices", "2", "no date"),
    ]
    assert journal.list_odd("invoices") == [OddRow("invoices", "2", "no date")]
    assert journal.list_odd("payouts") == []


def test_a_row_that_is_odd_again_keeps_since_when_and_takes_the_new_problem(
    stores: CompanyStores,
) -> None:
    stores.journal.set_aside("invoices", [OddRow("invoices", "2", "no date")], NOW)
    stores.journal.set_aside("invoices", [OddRow("invoices", "2", "no sum")], LATER)
    assert stores.journal.list_odd() == [OddRow("invoices", "2", "no sum")]
    since = stores.file.sql("SELECT since FROM odd_row")
    assert since == [(int(NOW.timestamp()) * 1_000_000,)]


def test_a_row_that_can_be_read_again_is_forgotten(journal: SyncJournal) -> None:
    rows = [OddRow("invoices", name, "odd") for name in ("1", "2", "3")]
    journal.set_aside("invoices", rows, NOW)
    journal.set_aside("customers", [OddRow("customers", "1", "odd")], NOW)
    journal.readable_again("invoices", ["1", "3", "99"])
    assert journal.list_odd() == [OddRow("customers", "1", "odd"), rows[1]]


def test_rows_are_set_aside_all_or_none(stores: CompanyStores) -> None:
    broken = OddRow("invoices", "2", None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        stores.journal.set_aside("invoices", [OddRow("invoices", "1", "odd"), broken], NOW)
    assert stores.journal.list_odd() == []
