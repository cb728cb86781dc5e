"""The body of an invoice's copy, for putting it on the platform and for comparing it later."""

from __future__ import annotations

from datetime import date

from fbrecon.domain.composing import compose_copy
from fbrecon.domain.documents import Invoice
from fbrecon.domain.ids import PlatformCustomerId
from fbrecon.domain.intents import NewIntent
from fbrecon.domain.posting import IntentKey, PostingState
from fbrecon.platforms.port import CopyDraft, Platform


class Composer:
    """Renders copies for one platform; the same invoice always gives the same bytes."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    def compose(
        self, key: IntentKey, invoice: Invoice, customer_id: str, *, itemised: bool
    ) -> NewIntent:
        """The intent of putting the invoice there, itemised or as one line."""
        lines = compose_copy(invoice, key.marker, itemised=itemised)
        draft = CopyDraft(
            PlatformCustomerId(customer_id), invoice.number, self.due_on(invoice), lines
        )
        return NewIntent(
            key=key,
            subject=f"Invoice {invoice.number}",
            target=customer_id,
            body=self._platform.render_invoice(draft),
            state=PostingState.APPROVED,
            reason="It is open in the books.",
            amount=invoice.outstanding,
            on_date=draft.due_on,
        )

    def both_forms(self, key: IntentKey, invoice: Invoice, customer_id: str) -> tuple[bytes, bytes]:
        """The body itemised, and as one line."""
        whole = self.compose(key, invoice, customer_id, itemised=True).body
        return whole, self.compose(key, invoice, customer_id, itemised=False).body

    @staticmethod
    def due_on(invoice: Invoice) -> date:
        """The day it is due; an invoice without one is due on the day it was written."""
        return invoice.due_on or invoice.create_on
