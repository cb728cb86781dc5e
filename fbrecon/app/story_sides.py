"""One record as both sides state it: the books here, the platform there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fbrecon.app.company import Company
from fbrecon.domain.documents import BookPayment, CopyState, PlatformPayment
from fbrecon.domain.ids import BookPaymentId, InvoiceId, PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.money import Money, MoneyError
from fbrecon.domain.overview import CustomerRow, InvoiceRow, PaymentRow, PayoutRow
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.stories import Compared
from fbrecon.domain.upkeep import find_due
from fbrecon.sync.copy_facts import review_copies_of

_IN_THE_BOOKS = (PostingState.POSTED, PostingState.VERIFIED, PostingState.ADOPTED)


def compare_invoice(company: Company, row: InvoiceRow) -> tuple[Compared, ...]:
    """Status, sum, what is still asked for and due day; there as on the newest copy."""
    reviewed = review_copies_of(company.stores, InvoiceId(int(row.freshbooks_id)))
    live = [found for found in reviewed if found.facts.copy.state is not CopyState.ARCHIVED]
    newest = (live or list(reviewed))[-1:]
    there = newest[0].facts.copy if newest else None
    due = find_due(newest[0].facts) if newest else None
    asked = None if there is None or there.state is CopyState.ARCHIVED else due
    return (
        Compared("state", row.status, None if there is None else there.state.value),
        Compared("outstanding", row.outstanding, asked),
        Compared("total", row.total, None),
        Compared("paid", row.paid, None),
        Compared("due", row.due_on, None if there is None else there.due_on),
        Compared("id", row.freshbooks_id, None if there is None else there.id),
    )


def compare_customer(row: CustomerRow) -> tuple[Compared, ...]:
    """Name and address as each side has them."""
    is_there = row.platform_customer_id is not None
    return (
        Compared("name", row.name, (row.platform_name or None) if is_there else None),
        Compared("email", row.email, (row.platform_email or None) if is_there else None),
        Compared("state", row.visibility, "listed" if is_there else None),
        Compared("id", row.freshbooks_id, row.platform_customer_id),
    )


def compare_payment(company: Company, row: PaymentRow) -> tuple[Compared, ...]:
    """State, sum, day and method; there also what was charged and which fees."""
    stores = company.stores
    here: BookPayment | None = None
    there: PlatformPayment | None = None
    if row.freshbooks_payment_id is not None:
        here = stores.books.find_payment(BookPaymentId(int(row.freshbooks_payment_id)))
    if row.platform_payment_id is not None:
        there = stores.platform.find_payment(PlatformPaymentId(row.platform_payment_id))
    if here is None and there is not None:
        # What we wrote ourselves is matched by its intent, and stands in the books by its own id.
        here = _recorded(company, there)
    currency = "" if row.amount is None else row.amount.currency
    return (
        Compared(
            "state",
            None if here is None else here.visibility.value,
            None if there is None else there.state.value,
        ),
        Compared(
            "amount",
            None if here is None else here.amount,
            None if there is None else row.amount,
        ),
        Compared(
            "date",
            None if here is None else here.paid_on,
            None if there is None else row.paid_on,
        ),
        Compared(
            "method",
            None if here is None else here.method,
            None if there is None else there.method.value,
        ),
        *_charged(there, currency),
        Compared(
            "id",
            None if here is None else str(here.id),
            None if there is None else str(there.id),
        ),
    )


def _recorded(company: Company, there: PlatformPayment) -> BookPayment | None:
    source = f"{there.source or company.doors.platform_name()}:{there.id}"
    for intent in reversed(company.stores.outbox.list_of_source(source)):
        if intent.kind is WriteKind.PAYMENT and intent.remote_id is not None:
            return company.stores.books.find_payment(BookPaymentId(int(intent.remote_id)))
    return None


def _charged(there: PlatformPayment | None, currency: str) -> tuple[Compared, ...]:
    if there is None or not currency:
        return ()
    told = (
        ("charged", there.total),
        ("customer_fees", there.customer_fees),
        ("merchant_fees", there.merchant_fees),
    )
    found = []
    for what, amount in told:
        money = _money(amount, currency)
        if money is not None and (money.minor or what == "charged"):
            found.append(Compared(what, None, money))
    return tuple(found)


def compare_payout(row: PayoutRow, intents: Sequence[Intent]) -> tuple[Compared, ...]:
    """What was paid out there, and what was entered for it here."""
    written = [i for i in intents if i.kind is not WriteKind.EXPENSE_REMOVAL]
    entered = [i for i in written if i.state in _IN_THE_BOOKS]
    shown = (entered or list(written))[-1:]
    net = next((i.amount for i in entered if i.kind is WriteKind.JOURNAL_ENTRY), None)
    fees = next((i.amount for i in entered if i.kind is WriteKind.EXPENSE), None)
    return (
        Compared("state", shown[0].state.value if shown else None, row.state),
        Compared("net", None, row.net),
        Compared("gross", None, row.gross),
        Compared("fees", fees, row.fees),
        Compared("date", shown[0].on_date if shown else None, row.arrival_on),
        *(() if net is None else (Compared("entered", net, None),)),
        Compared(
            "id",
            ", ".join(i.remote_id for i in written if i.remote_id) or None,
            row.platform_payout_id,
        ),
        *(Compared("marker", i.marker, None) for i in entered),
    )


def _money(amount: Decimal, currency: str) -> Money | None:
    try:
        return Money.from_decimal(amount, currency)
    except MoneyError:
        return None
