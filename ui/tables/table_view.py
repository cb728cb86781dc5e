"""The table itself: header that sorts, remembered widths, rows copied as CSV."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fbrecon.app.views import TableQuery
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import metrics
from ..context import Context
from .columns import Column
from .csv_text import csv_text
from .delegate import CellDelegate
from .window_model import PAGE, Index, WindowModel

_MOST_KEPT: Final = 1000  # selected rows that are found again among others


class WindowTable(QTableView):
    """Shows a `WindowModel`. `current_changed(key or None)` and `copied(int)` for the page."""

    current_changed = Signal(object)
    copied = Signal(int)
    columns_menu_wanted = Signal()

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
        self._kept_value = 0
        self._kept_anchor: tuple[Any, int] | None = None  # a key, and how far down it stood
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
        model.find_wanted = self._wanted_keys
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
        if not self._restore_columns():
            self._lay_out()
        for place, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if column.stretch else mode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda: self.columns_menu_wanted.emit())
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
        self._fit_stretch()

    def _fit_stretch(self) -> None:
        header, columns = self.horizontalHeader(), self.window_model.columns
        place = next((p for p, column in enumerate(columns) if column.stretch), None)
        if place is None or header.isSectionHidden(place):
            return
        others = sum(header.sectionSize(p) for p in range(len(columns)) if p != place)
        fits = self.viewport().width() - others >= columns[place].width
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        if header.sectionResizeMode(place) is not mode:
            header.setSectionResizeMode(place, mode)
        if not fits:
            header.resizeSection(place, columns[place].width)

    # Columns.

    def show_column(self, place: int, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Show a column or hide it."""
        self.setColumnHidden(place, not shown)
        self._fit_stretch()
        self._keep_header()

    def reset_columns(self) -> None:
        """Columns, order and widths as at first."""
        header = self.horizontalHeader()
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        self._lay_out()
        self._fit_stretch()
        self._keep_header()

    def _lay_out(self) -> None:
        for place, column in enumerate(self.window_model.columns):
            self.setColumnHidden(place, column.optional)
            self.setColumnWidth(place, column.width)

    def _restore_columns(self) -> bool:
        """As this person left them in this company, unless there are other columns by now."""
        memory = self._context.memory
        if memory.text(f"{self._memory_key}/names") != self._column_names():
            return False
        return self.horizontalHeader().restoreState(memory.state(self._memory_key))

    def _column_names(self) -> str:
        return " ".join(column.key for column in self.window_model.columns)

    @property
    def _memory_key(self) -> str:
        return self._context.company_key(f"columns/{self._name}")

    def shown_columns(self) -> list[Column[Any]]:
        """The columns that are shown, in their order on the screen."""
        header, columns = self.horizontalHeader(), self.window_model.columns
        places = sorted(range(len(columns)), key=header.visualIndex)
        return [columns[place] for place in places if not header.isSectionHidden(place)]

    def _keep_header(self) -> None:
        memory = self._context.memory
        memory.keep(f"{self._memory_key}/names", self._column_names())
        memory.keep_state(self._memory_key, self.horizontalHeader().saveState())

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

    def selected_ranges(self) -> list[tuple[int, int]]:
        """The selected rows from the top, as (first, last): they may be a million."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        merged: list[tuple[int, int]] = []
        for first, last in sorted({(r.top(), r.bottom()) for r in ranges}):
            if merged and first <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return merged

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self.selected_ranges())

    def selected_places(self, most: int | None = None) -> list[int]:
        """The selected rows from the top, or the first of them."""
        places = chain.from_iterable(range(a, b + 1) for a, b in self.selected_ranges())
        return list(places if most is None else islice(places, most))

    def selected_loaded(self) -> list[Any]:
        """The selected rows that are here: those that the person can have seen."""
        model = self.window_model
        return [row for a, b in self.selected_ranges() for row in model.loaded_between(a, b)]

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
        parts = [model.keys_between(first, last) for first, last in self.selected_ranges()]
        if not parts:
            return
        columns, fetch = self.shown_columns(), model.fetch_rows
        count = self.selected_count()

        def work(token: CancelToken, _report: ProgressFn) -> str:
            rows: list[Any] = []
            for keys in parts:
                for start in range(0, len(keys), PAGE):
                    token.raise_if_cancelled()
                    rows.extend(fetch(list(keys[start : start + PAGE])))
            return csv_text(columns, rows)

        def show(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(count)

        self._context.run(work, lane="db", owner=self, then=show)

    # Another list of rows: what is selected stays so, and nothing jumps.

    def _wanted_keys(self) -> set[Any]:
        keys = {*self._selected_keys(), self._current_key(), self._top_key()}
        return keys - {None}

    def _selected_keys(self) -> list[Any]:
        return [self.window_model.key_at(place) for place in self.selected_places(_MOST_KEPT)]

    def _current_key(self) -> Any:
        current = self.currentIndex()
        return self.window_model.key_at(current.row()) if current.isValid() else None

    def _top_key(self) -> Any:
        top = self.rowAt(0)
        return self.window_model.key_at(top) if top >= 0 else None

    def _before_reset(self) -> None:
        model, bar = self.window_model, self.verticalScrollBar()
        self._kept_keys, self._kept_current = self._selected_keys(), self._current_key()
        self._kept_value, self._kept_anchor = 0, None
        shown = model.shown_query
        if shown is not None and _is_same_but_order(model.query, shown):
            self._kept_value = bar.value()
            current = self.currentIndex()
            # Qt makes the first row current where a table gets the focus; nobody chose that.
            chosen = current.isValid() and self.selectionModel().isSelected(current)
            y = self.rowViewportPosition(current.row()) if chosen else -1
            if 0 <= y < self.viewport().height():
                self._kept_anchor = (self._kept_current, y)
            elif model.query == shown and self._kept_value:
                self._kept_anchor = (self._top_key(), self.rowViewportPosition(self.rowAt(0)))
        # A reset to fewer rows under a view that is scrolled past their end takes seconds.
        bar.setValue(0)

    def _after_reset(self) -> None:
        """The same rows are selected again, and what was looked at stands where it stood.

        Another filter begins at its top. Another order keeps the current row in its place on the
        screen, or the bar where it was; new rows push nothing away.
        """
        model, selection = self.window_model, self.selectionModel()
        flags = selection.SelectionFlag
        anchor = self._kept_anchor
        wanted = {*self._kept_keys, self._kept_current, anchor[0] if anchor else None} - {None}
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
        self.executeDelayedItemsLayout()
        value = self._kept_value
        if anchor is not None and anchor[0] in places:
            value = places[anchor[0]] * self.verticalHeader().defaultSectionSize() - anchor[1]
        self.verticalScrollBar().setValue(value)


def _is_same_but_order(one: TableQuery, other: TableQuery) -> bool:
    return replace(one, sort=other.sort, descending=other.descending) == other
