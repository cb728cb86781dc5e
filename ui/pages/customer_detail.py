"""One customer beneath the table: what they owe, their invoices and their payments."""

from __future__ import annotations

from fbrecon.app.views import CustomerDetail

from ..language import tr
from ..tables import words
from ..tables.customer_columns import open_words
from ..widgets.plain_label import ElidedLabel, Pill, PlainLabel
from .detail_frame import DetailFrame
from .detail_grids import invoices_grid, payments_grid


class CustomerDetailView(DetailFrame):
    """Painted anew for each customer."""

    def __init__(self) -> None:
        super().__init__(tr("Customer"))
        self.name = ElidedLabel(role="title")
        self.email = ElidedLabel(role="muted")
        self.mark = Pill()
        self.there = PlainLabel(wrap=True, selectable=True)
        self.head.addWidget(self.name, 1)
        self.head.addWidget(self.mark)
        self.head.addWidget(self.email, 1)
        self.above.addWidget(self.there)

    def show_detail(self, detail: CustomerDetail) -> None:
        """Paint the customer."""
        row = detail.customer
        self.name.setText(row.name)
        self.email.setText(row.email)
        self.mark.show_state(words.visibility(row.visibility), "neutral")
        self.there.setText(self._on_platform(detail))
        column = self.new_body()
        column.addLayout(
            self.facts(
                (self.tr("Open"), open_words(row) or "\u2013"),
                (self.tr("Currency"), row.currency),
                (self.tr("Id in FreshBooks"), row.freshbooks_id),
                (self.tr("Id on the platform"), row.platform_customer_id or "\u2013"),
            )
        )
        column.addLayout(invoices_grid(detail.invoices, row.invoices))
        column.addLayout(payments_grid(detail.payments, with_invoice=True))
        column.addStretch(1)

    def _on_platform(self, detail: CustomerDetail) -> str:
        row = detail.customer
        self.there.setVisible(row.differs)
        there = ", ".join(part for part in (row.platform_name, row.platform_email) if part)
        return self.tr(
            "The platform knows this customer as {there}. Customers cannot be changed there by"
            " other programs."
        ).format(there=there)
