"""Customers: what each owes, and one with invoices and payments beneath."""

from __future__ import annotations

from fbrecon.app.views import ConnectionState, CustomerDetail, TableQuery
from fbrecon.domain.stories import Story

from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..tables.customer_columns import customer_columns
from ..tables.window_model import WindowModel
from .customer_detail import CustomerDetailView
from .detail_page import DetailPage


class CustomersPage(DetailPage):
    """Reads only: customers are changed in FreshBooks."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        desk = context.desk
        self._view = CustomerDetailView()
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Customers"),
            name="customers",
            change=Change.INVOICES | Change.PAYMENTS,
            placeholder=tr("Name or e-mail"),
            states=[
                ("", tr("All customers")),
                ("owing", tr("Owing something")),
                ("on_platform", tr("On the platform")),
                ("archived", tr("Archived")),
                ("deleted", tr("Deleted")),
            ],
            make_model=lambda page: WindowModel(
                context.jobs,
                customer_columns(),
                desk.customer_keys,
                desk.customer_rows,
                TableQuery(sort="name"),
                page,
            ),
            view=self._view,
            detail=self._view,
        )

    def ask_detail(self, key: int) -> CustomerDetail:
        """One customer with invoices and payments."""
        return self.context.desk.customer_detail(key)

    def ask_story(self, key: int) -> Story:
        """Both sides of them, and what happened."""
        return self.context.desk.story(f"cus_{key}")

    def empty_words(self) -> tuple[str, str, str]:
        """Before the connection, and before the first rows."""
        status = self.watch.status
        if status is None or status.freshbooks is ConnectionState.NOT_CONNECTED:
            return (
                self.tr("No customers yet"),
                self.tr("Connect FreshBooks, and your customers appear here."),
                self.tr("Go to Home"),
            )
        return (
            self.tr("No customers yet"),
            self.tr("They appear here as the first copy reads them."),
            "",
        )
