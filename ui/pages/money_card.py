"""Home's card of money by week: a plot, what it says in words, and the fees' share."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.domain.weeks import MoneyByWeek, Week
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics
from ..context import Context
from ..events import Change
from ..widgets.card import Card
from ..widgets.key_mark import KeyMark
from ..widgets.plain_label import PlainLabel

WEEKS: Final = 13
PLOT_HEIGHT: Final = 190
_SHOWS: Final = Change.PAYMENTS | Change.STATUS


def _load_plot(_token: CancelToken, _report: ProgressFn) -> ModuleType:
    """In a worker: the plot's libraries take a third of a second."""
    return importlib.import_module("..widgets.week_plot", __package__)


class MoneyCard(Card):
    """Reads the weeks when it is told that they may have changed.

    The plot's libraries are loaded beside the window, and not before this card was painted with
    something to plot: so Home is there first, and who looks at no plot pays for none.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "report", "")
        self.title.setText(self.tr("Money by week"))
        self._context = context
        self._found: tuple[MoneyByWeek, ...] = ()
        self._is_reading = self._is_stale = self._is_loading = self._is_behind = False
        self.plot: Any = None
        self.currency = QComboBox()
        self.currency.setAccessibleName(self.tr("Currency of the plot"))
        self.currency.currentIndexChanged.connect(self._show_currency)
        self.key = QWidget()
        row = QHBoxLayout(self.key)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SPACE_2)
        for role, hatched, text in (
            ("accent", False, self.tr("Collected")),
            ("success", True, self.tr("Paid out to the bank")),
        ):
            row.addWidget(KeyMark(context.theme, role, hatched=hatched))
            row.addWidget(PlainLabel(text, role="small"))
            row.addSpacing(metrics.SPACE_3)
        row.addStretch(1)
        row.addWidget(self.currency)
        self.frame = QVBoxLayout()
        self.week = PlainLabel(role="muted", wrap=True)
        self.figures = QGridLayout()
        self.figures.setHorizontalSpacing(metrics.SPACE_5)
        self.figures.setVerticalSpacing(metrics.SPACE_2)
        self.collected, self.paid_out, self.fees = (PlainLabel(role="figure") for _ in range(3))
        self.share = PlainLabel(role="small", wrap=True)
        names = (
            (self.tr("Collected"), self.collected),
            (self.tr("Paid out to the bank"), self.paid_out),
            (self.tr("Fees"), self.fees),
        )
        self._blocks = [_block(name, label) for name, label in names]
        self._blocks[-1].addWidget(self.share)
        self._is_narrow: bool | None = None
        self._spread(narrow=False)
        self.said = QWidget()
        told = QVBoxLayout(self.said)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(metrics.SPACE_3)
        told.addLayout(self.figures)
        told.addWidget(self.key)
        told.addLayout(self.frame)
        told.addWidget(self.week)
        self.empty = PlainLabel(role="muted", wrap=True)
        self.empty.setText(
            self.tr(
                "Nothing was collected or paid out in the last {n} weeks. Once a customer pays"
                " through the platform, each week shows here what came in, what went to the bank,"
                " and what share of it fees took."
            ).format(n=formats.number(WEEKS))
        )
        self.body.addWidget(self.said)
        self.body.addWidget(self.empty)
        self.said.hide()
        self.empty.hide()
        context.events.changed.connect(self._changed)

    # ---- reading

    def read(self) -> None:
        """Ask for the weeks; what was asked for meanwhile is asked once more."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[MoneyByWeek, ...]:
            return desk.money_by_week(WEEKS)

        job = self._context.run(
            work,
            lane="db",
            owner=self,
            then=self.show_weeks,
            otherwise=lambda _error: None,  # Home's own banner tells why the file cannot be read
        )
        job.settled.connect(self._read_once_more)

    def _read_once_more(self) -> None:
        self._is_reading = False
        if self._is_stale:
            self.read()

    def _changed(self, change: Change) -> None:
        if change & _SHOWS:
            if self.isVisible():
                self.read()
            else:
                self._is_behind = True  # read once somebody looks

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self.read()

    # ---- showing

    def show_weeks(self, found: Sequence[MoneyByWeek]) -> None:
        """These currencies; the one that was chosen stays chosen."""
        self._found = tuple(found)
        chosen = self.currency.currentText()
        self.currency.blockSignals(True)
        self.currency.clear()
        self.currency.addItems([one.currency for one in found])
        # Most of all was collected in the one that is shown first.
        most = max(found, key=lambda one: one.collected.minor, default=None)
        first = chosen or (most.currency if most is not None else "")
        self.currency.setCurrentIndex(max(0, self.currency.findText(first)))
        self.currency.blockSignals(False)
        self.currency.setVisible(len(found) > 1)
        self.said.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_currency()

    @property
    def shown(self) -> MoneyByWeek | None:
        """The currency that is shown."""
        place = self.currency.currentIndex()
        return self._found[place] if 0 <= place < len(self._found) else None

    def _show_currency(self) -> None:
        shown = self.shown
        if shown is None:
            return
        self.collected.setText(formats.money(shown.collected))
        self.paid_out.setText(formats.money(shown.paid_out))
        self.fees.setText(formats.money(shown.fees))
        share = formats.share(shown.fee_share)
        self.share.setText(
            self.tr("{share} of the payments paid out").format(share=share)
            if share
            else self.tr("No payout of these weeks tells its fees.")
        )
        if self.plot is not None:
            self.plot.show_weeks(shown.weeks)
            self.plot.setAccessibleDescription(self.summary(shown))
        self._show_week(-1)
        self.update()

    def summary(self, shown: MoneyByWeek) -> str:
        """What the plot says, in a few sentences, for those who do not see it."""
        best = max(shown.weeks, key=lambda week: week.collected.minor)
        share = formats.share(shown.fee_share)
        parts = [
            self.tr("In {n} weeks {collected} were collected and {paid_out} paid out.").format(
                n=formats.number(len(shown.weeks)),
                collected=formats.money(shown.collected),
                paid_out=formats.money(shown.paid_out),
            ),
            self.tr("Most was collected in the week of {day}: {sum}.").format(
                day=formats.day(best.on), sum=formats.money(best.collected)
            ),
        ]
        if share:
            parts.append(self.tr("Fees took {share}.").format(share=share))
        parts.append(self.tr("The arrow keys walk through the weeks."))
        return " ".join(parts)

    def week_words(self, week: Week) -> str:
        """One week in words."""
        return self.tr("{from_} to {until}: collected {collected}, paid out {paid_out}.").format(
            from_=formats.day(week.on),
            until=formats.day(week.until_on),
            collected=formats.money(week.collected),
            paid_out=formats.money(week.paid_out),
        )

    def _show_week(self, place: int) -> None:
        shown = self.shown
        if shown is None:
            return
        is_now = not 0 <= place < len(shown.weeks)
        words = self.week_words(shown.weeks[-1 if is_now else place])
        self.week.setText(
            self.tr("This week so far, {week}").format(week=words) if is_now else words
        )
        if self.plot is not None:
            self.plot.setAccessibleDescription(self.summary(shown) if is_now else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three sums have no room beside each other, they stand beneath each other."""
        super().resizeEvent(event)
        self._spread(narrow=event.size().width() < metrics.FIGURES_IN_ROW_ABOVE)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one sum, since the sums give way."""
        return QSize(metrics.SENTENCE_MINIMUM, super().minimumSizeHint().height())

    def _spread(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for place, block in enumerate(self._blocks):
            self.figures.removeItem(block)
            block.setParent(None)
            row, column = (place, 0) if narrow else (0, place)
            self.figures.addLayout(block, row, column, Qt.AlignmentFlag.AlignTop)
            self.figures.setColumnStretch(place, 0 if narrow and place else 1)

    # ---- the plot

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once it stands there with something to plot, the plot is fetched."""
        super().paintEvent(event)
        if self.plot is None and self._found and not self._is_loading:
            QTimer.singleShot(0, self, self.fetch_plot)

    def fetch_plot(self) -> None:
        """Load the plot's libraries beside the window, once."""
        if self._is_loading:
            return
        self._is_loading = True
        self._context.run(
            _load_plot,
            lane="net",
            owner=self,
            then=self._put_in,
            otherwise=self._do_without,
        )

    def _put_in(self, module: ModuleType) -> None:
        self.plot = module.WeekPlot(self.theme)
        self.plot.setFixedHeight(PLOT_HEIGHT)
        self.plot.chosen.connect(self._show_week)
        self.frame.addWidget(self.plot)
        self._show_currency()

    def _do_without(self, _error: object) -> None:
        """The figures and the weeks in words are there without it."""
        self.key.hide()


def _block(name: str, label: PlainLabel) -> QVBoxLayout:
    """A sum beneath its name."""
    block = QVBoxLayout()
    block.setSpacing(0)
    block.addWidget(PlainLabel(name, role="small"))
    block.addWidget(label)
    return block
