"""Activity: every step of every write and every decision, newest first, to be searched."""

from __future__ import annotations

from typing import Any

from fbrecon.app.views import LogRow, TableQuery
from fbrecon.wording import said

from .. import formats
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..tables import words
from ..tables.activity_columns import activity_columns
from ..tables.window_model import WindowModel
from .strip_frame import WRITTEN, StripFrame
from .table_page import TablePage


class ActivityStrip(StripFrame):
    """One entry in words, and what can be done about the write that it tells of."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Entry"))
        self.why = self.add_line()
        self.facts = self.add_line("muted")

    def show_entry(self, row: LogRow) -> None:
        """Who, when, what it was before and is after."""
        self.title.setText(row.subject)
        self.state.show_state(*words.log_state(row.after))
        self.why.setText(said(row.why))
        before, after = words.log_state(row.before)[0], words.log_state(row.after)[0]
        parts = [
            words.who(row.who),
            formats.moment(row.at, seconds=True),
            f"{before} \u2192 {after}" if row.before and row.after else after,
            self.tr("record {id}").format(id=row.remote_id) if row.remote_id else "",
            self.tr("sync {n}").format(n=row.run.removeprefix("run_")) if row.run else "",
            row.item,
        ]
        self.facts.setText("  \u00b7  ".join(part for part in parts if part))
        self.receipt.setVisible(row.item.startswith("act_"))
        self.undo.setVisible(row.undo == "yes" and row.after in WRITTEN)


class ActivityPage(TablePage):
    """Opens with results and decisions; every step on the way is one choice away."""

    def __init__(self, context: Context, actions: Actions, watch: StatusWatch) -> None:
        desk = context.desk
        self._strip = ActivityStrip(context)
        super().__init__(
            context,
            actions,
            watch,
            title=tr("Activity"),
            name="activity",
            change=Change.PAYMENTS | Change.INVOICES | Change.SETTINGS | Change.ACCOUNTS,
            placeholder=tr("Words, sums, ids"),
            states=[
                ("results", tr("Results and decisions")),
                ("", tr("Every step")),
                ("person", tr("Decided by you")),
                ("freshbooks", tr("Written to FreshBooks")),
                ("platform", tr("Written to the platform")),
            ],
            make_model=lambda page: WindowModel(
                context.jobs,
                activity_columns(),
                desk.log_keys,
                desk.log_rows,
                TableQuery(sort="at", descending=True, status="results"),
                page,
            ),
            detail=self._strip,
        )
        self._row: LogRow | None = None
        self.model.rows_arrived.connect(self._show_strip)
        self._strip.receipt.clicked.connect(self._receipt)
        self._strip.undo.clicked.connect(self._undo)

    def show_current(self, _key: Any) -> None:
        """Paint that entry's strip."""
        self._show_strip()

    def empty_words(self) -> tuple[str, str, str]:
        """Before anything was done."""
        return (
            self.tr("Nothing was done yet"),
            self.tr("Each step of each write and each decision of yours is kept here for good."),
            self.tr("Go to Home"),
        )

    def _show_strip(self) -> None:
        place = self.table.currentIndex().row()
        self._row = self.model.row_at(place) if place >= 0 else None
        if self._row is None:
            self.detail.hide()
            return
        self._strip.show_entry(self._row)
        self.detail.show()

    def _receipt(self) -> None:
        if self._row is not None:
            self._actions.show_receipt(self._row.item)

    def _undo(self) -> None:
        if self._row is not None:
            self._actions.undo(self._row.item)
