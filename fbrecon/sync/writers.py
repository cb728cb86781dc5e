"""How each kind of write looks before it sends, sends, and reads back.

`look` answers before the first send and before every other one, and settles what is uncertain: is
the record there already, is the way clear, or must a person be asked? `confirm` compares what
arrived with what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from fbrecon.domain.documents import (
    BookPayment,
    Invoice,
    InvoiceStatus,
    PlatformState,
    Visibility,
)
from fbrecon.domain.ids import (
    InvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.intents import Intent
from fbrecon.domain.matching.payments import Claim, find_cut, find_lookalikes
from fbrecon.domain.money import Money, total
from fbrecon.domain.posting import WriteOutcome, list_markers
from fbrecon.sync.copies import GENERATIONS
from fbrecon.sync.notes import find_payment_id
from fbrecon.sync.ports import Books
from fbrecon.sync.preflights import Preflights
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.stores import Stores

# Our own records: deleted in the books, or there more than once. No yes waives either.
DELETED_RECORD, DOUBLED = "deleted record", "doubled"
# What a reading could not make clear, and a person may say yes to after looking there. That is to
# the send that follows; what becomes of that one is not settled by it.
_RESTRICTED, _UNWITNESSED, UNREAD = "restricted", "unwitnessed", "unread"
DOUBTS = frozenset({_RESTRICTED, _UNWITNESSED, UNREAD})
# What a payment is held for that may settle itself in the books or on the platform.
STATE, _CURRENCY, _DELETED, _SHORT = "state", "currency", "deleted", "short"
_ARCHIVED, _DRAFT, ALIKE = "archived", "draft", "alike:"
SETTLED_BY_ITSELF = frozenset({STATE, _CURRENCY, _DELETED, _SHORT, _ARCHIVED, _DRAFT})


class Sight(StrEnum):
    """What a look before sending saw."""

    CLEAR = "clear"
    FOUND = "found"
    FOUND_DIFFERENT = "found_different"
    ASK = "ask"
    LATER = "later"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Look:
    """A sight, its sentence for the receipt, and the record's id where one was found.

    `hold` names what a person would have to look at, so that a yes to it is remembered.
    """

    sight: Sight
    text: str
    remote_id: str = ""
    hold: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Whether what is there equals what was written; None where it could not be read."""

    equal: bool | None
    text: str


