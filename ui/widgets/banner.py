"""A message inside a page or dialog: what happened, what to do, and buttons for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fbrecon.errors import FbreconError

from .. import metrics, texts
from ..faults import details_of
from ..theme import Theme
from .buttons import Button
from .icon_label import IconLabel
from .plain_label import PlainLabel

_LOOKS: Final = {
    "info": ("info", "accent"),
    "success": ("check-circle", "success"),
    "warning": ("alert", "warning"),
    "danger": ("alert", "danger"),
}


class Banner(QFrame):
    """Hidden until it is told something. `action_row` is the row for buttons."""

    def __init__(self, theme: Theme, tone: str = "danger", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._of_tone: list[tuple[Button, str]] = []
        self._icon = IconLabel(theme, *_LOOKS[tone])
        self.title = PlainLabel(role="strong", wrap=True)
        self.message = PlainLabel(wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.message)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(metrics.SPACE_2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_4, metrics.SPACE_3, metrics.SPACE_3, metrics.SPACE_3
        )
        layout.setSpacing(metrics.SPACE_3)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addLayout(self.action_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._details = ""
        self.copy: Button | None = None  # made for the first error
        self._set_tone(tone)
        self.hide()

    def add_button(self, button: Button, *, tone: str = "") -> Button:
        """Put a button at the right end; with a tone, only a message in that tone has it."""
        if tone:
            self._of_tone.append((button, tone))
        self.action_row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def tell(self, title: str, message: str = "", *, tone: str = "") -> None:
        """Show these words; a screen reader hears them too."""
        if tone:
            self._set_tone(tone)
        if self.copy is not None:
            self.copy.hide()
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.message.setText(message)
        self.message.setVisible(bool(message))
        for button, only in self._of_tone:
            button.setVisible(only == self.property("tone"))
        self.setAccessibleName(" ".join(texts.clean(part) for part in (title, message) if part))
        self.show()

    def tell_error(self, error: object) -> None:
        """Show an error in its own words; an unknown one without its insides."""
        self._details = details_of(error)
        if isinstance(error, FbreconError):
            self.tell(
                error.title, " ".join(p for p in (error.message, error.hint) if p), tone="danger"
            )
        else:
            self.tell(
                self.tr("Something in the program went wrong"),
                self.tr("Nothing was changed. If it happens again, send us the log."),
                tone="danger",
            )
        if self.copy is None:
            self.copy = self.add_button(Button("", role="link", on_click=self._copy))
        self.copy.show_text(self.tr("Copy details"))
        self.copy.show()

    def _copy(self) -> None:
        assert self.copy is not None
        QGuiApplication.clipboard().setText(self._details)
        self.copy.show_text(self.tr("Copied"))

    def _set_tone(self, tone: str) -> None:
        self.setProperty("tone", tone)
        self._icon.show_icon(*_LOOKS[tone])
        self.style().unpolish(self)
        self.style().polish(self)
