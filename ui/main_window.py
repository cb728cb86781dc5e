"""The main window: navigation at the left, one page at the right, shortcuts over both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from fbrecon.app.desk import Desk
from fbrecon.app.views import StatusView, SyncReport
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.wording import said

from . import hotkeys, metrics, texts
from .closing import Closing
from .company_view import PAGES as PAGES
from .company_view import CompanyView, OpenCompany
from .context import Context
from .events import Change
from .help.topics import topic_of
from .restoring import Restoring
from .widgets.navigation import Navigation
from .widgets.toast import Toast


class MainWindow(QMainWindow):
    """Shows one company at a time. Closing it stops what was started here and remembers its size.

    `context` and the pages are those of the company that is shown. `ended()` is emitted when it was
    closed for good.
    """

    ended = Signal()
    came_forward = Signal()
    pause_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle("fbrecon")
        self.setMinimumSize(*metrics.WINDOW_MINIMUM)
        self.navigation = Navigation(
            context.theme,
            [
                ("home", self.tr("Home")),
                ("invoice", self.tr("Invoices")),
                ("customer", self.tr("Customers")),
                ("payment", self.tr("Payments")),
                ("platform", self.tr("Payouts")),
                ("accounts", self.tr("Deposits")),
                ("check-circle", self.tr("Reconcile")),
                ("attention", self.tr("Needs attention")),
                ("write", self.tr("Preview")),
                ("clock", self.tr("Activity")),
                ("report", self.tr("Reports")),
                ("settings", self.tr("Settings")),
            ],
        )
        self._companies = [OpenCompany(context, self)]
        self.restoring = Restoring(self)
        body = QWidget()
        self._row = QHBoxLayout(body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.navigation)
        self.setCentralWidget(body)
        self.toast = Toast(context.theme, body)
        self._closing: Closing | None = None
        self._ends = False
        self._connect()
        self._restore()
        self._show_view(CompanyView(self._companies[0]), 0)
        self.navigation.buttons[0].setFocus()

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_place)
        self.navigation.company_clicked.connect(self.open_companies)
        self.navigation.help_clicked.connect(self._help_with_page)
        self.context.answer_f1(self)
        QShortcut(QKeySequence(hotkeys.COMPANIES), self).activated.connect(self.open_companies)
        for place, keys in enumerate(hotkeys.PAGES):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda place=place: self.show_place(place))
        for keys in hotkeys.SYNC_NOW:
            QShortcut(QKeySequence(keys), self).activated.connect(self.sync_now)
        take_back = QShortcut(QKeySequence(hotkeys.TAKE_BACK), self)
        take_back.activated.connect(lambda: self.actions_.take_back())
        QShortcut(QKeySequence(hotkeys.FIND), self).activated.connect(self._find)
        QShortcut(QKeySequence(hotkeys.IMPORT), self).activated.connect(
            lambda: self.actions_.choose_file()
        )
        self.setAcceptDrops(True)
        QShortcut(QKeySequence(hotkeys.QUIT), self).activated.connect(self.end)

    def _show_view(self, view: CompanyView, place: int) -> None:
        """Put a company's pages into the window; those before have been put away."""
        self.pages = view
        self.context = view.company.context
        self.sync = view.company.sync
        self.watch = view.watch
        self.actions_ = view.actions_
        self.home = view.home
        self.invoices = view.invoices
        self.customers = view.customers
        self.payments = view.payments
        self.payouts = view.payouts
        self.deposits = view.deposits
        self.reconcile = view.reconcile
        self.attention = view.attention
        self.preview = view.preview
        self.activity = view.activity
        self.reports = view.reports
        self.settings = view.settings
        self._row.addWidget(view, 1)
        view.actions_.page_wanted.connect(self.show_page)
        view.actions_.told.connect(self.tell)
        view.actions_.pause_changed.connect(self.pause_changed)
        view.actions_.sync.finished.connect(view.sync_finished)
        view.sync_ended.connect(self._sync_finished)
        view.actions_.restore_wanted.connect(self.restoring.offer)
        view.companies.restore_wanted.connect(self.restoring.offer)
        view.watch.updated.connect(self._show_status)
        view.companies.wanted.connect(self.show_company)
        view.companies.removal_wanted.connect(self._remove_company)
        self.show_place(place)
        view.watch.start()

    # Companies.

    def open_companies(self) -> None:
        """The menu of companies."""
        self.pages.companies.open_menu(self.navigation.company)

    def show_company(self, desk: Desk, name: str, sync: bool = False) -> None:  # noqa: FBT001, FBT002
        """Show another company: nothing of the one before stays but the sync it may be at.

        One to be synced has just been connected, so it begins with Home.
        """
        company = next((c for c in self._companies if c.context.desk is desk), None)
        if company is None:
            company = self._companies[0].another(desk, self)
            self._companies.append(company)
        if company is not self.pages.company:
            before, place = self.pages, self.pages.currentIndex()
            before.watch.updated.disconnect(self._show_status)
            self._row.removeWidget(before)
            before.put_away()
            self._show_name(name, self.navigation.environment.text())
            self.navigation.buttons[PAGES.index("attention")].show_count(0)
            self._show_view(CompanyView(company), PAGES.index("home") if sync else place)
        else:
            company.context.events.announce(Change.everything())
        if sync:
            company.sync.start()

    def _remove_company(self, following: Desk, name: str, slug: str) -> None:
        removed = [company for company in self._companies if company.context.desk.slug == slug]
        if following is not self.context.desk:
            self.show_company(following, name)
        for company in removed:
            company.sync.cancel()

        def work(_token: CancelToken, _report: ProgressFn) -> None:
            following.remove_company(slug)

        def gone(_done: object) -> None:
            self.context.memory.forget_company(slug)
            for company in removed:
                self._companies.remove(company)
                company.deleteLater()

        self.context.run(work, lane="net", owner=self, then=gone)

    def let_go(self, slug: str, following: Desk) -> None:
        """Show another desk, and nothing of that company any more; its sync is asked to stop."""
        gone = [company for company in self._companies if company.context.desk.slug == slug]
        if self.pages.company in gone:
            self.show_company(following, "")
        for company in gone:
            company.sync.cancel()
            self._companies.remove(company)
            company.deleteLater()

    def show_page(self, name: str) -> None:
        """Bring a page to the front by its name, one of `PAGES`."""
        self.show_place(PAGES.index(name))

    def show_place(self, place: int) -> None:
        """Bring a page to the front by its place in the navigation."""
        self.navigation.choose(place)
        self.pages.setCurrentIndex(place)
        self.pages.current_page().page_shown()

    def _show_status(self, status: StatusView) -> None:
        name = status.business.name if status.business is not None else status.company
        self._show_name(name, status.environment)
        self.navigation.buttons[PAGES.index("attention")].show_count(status.attention)
        if status.company != self.context.memory.text("company"):
            self.context.memory.keep("company", status.company)

    def _show_name(self, name: str, environment: str) -> None:
        self.navigation.show_company(name, environment)
        shown = texts.one_line(name)[:200]
        self.setWindowTitle(f"{shown} \u2013 fbrecon" if shown else "fbrecon")

    def tell(self, sentence: str) -> None:
        """Say what was just done, in one line that goes by itself."""
        self.toast.tell(sentence)

    def live_in_tray(self) -> None:
        """From now on closing the window may keep the program; there is a tray for it."""
        self._closing = Closing(self, self.context.memory, self.end)

    def come_forward(self) -> None:
        """Show the window, from the tray or from behind others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """Close the window and end the program, whatever a tray could keep."""
        self._ends = True
        self.close()

    @property
    def is_syncing(self) -> bool:
        """Whether a sync is known to run, here or on schedule."""
        status = self.watch.status
        run = status.last_run if status is not None else None
        on_schedule = run is not None and run.outcome == "running"
        return on_schedule or any(company.sync.is_running for company in self._companies)

    def _sync_finished(self, report: SyncReport) -> None:
        """Home and Preview show it in full; elsewhere a line tells that it is over."""
        if self.pages.current_page() not in (self.home, self.preview):
            self.tell(said(report.sentence))

    def show_attention(self) -> None:
        """What a notice told of."""
        self.come_forward()
        self.show_page("attention")

    def sync_now(self) -> None:
        """Sync the company that is shown, unless it is under way."""
        if self.home.sync_now.isEnabled() and not self.sync.is_running:
            self.home.sync_now.click()

    def _help_with_page(self) -> None:
        self.context.show_help(topic_of(self.pages.current_page()))

    def _find(self) -> None:
        self.pages.current_page().focus_search()

    def _restore(self) -> None:
        geometry: QByteArray = self.context.memory.state("window")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*metrics.WINDOW_SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the navigation's icons only."""
        super().resizeEvent(event)
        self.navigation.set_compact(event.size().width() < metrics.COMPACT_BELOW)

    def changeEvent(self, event: QEvent) -> None:
        """Somebody looks at the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_forward.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file of this computer may be dropped, to be looked at."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what importing the file would do."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.actions_.look_at_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size; a sync started here ends at its next safe point."""
        if not self._ends and self._closing is not None and self._closing.keeps_open():
            event.ignore()
            return
        self.context.memory.keep_state("window", self.saveGeometry())
        for company in self._companies:
            company.sync.cancel()
        self.watch.stop()
        self.context.help.close()
        super().closeEvent(event)
        self.ended.emit()


def _dropped(event: QDropEvent) -> Path | None:
    """The one file of this computer that is being dragged; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
