"""Payments: both sides of each, why it stands as it does, and yes or no where a person decides."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from fbrecon.app.views import ConnectionState, PaymentRow, TableQuery
from fbrecon.domain.money import Money
from fbrecon.domain.stories import Story
from fbrecon.wording import said

from .. import formats, hotkeys
from ..actions import Actions
from ..context import Context
from ..dialogs.choose_invoice import ChooseInvoiceDialog
from ..dialogs.messages import ask
from ..events import Change
from ..language import key_name, tr
from ..status_watch import StatusWatch
from ..tables import words
from ..tables.payment_columns import payment_columns
from ..tables.window_model import WindowModel
from ..widgets.buttons import Button
from .detail_page import DetailPage
from .import_button import import_button
from .story_area import StoryArea
from .strip_frame import WRITTEN, StripFrame

DECIDABLE: Final = frozenset({"held", "proposed"})


class PaymentStrip(StripFrame):
    """The current payment in words, and the buttons for the selected ones."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Payment"))
        self.reason = self.add_line()
        self.platform = self.add_line("muted")
        self.books = self.add_line("muted")
        self.dismiss = Button(self.tr("Dismiss"), theme=context.theme, icon="close")
        self.choose = Button(self.tr("Which invoice\u2026"), theme=context.theme)
        self.choose.setToolTip(key_name(hotkeys.WHICH_INVOICE))
        self.approve = Button(self.tr("Approve"), role="primary", theme=context.theme, icon="check")
        self.open = Button(_open_words(), theme=context.theme, icon="external")
        self._address = ""
        for button in (self.open, self.choose, self.dismiss, self.approve):
            self.actions_row.addWidget(button)
        self.open.hide()
        self.story = StoryArea()
        self.add_below(self.story)

    def show_detail(self, _detail: object) -> None:
        """Everything but the story was painted from the row."""

    def show_story(self, story: Story, actions: Actions) -> None:
        """What happened to it on both sides, and the way to its invoice in FreshBooks."""
        self.story.show_story(story, actions)
        self._address = story.links[0].address if story.links else ""
        self.open.setVisible(bool(self._address))

    def show_error(self, error: object) -> None:
        """The history could not be read; the strip itself stands."""
        self.story.show_error(error)

    def open_in_freshbooks(self) -> None:
        """The invoice that it is on."""
        if not self.open.isHidden():
            self.open.click()

    @property
    def address(self) -> str:
        """Where its invoice is opened."""
        return self._address

    def show_payment(self, row: PaymentRow) -> None:
        """Both sides and the reason."""
        self.lead.setText(formats.money(row.amount))
        self.lead.show()
        self.title.setText(row.customer)
        self.state.show_state(*words.payment_state(row.state))
        self.reason.setText(said(row.reason))
        self.reason.setVisible(bool(row.reason))
        on_platform = bool(row.platform_payment_id)
        self.platform.setText(
            self.tr("On the platform: {state}, {method}, {day}").format(
                state=words.platform_state(row.platform_state),
                method=words.method(row.method),
                day=formats.day(row.paid_on),
            )
            if on_platform
            else self.tr("On the platform: not there")
        )
        invoice = row.invoice_number or "\u2013"
        there = self.tr("recorded") if row.freshbooks_payment_id else self.tr("not recorded")
        self.books.setText(
            self.tr("In FreshBooks: {there}, invoice {invoice}; {posting}").format(
                there=there, invoice=invoice, posting=words.posting_state(row.posting_state)
            )
        )

    def show_papers(self, row: PaymentRow | None) -> None:
        """Buttons for one payment that was written, or matched; none for several."""
        written = row is not None and row.posting_state in WRITTEN
        self.receipt.setVisible(
            row is not None and (row.posting_state not in ("", "none") or row.state == "matched")
        )
        self.undo.setVisible(written)

    def show_decision(self, rows: list[PaymentRow]) -> None:
        """Buttons for these; none where nothing is to be decided."""
        for button in (self.approve, self.dismiss):
            button.setVisible(bool(rows))
        if len(rows) == 1:
            self.approve.show_text(self.tr("Approve"))
            self.dismiss.show_text(self.tr("Dismiss"))
        elif rows:
            count = formats.number(len(rows))
            self.approve.show_text(
                self.tr("Approve {n} ({sums})").format(n=count, sums=sum_words(rows))
            )
            self.dismiss.show_text(self.tr("Dismiss {n}").format(n=count))


