"""The table itself: header that sorts, remembered widths, rows copied as CSV."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import metrics
from ..context import Context
from .csv_text import csv_text
from .delegate import CellDelegate
from .window_model import PAGE, Index, WindowModel


class WindowTable(QTableView):
    """Shows a `WindowModel`. `current_changed(key or None)` and `copied(int)` for the page."""

    current_changed = Signal(object)
    copied = Signal(int)

    def __init__(
        self,
        context: Context,
        model: WindowModel[Any, Any],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.window_model = model
        self._name = name
        self._kept_keys: list[Any] = []
        self._kept_current: Any = None
        self._kept_top: Any = None
        self.setModel(model)
        self.setItemDelegate(CellDelegate(context.theme, model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(metrics.ROW_HEIGHT)
        self._set_up_header()
        model.about_to_reset.connect(self._before_reset)
        model.was_reset.connect(self._after_reset)
        context.theme.changed.connect(self.viewport().update)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        model = self.window_model
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionsMovable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        state = self._context.memory.state(f"columns/{self._name}")
        if state.isEmpty() or not header.restoreState(state):
            for place, column in enumerate(model.columns):
                self.setColumnWidth(place, column.width)
        for place, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if column.stretch else mode.Interactive)
        keys = [column.key for column in model.columns]
        header.setSortIndicatorShown(True)
        order = (
            Qt.SortOrder.DescendingOrder if model.query.descending else Qt.SortOrder.AscendingOrder
        )
        header.setSortIndicator(keys.index(model.query.sort), order)
        # Last: switching it on sorts by what the indicator shows, which the query already says.
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._keep_header)
        header.sectionMoved.connect(self._keep_header)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretching column takes what is left, but never less than it can be read in."""
        super().resizeEvent(event)
        header, columns = self.horizontalHeader(), self.window_model.columns
        place = next((p for p, column in enumerate(columns) if column.stretch), None)
        if place is None:
            return
        others = sum(header.sectionSize(p) for p in range(len(columns)) if p != place)
        fits = self.viewport().width() - others >= columns[place].width
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        if header.sectionResizeMode(place) is not mode:
            header.setSectionResizeMode(place, mode)
        if not fits:
            header.resizeSection(place, columns[place].width)

    def _keep_header(self) -> None:
        self._context.memory.keep_state(
            f"columns/{self._name}", self.horizontalHeader().saveState()
        )

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page which row is current."""
        super().currentChanged(current, previous)
        if not current.isValid():
            self.current_changed.emit(None)
        elif current.row() != previous.row() or not previous.isValid():
            self.current_changed.emit(self.window_model.key_at(current.row()))

    def go_to(self, place: int) -> None:
        """Select that row alone, whatever keys are held; `selectRow` extends with Shift."""
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.window_model.index(place, 0), flags.ClearAndSelect | flags.Rows
        )

    def selected_places(self) -> list[int]:
        """The selected rows, from the top."""
        # By ranges: an index for each of a million selected rows would take half a minute.
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted({p for r in ranges for p in range(r.top(), r.bottom() + 1)})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy is ours; everything else is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
            event.accept()
            return
        super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Copy the selected rows as CSV; rows that are not loaded are read first."""
        model = self.window_model
        keys = [model.key_at(place) for place in self.selected_places()]
        if not keys:
            return
        columns, fetch = model.columns, model.fetch_rows

        def work(token: CancelToken, _report: ProgressFn) -> str:
            rows: list[Any] = []
            for start in range(0, len(keys), PAGE):
                token.raise_if_cancelled()
                rows.extend(fetch(keys[start : start + PAGE]))
            return csv_text(columns, rows)

        def show(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(keys))

        self._context.run(work, lane="db", owner=self, then=show)

    def _before_reset(self) -> None:
        model = self.window_model
        self._kept_keys = [model.key_at(place) for place in self.selected_places()[:1000]]
        current = self.currentIndex()
        self._kept_current = model.key_at(current.row()) if current.isValid() else None
        top = self.rowAt(0)
        same = model.query == model.shown_query
        # Another order or filter begins at its top; the same one stays where the person reads.
        self._kept_top = model.key_at(top) if top > 0 and same else None
        self.verticalScrollBar().setValue(0)

    def _after_reset(self) -> None:
        """The same rows are selected again, and the same one stands at the top."""
        model, selection = self.window_model, self.selectionModel()
        flags = selection.SelectionFlag
        wanted = {key for key in (*self._kept_keys, self._kept_current, self._kept_top) if key}
        places = model.places_of(wanted)
        if self._kept_current is not None:
            if self._kept_current in places:
                current = model.index(places[self._kept_current], 0)
                selection.setCurrentIndex(current, flags.NoUpdate)
            else:
                self.current_changed.emit(None)
        for key in self._kept_keys:
            if key in places:
                selection.select(model.index(places[key], 0), flags.Select | flags.Rows)
        if self._kept_top in places:
            hint = QAbstractItemView.ScrollHint.PositionAtTop
            self.scrollTo(model.index(places[self._kept_top], 0), hint)
