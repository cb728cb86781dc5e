"""The tables of what files said, how such files are read, and what was decided on bank lines."""

from __future__ import annotations

from peewee import CompositeKey, IntegerField, TextField

from fbrecon.store.fields import DayField, MinorField, UtcField
from fbrecon.store.tables import Table


class BankLineRow(Table):
    id = TextField(primary_key=True)
    account = TextField()
    booked_on = DayField()
    currency = TextField()
    amount_minor = MinorField()
    description = TextField()
    reference = TextField()
    digest = IntegerField()

    class Meta:
        table_name = "bank_line"


class FromFileRow(Table):
    kind = TextField()
    id = TextField()
    currency = TextField()
    customer = TextField()
    invoice_number = TextField()
    payout_id = TextField()
    reference = TextField()
    written = IntegerField()
    digest = IntegerField()
    source = TextField()

    class Meta:
        table_name = "from_file"
        primary_key = CompositeKey("kind", "id")


class MappingRow(Table):
    kind = TextField()
    name = TextField()
    content = TextField()
    at = UtcField()

    class Meta:
        table_name = "mapping"
        primary_key = CompositeKey("kind", "name")


class BankPairRow(Table):
    line_id = TextField()
    payout_id = TextField()
    verdict = TextField()
    at = UtcField()

    class Meta:
        table_name = "bank_pair"
        primary_key = CompositeKey("line_id", "payout_id")


class PlacedRow(Table):
    payment_id = TextField(primary_key=True)
    invoice_id = IntegerField()
    at = UtcField()

    class Meta:
        table_name = "placed"


class UnplacedFileRow(Table):
    payment_id = TextField(primary_key=True)
    reason = TextField()
    candidates = TextField()

    class Meta:
        table_name = "unplaced_file"


class CameBackRow(Table):
    payment_id = TextField()
    line_id = TextField()
    kind = TextField()
    amount = TextField()

    class Meta:
        table_name = "came_back"
        primary_key = CompositeKey("payment_id", "line_id")


class NotOursRow(Table):
    text = TextField(primary_key=True)
    at = UtcField()

    class Meta:
        table_name = "not_ours"
