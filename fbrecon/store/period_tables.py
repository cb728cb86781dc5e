"""The tables of closed periods as peewee sees them."""

from __future__ import annotations

from peewee import CompositeKey, TextField

from fbrecon.store.fields import DayField, MinorField, UtcField
from fbrecon.store.tables import Table


class ClosedPeriodRow(Table):
    until_on = DayField(primary_key=True)
    since_on = DayField(null=True)
    closed_at = UtcField()
    figures = TextField()

    class Meta:
        table_name = "closed_period"


class ClosedRowRow(Table):
    until_on = DayField()
    id = TextField()
    on_date = DayField()
    currency = TextField()
    amount_minor = MinorField()
    text = TextField()
    digest = TextField()

    class Meta:
        table_name = "closed_row"
        primary_key = CompositeKey("until_on", "id")
