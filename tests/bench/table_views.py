"""One process with one table on the screen, offscreen: what painting and keeping it takes.

`python -m tests.bench.table_views FILE` shows the invoices of a company file, beside an empty table
and beside Qt's own model in C++, and prints its figures as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any, Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from fbrecon.clock import SystemClock
from fbrecon.domain.overview import TableQuery
from fbrecon.store.company import CompanyStores
from ui.app import make_application, settle
from ui.context import Context
from ui.events import Events
from ui.jobs import JobRunner
from ui.memory import WindowMemory
from ui.tables.invoice_columns import invoice_columns
from ui.tables.table_view import WindowTable
from ui.tables.window_model import WindowModel
from ui.theme import Look, Theme

SIZE: Final = (1200, 800)
_ROUNDS = 25
_SCROLLS = 600


def _seconds(act: Callable[[], object], rounds: int = _ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    return median(taken)


def _resident() -> float:
    """Megabytes that the process holds now; where that cannot be told, the most it ever held."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class _Stage:
    """A window's parts without the window."""

    def __init__(self) -> None:
        self.app = make_application()
        self.jobs = JobRunner()
        desk: Any = SimpleNamespace(slug=None)  # a table asks no more of it
        self.context = Context(
            desk, self.jobs, Events(), Theme(self.app, Look.LIGHT), SystemClock(), WindowMemory()
        )

    def table(self, keys: Callable[[TableQuery], Any], rows: Callable[[Any], Any]) -> WindowTable:
        """A table in front, not read yet."""
        query = TableQuery("create_date", descending=True)
        model = WindowModel(self.jobs, invoice_columns(), keys, rows, query, self.jobs)
        table = WindowTable(self.context, model, "bench")
        table.resize(*SIZE)
        return table

    def show(self, table: WindowTable) -> float:
        """From showing it to its first rows on the screen, in seconds of the wall's clock."""
        began = time.perf_counter()
        table.show()
        model, loop = table.window_model, QEventLoop()
        model.was_reset.connect(loop.quit)
        model.reload()
        loop.exec()
        table.viewport().grab()
        return time.perf_counter() - began


def _cpp_table(count: int, columns: int) -> QTableView:
    """A table over a model that is C++ throughout, as its documentation shows it."""
    model = QStandardItemModel(count, columns)
    for row in range(count):
        for column in range(columns):
            model.setItem(row, column, QStandardItem(f"{(row * 7919) % count:08d} {column}"))
    table = QTableView()
    table.setModel(model)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(36)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.resize(*SIZE)
    table.show()
    return table


def measure(path: Path) -> dict[str, float]:
    """Seconds of the processor, and megabytes."""
    stage = _Stage()
    found: dict[str, float] = {}
    stores = CompanyStores(path, SystemClock())
    rows = stores.file.sql("SELECT MAX(id) FROM invoice")[0][0]
    table = stage.table(stores.listing.invoice_ids, stores.listing.invoice_rows)
    found["first"] = stage.show(table)
    settle(stage.jobs)
    found["repaint"] = _seconds(lambda: table.viewport().grab())
    began = time.process_time()
    bar = table.verticalScrollBar()
    scrolls = min(_SCROLLS, rows // 100)
    for place in range(scrolls):
        bar.setValue(bar.maximum() * place // scrolls)
        QApplication.processEvents()
    settle(stage.jobs)
    for column in (5, 1, 2):
        table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        settle(stage.jobs)
    found["all"] = time.process_time() - began
    found["megabytes"] = _resident()
    found["sort_in_window"] = _worst_sort(stage, table)
    table.selectRow(0)
    table.close()
    count = max(100, rows // 10)
    cpp = _cpp_table(count, len(invoice_columns()))
    cpp.viewport().grab()
    found["cpp_repaint"] = _seconds(lambda: cpp.viewport().grab())
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(cpp.model())
    found["proxy_sort"] = _seconds(lambda: proxy.sort(0), 1)
    proxy.setFilterKeyColumn(1)
    found["proxy_filter"] = _seconds(lambda: proxy.setFilterFixedString("77"), 1)
    cpp.close()
    stage.jobs.shutdown()
    stores.close()
    return found


def measure_empty() -> dict[str, float]:
    """The same table without rows, in a process of its own like the other."""
    stage = _Stage()
    table = stage.table(lambda _: [], lambda _: [])
    found = {"empty": stage.show(table), "empty_megabytes": _resident()}
    table.close()
    stage.jobs.shutdown()
    return found


def _worst_sort(stage: _Stage, table: WindowTable) -> float:
    """What one sort keeps the window's own thread from doing: the longest that it took at once."""
    worst = 0.0
    for column in (0, 6, 3):
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        while not stage.jobs.is_idle:
            began = time.thread_time()
            QApplication.processEvents()
            worst = max(worst, time.thread_time() - began)
    return worst


if __name__ == "__main__":
    print(json.dumps(measure_empty() if "--empty" in sys.argv else measure(Path(sys.argv[1]))))
