"""Closing a month: what would be agreed with, what is closed already, and opening it again."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from fbrecon.app.periods import ClosingPlan
from fbrecon.domain.closings import ClosedPeriod
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import said

from .. import formats, metrics
from ..context import Context
from ..events import Change
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.plain_label import PlainLabel

_MONTHS = 12


class ClosingDialog(QDialog):
    """Reads when it opens and whenever another month is chosen; says what was done and stays."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: ClosingPlan | None = None
        self.setWindowTitle(self.tr("Close a month"))
        self.setAccessibleName(self.tr("Close a month"))
        self.resize(*metrics.PAPER_SIZE)
        self.banner = Banner(context.theme)
        intro = PlainLabel(
            self.tr(
                "Closing locks what undeposited funds came to. Whatever changes in that time"
                " afterwards is told with its sum, and fbrecon writes nothing into it."
            ),
            role="muted",
            wrap=True,
        )
        self.months = QComboBox()
        self.months.setAccessibleName(self.tr("Up to the end of"))
        self.months.setMinimumContentsLength(14)  # they arrive later
        chosen = QHBoxLayout()
        chosen.setSpacing(metrics.SPACE_3)
        chosen.addWidget(PlainLabel(self.tr("Up to the end of"), role="strong"))
        chosen.addWidget(self.months)
        chosen.addStretch(1)
        self._figures = QWidget()
        self.problem = PlainLabel(role="problem", wrap=True)
        self.agree = QCheckBox()
        self.close_month = Button(
            self.tr("Close the month"), role="primary", on_click=self._close_month
        )
        self._closed = QWidget()
        self.done_ = Button(self.tr("Done"), on_click=self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(self.close_month)
        buttons.addWidget(self.done_)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[metrics.SPACE_5] * 4)
        self._column.setSpacing(metrics.SPACE_4)
        self._column.addWidget(self.banner)
        self._column.addWidget(intro)
        self._column.addLayout(chosen)
        for part in (self._figures, self.problem, self.agree, self._closed):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addLayout(buttons)
        self.close_month.setEnabled(False)
        self.agree.hide()
        self.agree.toggled.connect(self._allow)
        self.months.currentIndexChanged.connect(self._read)
        self._read()

    def _read(self) -> None:
        desk, wanted = self._context.desk, self.months.currentData()
        until_on = wanted if isinstance(wanted, date) else None

        def work(
            _token: CancelToken, _report: ProgressFn
        ) -> tuple[ClosingPlan, list[ClosedPeriod]]:
            return desk.plan_closing(until_on), desk.list_periods()

        self._context.run(
            work, lane="db", owner=self, then=self._show, otherwise=self.banner.tell_error
        )

    def _show(self, read: tuple[ClosingPlan, list[ClosedPeriod]]) -> None:
        self._plan, periods = read
        if not self.months.count():
            self._offer(self._plan.until_on)
        self._figures = self._swap(self._figures, self._draw_figures(self._plan))
        self._closed = self._swap(self._closed, self._draw_closed(periods))
        self.problem.setText(said(self._plan.problem))
        self.problem.setVisible(bool(self._plan.problem))
        self.agree.setText(
            self.tr("I agree with these figures")
            if self._plan.is_proven
            else self.tr("I agree, although they are not proven by the ledger")
        )
        self.agree.setChecked(False)
        self.agree.setVisible(not self._plan.problem)
        self._allow()

    def _offer(self, last: date) -> None:
        self.months.blockSignals(True)
        end = last
        for _ in range(_MONTHS):
            self.months.addItem(formats.day(end), end)
            end = end.replace(day=1) - timedelta(days=1)
        self.months.blockSignals(False)

    def _swap(self, old: QWidget, layout: QGridLayout) -> QWidget:
        new = QWidget()
        new.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        self._column.replaceWidget(old, new)
        old.deleteLater()
        return new

    def _draw_figures(self, plan: ClosingPlan) -> QGridLayout:
        grid = titled_grid(
            (
                self.tr("Undeposited funds on {day}").format(day=formats.day(plan.until_on)),
                self.tr("Should be"),
                self.tr("In the ledger"),
                self.tr("Difference"),
            )
        )
        for place, figures in enumerate(plan.figures, 2):
            grid.addWidget(PlainLabel(figures.expected.currency), place, 0)
            for column, money in enumerate(
                (figures.expected, figures.proven, figures.difference), 1
            ):
                text = formats.money(money)
                grid.addWidget(PlainLabel(text, selectable=True), place, column, RIGHT)
        count = formats.counted(
            plan.rows,
            self.tr("{n} payment, payout, entry or posting is locked with them."),
            self.tr("{n} payments, payouts, entries and postings are locked with them."),
        )
        note = PlainLabel(count, role="small", wrap=True)
        grid.addWidget(note, len(plan.figures) + 2, 0, 1, 4)
        return grid

    def _draw_closed(self, periods: list[ClosedPeriod]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        if periods:
            last = periods[-1]
            told = self.tr("Closed up to {day}").format(day=formats.day(last.until_on))
            grid.addWidget(PlainLabel(told, role="strong", wrap=True), 0, 0)
            grid.addWidget(
                Button(
                    self.tr("Open it again"),
                    role="danger",
                    on_click=lambda: self._reopen(last.until_on),
                ),
                0,
                1,
            )
        return grid

    def _allow(self) -> None:
        plan = self._plan
        may = plan is not None and not plan.problem and self.agree.isChecked()
        self.close_month.setEnabled(may)

    def _close_month(self) -> None:
        plan, desk = self._plan, self._context.desk
        if plan is None:
            return
        handle = self._context.act(
            lambda: desk.close_period(plan.until_on, although=not plan.is_proven),
            lane="db",
            owner=self,
            change=Change.STATUS | Change.ATTENTION,
            otherwise=self.banner.tell_error,
        )
        handle.succeeded.connect(self._read)

    def _reopen(self, until_on: date) -> None:
        desk = self._context.desk
        handle = self._context.act(
            lambda: desk.reopen_period(until_on),
            lane="db",
            owner=self,
            change=Change.STATUS | Change.ATTENTION | Change.PAYMENTS,
            otherwise=self.banner.tell_error,
        )
        handle.succeeded.connect(self._read)
