"""Open invoices and their customers onto the platform, through the outbox like every write."""

from __future__ import annotations

import itertools
from dataclasses import replace

from fbrecon.domain.documents import CopyState, Invoice
from fbrecon.domain.ids import CustomerId, InvoiceId
from fbrecon.domain.intents import Intent, NewIntent
from fbrecon.domain.posting import SETTLED, IntentKey, PostingState, WriteKind
from fbrecon.domain.rules import WritingRules
from fbrecon.platforms.port import CustomerDraft, Platform
from fbrecon.sync.composing import Composer
from fbrecon.sync.copies import copy_key, external_id, find_copies
from fbrecon.sync.copy_facts import list_busy
from fbrecon.sync.stores import Stores

ARCHIVED = "archived"  # what a person may say yes to: it goes there again
_UNPROVEN = (
    PostingState.SENDING,
    PostingState.UNCERTAIN,
    PostingState.POSTED,
    PostingState.ADOPTED,
)


class Pusher:
    """Proposes what is missing on the platform; the poster sends it."""

    def __init__(
        self, platform: Platform, stores: Stores, rules: WritingRules, composer: Composer
    ) -> None:
        self._platform = platform
        self._stores = stores
        self._rules = rules
        self._composer = composer

    def list_missing(self) -> list[Invoice]:
        """Invoices that may be collected and have no copy on the platform.

        One with a payment on an older copy that the books do not show yet has to wait for it, and
        one whose older copy is being archived until that was read back with its payments.
        """
        busy = list_busy(self._stores, self._rules)
        for intent in self._stores.outbox.list_intents([WriteKind.ARCHIVE_COPY], _UNPROVEN):
            busy.add(InvoiceId(int(intent.key.leg)))
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
            and invoice.id not in busy
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
            known_as = external_id(self._rules, customer_id)
            draft = CustomerDraft(known_as, customer.name, customer.email)
            self._stores.outbox.add(
                NewIntent(
                    key=key,
                    subject=customer.name,
                    target=known_as,
                    body=self._platform.render_customer(draft),
                    state=PostingState.APPROVED,
                    reason="It has an open invoice.",
                )
            )

    def propose_invoices(self, missing: list[Invoice]) -> None:
        """Intents for the invoices whose customer the platform has by now.

        Where somebody else archived the copy, a person is asked whether it goes there again.
        """
        archived = {
            intent.target
            for intent in self._stores.outbox.list_intents([WriteKind.ARCHIVE_COPY], SETTLED)
            if intent.attempts
        }
        self._withdraw({invoice.id for invoice in missing})
        for invoice in missing:
            customer = self._stores.outbox.find(self._customer_key(invoice.customer_id))
            if customer is None or customer.remote_id is None:
                continue
            key, itemised, by_others = self._next_key(invoice.id, archived)
            if self._came_out_different(key, invoice):
                continue  # it would again: the attention item names it
            known = self._stores.outbox.find(key)
            new = self._composer.compose(key, invoice, customer.remote_id, itemised=itemised)
            if by_others and (known is None or known.state is PostingState.PROPOSED):
                self._ask_again(known, new, by_others)
            elif known is None:
                self._stores.outbox.add(new)
            elif known.state is PostingState.PROPOSED:
                self._stores.outbox.move(known, PostingState.APPROVED, new.reason)
            elif (
                known.state is PostingState.APPROVED
                and not known.attempts
                and known.body != new.body
            ):
                self._stores.outbox.refresh_unsent(known, new)

    def _ask_again(self, known: Intent | None, new: NewIntent, copy_id: str) -> None:
        new = replace(new, state=PostingState.PROPOSED)
        if known is None:
            known = self._stores.outbox.add(new)
        elif known.body != new.body:
            known = self._stores.outbox.refresh_unsent(known, new)
        text = f"It is still owed, and its copy {copy_id} was archived there by hand."
        self._stores.outbox.move(known, PostingState.HELD, text, hold=ARCHIVED)

    def _withdraw(self, missing: set[InvoiceId]) -> None:
        """What does not belong there any more is neither sent nor asked about."""
        states = (PostingState.APPROVED, PostingState.HELD)
        for intent in self._stores.outbox.list_intents([WriteKind.PLATFORM_INVOICE], states):
            asked = intent.state is PostingState.HELD
            if asked and intent.attempts:
                continue  # what became of it is still to be told
            if InvoiceId(int(intent.key.leg)) not in missing:
                text = "It is not to be put there as things stand."
                self._stores.outbox.move(intent, PostingState.PROPOSED, text)

    def is_replacement(self, intent: Intent) -> bool:
        """Whether an older copy of the same invoice was there before."""
        invoice_id = InvoiceId(int(intent.key.leg))
        older = (
            self._stores.outbox.find(copy_key(self._rules, invoice_id, generation))
            for generation in range(1, intent.key.generation)
        )
        return any(known is not None and known.remote_id is not None for known in older)

    def _came_out_different(self, key: IntentKey, invoice: Invoice) -> bool:
        """Whether the copy before, of the same sum, did not come out as it was written."""
        before = copy_key(self._rules, invoice.id, key.generation - 1)
        known = self._stores.outbox.find(before)
        return (
            known is not None
            and known.state is PostingState.DISCREPANCY
            and known.amount == invoice.outstanding
        )

    def _next_key(self, invoice_id: InvoiceId, archived: set[str]) -> tuple[IntentKey, bool, str]:
        """The key of the copy to be put there now, whether it is itemised, and the copy before it
        where somebody else archived that ("" where nobody did).

        A generation is spent once its copy was archived. One that was refused is tried once more
        as one line of the sum, since the platform may take no negative line.
        """
        itemised, by_others = True, ""
        for generation in itertools.count(1):
            key = copy_key(self._rules, invoice_id, generation)
            known = self._stores.outbox.find(key)
            if known is None or known.state is PostingState.UNDONE:
                return key, itemised, by_others  # what a person took back stays so
            if known.remote_id in archived:
                itemised, by_others = True, ""
                continue
            if known.remote_id is not None and known.state in SETTLED:
                # An invoice is missing only where each of its copies is archived.
                itemised, by_others = True, known.remote_id
                continue
            if known.state is PostingState.REFUSED and itemised:
                itemised = False
                continue
            return key, itemised, by_others
        raise AssertionError("generations never end")

    def _customer_key(self, customer_id: CustomerId) -> IntentKey:
        return IntentKey(
            self._rules.account,
            WriteKind.PLATFORM_CUSTOMER,
            f"freshbooks:{customer_id}",
            str(customer_id),
        )