class Writer(Protocol):
    """One kind of write."""

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """Read the service before a send, or to settle an uncertain one."""
        ...

    def send(self, intent: Intent) -> WriteOutcome:
        """Send the frozen body once; never raises."""
        ...

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read back what was written."""
        ...

    def service_time(self) -> datetime | None:
        """What time it was at the service when it last answered; None before it did."""
        ...


class PaymentWriter:
    """Payments into the books."""

    def __init__(self, books: Books, stores: Stores, reads: Preflights | None = None) -> None:
        self._books = books
        self._stores = stores
        self._reads = reads or Preflights(books)

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """The invoice as it stands now, and all its payments."""
        read = self._reads.take(intent, cancel)
        invoice, scan = read.invoice, read.scan
        if invoice is None:
            return Look(Sight.ASK, "The invoice is not in FreshBooks any more.")
        with self._stores.write():
            self._stores.books.save_invoices([invoice])
            self._stores.books.save_payments(scan.payments)
        marked = [p for p in scan.payments if intent.marker in p.note]
        marked = marked or self._moved_away(intent)
        live = [p for p in marked if p.visibility is not Visibility.DELETED]
        if len(live) > 1:
            ids = ", ".join(str(p.id) for p in live)
            text = f"FreshBooks has it {len(live)} times: payments {ids}."
            return Look(Sight.ASK, text, hold=DOUBLED)
        if live:
            return self._compare(intent, live[0])
        if marked:
            text = f"It was recorded as payment {marked[0].id} and deleted in FreshBooks."
            return Look(Sight.ASK, text, hold=DELETED_RECORD)
        if (other := _recorded_otherwise(intent, scan.payments)) is not None:
            text = f"FreshBooks has it as payment {other.id}, recorded another time."
            return Look(Sight.ASK, text)
        if not scan.complete and _RESTRICTED not in intent.waived:
            return Look(
                Sight.UNCLEAR,
                "FreshBooks counts more payments on the invoice than it shows.",
                hold=_RESTRICTED,
            )
        return self.guard(intent, invoice, scan.payments)

    def _moved_away(self, intent: Intent) -> list[BookPayment]:
        """Our record where a person has put it on another invoice, as it stands there now."""
        found = [
            self._books.find_payment(str(known.id))
            for known in self._stores.books.list_payments_with(intent.marker)
            if str(known.invoice_id) != intent.key.leg
        ]
        there = [p for p in found if p is not None and intent.marker in p.note]
        with self._stores.write():
            self._stores.books.save_payments(there)
        return there

    def guard(self, intent: Intent, invoice: Invoice, payments: tuple[BookPayment, ...]) -> Look:
        """What FreshBooks would accept in silence and nobody wants."""
        amount = _amount(intent)
        live = [p for p in payments if p.visibility is not Visibility.DELETED]
        payment = self._stores.platform.find_payment(PlatformPaymentId(intent.source_id))
        if payment is not None and payment.state is not PlatformState.SUCCEEDED:
            word = payment.state.value.replace("_", " ")
            return Look(Sight.ASK, f"The platform now calls it {word}.", hold=STATE)
        witnessed = not intent.attempts or _UNWITNESSED in intent.waived
        if not witnessed and not is_witnessed(invoice, live):
            # A payment that the list does not show yet has already lowered what is outstanding.
            return Look(
                Sight.UNCLEAR,
                f"The invoice says {invoice.paid} is paid; its payments say otherwise.",
                hold=_UNWITNESSED,
            )
        if invoice.outstanding.currency != amount.currency:
            return Look(
                Sight.ASK,
                f"The invoice is in {invoice.outstanding.currency}, not {amount}.",
                hold=_CURRENCY,
            )
        if invoice.visibility is Visibility.DELETED:
            return Look(Sight.ASK, "The invoice is deleted in FreshBooks.", hold=_DELETED)
        if invoice.outstanding < amount:
            return Look(
                Sight.ASK,
                f"Only {invoice.outstanding} is outstanding; FreshBooks would turn the rest of "
                f"{amount} into credit.",
                hold=_SHORT,
            )
        for look in self._questions(intent, invoice, live):
            if look.hold not in intent.waived:
                return look
        return Look(
            Sight.CLEAR,
            f"Read before sending: 1 payment on the invoice, {invoice.outstanding} outstanding, "
            "none with this marker."
            if len(live) == 1
            else f"Read before sending: {len(live)} payments on the invoice, {invoice.outstanding} "
            "outstanding, none with this marker.",
        )

    def _questions(
        self, intent: Intent, invoice: Invoice, live: list[BookPayment]
    ) -> Iterator[Look]:
        """What a person may say yes to all the same."""
        amount = _amount(intent)
        if invoice.visibility is Visibility.ARCHIVED:
            yield Look(Sight.ASK, "The invoice is archived in FreshBooks.", hold=_ARCHIVED)
        if invoice.status is InvoiceStatus.DRAFT:
            yield Look(Sight.ASK, "The invoice is still a draft in FreshBooks.", hold=_DRAFT)
        assert intent.on_date is not None
        payment_id = PlatformPaymentId(intent.source_id)
        claim = Claim(payment_id, invoice.id, amount, intent.on_date, (), adoptable=False)
        alikes = find_lookalikes(claim, live) + find_cut(claim, live)
        # All matches are read only where there is something to compare them with.
        matches = self._stores.decisions.matches() if alikes else []
        # What was matched with this very payment is no other money: its marker may be gone.
        taken = {m.book_payment_id for m in matches if m.payment_id != payment_id}
        for alike in alikes:
            if alike.id in taken:
                continue
            of = f"{amount}"
            if alike.amount != amount:
                of = f"{alike.amount}, whose rest became a credit,"
            yield Look(
                Sight.ASK,
                f"FreshBooks already has payment {alike.id} of {of} on this invoice, dated "
                f"{alike.paid_on.isoformat()}: is it the same money?",
                str(alike.id),
                hold=f"{ALIKE}{alike.id}",
            )

    def _compare(self, intent: Intent, found: BookPayment) -> Look:
        problem = _difference(intent, found)
        if problem:
            return Look(Sight.FOUND_DIFFERENT, problem, str(found.id))
        return Look(
            Sight.FOUND, f"FreshBooks has it as payment {found.id}, with its marker.", str(found.id)
        )

    def send(self, intent: Intent) -> WriteOutcome:
        """Send the payment once."""
        return self._books.send_payment(intent.body)

    def service_time(self) -> datetime | None:
        """FreshBooks' time by its last answer."""
        return self._books.service_time()

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read the payment back, and the invoice for the mirror."""
        cancel.raise_if_cancelled()
        assert intent.remote_id is not None
        found = self._reads.find_payment(intent.remote_id)
        if found is None:
            return Confirmation(False, f"FreshBooks does not know payment {intent.remote_id}.")
        invoice = self._reads.find_invoice(InvoiceId(int(intent.key.leg)))
        with self._stores.write():
            self._stores.books.save_payments([found])
            if invoice is not None:
                self._stores.books.save_invoices([invoice])
        if found.visibility is Visibility.DELETED:
            return Confirmation(False, f"Payment {found.id} was deleted in FreshBooks.")
        problem = _difference(intent, found)
        if problem:
            return Confirmation(False, problem)
        return Confirmation(True, f"Read back: payment {found.id}, {found.amount}, as written.")


class LedgerAccountWriter:
    """New ledger accounts in the books. A name is used once, so an equal name is the account."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """The chart of accounts as it stands now."""
        cancel.raise_if_cancelled()
        wanted = intent.subject.casefold()
        for account in self._books.read_ledger_accounts().records:
            if account.name.casefold() == wanted:
                return Look(Sight.FOUND, f"FreshBooks has an account “{account.name}”.", account.id)
        return Look(Sight.CLEAR, f"FreshBooks has no account “{intent.subject}”.")

    def send(self, intent: Intent) -> WriteOutcome:
        """Create it once."""
        return self._books.send_ledger_account(intent.body)

    def service_time(self) -> datetime | None:
        """FreshBooks' time by its last answer."""
        return self._books.service_time()

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read the chart of accounts again."""
        look = self.look(intent, cancel)
        equal = look.sight is Sight.FOUND and look.remote_id == intent.remote_id
        return Confirmation(equal, look.text)


def _recorded_otherwise(intent: Intent, payments: Iterable[BookPayment]) -> BookPayment | None:
    """A live record of the same payment under the marker of another time that it was recorded."""
    markers = {replace(intent.key, generation=number).marker for number in GENERATIONS}
    for payment in payments:
        live = payment.visibility is not Visibility.DELETED
        ours = set(list_markers(payment.note))
        # Or as that of another platform: from a file that did not say whose payments it has.
        named = bool(ours) and find_payment_id(payment.note) == intent.source_id
        if live and (named or not markers.isdisjoint(ours)):
            return payment
    return None


def _amount(intent: Intent) -> Money:
    assert intent.amount is not None
    return intent.amount


def is_witnessed(invoice: Invoice, live: list[BookPayment]) -> bool:
    """Whether the invoice's own figure agrees with the payments that the list shows."""
    currency = invoice.paid.currency
    if any(payment.amount.currency != currency for payment in live):
        return False
    return total((payment.amount for payment in live), currency) == invoice.paid


def _difference(intent: Intent, found: BookPayment) -> str:
    """How the recorded payment differs from what was written, as a sentence; "" if it does not."""
    if found.amount != intent.amount:
        return f"FreshBooks recorded {found.amount} instead of {intent.amount}."
    if found.invoice_id != int(intent.key.leg):
        return f"It stands on invoice {found.invoice_id}, not on {intent.key.leg}."
    if intent.on_date is not None and found.paid_on != intent.on_date:
        return f"It is dated {found.paid_on.isoformat()}, not {intent.on_date.isoformat()}."
    return ""
