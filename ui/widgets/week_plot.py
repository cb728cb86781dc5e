"""Bars by week: what was collected beside what was paid out. The only file that loads pyqtgraph.

It is imported by `plots.py`, beside the window and when there is something to draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from fbrecon.domain.weeks import Week

from .. import formats, metrics
from ..theme import Theme

pg.setConfigOptions(exitCleanup=False)  # what it draws belongs to the window, and goes with it

BAR: Final = 0.36
HATCH: Final = Qt.BrushStyle.BDiagPattern
_ROOM: Final = 1.12  # above the highest bar
_TICK_PIXELS: Final = 64


class WeekPlot(pg.PlotWidget):  # type: ignore[misc]
    """The weeks of one currency. The mouse or the arrow keys choose one; `chosen` tells which.

    Bars are told apart by pattern as well as by colour: filled is collected, hatched is paid out.
    """

    chosen = Signal(int)  # the place of a week, -1 for none

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.colour("surface"))
        self._theme = theme
        self._weeks: tuple[Week, ...] = ()
        self._at = -1
        self._bars: list[Any] = []
        self._lines: list[Any] = []
        self.setAccessibleName(self.tr("Money by week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self._mark = pg.LinearRegionItem(movable=False)
        self._mark.setZValue(-10)
        self._mark.hide()
        self.addItem(self._mark)
        theme.changed.connect(self._paint_all)
        self._paint_all()

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Draw these weeks, oldest first where one begins to read."""
        self._weeks = tuple(weeks)
        self._choose(-1)
        self._draw()

    def sum_of(self, money: Any) -> float:
        """How high a bar is, in whole units; for drawing only."""
        return float(money.to_decimal_string())

    def _draw(self) -> None:
        for bar in self._bars:
            self.removeItem(bar)
        self._bars = []
        places = range(len(self._weeks))
        colours = self._theme.colour
        for shift, name, role, pattern in (
            (-BAR / 2, "collected", "accent", Qt.BrushStyle.SolidPattern),
            (BAR / 2, "paid_out", "success", HATCH),
        ):
            colour = colours(role)
            bar = pg.BarGraphItem(
                x=[place + shift for place in places],
                height=[self.sum_of(getattr(week, name)) for week in self._weeks],
                width=BAR,
                brush=QBrush(colour, pattern),
                pen=_pen(colour),
            )
            self._bars.append(bar)
            self.addItem(bar)
        sums = [self.sum_of(s) for w in self._weeks for s in (w.collected, w.paid_out)]
        top, bottom = max([*sums, 1.0]) * _ROOM, min([*sums, 0.0]) * _ROOM
        self._show_sums(steps_between(bottom, top))
        self.setRange(
            xRange=(-0.6, max(len(self._weeks), 1) - 0.4), yRange=(bottom, top), padding=0
        )
        self._show_days()

    def _show_sums(self, steps: Sequence[int]) -> None:
        """Whole sums at the side, each with a line behind the bars; exact ones stand in words."""
        for line in self._lines:
            self.removeItem(line)
        pen = _pen(self._theme.colour("border"))
        self._lines = [pg.InfiniteLine(pos=step, angle=0, pen=pen) for step in steps]
        for line in self._lines:
            line.setZValue(-20)
            self.addItem(line, ignoreBounds=True)
        ticks = [(step, formats.number(step)) for step in steps]
        for side in ("left", "right"):
            self.getAxis(side).setTicks([ticks])

    def _show_days(self) -> None:
        """As many days beneath the bars as have room."""
        count = max(1, int(self.width() / _TICK_PIXELS))
        step = max(1, -(-len(self._weeks) // count))
        last = len(self._weeks) - 1
        ticks = [
            (place, formats.short_day(self._weeks[place].on))
            for place in range(len(self._weeks))
            if (last - place) % step == 0
        ]
        self.getAxis("bottom").setTicks([ticks])

    def _paint_all(self) -> None:
        colours = self._theme.colour
        self.setBackground(colours("surface"))
        font = QFont(self.font())
        font.setPixelSize(metrics.FONT_SMALL_PIXELS)
        reads_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.getViewBox().invertX(reads_left)
        self.showAxis("right", reads_left)
        self.showAxis("left", not reads_left)
        for name in ("left", "right", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(_pen(colours("border")))
            axis.setTextPen(colours("muted"))
            axis.setStyle(tickFont=font, tickLength=0)
        soft = QColor(colours("accent_soft"))
        self._mark.setBrush(QBrush(soft))
        self._mark.setHoverBrush(QBrush(soft))
        for one in self._mark.lines:
            one.setPen(QPen(Qt.PenStyle.NoPen))
        if self._weeks:
            self._draw()

    # ---- choosing a week

    def _choose(self, place: int) -> None:
        if place == self._at:
            return
        self._at = place
        self._mark.setVisible(place >= 0)
        if place >= 0:
            self._mark.setRegion((place - 0.5, place + 0.5))
        self.chosen.emit(place)

    @property
    def place(self) -> int:
        """Which week is chosen; -1 for none."""
        return self._at

    def place_at(self, point: QPointF) -> int:
        """The week beneath a point of the widget; -1 beside the bars."""
        inside: QRectF = self.getViewBox().sceneBoundingRect()
        if not inside.contains(point):
            return -1
        place = round(self.getViewBox().mapSceneToView(point).x())
        return place if 0 <= place < len(self._weeks) else -1

    def point_of(self, place: int) -> QPointF:
        """The middle of a week's bars in the widget."""
        middle = self.getViewBox().viewRect().center().y()
        return QPointF(self.getViewBox().mapViewToScene(QPointF(place, middle)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The week beneath the mouse."""
        self._choose(self.place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""
        self._choose(self.place_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing was dragged."""

    def leaveEvent(self, event: QEvent) -> None:
        """No week, unless the keys chose one."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No week any more."""
        super().focusOutEvent(event)
        self._choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk through the weeks, Home and End go to the first and the last."""
        last = len(self._weeks) - 1
        reads_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        later, earlier = (
            (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if reads_left
            else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        )
        step = {later: 1, earlier: -1}.get(Qt.Key(event.key()))
        if last < 0:
            event.ignore()
        elif step is not None:
            start = last if self._at < 0 else self._at + step
            self._choose(min(last, max(0, start)))
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose(last)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the plot does not."""
        event.ignore()

    def resizeEvent(self, event: Any) -> None:
        """As many days as have room now."""
        super().resizeEvent(event)
        if getattr(self, "_bars", None):
            self._show_days()

    def changeEvent(self, event: QEvent) -> None:
        """The other reading direction turns the plot around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and hasattr(self, "_mark"):
            self._paint_all()


def steps_between(bottom: float, top: float, most: int = 5) -> list[int]:
    """Round sums from bottom to top, never more than `most` besides 0: 1, 2 or 5 times a power."""
    size = 1
    for exponent in range(16):
        for factor in (1, 2, 5):
            size = factor * 10**exponent
            if (top - bottom) / size <= most:
                first = -(int(-bottom) // size) * size
                return list(range(first, int(top) + 1, size))
    return [0]


def _pen(colour: QColor) -> QPen:
    pen = QPen(colour)
    pen.setCosmetic(True)
    pen.setWidthF(1.0)
    return pen
