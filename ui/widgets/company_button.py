"""The company at the top of the navigation: its name, and a click for the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .. import hotkeys, metrics, texts
from ..theme import Theme
from .icon_label import IconLabel
from .plain_label import PlainLabel

_LINES = 2


class CompanyButton(QPushButton):
    """The name on two lines at the most; all of it is in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "company")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = ""
        self.logo = IconLabel(theme, "logo", "accent", metrics.LOGO)
        self.label = PlainLabel(role="strong", wrap=True)
        self.chevron = IconLabel(theme, "chevron-down", "muted", metrics.ICON_SMALL)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(metrics.SPACE_2)
        for part, stretch in ((self.logo, 0), (self.label, 1), (self.chevron, 0)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(False)
        self.show_name("")

    def show_name(self, name: str) -> None:
        """The company that is shown; none before one was connected."""
        self._name = texts.one_line(name)
        told = self.tr("Company: {name}") if self._name else self.tr("Company: none yet")
        words = told.format(name=self._name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Shows the other companies"))
        self.setToolTip(texts.tooltip(f"{words} ({hotkeys.COMPANIES})"))
        self._draw()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, passed on
        """The logo only, where the window is narrow."""
        self.label.setVisible(not compact)
        self.chevron.setVisible(not compact)
        side = metrics.SPACE_1 + 3 if compact else metrics.SPACE_2
        self._row.setContentsMargins(side, metrics.SPACE_2, side, metrics.SPACE_2)

    def sizeHint(self) -> QSize:
        """As high as two lines of the name need."""
        lines = _LINES * self.label.fontMetrics().lineSpacing()
        # The bold letters reach a little below what the plain font says.
        height = max(lines, metrics.LOGO) + 3 * metrics.SPACE_2
        return QSize(super().sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another part of the name."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        room = self._row.contentsRect().width() - metrics.LOGO - metrics.ICON_SMALL
        room -= 2 * metrics.SPACE_2
        shown = self._name or "fbrecon"
        # A little less than two lines: where the first breaks, a part of it stays empty.
        most = int(max(room, metrics.LOGO) * _LINES * 0.8)
        words = self.label.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, most)
        self.label.setText(words)
