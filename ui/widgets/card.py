"""A card: icon, title, state, body and actions; and a grid that stacks its cards when narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import metrics
from ..theme import Theme
from .icon_label import IconLabel
from .plain_label import Pill, PlainLabel


class Card(QFrame):
    """A framed part of a page. Subclasses fill `body` and `action_row`."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        *,
        role: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.theme = theme
        self.icon = IconLabel(theme, icon, role)
        self.title = PlainLabel(title, role="title", wrap=True)
        self.pill = Pill()
        self.pill.hide()
        head = QHBoxLayout()
        head.setSpacing(metrics.SPACE_2 + 2)
        head.addWidget(self.icon)
        head.addWidget(self.title, 1)
        head.addWidget(self.pill)
        self.body = QVBoxLayout()
        self.body.setSpacing(metrics.SPACE_2)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(metrics.SPACE_2)
        self.action_row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_5 - 4, metrics.SPACE_4, metrics.SPACE_5 - 4, metrics.SPACE_4
        )
        layout.setSpacing(metrics.SPACE_3)
        layout.addLayout(head)
        layout.addLayout(self.body)
        layout.addStretch(1)
        layout.addLayout(self.action_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


class CardGrid(QWidget):
    """Cards in rows of one or two, stacked where the page is narrow. Hidden ones leave no gap."""

    def __init__(self, rows: Sequence[Sequence[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [list(row) for row in rows]
        self._arranged: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(metrics.SPACE_4)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.arrange()

    def arrange(self) -> None:
        """Place the cards that are shown; call after showing or hiding one."""
        two = self.width() >= metrics.ONE_COLUMN_BELOW
        shown = [[card for card in row if not _is_put_away(card)] for row in self._rows]
        wanted = (two, tuple(tuple(id(card) for card in row) for row in shown))
        if wanted == self._arranged:
            return
        self._arranged = wanted
        # Not takeAt: its leftover item would go on telling the layout yesterday's heights.
        for row in self._rows:
            for card in row:
                self._grid.removeWidget(card)
        line = 0
        for row in shown:
            if not row:
                continue
            if two and len(row) == 2:
                self._grid.addWidget(row[0], line, 0)
                self._grid.addWidget(row[1], line, 1)
                line += 1
                continue
            for card in row:
                self._grid.addWidget(card, line, 0, 1, 2)
                line += 1
        self._grid.invalidate()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest card: two in a row must not keep the page from shrinking."""
        narrowest = max((c.minimumSizeHint().width() for row in self._rows for c in row), default=0)
        return QSize(narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or spread as the width asks."""
        super().resizeEvent(event)
        self.arrange()


def _is_put_away(card: QWidget) -> bool:
    """Hidden on purpose; a card that was never shown yet counts as hidden for Qt, too."""
    return card.isHidden() and card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
