"""The connection is pending until all history is here, and connected from then on."""

from __future__ import annotations

import pytest

from fbrecon.app.views import ConnectionState, HistoryState
from tests.app.bench import Home
from tests.fakes.fake_book_rows import years_ago

PENDING, CONNECTED = ConnectionState.PENDING, ConnectionState.CONNECTED
WAITING, RUNNING, DONE = HistoryState.WAITING, HistoryState.RUNNING, HistoryState.DONE


class KilledError(BaseException):
    """The program is killed here."""


@pytest.fixture
def years(connected: Home) -> Home:
    """Books with two recent and two old invoices, one row a page."""
    books = connected.books
    books.page_size = 1
    customer = books.add_customer()
    for years_back in (3.0, 2.0, 0.2, 0.1):
        books.add_invoice(10_000, customer=customer, on=years_ago(connected.clock, years_back))
    return connected


def _watch(home: Home) -> list[tuple[object, ...]]:
    """The states that a window would see at each page, without repeats."""
    seen: list[tuple[object, ...]] = []

    def look(what: str, number: int) -> None:
        status = home.desk.status()
        state = (status.freshbooks, status.last_12_months, status.all_history)
        if not seen or seen[-1] != state:
            seen.append(state)

    home.books.on_read = look
    return seen


def test_the_states_of_a_first_copy_in_their_order(years: Home) -> None:
    status = years.desk.status()
    assert (status.freshbooks, status.last_12_months, status.all_history) == (
        PENDING,
        WAITING,
        WAITING,
    )
    seen = _watch(years)
    years.sync()
    assert seen == [(PENDING, RUNNING, WAITING), (PENDING, DONE, RUNNING), (CONNECTED, DONE, DONE)]
    status = years.desk.status()
    assert (status.freshbooks, status.all_history) == (CONNECTED, DONE)


def test_it_is_usable_before_the_history_is_here(years: Home) -> None:
    pushed: list[int] = []

    def look(what: str, number: int) -> None:
        status = years.desk.status()
        if what == "invoices" and status.last_12_months is DONE and not pushed:
            pushed.append(len(years.platform.invoices))

    years.books.on_read = look
    years.sync()
    assert pushed == [2]  # both recent invoices were on the platform before the first old one came


@pytest.mark.parametrize("page", range(1, 12))
def test_a_copy_that_was_killed_stays_pending_until_a_later_run_ends_it(
    years: Home, page: int
) -> None:
    left = [page]

    def kill(what: str, number: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise KilledError

    years.books.on_read = kill
    with pytest.raises(KilledError):
        years.sync()
    years.books.on_read = None
    years.reopen()
    assert years.desk.status().freshbooks is PENDING
    years.clock.advance(7 * 86_400)
    years.sync()
    status = years.desk.status()
    assert (status.freshbooks, status.all_history, status.counts["invoices"]) == (
        CONNECTED,
        DONE,
        4,
    )


def test_reading_everything_once_more_leaves_a_complete_copy_connected(years: Home) -> None:
    years.sync()
    seen = _watch(years)
    years.sync(full=True)
    assert seen == [(CONNECTED, DONE, DONE)]


def test_a_question_about_the_platform_closes_once_it_lists_the_invoice_no_more(
    connected: Home,
) -> None:
    invoice = connected.books.add_invoice(10_000)
    number = connected.books.invoices[invoice].number
    customer = connected.platform.add_customer()
    copy = connected.platform.add_invoice(10_000, customer=customer, number=number)
    connected.sync()
    connected.books.delete_invoice(invoice)
    connected.clock.advance(86_400)
    connected.sync()
    assert "archive_there" in connected.kinds()
    connected.platform.unlisted.add(copy)
    connected.platform.forgotten.add(copy)
    connected.sync()
    assert "archive_there" not in connected.kinds()
