"""One invoice beneath the table: its sums, lines and payments, and the way to FreshBooks."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from fbrecon.app.views import InvoiceDetail

from .. import formats
from ..actions import Actions
from ..context import Context
from ..language import tr
from ..tables import words
from ..widgets.buttons import Button
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.plain_label import ElidedLabel, Pill, PlainLabel
from .detail_frame import DetailFrame
from .detail_grids import payments_grid

_MOST_LINES = 200


class InvoiceDetailView(DetailFrame):
    """Painted anew for each invoice."""

    opens_itself = frozenset({"invoice"})

    def __init__(self, context: Context, actions: Actions) -> None:
        super().__init__(tr("Invoice"))
        self._link = ""
        self.number = PlainLabel(role="title")
        self.customer = ElidedLabel(role="muted")
        self.status = Pill()
        self.mark = Pill()
        self.open = Button(
            self.tr("Open in FreshBooks"),
            theme=context.theme,
            icon="external",
            on_click=lambda: actions.open_link(self._link),
        )
        for part in (self.number, self.status, self.mark):
            self.head.addWidget(part)
        self.head.addWidget(self.customer, 1)
        self.head.addWidget(self.open)

    def show_detail(self, detail: InvoiceDetail) -> None:
        """Paint the invoice."""
        invoice = detail.invoice
        self._link = detail.link
        self.open.setVisible(bool(detail.link))
        self.number.setText(self.tr("Invoice {number}").format(number=invoice.number))
        self.customer.setText(invoice.customer)
        self.status.show_state(*words.invoice_status(invoice.status))
        self.mark.show_state(words.visibility(invoice.visibility), "neutral")
        column = self.new_body()
        column.addLayout(
            self.facts(
                (self.tr("Total"), formats.money(invoice.total)),
                (self.tr("Paid"), formats.money(invoice.paid)),
                (self.tr("Outstanding"), formats.money(invoice.outstanding)),
                (self.tr("Date"), formats.day(invoice.create_on)),
                (self.tr("Due"), formats.day(invoice.due_on)),
            )
        )
        if detail.on_platform:
            self.on_platform = PlainLabel(detail.on_platform, wrap=True, selectable=True)
            self.on_platform.setAccessibleName(self.tr("On the platform"))
            there = QVBoxLayout()
            there.setSpacing(0)
            there.addWidget(PlainLabel(self.tr("On the platform"), role="small"))
            there.addWidget(self.on_platform)
            column.addLayout(there)
        column.addLayout(self._lines(detail))
        column.addLayout(payments_grid(detail.payments))
        column.addStretch(1)

    def open_in_freshbooks(self) -> None:
        """The invoice itself."""
        if not self.open.isHidden():
            self.open.click()

    def _lines(self, detail: InvoiceDetail) -> QGridLayout:
        grid = titled_grid(
            (
                self.tr("Line"),
                self.tr("Quantity"),
                self.tr("Rate"),
                self.tr("Taxes"),
                self.tr("Amount"),
            )
        )
        row = 2
        for item in detail.lines[:_MOST_LINES]:
            name = PlainLabel(item.name or item.description, wrap=True)
            grid.addWidget(name, row, 0)
            for column, text in enumerate(
                (
                    formats.decimal(item.quantity),
                    formats.decimal(item.unit_cost),
                    item.taxes or "\u2013",
                ),
                1,
            ):
                grid.addWidget(PlainLabel(text), row, column, RIGHT)
            grid.addWidget(PlainLabel(formats.money(item.amount)), row, 4, RIGHT)
            row += 1
            if item.name and item.description:
                grid.addWidget(PlainLabel(item.description, role="small", wrap=True), row, 0)
                row += 1
        hidden = len(detail.lines) - _MOST_LINES
        if hidden > 0 or not detail.lines:
            more = self.tr("and {n} more lines").format(n=hidden)
            none = self.tr("This invoice has no lines.")
            grid.addWidget(PlainLabel(more if hidden > 0 else none, role="muted"), row, 0)
        return grid
