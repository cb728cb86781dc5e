"""The last syncs: when and why each ran, how it ended, and what it did or why it did nothing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fbrecon.app.views import RunView
from fbrecon.wording import said

from .. import formats, metrics
from ..tables import words
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.plain_label import Pill, PlainLabel

MOST_RUNS = 20
_TOP = Qt.AlignmentFlag.AlignTop


class SyncHistoryCard(Card):
    """Painted anew when the runs changed. `undo_wanted(str)` is emitted with a run's id."""

    undo_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sync", "")
        self.title.setText(self.tr("Sync history"))
        self.none = PlainLabel(self.tr("No sync has run yet."), role="muted")
        self.body.addWidget(self.none)
        self._runs: list[RunView] | None = None
        self._list: QWidget | None = None

    def show_runs(self, runs: list[RunView], now: datetime) -> None:
        """Newest first; exact times and rows read are in the tooltips."""
        if runs == self._runs:
            return
        self._runs = runs
        self.none.setVisible(not runs)
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.deleteLater()
            self._list = None
        if runs:
            self._list = self._paint(runs, now)
            self.body.addWidget(self._list)

    def _paint(self, runs: list[RunView], now: datetime) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.SPACE_4)
        grid.setVerticalSpacing(metrics.SPACE_2 + 2)
        grid.setColumnStretch(3, 1)
        titles = (self.tr("When"), self.tr("Why"), self.tr("Outcome"), self.tr("What happened"))
        for column, text in enumerate(titles):
            grid.addWidget(PlainLabel(text, role="small"), 0, column)
        for row, run in enumerate(runs, 1):
            when = PlainLabel(formats.relative(run.started_at, now))
            when.setToolTip(formats.exact(run.started_at))
            grid.addWidget(when, row, 0, _TOP)
            grid.addWidget(PlainLabel(words.run_reason(run.reason)), row, 1, _TOP)
            grid.addWidget(Pill(*words.run_outcome(run.outcome)), row, 2, _TOP)
            grid.addLayout(self._told(run), row, 3)
            if run.written:
                grid.addWidget(self._undo(run), row, 4, _TOP)
        return body

    def _undo(self, run: RunView) -> Button:
        """Takes back everything that the run wrote; asks first."""
        wanted = run.id
        button = Button(
            self.tr("Undo\u2026"), role="row-link", on_click=lambda: self.undo_wanted.emit(wanted)
        )
        written = formats.counted(run.written, self.tr("{n} write"), self.tr("{n} writes"))
        button.setToolTip(self.tr("Take back what it wrote: {n}").format(n=written))
        button.setAccessibleName(self.tr("Undo what this sync wrote: {n}").format(n=written))
        return button

    def _told(self, run: RunView) -> QVBoxLayout:
        sentence = PlainLabel(said(run.sentence) or self.tr("It is under way."), wrap=True)
        seen = "\n".join(
            self.tr("{resource}: {n} read").format(
                resource=words.resource(name), n=formats.number(count)
            )
            for name, count in run.seen
        )
        sentence.setToolTip(seen or self.tr("No rows were read."))
        sentence.setAccessibleDescription(seen.replace("\n", ", "))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(sentence)
        for more in (run.nothing, run.daily):
            if more:
                column.addWidget(PlainLabel(more, role="small", wrap=True))
        column.addStretch(1)
        return column
