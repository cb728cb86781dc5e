"""A report as it is printed: every text of its pages, and how each column stands.

Whoever prints only sets it: the printer is found through the window's entry point, since letters
and paper are Qt's, and the core never imports Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from fbrecon.domain.moments import rfc3339
from fbrecon.domain.reports import ColumnKind, Report, RowKind, Table
from fbrecon.reports.cells import for_people, one_line
from fbrecon.reports.in_language import in_language
from fbrecon.wording import ENGLISH, Speech


@dataclass(frozen=True, slots=True)
class PageColumn:
    """One column. Numbers stand at the right; only text may be broken into lines.

    `once` says that a text is not written again beneath itself on the same page.
    """

    title: str
    at_right: bool = False
    may_wrap: bool = True
    once: bool = False


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row, a text for each column."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.ROW


@dataclass(frozen=True, slots=True)
class PageTable:
    """One table; `note` stands beneath its title, and says why it is empty where it is."""

    title: str
    note: str
    columns: tuple[PageColumn, ...]
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """What is printed: `facts` and `notes` beneath the title, `footer` at the foot of each page."""

    name: str
    title: str
    subtitle: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    tables: tuple[PageTable, ...]
    footer: str
    numbered: str = "Page {number} of {pages}"


def make_pages(report: Report, speech: Speech = ENGLISH) -> Pages:
    """The texts of the pages, in that language."""
    report, say = in_language(report, speech), speech.say
    business = one_line(report.business)
    first, last = report.from_on.isoformat(), report.until_on.isoformat()
    period = say(f"from {first} to {last}")
    made_at = for_people(report.made_at, speech.code)
    made = f"Made {made_at} UTC; the services were never read"
    if report.read_at is not None:
        read_at = for_people(report.read_at, speech.code)
        made = f"Made {made_at} UTC; the services were last read {read_at} UTC"
    alone = len(report.currencies) <= 1
    facts = [
        say(f"From {first} to {last}, days in {report.timezone}"),
        say(made),
        say(f"All sums are in {report.currencies[0]}") if len(report.currencies) == 1 else "",
    ]
    made_then = say(f"made {rfc3339(report.made_at)}")
    return Pages(
        f"{report.title}, {business}, {period}",
        report.title,
        business,
        tuple(fact for fact in facts if fact),
        tuple(one_line(note) for note in report.notes),
        tuple(_table(table, speech.code, alone=alone) for table in report.tables),
        f"{business}  ·  {report.title}, {period}  ·  {made_then}",
        say("Page {number} of {pages}"),
    )


def _table(table: Table, language: str, *, alone: bool) -> PageTable:
    columns = [
        column
        for column in table.columns
        if column.on_paper and not (alone and column.key == "currency")
    ]
    notes = [table.note, "" if table.rows else table.empty]
    return PageTable(
        table.title,
        " ".join(one_line(note) for note in notes if note),
        tuple(
            PageColumn(
                column.title,
                at_right=column.kind in (ColumnKind.MONEY, ColumnKind.COUNT),
                may_wrap=column.kind is ColumnKind.TEXT,
                once=column.once,
            )
            for column in columns
        ),
        tuple(
            PageRow(
                tuple(for_people(row.cell(column.key), language) for column in columns),
                # A difference that is none stands back; one that is one must be seen.
                RowKind.SUBTOTAL if row.is_off else row.kind,
            )
            for row in table.rows
        ),
    )
