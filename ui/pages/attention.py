"""Needs attention: everything that only a person can settle, grouped by its kind."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fbrecon.app.views import AttentionRow
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, metrics
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..tables import words
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.empty_state import EmptyState
from ..widgets.page import Page, scroll
from ..widgets.plain_label import PlainLabel
from .attention_card import AttentionCard

MOST_CARDS: Final = 60


class AttentionPage(Page):
    """Cards, oldest first inside each kind. Cards that did not change are kept as they are."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Needs attention"), parent)
        self._context = context
        self._actions = actions
        self._is_stale = True
        self._is_reading = False
        self._rows: list[AttentionRow] | None = None
        self.cards: list[AttentionCard] = []
        self.banner = Banner(context.theme)
        self.banner.add_button(Button(self.tr("Try again"), on_click=self._read))
        self.empty = EmptyState(context.theme, "check-circle")
        self.empty.tell(
            self.tr("Nothing needs you"),
            self.tr("What only a person can decide waits here."),
        )
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list: QWidget | None = None
        self.area = scroll(self._content)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        self.layout_.addWidget(self.banner)
        self.layout_.addWidget(self.stack, 1)
        context.events.changed.connect(self._changed)

    def page_shown(self) -> None:
        """Read what changed while the page was behind."""
        if self._is_stale:
            self._read()

    def _changed(self, change: Change) -> None:
        if Change.ATTENTION in change:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        if self._is_reading:
            return
        self._is_stale = False
        self._is_reading = True
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[AttentionRow]:
            return desk.list_attention()

        handle = self._context.run(
            work, lane="db", owner=self, then=self.show_rows, otherwise=self.banner.tell_error
        )
        handle.settled.connect(self._settled)

    def _settled(self) -> None:
        self._is_reading = False
        if self._is_stale and self.isVisible():
            self._read()

    def show_rows(self, rows: list[AttentionRow]) -> None:
        """Paint the list anew if it differs; the scroll position stays."""
        self.banner.hide()
        if rows == self._rows:
            # A decision that changed nothing must give its buttons back.
            for card in self.cards:
                for button in card.buttons.values():
                    button.setEnabled(True)
            return
        self._rows = rows
        position = self.area.verticalScrollBar().value()
        self.subtitle.setText(
            formats.counted(
                len(rows), self.tr("{n} thing waits for you"), self.tr("{n} things wait for you")
            )
            if rows
            else ""
        )
        self.stack.setCurrentWidget(self.area if rows else self.empty)
        body = self._paint(rows)
        if self._list is not None:
            self._column.removeWidget(self._list)
            self._list.deleteLater()
        self._list = body
        self._column.addWidget(body)
        self._content.layout()
        self.area.verticalScrollBar().setValue(position)

    def _paint(self, rows: list[AttentionRow]) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_3)
        self.cards = []
        now = self._context.clock.now()
        kinds: dict[str, list[AttentionRow]] = {}
        for row in rows[:MOST_CARDS]:
            kinds.setdefault(row.kind, []).append(row)
        for kind, members in kinds.items():
            heading = PlainLabel(
                f"{words.kind_heading(kind)} ({formats.number(len(members))})", role="title"
            )
            if self.cards:
                column.addSpacing(metrics.SPACE_3)
            column.addWidget(heading)
            for row in members:
                card = AttentionCard(self._context, self._actions, row, now)
                self.cards.append(card)
                column.addWidget(card)
        hidden = len(rows) - MOST_CARDS
        if hidden > 0:
            more = formats.counted(
                hidden,
                self.tr("{n} more follows as you settle these."),
                self.tr("{n} more follow as you settle these."),
            )
            column.addWidget(PlainLabel(more, role="muted"))
        column.addStretch(1)
        return body
