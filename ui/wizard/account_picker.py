"""The chart of accounts as a list to choose from, with a field that searches it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fbrecon.domain.ledger import LedgerAccount

from .. import metrics, texts
from ..widgets.plain_label import PlainLabel


class AccountPicker(QWidget):
    """One account or none; what is chosen stays chosen while the search hides it."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name, number or type"))
        self.search.setAccessibleName(self.tr("Search the chart of accounts"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(110)
        self.none = PlainLabel(self.tr("No account fits the search."), role="small")
        self.none.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics.SPACE_1)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.none)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(lambda _row: self.changed.emit())

    def add_account(self, account: LedgerAccount) -> None:
        """One more to choose from."""
        number = f"{account.number}  " if account.number else ""
        item = QListWidgetItem(
            texts.one_line(f"{number}{account.name}  \u00b7  {account.sub_type}")
        )
        item.setData(Qt.ItemDataRole.UserRole, account)
        self.list.addItem(item)

    def count(self) -> int:
        """How many there are, hidden ones too."""
        return self.list.count()

    def label(self, place: int) -> str:
        """How the account at that place reads."""
        return self.list.item(place).text()

    def choose(self, place: int) -> None:
        """The account at that place; -1 for none."""
        self.list.setCurrentRow(place)

    @property
    def chosen(self) -> LedgerAccount | None:
        """What is chosen."""
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, LedgerAccount) else None

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        shown = 0
        for place in range(self.count()):
            item = self.list.item(place)
            fits = all(word in item.text().casefold() for word in words)
            item.setHidden(not fits)
            shown += fits
        self.none.setVisible(not shown)
