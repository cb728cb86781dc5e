"""Which page of the help belongs to what is on the screen. A test asks that each one exists."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from fbrecon.errors import (
    AskAboutFile,
    BadFile,
    ChooseAccounts,
    FileError,
    SecretsError,
    SignInAgain,
    SignInFailed,
)

from .pages import FIRST, address

_PROPERTY: Final = "helpTopic"

OF_PAGE: Final = {
    "home": address("first-steps"),
    "invoices": address("what-flows", "invoices"),
    "customers": address("window", "tables"),
    "payments": address("posting"),
    "payouts": address("payouts"),
    "deposits": address("reconcile"),
    "reconcile": address("reconcile"),
    "attention": address("attention"),
    "preview": address("preview"),
    "activity": address("undo"),
    "reports": address("reports"),
    "settings": address("settings"),
}

# By the name of the dialog's class, since a dialog need not know the help.
OF_DIALOG: Final = {
    "AppKeysDialog": address("freshbooks-app"),
    "PlatformKeyDialog": address("platform-key"),
    "AddCompanyDialog": address("window", "companies"),
    "SignInDialog": address("freshbooks-app", "trouble"),
    "AccountsWizard": address("accounts"),
    "ImportFileDialog": address("files"),
    "ClearingDialog": address("clearing"),
    "ClosingDialog": address("closing"),
    "ReceiptDialog": address("posting", "receipt"),
    "UndoDialog": address("undo"),
    "BankRulesDialog": address("reconcile", "rules"),
    "LogDialog": address("settings", "files"),
    "AboutDialog": address("privacy"),
    "RestoreDialog": address("backups", "restore"),
    "KeysDialog": address("reconcile", "keys"),
}


# The nearest class counts; an error of no class here has no page, its own words are enough.
OF_ERROR: Final[dict[type[BaseException], str]] = {
    SignInAgain: address("attention", "sign_in_again"),
    SignInFailed: address("freshbooks-app", "trouble"),
    ChooseAccounts: address("accounts"),
    AskAboutFile: address("files", "columns"),
    BadFile: address("files"),
    SecretsError: address("privacy"),
    FileError: address("backups"),
}


def of_error(error: object) -> str:
    """The page about an error; "" where there is none."""
    return next((OF_ERROR[kind] for kind in type(error).__mro__ if kind in OF_ERROR), "")


def of_attention(kind: str) -> str:
    """The section about a kind of attention item."""
    return address("attention", kind)


def tell_topic(widget: QWidget, topic: str) -> None:
    """Say what the help of a widget, and of everything in it, is."""
    widget.setProperty(_PROPERTY, topic)


def topic_of(widget: QWidget | None) -> str:
    """The nearest topic: of the widget, of what it stands in, of its dialog."""
    while widget is not None:
        told = widget.property(_PROPERTY)
        if isinstance(told, str) and told:
            return told
        of_dialog = OF_DIALOG.get(type(widget).__name__)
        if of_dialog is not None:
            return of_dialog
        widget = widget.parentWidget()
    return address(FIRST)
