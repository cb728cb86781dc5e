"""Colours by role, light and dark, and the style sheet made from them. No other file has a colour.

Every pair of text and ground that is used reaches 4.5 : 1, every border of a control 3 : 1; a test
computes both.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from . import metrics
from .icons import Icons
from .style_sheet import STYLE_SHEET


@dataclass(frozen=True, slots=True)
class Colours:
    """One look. `*_soft` is a ground for text of the same name."""

    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    control_border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    neutral: str
    neutral_soft: str


LIGHT: Final = Colours(
    window="#f5f6f8",
    surface="#ffffff",
    sunken="#eef0f4",
    hover="#f3f5f9",
    border="#dfe3e9",
    control_border="#868f9e",
    text="#1a222e",
    muted="#586375",
    accent="#2b57d0",
    accent_hover="#2348b3",
    accent_text="#ffffff",
    accent_soft="#e7edfc",
    success="#146c3f",
    success_soft="#e0f3e7",
    warning="#7c5000",
    warning_soft="#fdf0d0",
    danger="#ab1f18",
    danger_soft="#fce7e5",
    neutral="#4b5667",
    neutral_soft="#eceff3",
)
DARK: Final = Colours(
    window="#12161d",
    surface="#1b212b",
    sunken="#252d39",
    hover="#222a36",
    border="#303a48",
    control_border="#758195",
    text="#e8ecf2",
    muted="#a5b0bf",
    accent="#8eacff",
    accent_hover="#a9c0ff",
    accent_text="#0d1426",
    accent_soft="#25335a",
    success="#67d8a0",
    success_soft="#17362a",
    warning="#f3c766",
    warning_soft="#3b3015",
    danger="#ffa19a",
    danger_soft="#452322",
    neutral="#b8c2d0",
    neutral_soft="#2c3542",
)

_FAMILIES: Final = (
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Inter",
    "Cantarell",
    "Noto Sans",
    "Ubuntu",
    "Liberation Sans",
    "DejaVu Sans",
)


class Look(StrEnum):
    """Which colours to use; `system` follows the desktop, also while the window is open."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The colours in use. `changed` is emitted after the application was restyled."""

    changed = Signal()

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self.colours = LIGHT
        self.icons = Icons(self)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.setStyle("Fusion")
        app.setFont(_font())
        self._restyle()

    @property
    def look(self) -> Look:
        """What was asked for."""
        return self._look

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.colours is DARK

    def set_look(self, look: Look) -> None:
        """Change the colours of every window at once."""
        if look is not self._look:
            self._look = look
            self._restyle()

    def colour(self, role: str) -> QColor:
        """The colour of a role of `Colours`."""
        return self._colours[role]

    def _follow(self) -> None:
        if self._look is Look.SYSTEM:
            self._restyle()

    def _restyle(self) -> None:
        system_is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._look is Look.DARK or (self._look is Look.SYSTEM and system_is_dark)
        self.colours = DARK if dark else LIGHT
        self._colours = {role: QColor(text) for role, text in asdict(self.colours).items()}
        self.icons.forget()
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(make_style_sheet(self.colours))
        self.changed.emit()


def make_style_sheet(colours: Colours) -> str:
    """The style sheet with the roles and metrics filled in."""
    sizes = {
        name.lower(): str(value)
        for name, value in vars(metrics).items()
        if name.isupper() and isinstance(value, int)
    }
    icon = {"check_icon": "check-on-light" if colours is DARK else "check-on-dark"}
    return Template(STYLE_SHEET).substitute(asdict(colours) | sizes | icon)


def _font() -> QFont:
    font = QFont(QApplication.font())
    present = set(QFontDatabase.families())
    families = [family for family in _FAMILIES if family in present]
    # Only families that are there: naming a missing one costs a slow search for aliases.
    if families:
        font.setFamilies(families)
    font.setPixelSize(metrics.FONT_PIXELS)
    return font


def _palette(colours: Colours) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, name in (
        (roles.Window, colours.window),
        (roles.WindowText, colours.text),
        (roles.Base, colours.surface),
        (roles.AlternateBase, colours.hover),
        (roles.Text, colours.text),
        (roles.PlaceholderText, colours.muted),
        (roles.Button, colours.surface),
        (roles.ButtonText, colours.text),
        (roles.BrightText, colours.danger),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.accent_text),
        (roles.Accent, colours.accent),
        (roles.Link, colours.accent),
        (roles.LinkVisited, colours.accent),
        (roles.ToolTipBase, colours.text),
        (roles.ToolTipText, colours.surface),
        (roles.Mid, colours.border),
        (roles.Midlight, colours.border),
        (roles.Dark, colours.control_border),
        (roles.Light, colours.surface),
        (roles.Shadow, colours.control_border),
    ):
        palette.setColor(role, QColor(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette
