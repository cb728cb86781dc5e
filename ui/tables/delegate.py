"""Paints the cells: text, sums in aligned digits with a quiet currency, states as pills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .. import formats, metrics, texts
from ..theme import Theme
from .columns import Cell, Kind

if TYPE_CHECKING:
    from .window_model import WindowModel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FITTING_KEPT = 8192
_SELECTED = QStyle.StateFlag.State_Selected.value


class CellDelegate(QStyledItemDelegate):
    """Asks the model for the row itself: one Python call a cell instead of seven."""

    def __init__(self, theme: Theme, model: WindowModel[Any, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        # A point size would follow the screen's dots; the window counts in pixels everywhere.
        self._font = QFont(parent.font())
        self._font.setFeature(QFont.Tag("tnum"), 1)
        self._small = QFont(self._font)
        self._small.setPixelSize(metrics.FONT_SMALL_PIXELS)
        self._pill = QFont(self._small)
        self._pill.setWeight(QFont.Weight.DemiBold)
        self._widths = QFontMetrics(self._font)
        self._pill_widths = QFontMetrics(self._pill)
        self._fitting: dict[tuple[str, int], str] = {}
        self._mirrored = False
        self._currency_room = QFontMetrics(self._small).horizontalAdvance("MMM") + metrics.SPACE_1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, then the cell by its kind; a row on its way is a quiet bar."""
        rect: QRect = option.rect
        place = index.column()
        left, bottom = rect.left(), rect.bottom()
        # By the bit: an operation on a flag takes as long as painting the text.
        selected = bool(option.state.value & _SELECTED)
        self._mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(left, bottom, rect.right(), bottom)
        if selected and place == 0:
            edge = rect.right() - 2 if self._mirrored else left
            painter.fillRect(edge, rect.top(), 3, rect.height(), self._theme.colour("accent"))
        inner = rect.adjusted(metrics.CELL_MARGIN, 0, -metrics.CELL_MARGIN, -1)
        cells = self._model.cells_at(index.row())
        if cells is None:
            self._paint_placeholder(painter, inner)
        else:
            kind = self._model.columns[place].kind
            self._paint_cell(painter, inner, kind, cells[place], selected=selected)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The column's width; every row is as high as the others."""
        return QSize(self._model.columns[index.column()].width, metrics.ROW_HEIGHT)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, kind: Kind, cell: Cell, *, selected: bool
    ) -> None:
        if kind is Kind.PILL:
            # A selected row has the colour of some pills; there they stand on the surface.
            ground = "surface" if selected else ""
            self._paint_pill(painter, rect, texts.one_line(cell.text), cell.tone, ground)
            return
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted" if cell.faded else "text"))
        if kind is Kind.MONEY:
            self._paint_money(painter, rect, cell)
            return
        text = texts.one_line(cell.text)
        if cell.mark:
            self._paint_marked(painter, rect, text, texts.one_line(cell.mark))
            return
        side = _RIGHT if kind is Kind.NUMBER else _LEFT
        painter.drawText(rect, side, self._elided(text, rect.width()))

    def _elided(self, text: str, width: int) -> str:
        """What of the text fits; measuring takes longer than painting, so it is done once."""
        found = self._fitting.get((text, width))
        if found is None:
            if len(self._fitting) >= _FITTING_KEPT:
                self._fitting.clear()
            found = self._widths.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitting[text, width] = found
        return found

    def _paint_money(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if cell.money is None:
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(rect, _RIGHT, cell.text)
            return
        # The painter itself turns right into left where the window is mirrored.
        room = self._currency_room
        amount = rect.adjusted(room, 0, 0, 0) if self._mirrored else rect.adjusted(0, 0, -room, 0)
        text = formats.amount(cell.money)
        if self._elided(text, amount.width()) != text:
            # A sum that is cut is a wrong sum: rather none of it, the tooltip has it.
            text = "\u2026"
        painter.drawText(amount, _RIGHT, text)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(rect, _RIGHT, cell.money.currency)

    def _paint_marked(self, painter: QPainter, rect: QRect, text: str, mark: str) -> None:
        taken = self._pill_width(mark) + metrics.SPACE_2
        shown = self._elided(text, rect.width() - taken)
        painter.drawText(rect, _LEFT, shown)
        used = self._widths.horizontalAdvance(shown) + metrics.SPACE_2
        rest = rect.adjusted(0, 0, -used, 0) if self._mirrored else rect.adjusted(used, 0, 0, 0)
        self._paint_pill(painter, rest, mark, "neutral")

    def _pill_width(self, text: str) -> int:
        return self._pill_widths.horizontalAdvance(text) + 2 * metrics.PILL_MARGIN + 2

    def _paint_pill(
        self, painter: QPainter, rect: QRect, text: str, tone: str, other_ground: str = ""
    ) -> None:
        if not text:
            return
        fore, ground = {
            "info": ("accent", "accent_soft"),
            "neutral": ("neutral", "neutral_soft"),
        }.get(tone, (tone, f"{tone}_soft"))
        width = min(self._pill_width(text), rect.width())
        top = rect.top() + (rect.height() - metrics.PILL_HEIGHT) / 2
        left = rect.right() + 1 - width if self._mirrored else rect.left()
        pill = QRectF(QPointF(left, top), QSize(width, metrics.PILL_HEIGHT))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(other_ground or ground))
        painter.drawRoundedRect(pill, metrics.PILL_HEIGHT / 2, metrics.PILL_HEIGHT / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._pill)
        painter.setPen(self._theme.colour(fore))
        if self._pill_width(text) > width:
            room = width - metrics.PILL_MARGIN
            text = self._pill_widths.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_placeholder(self, painter: QPainter, rect: QRect) -> None:
        # Plain bars: a screen of round ones takes longer than a screen of rows.
        width = min(rect.width(), 90) * 7 // 10
        left = rect.right() + 1 - width if self._mirrored else rect.left()
        painter.fillRect(left, rect.center().y() - 4, width, 8, self._theme.colour("sunken"))
