"""Settings: in which language the window speaks. It is kept, and holds from the next start."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from ..context import Context
from ..language import Language, kept_language
from ..widgets.card import Card
from ..widgets.plain_label import PlainLabel


class LanguageCard(Card):
    """One choice; what a language is called stands in that language."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "books", self.tr("Language"))
        self._memory = context.memory
        self.choice = QComboBox()
        for language, name in (
            (Language.SYSTEM, self.tr("Like the system")),
            (Language.ENGLISH, "English"),
            (Language.FRENCH, "Français"),
        ):
            self.choice.addItem(name, str(language))
        kept = kept_language(self._memory.text("language"))
        self.choice.setCurrentIndex(self.choice.findData(str(kept)))
        label = PlainLabel(self.tr("Language of the window"))
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(label.text())
        self.note = PlainLabel(
            self.tr("Takes effect when fbrecon is started again. Files and logs stay as they are."),
            role="muted",
            wrap=True,
        )
        self.choice.currentIndexChanged.connect(self._changed)
        self.body.addWidget(label)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.note)

    def _changed(self) -> None:
        self._memory.keep("language", str(self.choice.currentData()))
