"""Asks once for the keys of the app that the firm registered with FreshBooks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtWidgets import QWidget

from ..context import Context
from ..events import Change
from ..widgets.form import Field, FormDialog


class AppKeysDialog(FormDialog):
    """Client id, client secret and redirect address; accepted once the desk kept them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("AppKeysDialog", "Your FreshBooks app"),
            QCoreApplication.translate(
                "AppKeysDialog",
                "FreshBooks lets a program in only through an app that you register on its"
                " developer page. You do this once; the three values stand there. They are kept"
                " encrypted on this computer.",
            ),
            QCoreApplication.translate("AppKeysDialog", "Save and continue"),
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
        for field in (self.client_id, self.client_secret, self.redirect_uri):
            self.fields.addWidget(field)
            field.changed.connect(self.check)
        self.check()
        self.client_id.setFocus()

    def problems(self) -> bool:
        """Every value is needed; the redirect address has to be one FreshBooks accepts."""
        fields = (self.client_id, self.client_secret, self.redirect_uri)
        for field in fields[:2]:
            field.show_problem(self._spaces(field.text))
        problem = self._redirect_problem(self.redirect_uri.text)
        self.redirect_uri.show_problem(problem)
        return bool(problem) or any(not f.text or self._spaces(f.text) for f in fields)

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

    def _spaces(self, text: str) -> str:
        return self.tr("It contains a blank; copy it again.") if len(text.split()) > 1 else ""

    def _redirect_problem(self, text: str) -> str:
        url = QUrl(text, QUrl.ParsingMode.StrictMode)
        if not url.isValid() or not url.host():
            return self.tr("This is not a web address.")
        if url.scheme() != "https":
            return self.tr("FreshBooks accepts only addresses that begin with https://.")
        if url.hasQuery() or url.hasFragment() or url.userInfo():
            return self.tr("It must not contain ?, # or @.")
        return ""
