"""Looking after the copies on the platform: which are to be replaced or archived, and which asked.

What is to be archived goes through the outbox like every write. A new copy is put there only once
the old one is archived and its payments were read once more, so that two copies never ask for the
same money; the next sync finishes what a crash cut off.
"""

from __future__ import annotations

from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind, may_move
from fbrecon.domain.rules import WritingRules
from fbrecon.domain.upkeep import Step
from fbrecon.sync.composing import Composer
from fbrecon.sync.copy_facts import review_copies
from fbrecon.sync.stores import Stores


def order_archive(stores: Stores, rules: WritingRules, made: Intent, why: str) -> Intent:
    """Keep a person's order to archive a copy that we made; it is not put there again by itself.

    What made it is undone with the order, in one transaction.
    """
    assert made.remote_id is not None
    new = _archive(rules, made.remote_id, made.key.leg, made.subject, why)
    with stores.write():
        stores.outbox.move(made, PostingState.UNDONE, why)
        order = stores.outbox.add(new)
        if order.state is PostingState.DROPPED:
            order = stores.outbox.move(order, PostingState.PROPOSED, why)
        if may_move(order.state, PostingState.APPROVED):
            order = stores.outbox.move(order, PostingState.APPROVED, why)
    return order


def _archive(rules: WritingRules, copy_id: str, leg: str, subject: str, reason: str) -> NewIntent:
    source = f"{rules.platform}:{copy_id}"
    return NewIntent(
        key=IntentKey(rules.account, WriteKind.ARCHIVE_COPY, source, leg),
        subject=subject,
        target=copy_id,
        body=copy_id.encode(),
        state=PostingState.APPROVED,
        reason=reason,
    )


class Upkeep:
    """Proposes what is to be archived."""

    def __init__(self, stores: Stores, rules: WritingRules, composer: Composer) -> None:
        self._stores = stores
        self._rules = rules
        self._composer = composer

    def propose(self) -> None:
        """Intents for the copies that are to be archived; others wait, as long as they are right.

        What waits to be archived may be right again, or paid, before it comes to that.
        """
        taken_back = {
            intent.remote_id
            for intent in self._stores.outbox.list_intents(
                [WriteKind.PLATFORM_INVOICE], [PostingState.UNDONE]
            )
        }
        for reviewed in review_copies(self._stores, self._rules, self._composer):
            copy, invoice = reviewed.facts.copy, reviewed.facts.invoice
            if copy.id in taken_back:
                continue  # a person decided about it
            number = invoice.number if invoice is not None else copy.number
            reason = reviewed.decision.reason
            leg = str(reviewed.invoice_id)
            new = _archive(self._rules, copy.id, leg, f"Invoice {number}", reason)
            known = self._stores.outbox.find(new.key)
            if reviewed.decision.step is not Step.ARCHIVE:
                if known is not None and known.state is PostingState.APPROVED:
                    text = reason or "It is right again."
                    self._stores.outbox.move(known, PostingState.PROPOSED, text)
            elif known is not None and known.state is PostingState.PROPOSED:
                self._stores.outbox.move(known, PostingState.APPROVED, reason)
            else:
                self._stores.outbox.add(new)
