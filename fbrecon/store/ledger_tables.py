"""The table of the ledger's postings as peewee sees it."""

from __future__ import annotations

from peewee import IntegerField, TextField

from fbrecon.store.fields import DayField, MinorField
from fbrecon.store.tables import Table


class PostingRow(Table):
    id = IntegerField(primary_key=True)
    entry_id = TextField()
    account_id = TextField(null=True)
    account_name = TextField()
    currency = TextField()
    amount_minor = MinorField()
    on_date = DayField()
    kind = TextField()
    name = TextField()
    description = TextField()
    payment_id = IntegerField(null=True)
    invoice_id = IntegerField(null=True)
    expense_id = IntegerField(null=True)
    marker = TextField(null=True)
    digest = IntegerField()

    class Meta:
        table_name = "posting"
