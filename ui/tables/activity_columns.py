"""The columns of the activity log. Keys are the sort keys that the desk understands."""

from __future__ import annotations

from fbrecon.app.views import LogRow
from fbrecon.wording import said

from .. import formats
from ..language import tr
from . import words
from .columns import Cell, Column, Kind


def _at(row: LogRow) -> Cell:
    return Cell(formats.moment(row.at), plain=row.at.isoformat())


def _who(row: LogRow) -> Cell:
    return Cell(words.who(row.who))


def _kind(row: LogRow) -> Cell:
    return Cell(words.log_kind(row.kind))


def _subject(row: LogRow) -> Cell:
    return Cell(row.subject)


def _after(row: LogRow) -> Cell:
    text, tone = words.log_state(row.after)
    return Cell(text, tone=tone, plain=row.after)


def _why(row: LogRow) -> Cell:
    return Cell(said(row.why), faded=True)


def activity_columns() -> tuple[Column[LogRow], ...]:
    """Made when the table is, so that the titles are in the person's language."""
    return (
        Column("at", tr("When"), Kind.DATE, 168, _at, tip=lambda row: formats.exact(row.at)),
        Column("who", tr("Who"), Kind.TEXT, 92, _who),
        Column("kind", tr("What"), Kind.TEXT, 148, _kind),
        Column("subject", tr("About"), Kind.TEXT, 300, _subject, tip=lambda row: row.subject),
        Column("after", tr("Now"), Kind.PILL, 116, _after),
        Column(
            "why",
            tr("Why"),
            Kind.TEXT,
            150,
            _why,
            stretch=True,
            sortable=False,
            tip=lambda row: said(row.why),
        ),
    )
