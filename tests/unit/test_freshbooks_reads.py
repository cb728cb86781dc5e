"""Lists page by page, single records, and a scan whose silence means something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Self

import pytest

from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.pages import BooksQuery
from fbrecon.errors import NotFound, Refused, Unreadable
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.sync.ports import Books
from tests.fakes.freshbooks_bench import (
    BUSINESS,
    FixedTokens,
    HandCancel,
    HandClock,
    StoppedError,
)
from tests.fakes.scripted_http import Asked, Say, ScriptedServer


def payment(number: int, **changes: Any) -> dict[str, Any]:
    row = {
        "id": number,
        "invoiceid": 7,
        "amount": {"amount": "1.00", "code": "USD"},
        "date": "2026-01-31",
        "updated": "2026-06-29 12:49:08",
        "vis_state": 0,
    }
    return {**row, **changes}


def listing(rows: list[Any], page: int, pages: int, total: int, key: str = "payments") -> Say:
    return Say(
        body={
            "response": {
                "result": {key: rows, "page": page, "pages": pages, "per_page": 100, "total": total}
            }
        }
    )


class Bench:
    """Books before a scripted server."""

    def __init__(self, script: Callable[[Asked], Say]) -> None:
        self.server = ScriptedServer(script)
        self.cancel = HandCancel()

    def __enter__(self) -> Self:
        self.server.__enter__()
        base = self.server.url
        over = FreshBooksTransport(Endpoints(base, base), "client", FixedTokens(), HandClock())
        self.books = FreshBooksBooks(over, BUSINESS, base)
        return self

    def __exit__(self, *_: object) -> None:
        self.books.close()
        self.server.__exit__(None, None, None)


def as_port(books: FreshBooksBooks) -> Books:
    """The type checker holds the adaptor against the port here."""
    return books


def page_of(asked: Asked) -> int:
    return int(asked.query["page"][0])


def test_pages_are_walked_to_the_last_one() -> None:
    def script(asked: Asked) -> Say:
        number = page_of(asked)
        return listing([payment(number)], number, 3, 3)

    with Bench(script) as bench:
        pages = list(bench.books.iter_payments(BooksQuery(), bench.cancel))
    assert [(page.number, page.pages, page.total) for page in pages] == [
        (1, 3, 3),
        (2, 3, 3),
        (3, 3, 3),
    ]
    assert [asked.query["per_page"] for asked in bench.server.asked] == [["100"]] * 3


def test_an_empty_list_is_one_empty_page() -> None:
    with Bench(lambda _: listing([], 1, 0, 0)) as bench:
        pages = list(bench.books.iter_payments(BooksQuery(), bench.cancel))
    assert [(page.records, page.total) for page in pages] == [((), 0)]


def test_a_list_that_shrinks_while_it_is_walked_ends_at_the_empty_page() -> None:
    def script(asked: Asked) -> Say:
        number = page_of(asked)
        return listing([payment(number)] if number < 3 else [], number, 9, 9)

    with Bench(script) as bench:
        assert len(list(bench.books.iter_payments(BooksQuery(), bench.cancel))) == 3


def test_a_page_of_odd_rows_only_is_no_end() -> None:
    def script(asked: Asked) -> Say:
        number = page_of(asked)
        return listing([payment(number, date=None)], number, 2, 2)

    with Bench(script) as bench:
        pages = list(bench.books.iter_payments(BooksQuery(), bench.cancel))
    assert [page.odd[0].id for page in pages] == ["1", "2"]
    assert pages[0].odd[0].resource == "payments"


def test_a_service_that_ignores_paging_is_not_walked_for_ever() -> None:
    with Bench(lambda _: listing([payment(1)], 1, 9, 900)) as bench, pytest.raises(Unreadable):
        list(bench.books.iter_payments(BooksQuery(), bench.cancel))


def test_a_cancel_is_heard_between_pages() -> None:
    with Bench(lambda asked: listing([payment(1)], page_of(asked), 9, 9)) as bench:
        pages = bench.books.iter_payments(BooksQuery(), bench.cancel)
        next(pages)
        bench.cancel.cancelled = True
        with pytest.raises(StoppedError):
            next(pages)
        assert len(bench.server.asked) == 1


QUERY = BooksQuery(
    updated_since=date(2026, 6, 28),
    from_on=date(2026, 1, 1),
    before_on=date(2027, 1, 1),
    deleted=True,
)


def test_a_query_becomes_documented_filters_only() -> None:
    def script(asked: Asked) -> Say:
        return listing([], 1, 0, 0, key=asked.path.rsplit("/", 1)[1])

    with Bench(script) as bench:
        list(bench.books.iter_invoices(QUERY, bench.cancel))
        list(bench.books.iter_payments(QUERY, bench.cancel))
        list(bench.books.iter_customers(QUERY, bench.cancel))
        list(bench.books.iter_invoices(BooksQuery(), bench.cancel))
        asked = bench.server.asked
    dated = {
        "search[updated_min]": ["2026-06-28"],
        "search[date_min]": ["2026-01-01"],
        "search[date_max]": ["2027-01-01"],
        "search[vis_state]": ["1"],
        "page": ["1"],
        "per_page": ["100"],
    }
    account = "/accounting/account/ACM123"
    assert [one.path for one in asked] == [
        f"{account}/invoices/invoices",
        f"{account}/payments/payments",
        f"{account}/users/clients",
        f"{account}/invoices/invoices",
    ]
    assert asked[0].query == {**dated, "include[]": ["lines"]}
    assert asked[1].query == dated
    assert asked[2].query == {
        "search[updated_min]": ["2026-06-28"],
        "search[vis_state]": ["1"],
        "page": ["1"],
        "per_page": ["100"],
    }
    assert asked[3].query == {"include[]": ["lines"], "page": ["1"], "per_page": ["100"]}


def saying(say: Say) -> Callable[[Asked], Say]:
    return lambda _: say


def test_only_no_such_record_means_none() -> None:
    def say(status: int, errno: int) -> Say:
        return Say(status, {"response": {"errors": [{"errno": errno, "message": "No."}]}})

    with Bench(lambda _: say(404, 1012)) as bench:
        assert bench.books.find_invoice(InvoiceId(7)) is None
        assert bench.books.find_payment("7") is None
        assert bench.books.find_payment("seven") is None
    for refused in (say(404, 404), Say(404, {"error": "Requested resource could not be found."})):
        with Bench(saying(refused)) as bench, pytest.raises(NotFound):
            bench.books.find_invoice(InvoiceId(7))
    with Bench(lambda _: say(403, 1003)) as bench, pytest.raises(Refused):
        bench.books.find_payment("7")


def test_a_single_record_that_is_odd_or_another_is_unreadable() -> None:
    def script(asked: Asked) -> Say:
        number = int(asked.path.rsplit("/", 1)[1])
        row = {5: payment(5), 6: payment(999), 7: payment(7, date="soon")}[number]
        return Say(body={"response": {"result": {"payment": row}}})

    with Bench(script) as bench:
        found = bench.books.find_payment("5")
        assert found is not None
        assert found.id == 5
        with pytest.raises(Unreadable):
            bench.books.find_payment("6")
        with pytest.raises(Unreadable, match="date"):
            bench.books.find_payment("7")


class Ledger:
    """The payments of one invoice, deleted ones apart; `before_page` may change them."""

    def __init__(self, live: list[dict[str, Any]], deleted: list[dict[str, Any]]) -> None:
        self.live, self.deleted = live, deleted
        self.per_page = 2
        self.claimed: int | None = None
        self.before_page: Callable[[int], None] | None = None
        self.calls = 0

    def __call__(self, asked: Asked) -> Say:
        self.calls += 1
        if self.before_page is not None:
            self.before_page(self.calls)
        assert asked.query["search[invoiceid]"] == ["7"]
        rows = self.deleted if asked.query.get("search[vis_state]") == ["1"] else self.live
        number, size = page_of(asked), self.per_page
        shown = rows[(number - 1) * size : number * size]
        total = len(rows) if self.claimed is None else self.claimed
        return listing(shown, number, -(-len(rows) // size), total)


def scan(ledger: Ledger) -> tuple[list[int], bool]:
    with Bench(ledger) as bench:
        found = bench.books.scan_payments(InvoiceId(7), bench.cancel)
    return [one.id for one in found.payments], found.complete


def test_a_scan_sees_every_page_and_deleted_and_credit_rows() -> None:
    live = [payment(number) for number in (1, 2, 3)]
    live.append(payment(4, invoiceid=None, creditid=9))
    ledger = Ledger(live, [payment(5, vis_state=1)])
    assert scan(ledger) == ([1, 2, 3, 4, 5], True)
    assert ledger.calls == 2 * (2 + 1)


def test_an_invoice_without_payments_is_scanned_twice_before_that_is_believed() -> None:
    ledger = Ledger([], [])
    assert scan(ledger) == ([], True)
    assert ledger.calls == 4


def test_a_row_that_appears_between_two_readings_is_seen() -> None:
    ledger = Ledger([], [])

    def appear(call: int) -> None:
        if call == 3:
            ledger.live.append(payment(1))

    ledger.before_page = appear
    assert scan(ledger) == ([1], True)


def test_one_row_added_and_one_removed_between_pages_do_not_hide_a_third() -> None:
    """The count is right all the time, and the first reading misses row 3."""
    ledger = Ledger([payment(number) for number in (4, 3, 2, 1)], [])
    ledger.per_page = 2

    def swap(call: int) -> None:
        if call == 2:
            # 4 goes and 9 is filed behind: what stood on page 2 moves up to page 1
            ledger.live[:] = [payment(number) for number in (3, 2, 1, 9)]

    ledger.before_page = swap
    ids, complete = scan(ledger)
    assert complete
    assert {1, 2, 3, 9} <= set(ids)


def test_a_service_that_claims_more_than_it_shows_is_never_complete() -> None:
    ledger = Ledger([payment(1)], [])
    ledger.claimed = 16
    ids, complete = scan(ledger)
    assert (ids, complete) == ([1], False)
    assert ledger.calls == 8 * 2


def test_an_odd_row_could_be_the_one_that_is_looked_for() -> None:
    ids, complete = scan(Ledger([payment(1), payment(2, date="soon")], []))
    assert (ids, complete) == ([1], False)


def test_rows_of_other_invoices_are_left_out() -> None:
    assert scan(Ledger([payment(1), payment(2, invoiceid=8)], [])) == ([1], True)


def test_a_row_deleted_between_the_two_lists_is_told_as_deleted() -> None:
    ledger = Ledger([payment(1)], [])

    def delete(call: int) -> None:
        if call == 2:
            ledger.deleted.append(payment(1, vis_state=1))
            ledger.live.clear()

    ledger.before_page = delete
    with Bench(ledger) as bench:
        found = bench.books.scan_payments(InvoiceId(7), bench.cancel)
    assert found.complete
    assert [(one.id, str(one.visibility)) for one in found.payments] == [(1, "deleted")]


def test_an_invoices_address_for_a_person() -> None:
    over = FreshBooksTransport(Endpoints(), "client", FixedTokens(), HandClock())
    books = FreshBooksBooks(over, BUSINESS, Endpoints().web_base)
    assert books.invoice_link(InvoiceId(7)) == "https://my.freshbooks.com/#/invoice/ACM123-7"
