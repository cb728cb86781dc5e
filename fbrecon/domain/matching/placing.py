"""Which invoice a payment is for that only a file tells of, which names no record of the books.

Evidence, in this order: a person's word; a record of ours in the books; the invoice's number as a
whole word; where no number speaks, customer and exact sum together. A sum alone never chooses.
Where two come near, or two payments fit one invoice equally well, nobody is chosen and a person is
asked. Pure; the order of the records decides nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fbrecon.domain.documents import BookPayment, Invoice, PlatformPayment, ToldByFile
from fbrecon.domain.ids import CustomerId, InvoiceId, PlatformPaymentId
from fbrecon.domain.matching.customers import find_agreement
from fbrecon.domain.matching.payments import NEAR_DAYS
from fbrecon.domain.money import Money, MoneyError

MOVED = "moved"  # the hold of what was dropped because its payment is for another invoice
_BEFORE = timedelta(days=NEAR_DAYS)  # an invoice may be dated a little later than it was paid
_MOST_SHOWN = 5
_DIGITS = re.compile(r"\d+", re.ASCII)
_NOTHING = ToldByFile()


@dataclass(frozen=True, slots=True)
class Placing:
    """The invoices that a payment is for, with the reason; none where that cannot be told.

    `doubt` is what speaks against it. `candidates` come near, the nearest first, `others` are how
    many more do. `by_number` says that a number chose, `by_person` that a person did.
    """

    payment_id: PlatformPaymentId
    invoice_ids: tuple[InvoiceId, ...]
    reason: str
    doubt: str = ""
    candidates: tuple[InvoiceId, ...] = ()
    others: int = 0
    by_number: bool = False
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What payments are placed by. Invoices are live ones, without lines.

    `equal` are unmatched payments in the books without a marker of ours. `named` is what persons
    said, `recorded` where our own records stand.
    """

    invoices: Sequence[Invoice]
    emails: Mapping[CustomerId, str]
    equal: Sequence[BookPayment]
    named: Mapping[PlatformPaymentId, InvoiceId]
    recorded: Mapping[PlatformPaymentId, InvoiceId]


def list_number_words(text: str) -> list[str]:
    """The words of a text that may be invoice numbers: those with a digit, as they are compared."""
    words = (word.strip("#.:()[]'\"") for word in re.split(r"[\s,;]+", text.casefold()))
    return list(dict.fromkeys(word for word in words if _DIGITS.search(word)))


def plain_number(word: str) -> str:
    """The one number in a word without its zeros in front; "" where it has none or several."""
    found = _DIGITS.findall(word)
    return (found[0].lstrip("0") or "0") if len(found) == 1 else ""


def place_payments(
    payments: Iterable[PlatformPayment], days: Mapping[PlatformPaymentId, date], by: Surroundings
) -> dict[PlatformPaymentId, Placing]:
    """Where each of these payments belongs; `days` are their days in the business's zone."""
    return _Placer(list(payments), days, by).place()


