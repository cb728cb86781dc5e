"""Every dialog over a window, one after the other, with what the company that is shown holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from fbrecon.app.views import CompanySummary, PaymentRow
from fbrecon.errors import Unreachable

from .dialogs.about import AboutDialog
from .dialogs.add_company import AddCompanyDialog
from .dialogs.app_keys import AppKeysDialog
from .dialogs.bank_rules import BankRulesDialog
from .dialogs.choose_invoice import ChooseInvoiceDialog
from .dialogs.clearing import ClearingDialog
from .dialogs.closing import ClosingDialog
from .dialogs.error_dialog import ErrorDialog
from .dialogs.import_file import ImportFileDialog
from .dialogs.keys import KeysDialog
from .dialogs.log_view import LogDialog
from .dialogs.platform_key import PlatformKeyDialog
from .dialogs.receipt import ReceiptDialog
from .dialogs.restore import RestoreDialog
from .dialogs.undo import UndoDialog
from .help.help_window import HelpWindow
from .main_window import MainWindow
from .pages.strip_frame import WRITTEN
from .widgets.company_menu import CompanyMenu
from .wizard.accounts_wizard import AccountsWizard

Save = Callable[[QWidget, str], None]

_STATEMENT = (
    "date,amount,currency,description\n"
    "2026-03-02,-1250.00,USD,RENT 14 HARBOR STREET\n"
    "2026-03-03,812.40,USD,ALTERNATIVE PAYMENTS PO 81\n"
    "2026-03-04,-64.20,USD,CARD 8841 OFFICE SUPPLY\n"
    "2026-03-32,10.00,USD,A DAY THAT NO CALENDAR HAS\n"
)


def save_dialogs(window: MainWindow, folder: Path, save: Save) -> None:
    """Save each dialog and each step of the wizard; what needs a company is left out without."""
    for name, make in _list_dialogs(window, folder):
        with _shown(make()) as dialog:
            save(dialog, name)
    _save_wizard(window, save)


def _list_dialogs(window: MainWindow, folder: Path) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    context, status = window.context, window.watch.status
    theme = context.theme
    yield "dialog-app-keys", lambda: AppKeysDialog(context, window)
    yield "dialog-platform-key", lambda: PlatformKeyDialog(context, window)
    yield "dialog-about", lambda: AboutDialog(context, window)
    yield "dialog-log", lambda: LogDialog(context, folder, window)
    yield "dialog-error", lambda: ErrorDialog(theme, _error(), window)
    yield "dialog-fault", lambda: ErrorDialog(theme, KeyError("made up"), window)
    yield "dialog-keys", lambda: KeysDialog(window.reconcile.keys_in_words(), window)
    yield "help", lambda: HelpWindow(theme, lambda _address: None)
    if status is None or not status.company or status.business is None:
        return
    slug, business = status.company, status.business
    yield "dialog-add-company", lambda: AddCompanyDialog(context, window)
    summary = CompanySummary(slug, business, status.freshbooks, status.attention)
    yield "menu-companies", lambda: CompanyMenu(theme, [summary], slug, window)
    yield "dialog-bank-rules", lambda: BankRulesDialog(context, window)
    yield "dialog-restore", lambda: RestoreDialog(context, slug, business.name, parent=window)
    statement = folder / "statement.csv"
    statement.write_text(_STATEMENT, encoding="utf-8")
    yield "dialog-import", lambda: ImportFileDialog(context, statement, window)
    if status.clearing:
        currency = status.clearing[0].currency
        yield "dialog-clearing", lambda: ClearingDialog(context, currency, window)
        yield "dialog-closing", lambda: ClosingDialog(context, window)
    payment = _find_payment(window, lambda row: row.state == "held")
    if payment is not None:
        yield "dialog-choose-invoice", lambda: ChooseInvoiceDialog(context, payment, window)
    written = _find_written(window)
    if written:
        yield "dialog-receipt", lambda: ReceiptDialog(context, window.actions_, written, window)
        yield "dialog-undo", lambda: UndoDialog(context, written, window)


def _save_wizard(window: MainWindow, save: Save) -> None:
    with _shown(AccountsWizard(window.context, window)) as wizard:
        assert isinstance(wizard, AccountsWizard)
        for place in range(len(wizard.pageIds())):
            save(wizard, f"wizard-{place + 1}")
            if not wizard.currentPage().isComplete():
                # A question that only a person can answer: the first answer will do.
                for choice in wizard.currentPage().findChildren(QRadioButton)[:1]:
                    choice.click()
            if not wizard.currentPage().isComplete():
                break
            if place + 1 < len(wizard.pageIds()):
                wizard.next()


@contextmanager
def _shown(widget: QWidget) -> Iterator[QWidget]:
    """Shown where no screen is, and gone afterwards."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()
    try:
        yield widget
    finally:
        if isinstance(widget, QDialog):
            widget.reject()
        widget.close()
        widget.deleteLater()


def _error() -> Unreachable:
    return Unreachable(
        "FreshBooks does not answer",
        "The connection was closed before an answer came. Nothing is lost.",
        "See whether this computer is online, then sync again.",
    )


def _find_written(window: MainWindow) -> str:
    """A payment that was written, "" where there is none."""
    row = _find_payment(window, lambda row: row.posting_state in WRITTEN)
    return "" if row is None else row.id


def _find_payment(window: MainWindow, fits: Callable[[PaymentRow], bool]) -> PaymentRow | None:
    """The first of those that are loaded."""
    model = window.payments.model
    rows = (model.find_loaded(place) for place in range(min(model.rowCount(), 100)))
    return next((row for row in rows if row and fits(row)), None)
