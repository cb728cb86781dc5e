"""Prints a report's pages to PDF: on the paper of the country, each page with its foot.

Also where there is no window: then an application without a screen is made for the fonts.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from fbrecon.errors import FbreconError
from fbrecon.reports.pages import Pages

from .paper_layout import (
    CELL,
    HEADING,
    NOTE,
    STRONG,
    SUBTITLE,
    TEXT,
    TITLE,
    Rule,
    Words,
    lay_out,
)
from .theme import LIGHT

_DOTS_PER_INCH: Final = 300
_MARGIN_MM: Final = 12.0
_FOOT: Final = 22.0  # points
FOOT: Final = "foot"
# Paper is always light.
_INK, _FAINT = QColor(LIGHT.text), QColor(LIGHT.muted)
_HEAD, _LINE = QColor(LIGHT.sunken), QColor(LIGHT.border)
_FINE: Final = 10
_MOST_KNOWN: Final = 200_000
# Tenths of a point, bold, colour.
_STYLES: Final = {
    TITLE: (180, True, _INK),
    SUBTITLE: (105, True, _INK),
    HEADING: (110, True, _INK),
    TEXT: (80, False, _INK),
    NOTE: (75, False, _FAINT),
    CELL: (75, False, _INK),
    STRONG: (75, True, _INK),
    FOOT: (70, False, _FAINT),
}
# Where letters are written on US Letter, by the Unicode locale data.
_LETTER: Final = frozenset(
    {
        QLocale.Country.Belize,
        QLocale.Country.Canada,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.CostaRica,
        QLocale.Country.ElSalvador,
        QLocale.Country.Guatemala,
        QLocale.Country.Mexico,
        QLocale.Country.Nicaragua,
        QLocale.Country.Panama,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.UnitedStates,
        QLocale.Country.Venezuela,
    }
)

_made: list[QGuiApplication] = []


def print_pages(pages: Pages) -> bytes:
    """The pages as a PDF. Raises `FbreconError` where no font is installed to write with."""
    _make_application()
    families = QFontDatabase.families()
    if not families:
        raise FbreconError(
            "There is no font to print with",
            "This computer has no fonts installed.",
            "Install some, DejaVu for example, or choose another form of the report.",
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(pages.name)
    writer.setCreator("fbrecon")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(_paper()),
            QPageLayout.Orientation.Landscape,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    _paint(pages, writer)
    buffer.close()
    return bytes(buffer.data().data())


def _paint(pages: Pages, writer: QPdfWriter) -> None:
    # Everything below is in points.
    width = writer.width() * 72 / _DOTS_PER_INCH
    height = writer.height() * 72 / _DOTS_PER_INCH
    letters = _Letters()
    made = lay_out(pages, width, height - _FOOT, letters)
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / 72, _DOTS_PER_INCH / 72)
    for number, page in enumerate(made, 1):
        if number > 1:
            writer.newPage()
        for mark in page.marks:
            if isinstance(mark, Rule):
                _rule(painter, mark)
            else:
                letters.write(painter, mark)
        told = pages.numbered.format(number=number, pages=len(made))
        top = height - letters.line(FOOT)
        letters.write(painter, Words(width, top, told, FOOT, at_right=True))
        room = width - letters.width(told, FOOT) - 20
        letters.write(painter, Words(0, top, letters.elided(pages.footer, room), FOOT))
    painter.end()


def _rule(painter: QPainter, rule: Rule) -> None:
    if rule.weight == "head":
        painter.fillRect(QRectF(rule.x, rule.y, rule.width, rule.height), _HEAD)
        return
    painter.setPen(QPen(_INK, 0.7) if rule.weight == "strong" else QPen(_LINE, 0.4))
    painter.drawLine(QPointF(rule.x, rule.y), QPointF(rule.x + rule.width, rule.y))


class _Letters:
    """The fonts of a page. Points are made pixels of a painter that counts in points."""

    def __init__(self) -> None:
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._fonts: dict[str, QFont] = {}
        for style, (points, is_bold, _) in _STYLES.items():
            font = QFont(general)
            # Ten times as large for measuring: hinting for a screen would round each letter.
            font.setPixelSize(points * _FINE // 10)
            font.setBold(is_bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = font
        self._metrics = {style: QFontMetricsF(font) for style, font in self._fonts.items()}
        self._widths: dict[tuple[str, str], float] = {}

    def width(self, text: str, style: str) -> float:
        """In points."""
        key = (text, style)
        if key not in self._widths:
            if len(self._widths) > _MOST_KNOWN:
                self._widths.clear()
            self._widths[key] = self._metrics[style].horizontalAdvance(text) / _FINE
        return self._widths[key]

    def line(self, style: str) -> float:
        """In points."""
        return self._metrics[style].height() * 1.06 / _FINE

    def elided(self, text: str, width: float) -> str:
        """Cut in the middle where it is too long for the foot."""
        return self._metrics[FOOT].elidedText(
            text, Qt.TextElideMode.ElideMiddle, int(width * _FINE)
        )

    def write(self, painter: QPainter, words: Words) -> None:
        """Paint a line of text."""
        painter.save()
        painter.scale(1 / _FINE, 1 / _FINE)
        painter.setFont(self._fonts[words.style])
        painter.setPen(_STYLES[words.style][2])
        left = words.x - self.width(words.text, words.style) if words.at_right else words.x
        base = words.y * _FINE + self._metrics[words.style].ascent()
        painter.drawText(QPointF(left * _FINE, base), words.text)
        painter.restore()


def _paper() -> QPageSize.PageSizeId:
    """Letter where people write on it, and where the system names no country; else A4."""
    system = QLocale.system()
    if system.language() is QLocale.Language.C or system.territory() in _LETTER:
        return QPageSize.PageSizeId.Letter
    return QPageSize.PageSizeId.A4


def _make_application() -> None:
    if QGuiApplication.instance() is None:
        _made.append(QGuiApplication(["fbrecon", "-platform", "offscreen"]))
