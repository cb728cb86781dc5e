"""Made-up books for the window's tests and pictures: the same every time, nobody real."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from fbrecon.app.views import AttentionRow, InvoiceRow, LineRow, PaymentRow, RunView
from fbrecon.domain.business import Business
from fbrecon.domain.ids import LedgerAccountId
from fbrecon.domain.ledger import LedgerAccount
from fbrecon.domain.money import Money

NOW = datetime(2026, 5, 12, 14, 30, tzinfo=UTC)
TODAY = date(2026, 5, 12)
BUSINESS = Business(
    "b-100", "acc-100", "uuid-100", "Harbour & Pine Studio", "owner", "America/Toronto"
)
OTHER_BUSINESS = Business(
    "b-200", "acc-200", "uuid-200", "Pine Workshop Ltd", "owner", "America/Toronto"
)

CUSTOMERS = (
    "Alder Bicycle Works",
    "Blue Kettle Coffee Roasters",
    "Cedar Lane Dental Practice",
    "Driftwood Furniture Makers",
    "Eastgate Community Theatre",
    "Fern Hollow Veterinary Clinic",
    "Granite Peak Outfitters and Mountain Guides Cooperative",
    "Hollow Oak Bookshop",
    "Ivory Tower Translations",
    "Juniper Street Bakery",
    "Kingfisher Marine Supplies",
    "Larkspur Landscape Design",
)
_STATUSES = ("paid", "open", "paid", "partial", "paid", "open", "paid", "draft", "paid", "disputed")


def make_invoices(count: int) -> list[InvoiceRow]:
    """Invoices with keys 1 … count, newest last, of every status and visibility."""
    return [_invoice(key) for key in range(1, count + 1)]


def _invoice(key: int) -> InvoiceRow:
    currency = "CAD" if key % 9 == 4 else "JPY" if key % 31 == 7 else "USD"
    total = Money((key * 7919) % 480_000 + 4_950, currency)
    status = _STATUSES[key % len(_STATUSES)]
    paid = {"paid": total.minor, "partial": total.minor // 3}.get(status, 0)
    create_on = TODAY - timedelta(days=(400 - key) % 400 if key <= 400 else 0)
    return InvoiceRow(
        id=f"inv_{key}",
        freshbooks_id=str(900_000 + key),
        number=f"{2025_0000 + key:08d}",
        customer=CUSTOMERS[key % len(CUSTOMERS)],
        customer_id=f"cus_{key % len(CUSTOMERS)}",
        total=total,
        outstanding=Money(total.minor - paid, currency),
        paid=Money(paid, currency),
        create_on=create_on,
        due_on=None if key % 17 == 0 else create_on + timedelta(days=30),
        status=status,
        visibility="deleted" if key % 41 == 0 else "archived" if key % 23 == 0 else "active",
        lines=2,
        platform_invoice_id=f"pi_{key}" if status in ("open", "partial", "paid") else None,
        frozen=status == "paid" and key % 4 == 0,
        platform=_on_platform(status, currency, key),
    )


def _on_platform(status: str, currency: str, key: int) -> str:
    if status == "paid":
        return "paid" if key % 4 == 0 else ""
    if status not in ("open", "partial"):
        return ""
    return "currency" if currency == "JPY" else "listed"


def make_lines(invoice: InvoiceRow) -> tuple[LineRow, ...]:
    """Two lines that add up to the invoice's total."""
    first = Money(invoice.total.minor * 2 // 3, invoice.total.currency)
    rest = invoice.total - first
    return (
        LineRow(
            "line_1",
            "Design work",
            "Layout and two rounds of changes",
            "1",
            first.to_decimal_string(),
            first,
            "HST 13%",
        ),
        LineRow("line_2", "Printing", "", "1", rest.to_decimal_string(), rest, ""),
    )


_PAYMENTS = (
    ("matched", "succeeded", "none", "Both sides agree: same invoice, sum and day."),
    ("posted", "succeeded", "verified", "Posted on the same day and read back: equal to the cent."),
    ("posted", "succeeded", "adopted", "It stood in FreshBooks already; nothing was written."),
    (
        "held",
        "succeeded",
        "held",
        "It pays two invoices, and their outstanding sums do not make it up.",
    ),
    (
        "held",
        "succeeded",
        "proposed",
        "It is dated before the connection, so it waits for approval.",
    ),
    (
        "uncertain",
        "succeeded",
        "uncertain",
        "FreshBooks did not answer; it is being looked for there.",
    ),
    ("failed", "failed", "none", "The card was declined; nothing was collected."),
    ("returned", "returned", "posted", "The bank returned it 12 days after it was posted."),
    (
        "only_in_freshbooks",
        "",
        "none",
        "Recorded in FreshBooks by hand; the platform has none like it.",
    ),
)


def make_payments(count: int, invoices: list[InvoiceRow]) -> list[PaymentRow]:
    """Payments pay_1 … pay_count in every combination of states."""
    return [_payment(key, invoices[key % len(invoices)]) for key in range(1, count + 1)]


def _payment(key: int, invoice: InvoiceRow) -> PaymentRow:
    state, platform_state, posting_state, reason = _PAYMENTS[key % len(_PAYMENTS)]
    in_books = state in ("matched", "posted", "returned", "only_in_freshbooks")
    return PaymentRow(
        id=f"pay_{key}",
        platform_payment_id=f"pp_{key}" if platform_state else None,
        freshbooks_payment_id=str(70_000 + key) if in_books else None,
        invoice_number=invoice.number if key % 13 else None,
        invoice_freshbooks_id=invoice.freshbooks_id if key % 13 else None,
        customer=invoice.customer,
        amount=None if key % 29 == 0 else invoice.total,
        paid_on=TODAY - timedelta(days=key // 2),
        method=("card", "ach", "none")[key % 3],
        state=state,
        platform_state=platform_state,
        posting_state=posting_state,
        reason=reason,
    )


def make_attention() -> list[AttentionRow]:
    """One of each action."""

    def item(
        number: int, kind: str, title: str, message: str, hint: str, *actions: str, days: int = 1
    ) -> AttentionRow:
        return AttentionRow(
            id=f"att_{number}",
            kind=kind,
            title=title,
            message=message,
            hint=hint,
            subject=f"pay_{number}",
            since=NOW - timedelta(days=days, hours=number),
            link="https://my.freshbooks.com/#/invoice/900003" if "open_link" in actions else "",
            actions=actions,
        )

    return [
        item(
            1,
            "held_payment",
            "A payment fits two invoices",
            "840.00 USD from Alder Bicycle Works could pay invoice 20250012 or 20250036.",
            "Approve it to post it to the older one, or record it in FreshBooks yourself.",
            "approve",
            "dismiss",
            "open_link",
            days=3,
        ),
        item(
            2,
            "held_payment",
            "A payment is larger than what is owed",
            "1,310.50 USD was collected for invoice 20250021; only 1,300.00 USD is outstanding.",
            "FreshBooks would cut it off. Decide there where 10.50 USD belongs.",
            "dismiss",
            "open_link",
        ),
        item(
            3,
            "unknown_word",
            "The platform uses a word that fbrecon does not know",
            "12 payments are called \u201csettling\u201d there.",
            "Say once what it means; your answer is kept.",
            "answer_word",
            days=2,
        ),
        item(
            4,
            "returned_payment",
            "A posted payment was returned",
            "265.00 USD from Juniper Street Bakery came back 12 days after it was posted.",
            "Delete the payment in FreshBooks; this closes by itself once that is done.",
            "open_link",
            "sync_now",
        ),
        item(
            5,
            "accounts",
            "An account is no longer active",
            "\u201cMerchant Fees\u201d was made inactive in FreshBooks.",
            "Choose another account for processing fees.",
            "set_up_accounts",
        ),
    ]


def _account(
    uuid: str,
    name: str,
    number: str,
    kind: str,
    sub_type: str,
    *,
    system: str = "",
    state: str = "active",
    children: bool = False,
) -> LedgerAccount:
    return LedgerAccount(
        id=LedgerAccountId(uuid),
        name=name,
        number=number,
        type=kind,
        sub_type=sub_type,
        parent_id=None,
        system_name=system,
        state=state,
        has_children=children,
    )


ACCOUNTS = (
    _account("a-1000", "Cash", "1000", "asset", "Cash & Bank"),
    _account("a-1010", "Operating Bank Account", "1010", "asset", "Cash & Bank"),
    _account("a-1020", "Savings", "1020", "asset", "Current Asset"),
    _account(
        "a-1200",
        "Accounts Receivable",
        "1200",
        "asset",
        "Current Asset",
        system="Accounts Receivable",
    ),
    _account("a-1300", "Undeposited Funds", "1300", "asset", "Current Asset"),
    _account("a-1400", "Equipment", "1400", "asset", "Fixed Asset", children=True),
    _account("a-4000", "Sales", "4000", "income", "Income"),
    _account("a-6010", "Payment Processing Fees", "6010", "expense", "Operating Expense"),
    _account("a-6020", "Office Supplies", "6020", "expense", "Operating Expense"),
    _account("a-6030", "Merchant Fees", "6030", "expense", "Operating Expense", state="inactive"),
)


def make_runs() -> list[RunView]:
    """Runs of every outcome, newest first."""
    rows = (("customers", 12), ("invoices", 340), ("payments", 180))
    told = (
        ("ok", "scheduled", "6 payments read, 2 posted, nothing held.", rows, ""),
        ("ok", "scheduled", "Everything is in step; nothing new.", rows,
         "All 532 rows read were as before."),
        ("partial", "asked for", "A part could not be done. The platform did not answer.",
         rows[:2], ""),
        ("failed", "scheduled", "The sync failed. FreshBooks did not answer.", (), ""),
        ("cancelled", "asked for", "The sync was stopped; nothing new.", (),
         "It was stopped before anything had changed."),
    )  # fmt: skip
    return [
        RunView(
            f"run_{41 - place}", outcome, NOW - timedelta(minutes=4 + 60 * place),
            NOW - timedelta(minutes=3 + 60 * place), sentence, reason, seen, nothing,
            written=0 if place else 2,
        )
        for place, (outcome, reason, sentence, seen, nothing) in enumerate(told)
    ]  # fmt: skip