class _Placer:
    def __init__(
        self,
        payments: Sequence[PlatformPayment],
        days: Mapping[PlatformPaymentId, date],
        by: Surroundings,
    ) -> None:
        self._payments, self._days, self._by = payments, days, by
        self._invoice = {invoice.id: invoice for invoice in by.invoices}
        self._of_number: dict[str, list[Invoice]] = defaultdict(list)
        self._of_plain: dict[str, list[Invoice]] = defaultdict(list)
        self._of_sum: dict[Money, list[Invoice]] = defaultdict(list)
        for invoice in by.invoices:
            if invoice.number:
                self._of_number[invoice.number.strip().casefold()].append(invoice)
                self._of_plain[plain_number(invoice.number)].append(invoice)
            if invoice.outstanding.minor > 0:
                self._of_sum[invoice.outstanding].append(invoice)
        self._equal: dict[Money, list[BookPayment]] = defaultdict(list)
        for payment in by.equal:
            self._equal[payment.amount].append(payment)

    def place(self) -> dict[PlatformPaymentId, Placing]:
        found: dict[PlatformPaymentId, Placing] = {}
        fitting: dict[PlatformPaymentId, list[Invoice]] = {}
        for payment in self._payments:
            placing = self._said(payment) or self._by_number(payment)
            if placing is not None:
                found[payment.id] = placing
            else:
                fitting[payment.id] = self._fitting(payment)
        taken = {id_ for placing in found.values() for id_ in placing.invoice_ids}
        # What a number or a person gave away is on offer to nobody else.
        offers = {
            id_: [invoice for invoice in offer if invoice.id not in taken]
            for id_, offer in fitting.items()
        }
        suitors = Counter(invoice.id for offer in offers.values() for invoice in offer)
        for payment in self._payments:
            if payment.id in offers:
                found[payment.id] = self._choose(payment, offers[payment.id], suitors)
        return found

    # ---- what names an invoice

    def _said(self, payment: PlatformPayment) -> Placing | None:
        named = self._invoice.get(self._by.named.get(payment.id, InvoiceId(0)))
        if named is not None:
            reason = f"A person said that it is for invoice {named.number}."
            return Placing(payment.id, (named.id,), reason, by_person=True)
        recorded = self._by.recorded.get(payment.id)
        if recorded is not None and recorded in self._invoice:
            return Placing(payment.id, (recorded,), "fbrecon recorded it on this invoice before.")
        return None

    def _by_number(self, payment: PlatformPayment) -> Placing | None:
        """By the numbers that the file states; None where none of them is one of the books."""
        chosen: list[Invoice] = []
        for word in list_number_words(_told(payment).invoice_number):
            having = self._of_number.get(word, [])
            if len(having) > 1:
                having = [i for i in having if self._speaks_for(payment, i)] or having
            if not having:
                # Written in another way, so something else has to agree, too.
                alike = self._of_plain.get(plain_number(word), []) if plain_number(word) else []
                having = [i for i in alike if self._speaks_for(payment, i)]
            if len(having) > 1:
                reason = f"The file says “{word}”, and several invoices have that number."
                return self._unplaced(payment, reason, having)
            chosen += having
        chosen = list({invoice.id: invoice for invoice in chosen}.values())
        if not chosen:
            return None
        numbers = " and ".join(invoice.number for invoice in chosen)
        return Placing(
            payment.id,
            tuple(invoice.id for invoice in chosen),
            f"The file names invoice {numbers}.",
            next(filter(None, (self._doubt(payment, invoice) for invoice in chosen)), ""),
            by_number=True,
        )

    def _doubt(self, payment: PlatformPayment, invoice: Invoice) -> str:
        told = _told(payment)
        if told.currency and told.currency != invoice.total.currency:
            return (
                f"It was collected in {told.currency}; invoice {invoice.number} is in "
                f"{invoice.total.currency}."
            )
        if self._agrees(payment, invoice) is False:
            return (
                f"The file names invoice {invoice.number}, which is {invoice.customer_name}'s, but "
                f"has the payment from {told.customer}."
            )
        return ""

    def _speaks_for(self, payment: PlatformPayment, invoice: Invoice) -> bool:
        amount = _amount(payment, invoice.total.currency)
        agrees = self._agrees(payment, invoice)
        equal = amount is not None and amount in (invoice.outstanding, invoice.total)
        return agrees is True or (agrees is None and equal)

    def _agrees(self, payment: PlatformPayment, invoice: Invoice) -> bool | None:
        email = self._by.emails.get(invoice.customer_id, "")
        return find_agreement(_told(payment).customer, invoice.customer_name, email)

    # ---- what fits without one

    def _fitting(self, payment: PlatformPayment) -> list[Invoice]:
        """Invoices of that customer that this sum would settle, or that show it as paid."""
        return [i for i in self._of_equal_sum(payment) if self._agrees(payment, i) is True]

    def _of_equal_sum(self, payment: PlatformPayment) -> list[Invoice]:
        day = self._days[payment.id]
        currencies = {i.total.currency for i in self._by.invoices}
        if _told(payment).currency:
            currencies &= {_told(payment).currency}
        found: dict[InvoiceId, Invoice] = {}
        for currency in sorted(currencies):
            amount = _amount(payment, currency)
            if amount is None:
                continue
            for invoice in self._of_sum.get(amount, ()):
                if invoice.create_on - _BEFORE <= day:
                    found[invoice.id] = invoice
            for recorded in self._equal.get(amount, ()):
                of = self._invoice.get(recorded.invoice_id or InvoiceId(0))
                if of is None or of.total.currency != currency:
                    continue
                if abs(recorded.paid_on - day) <= _BEFORE:
                    found[of.id] = of
        return list(found.values())

    def _choose(
        self, payment: PlatformPayment, offer: Sequence[Invoice], suitors: Mapping[InvoiceId, int]
    ) -> Placing:
        if len(offer) == 1 and suitors[offer[0].id] == 1:
            (only,) = offer
            reason = (
                f"Customer and sum are those of invoice {only.number}, and of no other invoice or "
                "payment."
            )
            return Placing(payment.id, (only.id,), reason)
        if len(offer) == 1:
            others = suitors[offer[0].id] - 1
            number = offer[0].number
            reason = (
                f"By customer and sum it may be for invoice {number}, and so may 1 other payment."
                if others == 1
                else f"By customer and sum it may be for invoice {number}, and so may {others} "
                "other payments."
            )
            return self._unplaced(payment, reason, offer)
        if offer:
            reason = f"Customer and sum are those of {len(offer)} invoices."
            return self._unplaced(payment, reason, offer)
        number = " ".join(_told(payment).invoice_number.split())
        reason = "Neither an invoice's number nor customer and sum together tell what it is for."
        if number:
            reason = f"FreshBooks has no invoice “{number[:40]}”, and customer and sum fit none."
        return self._unplaced(payment, reason, self._of_equal_sum(payment))

    def _unplaced(self, payment: PlatformPayment, reason: str, near: Sequence[Invoice]) -> Placing:
        day = self._days[payment.id]

        def distance(invoice: Invoice) -> tuple[bool, int, InvoiceId]:
            apart = abs((invoice.create_on - day).days)
            return (self._agrees(payment, invoice) is not True, apart, invoice.id)

        ranked = sorted(near, key=distance)
        shown = ranked[:_MOST_SHOWN]
        if shown:
            numbers = ", ".join(f"{i.number} ({i.customer_name})" for i in shown)
            more = len(ranked) - len(shown)
            near_by = (
                f"Of that sum: {numbers} and {more} more." if more else f"Of that sum: {numbers}."
            )
            reason = f"{reason} {near_by}"
        return Placing(
            payment.id,
            (),
            reason,
            candidates=tuple(invoice.id for invoice in shown),
            others=len(ranked) - len(shown),
        )


def _told(payment: PlatformPayment) -> ToldByFile:
    return payment.told or _NOTHING


def _amount(payment: PlatformPayment, currency: str) -> Money | None:
    try:
        return payment.taken_off(currency)
    except MoneyError:
        return None


def list_sums(payment: PlatformPayment, currencies: Collection[str]) -> set[int]:
    """What the payment is in minor units, in its own currency or else in each of these."""
    told = _told(payment).currency
    amounts = (_amount(payment, currency) for currency in ({told} if told else currencies))
    return {amount.minor for amount in amounts if amount is not None}
