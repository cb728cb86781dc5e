"""Payouts: what each is made of, to the cent, and how it stands in the ledger."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fbrecon.app.typed_entries import TypedEntries
from fbrecon.app.views import ConnectionState, PayoutDetail, TableQuery
from fbrecon.domain.stories import Story
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..tables import words
from ..tables.payout_columns import payout_columns
from ..tables.window_model import WindowModel
from ..widgets.buttons import Button
from .detail_page import DetailPage
from .import_button import import_button
from .payout_detail import PayoutDetailView


class PayoutsPage(DetailPage):
    """Reads only; deciding about an entry is done under *Needs attention*."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        states = [("", tr("All states"))]
        names = ("pending", "in_transit", "paid", "failed", "cancelled", "unknown")
        states += [(name, words.payout_state(name)[0]) for name in names]
        desk = context.desk
        self._view = PayoutDetailView()
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Payouts"),
            name="payouts",
            change=Change.PAYMENTS | Change.ATTENTION,
            placeholder=tr("Sum or reason"),
            states=states,
            periods=True,
            make_model=lambda page: WindowModel(
                context.jobs,
                payout_columns(),
                desk.payout_keys,
                desk.payout_rows,
                TableQuery(sort="arrival", descending=True),
                page,
            ),
            view=self._view,
            detail=self._view,
        )
        self.header_actions.addWidget(import_button(context, actions))
        self.save_entries = Button(
            self.tr("Save entries to type in\u2026"),
            theme=context.theme,
            icon="copy",
            on_click=self._choose_file,
        )
        self.header_actions.addWidget(self.save_entries)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save entries to type in"), "payout-entries.csv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Table (*.csv)"), self.tr("Text (*.txt)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write what is left to type in for payouts to that file."""
        desk, path = self.context.desk, Path(name)

        def work(_token: CancelToken, _report: ProgressFn) -> TypedEntries:
            return desk.save_entries(path)

        def done(found: TypedEntries) -> None:
            written = formats.counted(
                len(found.ready), self.tr("{n} payout"), self.tr("{n} payouts")
            )
            text = self.tr("{name} is written, with {written}. {left} left out: each says why.")
            if not found.waiting:
                text = self.tr("{name} is written, with {written}.")
            left = formats.counted(
                len(found.waiting), self.tr("{n} payout is"), self.tr("{n} payouts are")
            )
            told = text.format(name=path.name, written=written, left=left)
            self.banner.tell(self.tr("Saved"), told, tone="success")

        self.context.run(work, lane="db", owner=self, then=done, otherwise=self.banner.tell_error)

    def ask_detail(self, key: str) -> PayoutDetail:
        """One payout with its lines."""
        return self.context.desk.payout_detail(key)

    def ask_story(self, key: str) -> Story:
        """Both sides of it, and what happened."""
        return self.context.desk.story(key)

    def empty_words(self) -> tuple[str, str, str]:
        """Before the platform is connected, and before its first payout."""
        status = self.watch.status
        if status is None or status.platform is ConnectionState.NOT_CONNECTED:
            return (
                self.tr("No payouts yet"),
                self.tr("Connect the platform, and what it pays out to the bank appears here."),
                self.tr("Go to Home"),
            )
        return (
            self.tr("No payouts yet"),
            self.tr("A payout appears here with the payments and fees it is made of."),
            "",
        )
