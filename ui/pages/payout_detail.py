"""One payout beneath the table: its signed lines, and the entries it makes in the ledger."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.app.views import PayoutDetail, PayoutRow

from .. import formats, metrics
from ..tables import words
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.page import scroll
from ..widgets.plain_label import Pill, PlainLabel

_MOST_LINES = 200


class PayoutDetailView(QFrame):
    """Painted anew for each payout."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Payout"))
        self.title = PlainLabel(role="title")
        self.state = Pill()
        self.deposit = Pill()
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_3)
        for part in (self.title, self.state, self.deposit):
            head.addWidget(part)
        head.addStretch(1)
        self.reason = PlainLabel(wrap=True, selectable=True)
        self.problem = PlainLabel(role="problem", wrap=True)
        self.problem.hide()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.area = scroll(self._content, role="plain")
        self._body: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_4, metrics.SPACE_3, metrics.SPACE_4, metrics.SPACE_3
        )
        layout.setSpacing(metrics.SPACE_3)
        layout.addLayout(head)
        layout.addWidget(self.reason)
        layout.addWidget(self.problem)
        layout.addWidget(self.area, 1)
        self.setMinimumHeight(150)

    def sizeHint(self) -> QSize:
        """High enough for a few lines; the splitter gives more."""
        return QSize(super().sizeHint().width(), metrics.DETAIL_HEIGHT)

    def show_error(self, error: object) -> None:
        """The detail could not be read; the table is not disturbed."""
        self.problem.setText(str(getattr(error, "sentence", "")) or self.tr("It cannot be shown."))
        self.problem.show()
        self.reason.hide()
        self.area.hide()

    def show_detail(self, detail: PayoutDetail) -> None:
        """Paint the payout."""
        row = detail.payout
        self.problem.hide()
        self.area.show()
        self.title.setText(f"{formats.money(row.net)}  \u00b7  {formats.day(row.arrival_on)}")
        self.state.show_state(*words.payout_state(row.state))
        waits = bool(row.deposit_reason)
        self.deposit.show_state(*words.deposit_state(row.deposit, waits=waits))
        self.reason.setText(row.deposit_reason)
        self.reason.setVisible(waits)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_4)
        column.addLayout(self._lines(detail))
        if row.journal:
            column.addLayout(self._journal(row))
        column.addStretch(1)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        self.area.verticalScrollBar().setValue(0)

    def _lines(self, detail: PayoutDetail) -> QGridLayout:
        grid = titled_grid(
            (self.tr("Line"), self.tr("Invoice"), self.tr("Customer"), self.tr("Amount"))
        )
        place = 2
        for item in detail.lines[:_MOST_LINES]:
            grid.addWidget(PlainLabel(item.description, wrap=True), place, 0)
            grid.addWidget(PlainLabel(item.invoice_number or "\u2013"), place, 1, RIGHT)
            grid.addWidget(PlainLabel(item.customer or "\u2013"), place, 2, RIGHT)
            grid.addWidget(PlainLabel(formats.money(item.amount)), place, 3, RIGHT)
            place += 1
        hidden = len(detail.lines) - _MOST_LINES
        if hidden > 0:
            more = self.tr("and {n} more lines").format(n=formats.number(hidden))
            grid.addWidget(PlainLabel(more, role="muted"), place, 0)
            place += 1
        if not detail.payout.composed:
            none = self.tr("The platform does not show what this payout is made of.")
            grid.addWidget(PlainLabel(none, role="muted", wrap=True), place, 0)
            place += 1
        difference = detail.payout.difference
        if difference is not None and difference.minor:
            grid.addWidget(PlainLabel(self.tr("Not explained by its lines")), place, 0)
            grid.addWidget(PlainLabel(formats.money(difference)), place, 3, RIGHT)
            place += 1
        grid.addWidget(PlainLabel(self.tr("To the bank"), role="strong"), place, 0)
        net = PlainLabel(formats.money(detail.payout.net), role="strong", selectable=True)
        grid.addWidget(net, place, 3, RIGHT)
        return grid

    def _journal(self, row: PayoutRow) -> QGridLayout:
        grid = titled_grid((self.tr("Ledger account"), "", self.tr("Debit"), self.tr("Credit")))
        for place, item in enumerate(row.journal, 2):
            grid.addWidget(PlainLabel(item.account, wrap=True), place, 0)
            for column, money in ((2, item.debit), (3, item.credit)):
                if money is not None:
                    grid.addWidget(PlainLabel(formats.money(money)), place, column, RIGHT)
        return grid
