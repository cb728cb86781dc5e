"""The card of Settings about files: where they lie, the backups, the log."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from .. import metrics
from ..actions import Actions
from ..context import Context
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.plain_label import PlainLabel


class FilesCard(Card):
    """A program that keeps nothing has no folder to show."""

    def __init__(self, context: Context, actions: Actions) -> None:
        super().__init__(context.theme, "empty", "")
        self.title.setText(self.tr("Files and backups"))
        home = context.facts.home
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "Company files, their backups and the log lie in one folder. The company files"
                    " are not encrypted: use the encryption of your disk."
                )
                if home is not None
                else self.tr("This program keeps no files."),
                role="muted",
                wrap=True,
            )
        )
        self.place = PlainLabel(str(home or ""), wrap=True, selectable=True)
        self.place.setVisible(home is not None)
        self.body.addWidget(self.place)
        self.folder = Button(self.tr("Open folder"), on_click=actions.open_folder)
        self.backups = Button(self.tr("Backups\u2026"), on_click=actions.choose_backup)
        self.log = Button(self.tr("Show the log"), on_click=actions.show_log)
        row = QHBoxLayout()
        row.setSpacing(metrics.SPACE_2)
        for button in (self.folder, self.backups, self.log):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        for button in (self.folder, self.log):
            button.setVisible(home is not None)

    def show_company(self, name: str) -> None:
        """Backups are those of a company."""
        self.backups.setEnabled(bool(name))
