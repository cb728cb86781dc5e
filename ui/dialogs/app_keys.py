"""Asks once for the keys of the app that the firm registered with FreshBooks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .. import formats, metrics
from ..context import Context
from ..events import Change
from ..language import tr
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.form import Field, FormDialog
from ..widgets.plain_label import PlainLabel
from .key_checks import freshbooks_note, key_problem, redirect_problem

SUGGESTED_REDIRECT: Final = "https://localhost/callback"
DEVELOPER_PAGE: Final = "https://my.freshbooks.com/#/developer"


class AppKeysDialog(FormDialog):
    """Client id, client secret and redirect address; accepted once the desk kept them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            tr("Your FreshBooks app"),
            tr(
                "FreshBooks lets a program in only through an app that you register on its"
                " developer page. You do this once; the three values stand there. They are kept"
                " encrypted on this computer.",
            ),
            tr("Save and continue"),
            parent,
        )
        self.client_id = Field(
            self.tr("Client ID"),
            self.tr("The long line of letters and digits under the app's name."),
        )
        self.client_secret = Field(
            self.tr("Client secret"),
            self.tr("Treat it like a password. It is sent to FreshBooks only."),
            secret=True,
        )
        self.redirect_uri = Field(
            self.tr("Redirect URI"),
            self.tr(
                "Exactly as registered, for example https://localhost/callback. fbrecon never"
                " opens it: it only waits for it."
            ),
        )
        self.redirect_uri.edit.setPlaceholderText(SUGGESTED_REDIRECT)
        self.fields.addWidget(self._make_steps())
        for field in (self.client_id, self.client_secret, self.redirect_uri):
            self.fields.addWidget(field)
            field.changed.connect(self.check)
        self.check()
        self.client_id.setFocus()

    def _make_steps(self) -> Card:
        """What has to be done in FreshBooks, with what can be copied there."""
        card = Card(self.context.theme, "external", self.tr("In FreshBooks, once"))
        self.page = Button(self.tr("Open"), on_click=self._open_page)
        self.copy_redirect = Button(
            self.tr("Copy"), on_click=lambda: self._copy(self.copy_redirect, SUGGESTED_REDIRECT)
        )
        scopes = self.context.desk.needed_scopes()
        self.copy_scopes = Button(
            self.tr("Copy"), on_click=lambda: self._copy(self.copy_scopes, "\n".join(scopes))
        )
        for text, button, name in (
            (
                self.tr("1. On the developer page, create an app."),
                self.page,
                self.tr("Open the developer page"),
            ),
            (
                self.tr("2. Its redirect URI may be {address}.").format(address=SUGGESTED_REDIRECT),
                self.copy_redirect,
                self.tr("Copy the redirect URI"),
            ),
            (
                formats.counted(
                    len(scopes),
                    self.tr("3. Tick {n} scope; the help says what it is for."),
                    self.tr("3. Tick {n} scopes; the help says what each is for."),
                ),
                self.copy_scopes,
                self.tr("Copy the scopes"),
            ),
        ):
            button.setAccessibleName(name)
            row = QHBoxLayout()
            row.setSpacing(metrics.SPACE_3)
            row.addWidget(PlainLabel(text, wrap=True), 1)
            row.addWidget(button)
            card.body.addLayout(row)
        return card

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(DEVELOPER_PAGE))

    def _copy(self, button: Button, text: str) -> None:
        name = button.accessibleName()
        QGuiApplication.clipboard().setText(text)
        button.show_text(self.tr("Copied"))
        button.setAccessibleName(name)

    def problems(self) -> bool:
        """Every value is needed; the redirect address has to be one FreshBooks accepts."""
        client_id, secret, redirect = self.client_id, self.client_secret, self.redirect_uri
        found = (
            (client_id, key_problem(client_id.text)),
            (secret, key_problem(secret.text, client_id.text)),
            (redirect, redirect_problem(redirect.text)),
        )
        for field, problem in found:
            field.show_problem(problem)
        for field in (client_id, secret):
            field.show_note(freshbooks_note(field.text))
        return any(problem or not field.text for field, problem in found)

    def submit(self) -> None:
        """Keep the keys in the vault."""
        desk = self.context.desk
        keys = (self.client_id.text, self.client_secret.text, self.redirect_uri.text)
        handle = self.context.act(
            lambda: desk.save_app_keys(*keys),
            lane="net",
            owner=self,
            change=Change.SETTINGS,
            otherwise=self.failed,
        )
        handle.succeeded.connect(self.accept)
