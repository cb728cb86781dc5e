"""Buttons with an icon that follows the theme, and a name for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from .. import metrics, texts
from ..theme import Theme

_ICON_ROLE = {"primary": "accent_text", "link": "accent", "danger": "danger"}


class Button(QPushButton):
    """`role` is empty, primary (one a page), link, row-link (in a row of text) or danger."""

    def __init__(
        self,
        text: str,
        *,
        role: str = "",
        theme: Theme | None = None,
        icon: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(texts.button(text), parent)
        self._theme = theme
        self._icon_name = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(texts.one_line(text))
        if role:
            self.setProperty("role", role)
        if theme is not None and icon:
            self.setIconSize(QSize(metrics.ICON_SMALL, metrics.ICON_SMALL))
            theme.changed.connect(self._draw)
            self._draw()
        if on_click is not None:
            # The slot takes no argument: `clicked` would hand over its checked state.
            self.clicked.connect(lambda: on_click())

    def show_text(self, text: str) -> None:
        """Another caption, and the same accessible name."""
        self.setText(texts.button(text))
        self.setAccessibleName(texts.one_line(text))

    def show_role(self, role: str, icon: str = "") -> None:
        """Another look and icon."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        self._icon_name = icon or self._icon_name
        self._draw()

    def _draw(self) -> None:
        if self._theme is not None and self._icon_name:
            role = _ICON_ROLE.get(str(self.property("role") or ""), "text")
            self.setIcon(self._theme.icons.icon(self._icon_name, role, metrics.ICON_SMALL))


class IconButton(Button):
    """An icon alone; its name is heard, and seen as its tooltip."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__("", role="icon", theme=theme, icon=icon)
        self.setAccessibleName(texts.one_line(name))
        self.setToolTip(texts.tooltip(name))
