"""Home's card of undeposited funds: what they should hold, what the ledger shows, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fbrecon.app.views import BucketSum, ClearingView, StatusView

from .. import formats, metrics
from ..actions import Actions
from ..tables import words
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.grid import RIGHT
from ..widgets.plain_label import Pill, PlainLabel


class _ClearingLine(QWidget):
    def __init__(self, view: ClearingView, actions: Actions) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics.SPACE_2)
        layout.addLayout(self._figures(view))
        self.buckets = [bucket for bucket in view.buckets if bucket.count]
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.SPACE_4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for place, bucket in enumerate(self.buckets):
            self._bucket(grid, 2 * place, bucket)
        layout.addLayout(grid)
        if self.buckets:
            self.rows = Button(
                self.tr("Show the rows"), on_click=lambda: actions.show_clearing(view.currency)
            )
            layout.addWidget(self.rows, 0, Qt.AlignmentFlag.AlignLeft)

    def _figures(self, view: ClearingView) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.SPACE_5)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(PlainLabel(self.tr("Should be"), role="small"), 0, 0)
        grid.addWidget(PlainLabel(formats.money(view.expected), role="figure"), 1, 0)
        if view.proven is None:
            pill = Pill(self.tr("Not checked against the ledger"))
        else:
            grid.addWidget(PlainLabel(self.tr("In the ledger"), role="small"), 0, 1)
            grid.addWidget(PlainLabel(formats.money(view.proven), role="figure"), 1, 1)
            if view.difference is None or view.difference.is_zero:
                pill = Pill(self.tr("Proven to the cent"), "success")
            else:
                differs = self.tr("Differs by {sum}").format(sum=formats.money(view.difference))
                pill = Pill(differs, "danger")
        grid.addWidget(pill, 2, 0, 1, 3)
        return grid

    def _bucket(self, grid: QGridLayout, place: int, bucket: BucketSum) -> None:
        name = PlainLabel(words.clearing_bucket(bucket.bucket), wrap=True)
        by_age = [
            self.tr("{sum} of {days} days").format(
                sum=formats.money(age.amount), days=age.band.name
            )
            for age in bucket.ages
            if age.count
        ]
        name.setToolTip("\n".join(by_age))
        since = self.tr("{rows}, the oldest of {day}").format(
            rows=formats.counted(bucket.count, self.tr("{n} row"), self.tr("{n} rows")),
            day=formats.day(bucket.oldest_on),
        )
        grid.addWidget(name, place, 0)
        grid.addWidget(PlainLabel(formats.money(bucket.amount)), place, 1, RIGHT)
        grid.addWidget(PlainLabel(since, role="small", wrap=True), place + 1, 0, 1, 2)
        grid.setRowMinimumHeight(place + 1, 22)


class ClearingCard(Card):
    """What undeposited funds should hold, whether the ledger agrees, and what explains it."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, "empty", "")
        self._actions = actions
        self.title.setText(self.tr("Undeposited funds"))
        self.body.setSpacing(metrics.SPACE_4)
        self.none = PlainLabel(role="muted", wrap=True)
        self.none.setText(
            self.tr("Collected money that was not paid out yet shows here, once there is some.")
        )
        self.body.addWidget(self.none)
        self.close_month = Button(self.tr("Close a month\u2026"), on_click=actions.close_month)
        self.close_month.hide()
        self.action_row.addWidget(self.close_month)
        self.lines: list[_ClearingLine] = []
        self._shown: tuple[ClearingView, ...] | None = None

    def show_status(self, status: StatusView) -> None:
        """One block for each currency."""
        if status.clearing == self._shown:
            return
        self._shown = status.clearing
        for line in self.lines:
            self.body.removeWidget(line)
            line.deleteLater()
        self.lines = [_ClearingLine(view, self._actions) for view in status.clearing]
        for line in self.lines:
            self.body.addWidget(line)
        self.none.setVisible(not self.lines)
        self.close_month.setVisible(bool(self.lines))
