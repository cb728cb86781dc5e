"""The activity of a period: every step of every write and every decision, from the activity log."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from fbrecon.app.company import Company
from fbrecon.domain.moments import midnight_in
from fbrecon.domain.overview import LogRow
from fbrecon.domain.reports import Column, ColumnKind, Row, RowKind, Table

WHO = {
    "person": "a person",
    "fbrecon": "fbrecon",
    "schedule": "the schedule",
    "not_recorded": "not recorded",
}


def activity_tables(company: Company, from_on: date, until_on: date) -> tuple[Table, ...]:
    """How much of each kind was done, and each entry of the log, oldest first."""
    zone = company.business.timezone
    begin, end = midnight_in(from_on, zone), midnight_in(until_on + timedelta(days=1), zone)
    rows = company.stores.activity.list_between(begin, end)
    return (_counts(rows), _entries(rows))


def _counts(rows: list[LogRow]) -> Table:
    columns = (
        Column("kind", "Kind", in_brief=True, worded=True),
        Column("who", "By", in_brief=True, worded=True),
        Column("after", "Became", in_brief=True, worded=True),
        Column("count", "Entries", ColumnKind.COUNT, in_brief=True),
    )
    counts = Counter((row.kind, row.who, row.after if _is_state(row) else "") for row in rows)
    made = [
        Row(
            {
                "kind": kind.replace("_", " "),
                "who": WHO.get(who, who),
                "after": after.replace("_", " "),
                "count": count,
            }
        )
        for (kind, who, after), count in sorted(counts.items())
    ]
    if made:
        ids = tuple(row.id for row in rows)
        made.append(Row({"kind": "Total", "count": len(rows)}, RowKind.TOTAL, "", "total", ids))
    empty = "Nothing was written or decided in this period."
    return Table("counts", "What was done", columns, tuple(made), empty=empty)


def _is_state(row: LogRow) -> bool:
    """Whether the entry tells the state of a write; what a setting became would not add up."""
    return row.item.startswith("act_")


def _entries(rows: list[LogRow]) -> Table:
    columns = (
        Column("at", "When", ColumnKind.MOMENT, in_brief=True),
        Column("id", "Entry"),
        Column("who", "Who", in_brief=True, worded=True),
        Column("run", "Sync"),
        Column("kind", "Kind", worded=True),
        Column("subject", "What", in_brief=True, worded=True),
        Column("item", "Id"),
        Column("before", "Before", worded=True),
        Column("after", "After", in_brief=True, worded=True),
        Column("why", "Why", worded=True),
        Column("remote_id", "Service’s id"),
    )
    made = [
        Row(
            {
                "at": row.at,
                "id": row.id,
                "who": WHO.get(row.who, row.who),
                "run": row.run,
                "kind": row.kind.replace("_", " "),
                "subject": row.subject,
                "item": row.item,
                "before": row.before,
                "after": row.after,
                "why": row.why,
                "remote_id": row.remote_id,
            }
        )
        for row in rows
    ]
    empty = "Nothing was written or decided in this period."
    return Table("entries", "Every entry", columns, tuple(made), empty=empty)
