"""The rows of the clearing proof: what of undeposited funds belongs where, with its age."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.app.views import ClearingItem
from fbrecon.domain.money import total
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics
from ..context import Context
from ..tables import words
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.grid import RIGHT, titled_grid
from ..widgets.page import scroll
from ..widgets.plain_label import PlainLabel

_MOST_ROWS = 200  # of a bucket; `fbrecon list clearing` has them all


class ClearingDialog(QDialog):
    """Reads the rows of one currency when it opens."""

    def __init__(self, context: Context, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._currency = currency
        title = self.tr("Undeposited funds in {currency}").format(currency=currency)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(*metrics.PAPER_SIZE)
        self.banner = Banner(context.theme)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, metrics.SPACE_3, 0)
        self._column.setSpacing(metrics.SPACE_4)
        self.close_ = Button(self.tr("Close"), role="primary", on_click=self.accept)
        self.close_.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_4)
        layout.addWidget(self.banner)
        layout.addWidget(scroll(self._content), 1)
        layout.addLayout(buttons)
        desk = context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[ClearingItem]:
            return desk.list_clearing(currency)

        context.run(
            work, lane="db", owner=self, then=self.show_items, otherwise=self.banner.tell_error
        )

    def show_items(self, items: list[ClearingItem]) -> None:
        """A part for each bucket, its rows from the oldest."""
        for bucket, group in groupby(items, key=lambda item: item.bucket):
            rows = list(group)
            sum_ = formats.money(total((row.amount for row in rows), self._currency))
            name = words.clearing_bucket(bucket)
            self._column.addWidget(PlainLabel(f"{name}: {sum_}", role="title", wrap=True))
            grid = titled_grid((self.tr("What"), self.tr("Day"), self.tr("Age"), self.tr("Sum")))
            for place, row in enumerate(rows[:_MOST_ROWS], 2):
                age = formats.counted(row.age_days, self.tr("{n} day"), self.tr("{n} days"))
                # Where the text names the record, its id would only say the same once more.
                named = row.id.partition("_")[2] in row.text
                told = row.text if named else f"{row.id}  \u00b7  {row.text}"
                grid.addWidget(PlainLabel(told, wrap=True, selectable=True), place, 0)
                grid.addWidget(PlainLabel(formats.day(row.on)), place, 1, RIGHT)
                grid.addWidget(PlainLabel(age), place, 2, RIGHT)
                grid.addWidget(
                    PlainLabel(formats.money(row.amount), selectable=True), place, 3, RIGHT
                )
            if len(rows) > _MOST_ROWS:
                more = self.tr("and {n} more rows").format(n=formats.number(len(rows) - _MOST_ROWS))
                grid.addWidget(PlainLabel(more, role="muted"), _MOST_ROWS + 2, 0)
            self._column.addLayout(grid)
        if not items:
            none = self.tr("There is nothing on its way.")
            self._column.addWidget(PlainLabel(none, role="muted"))
        self._column.addStretch(1)
