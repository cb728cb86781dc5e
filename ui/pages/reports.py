"""Reports: choose what and over which period, look at the figures, save them as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fbrecon.app.reports import ReportFormat
from fbrecon.domain.periods import Period
from fbrecon.domain.reports import Report, ReportKind
from fbrecon.reports.in_language import in_language
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import spoken

from .. import formats, metrics
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.page import Page, scroll
from ..widgets.plain_label import PlainLabel
from .report_card import ReportCard

_CUSTOM = "custom"
_FIRST = "last_month"  # what is usually filed


class ReportsPage(Page):
    """Made anew when a choice or the books change; what is saved is what is shown."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reports"), parent)
        self._context = context
        self._periods: tuple[Period, ...] = ()
        self._report: Report | None = None
        self._is_stale = True
        self._is_reading = False
        self._is_filling = False
        self.kind = self._choice(self.tr("Report"))
        self.period = self._choice(self.tr("Period"))
        self.form = self._choice(self.tr("Format"))
        self.from_on, self.until_on = (
            self._day(self.tr("First day")),
            self._day(self.tr("Last day")),
        )
        self.save = Button(
            self.tr("Save\u2026"),
            role="primary",
            theme=context.theme,
            icon="report",
            on_click=self._choose_file,
        )
        self.banner = Banner(context.theme)
        self.empty = EmptyState(context.theme, "report")
        self.empty.button.clicked.connect(lambda: actions.show_page("home"))
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self.cards: list[ReportCard] = []
        self.stack = QStackedWidget()
        self.area = scroll(self._content)
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        self._grid = self._controls()
        self._grid.addWidget(self._days, 0, 2)
        self.header_actions.addWidget(self.form)
        self.header_actions.addWidget(self.save)
        self.layout_.addLayout(self._grid)
        self.layout_.addWidget(self.banner)
        self.layout_.addWidget(self.stack, 1)
        self._fill()
        context.events.changed.connect(self._changed)

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.currentIndexChanged.connect(self._chosen)
        return choice

    def _day(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setFixedWidth(metrics.DAY_WIDTH)
        edit.setPlaceholderText("2026-01-31")
        edit.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        edit.setAccessibleName(name)
        edit.editingFinished.connect(self._entered)
        return edit

    def _controls(self) -> QGridLayout:
        """What and when; the days stand beneath where the page is narrow."""
        days = QHBoxLayout()
        days.setSpacing(metrics.SPACE_2)
        days.addWidget(self.from_on)
        days.addWidget(PlainLabel("\u2013"))
        days.addWidget(self.until_on)
        self._days = QWidget()
        self._days.setProperty("role", "plain")
        self._days.setLayout(days)
        days.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setSpacing(metrics.SPACE_2)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.period, 0, 1)
        grid.setColumnStretch(4, 1)
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the days where there is room."""
        super().resizeEvent(event)
        if event.size().width() < metrics.ONE_COLUMN_BELOW:
            self._grid.addWidget(self._days, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self._days, 0, 2)

    def _fill(self) -> None:
        self._is_filling = True
        self.kind.addItem(self.tr("Reconciliation"), ReportKind.RECONCILIATION)
        for kind, title in (
            (ReportKind.COLLECTED, self.tr("Collected payments")),
            (ReportKind.FEES, self.tr("Fees")),
            (ReportKind.AGEING, self.tr("Age of undeposited funds")),
            (ReportKind.ACTIVITY, self.tr("Activity")),
        ):
            self.kind.addItem(title, kind)
        for form, words in (
            (ReportFormat.PDF, self.tr("PDF")),
            (ReportFormat.XLSX, self.tr("Excel workbook")),
            (ReportFormat.CSV, self.tr("CSV")),
            (ReportFormat.JSON, self.tr("JSON")),
        ):
            self.form.addItem(words, form)
        for key, words in (
            ("this_month", self.tr("This month")),
            ("last_month", self.tr("Last month")),
            ("this_quarter", self.tr("This quarter")),
            ("last_quarter", self.tr("Last quarter")),
            ("this_year", self.tr("This year")),
            ("last_year", self.tr("Last year")),
            (_CUSTOM, self.tr("Other days")),
        ):
            self.period.addItem(words, key)
        self.period.setCurrentIndex(self.period.findData(_FIRST))
        self._is_filling = False
        self._enable()

    # Choosing.

    def page_shown(self) -> None:
        """Make it anew where something changed while the page was behind."""
        if self._is_stale:
            self._read()

    def _changed(self, change: Change) -> None:
        if change & ~Change.STATUS:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _chosen(self) -> None:
        if self._is_filling or self.sender() is self.form:
            return
        self._show_period()
        self._read()

    def _entered(self) -> None:
        shown = self._days_of_period()
        if shown is not None and self._typed() == shown:
            return
        self._is_filling = True
        self.period.setCurrentIndex(self.period.findData(_CUSTOM))
        self._is_filling = False
        self._read()

    def _days_of_period(self) -> tuple[date, date] | None:
        """The days of the period that is chosen; None for other days."""
        key = self.period.currentData()
        found = next((period for period in self._periods if period.key == key), None)
        return None if found is None else (found.from_on, found.until_on)

    def _show_period(self) -> None:
        days = self._days_of_period()
        if days is not None:
            self.from_on.setText(days[0].isoformat())
            self.until_on.setText(days[1].isoformat())

    def _typed(self) -> tuple[date, date] | None:
        try:
            first, last = self.from_on.text().strip(), self.until_on.text().strip()
            return date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            return None

    # Reading.

    def _read(self) -> None:
        if self._is_reading:
            self._is_stale = True
            return
        days = self._typed() if self._periods else None
        if self._periods and days is None:
            self.banner.tell(
                self.tr("That is no day"),
                self.tr("Write the first and the last day as 2026-01-31."),
                tone="warning",
            )
            return
        self._is_stale, self._is_reading = False, True
        if self._report is None:
            self.empty.wait()
            self.stack.setCurrentWidget(self.empty)
        self._enable()
        desk, kind = self._context.desk, ReportKind(self.kind.currentData())
        wanted = str(self.period.currentData())

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[tuple[Period, ...], Report]:
            periods = desk.report_periods()
            own = next((p for p in periods if p.key == wanted), None)
            first, last = (
                (own.from_on, own.until_on)
                if own is not None
                else days
                or (
                    periods[0].from_on,
                    periods[0].until_on,
                )
            )
            return periods, desk.make_report(kind, first, last)

        # Not in the lane of the tables: a long period takes a moment.
        handle = self._context.run(
            work, lane="net", owner=self, then=self._made, otherwise=self._failed
        )
        handle.settled.connect(self._settled)

    def _settled(self) -> None:
        self._is_reading = False
        self._enable()
        if self._is_stale and self.isVisible():
            self._read()

    def _enable(self) -> None:
        self.save.setEnabled(self._report is not None and not self._is_reading)

    def _failed(self, error: object) -> None:
        self._report = None
        self.subtitle.setText("")
        self.banner.hide()
        message = " ".join(
            text for part in ("message", "hint") if (text := str(getattr(error, part, "")))
        )
        title = str(getattr(error, "title", "")) or self.tr("There is no report")
        self.empty.tell(title, message, button=self.tr("Go to Home"), icon="alert")
        self.stack.setCurrentWidget(self.empty)
        self._enable()

    def _made(self, made: tuple[tuple[Period, ...], Report]) -> None:
        self._periods, report = made
        self._show_period()
        self.banner.hide()
        self.show_report(report)

    # Painting.

    def show_report(self, report: Report) -> None:
        """Show its notes and its tables at a glance."""
        self._report = report
        read = self.tr("never")
        if report.read_at is not None:
            read = formats.relative(report.read_at, self._context.clock.now())
        words = self.tr("All sums are in {currency}.").format(currency=", ".join(report.currencies))
        self.subtitle.setText(
            self.tr("{first} to {last}, days in {zone}; the services were read {when}.").format(
                first=formats.day(report.from_on),
                last=formats.day(report.until_on),
                zone=report.timezone,
                when=read,
            )
            + (f" {words}" if len(report.currencies) == 1 else "")
        )
        body = QWidget()
        body.setProperty("role", "plain")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_4)
        told = in_language(report, spoken())
        if told.notes:
            column.addWidget(self._notes(told))
        theme = self._context.theme
        alone = len(report.currencies) == 1
        self.cards = [
            ReportCard(theme, table, one_currency=alone) for table in told.tables if table.brief
        ]
        for card in self.cards:
            column.addWidget(card)
        more = [table.title for table in told.tables if not table.brief]
        if more:
            words = self.tr("In the file as well: {tables}.").format(tables=", ".join(more))
            column.addWidget(PlainLabel(words, role="muted", wrap=True))
        column.addStretch(1)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        self.stack.setCurrentWidget(self.area)
        # At once: Qt would first paint everything in the height that was there before.
        for widget in (body, self._content, self.area.widget()):
            layout = None if widget is None else widget.layout()
            if layout is not None:
                layout.activate()
        self._enable()

    def _notes(self, report: Report) -> Card:
        card = Card(self._context.theme, "info", self.tr("What this report cannot tell"))
        for note in report.notes:
            card.body.addWidget(PlainLabel(note, role="muted", wrap=True))
        return card

    # Saving.

    def _choose_file(self) -> None:
        report, form = self._report, ReportFormat(self.form.currentData())
        if report is None:
            return
        days = f"{report.from_on.isoformat()}-to-{report.until_on.isoformat()}"
        name = f"{report.kind}-{days}.{form}"
        dialog = QFileDialog(self, self.tr("Save the report"), name)
        # The dialog itself asks before a file is replaced.
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.setNameFilters([f"{self.form.currentText()} (*.{form})"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save_to(chosen, report, form))
        dialog.open()

    def save_to(self, name: str, report: Report, form: ReportFormat) -> None:
        """Write the report that was shown to that file."""
        desk, path, language = self._context.desk, Path(name), spoken().code

        def work(_token: CancelToken, _report: ProgressFn) -> None:
            desk.save_report(report, form, path, language)

        self._context.run(
            work,
            lane="net",
            owner=self,
            then=lambda _done: self.banner.tell(
                self.tr("Saved"),
                self.tr("{name} is written.").format(name=path.name),
                tone="success",
            ),
            otherwise=self.banner.tell_error,
        )
