"""Bringing in a file: what it was recognised as, what is asked, its first rows, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fbrecon.app.import_preview import FilePreview
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import ImportResult
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.table_files.days import DayOrder
from fbrecon.wording import said

from .. import formats, metrics, texts
from ..context import Context
from ..events import Change
from ..tables import words
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.page import scroll
from ..widgets.plain_label import PlainLabel

_MOST_PROBLEMS: Final = 50
_SIZE: Final = (860, 760)
_AMOUNT: Final = 3
_STATE: Final = 4
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportFileDialog(QDialog):
    """Shows what the import would do before it does it; nothing goes in until *Import*."""

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._path = context, path
        self._is_showing = False
        self._told: dict[str, str] = {}
        self.preview: FilePreview | None = None
        self.setWindowTitle(self.tr("Import a file"))
        self.setAccessibleName(self.windowTitle())
        self.resize(*_SIZE)
        self.title = PlainLabel(texts.one_line(path.name), role="title", wrap=True)
        self.form = PlainLabel(role="muted", wrap=True)
        self.banner = Banner(context.theme)
        self.kind = self._choice(
            self.tr("What it is"),
            (ImportKind.PAYMENTS, self.tr("Payments")),
            (ImportKind.PAYOUTS, self.tr("Payouts")),
            (ImportKind.BANK, self.tr("Bank statement")),
        )
        self.order = self._choice(
            self.tr("Dates"),
            (None, self.tr("As the file tells")),
            (DayOrder.DAY_FIRST, self.tr("Day first: 31/12/2026")),
            (DayOrder.MONTH_FIRST, self.tr("Month first: 12/31/2026")),
        )
        self.mark = self._choice(
            self.tr("Decimals"),
            (None, self.tr("As the file tells")),
            (".", self.tr("After a point: 1,234.50")),
            (",", self.tr("After a comma: 1.234,50")),
        )
        self.currency = QLineEdit()
        self.currency.setPlaceholderText(self.tr("Such as USD"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.currency.editingFinished.connect(self._asked)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("A name keeps these answers for the next such file"))
        self.name.setAccessibleName(self.tr("Keep as"))
        self.name.editingFinished.connect(self._asked)
        self._form = QFormLayout()
        self._form.setSpacing(metrics.SPACE_2)
        for label, field in (
            (self.tr("What it is"), self.kind),
            (self.tr("Dates"), self.order),
            (self.tr("Decimals"), self.mark),
            (self.tr("Currency"), self.currency),
            (self.tr("Keep as"), self.name),
        ):
            self._form.addRow(PlainLabel(label, role="strong"), field)
        self.columns: dict[str, QComboBox] = {}
        self.which = PlainLabel(self.tr("Which column is which"), role="strong")
        self._columns = QFormLayout()
        self._columns.setSpacing(metrics.SPACE_2)
        self.rows = _table(self.tr("The first rows of the file"))
        self.understood = PlainLabel(self.tr("How they are understood"), role="strong")
        self.read = _table(self.tr("How the first rows are understood"))
        self.read.setColumnCount(5)
        self.read.setHorizontalHeaderLabels(
            [
                self.tr("Row"),
                self.tr("Date"),
                self.tr("What"),
                self.tr("Amount"),
                self.tr("State"),
            ]
        )
        self.counts = PlainLabel(role="strong", wrap=True)
        self.problems = PlainLabel(wrap=True, selectable=True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, metrics.SPACE_3, 0)
        column.setSpacing(metrics.SPACE_4)
        column.addLayout(self._form)
        column.addWidget(self.rows)
        column.addWidget(self.understood)
        column.addWidget(self.read)
        column.addWidget(self.counts)
        column.addWidget(self.problems)
        column.addWidget(self.which)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.close_ = Button(self.tr("Cancel"), on_click=self.reject)
        self.accept_ = Button(self.tr("Import"), role="primary", on_click=self.bring_in)
        self.accept_.setDefault(True)
        self.accept_.setEnabled(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_)
        row.addWidget(self.accept_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        for part in (self.title, self.form, self.banner):
            layout.addWidget(part)
        layout.addWidget(scroll(content), 1)
        layout.addLayout(row)
        self._look(None)

    def _choice(self, label: str, *options: tuple[object, str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(label)
        for value, text in options:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self._asked)
        return box

    # ---- looking

    def wishes(self) -> Wishes:
        """What the person said beside the file's name."""
        chosen = {n: box.currentData() for n, box in self.columns.items() if box.currentIndex() > 0}
        name = self.name.text().strip()
        is_mine = bool(name) or any(chosen.get(n) != box for n, box in self._told.items() if box)
        is_mine = is_mine or bool(chosen.keys() - {n for n, box in self._told.items() if box})
        code = self.currency.text().strip().upper()
        wishes = Wishes(
            name,
            tuple(chosen.items()) if is_mine else (),
            (("currency", code),) if code else (),
            (),
            self.mark.currentData(),
            self.order.currentData(),
        )
        # A name alone says which of several kept mappings is meant, where that was asked.
        is_asked = self.preview is not None and self.preview.asks == "mapping"
        return wishes if wishes.changes_mapping or is_asked else Wishes()

    def _asked(self) -> None:
        if not self._is_showing and self.preview is not None:
            self._look(ImportKind(self.kind.currentData()))

    def _look(self, kind: ImportKind | None) -> None:
        desk, path, wishes = self._context.desk, self._path, self.wishes()
        self.accept_.setEnabled(False)

        def work(_token: CancelToken, _report: ProgressFn) -> FilePreview:
            return desk.preview_file(path, kind, wishes)

        self._context.run(
            work, lane="db", owner=self, then=self.show_preview, otherwise=self.banner.tell_error
        )

    def show_preview(self, preview: FilePreview) -> None:
        """What the import would do, or what stands in its way."""
        self.preview = preview
        self._is_showing = True
        self.kind.setCurrentIndex(self.kind.findData(preview.kind))
        told_of = [preview.form]
        if preview.mapping:
            told_of.append(self.tr("read with the mapping “{name}”").format(name=preview.mapping))
        self.form.setText("  \u00b7  ".join(told_of))
        self._show_rows(preview)
        self._show_read(preview)
        self._show_columns(preview)
        for box, asks in ((self.order, "dates"), (self.mark, "decimal")):
            self._form.setRowVisible(box, preview.asks == asks or box.currentIndex() > 0)
        told = bool(self.currency.text())
        self._form.setRowVisible(self.currency, preview.asks == "currency" or told)
        self._form.setRowVisible(self.name, bool(preview.header))
        self._is_showing = False
        self.banner.hide()
        if preview.problem:
            self.banner.tell(said(preview.problem), tone="warning")
        self.show_result(preview.result)

    def _show_rows(self, preview: FilePreview) -> None:
        self.rows.setVisible(bool(preview.header))
        self.rows.setColumnCount(len(preview.header))
        self.rows.setHorizontalHeaderLabels([texts.one_line(name) for name in preview.header])
        self.rows.setRowCount(len(preview.rows))
        for place, cells in enumerate(preview.rows):
            for column, text in enumerate(cells[: len(preview.header)]):
                self.rows.setItem(place, column, QTableWidgetItem(texts.one_line(text)))
        self.rows.resizeColumnsToContents()

    def _show_read(self, preview: FilePreview) -> None:
        """Days and sums in the person's own way of writing them, so that a wrong order shows."""
        for part in (self.understood, self.read):
            part.setVisible(bool(preview.read))
        self.read.setRowCount(len(preview.read))
        for place, row in enumerate(preview.read):
            amount = f"{formats.decimal(str(row.amount))} {row.currency}".strip()
            state = ""
            if row.state:
                of_payout = preview.kind is ImportKind.PAYOUTS
                state = words.platform_state(row.state)
                state = words.payout_state(row.state)[0] if of_payout else state
            cells = (formats.number(row.row), formats.day(row.on), row.text, amount, state)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(texts.one_line(text))
                if column in (0, _AMOUNT):
                    item.setTextAlignment(_RIGHT)
                self.read.setItem(place, column, item)
        self.read.setColumnHidden(_STATE, not any(row.state for row in preview.read))
        self.read.resizeColumnsToContents()

    def _show_columns(self, preview: FilePreview) -> None:
        """Which column is which; made anew only where the fields are others."""
        if list(self.columns) == [field.name for field in preview.fields]:
            return
        self._told = {field.name: field.column for field in preview.fields}
        while self._columns.rowCount():
            self._columns.removeRow(0)
        self.columns = {}
        self.which.setVisible(bool(preview.fields))
        for field in preview.fields:
            label = field.name.replace("_", " ").capitalize()
            box = self._choice(label, (None, self.tr("not in the file")))
            for name in preview.header:
                box.addItem(texts.one_line(name), name)
            box.setCurrentIndex(max(0, box.findData(field.column) if field.column else 0))
            star = f"{label} *" if field.required else label
            self._columns.addRow(PlainLabel(star), box)
            self.columns[field.name] = box

    def show_result(self, result: ImportResult | None) -> None:
        """The counts, and each row that does not go in with its field and reason."""
        self.accept_.setEnabled(result is not None and bool(result.new or result.changed))
        self.counts.setText("" if result is None else self._in_words(result))
        shown = () if result is None else result.problems[:_MOST_PROBLEMS]
        lines = [
            self.tr("Row {row}{field}: {problem}").format(
                row=p.row, field=f", {p.field}" if p.field else "", problem=said(p.problem)
            )
            for p in shown
        ]
        hidden = 0 if result is None else len(result.problems) - len(shown)
        if hidden:
            lines.append(self.tr("and {n} more").format(n=formats.number(hidden)))
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def _in_words(self, result: ImportResult) -> str:
        text = self.tr(
            "{new} new, {changed} changed, {unchanged} here already, {skipped} left out, {failed} "
            "could not be read."
        )
        return text.format(
            new=formats.number(result.new),
            changed=formats.number(result.changed),
            unchanged=formats.number(result.unchanged),
            skipped=formats.number(result.skipped),
            failed=formats.number(result.failed),
        )

    # ---- bringing it in

    def bring_in(self) -> None:
        """Import what the preview showed, then say what is next."""
        assert self.preview is not None
        desk, kind, path, wishes = (
            self._context.desk,
            self.preview.kind,
            self._path,
            self.wishes(),
        )
        self.accept_.setEnabled(False)

        def work(_token: CancelToken, _report: ProgressFn) -> ImportResult:
            return desk.import_file(kind, path, wishes)

        self._context.run(
            work, lane="db", owner=self, then=self._done, otherwise=self.banner.tell_error
        )

    def _done(self, result: ImportResult) -> None:
        self._context.events.announce(Change.everything())
        self.show_result(result)
        self.accept_.hide()
        self.close_.show_text(self.tr("Close"))
        self.close_.setFocus(Qt.FocusReason.OtherFocusReason)
        next_ = {
            "payments": self.tr("Sync now: each payment is looked for in FreshBooks."),
            "payouts": self.tr("Look at Payouts; import the bank statement to see them arrive."),
            "bank": self.tr("Look at Reconcile: each line shows which payout it is."),
        }
        self.banner.tell(next_.get(result.kind, ""), tone="success")


def _table(name: str) -> QTableWidget:
    """A table to look at, as high as its strip."""
    table = QTableWidget()
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.horizontalHeader().setDefaultAlignment(_LEFT)
    table.setMinimumHeight(metrics.STRIP_HEIGHT)
    return table
