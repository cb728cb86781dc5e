"""One thing that needs a person, as a card with the buttons for what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from fbrecon.app.views import AttentionRow
from fbrecon.domain.documents import PlatformState
from fbrecon.wording import said

from .. import formats, texts
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..help.topics import of_attention, tell_topic
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.plain_label import PlainLabel

_CHANGE = Change.ATTENTION | Change.PAYMENTS | Change.STATUS


class AttentionCard(Card):
    """Title, message, hint, since when, and buttons; an error shows inside the card."""

    def __init__(
        self, context: Context, actions: Actions, row: AttentionRow, now: datetime
    ) -> None:
        title = texts.one_line(said(row.title))
        super().__init__(context.theme, "alert", title, role="warning")
        self._context = context
        self._actions = actions
        self.row = row
        self.setAccessibleName(title)
        self.pill.show_state(formats.relative(row.since, now), "neutral")
        self.pill.setToolTip(formats.exact(row.since))
        self.body.addWidget(PlainLabel(said(row.message), wrap=True, selectable=True))
        if row.hint:
            self.body.addWidget(PlainLabel(said(row.hint), role="muted", wrap=True))
        topic = of_attention(row.kind)
        tell_topic(self, topic)
        self.what = Button(
            self.tr("What is this?"), role="link", on_click=lambda: context.show_help(topic)
        )
        if row.payments:
            ids = ", ".join(row.payments)
            self.body.addWidget(PlainLabel(ids, role="small", wrap=True, selectable=True))
        # A row of its own: beside the buttons it would make the card wider than a narrow window.
        self.body.addWidget(self.what, alignment=Qt.AlignmentFlag.AlignLeft)
        self.banner = Banner(context.theme)
        self.body.addWidget(self.banner)
        self.buttons: dict[str, Button] = {}
        for action in row.actions:
            self._add(action)

    def _add(self, action: str) -> None:
        row, desk, actions = self.row, self._context.desk, self._actions
        known: dict[str, tuple[str, str, Callable[[], object]]] = {
            "approve": (
                self.tr("Approve"),
                "check",
                lambda: self._act(lambda: desk.approve(row.id)),
            ),
            "record_again": (
                self.tr("Record it again"),
                "check",
                lambda: self._act(lambda: desk.approve(row.id)),
            ),
            "remove_second": (
                self.tr("Delete the second one"),
                "close",
                lambda: self._act(lambda: desk.approve(row.id)),
            ),
            "dismiss": (
                self.tr("Dismiss"),
                "close",
                lambda: self._act(lambda: desk.dismiss(row.id)),
            ),
            "connect_freshbooks": (
                self.tr("Reconnect FreshBooks"),
                "link",
                actions.connect_freshbooks,
            ),
            "connect_platform": (
                self.tr("Enter the platform key"),
                "key",
                actions.connect_platform,
            ),
            "set_up_accounts": (self.tr("Set up accounts"), "accounts", actions.set_up_accounts),
            "open_link": (
                self.tr("Open the record"),
                "external",
                lambda: actions.open_link(row.link),
            ),
            "put_right": (
                self.tr("Put it right for me\u2026"),
                "check",
                lambda: actions.undo(row.id),
            ),
            "show_reconcile": (
                self.tr("Go to Reconcile"),
                "arrow-right",
                lambda: actions.show_page("reconcile"),
            ),
            "sync_now": (self.tr("Sync now"), "sync", actions.sync.start),
            "set_mode": (self.tr("It is switched off"), "check", actions.switch_on_writing),
        }
        if action == "open_link" and not row.link:
            return
        if action == "answer_word":
            self._add_button(action, self._meaning_button())
        elif action in known:
            text, icon, act = known[action]
            self._add_button(action, Button(text, theme=self.theme, icon=icon, on_click=act))

    def _add_button(self, action: str, button: Button) -> None:
        self.buttons[action] = button
        self.action_row.addWidget(button)

    def _meaning_button(self) -> Button:
        """The meanings a word of the platform can have, as a menu."""
        button = Button(self.tr("Say what it means"), theme=self.theme, icon="chevron-down")
        menu = QMenu(button)
        for state, text in (
            (PlatformState.SUCCEEDED, self.tr("The money was collected")),
            (PlatformState.PENDING, self.tr("It is still under way")),
            (PlatformState.FAILED, self.tr("It failed, nothing was collected")),
            (PlatformState.RETURNED, self.tr("It was collected and returned later")),
            (PlatformState.DISPUTED, self.tr("The customer disputes it")),
            (PlatformState.REFUNDED_PART, self.tr("It was refunded in part")),
            (PlatformState.REFUNDED, self.tr("It was refunded in full")),
            (PlatformState.CANCELLED, self.tr("It was cancelled before it was collected")),
        ):
            entry = QAction(text, menu)
            entry.setData(str(state))
            menu.addAction(entry)
        menu.triggered.connect(self._answer)
        button.setMenu(menu)
        return button

    def _answer(self, entry: QAction) -> None:
        row, desk, meaning = self.row, self._context.desk, str(entry.data())
        self._act(lambda: desk.answer_word(row.id, meaning))

    def _act(self, act: Callable[[], object]) -> None:
        self._set_enabled(False)
        self.banner.hide()
        # The window owns the work: this card may be painted anew before it is done.
        owner = self.window()
        self._context.act(act, lane="db", owner=owner, change=_CHANGE, otherwise=self._failed)

    def _failed(self, error: object) -> None:
        self._set_enabled(True)
        self.banner.tell_error(error)

    def _set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 - a state, passed on
        for button in self.buttons.values():
            button.setEnabled(enabled)
