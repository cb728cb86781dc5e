"""Deposits: all lines of bank statements, each with the payout that it was matched with."""

from __future__ import annotations

from fbrecon.app.views import TableQuery
from fbrecon.domain.stories import Story

from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..tables.deposit_columns import deposit_columns
from ..tables.window_model import WindowModel
from .bank_watch import BankWatch
from .deposit_detail import DepositDetail, DepositDetailView
from .detail_page import DetailPage
from .import_button import import_button


class DepositsPage(DetailPage):
    """Reads only; *Reconcile* is where lines are decided about."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        desk = context.desk
        self._view = DepositDetailView(context, actions)
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Deposits"),
            name="deposits",
            change=Change.BANK | Change.PAYMENTS,
            placeholder=tr("Text, sum, day or payout"),
            states=[
                ("", tr("All bank lines")),
                ("matched", tr("Matched")),
                ("open", tr("To decide")),
                ("not_ours", tr("Not ours")),
            ],
            make_model=lambda page: WindowModel(
                context.jobs,
                deposit_columns(),
                desk.bank_keys,
                desk.bank_rows,
                TableQuery(sort="date", descending=True),
                page,
            ),
            view=self._view,
            detail=self._view,
        )
        self.bank = BankWatch(context, self)
        self.bank.counted.connect(self.model.reload)
        self.bank.failed.connect(self._tell_failure)
        self.header_actions.addWidget(import_button(context, actions))

    def page_shown(self) -> None:
        """What changed is matched anew first; what is known meanwhile shows at once."""
        if self.bank.is_stale or self._is_stale:
            self.bank.refresh()
        super().page_shown()

    def ask_detail(self, key: str) -> DepositDetail:
        """One line with the payouts that it shows."""
        desk = self.context.desk
        (row,) = desk.bank_rows([key])
        return DepositDetail(row, tuple(desk.find_payouts(row.payouts, [key])))

    def ask_story(self, key: str) -> Story:
        """What happened to it."""
        return self.context.desk.story(key)

    def empty_words(self) -> tuple[str, str, str]:
        """Before the first statement."""
        return (
            self.tr("No bank lines yet"),
            self.tr(
                "Import a statement of the bank account that receives the payouts, and each line"
                " appears here with the payout that it shows."
            ),
            "",
        )

    def _changed(self, change: Change) -> None:
        if self._change & change:
            self.bank.is_stale = True
            if self.isVisible():
                self.bank.refresh()
        super()._changed(change)
