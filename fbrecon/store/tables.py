"""The tables as peewee sees them; the migrations make them. Rows never leave `store`.

Those about syncs lie in `run_tables`, postings in `ledger_tables`; `all_tables` knows every one.
"""

from __future__ import annotations

from peewee import BlobField, CompositeKey, IntegerField, Model, TextField

from fbrecon.store.fields import DayField, MinorField, UtcField


class Table(Model):
    """Bound to a company file query by query, never globally: many files may be open."""

    class Meta:
        legacy_table_names = False


class Fact(Table):
    name = TextField(primary_key=True)
    value = TextField()


class Setting(Table):
    name = TextField(primary_key=True)
    value = TextField()


class RoleRow(Table):
    role = TextField(primary_key=True)
    ledger_account_id = TextField()

    class Meta:
        table_name = "role"


class CustomerRow(Table):
    id = IntegerField(primary_key=True)
    name = TextField()
    email = TextField()
    currency = TextField()
    visibility = TextField()
    updated_at = UtcField()
    digest = IntegerField()

    class Meta:
        table_name = "customer"


class InvoiceRow(Table):
    id = IntegerField(primary_key=True)
    number = TextField()
    customer_id = IntegerField()
    customer_name = TextField()
    currency = TextField()
    total_minor = MinorField()
    outstanding_minor = MinorField()
    paid_minor = MinorField()
    discount_minor = MinorField()
    create_on = DayField()
    due_on = DayField(null=True)
    status = TextField()
    visibility = TextField()
    updated_at = UtcField()
    line_count = IntegerField()
    digest = IntegerField()

    class Meta:
        table_name = "invoice"


class LineRow(Table):
    invoice_id = IntegerField()
    position = IntegerField()
    line_id = IntegerField()
    name = TextField()
    description = TextField()
    quantity = TextField()
    currency = TextField()
    unit_cost = TextField()
    amount_minor = MinorField()
    tax1_name = TextField()
    tax1_percent = TextField()
    tax2_name = TextField()
    tax2_percent = TextField()

    class Meta:
        table_name = "line"
        primary_key = CompositeKey("invoice_id", "position")


class BookPaymentRow(Table):
    id = IntegerField(primary_key=True)
    invoice_id = IntegerField(null=True)
    customer_id = IntegerField(null=True)
    credit_id = IntegerField(null=True)
    currency = TextField()
    amount_minor = MinorField()
    paid_on = DayField()
    method = TextField()
    note = TextField()
    marker = TextField(null=True)
    gateway = TextField()
    overpayment_id = IntegerField(null=True)
    from_credit = IntegerField()
    visibility = TextField()
    updated_at = UtcField()
    digest = IntegerField()

    class Meta:
        table_name = "book_payment"


class LedgerAccountRow(Table):
    id = TextField(primary_key=True)
    name = TextField()
    number = TextField()
    type = TextField()
    sub_type = TextField()
    parent_id = TextField(null=True)
    system_name = TextField()
    state = TextField()
    has_children = IntegerField()
    digest = IntegerField()

    class Meta:
        table_name = "ledger_account"


class PlatformCustomerRow(Table):
    id = TextField(primary_key=True)
    name = TextField()
    email = TextField()
    external_id = TextField()
    created_at = UtcField(null=True)
    archived = IntegerField()
    digest = IntegerField()

    class Meta:
        table_name = "platform_customer"


class PlatformInvoiceRow(Table):
    id = TextField(primary_key=True)
    number = TextField()
    customer_id = TextField()
    currency = TextField()
    total_minor = MinorField()
    due_on = DayField(null=True)
    state = TextField()
    raw_state = TextField()
    marker = TextField(null=True)
    descriptions = TextField()
    created_at = UtcField(null=True)
    digest = IntegerField()

    class Meta:
        table_name = "platform_invoice"


class PlatformPaymentRow(Table):
    id = TextField(primary_key=True)
    customer_id = TextField(null=True)
    created_at = UtcField()
    method = TextField()
    state = TextField()
    raw_state = TextField()
    total = TextField()
    sub_total = TextField()
    fees = TextField()
    taken_off = TextField()
    sort_amount = IntegerField()
    digest = IntegerField()

    class Meta:
        table_name = "platform_payment"


