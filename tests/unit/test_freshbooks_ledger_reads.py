"""Postings page after page: what is missing means something only where absence was looked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec import Raw

from fbrecon.domain.postings import PostingQuery, PostingWindow
from fbrecon.freshbooks.ledger import FreshBooksLedger
from fbrecon.freshbooks.ledger_wire import read_expense
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.transport import FreshBooksTransport
from tests.fakes.freshbooks_bench import BUSINESS, FixedTokens, HandCancel, HandClock
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

QUERY = PostingQuery(None, date(2026, 11, 16), date(2026, 11, 22))
_SIZE = 2
_CHART = [{"uuid": "uuid-cash", "name": "Cash", "type": "asset", "jesa_id": 501}]


def _posting(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "sub_account": {"sub_accountid": 501},
        "debit": {"amount": "1.00", "code": "USD"},
        "user_entered_date": "2026-11-19",
        "entry": {"entryid": number},
    }


class _Postings:
    """A list of postings, two on a page; `before_page` changes it before a page is answered."""

    def __init__(self, *ids: int, before_page: Callable[[_Postings, int], None]) -> None:
        self.ids = list(ids)
        self.before_page = before_page
        self.pages = 0

    def __call__(self, asked: Asked) -> Say:
        if asked.path.endswith("ledger_accounts/accounts"):
            return Say(body={"data": _CHART})
        self.pages += 1
        self.before_page(self, self.pages)
        number = int(asked.query["page"][0])
        rows = [_posting(i) for i in self.ids[(number - 1) * _SIZE : number * _SIZE]]
        told = {"page": number, "pages": -(-len(self.ids) // _SIZE), "total": len(self.ids)}
        return Say(body={"response": {"result": {"journal_entry_details": rows, **told}}})


def _swap(postings: _Postings, page: int) -> None:
    """4 goes and 9 is filed behind: what stood on page 2 moves up to page 1."""
    if page == 2:
        postings.ids = [3, 2, 1, 9]


def _nothing(postings: _Postings, page: int) -> None:
    """Nobody is at work."""


def _read(postings: Callable[[Asked], Say], *, twice: bool) -> PostingWindow:
    with ScriptedServer(postings) as server:
        endpoints = Endpoints(server.url, server.url)
        over = FreshBooksTransport(endpoints, "client", FixedTokens(), HandClock())
        window = FreshBooksLedger(over, BUSINESS).read_postings(QUERY, HandCancel(), twice=twice)
        over.close()
    return window


def test_one_posting_added_and_one_removed_between_pages_do_not_hide_a_third() -> None:
    """The count is right all the time, and the first reading misses posting 2."""
    window = _read(_Postings(4, 3, 2, 1, before_page=_swap), twice=True)
    assert window.complete
    assert [row.id for row in window.postings] == [3, 2, 1, 9]


@pytest.mark.parametrize(("ids", "pages"), [((2, 1), 1), ((4, 3, 2, 1), 4)])
def test_what_comes_on_one_page_is_read_once(ids: tuple[int, ...], pages: int) -> None:
    postings = _Postings(*ids, before_page=_nothing)
    assert _read(postings, twice=True).complete
    assert postings.pages == pages


@pytest.mark.parametrize("includes_the_last_day", [True, False])
def test_the_last_day_of_a_window_belongs_to_it(includes_the_last_day: bool) -> None:
    """Of other lists it is known that the last day that is asked for is left out."""

    def days(asked: Asked) -> Say:
        if asked.path.endswith("ledger_accounts/accounts"):
            return Say(body={"data": _CHART})
        last = asked.query["search[end_date]"][0]
        rows = [
            _posting(number) | {"user_entered_date": day}
            for number, day in enumerate(("2026-11-22", "2026-11-23"), 1)
            if day < last or (includes_the_last_day and day == last)
        ]
        told = {"page": 1, "pages": 1, "total": len(rows)}
        return Say(body={"response": {"result": {"journal_entry_details": rows, **told}}})

    window = _read(days, twice=False)
    assert (window.complete, [row.id for row in window.postings]) == (True, [1])


def test_a_list_that_never_stands_still_is_not_complete() -> None:
    def move_on(postings: _Postings, page: int) -> None:
        postings.ids = [page + 4, *postings.ids[:-1]]

    assert not _read(_Postings(4, 3, 2, 1, before_page=move_on), twice=True).complete


def test_where_absence_decides_nothing_one_reading_is_enough() -> None:
    postings = _Postings(4, 3, 2, 1, before_page=_nothing)
    assert _read(postings, twice=False).complete
    assert postings.pages == 2


@pytest.mark.parametrize("category", [{}, {"categoryid": None}, {"categoryid": 0}])
def test_an_expense_that_nobody_has_filed_yet_is_read_all_the_same(
    category: dict[str, Any],
) -> None:
    """What a bank feed brings in must not make the days around it unreadable."""
    row = {
        "id": 9,
        "amount": {"amount": "3.00", "code": "USD"},
        "date": "2026-11-19",
        "vis_state": 0,
        **category,
    }
    assert read_expense(Raw(json.dumps(row).encode())).category_id == 0
