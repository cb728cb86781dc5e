"""Addresses inside the API, the queries they take, and walking their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.parse import quote

import msgspec
from msgspec import Raw

from fbrecon.cancelling import Cancel
from fbrecon.domain.pages import BooksQuery, Page
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import error_for, find_failure, unreadable
from fbrecon.freshbooks.parse import read_rows
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.freshbooks.wire import AccountingEnvelope, decode

R = TypeVar("R")
Params = list[tuple[str, str]]

IDENTITY_PATH = "/auth/api/v1/users/me"
PER_PAGE = 100
MOST_PAGES = 50_000  # five million rows; a service that ignores paging has no last page
WITH_LINES = ("include[]", "lines")
DELETED_ONLY = ("search[vis_state]", "1")


def accounting_path(account_id: str, resource: str) -> str:
    """`/accounting/account/{account_id}/{resource}`; resource such as `payments/payments/7`."""
    return f"/accounting/account/{quote(account_id, safe='')}/{resource}"


def ledger_path(business_uuid: str) -> str:
    """Where the chart of accounts of a business is listed and added to."""
    business = quote(business_uuid, safe="")
    return f"/accounting/businesses/{business}/ledger_accounts/accounts"


def entries_path(business_uuid: str) -> str:
    """Where the newer journal entries of a business are listed and added to."""
    return f"/accounting/businesses/{quote(business_uuid, safe='')}/journal_entries"


def query_params(query: BooksQuery, *, dated: bool) -> Params:
    """The filters of a query. `dated` is for lists that know a document's own date.

    Default lists hold active and archived rows, never deleted ones. Filters that the service does
    not know are ignored by it without a word, so only documented ones are sent.
    """
    params: Params = []
    if query.updated_since is not None:
        params.append(("search[updated_min]", query.updated_since.isoformat()))
    if dated and query.from_on is not None:
        params.append(("search[date_min]", query.from_on.isoformat()))
    if dated and query.before_on is not None:
        params.append(("search[date_max]", query.before_on.isoformat()))
    if query.deleted:
        params.append(DELETED_ONLY)
    return params


def fetch_page(
    transport: FreshBooksTransport,
    path: str,
    key: str,
    read_row: Callable[[Raw], R],
    params: Params,
    number: int,
    cancel: Cancel,
) -> Page[R]:
    """One page of an accounting list; `key` is the list's name in the answer."""
    asked = [*params, ("page", str(number)), ("per_page", str(PER_PAGE))]

    def read(answer: Answer) -> Page[R]:
        return read_page(answer, transport, key, read_row, number)

    return transport.get(path, asked, read, cancel)


def iter_pages(
    fetch: Callable[[int], Page[R]], cancel: Cancel, first: int = 1
) -> Iterator[Page[R]]:
    """Page after page, from `first`, to the last one or an empty one.

    Raises `Unreadable` for a list that never ends. Each page is asked for on its own, so the order
    of asking is nobody's business: rows that move between pages come twice or not at all, and
    whoever stores them tells by their ids.
    """
    for number in range(first, first + MOST_PAGES):
        cancel.raise_if_cancelled()
        page = fetch(number)
        yield page
        rows = len(page.records) + len(page.odd)
        if rows == 0:
            return
        if page.pages is None:
            if rows < PER_PAGE:
                return
        elif number >= page.pages:
            return
    raise unreadable("pages", f"They did not end after {MOST_PAGES}.")


def read_page(
    answer: Answer,
    transport: FreshBooksTransport,
    key: str,
    read_row: Callable[[Raw], R],
    number: int,
) -> Page[R]:
    """A page out of an answer, odd rows set aside.

    Raises `Unreadable` where the list is missing, or where another page came than was asked for:
    a service that ignores paging would be walked for ever.
    """
    result = read_result(answer, transport)
    rows = _named(result, key, list[Raw])
    if rows is None:
        raise unreadable(key)
    came = _named(result, "page", int)
    if rows and came is not None and came != number:
        raise unreadable(f"{key}, page {number}")
    records, odd = read_rows(key, rows, read_row)
    return Page(
        records=records,
        odd=odd,
        number=number,
        pages=_named(result, "pages", int),
        total=_named(result, "total", int),
    )


def read_result(answer: Answer, transport: FreshBooksTransport) -> dict[str, Raw]:
    """What stands under `response.result`. Raises the error an answer without it means."""
    result: dict[str, Raw] | None = None
    try:
        envelope = decode(answer.body, AccountingEnvelope)
        result = envelope.response.result if envelope.response else None
    except msgspec.ValidationError:
        result = None
    except msgspec.DecodeError:
        raise error_for(answer, transport.clock) from None
    if result is not None:
        return result
    if find_failure(answer.body) is not None:
        raise error_for(answer, transport.clock)
    raise unreadable("response.result")


def _named(result: dict[str, Raw], key: str, shape: type[R]) -> R | None:
    raw = result.get(key)
    try:
        return None if raw is None else decode(raw, shape)
    except msgspec.DecodeError:
        return None
