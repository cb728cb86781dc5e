"""The story of one record: what happened to it on both sides, at the bank and here.

Everything comes from the company file: the mirrored records, the outbox and the activity log.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from fbrecon.app import public_ids
from fbrecon.app.company import Company
from fbrecon.app.payout_currencies import currencies_of_few
from fbrecon.app.payouts import payout_row
from fbrecon.app.story_sides import (
    compare_customer,
    compare_invoice,
    compare_payment,
    compare_payout,
)
from fbrecon.clock import day_in
from fbrecon.domain.activity import PLATFORM_WRITES
from fbrecon.domain.documents import Payout, PlatformState
from fbrecon.domain.ids import BookPaymentId, DepositId, InvoiceId, PayoutId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.overview import PaymentRow
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.stories import Happening, Link, Side, Story, in_order
from fbrecon.errors import NotFound, WrongUsage

Seen = Mapping[PayoutId, tuple[str, ...]]

_MOST = 50  # invoices and payments in the story of a customer
_ABOUT_INVOICE = (
    WriteKind.PLATFORM_INVOICE,
    WriteKind.ARCHIVE_COPY,
    WriteKind.PAYMENT,
    WriteKind.PAYMENT_REMOVAL,
)
_OF_PAYOUT = (WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE, WriteKind.EXPENSE_REMOVAL)
_DECIDED_HERE = (
    PostingState.PROPOSED,
    PostingState.APPROVED,
    PostingState.HELD,
    PostingState.DROPPED,
)
_ONCE_COLLECTED = (
    PlatformState.RETURNED,
    PlatformState.DISPUTED,
    PlatformState.REFUNDED,
    PlatformState.REFUNDED_PART,
)
_NEVER_COLLECTED = (PlatformState.FAILED, PlatformState.CANCELLED)


class Storyteller:
    """Tells the stories of one company. `seen` are the bank lines that show each payout."""

    def __init__(self, company: Company, seen: Seen) -> None:
        self._company = company
        self._stores = company.stores
        self._zone = company.business.timezone
        self._platform = company.doors.platform_name()
        self._seen = seen

    def tell(self, public_id: str) -> Story:
        """The story of an invoice, customer, payment, payout or bank line.

        Raises `NotFound`, and `WrongUsage` for an id of another kind.
        """
        kind, rest = public_ids.split(public_id)
        if kind == "inv":
            return self._invoice(public_id, public_ids.number(public_id, "inv"))
        if kind == "cus":
            return self._customer(public_id, public_ids.number(public_id, "cus"))
        if kind == "pay":
            return self._payment(public_id)
        if kind == "out":
            return self._payout(public_id, PayoutId(rest))
        if kind == "line":
            return self._bank_line(public_id, DepositId(rest))
        raise WrongUsage(
            "That kind of record has no history of its own",
            f"{public_id} is no invoice, customer, payment, payout or bank line.",
            "For a write, see “fbrecon receipt act_…”.",
        )

    # ---- one of each kind

    def _invoice(self, public_id: str, number: int) -> Story:
        invoice = self._stores.books.find_invoice(InvoiceId(number))
        rows = self._stores.listing.invoice_rows([number])
        if invoice is None or not rows:
            raise _not_here(public_id)
        payments = self._stores.payments.rows_of_invoice(self._platform, self._zone, number)
        intents = self._stores.outbox.list_intents(_ABOUT_INVOICE, leg=str(number))
        found = [
            Happening(
                invoice.create_on,
                Side.FRESHBOOKS,
                "invoice",
                "made",
                amount=invoice.total,
                about=invoice.number,
            ),
            *self._writes(intents),
            *(one for row in payments for one in self._of_payment(row)),
        ]
        if invoice.due_on is not None:
            found.append(Happening(invoice.due_on, Side.FRESHBOOKS, "invoice", "due"))
        return Story(
            public_id,
            compare_invoice(self._company, rows[0]),
            in_order(found),
            self._links(invoice=invoice.id, about=invoice.number),
        )

    def _customer(self, public_id: str, number: int) -> Story:
        rows = self._stores.customers.rows([number])
        if not rows:
            raise _not_here(public_id)
        kinds = [WriteKind.PLATFORM_CUSTOMER]
        found = list(self._writes(self._stores.outbox.list_intents(kinds, leg=str(number))))
        for invoice in self._stores.listing.rows_of_customer(number, _MOST):
            made = Happening(
                invoice.create_on,
                Side.FRESHBOOKS,
                "invoice",
                "made",
                amount=invoice.total,
                about=invoice.number,
                item=invoice.id,
            )
            found.append(made)
        payments = self._stores.payments.rows_of_customer(self._platform, self._zone, number, _MOST)
        found += [one for row in payments for one in self._of_payment(row, alone=True)]
        books = self._company.find_books()
        link = "" if books is None else books.customer_link(number)
        links = (Link(Side.FRESHBOOKS, "customer", link),) if link else ()
        return Story(public_id, compare_customer(rows[0]), in_order(found), links)

    def _payment(self, public_id: str) -> Story:
        rows = self._stores.payments.rows(self._platform, self._zone, [public_id])
        if not rows:
            raise _not_here(public_id)
        row = rows[0]
        found = list(self._of_payment(row))
        if row.platform_payment_id is not None:
            found += self._writes(self._intents_of(row.platform_payment_id))
        invoice = row.invoice_freshbooks_id
        links = (
            ()
            if invoice is None
            else self._links(invoice=InvoiceId(int(invoice)), about=row.invoice_number or "")
        )
        return Story(public_id, compare_payment(self._company, row), in_order(found), links)

    def _payout(self, public_id: str, payout_id: PayoutId) -> Story:
        payouts = self._stores.platform.find_payouts([payout_id])
        if not payouts:
            raise _not_here(public_id)
        payout = payouts[0]
        intents = [
            intent
            for intent in self._stores.outbox.list_intents(_OF_PAYOUT)
            if payout_id in (intent.target, intent.source_id)
        ]
        row = payout_row(payout, currencies_of_few(self._company, payouts).get(payout_id))
        found = [*self._of_payout(payout), *self._writes(intents)]
        return Story(
            public_id,
            compare_payout(row, intents),
            in_order(found),
            tuple(self._expenses(intents)),
        )

    def _bank_line(self, public_id: str, line_id: DepositId) -> Story:
        lines = self._stores.files.find_deposits([line_id])
        if not lines:
            raise _not_here(public_id)
        line = lines[0]
        found = [
            Happening(
                line.on, Side.BANK, "bank_line", "seen", amount=line.amount, about=line.description
            )
        ]
        found += [
            Happening(
                self._day(entry.at),
                Side.HERE,
                "match",
                "decided",
                entry.at,
                why=entry.deed.why,
                who=entry.actor.who.value,
            )
            for entry in self._stores.activity.list_of_item(public_id)
        ]
        shown = [payout_id for payout_id, lines in self._seen.items() if line_id in lines]
        for payout in self._stores.platform.find_payouts(shown):
            found += [one for one in self._of_payout(payout) if one.where is not Side.BANK]
        return Story(public_id, (), in_order(found))

    # ---- what happened to whom

    def _of_payment(self, row: PaymentRow, *, alone: bool = False) -> Iterator[Happening]:
        """A payment from both sides, and, unless `alone`, the payouts that it is in."""
        about, amount = row.invoice_number or "", row.amount
        if row.platform_payment_id is None:
            yield Happening(
                row.paid_on,
                Side.FRESHBOOKS,
                "payment",
                "recorded",
                amount=amount,
                about=about,
                why=row.reason,
                item=row.id,
            )
            return
        payment_id = PlatformPaymentId(row.platform_payment_id)
        payment = self._stores.platform.find_payment(payment_id)
        if payment is None:
            return
        state = payment.state
        first = "collected" if state in _ONCE_COLLECTED else state.value
        first = {"succeeded": "collected", "pending": "under_way"}.get(first, first)
        yield Happening(
            self._day(payment.created_at),
            Side.PLATFORM,
            "payment",
            first,
            payment.created_at,
            amount,
            about,
            item=row.id,
        )
        if state in _ONCE_COLLECTED:
            # Neither the platform nor a file tells the day on which it came back.
            yield Happening(None, Side.PLATFORM, "payment", state.value, item=row.id)
        if alone:
            return
        if row.state == "matched" and row.freshbooks_payment_id is not None:
            book = self._stores.books.find_payment(BookPaymentId(int(row.freshbooks_payment_id)))
            if book is not None:
                yield Happening(
                    book.paid_on,
                    Side.FRESHBOOKS,
                    "payment",
                    "recorded",
                    amount=book.amount,
                    about=about,
                    why=row.reason,
                )
        if state not in _NEVER_COLLECTED:
            for payout in self._stores.platform.list_payouts_of(payment_id):
                yield from self._of_payout(payout)

    def _of_payout(self, payout: Payout) -> Iterator[Happening]:
        item = f"out_{payout.id}"
        currency = currencies_of_few(self._company, [payout]).get(payout.id)
        net = payout_row(payout, currency).net
        yield Happening(
            self._day(payout.created_at),
            Side.PLATFORM,
            "payout",
            "made",
            payout.created_at,
            net,
            payout.id,
            item=item,
        )
        if payout.arrival_on is not None or payout.state.value in ("failed", "cancelled"):
            yield Happening(
                payout.arrival_on,
                Side.PLATFORM,
                "payout",
                payout.state.value,
                amount=net,
                about=payout.id,
                item=item,
            )
        for line in self._stores.files.find_deposits(
            [DepositId(line_id) for line_id in self._seen.get(payout.id, ())]
        ):
            yield Happening(
                line.on,
                Side.BANK,
                "bank_line",
                "seen",
                amount=line.amount,
                about=line.description,
                item=f"line_{line.id}",
            )

    def _writes(self, intents: Iterable[Intent]) -> Iterator[Happening]:
        """What became of each write, step by step; that it was on its way is no step."""
        for intent in intents:
            item = f"act_{intent.row}"
            for entry in self._stores.activity.list_of_item(item):
                after = entry.deed.after
                if after == PostingState.SENDING or after == entry.deed.before:
                    continue
                there = Side.PLATFORM if intent.kind in PLATFORM_WRITES else Side.FRESHBOOKS
                yield Happening(
                    self._day(entry.at),
                    Side.HERE if after in _DECIDED_HERE else there,
                    intent.kind.value,
                    after,
                    entry.at,
                    intent.amount,
                    intent.remote_id or "",
                    entry.deed.why,
                    entry.actor.who.value,
                    item,
                )

    def _intents_of(self, payment_id: str) -> list[Intent]:
        payment = self._stores.platform.find_payment(PlatformPaymentId(payment_id))
        source = (payment.source if payment is not None else "") or self._platform
        found = self._stores.outbox.list_of_source(f"{source}:{payment_id}")
        return [i for i in found if i.kind in (WriteKind.PAYMENT, WriteKind.PAYMENT_REMOVAL)]

    def _expenses(self, intents: Sequence[Intent]) -> Iterator[Link]:
        books = self._company.find_books()
        for intent in intents:
            if intent.kind is WriteKind.EXPENSE and intent.remote_id and books is not None:
                link = books.expense_link(intent.remote_id)
                yield Link(Side.FRESHBOOKS, "expense", link, intent.remote_id)

    def _links(self, *, invoice: InvoiceId, about: str) -> tuple[Link, ...]:
        books = self._company.find_books()
        if books is None:
            return ()
        return (Link(Side.FRESHBOOKS, "invoice", books.invoice_link(invoice), about),)

    def _day(self, at: datetime) -> date:
        return day_in(at, self._zone)


def _not_here(public_id: str) -> NotFound:
    return NotFound(
        "That record is not here", f"Nothing is mirrored as {public_id}.", "Sync again."
    )
