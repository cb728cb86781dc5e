"""One payout beneath the table: its signed lines, and the entries it makes in the ledger."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from fbrecon.app.views import PayoutDetail, PayoutRow

from .. import formats
from ..language import tr
from ..tables import words
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.plain_label import Pill, PlainLabel
from .detail_frame import DetailFrame

_MOST_LINES = 200


class PayoutDetailView(DetailFrame):
    """Painted anew for each payout."""

    def __init__(self) -> None:
        super().__init__(tr("Payout"))
        self.title = PlainLabel(role="title")
        self.state = Pill()
        self.deposit = Pill()
        self.expense = Pill()
        for part in (self.title, self.state, self.deposit, self.expense):
            self.head.addWidget(part)
        self.head.addStretch(1)
        self.reason = PlainLabel(wrap=True, selectable=True)
        self.above.addWidget(self.reason)

    def show_detail(self, detail: PayoutDetail) -> None:
        """Paint the payout."""
        row = detail.payout
        self.title.setText(f"{formats.money(row.net)}  \u00b7  {formats.day(row.arrival_on)}")
        self.state.show_state(*words.payout_state(row.state))
        waits = bool(row.deposit_reason)
        self.deposit.show_state(*words.deposit_state(row.deposit, waits=waits))
        self.expense.setVisible(row.expense != "off")
        word, tone = words.deposit_state(row.expense, waits=bool(row.expense_reason))
        self.expense.show_state(self.tr("Fees: {state}").format(state=word), tone)
        if row.expense == "off":
            self.expense.hide()
        else:
            self.deposit.hide()
        reasons = [text for text in (row.deposit_reason, row.expense_reason) if text]
        self.reason.setText("\n".join(reasons))
        self.reason.setVisible(bool(reasons))
        column = self.new_body()
        column.addLayout(self._lines(detail))
        if row.journal:
            column.addLayout(self._journal(row))
        column.addStretch(1)

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
