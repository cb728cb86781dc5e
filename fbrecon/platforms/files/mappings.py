"""Mappings that come with the program: the columns of the processors' own exports.

The first one is our own table, with the column names that the README states; the others were taken
from what the processors document about their reports.
"""

from __future__ import annotations

from typing import Final

from fbrecon.table_files.mapping import FIELDS, Mapping, TableKind, words

PAYMENTS, PAYOUTS, LINES = TableKind.PAYMENTS, TableKind.PAYOUTS, TableKind.PAYOUT_LINES

PLAIN: Final = "plain"
_OTHERS_HAVE: Final = (
    "kind",
    "line_id",
)  # our own table tells the state, and no rows beside payments

_GOCARDLESS_STATES = words(
    pending="pending_customer_approval pending_submission submitted",
    succeeded="confirmed paid_out",
    failed="failed customer_approval_denied",
    cancelled="cancelled",
    disputed="charged_back",
)
_GOCARDLESS_KINDS = words(
    payment="payment payment_paid_out",
    **{"return": "payment_failed late_failure payment_late_failure"},
    chargeback="payment_charged_back chargeback",
    refund="payment_refunded refund refund_funds_returned",
    fee="gocardless_fee app_fee surcharge_fee tax",
    adjustment="revenue_share fx app_fee_refund",
)
_STRIPE_KINDS = words(
    payment="charge payment",
    refund="refund payment_refund partial_capture_reversal",
    **{"return": "charge_failure payment_failure_refund refund_failure payment_reversal"},
    chargeback="dispute dispute_reversal",
    fee="fee stripe_fee network_cost tax",
    adjustment=(
        "other_adjustment adjustment risk_reserved_funds connect_reserved_funds topup "
        "topup_reversal transfer transfer_reversal platform_earning platform_earning_refund"
    ),
    payout="payout payout_reversal",
)
_SQUARE_STATES = words(
    succeeded="complete completed", pending="pending approved", failed="failed", cancelled="void"
)

_SQUARE_KINDS = words(
    payment="payment", refund="refund", chargeback="dispute", adjustment="adjustment"
)

BUILT_IN: Final[tuple[Mapping, ...]] = (
    Mapping(PLAIN, PAYMENTS, {f: (f,) for f in FIELDS[PAYMENTS] if f not in _OTHERS_HAVE}),
    Mapping(PLAIN, PAYOUTS, {f: (f,) for f in FIELDS[PAYOUTS]}),
    Mapping(PLAIN, LINES, {f: (f,) for f in FIELDS[LINES]}),
    # Payout reconciliation and balance reports, itemized.
    Mapping(
        "stripe",
        PAYMENTS,
        {
            "payment_id": ("charge_id", "source_id"),
            "date": ("created_utc", "created", "charge_created_utc", "charge_created"),
            "customer": ("customer_name", "customer_email", "customer_description"),
            "invoice_number": ("invoice_number",),
            "gross": ("gross",),
            "fee": ("fee",),
            "net": ("net",),
            "currency": ("currency",),
            "method": ("payment_method_type",),
            "payout_id": ("automatic_payout_id",),
            "line_id": ("balance_transaction_id",),
            "kind": ("reporting_category",),
        },
        values={"status": "succeeded", "platform": "stripe"},
        words={
            "method": words(card="card", ach="us_bank_account ach_debit"),
            "kind": _STRIPE_KINDS,
        },
        take=frozenset({"charge", "payment"}),
    ),
    Mapping(
        "stripe",
        LINES,
        {
            "payout_id": ("automatic_payout_id",),
            "arrival_date": ("automatic_payout_effective_at", "automatic_payout_effective_at_utc"),
            "line_id": ("balance_transaction_id",),
            "kind": ("reporting_category",),
            "payment_id": ("charge_id", "source_id"),
            "gross": ("gross",),
            "fee": ("fee",),
            "net": ("net",),
            "currency": ("currency",),
            "description": ("description",),
        },
        values={"platform": "stripe"},
        words={"kind": _STRIPE_KINDS},
    ),
    # The payments export, and the breakdown of payouts into transactions.
    Mapping(
        "gocardless",
        PAYMENTS,
        {
            "payment_id": ("id",),
            "date": ("charge date", "charge_date"),
            "customer": ("customers.company_name", "customers.family_name", "customers.email"),
            "invoice_number": ("reference",),
            "gross": ("amount",),
            "fee": ("transaction_fee",),
            "currency": ("currency",),
            "status": ("status",),
            "refunded": ("amount_refunded",),
            "payout_id": ("links.payout",),
        },
        values={"method": "ach", "platform": "gocardless"},
        words={"status": _GOCARDLESS_STATES},
    ),
    Mapping(
        "gocardless",
        LINES,
        {
            "payout_id": ("payouts.id",),
            "arrival_date": ("payouts.arrival_date",),
            "kind": ("resources.type",),
            "payment_id": ("payments.id",),
            "line_id": ("refunds.id",),
            "gross": ("gross_amount",),
            "fee": ("gocardless_fees",),
            "net": ("net_amount",),
            "currency": ("currency",),
            "description": ("resources.reference", "resources.description"),
        },
        values={"platform": "gocardless"},
        words={"kind": _GOCARDLESS_KINDS},
    ),
    Mapping(
        "gocardless",
        PAYOUTS,
        {
            "payout_id": ("id",),
            "arrival_date": ("arrival_date",),
            "net": ("amount",),
            "gross": ("total_payment_amount",),
            "fees": ("transaction_fee_debit",),
            "currency": ("currency",),
            "status": ("status",),
            "bank_reference": ("reference",),
        },
        values={"platform": "gocardless"},
        words={"status": words(pending="pending", paid="paid", failed="bounced")},
    ),
    # The transactions export. Its fees are shown as what they take away.
    Mapping(
        "square",
        PAYMENTS,
        {
            "payment_id": ("Payment ID",),
            "date": ("Date",),
            "customer": ("Customer Name",),
            "invoice_number": ("Invoice Number",),
            "gross": ("Total Collected",),
            "fee": ("Fees",),
            "net": ("Net Total",),
            "status": ("Transaction Status",),
            "payout_id": ("Deposit ID", "Transfer ID"),
            "line_id": ("Transaction ID",),
            "kind": ("Event Type",),
        },
        values={"method": "card", "status": "succeeded", "platform": "square"},
        words={"status": _SQUARE_STATES, "kind": _SQUARE_KINDS},
        take=frozenset({"payment"}),
        fees_are_negative=True,
    ),
    Mapping(
        "square",
        LINES,
        {
            "payout_id": ("Deposit ID", "Transfer ID"),
            "arrival_date": ("Deposit Date", "Transfer Date"),
            "kind": ("Event Type",),
            "payment_id": ("Payment ID",),
            "line_id": ("Transaction ID",),
            "gross": ("Total Collected",),
            "fee": ("Fees",),
            "net": ("Net Total",),
            "description": ("Description",),
        },
        values={"platform": "square"},
        words={"kind": _SQUARE_KINDS},
        fees_are_negative=True,
    ),
)
"""Names are told apart within a kind of table only."""
