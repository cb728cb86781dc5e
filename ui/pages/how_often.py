"""How often the services are read: two numbers of minutes, checked as they are entered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from fbrecon.app.settings import checked, get_setting
from fbrecon.errors import WrongUsage

from .. import metrics
from ..language import tr
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.form import Field
from ..widgets.plain_label import PlainLabel


class HowOftenCard(Card):
    """`entered(name, value)` once a value that fits was entered; one that does not says so."""

    entered = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "clock", "")
        self.title.setText(self.tr("How often"))
        self.body.addWidget(
            PlainLabel(
                self.tr("While this window is open, fbrecon reads both services by itself."),
                role="muted",
                wrap=True,
            )
        )
        self._kept: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        row = QHBoxLayout()
        row.setSpacing(metrics.SPACE_4)
        for name, label in (
            ("invoices_every", self.tr("Invoices and customers")),
            ("payments_every", self.tr("Payments")),
        ):
            expects = get_setting(name).expects
            field = Field(label, expects[:1].upper() + expects[1:])
            field.changed.connect(lambda name=name: self._check(name))
            field.edit.editingFinished.connect(lambda name=name: self._finish(name))
            self.fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def show_values(self, values: dict[str, str]) -> None:
        """What is kept; a field that is being typed in is left alone."""
        for name, field in self.fields.items():
            before, self._kept[name] = self._kept.get(name), values[name]
            if not field.edit.hasFocus() or field.text == before:
                field.edit.setText(values[name])

    def take_back(self) -> None:
        """The change was refused: show what is kept."""
        for name, field in self.fields.items():
            field.edit.setText(self._kept.get(name, ""))

    def _check(self, name: str) -> bool:
        field = self.fields[name]
        try:
            checked(name, field.text)
        except WrongUsage:
            expects = get_setting(name).expects
            field.show_problem(tr("This takes {expects}.").format(expects=expects))
            return False
        field.show_problem("")
        return True

    def _finish(self, name: str) -> None:
        text = self.fields[name].text
        if not text:
            self.fields[name].edit.setText(self._kept.get(name, ""))
        elif text != self._kept.get(name) and self._check(name):
            self._kept[name] = text
            self.entered.emit(name, text)
