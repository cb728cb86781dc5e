"""Settings: what fbrecon may write, the connections, and how the window looks."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fbrecon.app.views import ConnectionState, Mode, RunView, StatusView
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import metrics
from ..actions import Actions
from ..context import Context
from ..events import Change
from ..language import tr
from ..status_watch import StatusWatch
from ..theme import Look
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.card import Card, CardGrid
from ..widgets.page import Page, scroll
from ..widgets.plain_label import PlainLabel
from .files_card import FilesCard
from .how_often import HowOftenCard
from .language_card import LanguageCard
from .notices_card import NoticesCard
from .sync_history import MOST_RUNS, SyncHistoryCard

_SHOWN = ("auto_post", "post_since", "invoices_every", "payments_every")


class SettingsPage(Page):
    """Each change is kept at once; a refused one shows why and is taken back."""

    def __init__(
        self, context: Context, actions: Actions, watch: StatusWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Settings"), parent)
        self._context = context
        self._actions = actions
        self._is_filling = False
        self.banner = Banner(context.theme)
        self.writing = self._make_writing()
        self.connections = self._make_connections()
        self.appearance = self._make_appearance()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_4)
        column.addWidget(self.banner)
        self.how_often = HowOftenCard(context.theme)
        self.how_often.entered.connect(self._keep)
        self.history = SyncHistoryCard(context.theme)
        self.history.undo_wanted.connect(actions.undo)
        self.language = LanguageCard(context)
        self.files = FilesCard(context, actions)
        self.notices = NoticesCard(context)
        self.about = Button(self.tr("About fbrecon"), role="link", on_click=actions.show_about)
        self.header_actions.addWidget(self.about)
        column.addWidget(
            CardGrid(
                (
                    (self.writing, self.how_often),
                    (self.connections, self.appearance),
                    (self.files, self.notices),
                    (self.language,),
                    (self.history,),
                )
            )
        )
        column.addStretch(1)
        self.layout_.addWidget(scroll(content), 1)
        watch.updated.connect(self.show_status)
        context.events.changed.connect(self._changed)

    def _make_writing(self) -> Card:
        card = Card(self._context.theme, "write", self.tr("What fbrecon may write"))
        self.mode_text = PlainLabel(role="muted", wrap=True)
        self._files_only = False
        self.mode_button = Button("", on_click=self._switch_mode)
        self.auto_post = QCheckBox(self.tr("Post payments that are certain without asking"))
        self.auto_post.toggled.connect(self._auto_post_changed)
        self.post_since = QLineEdit()
        self.post_since.setFixedWidth(metrics.DAY_WIDTH)
        self.post_since.setPlaceholderText("2026-01-31")
        self.post_since.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        self.post_since.editingFinished.connect(self._post_since_changed)
        since = PlainLabel(self.tr("Payments before this day always wait for approval"), wrap=True)
        since.setBuddy(self.post_since)
        self.post_since.setAccessibleName(since.text())
        row = QHBoxLayout()
        row.setSpacing(metrics.SPACE_3)
        row.addWidget(since, 1)
        row.addWidget(self.post_since)
        card.body.addWidget(self.mode_text)
        card.body.addLayout(_left(self.mode_button))
        card.body.addSpacing(metrics.SPACE_2)
        card.body.addWidget(self.auto_post)
        card.body.addLayout(row)
        return card

    def _make_connections(self) -> Card:
        card = Card(self._context.theme, "link", self.tr("Connections"))
        actions = self._actions
        self.freshbooks = PlainLabel(wrap=True)
        self.platform = PlainLabel(wrap=True)
        self.keys = Button(self.tr("Change app keys"), on_click=actions.change_app_keys)
        self.leave_freshbooks = Button(
            self.tr("Disconnect"),
            role="danger",
            on_click=lambda: actions.disconnect_service("freshbooks", "FreshBooks"),
        )
        self.leave_freshbooks.setAccessibleName(self.tr("Disconnect FreshBooks"))
        self.leave_platform = Button(
            self.tr("Disconnect"),
            role="danger",
            on_click=lambda: actions.disconnect_service("platform", "Alternative Payments"),
        )
        self.leave_platform.setAccessibleName(self.tr("Disconnect Alternative Payments"))
        self.new_key = Button(self.tr("Change API key"), on_click=actions.connect_platform)
        card.body.addWidget(PlainLabel("FreshBooks", role="strong"))
        card.body.addWidget(self.freshbooks)
        card.body.addLayout(_left(self.keys, self.leave_freshbooks))
        card.body.addSpacing(metrics.SPACE_3)
        card.body.addWidget(PlainLabel("Alternative Payments", role="strong"))
        card.body.addWidget(self.platform)
        card.body.addLayout(_left(self.new_key, self.leave_platform))
        return card

    def _make_appearance(self) -> Card:
        card = Card(self._context.theme, "contrast", self.tr("Appearance"))
        self.look = QComboBox()
        for look, text in (
            (Look.SYSTEM, self.tr("Like the system")),
            (Look.LIGHT, self.tr("Light")),
            (Look.DARK, self.tr("Dark")),
        ):
            self.look.addItem(text, str(look))
        self.look.setCurrentIndex(self.look.findData(str(self._context.theme.look)))
        self.look.currentIndexChanged.connect(self._look_changed)
        label = PlainLabel(self.tr("Colours"))
        label.setBuddy(self.look)
        self.look.setAccessibleName(label.text())
        card.body.addWidget(label)
        card.body.addLayout(_left(self.look))
        return card

    def page_shown(self) -> None:
        """Read the settings and the last runs."""
        self.notices.read()
        self._read()
        self._read_runs()

    def show_status(self, status: StatusView) -> None:
        """The mode and the connections."""
        writes = status.mode is Mode.WRITE
        self._files_only = status.platform is ConnectionState.NOT_CONNECTED
        self.files.show_company(status.company)
        self.writing.pill.show_state(
            self.tr("Reads and writes") if writes else self.tr("Reads only"),
            "success" if writes else "neutral",
        )
        self.mode_text.setText(
            self.tr(
                "fbrecon puts open invoices on the platform and writes collected payments into"
                " FreshBooks, each exactly once."
            )
            if writes
            else self.tr(
                "fbrecon reads, matches and proves. It writes nothing as long as the platform's"
                " own FreshBooks link may be on."
            )
        )
        self.mode_button.show_text(
            self.tr("Stop writing") if writes else self.tr("Switch on writing\u2026")
        )
        self._show_connection(status)

    def _show_connection(self, status: StatusView) -> None:
        business = status.business.name if status.business is not None else ""
        words = {
            ConnectionState.NOT_CONNECTED: self.tr("Not connected"),
            ConnectionState.PENDING: self.tr("Connected, first copy under way"),
            ConnectionState.CONNECTED: self.tr("Connected"),
            ConnectionState.RECONNECT: self.tr("Reconnect needed"),
        }
        books = words[status.freshbooks]
        self.freshbooks.setText(f"{books} \u00b7 {business}" if business else books)
        self.platform.setText(words[status.platform])
        absent = ConnectionState.NOT_CONNECTED
        self.leave_freshbooks.setVisible(status.freshbooks is not absent)
        self.leave_platform.setVisible(status.platform is not absent)

    def _changed(self, change: Change) -> None:
        if not self.isVisible():
            return
        if Change.SETTINGS in change:
            self._read()
        if Change.INVOICES in change:  # a sync began or ended
            self._read_runs()

    def _read(self) -> None:
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> dict[str, str]:
            return {name: desk.setting(name) for name in _SHOWN}

        self._context.run(
            work, lane="db", owner=self, then=self._fill, otherwise=self.banner.tell_error
        )

    def _read_runs(self) -> None:
        desk, clock = self._context.desk, self._context.clock

        def work(_token: CancelToken, _report: ProgressFn) -> list[RunView]:
            return desk.list_runs(MOST_RUNS)

        self._context.run(
            work,
            lane="db",
            owner=self,
            then=lambda runs: self.history.show_runs(runs, clock.now()),
            otherwise=self.banner.tell_error,
        )

    def _fill(self, values: dict[str, str]) -> None:
        self._is_filling = True
        self.auto_post.setChecked(values["auto_post"] == "certain")
        if not self.post_since.hasFocus():
            self.post_since.setText(values["post_since"])
        self.how_often.show_values(values)
        self.post_since.setModified(False)
        self._is_filling = False

    def _auto_post_changed(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if not self._is_filling:
            self._keep("auto_post", "certain" if on else "off")

    def _post_since_changed(self) -> None:
        if not self.post_since.isModified():
            return
        self.post_since.setModified(False)
        text = self.post_since.text().strip()
        if QDate.fromString(text, Qt.DateFormat.ISODate).isValid():
            self._keep("post_since", text)
        else:
            self.banner.tell(
                self.tr("This is not a day"), self.tr("Write it like 2026-01-31."), tone="danger"
            )

    def _keep(self, name: str, value: str) -> None:
        desk = self._context.desk
        self.banner.hide()
        self._context.act(
            lambda: desk.change_setting(name, value),
            lane="db",
            owner=self,
            change=Change.SETTINGS | Change.STATUS | Change.PAYMENTS,
            otherwise=self._refused,
        )

    def _refused(self, error: object) -> None:
        self.banner.tell_error(error)
        self.how_often.take_back()
        self._read()

    def _switch_mode(self) -> None:
        status_writes = self.writing.pill.property("tone") == "success"
        if status_writes:
            self._actions.switch_off_writing()
        else:
            self._actions.switch_on_writing(files_only=self._files_only)

    def _look_changed(self) -> None:
        look = Look(str(self.look.currentData()))
        self._context.memory.keep("look", str(look))
        self._context.theme.set_look(look)


def _left(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(metrics.SPACE_2)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
