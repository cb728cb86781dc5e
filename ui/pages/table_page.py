"""What the invoices and payments pages share: filter, table, detail beneath, empty states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, texts
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..status_watch import StatusWatch
from ..tables.filter_bar import FilterBar
from ..tables.table_filter import SavedFilters, TableFilter
from ..tables.table_tools import TableTools
from ..tables.table_view import WindowTable
from ..tables.window_model import WindowModel
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.empty_state import EmptyState
from ..widgets.page import Page
from .table_export import TableExport


class TablePage(Page):
    """Subclasses give the model and the detail, fill the detail, and say what is empty."""

    def __init__(
        self,
        context: Context,
        actions: Actions,
        watch: StatusWatch,
        *,
        title: str,
        name: str,
        change: Change,
        placeholder: str,
        states: Sequence[tuple[str, str]],
        make_model: Callable[[QObject], WindowModel[Any, Any]],
        detail: QWidget,
        periods: bool = False,
    ) -> None:
        """`periods` for rows that have a day and a currency to filter by."""
        super().__init__(title)
        self.context = context
        self._actions = actions
        self.watch = watch
        self._change = change
        self._is_stale = False
        self.model = make_model(self)
        self.filter = FilterBar(context.theme, placeholder, states, periods=periods)
        self._has_periods = periods
        self.banner = Banner(context.theme)
        again = Button(self.tr("Try again"), on_click=self.model.reload)
        self.banner.add_button(again, tone="danger")
        self._is_failed = False
        self.table = WindowTable(context, self.model, name)
        self.table.setAccessibleName(title)
        saved = SavedFilters(context.memory, context.company_key(f"filters/{name}"))
        self.tools = TableTools(context.theme, self.filter, self.table, saved)
        self.export = TableExport(context, self.table, self.banner, name)
        self.tools.export_wanted.connect(self.export.choose_file)
        today = context.clock.now().astimezone().date()
        self.filter.offer_days(today.replace(day=1), today)
        self.empty = EmptyState(context.theme, "empty")
        self.empty.button.clicked.connect(self._empty_clicked)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.detail = detail
        self.detail.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setHandleWidth(12)
        self.layout_.addWidget(self.filter)
        self.layout_.addWidget(self.export)
        self.layout_.addWidget(self.banner)
        self.layout_.addWidget(self.splitter, 1)
        self._name = name
        self.splitter.restoreState(context.memory.state(f"splitter/{name}"))
        self.splitter.splitterMoved.connect(self._keep_splitter)
        self.filter.changed.connect(self._filter_changed)
        self.model.was_reset.connect(self._show_count)
        self.model.loading_changed.connect(self._show_count)
        self.model.failed.connect(self._tell_failure)
        self.table.current_changed.connect(self.show_current)
        self.table.copied.connect(self._copied)
        context.events.changed.connect(self._changed)

    def show_current(self, _key: Any) -> None:
        """Another row is current; None for none. Subclasses fill the detail here."""
        self.detail.hide()

    def empty_words(self) -> tuple[str, str, str]:
        """Headline, sentence and caption of the button for a table without any rows."""
        return self.tr("Nothing here yet"), "", ""

    def page_shown(self) -> None:
        """Read what changed while the page was behind."""
        self.banner.hide()
        if not self.model.is_loaded or self._is_stale:
            self._is_stale = False
            self.model.reload()
            if self._has_periods:
                self._read_currencies()

    def focus_search(self) -> None:
        """Put the cursor into the filter."""
        self.filter.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.text.selectAll()

    def _tell_failure(self, error: object) -> None:
        self._is_failed = True
        self.banner.tell_error(error)

    def _changed(self, change: Change) -> None:
        if self._change & change:
            if self.isVisible():
                self.model.reload()
            else:
                self._is_stale = True

    def _filter_changed(self, chosen: TableFilter) -> None:
        today = self.context.clock.now().astimezone().date()
        self.model.ask(chosen.applied(self.model.query, today))

    def _read_currencies(self) -> None:
        desk = self.context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[str]:
            return desk.list_currencies()

        self.context.run(
            work,
            lane="db",
            owner=self,
            then=self.filter.offer_currencies,
            otherwise=lambda _error: None,  # the table tells why the file cannot be read
        )

    def _show_count(self) -> None:
        rows = self.model.rowCount()
        if not self.model.is_loaded:
            self.filter.count.setText(self.tr("Loading\u2026"))
            return
        if self._is_failed:  # what else was said stays: it is not about reading
            self._is_failed = False
            self.banner.hide()
        counted = formats.counted(rows, self.tr("{n} row"), self.tr("{n} rows"))
        self.filter.count.setText(self.tr("Loading\u2026") if self.model.is_loading else counted)
        if rows:
            self.stack.setCurrentWidget(self.table)
            return
        if self.filter.is_active:
            self.empty.tell(
                self.tr("Nothing matches"),
                self.tr("No row fits this filter."),
                button=self.tr("Clear the filter"),
                icon="search",
            )
        else:
            title, message, button = self.empty_words()
            self.empty.tell(title, message, button=button, icon="empty")
        self.detail.hide()
        self.stack.setCurrentWidget(self.empty)

    def _empty_clicked(self) -> None:
        if self.filter.is_active:
            self.filter.clear()
        else:
            self._actions.show_page("home")

    def _copied(self, rows: int) -> None:
        text = formats.counted(rows, self.tr("{n} row copied"), self.tr("{n} rows copied"))
        self.filter.count.setText(texts.one_line(text))

    def _keep_splitter(self) -> None:
        self.context.memory.keep_state(f"splitter/{self._name}", self.splitter.saveState())
