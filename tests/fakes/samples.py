"""Builders of domain records: sound by themselves, each argument changes one thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from fbrecon.domain.documents import (
    BookPayment,
    CopyState,
    Customer,
    Invoice,
    InvoiceStatus,
    Line,
    Method,
    Payout,
    PayoutLine,
    PayoutLineKind,
    PayoutState,
    PlatformCustomer,
    PlatformInvoice,
    PlatformPayment,
    PlatformState,
    StatedFee,
    Visibility,
)
from fbrecon.domain.ids import (
    BookPaymentId,
    CustomerId,
    InvoiceId,
    LedgerAccountId,
    PayoutId,
    PlatformCustomerId,
    PlatformInvoiceId,
    PlatformPaymentId,
)
from fbrecon.domain.intents import NewIntent
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.domain.postings import Posting
from fbrecon.domain.rules import WritingRules

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = date(2026, 3, 1)
ACCOUNT = "acc-one"
PLATFORM = "alternative_payments"
MARKER = "FBR-0123456789ABCDEF"


def usd(minor: int) -> Money:
    """So many cents."""
    return Money(minor, "USD")


def a_customer(number: int = 7, name: str = "Birch & Co", **changes: object) -> Customer:
    """A customer in the books."""
    facts: dict[str, object] = {
        "email": "books@birch.example",
        "currency": "USD",
        "visibility": Visibility.ACTIVE,
        "updated_at": AT,
        **changes,
    }
    return Customer(CustomerId(number), name, **facts)  # type: ignore[arg-type]


def a_line(
    amount: Money,
    place: int = 1,
    name: str = "Work",
    description: str = "In March",
    tax_percent: str = "0",
) -> Line:
    """A line of quantity 1."""
    return Line(
        place,
        name,
        description,
        "1",
        amount.to_decimal_string(),
        amount,
        tax1_name="VAT" if tax_percent != "0" else "",
        tax1_percent=tax_percent,
    )


def an_invoice(
    number: int = 100,
    total: Money | None = None,
    *,
    outstanding: Money | None = None,
    discount: Money | None = None,
    label: str | None = None,
    lines: Sequence[Line] | None = None,
    status: InvoiceStatus | None = None,
    visibility: Visibility = Visibility.ACTIVE,
    customer: int = 7,
    customer_name: str = "Birch & Co",
    create_on: date = DAY,
    due_on: date | None = date(2026, 3, 31),
    updated_at: datetime = AT,
) -> Invoice:
    """An open invoice of 120.00, one line; `outstanding` decides status and what is paid."""
    total = usd(12000) if total is None else total
    outstanding = total if outstanding is None else outstanding
    if status is None:
        status = InvoiceStatus.OPEN if outstanding == total else InvoiceStatus.PARTIAL
        status = InvoiceStatus.PAID if outstanding.is_zero else status
    return Invoice(
        InvoiceId(number),
        f"INV-{number}" if label is None else label,
        CustomerId(customer),
        customer_name,
        total,
        outstanding,
        total - outstanding,
        Money.zero(total.currency) if discount is None else discount,
        create_on,
        due_on,
        status,
        visibility,
        updated_at,
        (a_line(total),) if lines is None else tuple(lines),
    )


def a_book_payment(
    number: int = 500,
    amount: Money | None = None,
    *,
    invoice: int | None = 100,
    paid_on: date = DAY,
    note: str = "",
    visibility: Visibility = Visibility.ACTIVE,
    customer: int | None = 7,
    credit: int | None = None,
    method: str = "Check",
    updated_at: datetime = AT,
) -> BookPayment:
    """A cheque of 120.00 on the usual invoice."""
    return BookPayment(
        BookPaymentId(number),
        None if invoice is None else InvoiceId(invoice),
        None if customer is None else CustomerId(customer),
        credit,
        usd(12000) if amount is None else amount,
        paid_on,
        method,
        note,
        "",
        None,
        credit is not None,
        visibility,
        updated_at,
    )


def a_fee(
    amount: str, *, by_customer: bool = False, kind: str = "processing", name: str = "Card fee"
) -> StatedFee:
    """A fee as the platform states it."""
    return StatedFee(name, kind, Decimal(amount), by_customer)


def a_platform_payment(
    name: str = "p1",
    total: str = "120.00",
    *,
    sub_total: str | None = None,
    fees: Sequence[StatedFee] = (),
    state: PlatformState = PlatformState.SUCCEEDED,
    method: Method = Method.CARD,
    created_at: datetime = AT,
    customer: str | None = "c1",
) -> PlatformPayment:
    """A card payment of 120.00; the sub-total follows from the fees unless it is told."""
    on_top = sum((fee.amount for fee in fees if fee.paid_by_customer), Decimal(0))
    return PlatformPayment(
        PlatformPaymentId(name),
        None if customer is None else PlatformCustomerId(customer),
        created_at,
        method,
        state,
        state.value,
        Decimal(total),
        Decimal(total) - on_top if sub_total is None else Decimal(sub_total),
        tuple(fees),
    )


def a_platform_customer(name: str = "c1", **changes: object) -> PlatformCustomer:
    """A customer on the platform."""
    facts: dict[str, object] = {
        "name": "Birch & Co",
        "email": "books@birch.example",
        "external_id": "7",
        "created_at": AT,
        **changes,
    }
    return PlatformCustomer(PlatformCustomerId(name), **facts)  # type: ignore[arg-type]


def a_platform_invoice(
    name: str = "i1",
    total: Money | None = None,
    *,
    label: str = "",
    descriptions: Sequence[str] = (),
    customer: str = "c1",
    state: CopyState = CopyState.OPEN,
    created_at: datetime | None = AT,
) -> PlatformInvoice:
    """An invoice on the platform of 120.00, without number or marker."""
    return PlatformInvoice(
        PlatformInvoiceId(name),
        label,
        PlatformCustomerId(customer),
        usd(12000) if total is None else total,
        date(2026, 3, 31),
        state,
        state.value,
        tuple(descriptions),
        created_at,
    )


def a_payout(
    name: str = "o1",
    net: str = "116.52",
    gross: str = "120.00",
    *,
    lines: Sequence[PayoutLine] | None = (),
    fees: Sequence[StatedFee] = (),
    state: PayoutState = PayoutState.PAID,
    created_at: datetime = AT,
) -> Payout:
    """A payout that arrived."""
    return Payout(
        PayoutId(name),
        state,
        state.value,
        created_at,
        date(2026, 3, 4),
        Decimal(net),
        Decimal(gross),
        tuple(fees),
        None if lines is None else tuple(lines),
    )


def a_payout_line(
    amount: str,
    payment: str | None = "p1",
    kind: PayoutLineKind = PayoutLineKind.PAYMENT,
    name: str = "t1",
) -> PayoutLine:
    """A line of a payout."""
    payment_id = None if payment is None else PlatformPaymentId(payment)
    return PayoutLine(name, kind, Decimal(amount), payment_id, "")


def a_ledger_account(
    name: str,
    *,
    id: str = "",  # noqa: A002
    type: str = "asset",  # noqa: A002
    sub_type: str = "Cash & Bank",
    number: str = "1000",
    system_name: str = "",
    state: str = "active",
    has_children: bool = False,
) -> LedgerAccount:
    """A line of the chart of accounts; its id is its name unless it is told."""
    return LedgerAccount(
        LedgerAccountId(id or name),
        name,
        number,
        type,
        sub_type,
        None,
        system_name,
        state,
        has_children,
    )


def some_rules(
    *,
    writes: bool = True,
    auto_post: bool = True,
    post_since: date = date(2026, 1, 1),
    timezone: str = "America/New_York",
) -> WritingRules:
    """Writing, by itself, since January."""
    return WritingRules(ACCOUNT, PLATFORM, writes, auto_post, post_since, timezone)


def a_key(
    payment: str = "p1",
    leg: str = "100",
    *,
    account: str = ACCOUNT,
    kind: WriteKind = WriteKind.PAYMENT,
    generation: int = 1,
) -> IntentKey:
    """The key of recording that payment on that invoice."""
    return IntentKey(account, kind, f"{PLATFORM}:{payment}", leg, generation)


def a_new_intent(
    key: IntentKey | None = None,
    state: PostingState = PostingState.APPROVED,
    *,
    body: bytes = b'{"payment":{"amount":"120.00"}}',
    reason: str = "It is certain.",
    amount: Money | None = None,
) -> NewIntent:
    """An intent about to be added, of 120.00."""
    key = a_key() if key is None else key
    return NewIntent(
        key,
        f"Payment on invoice INV-{key.leg}",
        key.leg,
        body,
        state,
        reason,
        usd(12000) if amount is None else amount,
        DAY,
    )


def a_posting(posting_id: int, amount: Money) -> Posting:
    """One leg of the entry of a payment, on Petty Cash."""
    return Posting(
        id=posting_id,
        entry_id="70",
        account_id=LedgerAccountId("petty-cash"),
        account_name="Petty Cash",
        amount=amount,
        on=date(2026, 3, 2),
        kind="payment",
        name="Payment",
        description="",
        payment_id=BookPaymentId(5),
    )
