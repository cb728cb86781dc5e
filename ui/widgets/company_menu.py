"""The menu of companies: one line for each, then adding one and removing the one shown."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fbrecon.app.views import CompanySummary, ConnectionState

from .. import formats, metrics, texts
from ..language import tr
from ..theme import Theme

_SUMMARY = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DOT = 10


class CompanyMenu(QFrame):
    """A popup. One of the three signals, then it is gone; Escape or a click beside it: none."""

    company_chosen = Signal(object)  # a CompanySummary, never the one that is shown
    remove_chosen = Signal(object)  # the CompanySummary that is shown
    add_chosen = Signal()

    def __init__(
        self, theme: Theme, companies: list[CompanySummary], current: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Companies"))
        self._current = current
        self.rows = _Rows(self)
        self.rows.setAccessibleName(self.tr("Companies"))
        self.rows.setItemDelegate(_RowDelegate(theme, current, self.rows))
        self.rows.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.rows)
        self._shown: CompanySummary | None = None
        for summary in sorted(companies, key=_name_key):
            self._add_company(summary)
            if summary.slug == current:
                self._shown = summary
                self.rows.setCurrentRow(self.rows.count() - 1)
        self.add = self._add_action(self.tr("Add a company\u2026"))
        self.remove: QListWidgetItem | None = None
        if self._shown is not None:
            self.remove = self._add_action(self.tr("Remove this company\u2026"))
        else:
            self.rows.setCurrentRow(0)
        self.setFixedWidth(metrics.MENU_WIDTH)

    def open_beneath(self, anchor: QWidget) -> None:
        """Show it under the anchor, no higher than the screen has room for."""
        heights = [self.rows.sizeHintForRow(row) for row in range(self.rows.count())]
        top = anchor.mapToGlobal(QPoint(0, anchor.height() + metrics.SPACE_1))
        below = anchor.screen().availableGeometry().bottom() - top.y()
        needed = sum(heights) + 2 * metrics.SPACE_1 + 4
        self.setFixedHeight(max(min(needed, below), heights[0]))
        self.move(top)
        self.show()
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _add_company(self, summary: CompanySummary) -> None:
        name = _name(summary)
        item = QListWidgetItem(name)
        item.setData(_SUMMARY, summary)
        parts = [name, state_words(summary)[0]]
        if summary.attention:
            parts.append(_waiting(summary.attention))
        if summary.slug == self._current:
            parts.append(tr("shown now"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(parts))
        item.setToolTip(texts.tooltip(summary.problem or name))
        self.rows.addItem(item)

    def _add_action(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        self.rows.addItem(item)
        return item

    def _choose(self, row: int) -> None:
        item = self.rows.item(row)
        summary = item.data(_SUMMARY)
        self.close()
        if item is self.add:
            self.add_chosen.emit()
        elif item is self.remove:
            self.remove_chosen.emit(self._shown)
        elif summary.slug != self._current:
            self.company_chosen.emit(summary)


class _Rows(QListWidget):
    """A click or Enter chooses; the mouse and the arrows move the same mark."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "menu")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
            return
        super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """A dot and two lines for a company, one line for an action; a thin line between both."""

    def __init__(self, theme: Theme, current: str, rows: QListWidget) -> None:
        super().__init__(rows)
        self._theme = theme
        self._current = current
        self._font = QFont(rows.font())
        self._font.setPixelSize(metrics.FONT_PIXELS)
        self._strong = QFont(self._font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(self._font)
        self._small.setPixelSize(metrics.FONT_SMALL_PIXELS)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Companies are higher than actions."""
        company = index.data(_SUMMARY) is not None
        return QSize(0, metrics.MENU_ROW_HEIGHT if company else metrics.ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, then the line by its kind."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        company = index.data(_SUMMARY)
        above = index.sibling(index.row() - 1, 0)
        if company is None and above.data(_SUMMARY) is not None:
            painter.setPen(self._theme.colour("border"))
            painter.drawLine(rect.topLeft(), rect.topRight())
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(
                rect.adjusted(0, 2, 0, -1), metrics.RADIUS_SMALL, metrics.RADIUS_SMALL
            )
        inner = rect.adjusted(metrics.CELL_MARGIN, 0, -metrics.CELL_MARGIN, 0)
        if company is not None:
            self._paint_company(painter, inner, company)
        else:
            painter.setFont(self._font)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(inner.adjusted(_DOT + 10, 0, 0, 0), _LEFT, index.data())
        painter.restore()

    def _paint_company(self, painter: QPainter, rect: QRect, summary: CompanySummary) -> None:
        words, tone = state_words(summary)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(tone))
        middle = rect.top() + rect.height() / 2
        painter.drawEllipse(QRectF(rect.left(), middle - _DOT / 2, _DOT, _DOT))
        text = rect.adjusted(_DOT + 10, 6, -metrics.ICON - 4, -6)
        if summary.slug == self._current:
            tick = self._theme.icons.icon("check", "accent")
            place = QRect(rect.right() - metrics.ICON, int(middle) - 10, metrics.ICON, metrics.ICON)
            tick.paint(painter, place)
        upper = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(upper, _LEFT, _elided(self._strong, _name(summary), upper.width()))
        if summary.attention:
            words = f"{words}  \u00b7  {_waiting(summary.attention)}"
        lower = upper.translated(0, upper.height())
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(lower, _LEFT, _elided(self._small, words, lower.width()))


def state_words(summary: CompanySummary) -> tuple[str, str]:
    """How a company stands, and the colour role of its dot."""
    if summary.problem:
        return tr("Cannot be opened"), "danger"
    return {
        ConnectionState.NOT_CONNECTED: (tr("Not connected"), "muted"),
        ConnectionState.PENDING: (tr("First copy"), "accent"),
        ConnectionState.CONNECTED: (tr("Connected"), "success"),
        ConnectionState.RECONNECT: (tr("Reconnect needed"), "warning"),
    }[summary.state]


def _waiting(count: int) -> str:
    return formats.counted(count, tr("{n} thing waits"), tr("{n} things wait"))


def _name(summary: CompanySummary) -> str:
    return texts.one_line(summary.business.name if summary.business is not None else summary.slug)


def _name_key(summary: CompanySummary) -> str:
    return _name(summary).casefold()


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
