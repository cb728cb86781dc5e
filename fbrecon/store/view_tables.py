"""What the window's tables are sorted and searched by: made of the other tables, by triggers."""

from __future__ import annotations

from peewee import IntegerField, TextField

from fbrecon.store.fields import DayField
from fbrecon.store.tables import Table


class PaymentFaceRow(Table):
    key = IntegerField(primary_key=True)
    id = TextField()
    platform_id = TextField(null=True)
    book_id = IntegerField(null=True)
    invoice_id = IntegerField(null=True)
    customer_id = IntegerField(null=True)
    day = DayField()
    amount = IntegerField()
    currency = TextField()
    customer = TextField()
    number = TextField()
    method = TextField()
    state = TextField()

    class Meta:
        table_name = "payment_face"


class PaymentDueThereRow(Table):
    id = TextField(primary_key=True)

    class Meta:
        table_name = "payment_due_there"


class PaymentDueHereRow(Table):
    id = IntegerField(primary_key=True)

    class Meta:
        table_name = "payment_due_here"


class InvoiceDueRow(Table):
    id = IntegerField(primary_key=True)

    class Meta:
        table_name = "invoice_due"


class WrittenRow(Table):
    name = TextField(primary_key=True)
    times = IntegerField()

    class Meta:
        table_name = "written"
