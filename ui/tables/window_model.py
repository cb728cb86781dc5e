"""A table model that is a window over the company file: keys of all rows, pages of rows on demand.

`data` never asks the desk: a row that is not here yet is a placeholder, and its page of a hundred
is fetched in the `db` lane. Sorting and filtering ask the desk for another list of keys.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from fbrecon.app.views import TableQuery
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import texts
from ..jobs import JobHandle, JobRunner
from .columns import Cell, Column, Kind

R = TypeVar("R")
K = TypeVar("K", int, str)
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 100
_PAGES_KEPT: Final = 30
_PAGES_WANTED: Final = 4
_CELLS_KEPT: Final = 500  # rows, a few screens of them


class WindowModel(QAbstractTableModel, Generic[K, R]):
    """`fetch_keys` and `fetch_rows` run in the `db` lane; everything else in the GUI thread.

    `about_to_reset` lets the view scroll up first: a reset to fewer rows under a view that is
    scrolled past their end costs seconds.
    """

    about_to_reset = Signal()
    was_reset = Signal()
    failed = Signal(object)
    loading_changed = Signal()
    rows_arrived = Signal()

    def __init__(
        self,
        jobs: JobRunner,
        columns: Sequence[Column[R]],
        fetch_keys: Callable[[TableQuery], Sequence[K]],
        fetch_rows: Callable[[list[K]], Sequence[R]],
        query: TableQuery,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.columns = tuple(columns)
        self._width = len(self.columns)
        self._fetch_keys: Callable[[TableQuery], Sequence[K]] = fetch_keys
        self.fetch_rows: Callable[[list[K]], Sequence[R]] = fetch_rows
        self.query = query
        self.shown_query: TableQuery | None = None
        self.is_loaded = False
        self.is_loading = False
        self._keys: Sequence[K] = []
        self._pages: OrderedDict[int, list[R]] = OrderedDict()
        # What the view wants to find again after a reset, and where it was found.
        self._first_rows: list[R] | None = None
        self.find_wanted: Callable[[], set[K]] = set
        self._looked_for: set[K] = set()
        self._places: dict[K, int] = {}
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._wanted: list[int] = []
        self._keys_job: JobHandle | None = None
        self._page_in_flight: int | None = None
        self._generation = 0
        self._fetch_soon = QTimer(self)
        self._fetch_soon.setSingleShot(True)
        self._fetch_soon.setInterval(0)
        self._fetch_soon.timeout.connect(self._fetch_next)

    # What the view asks.

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """As the base class has it, in one call instead of three."""
        if parent.isValid() or not (0 <= row < len(self._keys) and 0 <= column < self._width):
            return QModelIndex()
        return self.createIndex(row, column)

    def rowCount(self, parent: Index | None = None) -> int:
        """All matching rows; a cell has no children."""
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index | None = None) -> int:
        """The columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text for keyboards, screen readers and tests; the delegate paints from `row_at`."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self.row_at(index.row())
        if row is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return texts.tooltip(column.tip(row)) if column.tip is not None else None
        cell = column.cell(row)
        text = texts.one_line(cell.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = texts.one_line(cell.mark)
            return ", ".join(part for part in (f"{column.title}: {text}", mark) if part)
        return text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles above; amounts and counts stand at the right, like their cells."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column.kind in (Kind.MONEY, Kind.NUMBER)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The header was clicked: ask the desk for another order."""
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            descending = order is Qt.SortOrder.DescendingOrder
            query = replace(self.query, sort=self.columns[column].key, descending=descending)
            if self.is_loaded or self.is_loading:
                self.ask(query)
            else:
                self.query = query  # nothing is read before the page is shown

    # Rows.

    def key_at(self, place: int) -> K:
        """The key of a row, loaded or not."""
        return self._keys[place]

    def row_at(self, place: int) -> R | None:
        """The row, or None while it is on its way; asking for it starts that."""
        page, offset = divmod(place, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            return rows[offset] if offset < len(rows) else None
        self._want(page)
        return None

    def cells_at(self, place: int) -> tuple[Cell, ...] | None:
        """The row's cells, made once: a row is painted many times. None while it is on its way."""
        cells = self._cells.get(place)
        if cells is None:
            row = self.row_at(place)
            if row is None:
                return None
            if len(self._cells) >= _CELLS_KEPT:
                self._cells.clear()
            cells = tuple(column.cell(row) for column in self.columns)
            self._cells[place] = cells
        return cells

    def find_loaded(self, place: int) -> R | None:
        """The row if it is here; asking does not fetch it."""
        page, offset = divmod(place, PAGE)
        rows = self._pages.get(page, ())
        return rows[offset] if offset < len(rows) else None

    def loaded_between(self, first: int, last: int) -> list[R]:
        """The rows from `first` to `last` that are here, in order; however many there are."""
        found: list[R] = []
        for page in sorted(self._pages):
            begin = page * PAGE
            rows = self._pages[page]
            found += rows[max(first - begin, 0) : max(last + 1 - begin, 0)]
        return found

    @property
    def all_keys(self) -> Sequence[K]:
        """The keys of all rows; a reset puts another sequence in its place."""
        return self._keys

    def keys_between(self, first: int, last: int) -> Sequence[K]:
        """The keys from `first` to `last`, loaded or not."""
        return self._keys[first : last + 1]

    def places_of(self, wanted: Iterable[K]) -> dict[K, int]:
        """Where these keys stand now; those that are gone are left out.

        Where those of `find_wanted` stand was found in the lane, with the keys themselves.
        """
        found: dict[K, int] = {}
        for key in set(wanted):
            if key in self._places:
                found[key] = self._places[key]
            elif key not in self._looked_for:  # became wanted while the keys were under way
                with suppress(ValueError):
                    found[key] = self._keys.index(key)
        return found

    # Asking the desk.

    def ask(self, query: TableQuery) -> None:
        """Show what matches this query; the old rows stay until the new keys are here."""
        if query != self.query or not self.is_loaded:
            self.query = query
            self.reload()

    def reload(self) -> None:
        """Ask again with the same query; a question under way is given up."""
        if self._keys_job is not None:
            self._keys_job.cancel()
        self._generation += 1
        generation, query, fetch = self._generation, self.query, self._fetch_keys
        if not self.is_loaded:
            self._ask_first(generation)

        wanted = self.find_wanted()

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Sequence[K], dict[K, int]]:
            keys = _packed(fetch(query))
            places = {key: place for place, key in enumerate(keys) if key in wanted}
            return keys, places

        def show(answer: tuple[Sequence[K], dict[K, int]]) -> None:
            if generation == self._generation:
                self._looked_for = wanted
                first = self._first_rows  # just read, and still the first of them
                known = first is not None and answer[0][: len(first)] == self._keys
                if known and len(answer[0]) == len(self._keys):
                    self._first_rows, self._keys_job = None, None  # the first were all
                    self._set_loading(False)
                else:
                    self._show_keys(*answer, first if known else None)

        job = self._jobs.submit(work, "db", self)
        job.succeeded.connect(show)
        job.failed.connect(lambda error: self._keys_failed(generation, error))
        self._keys_job = job
        self._set_loading(True)

    def _ask_first(self, generation: int) -> None:
        """The first rows alone come at once; all keys of a long table take half a second."""
        query, fetch, fetch_rows = self.query, self._fetch_keys, self.fetch_rows

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Sequence[K], list[R]]:
            keys = _packed(fetch(replace(query, limit=PAGE)))[:PAGE]
            return keys, list(fetch_rows(list(keys)))

        def show(answer: tuple[Sequence[K], list[R]]) -> None:
            keys, rows = answer
            if generation == self._generation and not self.is_loaded and keys:
                self._show_keys(keys, {}, rows, is_all=False)

        self._jobs.submit(work, "db", self).succeeded.connect(show)  # the whole tells what failed

    def _show_keys(
        self,
        keys: Sequence[K],
        places: dict[K, int],
        first_rows: list[R] | None = None,
        *,
        is_all: bool = True,
    ) -> None:
        if is_all:
            self._keys_job = None
        self.about_to_reset.emit()
        self.beginResetModel()
        self._keys, self._places = keys, places
        self._pages.clear()
        if first_rows is not None:
            self._pages[0] = first_rows
        self._cells.clear()
        self._wanted.clear()
        self.is_loaded = True
        self.shown_query = self.query
        self.endResetModel()
        self._first_rows = None if is_all else first_rows
        if is_all:
            self._set_loading(False)
        self.was_reset.emit()

    def _keys_failed(self, generation: int, error: object) -> None:
        if generation == self._generation:
            self._keys_job = None
            self._set_loading(False)
            self.failed.emit(error)

    def _set_loading(self, loading: bool) -> None:  # noqa: FBT001 - a state, passed on
        if loading != self.is_loading:
            self.is_loading = loading
            self.loading_changed.emit()

    # Pages: the newest wish first, and only the last few; who scrolls fast wants the end.

    def _want(self, page: int) -> None:
        if page != self._page_in_flight:
            if page in self._wanted:
                self._wanted.remove(page)
            self._wanted.append(page)
            del self._wanted[:-_PAGES_WANTED]
        if not self._fetch_soon.isActive() and self._page_in_flight is None:
            self._fetch_soon.start()

    def _fetch_next(self) -> None:
        if self._page_in_flight is not None or not self._wanted:
            return
        page = self._wanted.pop()
        keys = list(self._keys[page * PAGE : (page + 1) * PAGE])
        if not keys:
            return
        generation, fetch = self._generation, self.fetch_rows

        def work(_token: CancelToken, _report: ProgressFn) -> list[R]:
            return list(fetch(keys))

        self._page_in_flight = page
        job = self._jobs.submit(work, "db", self)
        job.succeeded.connect(lambda rows: self._show_page(generation, page, rows))
        job.failed.connect(self.failed)
        job.settled.connect(self._page_settled)

    def _show_page(self, generation: int, page: int, rows: list[R]) -> None:
        if generation != self._generation:
            return
        self._pages[page] = rows
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, len(self._keys)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            self.rows_arrived.emit()

    def _page_settled(self) -> None:
        self._page_in_flight = None
        if self._wanted:
            self._fetch_soon.start()


def _packed(keys: Sequence[K]) -> Sequence[K]:
    """Integers as an array of 64 bits each: a million of them take 8 MB, not 40."""
    if isinstance(keys, array) or not keys or not isinstance(keys[0], int):
        return keys
    return array("q", keys)
