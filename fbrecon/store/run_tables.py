"""The tables about syncs: how far they came, what they did, what they set aside."""

from __future__ import annotations

from peewee import CompositeKey, IntegerField, TextField

from fbrecon.store.fields import DayField, UtcField
from fbrecon.store.tables import Table


class CursorRow(Table):
    resource = TextField(primary_key=True)
    phase = TextField()
    next_page = IntegerField()
    boundary_on = DayField(null=True)
    began_on = DayField(null=True)
    mark_on = DayField(null=True)
    last_success_at = UtcField(null=True)
    last_deep_at = UtcField(null=True)
    complete_at = UtcField(null=True)
    deleted_since = DayField(null=True)
    check_after = UtcField(null=True)

    class Meta:
        table_name = "cursor"


class RunRow(Table):
    id = IntegerField(primary_key=True)
    outcome = TextField()
    started_at = UtcField()
    finished_at = UtcField(null=True)
    reason = TextField()
    sentence = TextField()
    report = TextField()

    class Meta:
        table_name = "run"


class OddRowRow(Table):
    resource = TextField()
    id = TextField()
    problem = TextField()
    since = UtcField()

    class Meta:
        table_name = "odd_row"
        primary_key = CompositeKey("resource", "id")
