"""The one dialog for errors: what happened, why, what to do next, and details to copy."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.errors import FbreconError

from .. import metrics, texts
from ..faults import details_of, words_of
from ..help.topics import of_error, tell_topic
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.fit import fit_height
from ..widgets.icon_label import IconLabel
from ..widgets.plain_label import PlainLabel

ShowHelp = Callable[[str], object]

log = logging.getLogger("fbrecon.window")


class ErrorDialog(QDialog):
    """A known error in its own words; anything else as a fault of the program."""

    def __init__(
        self,
        theme: Theme,
        error: object,
        parent: QWidget | None = None,
        show_help: ShowHelp | None = None,
    ) -> None:
        super().__init__(parent)
        title, message, hint = words_of(error)
        self._details = details_of(error)
        self.setWindowTitle(texts.one_line(title))
        self.setAccessibleName(texts.one_line(title))
        self.setFixedWidth(metrics.DIALOG_WIDTH)
        self.title = PlainLabel(title, role="title", wrap=True)
        self.message = PlainLabel(message, wrap=True, selectable=True)
        self.hint = PlainLabel(hint, role="muted", wrap=True)
        self.hint.setVisible(bool(hint))
        words = QVBoxLayout()
        words.setSpacing(metrics.SPACE_2)
        for label in (self.title, self.message, self.hint):
            words.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(metrics.SPACE_4)
        top.addWidget(IconLabel(theme, "alert", "danger", 28), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.copy = Button(
            self.tr("Copy details"), role="link", theme=theme, icon="copy", on_click=self._copy
        )
        self.ok = Button(self.tr("Close"), role="primary", on_click=self.accept)
        self.ok.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        topic = of_error(error)
        self.what = Button(self.tr("What is this?"), role="link")
        self.what.setVisible(bool(topic) and show_help is not None)
        if show_help is not None and topic:
            tell_topic(self, topic)
            self.what.clicked.connect(lambda: show_help(topic))
        buttons.addWidget(self.what)
        buttons.addStretch(1)
        buttons.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[metrics.SPACE_5] * 4)
        layout.setSpacing(metrics.SPACE_5)
        layout.addLayout(top)
        layout.addLayout(buttons)
        self.ok.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Open without empty space."""
        super().showEvent(event)
        fit_height(self)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy.show_text(self.tr("Copied"))


def show_error(
    theme: Theme, owner: QWidget | None, error: object, show_help: ShowHelp | None = None
) -> ErrorDialog:
    """Open the dialog over the owner's window without blocking; a fault is logged too."""
    if not isinstance(error, FbreconError):
        # The class and the place only: an unexpected error's text may hold anything.
        log.error("a fault in the window: %s", details_of(error).replace("\n", " | "))
    dialog = ErrorDialog(theme, error, owner.window() if owner is not None else None, show_help)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
