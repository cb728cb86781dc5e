"""Invoices: all of them, windowed, with one in detail beneath."""

from __future__ import annotations

from fbrecon.app.views import ConnectionState, InvoiceDetail, TableQuery
from fbrecon.domain.stories import Story

from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..tables import words
from ..tables.invoice_columns import invoice_columns
from ..tables.window_model import WindowModel
from .detail_page import DetailPage
from .invoice_detail import InvoiceDetailView

_DETAIL_MS = 60


class InvoicesPage(DetailPage):
    """The table, and the detail of the current row a moment after the arrow keys rest."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        statuses = ("draft", "open", "partial", "paid", "disputed")
        states = [("", tr("All states"))]
        states += [(status, words.invoice_status(status)[0]) for status in statuses]
        desk = context.desk
        self._view = InvoiceDetailView(context, actions)
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Invoices"),
            name="invoices",
            change=Change.INVOICES,
            placeholder=tr("Number or customer"),
            states=states,
            periods=True,
            make_model=lambda page: WindowModel(
                context.jobs,
                invoice_columns(),
                desk.invoice_ids,
                desk.invoice_rows,
                TableQuery(sort="create_date", descending=True),
                page,
            ),
            view=self._view,
            detail=self._view,
        )

    def ask_detail(self, key: int) -> InvoiceDetail:
        """One invoice with lines and payments."""
        return self.context.desk.invoice_detail(key)

    def ask_story(self, key: int) -> Story:
        """Both sides of it, and what happened."""
        return self.context.desk.story(f"inv_{key}")

    def empty_words(self) -> tuple[str, str, str]:
        """Before the connection, and before the first rows."""
        status = self.watch.status
        if status is None or status.freshbooks is ConnectionState.NOT_CONNECTED:
            return (
                self.tr("No invoices yet"),
                self.tr("Connect FreshBooks, and your invoices appear here."),
                self.tr("Go to Home"),
            )
        return (
            self.tr("No invoices yet"),
            self.tr("They appear here as the first copy reads them, or once you make one."),
            "",
        )
