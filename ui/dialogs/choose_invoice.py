"""Which invoice a payment of a file is for: what comes near first, any that is owed by search."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from fbrecon.app.placing import left_after
from fbrecon.app.views import InvoiceRow, PaymentRow, TableQuery
from fbrecon.wording import said

from .. import formats, metrics, texts
from ..context import Context
from ..events import Change
from ..language import key_name
from ..tables.invoice_columns import choice_columns
from ..tables.table_view import WindowTable
from ..tables.window_model import WindowModel
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.empty_state import EmptyState
from ..widgets.plain_label import PlainLabel

_PAUSE_MS: Final = 150
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChooseInvoiceDialog(QDialog):
    """Names the invoice and approves; what the core refuses is said here, and it stays open."""

    def __init__(
        self, context: Context, payment: PaymentRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._payment = payment
        self.setWindowTitle(self.tr("Which invoice is it for?"))
        self.setAccessibleName(self.windowTitle())
        self.resize(*metrics.PAPER_SIZE)
        self.title = PlainLabel(self._title(), role="title", wrap=True)
        self.reason = PlainLabel(said(payment.reason), role="muted", wrap=True)
        self.reason.setVisible(bool(payment.reason))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, customer or sum of any open invoice"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setToolTip(key_name("/"))
        desk = context.desk
        self.model = WindowModel(
            context.jobs,
            choice_columns(lambda row: left_after(payment, row)),
            lambda query: desk.owed_invoice_keys(payment.id, query),
            desk.invoice_rows,
            TableQuery("left"),
            self,
        )
        self.table = WindowTable(context, self.model, "choose-invoice")
        self.table.setAccessibleName(self.tr("Open invoices, the likeliest first"))
        self.table.setSelectionMode(WindowTable.SelectionMode.SingleSelection)
        self.empty = EmptyState(context.theme, "search")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.rest = PlainLabel(wrap=True)
        self.banner = Banner(context.theme)
        self.approve = Button(
            self.tr("Approve for this invoice"),
            role="primary",
            theme=context.theme,
            icon="check",
            on_click=self.approve_now,
        )
        self.approve.setToolTip(key_name("Enter"))
        self.approve.setEnabled(False)
        self._set_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.model.was_reset.connect(self._rows_came)
        self.model.rows_arrived.connect(self._show_rest)
        self.model.failed.connect(self.banner.tell_error)
        self.table.current_changed.connect(lambda _key: self._show_rest())
        self.table.doubleClicked.connect(lambda _index: self.approve_now())
        for widget in (self.table, self.search):
            widget.installEventFilter(self)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.reload()

    def _set_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(Button(self.tr("Cancel"), on_click=self.reject))
        buttons.addWidget(self.approve)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_3)
        for part in (self.title, self.reason, self.search):
            layout.addWidget(part)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.rest)
        layout.addWidget(self.banner)
        layout.addLayout(buttons)

    def _title(self) -> str:
        payment = self._payment
        parts = (formats.money(payment.amount), payment.customer, formats.day(payment.paid_on))
        return "  \u00b7  ".join(texts.one_line(part) for part in parts if part)

    @property
    def current(self) -> InvoiceRow | None:
        """The invoice that is chosen by now; None while its row is on its way."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def approve_now(self) -> None:
        """Say yes for the current invoice; it is recorded there with the next sync."""
        desk, payment, invoice = self._context.desk, self._payment, self.current
        if invoice is None or not self.approve.isEnabled():
            return
        self.approve.setEnabled(False)
        handle = self._context.act(
            lambda: desk.approve(payment.id, invoice.id),
            lane="db",
            owner=self,
            change=Change.PAYMENTS | Change.ATTENTION | Change.STATUS,
            otherwise=self._refused,
        )
        handle.succeeded.connect(lambda _done: self.accept())

    def _refused(self, error: object) -> None:
        self.banner.tell_error(error)
        self.approve.setEnabled(True)

    def _ask(self) -> None:
        self._pause.stop()
        query = self.model.query
        self.model.ask(TableQuery(query.sort, query.descending, self.search.text().strip()))

    def _rows_came(self) -> None:
        """The first of another list is chosen."""
        self.banner.hide()
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.table)
            self.table.go_to(0)
        else:
            self.empty.tell(
                self.tr("No open invoice fits"),
                self.tr("Search for a part of its number, its customer or its sum.")
                if self.search.text()
                else self.tr("Nothing is owed in the payment's currency."),
            )
            self.stack.setCurrentWidget(self.empty)
        self._show_rest()

    def _show_rest(self) -> None:
        """What the payment does to the current invoice."""
        invoice = self.current
        self.approve.setEnabled(invoice is not None)
        left = None if invoice is None else left_after(self._payment, invoice)
        if invoice is None or left is None:
            words = ""
        elif left.is_zero:
            words = self.tr("It pays exactly what is outstanding.")
        elif left.minor > 0:
            words = self.tr("{sum} stays outstanding.").format(sum=formats.money(left))
        else:
            words = self.tr(
                "Only {sum} is outstanding, so it would wait: FreshBooks would turn the rest into"
                " credit."
            ).format(sum=formats.money(invoice.outstanding))
        self.rest.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter approves, the arrows go from the search into the list, / goes back."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self.table and key in _ENTER:
            self.approve_now()
        elif watched is self.search and key in (*_ENTER, Qt.Key.Key_Down):
            if self._pause.isActive():
                self._ask()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif watched is self.table and event.text() == "/":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        else:
            return super().eventFilter(watched, event)
        return True
