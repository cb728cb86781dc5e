"""Pictures of every page and dialog, drawn offscreen: for the demonstration and for reviewers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from fbrecon.app.desk import Desk
from fbrecon.clock import Clock

from .app import build_window, make_application, settle
from .language import Language, use_language
from .main_window import PAGES, MainWindow
from .pages.detail_page import DetailPage
from .screenshot_dialogs import save_dialogs
from .theme import Look, Theme

# What the offscreen platform says each time a dialog wants a size; it is about no picture.
_ROUNDS = 5
_NOISE = "This plugin does not support propagateSizeHints"


def _without_noise(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_NOISE):
        print(message, file=sys.stderr)


def render_pages(
    desk: Desk,
    folder: Path,
    *,
    dark: bool,
    scale: float,
    clock: Clock | None = None,
    size: tuple[int, int] = (1240, 820),
    right_to_left: bool = False,
    language: Language | None = None,
) -> list[Path]:
    """Write a PNG of each page, dialog and wizard page into `folder`; returns their paths.

    `scale` is the device pixel ratio of the pictures, 2.0 for a screen at 200 %; without a
    `language` the window speaks what it spoke before.
    """
    app = make_application()
    direction = app.layoutDirection()
    if language is not None:
        use_language(app, language)
    if right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = Theme(app, Look.DARK if dark else Look.LIGHT)
    earlier = qInstallMessageHandler(_without_noise)
    window = build_window(desk, theme=theme, clock=clock)
    window.resize(*size)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    suffix = ("-dark" if dark else "-light") + (f"-{scale:g}x" if scale != 1 else "")
    suffix += "-rtl" if right_to_left else ""
    written: list[Path] = []

    def save(widget: QWidget, name: str) -> None:
        settle(window.context.jobs)
        for _ in range(_ROUNDS):  # what arrived last changes heights, layout within layout
            QApplication.processEvents()
        path = folder / f"{name}{suffix}.png"
        picture(widget, scale).save(str(path))
        written.append(path)

    try:
        settle(window.context.jobs)
        _save_pages(window, save)
        with TemporaryDirectory() as spare:
            save_dialogs(window, Path(spare), save)
    finally:
        window.close()
        window.context.jobs.shutdown()
        window.deleteLater()
        QApplication.processEvents()
        if language is not None:
            use_language(app)
        app.setLayoutDirection(direction)
        qInstallMessageHandler(earlier)
    return written


def _save_pages(window: MainWindow, save: Callable[[QWidget, str], None]) -> None:
    for name in PAGES:
        window.show_page(name)
        settle(window.context.jobs)
        page = window.pages.currentWidget()
        table = getattr(page, "table", None)
        if table is not None and table.model().rowCount():
            table.go_to(0)
            if isinstance(page, DetailPage):
                page.read_detail_now()
        if page is window.home:
            window.home.money.fetch_plot()
        save(window, name)


def picture(widget: QWidget, scale: float) -> QImage:
    """The widget as it stands, at that device pixel ratio."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image
