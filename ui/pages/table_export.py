"""Saves what a table shows as a file, beside the window, with progress and a way to stop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from fbrecon.sync.progress import CancelToken, Progress, ProgressFn

from .. import formats, metrics
from ..context import Context
from ..jobs import JobHandle
from ..tables.table_file import write_table
from ..tables.table_view import WindowTable
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel


class TableExport(QWidget):
    """A row that is there while a file is written. `banner` tells how it ended."""

    def __init__(self, context: Context, table: WindowTable, banner: Banner, name: str) -> None:
        super().__init__()
        self._context = context
        self._table = table
        self._banner = banner
        self._name = name
        self._job: JobHandle | None = None
        self.label = PlainLabel(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Writing the file"))
        self.stop = Button(self.tr("Stop"), theme=context.theme, icon="close")
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SPACE_3)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def choose_file(self) -> None:
        """Ask where to; a second click while one is written changes nothing."""
        if self._job is not None:
            return
        dialog = QFileDialog(self.window(), self.tr("Save as a file"), f"{self._name}.csv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        csv, xlsx = self.tr("Table (*.csv)"), self.tr("Workbook (*.xlsx)")
        dialog.setNameFilters([csv, xlsx])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("xlsx" if chosen == xlsx else "csv")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write all rows that the filter lets through, with the columns that are shown."""
        path, model = Path(name), self._table.window_model
        columns, keys, fetch = self._table.shown_columns(), model.all_keys, model.fetch_rows

        def work(token: CancelToken, report: ProgressFn) -> int:
            return write_table(path, columns, keys, fetch, token, report)

        def done(rows: int) -> None:
            sentence = formats.counted(rows, self.tr("{n} row"), self.tr("{n} rows"))
            written = self.tr("{name} is written: {rows}.")
            self._banner.tell(
                self.tr("Saved"), written.format(name=path.name, rows=sentence), tone="success"
            )

        # Not the lane of the company file: a large file must not keep the tables waiting.
        job = self._context.run(
            work, lane="net", owner=self, then=done, otherwise=self._banner.tell_error
        )
        job.progressed.connect(self._show)
        job.settled.connect(self._settled)
        self._job = job
        self._show(Progress("", 0, len(keys)))
        self.show()

    def _show(self, progress: Any) -> None:
        total = max(progress.total or 0, 1)
        self.bar.setRange(0, total)
        self.bar.setValue(progress.done)
        self.label.setText(
            self.tr("{done} of {total} rows written").format(
                done=formats.number(progress.done), total=formats.number(progress.total or 0)
            )
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _settled(self) -> None:
        self._job = None
        self.hide()
