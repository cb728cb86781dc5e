"""The filter above a table: a text field that waits until the typing pauses, state, period and
currency; at its end the count of rows, and what is done with the table as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from .. import formats, metrics
from ..theme import Theme
from ..widgets.plain_label import PlainLabel
from . import words
from .table_filter import BETWEEN, PERIODS, TableFilter

DEBOUNCE_MS: Final = 200
_SHORTEST: Final = 6  # letters that a choice shows at least
_BESIDE_CHOICES: Final = 360  # what text, count and buttons take at least


class FilterBar(QWidget):
    """`changed(TableFilter)` once the person paused, or at once on Enter or a choice."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        states: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        periods: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = QLineEdit()
        self.text.setPlaceholderText(placeholder)
        self.text.setAccessibleName(placeholder)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(120)
        self.text.setMaximumWidth(340)
        self._search = QAction(self)
        self.text.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.status = self._choice(self.tr("Filter by state"), states)
        self.period = self._choice(
            self.tr("Filter by period"), [(period, words.period(period)) for period in PERIODS]
        )
        self.period.setVisible(periods)
        self.currency = self._choice(
            self.tr("Filter by currency"), [("", self.tr("All currencies"))]
        )
        self.currency.hide()
        self.count = PlainLabel(role="muted")
        self.actions_row = QHBoxLayout()
        self.actions_row.setSpacing(metrics.SPACE_1)
        self._choices = QWidget()
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(metrics.SPACE_2)
        for choice in (self.status, self.period, self.currency):
            choices.addWidget(choice)
        self._row = QHBoxLayout()
        self._row.setSpacing(metrics.SPACE_2)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self._choices)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        self._row.addLayout(self.actions_row)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(metrics.SPACE_2)
        self._layout.addLayout(self._row)
        self._layout.addWidget(self._make_days())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda: self._pause.start())
        self.text.returnPressed.connect(self._tell)
        for choice in (self.status, self.period, self.currency):
            choice.currentIndexChanged.connect(self._tell)
        for edit in (self.from_on, self.until_on):
            edit.dateChanged.connect(lambda: self._pause.start())
        theme.changed.connect(self._draw)
        self._draw()

    def _choice(self, name: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setMinimumContentsLength(_SHORTEST)
        for value, label in entries:
            choice.addItem(label, value)
        return choice

    def _make_days(self) -> QWidget:
        """The two days of a period of one's own."""
        self.days = QWidget()
        self.from_on, self.until_on = QDateEdit(), QDateEdit()
        row = QHBoxLayout(self.days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SPACE_2)
        for edit, name in ((self.from_on, self.tr("From")), (self.until_on, self.tr("To"))):
            edit.setCalendarPopup(True)
            edit.setAccessibleName(name)
            edit.setDisplayFormat(formats.day_format())
            row.addWidget(PlainLabel(name, role="muted"))
            row.addWidget(edit)
        row.addStretch(1)
        self.days.hide()
        return self.days

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered out that is not always."""
        choices = (self.status, self.period, self.currency)
        return bool(self.text.text().strip()) or any(c.currentIndex() > 0 for c in choices)

    @property
    def chosen(self) -> TableFilter:
        """What is filtered by now."""
        period = str(self.period.currentData() or "")
        between = period == BETWEEN
        return TableFilter(
            self.text.text().strip(),
            str(self.status.currentData() or ""),
            period,
            _day(self.from_on) if between else None,
            _day(self.until_on) if between else None,
            str(self.currency.currentData() or ""),
        )

    def clear(self) -> None:
        """Show everything again."""
        self.show_filter(TableFilter(status=str(self.status.itemData(0) or "")))

    def show_filter(self, wanted: TableFilter) -> None:
        """Filter by this, and say so once."""
        self.blockSignals(True)
        self.text.setText(wanted.text)
        self.status.setCurrentIndex(max(self.status.findData(wanted.status), 0))
        for edit, day in ((self.from_on, wanted.from_on), (self.until_on, wanted.until_on)):
            if day is not None:
                edit.setDate(QDate(day.year, day.month, day.day))
        self.period.setCurrentIndex(self.period.findData(wanted.period))
        if wanted.currency and self.currency.findData(wanted.currency) < 0:
            self.currency.addItem(wanted.currency, wanted.currency)
            self.currency.show()
        self.currency.setCurrentIndex(max(self.currency.findData(wanted.currency), 0))
        self.blockSignals(False)
        self._tell()

    def offer_currencies(self, currencies: Sequence[str]) -> None:
        """Offer these to choose from; one alone is no choice."""
        chosen = self.currency.currentData()
        self.currency.blockSignals(True)
        while self.currency.count() > 1:
            self.currency.removeItem(1)
        for code in currencies:
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(max(self.currency.findData(chosen), 0))
        self.currency.blockSignals(False)
        self.currency.setVisible(len(currencies) > 1)

    def offer_days(self, first: date, last: date) -> None:
        """What a period of one's own begins with."""
        for edit, day in ((self.from_on, first), (self.until_on, last)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar the choices stand beneath the text."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._choices.sizeHint().width() + _BESIDE_CHOICES
        if is_narrow != (self._layout.indexOf(self._choices) >= 0):
            (self._row if is_narrow else self._layout).removeWidget(self._choices)
            if is_narrow:
                self._layout.insertWidget(1, self._choices, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._row.insertWidget(1, self._choices)

    def _tell(self) -> None:
        self._pause.stop()
        self.days.setVisible(self.period.currentData() == BETWEEN)
        self.changed.emit(self.chosen)

    def _draw(self) -> None:
        self._search.setIcon(self._theme.icons.icon("search", "muted", metrics.ICON_SMALL))


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