class AllocationRow(Table):
    payment_id = TextField()
    platform_invoice_id = TextField()

    class Meta:
        table_name = "allocation"
        primary_key = CompositeKey("payment_id", "platform_invoice_id")


class UnplacedRow(Table):
    payment_id = TextField(primary_key=True)
    asked_at = UtcField()

    class Meta:
        table_name = "unplaced"


class CopyRow(Table):
    platform_invoice_id = TextField(primary_key=True)
    invoice_id = IntegerField()
    ours = IntegerField()
    reason = TextField()

    class Meta:
        table_name = "copy"


class PayoutRow(Table):
    id = TextField(primary_key=True)
    state = TextField()
    raw_state = TextField()
    created_at = UtcField()
    arrival_on = DayField(null=True)
    net = TextField()
    gross = TextField()
    fees = TextField()
    composed = IntegerField()
    digest = IntegerField()

    class Meta:
        table_name = "payout"


class PayoutLineRow(Table):
    payout_id = TextField()
    position = IntegerField()
    line_id = TextField()
    kind = TextField()
    amount = TextField()
    payment_id = TextField(null=True)
    description = TextField()

    class Meta:
        table_name = "payout_line"
        primary_key = CompositeKey("payout_id", "position")


class MatchRow(Table):
    payment_id = TextField()
    book_payment_id = IntegerField()
    reason = TextField()
    made_by = TextField()
    at = UtcField()

    class Meta:
        table_name = "match"
        primary_key = CompositeKey("payment_id", "book_payment_id")


class IntentRow(Table):
    key = TextField(primary_key=True)
    row = IntegerField()
    marker = TextField()
    account = TextField()
    kind = TextField()
    source = TextField()
    leg = TextField()
    generation = IntegerField()
    subject = TextField()
    target = TextField()
    currency = TextField(null=True)
    amount_minor = MinorField(null=True)
    on_date = DayField(null=True)
    body = BlobField()
    body_sha256 = TextField()
    state = TextField()
    reason = TextField()
    remote_id = TextField(null=True)
    attempts = IntegerField()
    created_at = UtcField()
    changed_at = UtcField()
    uncertain_since = UtcField(null=True)
    negative_reads = IntegerField()
    last_negative_at = UtcField(null=True)
    not_before = UtcField(null=True)
    hold = TextField()
    waived = TextField()
    evidence = TextField()
    uncertain_mark = TextField(default="")
    negative_mark = TextField(default="")

    class Meta:
        table_name = "intent"


class AttemptRow(Table):
    id = IntegerField(primary_key=True)
    key = TextField()
    number = IntegerField()
    phase = TextField()
    at = UtcField()
    outcome = TextField()
    summary = TextField()
    http_status = IntegerField()

    class Meta:
        table_name = "attempt"


class ActivityRow(Table):
    number = IntegerField(primary_key=True)
    at = UtcField()
    who = TextField()
    run = IntegerField(null=True)
    kind = TextField()
    subject = TextField()
    why = TextField()
    item = TextField()
    before = TextField()
    after = TextField()
    remote_id = TextField()
    link = BlobField()
    seal = BlobField()
    key_id = TextField()

    class Meta:
        table_name = "activity"


class MoveRow(Table):
    before = TextField()
    after = TextField()

    class Meta:
        table_name = "move"
        primary_key = CompositeKey("before", "after")


class EpochRow(Table):
    one = IntegerField(primary_key=True)
    id = TextField()
    frozen_mark = TextField()
    frozen_why = TextField()

    class Meta:
        table_name = "epoch"


class WordRow(Table):
    word = TextField(primary_key=True)
    meaning = TextField()
    at = UtcField()

    class Meta:
        table_name = "word"


class AttentionRow(Table):
    id = IntegerField(primary_key=True)
    key = TextField()
    kind = TextField()
    title = TextField()
    message = TextField()
    hint = TextField()
    subject = TextField()
    link = TextField()
    actions = TextField()
    since = UtcField()
    closed_at = UtcField(null=True)
    dismissed = IntegerField()

    class Meta:
        table_name = "attention"
