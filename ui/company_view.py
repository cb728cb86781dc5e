"""One company in the window: what outlives its pages, and the pages themselves.

Another company gets pages of its own, made anew: no row, cache or detail can cross over.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from fbrecon.app.desk import Desk

from .actions import Actions
from .companies import Companies
from .context import Context
from .events import Events
from .help.topics import OF_PAGE, tell_topic
from .pages.activity import ActivityPage
from .pages.attention import AttentionPage
from .pages.customers import CustomersPage
from .pages.deposits import DepositsPage
from .pages.home import HomePage
from .pages.invoices import InvoicesPage
from .pages.payments import PaymentsPage
from .pages.payouts import PayoutsPage
from .pages.preview import PreviewPage
from .pages.reconcile import ReconcilePage
from .pages.reports import ReportsPage
from .pages.settings import SettingsPage
from .status_watch import StatusWatch
from .sync_control import SyncControl
from .widgets.page import Page

PAGES = (
    "home",
    "invoices",
    "customers",
    "payments",
    "payouts",
    "deposits",
    "reconcile",
    "attention",
    "preview",
    "activity",
    "reports",
    "settings",
)


class OpenCompany(QObject):
    """A company that was shown once: its sync goes on while another one is shown."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        context.events.setParent(self)
        self.sync = SyncControl(context.desk, context.jobs, context.events, self)

    def another(self, desk: Desk, parent: QObject) -> OpenCompany:
        """The same window over another desk, with events of its own."""
        return OpenCompany(self.context.over(desk, Events()), parent)


class CompanyView(QStackedWidget):
    """The pages of one company, and what keeps them up to date."""

    sync_ended = Signal(object)  # a SyncReport

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self.company = company
        context = company.context
        self.watch = StatusWatch(context.desk, context.jobs, context.events, self)
        self.actions_ = Actions(context, company.sync, self)
        self.companies = Companies(context, self.watch, self)
        self.home = HomePage(context, self.actions_, self.watch)
        self.invoices = InvoicesPage(context, self.actions_, self.watch)
        self.customers = CustomersPage(context, self.actions_, self.watch)
        self.payments = PaymentsPage(context, self.actions_, self.watch)
        self.payouts = PayoutsPage(context, self.actions_, self.watch)
        self.deposits = DepositsPage(context, self.actions_, self.watch)
        self.reconcile = ReconcilePage(context, self.actions_, self.watch)
        self.attention = AttentionPage(context, self.actions_)
        self.preview = PreviewPage(context, self.actions_)
        self.activity = ActivityPage(context, self.actions_, self.watch)
        self.reports = ReportsPage(context, self.actions_)
        self.settings = SettingsPage(context, self.actions_, self.watch)
        for name in PAGES:
            page = getattr(self, name)
            tell_topic(page, OF_PAGE[name])
            self.addWidget(page)

    def sync_finished(self, report: object) -> None:
        """Told on only by the pages that are shown: the sync outlives them."""
        self.sync_ended.emit(report)

    def current_page(self) -> Page:
        """The page in front."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def put_away(self) -> None:
        """Read nothing more; what was asked for is not shown any more."""
        self.watch.stop()
        self.hide()
        self.deleteLater()
