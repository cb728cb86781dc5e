"""The card of Settings about notices, closing the window, and starting at login."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from ..closing import CHOICE
from ..context import Context
from ..notices import SWITCH
from ..tray import tray_is_there
from ..widgets.card import Card
from ..widgets.plain_label import PlainLabel


class NoticesCard(Card):
    """Kept by the window for all companies."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "attention", "")
        self.title.setText(self.tr("In the background"))
        self._context = context
        self._memory = context.memory
        self.notices = QCheckBox(self.tr("Tell me when something new needs me"))
        self.notices.setChecked(self._memory.text(SWITCH) != "off")
        self.notices.toggled.connect(lambda on: self._memory.keep(SWITCH, "" if on else "off"))
        self.tray = QCheckBox(self.tr("Keep fbrecon in the tray when I close the window"))
        self.tray.toggled.connect(lambda on: self._memory.keep(CHOICE, "tray" if on else "end"))
        self.login = QCheckBox(self.tr("Start fbrecon when I sign in to this computer"))
        self.login.setVisible(context.login is not None)
        self.login.toggled.connect(self._switch_login)
        self.hint = PlainLabel(role="small", wrap=True)
        for widget in (self.notices, self.tray, self.login, self.hint):
            self.body.addWidget(widget)
        self.read()

    def read(self) -> None:
        """The question at closing may have been answered meanwhile."""
        there = tray_is_there()
        self.tray.setEnabled(there)
        self.tray.blockSignals(True)
        self.tray.setChecked(there and self._memory.text(CHOICE) == "tray")
        self.tray.blockSignals(False)
        if self._context.login is not None:
            self.login.blockSignals(True)
            self.login.setChecked(self._context.login.is_there())
            self.login.blockSignals(False)
        self.hint.setText(
            self.tr(
                "One notice for all, none while a sync runs. Started when you sign in, it begins in"
                " the tray. Ctrl+Q always ends fbrecon."
            )
            if there
            else self.tr(
                "This desktop has no tray, so closing the window ends fbrecon, and it starts with"
                " its window open."
            )
        )

    def _switch_login(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        entry = self._context.login
        if entry is None:
            return
        self._context.run(
            lambda _token, _report: entry.make() if on else entry.remove(),
            lane="net",
            owner=self,
        ).settled.connect(self.read)
