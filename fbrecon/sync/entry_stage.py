"""The stage of a sync that enters payouts: read the ledger, propose entries, send, read back."""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.clock import Clock
from fbrecon.domain.documents import BookPayment, Visibility
from fbrecon.domain.ledger import Role
from fbrecon.domain.payout_entries import EntryRules
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.postings import EntryWay
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.booked import booked_payments, list_booked_parts
from fbrecon.sync.entries import EntryRecorder
from fbrecon.sync.ports import Ledger
from fbrecon.sync.post import Poster
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.pull_ledger import LedgerPull
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """How payout entries are made in one company, and in which generation they are written."""

    rules: EntryRules
    way: EntryWay


class EntryStage:
    """Enters the payouts of one company."""

    def __init__(
        self, ledger: Ledger, stores: Stores, rules: WritingRules, plan: EntryPlan, clock: Clock
    ) -> None:
        self._ledger = ledger
        self._stores = stores
        self._rules = rules
        self._plan = plan
        self._clock = clock

    def read(self, cancel: CancelToken, report: ProgressFn, tally: Tally, *, deep: bool) -> None:
        """What the ledger shows of the payments, and all that is on the clearing accounts."""
        pull = LedgerPull(self._ledger, self._stores, self._clock)
        parts = list_booked_parts(self._stores)
        placed = booked_payments(self._stores, parts)
        unplaced: list[BookPayment] = []
        for part in parts:
            payment = self._stores.books.find_payment(part.book_payment_id)
            found = placed.get(part.payment_id)
            gone = payment is None or payment.visibility is Visibility.DELETED
            if payment is not None and not gone and (found is None or found.account_id is None):
                unplaced.append(payment)
        pull.pull_payments(unplaced, cancel, report, tally)
        accounts = {self._plan.rules.roles[Role.UNDEPOSITED_FUNDS]}
        for booked in booked_payments(self._stores, parts).values():
            if booked.account_id is not None:
                accounts.add(booked.account_id)
        days = [payment.paid_on for payment in unplaced]
        since = min([self._plan.rules.post_since, *days])
        pull.pull_accounts(accounts, since, cancel, report, tally, deep=deep)

    def enter(self, poster: Poster, cancel: CancelToken, report: ProgressFn) -> None:
        """Propose what is called for and send what is approved."""
        recorder = EntryRecorder(
            self._ledger, self._stores, self._rules, self._plan.rules, self._plan.way
        )
        recorder.propose()
        if not self._rules.writes:
            return
        # The first entry goes alone; once it is proven, the others follow in the same run.
        for _ in range(2):
            keys = recorder.list_next()
            if not keys:
                break
            poster.run((WriteKind.JOURNAL_ENTRY,), cancel, report, only=keys)
            proven = [PostingState.VERIFIED]
            if not self._stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY], proven):
                break
