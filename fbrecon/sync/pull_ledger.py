"""The books' postings into the company file, as far as payouts and the clearing proof need them.

Two readings: whatever was posted on the days of payments whose account is not known yet, over all
accounts; and everything on the clearing accounts, daily, and its last days with every run. A window
is believed only if it came whole; one that did not adds what it showed and removes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from fbrecon.clock import Clock, eastern_day
from fbrecon.domain.documents import BookPayment
from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.postings import PostingQuery
from fbrecon.sync.ports import Ledger
from fbrecon.sync.progress import CancelToken, Progress, ProgressFn
from fbrecon.sync.pull import is_due
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

CURSOR = "postings"
_LATE = timedelta(days=45)  # people enter last month's statement after its end


class LedgerPull:
    """Mirrors the postings of one company."""

    def __init__(self, ledger: Ledger, stores: Stores, clock: Clock) -> None:
        self._ledger = ledger
        self._stores = stores
        self._clock = clock

    def pull_payments(
        self, unplaced: Iterable[BookPayment], cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        """Postings of the days of these payments, over all accounts; nothing is asked for none."""
        days = [payment.paid_on for payment in unplaced]
        if days:
            self._read(PostingQuery(None, min(days), max(days)), cancel, report, tally)

    def pull_accounts(
        self,
        accounts: Collection[LedgerAccountId],
        since: date,
        cancel: CancelToken,
        report: ProgressFn,
        tally: Tally,
        *,
        deep: bool,
    ) -> None:
        """Postings on these accounts: their last weeks, or once a day everything since that day."""
        now = self._clock.now()
        cursor = self._stores.journal.cursor(CURSOR)
        whole = deep or is_due(cursor.last_deep_at, now)
        recent = eastern_day(now) - _LATE
        for account_id in sorted(accounts):
            from_on = since if whole else max(since, recent)
            self._read(PostingQuery(account_id, from_on), cancel, report, tally)
        if whole:
            self._stores.journal.keep_cursor(replace(cursor, last_deep_at=now))

    def _read(
        self, query: PostingQuery, cancel: CancelToken, report: ProgressFn, tally: Tally
    ) -> None:
        report(Progress("Postings of the ledger"))
        window = self._ledger.read_postings(query, cancel)
        journal, ledger = self._stores.journal, self._stores.ledger
        with self._stores.write():
            if window.complete:
                saved = ledger.replace_postings(query, window.postings)
            else:
                saved = ledger.save_postings(window.postings)
            journal.set_aside(CURSOR, window.odd, self._clock.now())
            journal.readable_again(CURSOR, [str(row.id) for row in window.postings])
        tally.resources[CURSOR].add(saved)
        tally.odd(CURSOR, window.odd)
