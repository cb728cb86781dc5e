"""The story of a row in an area of its own that scrolls, for strips."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fbrecon.domain.stories import Story
from fbrecon.wording import said

from .. import metrics
from ..actions import Actions
from ..widgets.page import scroll
from ..widgets.plain_label import PlainLabel
from .story_grids import sides_grid, timeline


class StoryArea(QWidget):
    """Painted anew for each row; empty until one was read."""

    def __init__(self) -> None:
        super().__init__()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self.area = scroll(self._content, role="plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_story(self, story: Story, actions: Actions) -> None:
        """Both sides, then what happened."""
        column = self._new_body()
        if story.compared:
            column.addLayout(sides_grid(story))
        column.addLayout(timeline(story, actions))
        column.addStretch(1)

    def show_error(self, error: object) -> None:
        """Why it cannot be told."""
        sentence = said(str(getattr(error, "sentence", ""))) or self.tr("It cannot be shown.")
        self._new_body().addWidget(PlainLabel(sentence, role="problem", wrap=True))

    def _new_body(self) -> QVBoxLayout:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, metrics.SPACE_2, 0)
        column.setSpacing(metrics.SPACE_4)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        self.area.verticalScrollBar().setValue(0)
        return column
