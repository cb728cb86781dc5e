"""Open invoices and their customers onto the platform, through the outbox like every write."""

from __future__ import annotations

from datetime import date

from fbrecon.clock import Clock, day_in
from fbrecon.domain.composing import compose_copy
from fbrecon.domain.documents import CopyState, Invoice
from fbrecon.domain.ids import CustomerId, PlatformCustomerId
from fbrecon.domain.intents import NewIntent
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.domain.rules import WritingRules
from fbrecon.platforms.port import CopyDraft, CustomerDraft, Platform
from fbrecon.sync.record import copy_key, find_copies
from fbrecon.sync.stores import Stores


class Pusher:
    """Proposes what is missing on the platform; the poster sends it."""

    def __init__(
        self, platform: Platform, stores: Stores, rules: WritingRules, clock: Clock
    ) -> None:
        self._platform = platform
        self._stores = stores
        self._rules = rules
        self._clock = clock

    def list_missing(self) -> list[Invoice]:
        """Invoices that may be collected and have no copy on the platform."""
        invoices = {i.id: i for i in self._stores.platform.list_invoices()}
        copied = {
            copy.invoice_id
            for copy in find_copies(self._stores, self._rules).values()
            if invoices[copy.platform_invoice_id].state is not CopyState.ARCHIVED
        }
        return [
            invoice
            for invoice in self._stores.books.list_collectable()
            if invoice.id not in copied
            and invoice.outstanding.currency in self._platform.capabilities.currencies
        ]

    def remember_copies(self) -> None:
        """Keep which of the platform's invoices is which, after new ones were put there."""
        self._stores.platform.keep_copies(find_copies(self._stores, self._rules).values())

    def propose_customers(self, missing: list[Invoice]) -> None:
        """Intents for the customers of these invoices that the platform does not have."""
        for customer_id in dict.fromkeys(invoice.customer_id for invoice in missing):
            key = self._customer_key(customer_id)
            if self._stores.outbox.find(key) is not None:
                continue
            customer = self._stores.books.find_customer(customer_id)
            if customer is None:
                continue  # its invoice came before it; the next sync has both
            external_id = f"freshbooks-{self._rules.account}-{customer_id}"
            draft = CustomerDraft(external_id, customer.name, customer.email)
            self._stores.outbox.add(
                NewIntent(
                    key=key,
                    subject=customer.name,
                    target=external_id,
                    body=self._platform.render_customer(draft),
                    state=PostingState.APPROVED,
                    reason="It has an open invoice.",
                )
            )

    def propose_invoices(self, missing: list[Invoice]) -> None:
        """Intents for the invoices whose customer the platform has by now."""
        for invoice in missing:
            customer = self._stores.outbox.find(self._customer_key(invoice.customer_id))
            if customer is None or customer.remote_id is None:
                continue
            key = copy_key(self._rules, invoice.id)
            known = self._stores.outbox.find(key)
            itemised = True
            if known is not None and known.state is PostingState.REFUSED:
                # The platform may take no negative line: once more, as one line of the sum.
                key, itemised = copy_key(self._rules, invoice.id, 2), False
                known = self._stores.outbox.find(key)
            new = self._copy(key, invoice, customer.remote_id, itemised=itemised)
            if known is None:
                self._stores.outbox.add(new)
            elif (
                known.state is PostingState.APPROVED
                and not known.attempts
                and known.body != new.body
            ):
                self._stores.outbox.refresh_unsent(known, new)

    def _copy(
        self, key: IntentKey, invoice: Invoice, customer: str, *, itemised: bool
    ) -> NewIntent:
        lines = compose_copy(invoice, key.marker, itemised=itemised)
        draft = CopyDraft(
            PlatformCustomerId(customer), invoice.number, self._due_on(invoice), lines
        )
        return NewIntent(
            key=key,
            subject=f"Invoice {invoice.number}",
            target=customer,
            body=self._platform.render_invoice(draft),
            state=PostingState.APPROVED,
            reason="It is open in the books.",
            amount=invoice.outstanding,
            on_date=draft.due_on,
        )

    def _due_on(self, invoice: Invoice) -> date:
        today = day_in(self._clock.now(), self._rules.timezone)
        return invoice.due_on or max(invoice.create_on, today)

    def _customer_key(self, customer_id: CustomerId) -> IntentKey:
        return IntentKey(
            self._rules.account,
            WriteKind.PLATFORM_CUSTOMER,
            f"freshbooks:{customer_id}",
            str(customer_id),
        )
