"""The part of the fake desk that reports: made-up figures, and files that are not written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fbrecon.app.reports import ReportFormat
from fbrecon.domain.periods import Period, list_periods
from fbrecon.domain.reports import Report, ReportKind

from .fake_bank import FakeBank
from .sample_books import TODAY
from .sample_reports import a_report


class FakeReports(FakeBank):
    """What the page of reports asks of a desk. `open_items` is how many payments are open."""

    open_items = 5

    def report_periods(self) -> tuple[Period, ...]:
        """As of the sample books' today."""
        self._ask("report_periods")
        return list_periods(TODAY)

    def make_report(self, kind: ReportKind, from_on: date, until_on: date) -> Report:
        """The sample report over that period."""
        self._ask("make_report", kind, from_on, until_on)
        return a_report(kind, from_on, until_on, open_items=self.open_items)

    def save_report(
        self, report: Report, form: ReportFormat, path: Path, language: str = "en"
    ) -> None:
        """Only remember that it was asked for."""
        self._ask("save_report", report.kind, form, path, language)
