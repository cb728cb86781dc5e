"""The line icons, tinted with a colour of the theme. The only place that loads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from . import (
    _resources_rc,  # noqa: F401 - importing it registers the icons
    metrics,
)

if TYPE_CHECKING:
    from .theme import Theme

_SCALES: Final = (1, 2, 3)


class Icons:
    """Icons by name (a file of `resources/icons`) and colour role."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def forget(self) -> None:
        """The colours changed: draw everything anew."""
        self._icons.clear()

    def icon(self, name: str, role: str = "text", size: int = metrics.ICON) -> QIcon:
        """The icon in the colour of `role`, muted where the widget is disabled."""
        key = (name, role, size)
        if key not in self._icons:
            icon = QIcon()
            for scale in _SCALES:
                icon.addPixmap(self._draw(name, role, size, scale), QIcon.Mode.Normal)
                icon.addPixmap(self._draw(name, "muted", size, scale), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(
        self, name: str, role: str, size: int = metrics.ICON, *, ratio: float = 1.0
    ) -> QPixmap:
        """The icon for a label on a screen of that device pixel ratio."""
        return self.icon(name, role, size).pixmap(QSize(size, size), ratio)

    def _draw(self, name: str, role: str, size: int, scale: int) -> QPixmap:
        colour = self._theme.colour(role).name()
        renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap


def _source(name: str) -> bytes:
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise LookupError(f"there is no icon called {name}")
    source = bytes(file.readAll().data())
    file.close()
    return source
