"""The desk's counter for papers: the preview before a write, the receipt after it, reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fbrecon.app import receipt_files, receipts, reports, undo
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.papers import Preview, Receipt, UndoPlan
from fbrecon.app.preview import make_preview
from fbrecon.app.reports import ReportFormat
from fbrecon.clock import day_in
from fbrecon.domain.periods import Period, list_periods
from fbrecon.domain.reports import Report, ReportKind
from fbrecon.sync.progress import CancelToken, ProgressFn


class PapersDesk(DeskBase):
    """What will be written, how what was written came about, and how it all adds up."""

    def preview(self) -> Preview:
        """What the next sync would write."""
        return make_preview(self.company)

    def receipts(self, public_id: str) -> list[Receipt]:
        """How a payment or another write came about."""
        return receipts.receipts_of(self.company, public_id)

    def plan_undo(self, public_id: str, cancel: CancelToken) -> UndoPlan:
        """What would be taken back, and whether it still is as it was written."""
        return undo.plan_undo(self.company, public_id, cancel)

    def undo(self, public_id: str, cancel: CancelToken, report: ProgressFn) -> UndoPlan:
        """Take it back."""
        with self.company.deciding():
            return undo.undo(self.company, public_id, cancel, report)

    def save_receipts(self, public_id: str, path: Path, language: str = "en") -> None:
        """The receipts as a file."""
        receipt_files.save(self.receipts(public_id), path, language)

    def report_periods(self) -> tuple[Period, ...]:
        """The usual periods of a report, as of today in the business's zone."""
        company = self.company
        return list_periods(day_in(company.clock.now(), company.business.timezone))

    def make_report(self, kind: ReportKind, from_on: date, until_on: date) -> Report:
        """A report as data."""
        return reports.make_report(self.company, kind, from_on, until_on)

    def save_report(
        self, report: Report, form: ReportFormat, path: Path, language: str = "en"
    ) -> None:
        """A report as a file."""
        reports.save_report(report, form, path, self._doors.print_pages, language)