class PaymentsPage(DetailPage):
    """Approving sends nothing by itself: the next sync does."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        names = (
            "matched",
            "posted",
            "held",
            "uncertain",
            "failed",
            "returned",
            "only_in_freshbooks",
        )
        states = [("", tr("All states"))]
        states += [(name, words.payment_state(name)[0]) for name in names]
        desk = context.desk
        self._strip = PaymentStrip(context)
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Payments"),
            name="payments",
            change=Change.PAYMENTS,
            placeholder=tr("Invoice or customer"),
            states=states,
            periods=True,
            make_model=lambda page: WindowModel(
                context.jobs,
                payment_columns(),
                desk.payment_keys,
                desk.payment_rows,
                TableQuery(sort="date", descending=True),
                page,
            ),
            view=self._strip,
            detail=self._strip,
        )
        self._row: PaymentRow | None = None
        self.table.selectionModel().selectionChanged.connect(self._show_strip)
        self.model.rows_arrived.connect(self._show_strip)
        self.header_actions.addWidget(import_button(context, actions))
        self._strip.approve.clicked.connect(self._approve)
        self._strip.open.clicked.connect(lambda: actions.open_link(self._strip.address))
        self._strip.choose.clicked.connect(self._choose)
        self._strip.dismiss.clicked.connect(self._dismiss)
        self._strip.receipt.clicked.connect(self._receipt)
        self._strip.undo.clicked.connect(self._undo)
        for key, button in (
            (hotkeys.APPROVE, self._strip.approve),
            (hotkeys.WHICH_INVOICE, self._strip.choose),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)

    def show_current(self, key: Any) -> None:
        """Paint that row's strip at once; what happened to it follows when the keys rest."""
        self._show_strip()
        super().show_current(key)

    def ask_detail(self, key: int) -> None:
        """The row itself says what the strip shows."""

    def ask_story(self, key: int) -> Story | None:
        """Both sides of it, and what happened."""
        rows = self.context.desk.payment_rows([key])
        return self.context.desk.story(rows[0].id) if rows else None

    def empty_words(self) -> tuple[str, str, str]:
        """Before the connections, and before the first payment."""
        status = self.watch.status
        absent = ConnectionState.NOT_CONNECTED
        if status is None or absent in (status.freshbooks, status.platform):
            return (
                self.tr("No payments yet"),
                self.tr("Connect FreshBooks and the platform, and payments of both appear here."),
                self.tr("Go to Home"),
            )
        return (
            self.tr("No payments yet"),
            self.tr("A payment appears here within minutes of being collected."),
            "",
        )

    def _show_strip(self) -> None:
        place = self.table.currentIndex().row()
        row = self.model.row_at(place) if place >= 0 else None
        self._row = row
        if row is None:
            self.detail.hide()
            return
        self._strip.show_payment(row)
        self._strip.show_decision(self._decidable())
        alone = self.table.selected_count() == 1
        self._strip.choose.setVisible(alone and row.takes_invoice)
        self._strip.show_papers(row if alone else None)
        self.detail.show()

    def _decidable(self) -> list[PaymentRow]:
        # Only rows that the person can have seen: nobody approves unread thousands at once.
        return [row for row in self.table.selected_loaded() if row.posting_state in DECIDABLE]

    def _approve(self) -> None:
        self._decide(self._decidable(), self.context.desk.approve)

    def _choose(self) -> None:
        if self._row is not None:
            dialog = ChooseInvoiceDialog(self.context, self._row, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _dismiss(self) -> None:
        rows = self._decidable()
        if not rows:
            return
        ask(
            self,
            self.tr("Dismiss?"),
            self.tr(
                "fbrecon will not write this to FreshBooks. The customer's payment itself is not"
                " touched: {sums}."
            ).format(sums=sum_words(rows)),
            yes=self.tr("Dismiss"),
            no=self.tr("Keep"),
            then=lambda: self._decide(rows, self.context.desk.dismiss),
        )

    def _receipt(self) -> None:
        if self._row is not None:
            self._actions.show_receipt(self._row.id)

    def _undo(self) -> None:
        if self._row is not None:
            self._actions.undo(self._row.id)

    def _decide(self, rows: list[PaymentRow], act: Any) -> None:
        ids = [row.id for row in rows]
        if not ids:
            return

        def decide() -> None:
            for public_id in ids:
                act(public_id)

        self.context.act(
            decide,
            lane="db",
            owner=self,
            change=Change.PAYMENTS | Change.ATTENTION | Change.STATUS,
        )


def _open_words() -> str:
    return tr("Open in FreshBooks")


def sum_words(rows: list[PaymentRow]) -> str:
    """The sums of these payments by currency: "1,200.00 USD, 80.00 CAD"."""
    sums: dict[str, Money] = {}
    for row in rows:
        if row.amount is not None:
            currency = row.amount.currency
            sums[currency] = sums.get(currency, Money.zero(currency)) + row.amount
    return ", ".join(formats.money(sums[currency]) for currency in sorted(sums))
