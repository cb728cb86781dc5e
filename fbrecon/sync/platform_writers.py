"""How the writes to the platform look, send and read back; and all writers together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from fbrecon.domain.documents import (
    CopyState,
    PlatformInvoice,
    PlatformPayment,
    PlatformState,
    Visibility,
)
from fbrecon.domain.ids import CustomerId, InvoiceId, PlatformCustomerId, PlatformInvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.matching.customers import agree
from fbrecon.domain.posting import SETTLED, PostingState, WriteKind, WriteOutcome
from fbrecon.domain.upkeep import is_under_way
from fbrecon.errors import NotFound
from fbrecon.platforms.port import Platform
from fbrecon.sync.closed_periods import InOpenPeriods
from fbrecon.sync.copy_facts import recorded_payments
from fbrecon.sync.entry_writer import EntryWriter
from fbrecon.sync.expense_writer import ExpenseRemovalWriter, ExpenseWriter
from fbrecon.sync.ports import Books
from fbrecon.sync.preflights import Preflights
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.removing import RemovalWriter
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import (
    UNREAD,
    Confirmation,
    LedgerAccountWriter,
    Look,
    PaymentWriter,
    Sight,
    Writer,
)

_SKEW = timedelta(days=1)  # the platform's clock and ours may differ


class PlatformCustomerWriter:
    """Customers on the platform, where `external_id` is unique."""

    def __init__(self, platform: Platform, stores: Stores) -> None:
        self._platform = platform
        self._stores = stores
        self._by_copies: dict[int, set[PlatformCustomerId]] | None = None

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """First the list this run has read, and once something was sent, the platform itself.

        A customer whom others put there is known by the copies of their invoices.
        """
        if intent.attempts:
            for page in self._platform.iter_customers(cancel):
                with self._stores.write():
                    self._stores.platform.save_customers(page.records)
        for customer in self._stores.platform.list_customers():
            if customer.external_id == intent.target and not customer.archived:
                return Look(Sight.FOUND, "The platform has this customer already.", customer.id)
        theirs = self._known_by_copies(int(intent.key.leg))
        if theirs is not None and not intent.attempts:
            text = "The platform has this customer's invoices already, under a customer of its own."
            return Look(Sight.FOUND, text, theirs)
        return Look(Sight.CLEAR, "The platform does not have this customer yet.")

    def _known_by_copies(self, customer_id: int) -> PlatformCustomerId | None:
        """The one live customer there whom all copies made by others say that this one is."""
        if self._by_copies is None:
            self._by_copies = self._read_copies()
        found = self._by_copies.get(customer_id, set())
        if len(found) != 1 or sum(found <= others for others in self._by_copies.values()) != 1:
            return None
        (theirs,) = found
        known = {c.id: c for c in self._stores.platform.list_customers()}.get(theirs)
        mine = self._stores.books.find_customer(CustomerId(customer_id))
        if known is None or known.archived or mine is None or not agree(known, "", mine):
            return None
        return theirs

    def _read_copies(self) -> dict[int, set[PlatformCustomerId]]:
        payers = {i.id: i.customer_id for i in self._stores.platform.list_invoices()}
        found: dict[int, set[PlatformCustomerId]] = {}
        for copy in self._stores.platform.list_copies():
            invoice = self._stores.books.find_invoice(copy.invoice_id, lines=False)
            if not copy.ours and invoice is not None and copy.platform_invoice_id in payers:
                payer = payers[copy.platform_invoice_id]
                found.setdefault(int(invoice.customer_id), set()).add(payer)
        return found

    def send(self, intent: Intent) -> WriteOutcome:
        """Create it once."""
        return self._platform.send_customer(intent.body)

    def service_time(self) -> datetime | None:
        """The platform's time by its last answer."""
        return self._platform.service_time()

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """The platform's answer carried the id; the next list shows the customer."""
        cancel.raise_if_cancelled()
        return Confirmation(True, f"The platform calls it {intent.remote_id}.")


