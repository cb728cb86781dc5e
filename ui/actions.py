"""What buttons on several pages do: open the dialogs, ask first, start a sync."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fbrecon.app.views import AppKeys, Mode, PauseFor
from fbrecon.errors import FileError, WrongUsage
from fbrecon.sync.progress import CancelToken, ProgressFn

from .context import Context
from .dialogs.about import AboutDialog
from .dialogs.app_keys import AppKeysDialog
from .dialogs.clearing import ClearingDialog
from .dialogs.closing import ClosingDialog
from .dialogs.error_dialog import show_error
from .dialogs.import_file import ImportFileDialog
from .dialogs.log_view import LogDialog
from .dialogs.messages import ask
from .dialogs.platform_key import PlatformKeyDialog
from .dialogs.receipt import ReceiptDialog
from .dialogs.undo import UndoDialog
from .events import Change
from .sign_in.dialog import SignInDialog
from .sync_control import SyncControl
from .theme import Theme
from .trial_control import TrialControl
from .wizard.accounts_wizard import AccountsWizard

_FILES = "files_only"


class Actions(QObject):
    """Belongs to the main window, over which every dialog opens."""

    page_wanted = Signal(str)  # the name of a page
    told = Signal(str)  # a sentence about what was just done
    pause_changed = Signal()
    restore_wanted = Signal(str)  # the slug of a company

    def __init__(self, context: Context, sync: SyncControl, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.sync = sync
        self._is_connecting = False

    def connect_freshbooks(self) -> None:
        """Ask for the app's keys if they are not known, then sign in."""
        if self._is_connecting:
            return  # a second click, before the dialog is there
        self._is_connecting = True
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> AppKeys | None:
            return desk.app_keys()

        handle = self._context.run(work, lane="db", owner=self._window, then=self._with_keys)
        handle.settled.connect(self._asked_for_keys)

    def _asked_for_keys(self) -> None:
        self._is_connecting = False

    def _with_keys(self, keys: AppKeys | None) -> None:
        if keys is not None:
            self.sign_in()
            return
        dialog = AppKeysDialog(self._context, self._window)
        dialog.accepted.connect(self.sign_in)
        self._open(dialog)

    def sign_in(self) -> None:
        """Open the sign-in dialog; the first copy begins as soon as it is over."""
        dialog = SignInDialog(self._context, self._window)
        dialog.signed_in.connect(self._signed_in)
        self._open(dialog)

    def _signed_in(self, _business: object) -> None:
        self._context.events.announce(Change.everything())
        self.sync.start()

    def change_app_keys(self) -> None:
        """Enter other keys of the registered app."""
        self._open(AppKeysDialog(self._context, self._window))

    def connect_platform(self) -> None:
        """Ask for the platform's key."""
        self._open(PlatformKeyDialog(self._context, self._window))

    def set_up_accounts(self) -> None:
        """Open the wizard."""
        self._open(AccountsWizard(self._context, self._window))

    def disconnect_service(self, service: str, name: str) -> None:
        """Ask, then forget a service's secrets; what was copied stays."""
        desk = self._context.desk
        ask(
            self._window,
            self.tr("Disconnect {name}?").format(name=name),
            self.tr(
                "fbrecon forgets how to sign in there. What was copied to this computer stays,"
                " and nothing changes in your books."
            ),
            yes=self.tr("Disconnect"),
            no=self.tr("Stay connected"),
            then=lambda: self._context.act(
                lambda: desk.disconnect(service),
                lane="net",
                owner=self._window,
                change=Change.everything(),
            ),
        )

    def switch_on_writing(self, *, files_only: bool = False) -> None:
        """Ask whether nobody else records the same payments, then let fbrecon write.

        `files_only`: no platform is connected, so payments come from files.
        """
        title = self.tr("Is the platform's own link really off?")
        text = self.tr(
            "From the next sync on, fbrecon puts open invoices on the platform and writes"
            " collected payments into FreshBooks. If the platform's own FreshBooks link is"
            " still on, the same payment could be written twice."
        )
        yes = self.tr("It is off, switch on writing")
        if files_only:
            title = self.tr("Does nothing else record these payments?")
            text = self.tr(
                "From the next sync on, fbrecon writes payments of imported files into FreshBooks,"
                " each once you say yes to it. If another program records the same payments there,"
                " they could be written twice."
            )
            yes = self.tr("Nothing else does, switch on writing")
        ask(
            self._window,
            title,
            text,
            yes=yes,
            no=self.tr("Not yet"),
            then=lambda: self._set_mode(Mode.WRITE),
        )

    def switch_off_writing(self) -> None:
        """Only read from now on; nothing to ask, nothing is lost."""
        self._set_mode(Mode.READ)

    def _set_mode(self, mode: Mode) -> None:
        desk = self._context.desk
        self._context.act(
            lambda: desk.set_mode(mode),
            lane="db",
            owner=self._window,
            change=Change.STATUS | Change.SETTINGS | Change.ATTENTION | Change.PAYMENTS,
        )

    def pause_syncing(self, wanted: PauseFor) -> None:
        """Have the schedule of this company rest."""
        desk = self._context.desk
        self._change_pause(lambda: desk.pause_syncing(wanted))

    def resume_syncing(self) -> None:
        """End the pause of this company."""
        self._change_pause(self._context.desk.resume_syncing)

    def pause_everywhere(self, wanted: PauseFor | None) -> None:
        """Pause all companies, as the tray stands for all of them, or resume them (None)."""
        desk = self._context.desk
        self._change_pause(lambda: desk.pause_everywhere(wanted))

    def _change_pause(self, act: Callable[[], object]) -> None:
        handle = self._context.act(act, lane="db", owner=self._window, change=Change.STATUS)
        handle.settled.connect(self.pause_changed)

    def show_receipt(self, item: str) -> None:
        """How a payment or a write came about."""
        self._open(ReceiptDialog(self._context, self, item, self._window))

    def show_clearing(self, currency: str) -> None:
        """The rows that explain undeposited funds in that currency."""
        self._open(ClearingDialog(self._context, currency, self._window))

    def close_month(self) -> None:
        """Close a month with what undeposited funds came to, or open one again."""
        self._open(ClosingDialog(self._context, self._window))

    def undo(self, item: str) -> None:
        """Show what would be taken back, then take it back if that is wanted."""
        self._open(UndoDialog(self._context, item, self._window))

    def take_back(self) -> None:
        """Take back the last decision made here, as long as nothing was sent."""
        desk = self._context.desk

        def work(_token: CancelToken, _report: ProgressFn) -> str:
            return desk.take_back_decision()

        self._context.run(work, lane="db", owner=self._window, then=self._taken_back)

    def _taken_back(self, sentence: str) -> None:
        self._context.events.announce(
            Change.PAYMENTS | Change.ATTENTION | Change.STATUS | Change.BANK
        )
        self.told.emit(sentence)

    def choose_file(self) -> None:
        """Choose a file of payments, payouts or bank lines, and look at it first."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a file"),
            "",
            self.tr("Exports and statements (*.csv *.txt *.tsv *.ofx *.qfx *.xml);;All files (*)"),
        )
        if name:
            self.look_at_file(Path(name))

    def look_at_file(self, path: Path) -> None:
        """Show what importing it would do."""
        self._open(ImportFileDialog(self._context, path, self._window))

    @property
    def theme(self) -> Theme:
        """The colours and icons of the window."""
        return self._context.theme

    def open_link(self, link: str) -> None:
        """Open a page of a service in the person's own browser; only web addresses."""
        url = QUrl(link, QUrl.ParsingMode.StrictMode)
        if url.scheme() in ("http", "https") and QDesktopServices.openUrl(url):
            return
        show_error(
            self._context.theme,
            self._window,
            WrongUsage(
                "The page could not be opened",
                "No browser took the address.",
                "Open FreshBooks or the platform's dashboard yourself.",
            ),
            self._context.show_help,
        )

    def open_folder(self) -> None:
        """Show the folder of the program in the system's file manager."""
        home = self._context.facts.home
        if home is None or QDesktopServices.openUrl(QUrl.fromLocalFile(str(home))):
            return
        show_error(
            self._context.theme,
            self._window,
            FileError("The folder could not be opened", f"It is {home}.", "Open it yourself."),
            self._context.show_help,
        )

    def show_log(self) -> None:
        """The log, to read, copy and save."""
        home = self._context.facts.home
        if home is not None:
            self._open(LogDialog(self._context, home, self._window))

    def show_about(self) -> None:
        """Versions and licences."""
        self._open(AboutDialog(self._context, self._window))

    def choose_backup(self) -> None:
        """Show the copies of this company's file, to put one back."""
        slug = self._context.desk.slug
        if slug:
            self.restore_wanted.emit(slug)

    def show_page(self, name: str) -> None:
        """Ask the main window for a page: home, invoices, payments, attention, settings."""
        self.page_wanted.emit(name)

    @property
    def trial(self) -> TrialControl | None:
        """The trial with the sandbox, where this program can start one."""
        return self._context.trial

    @property
    def uses_files(self) -> bool:
        """Whether this company's payments come from files, and no platform is to be connected."""
        return bool(self._context.memory.text(self._context.company_key(_FILES)))

    def use_files(self) -> None:
        """Ask for no platform key any more; one can be entered at any time all the same."""
        self._context.memory.keep(self._context.company_key(_FILES), "yes")
        self._context.events.announce(Change.STATUS)
        self.told.emit(
            self.tr("Import files on the page Payments, with Ctrl+I, or by dropping them here.")
        )

    def show_help(self, where: str) -> None:
        """Open the help at an address."""
        self._context.show_help(where)

    def _open(self, dialog: QDialog) -> None:
        self._context.answer_f1(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
