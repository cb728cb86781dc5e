"""The sync history: newest first, with its reason, and why nothing happened."""

from __future__ import annotations

import pytest

from fbrecon.errors import Unreachable
from fbrecon.sync.progress import CancelToken, silent
from tests.app.bench import Home


def test_no_company_has_no_history(home: Home) -> None:
    assert home.desk.list_runs() == []


def test_runs_are_listed_newest_first_with_their_reason(connected: Home) -> None:
    connected.books.add_invoice(10_000)
    connected.sync()
    connected.desk.sync(CancelToken(), silent, only=("invoices",), reason="scheduled")
    last, first = connected.desk.list_runs()
    assert (last.reason, first.reason) == ("scheduled", "asked for")
    assert last.id != first.id
    assert dict(first.seen)["invoices"] >= 1
    assert first.nothing == "", "an invoice was new"


def test_a_run_that_found_nothing_new_says_why(connected: Home) -> None:
    connected.books.add_invoice(10_000)
    for _ in range(3):
        connected.sync()
    last = connected.desk.list_runs(1)[0]
    assert last.outcome == "ok"
    assert "as before" in last.nothing or "anything new" in last.nothing


def test_no_more_than_asked_for(connected: Home) -> None:
    for _ in range(3):
        connected.sync()
    assert len(connected.desk.list_runs(2)) == 2


@pytest.mark.loud
def test_a_run_that_could_not_read_all_does_not_say_that_nothing_was_new(
    connected: Home,
) -> None:
    connected.sync()

    def away(what: str, which: object) -> None:
        raise Unreachable("Out of reach", "The platform does not answer.")

    connected.desk.company.find_platform()
    connected.platform.on_read = away
    connected.sync("payments")
    run = connected.desk.list_runs(1)[0]
    assert run.outcome == "partial"
    assert "could not be read" in run.nothing


def test_the_daily_check_is_told_apart(connected: Home) -> None:
    connected.books.add_invoice(100)
    connected.sync()
    assert connected.desk.list_runs(1)[0].daily  # the platform's first listing belongs to the day
    connected.sync()
    assert connected.desk.list_runs(1)[0].daily == ""
    connected.clock.advance(86_400)
    connected.sync()
    told = connected.desk.list_runs(1)[0].daily
    assert told.startswith("Daily check: 2 records of FreshBooks compared, ")
    assert "the platform's lists read whole, in " in told