class PlatformInvoiceWriter:
    """Copies of invoices on the platform, recognised by the marker in their first line."""

    def __init__(self, platform: Platform, stores: Stores, books: Books | None = None) -> None:
        self._platform = platform
        self._stores = stores
        self._books = books

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """First the list this run has read, and once something was sent, the platform itself."""
        customer_id = PlatformCustomerId(intent.target)
        unread = self._read_again(intent, customer_id, cancel) if intent.attempts else False
        for copy in self._stores.platform.list_invoices(customer_id):
            if any(intent.marker in text for text in copy.descriptions):
                if copy.state is CopyState.ARCHIVED and "archived" in intent.waived:
                    continue
                if copy.state is CopyState.ARCHIVED:
                    text = f"Its copy {copy.id} was archived on the platform."
                    return Look(Sight.ASK, text, hold="archived")
                if copy.total != intent.amount:
                    return Look(Sight.FOUND_DIFFERENT, f"The copy is over {copy.total}.", copy.id)
                return Look(Sight.FOUND, "The platform has this copy already.", copy.id)
        if unread and UNREAD not in intent.waived:
            text = "The platform shows an invoice of this customer that cannot be read."
            return Look(Sight.UNCLEAR, text, hold=UNREAD)
        if intent.state is not PostingState.UNCERTAIN and not self._is_still_owed(intent):
            return Look(Sight.LATER, "It is no longer open in FreshBooks as it was read.")
        return Look(Sight.CLEAR, "The platform has no copy of this invoice.")

    def _is_still_owed(self, intent: Intent) -> bool:
        """Whether the invoice stands in the books as it is about to be put there.

        A deletion does not show among the changes, so the copy here may be a day older than that.
        """
        if self._books is None:
            return True
        invoice = self._books.find_invoice(InvoiceId(int(intent.key.leg)))
        if invoice is None:
            return False
        with self._stores.write():
            self._stores.books.save_invoices([invoice])
        # What was sent once keeps its body: it goes as it was and is replaced afterwards.
        as_written = bool(intent.attempts) or invoice.outstanding == intent.amount
        return invoice.is_collectable and as_written

    def _read_again(
        self, intent: Intent, customer_id: PlatformCustomerId, cancel: CancelToken
    ) -> bool:
        """Read the customer's invoices, those that came without lines one by one.

        True where one stays that may be the copy: it is odd, or new and shows no lines.
        """
        unread = False
        known = {i.remote_id for i in self._stores.outbox.list_intents([intent.kind])}
        for page in self._platform.iter_invoices(cancel, customer_id=customer_id):
            unread = unread or bool(page.odd)
            records = []
            for copy in page.records:
                is_new = copy.created_at is None or copy.created_at > intent.created_at - _SKEW
                if not copy.descriptions and copy.id not in known and is_new:
                    whole = self._platform.find_invoice(copy.id) or copy
                    unread = unread or not whole.descriptions
                    records.append(whole)
                else:
                    records.append(copy)
            with self._stores.write():
                self._stores.platform.save_invoices(records)
        return unread

    def send(self, intent: Intent) -> WriteOutcome:
        """Create it once."""
        return self._platform.send_invoice(intent.body)

    def service_time(self) -> datetime | None:
        """The platform's time by its last answer."""
        return self._platform.service_time()

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read the copy back."""
        cancel.raise_if_cancelled()
        assert intent.remote_id is not None
        copy = self._platform.find_invoice(PlatformInvoiceId(intent.remote_id))
        if copy is None:
            return Confirmation(False, f"The platform does not know invoice {intent.remote_id}.")
        with self._stores.write():
            self._stores.platform.save_invoices([copy])
        if copy.total != intent.amount:
            return Confirmation(False, f"The copy is over {copy.total}, not {intent.amount}.")
        return Confirmation(True, f"Read back: copy {copy.id} over {copy.total}.")


class ArchiveWriter:
    """Archives a copy that we made, never while a payment on it is under way."""

    def __init__(self, platform: Platform, stores: Stores, books: Books | None = None) -> None:
        self._platform = platform
        self._stores = stores
        self._books = books

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """The copy and its payments as they stand now, on the platform and in the books."""
        copy_id = PlatformInvoiceId(intent.target)
        copy = self._platform.find_invoice(copy_id)
        if copy is None or copy.state is CopyState.ARCHIVED:
            self._remember(copy, copy_id)
            return Look(Sight.FOUND, "It is archived on the platform.", copy_id)
        payments = self._read_payments(copy_id, cancel)
        if is_under_way(payments, recorded_payments(self._stores)):
            return Look(Sight.LATER, "A payment on it is under way.")
        if not self._are_still_recorded(payments):
            return Look(Sight.LATER, "A payment on it is no longer in FreshBooks.")
        return Look(Sight.CLEAR, "No payment on it is under way.")

    def _are_still_recorded(self, payments: list[PlatformPayment]) -> bool:
        """Whether the books still have what was collected on it: the copy here may be older.

        A payment that was deleted there has reopened the invoice, and is no reason to ask for its
        money a second time.
        """
        collected = {p.id for p in payments if p.state is PlatformState.SUCCEEDED}
        if self._books is None or not collected:
            return True
        matches = self._stores.decisions.matches()
        records = {str(m.book_payment_id) for m in matches if m.payment_id in collected}
        for intent in self._stores.outbox.list_intents([WriteKind.PAYMENT], SETTLED):
            if intent.source_id in collected and intent.remote_id:
                records.add(intent.remote_id)
        for record in sorted(records):
            found = self._books.find_payment(record)
            if found is not None:
                with self._stores.write():
                    self._stores.books.save_payments([found])
            if found is None or found.visibility is Visibility.DELETED:
                return False
        return True

    def send(self, intent: Intent) -> WriteOutcome:
        """Archive it once."""
        return self._platform.archive_invoice(PlatformInvoiceId(intent.target))

    def service_time(self) -> datetime | None:
        """The platform's time by its last answer."""
        return self._platform.service_time()

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read the copy back, and its payments once more: one may have come in meanwhile."""
        cancel.raise_if_cancelled()
        copy_id = PlatformInvoiceId(intent.target)
        copy = self._platform.find_invoice(copy_id)
        self._remember(copy, copy_id)
        if copy is not None and copy.state is not CopyState.ARCHIVED:
            return Confirmation(False, "It is not archived.")
        with suppress(NotFound):  # what is archived may be out of reach altogether
            self._read_payments(copy_id, cancel)
        return Confirmation(True, "Read back: it is archived.")

    def _read_payments(
        self, copy_id: PlatformInvoiceId, cancel: CancelToken
    ) -> list[PlatformPayment]:
        payments = self._platform.list_payments_of_invoice(copy_id, cancel)
        with self._stores.write():
            self._stores.platform.save_payments(payments)
            self._stores.platform.link_payments(copy_id, [payment.id for payment in payments])
        return payments

    def _remember(self, copy: PlatformInvoice | None, copy_id: PlatformInvoiceId) -> None:
        """Keep the copy as it stands now; one that is shown no more is archived."""
        found = [copy] if copy is not None else []
        if copy is None:
            mirrored = self._stores.platform.list_invoices()
            found = [replace(i, state=CopyState.ARCHIVED) for i in mirrored if i.id == copy_id]
        with self._stores.write():
            self._stores.platform.save_invoices(found)


def writers_for(
    books: Books | None,
    platform: Platform | None,
    stores: Stores,
    reads: Preflights | None = None,
) -> dict[WriteKind, Writer]:
    """The writers for the services that are connected; `reads` runs ahead of the payments'."""
    writers: dict[WriteKind, Writer] = {}
    if books is not None:
        dated: dict[WriteKind, Writer] = {
            WriteKind.PAYMENT: PaymentWriter(books, stores, reads),
            WriteKind.PAYMENT_REMOVAL: RemovalWriter(books, stores),
        }
        writers[WriteKind.LEDGER_ACCOUNT] = LedgerAccountWriter(books)
        if books.ledger is not None:
            dated[WriteKind.JOURNAL_ENTRY] = EntryWriter(books, books.ledger, stores)
            dated[WriteKind.EXPENSE] = ExpenseWriter(books, books.ledger, stores)
            dated[WriteKind.EXPENSE_REMOVAL] = ExpenseRemovalWriter(books, books.ledger, stores)
        writers |= {kind: InOpenPeriods(writer, stores) for kind, writer in dated.items()}
    if platform is not None:
        writers[WriteKind.PLATFORM_CUSTOMER] = PlatformCustomerWriter(platform, stores)
        writers[WriteKind.PLATFORM_INVOICE] = PlatformInvoiceWriter(platform, stores, books)
        writers[WriteKind.ARCHIVE_COPY] = ArchiveWriter(platform, stores, books)
    return writers
