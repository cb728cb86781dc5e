"""Bank lines in a table, and beside it what the current one shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from fbrecon.app.views import DepositRow, PayoutCandidate, PayoutLineRow, TableQuery
from fbrecon.domain.money import Money
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..tables.bank_columns import bank_columns
from ..tables.window_model import WindowModel
from .bank_chooser import PayoutChooser
from .bank_panel import BankPanel
from .bank_watch import BankWatch
from .import_button import import_button
from .table_page import TablePage


class BankLines(TablePage):
    """Shows; what is decided, and by which keys, stands in `ui/pages/reconcile.py`."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        desk = context.desk
        self.panel = BankPanel(context.theme)
        self.chooser = PayoutChooser(context)
        right = QStackedWidget()
        right.addWidget(self.panel)
        right.addWidget(self.chooser)
        self.right = right
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Reconcile"),
            name="reconcile",
            change=Change.BANK | Change.PAYMENTS,
            placeholder=tr("Text, sum, day or payout"),
            states=[
                ("open", tr("To decide")),
                ("matched", tr("Matched")),
                ("not_ours", tr("Not ours")),
                ("", tr("All bank lines")),
            ],
            make_model=lambda page: WindowModel(
                context.jobs,
                bank_columns(),
                desk.bank_keys,
                desk.bank_rows,
                TableQuery(sort="state", status="open"),
                page,
            ),
            detail=right,
        )
        self.shown: str | None = None  # the key that the panel shows
        self.wanted: list[str] = []  # keys to be current after the next reading
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        if context.memory.state("splitter/reconcile").isEmpty():
            self.splitter.setSizes(list(metrics.BANK_SIDES))
        self.right.setMinimumWidth(metrics.BANK_PANEL_MINIMUM)
        self.bank = BankWatch(context, self)
        self.bank.counted.connect(self._show_counts)
        self.bank.failed.connect(self._tell_failure)
        self.import_ = import_button(context, actions)
        self.header_actions.addWidget(self.import_)
        self.model.was_reset.connect(self._place)
        self.model.rows_arrived.connect(self.show_current_row)
        self.table.selectionModel().selectionChanged.connect(self.show_current_row)
        self.panel.parts_wanted.connect(self.show_parts)

    # ---- what is shown

    def page_shown(self) -> None:
        """Match anew where something changed; the table waits for it, but not long."""
        self.banner.hide()
        if self.bank.is_stale or self._is_stale:
            self._is_stale = False
            self.bank.refresh_now()
        if not self.model.is_loaded:
            QTimer.singleShot(metrics.PATIENCE_MS, self._load)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        if not self.model.is_loaded and not self.model.is_loading:
            self.model.reload()

    def _changed(self, change: Change) -> None:
        if self._change & change:
            self.bank.is_stale = True
            if self.isVisible():
                if self.model.is_loaded:
                    self.model.reload()  # what is held shows the decision at once
                self.bank.refresh()

    def _show_counts(self) -> None:
        counts = self.bank.counts
        if counts is not None:
            not_ours = counts.not_ours
            opened = counts.suggested + counts.ambiguous + counts.unmatched - not_ours
            said = (
                []
                if not opened + counts.matched + not_ours
                else [
                    formats.counted(
                        opened, self.tr("{n} line to decide"), self.tr("{n} lines to decide")
                    ),
                    self.tr("{n} matched").format(n=formats.number(counts.matched)),
                ]
            )
            if not_ours:
                said.append(self.tr("{n} not ours").format(n=formats.number(not_ours)))
            if counts.not_seen:
                said.append(
                    formats.counted(
                        counts.not_seen,
                        self.tr("{n} payout not seen at the bank yet"),
                        self.tr("{n} payouts not seen at the bank yet"),
                    )
                )
            self.subtitle.setText("  \u00b7  ".join(said))
        self.model.reload()

    def empty_words(self) -> tuple[str, str, str]:
        """Before the first statement, and when everything is settled."""
        counts = self.bank.counts
        if counts is not None and counts.matched + counts.unmatched > 0:
            return (
                self.tr("Everything is settled"),
                self.tr(
                    "Each bank line shows its payout, or is not yours. The next statement brings"
                    " new ones."
                ),
                self.tr("Import a statement\u2026"),
            )
        return (
            self.tr("No bank lines yet"),
            self.tr(
                "Import a statement of the account that receives your payouts: CSV, OFX, QFX or"
                " CAMT.053. Each line is matched with the payout that it shows."
            ),
            self.tr("Import a statement\u2026"),
        )

    def _empty_clicked(self) -> None:
        if self._is_narrowed():
            self.filter.clear()
        else:
            self._actions.choose_file()

    def _is_narrowed(self) -> bool:
        return self.filter.is_active

    # ---- the current line

    def row(self) -> DepositRow | None:
        """The current line, if it is here."""
        place = self.table.currentIndex().row()
        return self.model.row_at(place) if place >= 0 else None

    def rows(self) -> list[DepositRow]:
        """The selected lines that are here, from the top."""
        found = (self.model.find_loaded(place) for place in self.table.selected_places()[:500])
        return [row for row in found if row is not None]

    def show_current(self, key: Any) -> None:
        """Another line is current."""
        if key is None:
            self.shown = None
            self.detail.hide()
        else:
            self.show_current_row()

    def show_current_row(self) -> None:
        """Paint the current line, or several that are selected."""
        row, rows = self.row(), self.rows()
        if row is None:
            return
        self.detail.show()
        if self.right.currentWidget() is self.chooser:
            return
        if len(rows) > 1:
            self.shown = None
            self.panel.show_several(rows, sum_words(rows))
            return
        self.panel.show_row(row)
        self._read_payouts(row)

    def _read_payouts(self, row: DepositRow) -> None:
        desk, wanted = self.context.desk, (*row.payouts, *row.alternatives)

        def work(_token: CancelToken, _report: ProgressFn) -> list[PayoutCandidate]:
            return desk.find_payouts(wanted, [row.id]) if wanted else []

        def show(payouts: list[PayoutCandidate]) -> None:
            now = self.row()
            if now is not None and now == row and len(self.rows()) < 2:
                self.panel.show_payouts(row, payouts)
                self.shown = row.id

        self.context.run(work, lane="db", owner=self, then=show, otherwise=self.panel.show_error)

    def show_parts(self) -> None:
        """Payments and fees of what is shown."""
        row, desk = self.row(), self.context.desk
        if row is None or self.panel.parts is None:
            return  # not painted yet, or unfolded already

        def work(_token: CancelToken, _report: ProgressFn) -> list[PayoutLineRow]:
            return [part for name in row.payouts for part in desk.payout_parts(name)]

        def show(parts: list[PayoutLineRow]) -> None:
            if self.shown == row.id:
                self.panel.show_parts(parts)

        self.context.run(work, lane="db", owner=self, then=show, otherwise=self.panel.show_error)

    # ---- where the person is

    def _place(self) -> None:
        """After a reading: the line that was to be current, else the first one."""
        wanted, self.wanted = self.wanted, []
        places = self.model.places_of(set(wanted))
        if places:
            self.table.go_to(min(places.values()))
        elif self.model.rowCount() and not self.table.selected_places():
            # Qt makes a line current when the table gets the focus, and selects none.
            self.table.go_to(max(0, self.table.currentIndex().row()))
        if self.model.is_loading or self.bank.is_coming:
            self.wanted = wanted  # it is read once more soon

    def to_table(self) -> None:
        """The keys go to the table again."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beneath each other where the page is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < metrics.ONE_COLUMN_BELOW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)


def sum_words(rows: Sequence[DepositRow]) -> str:
    """The sums of these lines by currency: "1,200.00 USD, 80.00 CAD"."""
    sums: dict[str, Money] = {}
    for row in rows:
        currency = row.amount.currency
        sums[currency] = sums.get(currency, Money.zero(currency)) + row.amount
    return ", ".join(formats.money(sums[currency]) for currency in sorted(sums))
