"""From paid-out payouts to journal entries in the outbox: gather, propose, keep.

The rules are the domain's (`payout_entries`); the very first entry of a company goes alone, and the
others follow once it was read back from the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping

from fbrecon.domain.documents import Payout, PayoutLineKind
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.payout_entries import (
    BookedPayment,
    EntryKind,
    EntryRules,
    ProposedEntry,
    WaitingPayout,
    propose_entries,
)
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.domain.postings import EntryDraft, EntryWay
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.booked import booked_payments, list_booked_parts
from fbrecon.sync.expense_writer import recorded_otherwise
from fbrecon.sync.notes import platform_label
from fbrecon.sync.ports import Ledger
from fbrecon.sync.stores import Stores

_TITLES = {
    EntryKind.PAYOUT: "Payout",
    EntryKind.FEE: "Fee of payout",
    EntryKind.REFUND: "Refund in payout",
}
_WAITED = "payout"
_UNSENT = (PostingState.PROPOSED, PostingState.APPROVED)
_ON_ITS_WAY = (
    PostingState.SENDING,
    PostingState.UNCERTAIN,
    PostingState.POSTED,
    PostingState.ADOPTED,
    PostingState.APPROVED,
)


def entry_key(rules: WritingRules, payout: Payout, part: str, generation: int = 1) -> IntentKey:
    """The key of an entry of that payout."""
    source = f"{payout.source or rules.platform}:{payout.id}"
    return IntentKey(rules.account, WriteKind.JOURNAL_ENTRY, source, part, generation)


Review = list[ProposedEntry] | WaitingPayout


def review_payouts(stores: Stores, rules: EntryRules) -> list[tuple[Payout, Review]]:
    """What each payout calls for, or what it waits for, oldest first. Asks nobody."""
    booked = booked_payments(stores, list_booked_parts(stores))
    currencies = invoiced_currencies(stores)
    expensed = recorded_otherwise(stores.outbox, WriteKind.JOURNAL_ENTRY)
    found: list[tuple[Payout, Review]] = []
    for payout in sorted(
        stores.platform.list_payouts(from_files=True), key=lambda p: (p.created_at, p.id)
    ):
        if payout.id in expensed:
            text = "Its fees are recorded as an expense: take that back first."
            found.append((payout, WaitingPayout(payout.id, text)))
            continue
        currency = currency_of(payout, currencies, booked)
        found.append((payout, propose_entries(payout, currency, booked, rules)))
    return found


class EntryRecorder:
    """Proposes the journal entries of one company."""

    def __init__(
        self,
        ledger: Ledger,
        stores: Stores,
        rules: WritingRules,
        entry_rules: EntryRules,
        way: EntryWay,
    ) -> None:
        self._ledger = ledger
        self._stores = stores
        self._rules = rules
        self._entry_rules = entry_rules
        self._way = way

    def propose(self) -> None:
        """Keep an intent for every entry that is called for."""
        for payout, found in review_payouts(self._stores, self._entry_rules):
            if isinstance(found, WaitingPayout):
                self._hold_unsent(payout, found)
            else:
                for entry in found:
                    self._keep(payout, entry)

    def list_next(self) -> list[IntentKey]:
        """Which entries may go now: one alone until the first was proven, then all."""
        kind = [WriteKind.JOURNAL_ENTRY]
        if self._stores.outbox.list_intents(kind, [PostingState.VERIFIED]):
            return [i.key for i in self._stores.outbox.list_intents(kind, _ON_ITS_WAY)]
        for state in _ON_ITS_WAY:
            for intent in self._stores.outbox.list_intents(kind, [state]):
                return [intent.key]
        return []

    def _keep(self, payout: Payout, entry: ProposedEntry) -> None:
        key = entry_key(self._rules, payout, entry.part)
        known = self._stores.outbox.find(key)
        if known is not None and known.state is PostingState.HELD and known.hold == _WAITED:
            text = "What it waited for is settled."
            known = self._stores.outbox.move(known, PostingState.PROPOSED, text)
        if known is not None and (known.state not in _UNSENT or known.attempts):
            return
        new = self._new(key, payout, entry)
        if known is None:
            self._stores.outbox.add(new)
        elif known.body != new.body or known.state is PostingState.PROPOSED is not new.state:
            self._stores.outbox.refresh_unsent(known, new)

    def _new(self, key: IntentKey, payout: Payout, entry: ProposedEntry) -> NewIntent:
        title = f"{_TITLES[entry.kind]} of {entry.on.isoformat()}"
        draft = EntryDraft(
            name=f"{platform_label(key.source)} {title.lower()}",
            description=f"{title}, {payout.id} · entered by fbrecon · {key.marker}",
            on=entry.on,
            lines=entry.lines,
        )
        return NewIntent(
            key=key,
            subject=f"{title} over {entry.size}",
            target=payout.id,
            body=self._ledger.render_entry(draft, self._way),
            state=entry.state,
            reason=entry.reason,
            amount=entry.size,
            on_date=entry.on,
        )

    def _hold_unsent(self, payout: Payout, waiting: WaitingPayout) -> None:
        """What was about to be sent for a payout that has to wait after all is held with it."""
        for intent in self._of(payout):
            if intent.state in _UNSENT and not intent.attempts:
                self._stores.outbox.move(intent, PostingState.HELD, waiting.reason, hold=_WAITED)

    def _of(self, payout: Payout) -> list[Intent]:
        source = f"{payout.source or self._rules.platform}:{payout.id}"
        intents = self._stores.outbox.list_intents([WriteKind.JOURNAL_ENTRY])
        return [intent for intent in intents if intent.key.source == source]


def invoiced_currencies(stores: Stores) -> dict[PlatformPaymentId, str]:
    """The currency of each payment, as the invoice it is for tells it."""
    currency_of = {i.id: i.total.currency for i in stores.platform.list_invoices()}
    found: dict[PlatformPaymentId, str] = {}
    for payment_id, invoice_ids in stores.platform.allocations().items():
        currencies = {currency_of[i] for i in invoice_ids if i in currency_of}
        if len(currencies) == 1:
            found[payment_id] = currencies.pop()
    return found


def currency_of(
    payout: Payout,
    currencies: Mapping[PlatformPaymentId, str],
    booked: Mapping[PlatformPaymentId, BookedPayment],
) -> str | None:
    """The currency of a payout: that of its payments; None where they differ or none tells.

    One that a file states has to be the same.
    """
    found = {payout.told.currency} if payout.told is not None and payout.told.currency else set()
    for line in payout.lines or ():
        if line.payment_id is None or line.kind is PayoutLineKind.FEE:
            continue
        if line.payment_id in booked:
            found.add(booked[line.payment_id].written.currency)
        elif line.payment_id in currencies:
            found.add(currencies[line.payment_id])
    return found.pop() if len(found) == 1 else None
