"""One invoice beneath the table: its sums, lines and payments, and the way to FreshBooks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.app.views import InvoiceDetail

from .. import formats, metrics
from ..actions import Actions
from ..context import Context
from ..tables import words
from ..widgets.buttons import Button
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.page import scroll
from ..widgets.plain_label import ElidedLabel, Pill, PlainLabel

_MOST_LINES = 200


class InvoiceDetailView(QFrame):
    """Painted anew for each invoice."""

    def __init__(self, context: Context, actions: Actions) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Invoice"))
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
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_3)
        for part in (self.number, self.status, self.mark):
            head.addWidget(part)
        head.addWidget(self.customer, 1)
        head.addWidget(self.open)
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
        self.area.hide()

    def show_detail(self, detail: InvoiceDetail) -> None:
        """Paint the invoice."""
        invoice = detail.invoice
        self._link = detail.link
        self.open.setVisible(bool(detail.link))
        self.problem.hide()
        self.area.show()
        self.number.setText(self.tr("Invoice {number}").format(number=invoice.number))
        self.customer.setText(invoice.customer)
        self.status.show_state(*words.invoice_status(invoice.status))
        self.mark.show_state(words.visibility(invoice.visibility), "neutral")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_4)
        column.addLayout(self._sums(detail))
        if detail.on_platform:
            self.on_platform = PlainLabel(detail.on_platform, wrap=True, selectable=True)
            self.on_platform.setAccessibleName(self.tr("On the platform"))
            there = QVBoxLayout()
            there.setSpacing(0)
            there.addWidget(PlainLabel(self.tr("On the platform"), role="small"))
            there.addWidget(self.on_platform)
            column.addLayout(there)
        column.addLayout(self._lines(detail))
        column.addLayout(self._payments(detail))
        column.addStretch(1)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        self.area.verticalScrollBar().setValue(0)

    def _sums(self, detail: InvoiceDetail) -> QHBoxLayout:
        invoice = detail.invoice
        row = QHBoxLayout()
        row.setSpacing(metrics.SPACE_6)
        for name, text in (
            (self.tr("Total"), formats.money(invoice.total)),
            (self.tr("Paid"), formats.money(invoice.paid)),
            (self.tr("Outstanding"), formats.money(invoice.outstanding)),
            (self.tr("Date"), formats.day(invoice.create_on)),
            (self.tr("Due"), formats.day(invoice.due_on)),
        ):
            block = QVBoxLayout()
            block.setSpacing(0)
            block.addWidget(PlainLabel(name, role="small"))
            block.addWidget(PlainLabel(text, role="strong", selectable=True))
            row.addLayout(block)
        row.addStretch(1)
        return row

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

    def _payments(self, detail: InvoiceDetail) -> QGridLayout:
        grid = titled_grid(
            (
                self.tr("Payments"),
                self.tr("Method"),
                self.tr("Date"),
                self.tr("State"),
                self.tr("Amount"),
            )
        )
        row = 2
        for payment in detail.payments:
            word, tone = words.payment_state(payment.state)
            grid.addWidget(PlainLabel(payment.reason or "\u2013", wrap=True), row, 0)
            grid.addWidget(PlainLabel(words.method(payment.method)), row, 1, RIGHT)
            grid.addWidget(PlainLabel(formats.day(payment.paid_on)), row, 2, RIGHT)
            grid.addWidget(Pill(word, tone), row, 3, RIGHT)
            grid.addWidget(PlainLabel(formats.money(payment.amount)), row, 4, RIGHT)
            row += 1
        if not detail.payments:
            grid.addWidget(PlainLabel(self.tr("No payments yet."), role="muted"), row, 0)
        return grid
