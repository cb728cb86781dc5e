"""Home: where everything stands, what is still to do, and Sync now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from fbrecon.app.views import ConnectionState, Mode, StatusView, SyncReport
from fbrecon.wording import said

from .. import formats, metrics
from ..actions import Actions
from ..context import Context
from ..language import tr
from ..pausing import pause_in_words
from ..status_watch import StatusWatch
from ..widgets.banner import Banner
from ..widgets.buttons import Button
from ..widgets.card import CardGrid
from ..widgets.page import Page, scroll
from ..widgets.plain_label import Pill, PlainLabel
from .clearing_card import ClearingCard
from .connection_cards import (
    FreshBooksCard,
    PlatformCard,
    WritingCard,
    progress_text,
    show_progress,
)
from .money_card import MoneyCard
from .overview_cards import AccountsCard, ChecklistCard, CountsCard, ScheduleCard

_REWORD_MS: Final = 20_000


class HomePage(Page):
    """Paints the last `StatusView` and the progress of a sync started here."""

    def __init__(
        self, context: Context, actions: Actions, watch: StatusWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Home"), parent)
        self._context = context
        self._actions = actions
        self._watch = watch
        self._shows_status_error = False
        theme = context.theme
        self.mode = Pill()
        self.mode.hide()
        self.sync_now = Button(
            self.tr("Sync now"), role="primary", theme=theme, icon="sync", on_click=self._sync
        )
        self.header_actions.addWidget(self.mode)
        self.header_actions.addWidget(self.sync_now)
        self.strip = QWidget()
        self.stage = PlainLabel(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the sync"))
        strip = QVBoxLayout(self.strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(metrics.SPACE_1 + 2)
        strip.addWidget(self.stage)
        strip.addWidget(self.bar)
        self.banner = Banner(theme)
        self.banner.add_button(Button(self.tr("Dismiss"), role="link", on_click=self.banner.hide))
        self.attention = Banner(theme, "warning")
        self.attention.add_button(
            Button(self.tr("Show them"), on_click=lambda: actions.show_page("attention"))
        )
        self.paused = Banner(theme, "info")
        self.paused.add_button(Button(self.tr("Resume syncing"), on_click=actions.resume_syncing))
        self.checklist = ChecklistCard(theme, actions)
        self.writing = WritingCard(theme, actions)
        self.freshbooks = FreshBooksCard(theme, actions)
        self.platform = PlatformCard(theme, actions)
        self.accounts = AccountsCard(theme, actions)
        self.clearing = ClearingCard(theme, actions)
        self.money = MoneyCard(context)
        self.schedule = ScheduleCard(theme, actions)
        self.counts = CountsCard(theme)
        self.grid = CardGrid(
            (
                (self.checklist,),
                (self.writing,),
                (self.freshbooks, self.platform),
                (self.money,),
                (self.accounts, self.clearing),
                (self.schedule, self.counts),
            )
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SPACE_4)
        for part in (self.strip, self.banner, self.paused, self.attention, self.grid):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scroll(content)
        self.layout_.addWidget(self.area, 1)
        self._reword = QTimer(self)
        self._reword.setInterval(_REWORD_MS)
        self._reword.timeout.connect(self._show_times)
        self._reword.start()
        self._connect()
        self.grid.hide()
        self._show_sync()

    def _connect(self) -> None:
        self._watch.updated.connect(self.show_status)
        self._watch.failed.connect(self._status_failed)
        self._actions.sync.state_changed.connect(self._show_sync)
        self._actions.sync.finished.connect(self._sync_finished)
        self._actions.sync.failed.connect(self.banner.tell_error)

    def show_status(self, status: StatusView) -> None:
        """Paint everything that the status tells."""
        if self.grid.isHidden():
            self.grid.show()
            self.money.read()
        if self._shows_status_error:
            self._shows_status_error = False
            self.banner.hide()
        self.checklist.show_status(status)
        self.writing.show_status(status)
        self.platform.show_status(status)
        self.accounts.show_status(status)
        self.clearing.show_status(status)
        self.counts.show_status(status)
        self._show_times()
        self._show_sync()
        connected = ConnectionState.NOT_CONNECTED not in (status.freshbooks, status.platform)
        if status.mode is Mode.WRITE:
            self.mode.show_state(self.tr("Reads and writes"), "success")
        else:
            self.mode.show_state(self.tr("Reads only") if connected else "", "neutral")
        if status.attention:
            self.attention.tell(
                formats.counted(
                    status.attention, self.tr("{n} thing needs you"), self.tr("{n} things need you")
                ),
                self.tr("Nothing is lost meanwhile; these wait until you decide."),
            )
        else:
            self.attention.hide()
        if status.paused is not None:
            self.paused.tell(
                pause_in_words(status.paused),
                self.tr("Nothing is read or written by itself. Sync now works all the same."),
            )
        else:
            self.paused.hide()
        self.grid.arrange()

    def _status_failed(self, error: object) -> None:
        self._shows_status_error = True
        self.banner.tell_error(error)

    def _show_times(self) -> None:
        status = self._watch.status
        if status is None:
            return
        now = self._context.clock.now()
        self.schedule.show_schedule(status, now)
        run = status.last_run
        if run is None:
            self.subtitle.setText(self.tr("No sync has run yet."))
        elif run.outcome == "running":
            self.subtitle.setText(
                self.tr("A sync is running since {when}.").format(
                    when=formats.relative(run.started_at, now)
                )
            )
        else:
            when = formats.relative(run.finished_at or run.started_at, now)
            self.subtitle.setText(
                self.tr("Last sync {when}: {sentence}").format(
                    when=when, sentence=said(run.sentence)
                )
            )
            self.subtitle.setToolTip(formats.exact(run.finished_at or run.started_at))

    def _show_sync(self) -> None:
        sync, status = self._actions.sync, self._watch.status
        running = sync.is_running
        self.strip.setVisible(running)
        show_progress(self.bar, sync.progress)
        if running:
            self.sync_now.show_role("", "close")
            self.sync_now.show_text(
                self.tr("Stopping\u2026") if sync.is_stopping else self.tr("Cancel sync")
            )
            self.sync_now.setEnabled(not sync.is_stopping)
            starting = self.tr("Starting\u2026")
            self.stage.setText(progress_text(sync.progress) if sync.progress else starting)
        else:
            # One primary button a page: while first steps are left, it is the next of them.
            self.sync_now.show_role("primary" if self.checklist.isHidden() else "", "sync")
            self.sync_now.show_text(self.tr("Sync now"))
            usable = (ConnectionState.PENDING, ConnectionState.CONNECTED)
            can = status is not None and status.freshbooks in usable
            self.sync_now.setEnabled(can)
            self.sync_now.setToolTip("" if can else self.tr("Connect FreshBooks first."))
        if status is not None:
            # A first copy mostly runs on schedule: its progress is the status's.
            self.freshbooks.show_status(status, sync.progress or status.progress)

    def _sync(self) -> None:
        sync = self._actions.sync
        if sync.is_running:
            sync.cancel()
        else:
            self.banner.hide()
            sync.start()

    def _sync_finished(self, report: SyncReport) -> None:
        if report.outcome in ("partial", "failed"):
            title = (
                self.tr("The sync did not finish everything")
                if report.outcome == "partial"
                else self.tr("The sync failed")
            )
            tone = "warning" if report.outcome == "partial" else "danger"
            self.banner.tell(title, said(report.sentence), tone=tone)
        else:
            self.banner.hide()
