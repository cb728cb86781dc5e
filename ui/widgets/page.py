"""The frame of every page: a title, a sentence beneath it, buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from .. import metrics
from .plain_label import PlainLabel


class Page(QWidget):
    """Subclasses add to `layout_`, and buttons to `header_actions`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=True)
        self.setAccessibleName(title)
        self.title = PlainLabel(title, role="page-title")
        self.subtitle = PlainLabel(role="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.header_actions = QHBoxLayout()
        self.header_actions.setSpacing(metrics.SPACE_2)
        header = QHBoxLayout()
        header.setSpacing(metrics.SPACE_4)
        header.addLayout(words, 1)
        header.addLayout(self.header_actions)
        self.header_actions.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(
            metrics.SPACE_5, metrics.SPACE_5 - 4, metrics.SPACE_5, metrics.SPACE_5 - 4
        )
        self.layout_.setSpacing(metrics.SPACE_4)
        self.layout_.addLayout(header)

    def page_shown(self) -> None:
        """The page came to the front; read what may be stale."""

    def focus_search(self) -> None:
        """Put the cursor into the page's filter, where it has one."""


def scroll(content: QWidget, *, role: str = "page") -> QScrollArea:
    """The content in a vertical scroll area without a frame, no wider than a page reads well.

    `role` is page, or plain inside a card.
    """
    content.setMaximumWidth(metrics.PAGE_WIDTH)
    content.setProperty("role", role)
    outer = QWidget()
    outer.setProperty("role", role)
    row = QHBoxLayout(outer)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(content, 1)
    # What the content does not need stays at the right: text begins at the same edge on each page.
    row.addStretch(0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if role == "page":
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setProperty("role", role)
    area.setWidget(outer)
    return area


def line() -> QFrame:
    """A thin line between parts of a card."""
    frame = QFrame()
    frame.setProperty("role", "line")
    return frame
