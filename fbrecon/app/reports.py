"""Reports of one company: made once as data, then written in the form that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

from fbrecon.app.activity_report import activity_tables
from fbrecon.app.ageing_report import ageing_tables
from fbrecon.app.collected_report import collected_tables
from fbrecon.app.company import Company
from fbrecon.app.fees_report import fees_tables
from fbrecon.app.preview import read_at
from fbrecon.app.reconciliation_report import reconciliation_tables
from fbrecon.app.status import history_of
from fbrecon.domain.reports import Report, ReportKind
from fbrecon.errors import WrongUsage
from fbrecon.reports import csv_file, json_file, xlsx_file
from fbrecon.reports.pages import Pages, make_pages
from fbrecon.reports.saving import save
from fbrecon.wording import speech_of

TITLES = {
    ReportKind.RECONCILIATION: "Reconciliation",
    ReportKind.ACTIVITY: "Activity",
    ReportKind.COLLECTED: "Collected payments",
    ReportKind.FEES: "Fees",
    ReportKind.AGEING: "Age of undeposited funds",
}
PrintPages = Callable[[Pages], bytes]


class ReportFormat(StrEnum):
    """The forms of a report."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


def make_report(company: Company, kind: ReportKind, from_on: date, until_on: date) -> Report:
    """The report of a period, both days included. Reads the company file only, as of one moment.

    Raises `WrongUsage` where the period ends before it begins.
    """
    if until_on < from_on:
        raise WrongUsage(
            "The period ends before it begins",
            f"{until_on.isoformat()} is before {from_on.isoformat()}.",
            "Give the earlier day first.",
        )
    # What the table of payments keeps beside the rows is brought up to date first: that is a write.
    company.stores.payments.refresh(company.doors.platform_name())
    with company.stores.moment():
        return _made(company, kind, from_on, until_on)


def _made(company: Company, kind: ReportKind, from_on: date, until_on: date) -> Report:
    notes: tuple[str, ...] = ()
    if kind is ReportKind.ACTIVITY:
        tables = activity_tables(company, from_on, until_on)
    elif kind is ReportKind.COLLECTED:
        tables, notes = collected_tables(company, from_on, until_on)
    elif kind is ReportKind.FEES:
        tables, notes = fees_tables(company, from_on, until_on)
    elif kind is ReportKind.AGEING:
        tables, notes = ageing_tables(company, until_on)
    else:
        _, history = history_of(company)
        tables, notes = reconciliation_tables(company, from_on, until_on, history)
    business = company.business
    return Report(
        kind,
        TITLES[kind],
        business.name,
        business.timezone,
        from_on,
        until_on,
        company.clock.now(),
        read_at(company),
        notes,
        tables,
    )


def save_report(
    report: Report,
    form: ReportFormat,
    path: Path,
    print_pages: PrintPages,
    language: str = "en",
) -> None:
    """Write the report to a file, over one that is there; it is whole or not there.

    Its texts, sums and days are in that language; JSON is the same for all. Raises `FileError`
    where it cannot be written.
    """
    speech = speech_of(language)
    if form is ReportFormat.PDF:
        data = print_pages(make_pages(report, speech))
    elif form is ReportFormat.XLSX:
        data = xlsx_file.render(report, speech)
    elif form is ReportFormat.CSV:
        data = csv_file.render(report, speech)
    else:
        data = json_file.render(report)
    save(data, path)


def format_of(path: Path, asked: str | None) -> ReportFormat:
    """The form asked for, else the one that the file's ending names. Raises `WrongUsage`."""
    word = asked or path.suffix.lower().removeprefix(".")
    try:
        return ReportFormat(word)
    except ValueError as error:
        raise WrongUsage(
            "That is no form of a report",
            f"“{path.name}” ends with none of {', '.join(ReportFormat)}.",
            "Say --format, or choose one of those endings.",
        ) from error
