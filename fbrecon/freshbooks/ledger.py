"""FreshBooks' ledger: postings, and journal entries in both generations.

Entries can be neither changed nor deleted there, so whether they can be written is found by reading
only. Reads raise errors of `fbrecon.errors`; sends return outcomes and never raise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import msgspec
from msgspec import Struct

from fbrecon.cancelling import Cancel, at_hand
from fbrecon.domain.business import Business
from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import OddRow, Page
from fbrecon.domain.posting import WriteOutcome
from fbrecon.domain.postings import (
    EntryAbility,
    EntryDraft,
    EntryWay,
    Posting,
    PostingQuery,
    PostingWindow,
)
from fbrecon.errors import NotFound, Refused
from fbrecon.freshbooks import ledger_judging, ledger_render
from fbrecon.freshbooks.endpoints import (
    IDENTITY_PATH,
    Params,
    entries_path,
    fetch_page,
    iter_pages,
    ledger_path,
    read_result,
)
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.expenses import FreshBooksExpenses
from fbrecon.freshbooks.failures import error_for, find_failure, unreadable
from fbrecon.freshbooks.ledger_wire import (
    Chart,
    WireClassicAccount,
    read_posting,
)
from fbrecon.freshbooks.outcomes import send
from fbrecon.freshbooks.scan import MAX_READINGS
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.freshbooks.wire import LedgerListEnvelope, decode

R = TypeVar("R")

# The newer journal entries answer only those who name this version or a later one.
ENTRIES_VERSION = "2023-09-25"
_FEATURE = "manual_journal_entries_feature.access"


class _Permissions(Struct, frozen=True):
    """As much of `users/me` as tells what a plan includes, by account."""

    permissions: dict[str, dict[str, bool | int | str | None]] | None = None


class _Me(Struct, frozen=True):
    response: _Permissions | None = None


class FreshBooksLedger(FreshBooksExpenses):
    """The ledger of one business. Safe for all threads; the transport is closed by its owner."""

    def __init__(self, transport: FreshBooksTransport, business: Business) -> None:
        super().__init__(transport, business)
        self._kept: Chart | None = None

    # ---- reading

    def read_chart(self) -> Chart:
        """The chart of accounts with the numbers that postings name accounts by."""

        def read(answer: Answer) -> Chart:
            try:
                data = decode(answer.body, LedgerListEnvelope).data
            except msgspec.DecodeError:
                raise error_for(answer, self._transport.clock) from None
            if data is None:
                raise unreadable("data")
            return Chart(data)

        self._kept = self._transport.get(ledger_path(self.business.uuid), [], read, at_hand())
        return self._kept

    def _chart(self) -> Chart:
        """The chart as it was read last; accounts are made rarely."""
        return self._kept or self.read_chart()

    def iter_postings(
        self, query: PostingQuery, cancel: Cancel, chart: Chart | None = None
    ) -> Iterator[Page[Posting]]:
        """Pages of postings, newest first, with the accounts of `chart` (the last one without).

        The filters were seen in an example only, and filters that the service does not know are
        ignored by it without a word: rows that were not asked for may come as well.
        """
        accounts = chart or self._chart()
        params = _posting_params(query, accounts)

        def fetch(number: int) -> Page[Posting]:
            return fetch_page(
                self._transport,
                self._path("journal_entries/journal_entry_details"),
                "journal_entry_details",
                lambda raw: read_posting(raw, accounts),
                params,
                number,
                cancel,
            )

        return iter_pages(fetch, cancel)

    def read_postings(
        self, query: PostingQuery, cancel: Cancel, *, twice: bool = False
    ) -> PostingWindow:
        """All postings of a query, whatever the service makes of its filters.

        One on an account that the kept chart does not have is looked up in the chart of now.
        `twice` is for where absence decides: what comes on several pages is read until two readings
        in a row show the same rows, since rows move between pages while they are read.
        """
        kept = self._kept
        window, pages = self._read_window(query, cancel)
        if kept is not None and any(row.account_id is None for row in window.postings):
            self.read_chart()
            window, pages = self._read_window(query, cancel)
        if not twice or pages <= 1:
            return window
        for _ in range(MAX_READINGS - 1):
            before, (window, _) = window, self._read_window(query, cancel)
            if before.complete and window.complete and _ids(before) == _ids(window):
                return window
        return replace(window, complete=False)

    def _read_window(self, query: PostingQuery, cancel: Cancel) -> tuple[PostingWindow, int]:
        found: dict[int, Posting] = {}
        odd: dict[str, OddRow] = {}
        totals = set()
        pages = 0
        for page in self.iter_postings(query, cancel):
            pages += 1
            found |= {row.id: row for row in page.records}
            odd |= {row.id or f"page {page.number}": row for row in page.odd}
            totals.add(page.total)
        rows = tuple(row for row in found.values() if _fits(row, query))
        complete = totals == {len(found) + len(odd)}
        return PostingWindow(rows, tuple(odd.values()), complete), pages

    def find_base_currency(self) -> str | None:
        """The currency the books are kept in, as the older chart of accounts names it.

        None where its accounts do not agree or none is shown.
        """

        def read(answer: Answer) -> str | None:
            rows = read_result(answer, self._transport).get("journal_entry_accounts")
            try:
                found = decode(rows, list[WireClassicAccount]) if rows is not None else []
            except msgspec.DecodeError:
                return None
            codes = {row.currency_code for row in found if row.currency_code}
            return codes.pop() if len(codes) == 1 else None

        path = self._path("journal_entry_accounts/journal_entry_accounts")
        return self._transport.get(path, [], read, at_hand())

    def read_ability(self) -> EntryAbility:
        """Which way of writing journal entries there is. Only reads; nothing is tried out."""
        if self._feature() is False:
            return EntryAbility(
                EntryWay.NONE, "This FreshBooks plan does not include journal entries."
            )
        if self._answers(
            lambda: self._transport.get(
                entries_path(self.business.uuid),
                [("page_size", "1")],
                _anything,
                at_hand(),
                version=ENTRIES_VERSION,
            )
        ):
            return EntryAbility(EntryWay.NEWER)
        if self._feature() and self._answers(
            lambda: next(self.iter_postings(PostingQuery(), at_hand()))
        ):
            return EntryAbility(EntryWay.CLASSIC)
        return EntryAbility(
            EntryWay.NONE, "FreshBooks does not let this sign-in read journal entries."
        )

    # ---- writing

    def render_entry(self, draft: EntryDraft, way: EntryWay) -> bytes:
        """The exact body to be sent, frozen with the intent; the classic one reads the chart.

        Raises `ValueError` for an entry that does not balance, `Refused` where the classic
        generation has no number for one of its accounts.
        """
        chart = self._chart() if way is EntryWay.CLASSIC else None
        return ledger_render.render_entry(draft, way, chart)

    def entry_accounts(self, body: bytes) -> set[tuple[LedgerAccountId | None, Money]]:
        """Which accounts a rendered entry posts to, each with its sum, debits positive."""
        return set(ledger_judging.read_lines(body, self._chart_of(body)).items())

    def entry_differences(self, body: bytes, postings: Sequence[Posting]) -> tuple[str, ...]:
        """How an entry in the ledger differs from a body that was sent, in clauses."""
        return ledger_judging.entry_differences(body, postings, self._chart_of(body))

    def _chart_of(self, body: bytes) -> Chart | None:
        return self._chart() if ledger_render.is_classic(body) else self._kept

    def send_entry(self, body: bytes) -> WriteOutcome:
        """Send a rendered entry once, on a fresh connection. Never raises."""

        def judge(answer: bytes, status: int) -> WriteOutcome | None:
            return ledger_judging.judge_entry(body, answer, status)

        if ledger_render.is_classic(body):
            path, version = self._path("journal_entries/journal_entries"), ""
        else:
            path, version = entries_path(self.business.uuid), ENTRIES_VERSION
        return send(self._transport, path, body, judge, version=version)

    # ---- below

    def _feature(self) -> bool | None:
        """What the plan says of journal entries; None where it says nothing."""

        def read(answer: Answer) -> bool | None:
            try:
                me = decode(answer.body, _Me).response
            except msgspec.DecodeError:
                return None
            mine = (me.permissions or {}).get(self.business.account_id, {}) if me else {}
            said = mine.get(_FEATURE)
            return said if isinstance(said, bool) else None

        return self._transport.get(IDENTITY_PATH, [], read, at_hand())

    def _answers(self, read: Callable[[], object]) -> bool:
        """Whether the service lets this be read; that it is out of reach is raised."""
        try:
            read()
        except (NotFound, Refused):
            return False
        return True


def _posting_params(query: PostingQuery, chart: Chart) -> Params:
    params: Params = []
    number = chart.sub_numbers.get(query.account_id) if query.account_id else None
    if number is not None:
        params.append(("search[sub_accountid]", str(number)))
    if query.from_on is not None:
        params.append(("search[start_date]", query.from_on.isoformat()))
    if query.until_on is not None:
        # Whether the last day is included is not documented: one more is asked for, and left out.
        day_after = query.until_on + timedelta(days=1)
        params.append(("search[end_date]", day_after.isoformat()))
    return params


def _fits(row: Posting, query: PostingQuery) -> bool:
    """An account that cannot be told is not left out: it may be the one that was asked for."""
    return (
        (query.account_id is None or row.account_id in (query.account_id, None))
        and (query.from_on is None or row.on >= query.from_on)
        and (query.until_on is None or row.on <= query.until_on)
    )


def _ids(window: PostingWindow) -> set[int]:
    return {row.id for row in window.postings}


def _anything(answer: Answer) -> bool:
    """Any JSON that is no error. The shape of this list is not documented where it was looked."""
    if find_failure(answer.body) is not None:
        raise Refused("", "", "")
    return True
