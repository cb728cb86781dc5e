"""Pictures of every page and dialog, drawn offscreen: for the demonstration and for reviewers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from fbrecon.app.desk import Desk
from fbrecon.clock import Clock

from .app import build_window, make_application, settle
from .dialogs.app_keys import AppKeysDialog
from .dialogs.clearing import ClearingDialog
from .dialogs.closing import ClosingDialog
from .dialogs.platform_key import PlatformKeyDialog
from .dialogs.receipt import ReceiptDialog
from .dialogs.undo import UndoDialog
from .main_window import PAGES, MainWindow
from .pages.detail_page import DetailPage
from .pages.strip_frame import WRITTEN
from .theme import Look, Theme
from .wizard.accounts_wizard import AccountsWizard

# What the offscreen platform says each time a dialog wants a size; it is about no picture.
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
) -> list[Path]:
    """Write a PNG of each page, dialog and wizard page into `folder`; returns their paths.

    `scale` is the device pixel ratio of the pictures, 2.0 for a screen at 200 %.
    """
    theme = Theme(make_application(), Look.DARK if dark else Look.LIGHT)
    earlier = qInstallMessageHandler(_without_noise)
    window = build_window(desk, theme=theme, clock=clock)
    window.resize(*size)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    suffix = ("-dark" if dark else "-light") + (f"-{scale:g}x" if scale != 1 else "")
    written: list[Path] = []

    def save(widget: QWidget, name: str) -> None:
        settle(window.context.jobs)
        path = folder / f"{name}{suffix}.png"
        picture(widget, scale).save(str(path))
        written.append(path)

    try:
        settle(window.context.jobs)
        _save_pages(window, save)
        _save_dialogs(window, save)
    finally:
        window.close()
        window.context.jobs.shutdown()
        window.deleteLater()
        QApplication.processEvents()
        qInstallMessageHandler(earlier)
    return written


def _save_pages(window: MainWindow, save: Callable[[QWidget, str], None]) -> None:
    for name in PAGES:
        window.show_page(name)
        settle(window.context.jobs)
        page = window.pages.currentWidget()
        table = getattr(page, "table", None)
        if table is not None and table.model().rowCount():
            table.selectRow(0)
            if isinstance(page, DetailPage):
                page.read_detail_now()
        save(window, name)


def _save_dialogs(window: MainWindow, save: Callable[[QWidget, str], None]) -> None:
    context = window.context
    dialogs: list[tuple[QWidget, str]] = [
        (AppKeysDialog(context, window), "dialog-app-keys"),
        (PlatformKeyDialog(context, window), "dialog-platform-key"),
    ]
    status = window.watch.status
    if status is not None and status.clearing:
        currency = status.clearing[0].currency
        dialogs.append((ClearingDialog(context, currency, window), "dialog-clearing"))
        dialogs.append((ClosingDialog(context, window), "dialog-closing"))
    written = _find_written(window)
    if written:
        dialogs.append((ReceiptDialog(context, window.actions_, written, window), "dialog-receipt"))
        dialogs.append((UndoDialog(context, written, window), "dialog-undo"))
    for dialog, name in dialogs:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        dialog.show()
        save(dialog, name)
        dialog.close()
        dialog.deleteLater()
    wizard = AccountsWizard(context, window)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    wizard.show()
    for place in range(len(wizard.pageIds())):
        save(wizard, f"wizard-{place + 1}")
        if not wizard.currentPage().isComplete():
            break
        if place + 1 < len(wizard.pageIds()):
            wizard.next()
    wizard.close()
    wizard.deleteLater()


def _find_written(window: MainWindow) -> str:
    """A payment that was written, "" where there is none."""
    model = window.payments.model
    rows = (model.find_loaded(place) for place in range(min(model.rowCount(), 100)))
    return next((row.id for row in rows if row and row.posting_state in WRITTEN), "")


def picture(widget: QWidget, scale: float) -> QImage:
    """The widget as it stands, at that device pixel ratio."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image
