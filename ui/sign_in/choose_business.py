"""The last step of a sign-in that reaches several businesses: which one is meant."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fbrecon.domain.business import Business

from .. import metrics, texts
from ..theme import Theme
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.plain_label import PlainLabel


class ChooseBusiness(QWidget):
    """Emits `chosen(id)`."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        title: str = "",
        explanation: str = "",
        use: str = "",
    ) -> None:
        super().__init__(parent)
        self.banner = Banner(theme)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Businesses"))
        self.use = Button(
            use or self.tr("Use this business"), role="primary", on_click=self._choose
        )
        self.list.itemActivated.connect(self._choose)
        self.list.itemSelectionChanged.connect(self._selected)
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(metrics.SPACE_3)
        layout.addWidget(PlainLabel(title or self.tr("Which business?"), role="title"))
        layout.addWidget(
            PlainLabel(
                explanation
                or self.tr(
                    "Your FreshBooks sign-in reaches several businesses. This company file keeps"
                    " one of them and cannot be moved to another later."
                ),
                role="muted",
                wrap=True,
            )
        )
        layout.addWidget(self.banner)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self._ids: list[str] = []

    def show_businesses(self, businesses: tuple[Business, ...]) -> None:
        """List them by name, with the role the person has there."""
        self.list.clear()
        self._ids = []
        self.banner.hide()
        for business in sorted(businesses, key=lambda b: b.name.casefold()):
            role = business.role.replace("_", " ")
            item = QListWidgetItem(texts.one_line(f"{business.name}  ({role})"))
            item.setSizeHint(QSize(0, metrics.ROW_HEIGHT))
            self.list.addItem(item)
            self._ids.append(business.id)
        # None is chosen beforehand: the wrong business would be kept for good.
        self.use.setEnabled(False)
        self.list.setFocus()

    def _selected(self) -> None:
        self.use.setEnabled(bool(self.list.selectedItems()))

    def _choose(self) -> None:
        selected = self.list.selectedItems()
        if selected:
            self.chosen.emit(self._ids[self.list.row(selected[0])])
