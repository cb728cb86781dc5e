"""The stage of a sync that records the fees of payouts as expenses.

It stands in for payout entries where those are not to be had; no payout gets both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from fbrecon.clock import Clock, eastern_day
from fbrecon.domain.documents import Payout
from fbrecon.domain.fee_expenses import ProposedFees, propose_fees
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.payout_entries import EntryRules, WaitingPayout
from fbrecon.domain.posting import (
    SETTLED,
    IntentKey,
    PostingState,
    WriteKind,
    may_move,
)
from fbrecon.domain.postings import Expense, ExpenseDraft
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.booked import booked_payments, list_booked_parts
from fbrecon.sync.entries import currency_of, invoiced_currencies
from fbrecon.sync.expense_writer import note_removed, recorded_otherwise
from fbrecon.sync.ports import Ledger
from fbrecon.sync.post import Poster
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.stores import Stores

LEG = "fees"
_WAITED = "payout"
_UNSENT = (PostingState.PROPOSED, PostingState.APPROVED)
_LOOKED_AT = timedelta(days=75)  # deletions of older ones do not concern anybody
_VENDOR = "Alternative Payments"

FeeReview = ProposedFees | WaitingPayout


@dataclass(frozen=True, slots=True)
class FeePlan:
    """How fees are recorded in one company, and in which category of expenses."""

    rules: EntryRules
    category_id: int


def fee_key(rules: WritingRules, payout_id: str) -> IntentKey:
    """The key of the expense of that payout's fees."""
    return IntentKey(rules.account, WriteKind.EXPENSE, f"{rules.platform}:{payout_id}", LEG)


def review_fees(stores: Stores, rules: EntryRules) -> list[tuple[Payout, FeeReview]]:
    """What each payout calls for, or what it waits for, oldest first. Asks nobody."""
    booked = booked_payments(stores, list_booked_parts(stores))
    currencies = invoiced_currencies(stores)
    entered = recorded_otherwise(stores.outbox, WriteKind.EXPENSE)
    found: list[tuple[Payout, FeeReview]] = []
    for payout in sorted(stores.platform.list_payouts(), key=lambda p: (p.created_at, p.id)):
        if payout.id in entered:
            text = "It is entered in the ledger, with its fees."
            found.append((payout, WaitingPayout(payout.id, text, needs_person=False)))
            continue
        currency = currency_of(payout, currencies, booked)
        found.append((payout, propose_fees(payout, currency, booked, rules)))
    return found


class FeeStage:
    """Records the fees of one company's payouts."""

    def __init__(
        self, ledger: Ledger, stores: Stores, rules: WritingRules, plan: FeePlan, clock: Clock
    ) -> None:
        self._ledger = ledger
        self._stores = stores
        self._rules = rules
        self._plan = plan
        self._clock = clock

    def notice_changes(self, cancel: CancelToken) -> None:
        """What became of the expenses of the last weeks: deleted, changed, or put right again."""
        today = eastern_day(self._clock.now())
        states = (*SETTLED, PostingState.DISCREPANCY)
        ours = {
            intent.remote_id: intent
            for intent in self._stores.outbox.list_intents([WriteKind.EXPENSE], states)
            if intent.on_date is not None and intent.on_date >= today - _LOOKED_AT
        }
        days = [intent.on_date for intent in ours.values() if intent.on_date is not None]
        if not days:
            return
        scan = self._ledger.read_expenses(min(days), max(days), cancel, twice=False)
        live = [row for row in scan.expenses if not row.deleted]
        for row in scan.expenses:
            intent = ours.get(str(row.id))
            if intent is not None:
                others = [o for o in live if intent.marker in o.notes and o.id != row.id]
                self._notice(intent, row, others)

    def _notice(self, intent: Intent, row: Expense, others: Sequence[Expense]) -> None:
        """`others` are live expenses with the same marker: two computers may have recorded it."""
        outbox = self._stores.outbox
        if row.deleted:
            text = f"Expense {row.id} was deleted in FreshBooks."
            note_removed(outbox, str(row.id), text)
            return
        differences = self._ledger.expense_differences(intent.body, row)
        if others:
            ids = ", ".join(str(other.id) for other in others)
            differences = (*differences, f"it stands there again as expense {ids}; delete that one")
        after = PostingState.DISCREPANCY if differences else PostingState.VERIFIED
        if intent.state is not after and may_move(intent.state, after):
            text = "; ".join(differences)
            told = f"Expense {row.id} was changed: {text}." if differences else "It is as written."
            outbox.move(intent, after, told)

    def record(self, poster: Poster, cancel: CancelToken, report: ProgressFn) -> None:
        """Propose what is called for and send what is approved."""
        for payout, found in review_fees(self._stores, self._plan.rules):
            if isinstance(found, WaitingPayout):
                self._hold_unsent(payout, found)
            else:
                self._keep(payout, found)
        if self._rules.writes:
            poster.run((WriteKind.EXPENSE_REMOVAL, WriteKind.EXPENSE), cancel, report)

    def _keep(self, payout: Payout, fees: ProposedFees) -> None:
        key = fee_key(self._rules, payout.id)
        outbox = self._stores.outbox
        known = outbox.find(key)
        if known is not None and known.state is PostingState.HELD and known.hold == _WAITED:
            known = outbox.move(known, PostingState.PROPOSED, "What it waited for is settled.")
        if known is not None and (known.state not in _UNSENT or known.attempts):
            return
        new = self._new(key, payout, fees)
        if known is None:
            outbox.add(new)
        elif known.body != new.body or known.state is PostingState.PROPOSED is not new.state:
            outbox.refresh_unsent(known, new)

    def _new(self, key: IntentKey, payout: Payout, fees: ProposedFees) -> NewIntent:
        title = f"Fees of the payout of {fees.on.isoformat()}"
        draft = ExpenseDraft(
            category_id=self._plan.category_id,
            amount=fees.amount,
            on=fees.on,
            vendor=_VENDOR,
            notes=f"{title}, {payout.id} · recorded by fbrecon · {key.marker}",
        )
        return NewIntent(
            key=key,
            subject=f"{title}: {fees.amount}",
            target=payout.id,
            body=self._ledger.render_expense(draft),
            state=fees.state,
            reason=fees.reason,
            amount=fees.amount,
            on_date=fees.on,
        )

    def _hold_unsent(self, payout: Payout, waiting: WaitingPayout) -> None:
        """What was about to be sent for a payout that has to wait after all is held with it."""
        intent: Intent | None = self._stores.outbox.find(fee_key(self._rules, payout.id))
        if intent is not None and intent.state in _UNSENT and not intent.attempts:
            self._stores.outbox.move(intent, PostingState.HELD, waiting.reason, hold=_WAITED)
