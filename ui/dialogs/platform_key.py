"""Asks for the payments platform's API key, has it checked, and keeps it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from ..context import Context
from ..events import Change
from ..language import tr
from ..widgets.form import Field, FormDialog
from .key_checks import key_problem


class PlatformKeyDialog(FormDialog):
    """Client id and secret; accepted once the platform took them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            tr("Connect Alternative Payments"),
            tr(
                "Create an API key in the platform's dashboard, under Team Preferences, API Keys,"
                " and copy both values here. The key is checked with one harmless question and kept"
                " encrypted on this computer.",
            ),
            tr("Check and connect"),
            parent,
        )
        self.client_id = Field(self.tr("Client ID"))
        self.client_secret = Field(
            self.tr("Client secret"),
            self.tr("Treat it like a password. It is sent to the platform only."),
            secret=True,
        )
        self.share = QCheckBox(self.tr("Another company of mine uses this key, too"))
        for field in (self.client_id, self.client_secret):
            self.fields.addWidget(field)
            field.changed.connect(self.check)
        self.fields.addWidget(self.share)
        self.check()
        self.client_id.setFocus()

    def problems(self) -> bool:
        """Both values are needed, without blanks."""
        client_id, secret = self.client_id, self.client_secret
        found = (
            (client_id, key_problem(client_id.text)),
            (secret, key_problem(secret.text, client_id.text)),
        )
        for field, problem in found:
            field.show_problem(problem)
        return any(problem or not field.text for field, problem in found)

    def submit(self) -> None:
        """Have the key checked and kept."""
        desk = self.context.desk
        client_id, secret = self.client_id.text, self.client_secret.text
        share = self.share.isChecked()
        handle = self.context.act(
            lambda: desk.connect_platform(client_id, secret, share=share),
            lane="net",
            owner=self,
            change=Change.everything(),
            otherwise=self.failed,
        )
        handle.succeeded.connect(self.accept)
