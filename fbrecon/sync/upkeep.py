"""Looking after the copies on the platform: which are to be replaced or archived, and which asked.

What is to be archived goes through the outbox like every write. A new copy is put there only once
the old one is archived and its payments were read once more, so that two copies never ask for the
same money; the next sync finishes what a crash cut off.
"""

from __future__ import annotations

from fbrecon.domain.intents import NewIntent
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.domain.rules import WritingRules
from fbrecon.domain.upkeep import Step
from fbrecon.sync.composing import Composer
from fbrecon.sync.copy_facts import review_copies
from fbrecon.sync.stores import Stores


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
        for reviewed in review_copies(self._stores, self._rules, self._composer):
            copy = reviewed.facts.copy
            key = IntentKey(
                self._rules.account,
                WriteKind.ARCHIVE_COPY,
                f"{self._rules.platform}:{copy.id}",
                str(reviewed.invoice_id),
            )
            known = self._stores.outbox.find(key)
            if reviewed.decision.step is not Step.ARCHIVE:
                if known is not None and known.state is PostingState.APPROVED:
                    text = reviewed.decision.reason or "It is right again."
                    self._stores.outbox.move(known, PostingState.PROPOSED, text)
                continue
            if known is not None and known.state is PostingState.PROPOSED:
                reason = reviewed.decision.reason
                self._stores.outbox.move(known, PostingState.APPROVED, reason)
                continue
            invoice = reviewed.facts.invoice
            number = invoice.number if invoice is not None else copy.number
            self._stores.outbox.add(
                NewIntent(
                    key=key,
                    subject=f"Invoice {number}",
                    target=copy.id,
                    body=copy.id.encode(),
                    state=PostingState.APPROVED,
                    reason=reviewed.decision.reason,
                )
            )
