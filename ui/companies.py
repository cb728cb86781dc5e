"""What the company menu does: show another company, add one, remove the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fbrecon.app.company_table import name_of
from fbrecon.app.desk import Desk
from fbrecon.app.views import AppKeys, CompanySummary
from fbrecon.domain.business import Business
from fbrecon.errors import DamagedFile
from fbrecon.sync.progress import CancelToken, ProgressFn

from .context import Context
from .dialogs.add_company import AddCompanyDialog
from .dialogs.app_keys import AppKeysDialog
from .dialogs.error_dialog import show_error
from .dialogs.messages import ask
from .events import Events
from .sign_in.dialog import SignInDialog
from .status_watch import StatusWatch
from .widgets.company_menu import CompanyMenu


class Companies(QObject):
    """Belongs to the pages of one company, and goes with them once another is shown."""

    wanted = Signal(object, str, bool)  # a Desk, its company's name, whether to sync it now
    restore_wanted = Signal(str, str, str)  # a damaged company: slug, name, what is wrong
    removal_wanted = Signal(object, str, str)  # the Desk to show then, its name, what goes (slug)

    def __init__(self, context: Context, watch: StatusWatch, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._watch = watch
        self._window = window
        self._is_asking = False
        self.menu: CompanyMenu | None = None

    def open_menu(self, anchor: QWidget) -> None:
        """List the companies beneath the anchor."""
        if self._is_asking or self.menu is not None:
            return  # a second key, before the menu is there
        self._is_asking = True
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> list[CompanySummary]:
            return desk.list_companies()

        handle = self._context.run(
            work, lane="db", owner=self._window, then=lambda found: self._show_menu(anchor, found)
        )
        handle.settled.connect(self._asked)

    def _asked(self) -> None:
        self._is_asking = False

    def _show_menu(self, anchor: QWidget, found: list[CompanySummary]) -> None:
        status = self._watch.status
        menu = CompanyMenu(self._context.theme, found, status.company if status else "", anchor)
        menu.company_chosen.connect(self._show_company)
        menu.add_chosen.connect(self.add)
        menu.remove_chosen.connect(self._ask_removal)
        menu.destroyed.connect(self._menu_gone)
        self.menu = menu
        menu.open_beneath(anchor)

    def _menu_gone(self) -> None:
        self.menu = None

    # Another one.

    def _show_company(self, summary: CompanySummary) -> None:
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> Desk:
            return desk.open_company(summary.slug)

        name = summary.business.name if summary.business is not None else summary.slug

        def not_opened(error: object) -> None:
            if isinstance(error, DamagedFile):
                self.restore_wanted.emit(summary.slug, name, error.message)
            else:
                show_error(self._context.theme, self._window, error, self._context.show_help)

        self._context.run(
            work,
            lane="db",
            owner=self._window,
            then=lambda opened: self.wanted.emit(opened, name, False),
            otherwise=not_opened,
        )

    # One more.

    def add(self) -> None:
        """Offer the businesses of the kept sign-ins, else another sign-in."""
        dialog = AddCompanyDialog(self._context, self._window)
        dialog.added.connect(self._added)
        dialog.sign_in_wanted.connect(self._sign_in)
        self._open(dialog)

    def _added(self, desk: Desk, business: Business) -> None:
        self.wanted.emit(desk, business.name, True)

    def _sign_in(self, note: str) -> None:
        """Sign in for a company that is not there yet; its app's keys come first."""
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Desk, AppKeys | None]:
            fresh = desk.open_company(None)
            return fresh, fresh.app_keys()

        def proceed(found: tuple[Desk, AppKeys | None]) -> None:
            fresh, keys = found
            context = self._context.over(fresh, Events(self))
            if keys is not None:
                self._open_sign_in(context, note)
                return
            dialog = AppKeysDialog(context, self._window)
            dialog.accepted.connect(lambda: self._open_sign_in(context, note))
            self._open(dialog)

        self._context.run(work, lane="db", owner=self._window, then=proceed)

    def _open_sign_in(self, context: Context, note: str) -> None:
        fresh = context.desk
        dialog = SignInDialog(context, self._window, note=note)

        def work(_token: CancelToken, _report: ProgressFn) -> Desk:
            # Where that business was here already, its own desk is given.
            return fresh.open_company(fresh.status().company)

        def signed_in(business: Business) -> None:
            self._context.run(
                work,
                lane="db",
                owner=self._window,
                then=lambda opened: self._added(opened, business),
            )

        dialog.signed_in.connect(signed_in)
        self._open(dialog)

    # One less.

    def _ask_removal(self, summary: CompanySummary) -> None:
        name = summary.business.name if summary.business is not None else summary.slug
        self.ask_removal(summary.slug, name)

    def ask_removal(self, slug: str, name: str) -> None:
        """Ask, then delete a company here, also one that cannot be opened."""
        ask(
            self._window,
            self.tr("Remove {name}?").format(name=name),
            self.tr(
                "The company file and its backups on this computer are deleted, with all decisions"
                " made here, and fbrecon forgets how to sign in there. Nothing changes in"
                " FreshBooks or on the platform."
            ),
            yes=self.tr("Remove this company"),
            no=self.tr("Keep it"),
            then=lambda: self._remove(slug),
        )

    def _remove(self, slug: str) -> None:
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> tuple[Desk, str]:
            """Another company is shown first: nothing may ask for what is being deleted."""
            if desk.slug != slug:
                return desk, ""  # it is not the one that is shown
            for other in desk.list_companies():
                if other.slug != slug and not other.problem:
                    return desk.open_company(other.slug), name_of(other)
            return desk.open_company(None), ""

        self._context.run(
            work,
            lane="db",
            owner=self._window,
            then=lambda found: self.removal_wanted.emit(*found, slug),
        )

    def _open(self, dialog: QDialog) -> None:
        self._context.answer_f1(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
