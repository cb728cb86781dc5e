"""The card beneath a table: a head, then a body that is painted anew for each row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fbrecon.domain.stories import Story
from fbrecon.wording import said

from .. import metrics
from ..actions import Actions
from ..tables import story_words
from ..widgets.buttons import Button
from ..widgets.page import scroll
from ..widgets.plain_label import PlainLabel
from .story_grids import sides_grid, timeline


class DetailFrame(QFrame):
    """Subclasses put widgets into `head` and `above`, and fill the column of `new_body`.

    What they open themselves stands in `opens_itself`, by the kind of the link.
    """

    opens_itself: frozenset[str] = frozenset()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.head = QHBoxLayout()
        self.head.setSpacing(metrics.SPACE_3)
        self.above = QVBoxLayout()
        self.above.setSpacing(metrics.SPACE_3)
        self.problem = PlainLabel(role="problem", wrap=True)
        self.problem.hide()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.area = scroll(self._content, role="plain")
        self._body: QWidget | None = None
        self.openers: list[Button] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            metrics.SPACE_4, metrics.SPACE_3, metrics.SPACE_4, metrics.SPACE_3
        )
        layout.setSpacing(metrics.SPACE_3)
        layout.addLayout(self.head)
        layout.addLayout(self.above)
        layout.addWidget(self.problem)
        layout.addWidget(self.area, 1)
        self.setMinimumHeight(150)

    def sizeHint(self) -> QSize:
        """High enough for a few lines; the splitter gives more."""
        return QSize(super().sizeHint().width(), metrics.DETAIL_HEIGHT)

    def facts(self, *pairs: tuple[str, str]) -> QHBoxLayout:
        """Names above what they are, side by side."""
        row = QHBoxLayout()
        row.setSpacing(metrics.SPACE_6)
        for name, text in pairs:
            block = QVBoxLayout()
            block.setSpacing(0)
            block.addWidget(PlainLabel(name, role="small"))
            block.addWidget(PlainLabel(text, role="strong", selectable=True))
            row.addLayout(block)
        row.addStretch(1)
        return row

    def show_error(self, error: object) -> None:
        """The detail could not be read; the table is not disturbed."""
        self.problem.setText(
            said(str(getattr(error, "sentence", ""))) or self.tr("It cannot be shown.")
        )
        self.problem.show()
        self.area.hide()

    def show_story(self, story: Story, actions: Actions) -> None:
        """Both sides after the first part of the body, what happened at its end, and links."""
        assert self._body is not None, "the record itself is shown first"
        column = self._body.layout()
        assert isinstance(column, QVBoxLayout)
        if story.compared:
            column.insertLayout(1, sides_grid(story))
        column.insertLayout(column.count() - 1, timeline(story, actions))
        for button in self.openers:
            self.head.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.openers = []
        for link in story.links:
            if link.kind in self.opens_itself:
                continue
            button = Button(
                story_words.link(link),
                theme=actions.theme,
                icon="external",
                on_click=partial(actions.open_link, link.address),
            )
            self.openers.append(button)
            self.head.addWidget(button)

    def open_in_freshbooks(self) -> None:
        """The first page that can be opened, where there is one."""
        if self.openers:
            self.openers[0].click()

    def new_body(self) -> QVBoxLayout:
        """An empty column in the place of what was shown; it is shown from its top."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, metrics.SPACE_2, 0)  # sums keep clear of the scroll bar
        column.setSpacing(metrics.SPACE_4)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()  # it goes a moment later, and would show through until then
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        self.problem.hide()
        self.area.show()
        self.area.verticalScrollBar().setValue(0)
        return column
