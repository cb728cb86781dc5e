"""One bank line beneath the table: what it says, which payouts it shows, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout

from fbrecon.app.views import DepositRow, PayoutCandidate
from fbrecon.wording import said

from .. import formats
from ..actions import Actions
from ..context import Context
from ..language import tr
from ..tables import words
from ..widgets.buttons import Button
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.plain_label import ElidedLabel, Pill, PlainLabel
from .detail_frame import DetailFrame


@dataclass(frozen=True, slots=True)
class DepositDetail:
    """A bank line and the payouts that it shows, or is suggested to show."""

    row: DepositRow
    payouts: tuple[PayoutCandidate, ...]


class DepositDetailView(DetailFrame):
    """Painted anew for each line; deciding about one is done under *Reconcile*."""

    def __init__(self, context: Context, actions: Actions) -> None:
        super().__init__(tr("Bank line"))
        self.title = PlainLabel(role="title")
        self.words = ElidedLabel(role="muted")
        self.state = Pill()
        self.decide = Button(
            self.tr("Decide under Reconcile"),
            theme=context.theme,
            icon="check-circle",
            on_click=lambda: actions.show_page("reconcile"),
        )
        self.head.addWidget(self.title)
        self.head.addWidget(self.state)
        self.head.addWidget(self.words, 1)
        self.head.addWidget(self.decide)
        self.reason = PlainLabel(wrap=True, selectable=True)
        self.above.addWidget(self.reason)

    def show_detail(self, detail: DepositDetail) -> None:
        """Paint the line."""
        row = detail.row
        self.title.setText(formats.money(row.amount))
        self.words.setText(row.description)
        self.state.show_state(*words.bank_state(row))
        self.reason.setText(said(row.reason))
        self.reason.setVisible(bool(row.reason))
        self.decide.setVisible(row.is_open)
        column = self.new_body()
        column.addLayout(
            self.facts(
                (tr("Date"), formats.day(row.on)),
                (self.tr("Reference"), row.reference or "\u2013"),
                (self.tr("Bank account"), row.account or "\u2013"),
                (self.tr("How sure"), words.bank_confidence(row)),
            )
        )
        column.addLayout(self._payouts(row, detail.payouts))
        column.addStretch(1)

    def _payouts(self, row: DepositRow, payouts: Sequence[PayoutCandidate]) -> QGridLayout:
        grid = titled_grid(
            (
                self.tr("Payouts"),
                self.tr("Arrives"),
                self.tr("Payments"),
                self.tr("Fees"),
                self.tr("To the bank"),
            )
        )
        place = 2
        for payout in payouts:
            grid.addWidget(PlainLabel(payout.platform_payout_id, selectable=True), place, 0)
            cells = (
                formats.day(payout.arrival_on),
                formats.money(payout.gross),
                formats.money(payout.fees),
                formats.money(payout.net),
            )
            for column, text in enumerate(cells, 1):
                grid.addWidget(PlainLabel(text), place, column, RIGHT)
            place += 1
        if not payouts:
            none = self.tr("It shows no payout that is known.")
            grid.addWidget(PlainLabel(none, role="muted"), place, 0)
            return grid
        named = list(row.named)
        if row.unexplained is not None and row.unexplained.minor:
            named.append((self.tr("Not explained"), row.unexplained))
        named.append((self.tr("On the bank statement"), row.amount))
        for name, money in named:
            is_last = money is row.amount
            role = "strong" if is_last else ""
            grid.addWidget(PlainLabel(name, role=role), place, 0)
            label = PlainLabel(formats.money(money), role=role, selectable=is_last)
            grid.addWidget(label, place, 4, RIGHT)
            place += 1
        return grid
