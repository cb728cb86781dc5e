"""What is done with a table as a whole: saved filters, which columns it has, and a file of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from .. import texts
from ..theme import Theme
from ..widgets.buttons import IconButton
from .filter_bar import FilterBar
from .table_filter import SavedFilters
from .table_view import WindowTable


class TableTools(QObject):
    """Three buttons at the end of the filter bar. `export_wanted` is the last of them."""

    export_wanted = Signal()

    def __init__(
        self, theme: Theme, bar: FilterBar, table: WindowTable, saved: SavedFilters
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._table = table
        self._saved = saved
        self.filters = IconButton(theme, "bookmark", self.tr("Saved filters"))
        self.columns = IconButton(theme, "columns", self.tr("Columns"))
        self.export = IconButton(theme, "download", self.tr("Save as a file\u2026"))
        self.filters.clicked.connect(self.open_filters)
        self.columns.clicked.connect(self.open_columns)
        self.export.clicked.connect(self.export_wanted)
        for button in (self.filters, self.columns, self.export):
            bar.actions_row.addWidget(button)
        table.columns_menu_wanted.connect(self.open_columns)

    def open_filters(self) -> None:
        """The menu of saved filters."""
        _open_at(self.filters_menu(), self.filters)

    def open_columns(self) -> None:
        """The menu of columns; it stands at the button however it was asked for."""
        _open_at(self.columns_menu(), self.columns)

    def filters_menu(self) -> QMenu:
        """Choose one, keep the present one, delete one."""
        menu = _menu(self._bar)
        kept = self._saved.by_name()
        for name, one in kept.items():
            _add(menu, name, partial(self._bar.show_filter, one))
        if kept:
            menu.addSeparator()
        keep = _add(menu, self.tr("Save this filter\u2026"), self._ask_name)
        keep.setEnabled(self._bar.is_active)
        if kept:
            delete = menu.addMenu(self.tr("Delete a saved filter"))
            for name in kept:
                _add(delete, name, partial(self._saved.forget, name))
        return menu

    def columns_menu(self) -> QMenu:
        """Each column with a tick where it is shown; the last one cannot go."""
        menu = _menu(self._bar)
        shown = self._table.shown_columns()
        for place, column in enumerate(self._table.window_model.columns):
            action = menu.addAction(texts.button(column.title))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column not in shown or len(shown) > 1)
            action.toggled.connect(partial(self._table.show_column, place))
        menu.addSeparator()
        _add(menu, self.tr("As at first"), self._table.reset_columns)
        return menu

    def keep(self, name: str) -> None:
        """Keep the present filter under this name."""
        self._saved.keep(name, self._bar.chosen)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self._bar.window())
        dialog.setWindowTitle(self.tr("Save this filter"))
        dialog.setLabelText(self.tr("Name"))
        dialog.textValueSelected.connect(self.keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(texts.button(text))
    action.triggered.connect(lambda: act())
    return action


def _open_at(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
