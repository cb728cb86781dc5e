"""The main window: navigation at the left, one page at the right, shortcuts over both."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from fbrecon.app.views import StatusView

from . import hotkeys, metrics
from .actions import Actions
from .context import Context
from .pages.attention import AttentionPage
from .pages.home import HomePage
from .pages.invoices import InvoicesPage
from .pages.payments import PaymentsPage
from .pages.settings import SettingsPage
from .status_watch import StatusWatch
from .sync_control import SyncControl
from .widgets.navigation import Navigation
from .widgets.page import Page

PAGES = ("home", "invoices", "payments", "attention", "settings")


class MainWindow(QMainWindow):
    """Owns the pages. Closing it stops what was started here and remembers its size."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle("fbrecon")
        self.setMinimumSize(*metrics.WINDOW_MINIMUM)
        self.sync = SyncControl(context.desk, context.jobs, context.events, self)
        self.watch = StatusWatch(context.desk, context.jobs, context.events, self)
        self.actions_ = Actions(context, self.sync, self)
        self.navigation = Navigation(
            context.theme,
            [
                ("home", self.tr("Home")),
                ("invoice", self.tr("Invoices")),
                ("payment", self.tr("Payments")),
                ("attention", self.tr("Needs attention")),
                ("settings", self.tr("Settings")),
            ],
        )
        self.home = HomePage(context, self.actions_, self.watch)
        self.invoices = InvoicesPage(context, self.actions_, self.watch)
        self.payments = PaymentsPage(context, self.actions_, self.watch)
        self.attention = AttentionPage(context, self.actions_)
        self.settings = SettingsPage(context, self.actions_, self.watch)
        self.pages = QStackedWidget()
        for page in (self.home, self.invoices, self.payments, self.attention, self.settings):
            self.pages.addWidget(page)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.pages, 1)
        self.setCentralWidget(body)
        self._connect()
        self._restore()
        self.navigation.choose(0)
        self.watch.start()

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_place)
        self.actions_.page_wanted.connect(self.show_page)
        self.watch.updated.connect(self._show_status)
        for place, keys in enumerate(hotkeys.PAGES):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda place=place: self.show_place(place))
        for keys in hotkeys.SYNC_NOW:
            QShortcut(QKeySequence(keys), self).activated.connect(self._sync_now)
        QShortcut(QKeySequence(hotkeys.FIND), self).activated.connect(self._find)
        QShortcut(QKeySequence(hotkeys.QUIT), self).activated.connect(self.close)

    def show_page(self, name: str) -> None:
        """Bring a page to the front by its name, one of `PAGES`."""
        self.show_place(PAGES.index(name))

    def show_place(self, place: int) -> None:
        """Bring a page to the front by its place in the navigation."""
        self.navigation.choose(place)
        self.pages.setCurrentIndex(place)
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        page.page_shown()

    def _show_status(self, status: StatusView) -> None:
        name = status.business.name if status.business is not None else status.company
        self.navigation.show_company(name or "fbrecon", status.environment)
        self.navigation.buttons[PAGES.index("attention")].show_count(status.attention)
        self.setWindowTitle(f"{name} \u2013 fbrecon" if name else "fbrecon")

    def _sync_now(self) -> None:
        if self.home.sync_now.isEnabled() and not self.sync.is_running:
            self.home.sync_now.click()

    def _find(self) -> None:
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        page.focus_search()

    def _restore(self) -> None:
        geometry: QByteArray = self.context.memory.state("window")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*metrics.WINDOW_SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the navigation's icons only."""
        super().resizeEvent(event)
        self.navigation.set_compact(event.size().width() < metrics.COMPACT_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size; a sync started here ends at its next safe point."""
        self.context.memory.keep_state("window", self.saveGeometry())
        self.sync.cancel()
        self.watch.stop()
        super().closeEvent(event)
